// A title that presents a passed year as today's (2024年最新公积金政策), over a text that tells no year of its own.
import type { Claim } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import type { Packs } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { DateToken, Token } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { DATE_MENTION, isYearly } from './mention.ts';
import { unqualified } from './plain.ts';
import type { NewClaim } from './plain.ts';

/** What a title may be about that is told of a year and not for it. */
const TOLD = ['history', 'merged', 'chronicle', 'report', 'law', 'closed', 'announced'];

/** At most one mention an article; `claims` are those of its text. */
export function titleDatesOf(packs: Packs, reading: Reading, claims: readonly Claim[]): NewClaim[] {
  const title = reading.units.find(({ block }) => block.kind === 'title');
  if (!title || TOLD.some((role) => hasRole(title.tokens, role))) return [];
  const years = title.tokens.filter(isYear);
  if (years.length === 0 || reading.units.some((unit) => unit !== title && unit.block.kind !== 'context' && unit.tokens.some(tellsYear)))
    return [];
  const latest = years.reduce((a, b) => (b.to! > a.to! ? b : a));
  const current = hasRole(title.tokens, 'latest') || hasRole(title.tokens, 'now');
  if (!current && !(isYearly(packs, title.tokens) && claims.some((claim) => isFigure(packs, claim)))) return [];
  const evidence = toEvidence(reading.article, { start: title.block.start, end: title.block.end });
  const text = reading.scan.text.slice(latest.start, latest.end);
  return [
    unqualified({
      subject: { scheme: null, thing: DATE_MENTION, people: [] },
      attribute: DATE_MENTION,
      outcome: { type: 'text', text },
      mood: 'asserted',
      mention: { kind: 'date', text, until: latest.to, term: null, as: current ? 'latest' : 'figure' },
      evidence,
      provenance: [{ field: 'mention', from: 'title', span: { start: latest.start, end: latest.end } }],
    }),
  ];
}

const isYear = (token: Token): token is DateToken =>
  token.category === 'date' && (token.precision === 'year' || token.precision === 'half') && token.open === 'none' && token.to !== null;

const tellsYear = (token: Token): boolean => token.category === 'date' && token.year !== null;

const isFigure = (packs: Packs, { attribute, outcome, mood }: Claim): boolean =>
  mood === 'asserted' && outcome.type === 'number' && packs.attributes.get(attribute)?.yearly === true;
