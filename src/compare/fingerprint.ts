// What a side says, as short hashes: equal wherever and in whatever words it is said, other as soon as it means something else.
import { createHash } from 'node:crypto';
import type { Claim, Constraint } from '../model/claim.ts';
import { constraintKey, outcomeKey } from './position.ts';
import type { Position } from './position.ts';

const WHOLE_COUNTRY = '100000';

/**
 * `case.manner`. The case is what is said of what, when and where; the manner how firmly, and to whom the limits of a span belong.
 * Who joins a side says the same case, perhaps in another manner.
 */
export function fingerprintOf({ claim }: Pick<Position, 'claim'>): string {
  const { strength, hedgedByRegion, typical, excepted } = claim;
  const limits = claim.condition.map(constraintKey).sort();
  return join(caseOf(claim), [...limits, claim.region?.code ?? '', strength, String([hedgedByRegion, typical, excepted])]);
}

/** A notice says what it found (`meaning`, in words of the model) in a sentence of its article, which tells it from the same notice elsewhere. */
export function noticeFingerprint(meaning: readonly string[], [first]: readonly Claim[]): string {
  return join(meaning, [wordsOf(first?.evidence.quote ?? '')]);
}

/** What a claim says, without its manner: parts to be hashed. */
export function caseOf({ attribute, subject, condition, outcome, region, period }: Claim): string[] {
  return [
    attribute,
    subject.scheme ?? '',
    subject.thing,
    condition
      .map((one) => constraintKey(withoutLimits(one)))
      .sort()
      .join('&'),
    outcomeKey(outcome),
    region?.code ?? WHOLE_COUNTRY,
    period === null ? '' : `${period.from ?? ''}/${period.to ?? ''}`,
  ];
}

/** Short enough for a file that people read, long enough that no two of a corpus are alike by chance. */
const [CASE, MANNER] = [12, 6];

const join = (said: readonly string[], manner: readonly string[]): string => `${hash(said, CASE)}.${hash(manner, MANNER)}`;

/** The first `length` hex digits of a hash of the parts. */
export function hash(parts: readonly string[], length: number): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, length);
}

/** 3个月以上 and 超过3个月 are one case; of what was not understood only the words count, not their layout. */
function withoutLimits(constraint: Constraint): Constraint {
  if (constraint.kind === 'opaque') return { ...constraint, text: wordsOf(constraint.text) };
  if (constraint.kind !== 'interval') return constraint;
  return { ...constraint, range: { ...constraint.range, loOpen: false, hiOpen: false }, spelled: [] };
}

/** Letters, digits and signs that carry meaning: what is left when line breaks, tags, emphasis and punctuation go. */
export function wordsOf(quote: string): string {
  return quote.replace(/<[^<>]*>/g, '').replace(/[^\p{L}\p{N}\p{Sm}%\u2030.-]|[|~]|[.-](?!\p{N})/gu, '');
}
