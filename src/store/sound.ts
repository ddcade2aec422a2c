// Whether bytes that are in order hold claims: an index may be anybody's file, and what compares claims relies on their form.
import type { Claim, Constraint, Interval, Mood, Outcome, Strength } from '../model/claim.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const orNull =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || test(value);
const isLimit = orNull((value) => typeof value === 'number');
const isInterval = (value: unknown): value is Interval =>
  isObject(value) && isLimit(value['lo']) && isLimit(value['hi']) && isFlag(value['loOpen']) && isFlag(value['hiOpen']);

const CONSTRAINTS: Readonly<Record<Constraint['kind'], (value: Loose) => boolean>> = {
  interval: ({ range, unit, spelled }) => isInterval(range) && isText(unit) && isTexts(spelled),
  values: ({ values }) => isTexts(values),
  except: ({ values }) => isTexts(values),
  opaque: ({ text }) => isText(text),
};
const OUTCOMES: Readonly<Record<Outcome['type'], (value: Loose) => boolean>> = {
  truth: ({ value }) => isFlag(value),
  uniform: ({ value }) => isFlag(value),
  number: ({ range, bound, unit, per, approximate }) =>
    isInterval(range) && isText(bound) && isText(unit) && orNull(isText)(per) && isFlag(approximate),
  choice: ({ values, modality }) => isTexts(values) && isText(modality),
  text: ({ text }) => isText(text),
};
const MOODS: Readonly<Record<Mood, true>> = {
  asserted: true,
  refuted: true,
  question: true,
  example: true,
  supposed: true,
  history: true,
  future: true,
};
const STRENGTHS: Readonly<Record<Strength, true>> = { universal: true, plain: true, hedged: true };

const among = (table: object, value: unknown): boolean => isText(value) && Object.hasOwn(table, value);

const isConstraint = (value: unknown): boolean =>
  isObject(value) && isText(value['axis']) && among(CONSTRAINTS, value['kind']) && CONSTRAINTS[value['kind'] as Constraint['kind']](value);

const isOutcome = (value: unknown): boolean =>
  isObject(value) && among(OUTCOMES, value['type']) && OUTCOMES[value['type'] as Outcome['type']](value);

/** Whether all that comparing asks of a claim is of its type. */
export function isSound(claim: Claim): boolean {
  const { id, article, subject, attribute, condition, outcome, region, period, published, cites, series, section, evidence }: Loose = {
    ...claim,
  };
  return (
    [id, article, attribute].every(isText) &&
    [published, cites, series, section].every(orNull(isText)) &&
    isObject(subject) &&
    isText(subject['thing']) &&
    orNull(isText)(subject['scheme']) &&
    isTexts(subject['people']) &&
    Array.isArray(condition) &&
    condition.every(isConstraint) &&
    isOutcome(outcome) &&
    (region === null || (isObject(region) && isText(region['code']) && isText(region['name']))) &&
    (period === null || (isObject(period) && [period['from'], period['to']].every(orNull(isText)) && isLimit(period['year']))) &&
    among(MOODS, claim.mood) &&
    among(STRENGTHS, claim.strength) &&
    [claim.hedgedByRegion, claim.typical, claim.excepted, claim.borrowed].every(isFlag) &&
    claim.mention === null &&
    isObject(evidence) &&
    isText(evidence['file']) &&
    [evidence['startLine'], evidence['startColumn'], evidence['endLine'], evidence['endColumn']].every(Number.isInteger)
  );
}
