// A claim field by field: what each says, which words gave it, and in which fields the sides of a finding differ.
import type { Locale, ReportedClaim } from '../model/result.ts';
import { constraintText, outcomeText, periodText } from '../report/claim-text.ts';
import { label, STRENGTH_WORDING } from '../report/wording.ts';
import type { Entry } from './entry.ts';
import { FIELD_WORDS } from './naming.ts';

export interface Field {
  /** As passages name it: `outcome`, `region`, `condition.断缴时长`. */
  readonly key: string;
  readonly name: string;
  /** Empty where the claim does not say. */
  readonly text: string;
}

/** What can be held against another claim; a mention of a date or term says nothing but itself. */
export function fieldsOf(claim: ReportedClaim, locale: Locale): readonly Field[] {
  const { subject, attribute, condition, outcome, region, period, strength, mention } = claim;
  const place = [
    { key: 'region', name: label(locale, 'region'), text: region?.name ?? '' },
    { key: 'period', name: label(locale, 'period'), text: periodText(period) },
  ];
  if (mention !== null) return [{ key: 'mention', name: FIELD_WORDS[locale].mention, text: mention.text }, ...place];
  return [
    { key: 'subject.scheme', name: FIELD_WORDS[locale].scheme, text: subject.scheme ?? '' },
    { key: 'subject.thing', name: FIELD_WORDS[locale].thing, text: subject.thing },
    { key: 'attribute', name: label(locale, 'attribute'), text: attribute },
    ...condition.map((constraint) => ({
      key: `condition.${constraint.axis}`,
      name: `${label(locale, 'condition')} · ${constraint.axis === 'opaque' ? '?' : constraint.axis}`,
      text: constraintText(constraint, locale),
    })),
    { key: 'outcome', name: label(locale, 'outcome'), text: outcomeText(outcome, locale) },
    ...place,
    { key: 'strength', name: label(locale, 'strength'), text: STRENGTH_WORDING[locale][strength] },
  ];
}

const differing = new WeakMap<Entry, ReadonlySet<string>>();

/** Keys of the fields whose values are not the same on all sides. A notice has none: what it is about is marked. */
export function differencesOf(entry: Entry): ReadonlySet<string> {
  const known = differing.get(entry);
  if (known !== undefined) return known;
  const perSide = entry.sides.flatMap(({ citations }) => {
    if (citations.length === 0) return [];
    const values = new Map<string, Set<string>>();
    for (const { claim } of citations)
      for (const { key, text } of fieldsOf(claim, 'zh')) (values.get(key) ?? values.set(key, new Set()).get(key)!).add(text);
    return [values];
  });
  const keys = new Set(perSide.flatMap((values) => [...values.keys()]));
  const told = (values: ReadonlyMap<string, ReadonlySet<string>>, key: string): string => [...(values.get(key) ?? [''])].sort().join('\n');
  const found = new Set(
    entry.finding.sides.length === 1
      ? ['mention', 'outcome']
      : [...keys].filter((key) => perSide.some((values) => told(values, key) !== told(perSide[0]!, key))),
  );
  // A side of the register has no quote beside which the others could differ: what they say is what is in question.
  if (perSide.length < 2) found.add('outcome');
  differing.set(entry, found);
  return found;
}

/** Claims of a side that are looked at for the pair that is most alike. */
const CANDIDATES = 12;

/** For each side the claim that shows best where they differ: the one most like a claim of the other sides. */
export function pairedClaims({ sides }: Entry): readonly (ReportedClaim | null)[] {
  const candidates = sides.map(({ citations, reference }) =>
    citations.length > 0 ? citations.slice(0, CANDIDATES).map(({ claim }) => claim) : reference === null ? [] : [reference],
  );
  const told = new Map(candidates.flat().map((claim) => [claim, new Map(fieldsOf(claim, 'zh').map(({ key, text }) => [key, text]))]));
  const distance = (a: ReportedClaim, b: ReportedClaim): number => {
    const [one, other] = [told.get(a)!, told.get(b)!];
    return [...new Set([...one.keys(), ...other.keys()])].filter((key) => (one.get(key) ?? '') !== (other.get(key) ?? '')).length;
  };
  const nearest = (to: ReportedClaim, among: readonly ReportedClaim[]): ReportedClaim | undefined =>
    among.toSorted((a, b) => distance(to, a) - distance(to, b))[0];
  const others = candidates.slice(1).find((list) => list.length > 0) ?? [];
  const [first] = (candidates[0] ?? []).toSorted((a, b) => best(a) - best(b));
  function best(claim: ReportedClaim): number {
    return Math.min(...others.map((other) => distance(claim, other)));
  }
  return candidates.map((list, at) => (at === 0 ? (first ?? null) : ((first === undefined ? list[0] : nearest(first, list)) ?? null)));
}

/** The words of the article that gave a field, and from where, if not from the quote itself. */
export function wordsOf({ passages }: ReportedClaim, key: string): readonly { readonly words: string; readonly from: string }[] {
  return passages.flatMap(({ from, text, marks }) => {
    const quote = marks.find(({ field }) => field === 'evidence');
    return marks
      .filter(({ field }) => field === key)
      .map(({ start, end }) => {
        const within = quote !== undefined && quote.start <= start && end <= quote.end;
        return { words: text.slice(start, end), from: within ? '' : from === 'here' ? 'block' : from };
      });
  });
}
