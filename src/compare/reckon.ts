// What a calculation comes to, and whether that can be what the text says: in every way in which a reader could take it.
import type { Calculation, Figure, Operator } from '../model/claim.ts';

type Steps = readonly (Figure | Operator)[];

/** 左右, 约. */
const PLAY = 0.1;
/** Where factors are rounded (8.33%, 71.94元) or numbers divided, the writer may have reckoned with more digits than are shown. */
const ROUNDING = 0.002;
const LARGE = 1e4;

/** Months in the units of time. */
const MONTHS: Readonly<Record<string, number>> = { 天: 1 / 30, 周: 7 / 30, 个月: 1, 季度: 3, 年: 12 };

/** One way to take the numbers: 8% as 0.08 or as 8, 2年 as 2 or as 24 months, 3 as 3 or as 3万. */
type Reading = (figure: Figure) => number;

/** What the left side comes to where that is not what the right side says, in the unit of the right side; null where it may well be. */
export function wrongResult(calculation: Calculation): { readonly computed: Figure; readonly stated: Figure | null } | null {
  const { by, left, right } = calculation;
  const figures = [...left, ...right].filter((step): step is Figure => typeof step !== 'string');
  if (by === 'period' && (left.length !== 3 || right.length !== 1)) return null;
  if (unitOf(left) === null || unitOf(right) === null || !likeUnits(unitOf(left)!, unitOf(right)!)) return null;
  for (const reading of readingsOf(figures)) {
    const [a, b] = [evaluate(left, reading), evaluate(right, reading)];
    if (a === null || b === null) return null;
    if (agree(calculation, figures, a, b, reading)) return null;
  }
  const shares: Reading = ({ value, unit }) => (unit === '%' ? value / 100 : value);
  const whole: Reading = ({ value }) => value;
  const natural = figures.every(({ unit }) => unit === '%') && !hasFactor(left) && !hasFactor(right) ? whole : shares;
  const [a, b] = [evaluate(left, natural)!, evaluate(right, natural)!];
  if (by === 'rule' && !isSlip(left, a, b)) return null;
  if ((by === 'total' || by === 'period') && explained(left, a, b)) return null;
  const [plain, reckoned] = isFigure(right) ? [right[0]!, a] : isFigure(left) ? [left[0]!, b] : [null, a];
  const unit = plain?.unit ?? '';
  const value = unit === '%' && natural === shares ? reckoned * 100 : reckoned;
  return { computed: { value, unit, digit: 0, approximate: false }, stated: plain };
}

const isFigure = (steps: Steps): steps is readonly [Figure] => steps.length === 1;
const hasFactor = (steps: Steps): boolean => steps.some((step) => step === '×' || step === '÷');

function evaluate(steps: Steps, reading: Reading): number | null {
  const stack: number[] = [];
  for (const step of steps) {
    if (typeof step !== 'string') {
      stack.push(reading(step));
      continue;
    }
    const right = stack.pop()!;
    const left = stack.pop()!;
    stack.push(step === '+' ? left + right : step === '-' ? left - right : step === '×' ? left * right : left / right);
  }
  const value = stack.pop();
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The unit of a side: '' where none is written, * where factors leave it open, null where unlike things are added. */
function unitOf(steps: Steps): string | null {
  const stack: (string | null)[] = [];
  for (const step of steps) {
    if (typeof step !== 'string') {
      stack.push(step.unit);
      continue;
    }
    const right = stack.pop()!;
    const left = stack.pop()!;
    if (left == null || right == null) return null;
    if (step === '×' || step === '÷') stack.push('*');
    else if (!likeUnits(left, right)) return null;
    else stack.push(left === '' || left === '*' ? right : left);
  }
  return stack.pop() ?? null;
}

const likeUnits = (a: string, b: string): boolean => a === b || a === '' || b === '' || a === '*' || b === '*';

function readingsOf(figures: readonly Figure[]): Reading[] {
  const times = new Set(figures.map(({ unit }) => unit).filter((unit) => unit in MONTHS));
  const bases = times.size > 0 ? [null, '天', '个月', '年'] : [null];
  const shared = figures.some(({ unit }) => unit === '%');
  const readings: Reading[] = [];
  for (const base of bases) {
    const time = ({ value, unit }: Figure): number => (base !== null && unit in MONTHS ? (value * MONTHS[unit]!) / MONTHS[base]! : value);
    readings.push((figure) => (figure.unit === '%' ? figure.value / 100 : time(figure)));
    if (shared) readings.push(time);
    // 20000×2.8=560元: the sign of the share was left out.
    else readings.push((figure) => (figure.unit === '' && figure.value <= 100 && figure.digit < LARGE ? figure.value / 100 : time(figure)));
  }
  return readings;
}

function agree({ by, left, right }: Calculation, figures: readonly Figure[], a: number, b: number, reading: Reading): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  const off = Math.abs(a - b);
  if (off <= size * 1e-9) return true;
  if (figures.some(({ approximate }) => approximate) && off <= size * PLAY) return true;
  const factors = hasFactor(left) || hasFactor(right);
  const rounded = figures.some(({ digit }) => digit < 1) || left.includes('÷') || right.includes('÷');
  if (factors && rounded && off <= size * ROUNDING) return true;
  if (!factors && sumIsRounded(figures, a, b, reading)) return true;
  // 6+1.5=7.5万: the unit is written once.
  const bare = figures.filter(({ unit, value }) => unit === '' && value < LARGE).length;
  if (bare > 0 && [LARGE, 1 / LARGE].some((times) => Math.abs(a * times - b) <= Math.abs(b) * 1e-9)) return true;
  if (by === 'period') {
    const [amount, times] = left as readonly [Figure, Figure];
    // A year of ten or thirteen payments is as good as one of twelve.
    const paid = (b / a) * times.value;
    if (roundsTo(b / times.value, amount, reading) || (paid <= 14 && Math.abs(paid - Math.round(paid)) < 1e-6)) return true;
  }
  return (isFigure(right) && near(a, b, right, reading)) || (isFigure(left) && near(b, a, left, reading));
}

/** The stated value is the reckoned one, cut or rounded to the digits that it shows. */
const near = (reckoned: number, stated: number, [figure]: Steps, reading: Reading): boolean =>
  roundsTo(reckoned, figure as Figure, reading) && Math.abs(reckoned - stated) < Math.abs(reckoned) * 0.5;

function roundsTo(value: number, figure: Figure, reading: Reading): boolean {
  const worth = worthOf(figure, reading);
  const shown = Math.round(reading(figure) / worth);
  const exact = value / worth;
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) < 1e-6) return whole === shown;
  return shown === Math.floor(exact) || shown === Math.ceil(exact);
}

/** 1.2亿: the thousands of 万 are left out. */
const isCut = ({ value, digit }: Figure): boolean => value >= LARGE && digit >= 10 && digit !== LARGE && digit !== LARGE ** 2;

/** Shares that make a whole, and large amounts with decimals, are rounded each by itself. */
function sumIsRounded(figures: readonly Figure[], a: number, b: number, reading: Reading): boolean {
  const shares = figures.every(({ unit }) => unit === '%');
  const worth = Math.max(0, ...(shares ? figures : figures.filter(isCut)).map((figure) => worthOf(figure, reading)));
  if (Math.abs(a - b) > (worth * figures.length) / 2) return false;
  return !shares || Math.abs(Math.max(a, b) - reading({ ...figures[0]!, value: 100 })) < worth * 1.5;
}

/** What a step of the last digit is worth in the reading. */
const worthOf = (figure: Figure, reading: Reading): number => Math.abs((reading(figure) / (figure.value || 1)) * figure.digit);

/** An example may hold more than it tells (what no insurance pays): only the rule itself, with a step left out or in another order, is plainly wrong. */
function isSlip(left: Steps, computed: number, stated: number): boolean {
  const [amount, less, rate] = left.filter((step): step is Figure => typeof step !== 'string').map(({ value }) => value);
  if (left.length !== 5 || rate === undefined) return false;
  const whole = (amount! * rate) / 100;
  const slips = [whole, whole - less!, amount! - less!, computed * 10, computed / 10];
  if (Math.abs(computed - stated) <= computed * ROUNDING) return false;
  return stated !== amount! - computed && slips.some((slip) => Math.abs(slip - stated) < 0.5);
}

/** A list may hold more than the parts, and the total less or more than the list: only a sum that nothing explains is wrong. */
function explained(left: Steps, sum: number, stated: number): boolean {
  const parts = left.filter((step): step is Figure => typeof step !== 'string').map(({ value }) => value);
  if (left.some((step) => step === '×' || step === '÷' || step === '-') || parts.length > 8) return false;
  const equal = (value: number): boolean => Math.abs(value - stated) <= Math.abs(stated) * 1e-9;
  // Of what one pays no more, the next pays a share: 80% and 60% make 92%.
  if (
    left.some((step) => typeof step !== 'string' && step.unit === '%') &&
    equal(100 - parts.reduce((rest, part) => (rest * (100 - part)) / 100, 100))
  )
    return true;
  for (const times of [2, 3, 4, 5, 6, 10, 12, 24]) if (equal(sum * times)) return true;
  if (parts.length === 2) return equal(Math.abs(parts[0]! - parts[1]!)) || parts.some(equal);
  for (let subset = 1; subset < 1 << parts.length; subset++) {
    if (equal(parts.reduce((total, part, index) => ((subset >> index) & 1 ? total + part : total), 0))) return true;
  }
  return false;
}
