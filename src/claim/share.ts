// Worked examples of a share: what is paid of an amount by the rule that the article itself states (起付线1000元,报85%;花了11000元,付8500元).
import type { Claim, Figure } from '../model/claim.ts';
import type { Attribute, Packs } from '../pack/pack.ts';
import type { QuantityToken, Unit } from '../parse/clause.ts';
import { hasRole } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { calculationClaim } from './calculation.ts';
import type { NewClaim } from './plain.ts';
import { quantitiesOf } from './draft.ts';

/** A word stands at most so far before or behind its amount. */
const BEFORE = 6;
const BEHIND = 4;

/** The examples of an article that states one rate and one amount to take off, and no other. */
export function sharesOf(packs: Packs, reading: Reading, claims: readonly Claim[]): NewClaim[] {
  return packs.shares.flatMap((id) => {
    const attribute = packs.attributes.get(id)!;
    if (attribute.share === null) return [];
    const [rate, less] = [onlyValue(claims, attribute.id), onlyValue(claims, attribute.share.less)];
    if (rate === null || less === null) return [];
    return reading.units.flatMap((unit) => exampleIn(reading, unit, attribute, rate, less));
  });
}

/** Where the word of a rule stands; an amount that took it from elsewhere in its paragraph may be that of an example. */
const FAR: ReadonlySet<string> = new Set(['sentence', 'later', 'block', 'title']);

/** The value that all claims of an attribute state, or null. */
function onlyValue(claims: readonly Claim[], attribute: string): number | null {
  const values = new Set<number>();
  for (const { attribute: own, outcome, provenance } of claims) {
    if (own !== attribute || provenance.some(({ field, from }) => field === 'attribute' && FAR.has(from))) continue;
    if (outcome.type !== 'number' || outcome.range.lo === null || outcome.range.lo !== outcome.range.hi) return null;
    values.add(outcome.range.lo);
  }
  return values.size === 1 ? [...values][0]! : null;
}

/** Two amounts in one paragraph besides those of the rule: what was spent, and then what is paid. */
function exampleIn(reading: Reading, unit: Unit, { share }: Attribute, rate: number, less: number): NewClaim[] {
  if (unit.sentences.some(({ mood }) => mood === 'question' || mood === 'refuted') || hasRole(unit.tokens, 'belief')) return [];
  const quantities = unit.sentences.flatMap((sentence) => sentence.clauses.flatMap(quantitiesOf));
  if (quantities.some(({ dimension, range }) => dimension === 'percent' && range.lo !== rate)) return [];
  const amounts = quantities.filter(({ dimension, range }) => dimension === 'money' && range.lo !== less);
  const [spent, paid] = amounts;
  if (!spent || !paid || amounts.length > 2 || amounts.some(({ bound, approximate }) => bound !== 'exact' || approximate)) return [];
  const { text } = reading.scan;
  if (!isBeside(text, spent, share!.of, BEHIND) || !isBeside(text, paid, share!.paid, 0)) return [];
  const figure = (value: number, unitName: string): Figure => ({ value, unit: unitName, digit: 1, approximate: false });
  const yuan = (quantity: QuantityToken): Figure => figure(quantity.range.lo!, '\u5143');
  const sentence = unit.sentences.find((one) => spent.start >= one.start && spent.start < one.end)!;
  const clause = sentence.clauses.find((one) => spent.start >= one.start && spent.start < one.end)!;
  return [
    calculationClaim(reading, sentence.mood, clause.start, paid.end, {
      by: 'rule',
      left: [yuan(spent), figure(less, '\u5143'), '-', figure(rate, '%'), '\u00d7'],
      right: [yuan(paid)],
    }),
  ];
}

function isBeside(text: string, { start, end }: QuantityToken, words: readonly string[], behind: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + behind);
  return words.some((word) => before.includes(word) || after.includes(word));
}
