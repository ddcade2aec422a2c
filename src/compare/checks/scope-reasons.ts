// The part of the why that all disputes share: who says what, and how the scopes stand to each other.
import type { Reason } from '../../model/finding.ts';
import type { Packs } from '../../pack/pack.ts';
import type { Edge } from '../cluster.ts';
import { describeConstraint, describeOutcome } from '../describe.ts';
import type { Position } from '../position.ts';

const regionName = (position: Position): string => position.claim.region?.name ?? '';

export function outcomesDiffer(packs: Packs, { a, b }: Edge): Reason {
  return {
    code: 'outcome.differs',
    args: { a: describeOutcome(packs, a.claim.attribute, a.claim.outcome), b: describeOutcome(packs, b.claim.attribute, b.claim.outcome) },
  };
}

/** Condition and people in one line; the wider side of an empty condition is told as such. */
export function scopesMeet({ a, b, verdict }: Edge): Reason {
  const scope = (position: Position): string => {
    const { subject } = position.claim;
    return [subject.thing, ...position.claim.condition.map(describeConstraint)].join(' · ');
  };
  if (verdict.row.condition === 'same' && verdict.row.subject === 'same') return { code: 'scope.same', args: { scope: scope(a) } };
  if (verdict.row.condition === 'inside' || (verdict.row.condition === 'same' && verdict.row.subject === 'inside'))
    return { code: 'scope.inside', args: { inner: scope(a), outer: scope(b) } };
  if (verdict.row.condition === 'around' || (verdict.row.condition === 'same' && verdict.row.subject === 'around'))
    return { code: 'scope.inside', args: { inner: scope(b), outer: scope(a) } };
  return { code: 'scope.overlap', args: { a: scope(a), b: scope(b) } };
}

export function regionsMeet({ a, b, verdict }: Edge): Reason[] {
  if (verdict.row.region === 'same') return [];
  const [inner, outer] = verdict.row.region === 'inside' ? [a, b] : [b, a];
  return regionName(outer) === ''
    ? [{ code: 'region.none', args: { inner: regionName(inner) } }]
    : [{ code: 'region.inside', args: { inner: regionName(inner), outer: regionName(outer) } }];
}

export function isUniversal({ a, b }: Edge): Reason[] {
  return a.claim.strength === 'universal' || b.claim.strength === 'universal' ? [{ code: 'scope.universal', args: {} }] : [];
}
