// Whether two outcomes can both be true: compatible, incompatible, or not comparable at all.
import type { Outcome } from '../model/claim.ts';

export type Agreement = 'compatible' | 'incompatible' | 'incomparable';

/** Durations are equal up to the rounding of calendar units (90 days and three months, 365 days and a year). */
const TOLERANCE = 0.02;
/** 左右, 约: a value is meant with so much play. */
const PLAY = 0.1;

const PER_YEAR: Readonly<Record<string, number>> = { 年: 1, 月: 12, 日: 365 };

export function agree(a: Outcome, b: Outcome): Agreement {
  if (a.type === 'truth' && b.type === 'truth') return a.value === b.value ? 'compatible' : 'incompatible';
  if (a.type === 'uniform' && b.type === 'uniform') return a.value === b.value ? 'compatible' : 'incompatible';
  if (a.type === 'choice' && b.type === 'choice') return agreeChoices(a, b);
  if (a.type === 'number' && b.type === 'number') return agreeNumbers(a, b);
  return 'incomparable';
}

type Choice = Extract<Outcome, { type: 'choice' }>;
type Numeric = Extract<Outcome, { type: 'number' }>;
/** On another time basis than the text's, and so only about as much. */
type Scaled = Numeric & { readonly rounded?: boolean };

/** Two permissions agree; a duty disagrees with another duty and with a permission of something else; a ban with whatever allows it. */
function agreeChoices(a: Choice, b: Choice): Agreement {
  const shared = a.values.some((value) => b.values.includes(value));
  if (a.modality === 'not' && b.modality === 'not') return 'compatible';
  if (a.modality === 'not' || b.modality === 'not') return shared ? 'incompatible' : 'compatible';
  if (a.modality === 'may' && b.modality === 'may') return 'compatible';
  if (a.modality === 'must' && b.modality === 'must') return shared ? 'compatible' : 'incompatible';
  const [duty, permission] = a.modality === 'must' ? [a, b] : [b, a];
  return permission.values.every((value) => duty.values.includes(value)) ? 'compatible' : 'incompatible';
}

function agreeNumbers(a: Numeric, b: Numeric): Agreement {
  const scaled = onOneBasis(a, b);
  if (scaled === null) return 'incomparable';
  const [left, right] = scaled;
  if (left.bound === 'exact' && right.bound === 'exact') return near(left, right) ? 'compatible' : 'incompatible';
  // A least and a greatest value say nothing against each other unless they leave no room; two least values are two rules.
  if (left.bound === right.bound && left.bound !== 'range' && left.bound !== 'exact')
    return near(left, right) ? 'compatible' : 'incompatible';
  return meet(left, right) ? 'compatible' : 'incompatible';
}

/** The two on one unit and one time basis; null where they have none in common. */
function onOneBasis(a: Numeric, b: Numeric): readonly [Scaled, Scaled] | null {
  if (a.unit !== b.unit) return null;
  if (a.per === b.per) return [a, b];
  if (a.per === null || b.per === null) return [a, b];
  const [left, right] = [PER_YEAR[a.per], PER_YEAR[b.per]];
  if (left === undefined || right === undefined) return null;
  // 每天15元 and 每月450元: a month is reckoned with 30 days, a year with 365.
  const rounded = a.per === '日' || b.per === '日';
  return [{ ...scale(a, left), rounded }, scale(b, right)];
}

function scale(outcome: Numeric, factor: number): Numeric {
  const by = (value: number | null): number | null => (value === null ? null : value * factor);
  return { ...outcome, range: { ...outcome.range, lo: by(outcome.range.lo), hi: by(outcome.range.hi) } };
}

const play = (outcome: Scaled): number => (outcome.approximate ? PLAY : outcome.unit === '月' || outcome.rounded ? TOLERANCE : 0);

function near(a: Scaled, b: Scaled): boolean {
  const value = (outcome: Numeric): number => outcome.range.lo ?? outcome.range.hi ?? 0;
  const [left, right] = [value(a), value(b)];
  return Math.abs(left - right) <= Math.max(play(a), play(b)) * Math.max(Math.abs(left), Math.abs(right));
}

function meet(a: Scaled, b: Scaled): boolean {
  const slack = Math.max(play(a), play(b));
  const [aLo, aHi, bLo, bHi] = [a.range.lo ?? -Infinity, a.range.hi ?? Infinity, b.range.lo ?? -Infinity, b.range.hi ?? Infinity];
  if ((aLo === bHi && (a.range.loOpen || b.range.hiOpen)) || (bLo === aHi && (b.range.loOpen || a.range.hiOpen))) return false;
  return aLo <= widen(bHi, slack) && bLo <= widen(aHi, slack);
}

const widen = (limit: number, slack: number): number => (Number.isFinite(limit) ? limit + Math.abs(limit) * slack : limit);
