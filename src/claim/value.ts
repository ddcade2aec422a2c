// A quantity as a value of an attribute: in its base unit, seen from the payer, with what its bound means.
import type { Interval, Outcome } from '../model/claim.ts';
import type { Attribute } from '../pack/pack.ts';
import type { QuantityToken } from '../parse/clause.ts';

/** A duration without end, as a number that sorts and prints: a hundred years. */
export const UNLIMITED_MONTHS = 1200;

/** Base units by type of attribute. */
export const UNITS: Readonly<Record<string, string>> = {
  money: '元',
  duration: '月',
  percent: '%',
  points: '百分点',
  age: '岁',
  multiple: '倍',
  workdays: '工作日',
};

/** A share that may come to twice the whole is told in multiples as well: 社平工资的3倍 is 300%. */
const MULTIPLES_FROM = 200;

/** From another dimension to the attribute's own, times and over; null where the attribute is not told in it. */
function factorOf({ type, points, range }: Attribute, dimension: string): readonly [times: number, over: number] | null {
  // Working days count as calendar time: five of seven days.
  if (type === 'duration' && dimension === 'workdays') return [7, 150];
  if (type === 'percent' && dimension === 'multiple' && range !== null && range[1] >= MULTIPLES_FROM) return [100, 1];
  if (type === 'percent' && dimension === 'points' && points) return [1, 1];
  return null;
}

export const isConvertible = (attribute: Attribute, dimension: string): boolean => factorOf(attribute, dimension) !== null;

export function toBase(attribute: Attribute, range: Interval, dimension: string): Interval {
  const factor = factorOf(attribute, dimension);
  if (factor === null) return range;
  const convert = (value: number | null): number | null => (value === null ? null : (value * factor[0]) / factor[1]);
  return { ...range, lo: convert(range.lo), hi: convert(range.hi) };
}

/** The outcome that `quantity` is for `attribute`; `inverse` where it tells the part that the fund does not pay. */
export function outcomeOf(attribute: Attribute, quantity: QuantityToken, inverse: boolean): Outcome {
  let range = toBase(attribute, quantity.range, quantity.dimension);
  let bound = quantity.bound;
  if (inverse) {
    range = {
      lo: range.hi === null ? null : 100 - range.hi,
      hi: range.lo === null ? null : 100 - range.lo,
      loOpen: range.hiOpen,
      hiOpen: range.loOpen,
    };
    bound = bound === 'min' ? 'max' : bound === 'max' ? 'min' : bound;
  }
  // Of a limit 最长18个月, 18个月 and 不超过18个月 say the same.
  if (attribute.limit && bound !== 'range') {
    const value = range.lo ?? range.hi;
    range = { lo: value, hi: value, loOpen: false, hiOpen: false };
    bound = 'exact';
  }
  const unit = attribute.type === 'duration' || isConvertible(attribute, quantity.dimension) ? UNITS[attribute.type]! : quantity.unit;
  return { type: 'number', range, bound, unit, per: quantity.per ?? attribute.per, approximate: quantity.approximate };
}

/** The same value as the least one. */
export function atLeast(outcome: Outcome): Outcome {
  if (outcome.type !== 'number' || outcome.bound !== 'exact') return outcome;
  return { ...outcome, bound: 'min', range: { ...outcome.range, hi: null } };
}
