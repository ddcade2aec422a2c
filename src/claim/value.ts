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

/** Working days count as calendar time where an attribute is a duration: five of seven days. */
export function toBase(attribute: Attribute, range: Interval, dimension: string): Interval {
  if (attribute.type !== 'duration' || dimension !== 'workdays') return range;
  const convert = (value: number | null): number | null => (value === null ? null : (value * 7) / 5 / 30);
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
  const unit = attribute.type === 'duration' ? '月' : quantity.unit;
  return { type: 'number', range, bound, unit, per: quantity.per ?? attribute.per, approximate: quantity.approximate };
}

/** The same value as the least one. */
export function atLeast(outcome: Outcome): Outcome {
  if (outcome.type !== 'number' || outcome.bound !== 'exact') return outcome;
  return { ...outcome, bound: 'min', range: { ...outcome.range, hi: null } };
}
