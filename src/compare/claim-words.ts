// What a claim says, field by field, in the words of the packs.
import type { Claim, Period } from '../model/claim.ts';
import type { Packs } from '../pack/pack.ts';
import { describeConstraint, describeOutcome, describeTopic } from './describe.ts';

type Said = Pick<Claim, 'subject' | 'attribute' | 'condition' | 'region' | 'period' | 'outcome'>;

/** Empty where nothing is stated. */
export interface ClaimWords {
  readonly topic: string;
  readonly subject: string;
  readonly condition: string;
  readonly region: string;
  readonly period: string;
  readonly outcome: string;
}

export function claimWords(packs: Packs, claim: Said): ClaimWords {
  const { subject, attribute, condition, region, period, outcome } = claim;
  const names = [subject.scheme, subject.thing === subject.scheme ? null : subject.thing, ...subject.people];
  return {
    topic: describeTopic({ claim: claim as Claim }),
    subject: names.filter((name) => name !== null && name !== '').join(' · '),
    condition: condition.map(describeConstraint).join(' · '),
    region: region?.name ?? '',
    period: period === null ? '' : describePeriod(period),
    outcome: describeOutcome(packs, attribute, outcome),
  };
}

function describePeriod({ from, to, year }: Period): string {
  if (from === null && to === null) return year === null ? '' : `${year}年`;
  if (from?.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `${from.slice(0, 4)}年`;
  return `${from === null ? '' : `${from}起`}${from !== null && to !== null ? '，' : ''}${to === null ? '' : `至${to}`}`;
}
