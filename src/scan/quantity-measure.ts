// One number with its unit, in every way of writing it: 1年3个月 · 两年半 · 八成五 · 七五折 · 百分之六 · 三分之一 · 十来天.
import type { Numeral } from './numeral.ts';
import { chineseDigit, chinesePower, isDigit, readNumeral } from './numeral.ts';
import { BARE_MONEY, isBareMoney, isPaid, readUnit, toBase } from './quantity-unit.ts';
import type { Dimension, Unit } from './quantity-unit.ts';
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

/** A value in the base unit of its dimension; `hi` differs from `lo` in 三四个月. */
export interface Measure {
  readonly end: number;
  readonly lo: number;
  readonly hi: number;
  readonly dimension: Dimension;
  readonly unit: string;
  readonly given: string;
  readonly approximate: boolean;
  /** The unit that made it, where it was one number with one unit. */
  readonly of: Unit | null;
}

/** A number or two adjacent digits (三四个月) before the unit is known. */
interface Amount {
  readonly end: number;
  readonly lo: number;
  readonly hi: number;
  readonly numeral: Numeral | null;
  readonly approximate: boolean;
}

const HALVES = wordTable<readonly [months: number, given: string]>([
  ['半年', [6, '年']],
  ['半个月 半个多月', [0.5, '个月']],
  ['半天', [0.5 / 30, '天']],
  ['半小时 半个小时', [0.5 / 720, '小时']],
]);
const OF_HUNDRED = wordTable<number>([
  ['百分之', 1],
  ['千分之', 10],
  ['万分之', 100],
]);
const HALF_SHARES = wordTable<number>([['一半 半数', 50]]);
/** After a number: rather more than it, or about it. */
const VAGUE = '多余来几';
const HUNDRED_PERCENT = '百分之百';
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

function measure(end: number, value: number, dimension: Dimension, unit: string, given: string, approximate = false): Measure {
  return { end, lo: value, hi: value, dimension, unit, given, approximate, of: null };
}

/** Reads the measure that begins at `at`, or null. A calendar year (2025年) or month (12月) is none. */
export function readMeasure(text: string, at: number): Measure | null {
  const code = text.charCodeAt(at);
  if (code === 0x534a || code === 0x4e00) {
    const share = longestWord(HALF_SHARES, text, at);
    if (share) return isOneOf('年个天小', text, at + 2) ? null : measure(at + 2, share[1], 'percent', '%', share[0]);
  }
  if (code === 0x534a) return readHalf(text, at); // 半
  const parts = longestWord(OF_HUNDRED, text, at);
  if (parts) return readPercent(text, at, parts[0], parts[1]);
  const tens = chineseDigit(code);
  if (tens > 0 && text.charAt(at + 2) === '折') {
    const ones = chineseDigit(text.charCodeAt(at + 1)); // 七五折, whose number is no number by itself
    if (ones >= 0) return discount(at + 3, tens * 10 + ones, '折');
  }
  const money = text.charAt(at) === '¥' || text.charAt(at) === '￥' ? 1 : 0;
  if (money === 1 && !isDigit(code) && !isDigit(text.charCodeAt(at + 1))) return null;
  const amount = readAmount(text, at + money);
  return amount && (withUnit(text, amount, at) ?? (money === 1 ? measure(amount.end, amount.lo, 'money', '元', '元') : null));
}

function readHalf(text: string, at: number): Measure | null {
  const found = longestWord(HALVES, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  const [months, given] = found[1];
  return given === '年' && isOneOf('度级', text, end) ? null : measure(end, months, 'duration', '月', given, found[0].includes('多'));
}

function readPercent(text: string, at: number, word: string, parts: number): Measure | null {
  if (text.startsWith(HUNDRED_PERCENT, at)) return measure(at + HUNDRED_PERCENT.length, 100, 'percent', '%', word);
  const numeral = readNumeral(text, at + word.length);
  if (!numeral) return null;
  const vague = isOneOf('多几', text, numeral.end);
  return measure(numeral.end + (vague ? 1 : 0), numeral.value / parts, 'percent', '%', word, vague);
}

/** The second number of 百分之五至十二, which has the unit of the first. */
export function readBarePercent(text: string, at: number): Measure | null {
  const numeral = readNumeral(text, at);
  return numeral && !readUnit(text, numeral.end) ? measure(numeral.end, numeral.value, 'percent', '%', '百分之') : null;
}

/** A number without its unit, with the words that blur it: 800多 · 十来 · 十几 · 三四. */
function readAmount(text: string, at: number): Amount | null {
  const pair = readPair(text, at);
  if (pair) return pair;
  const numeral = readNumeral(text, at);
  if (!numeral) return null;
  let { end } = numeral;
  let { value } = numeral;
  const vague = isOneOf(VAGUE, text, end) && numeral.value >= 10 && (text.charAt(end) !== '几' || value % 10 === 0);
  if (vague) {
    end++;
    const power = chinesePower(text.charCodeAt(end)); // 三十多万
    if (power >= 4) {
      value *= 10 ** power;
      end++;
      return { end, lo: value, hi: value, numeral: { ...numeral, end, value, scale: 10 ** power }, approximate: true };
    }
  }
  return { end, lo: value, hi: value, numeral, approximate: vague };
}

/** 三四个月, 两三千元: neighbouring digits are a span of guesses. */
function readPair(text: string, at: number): Amount | null {
  const first = chineseDigit(text.charCodeAt(at));
  const second = chineseDigit(text.charCodeAt(at + 1));
  const neighbours = second === first + 1 || (first === 3 && second === 5); // 三五天
  if (first < 1 || !neighbours || text.charAt(at + 2) === '折' || chineseDigit(text.charCodeAt(at + 2)) >= 0) return null;
  let end = at + 2;
  let scale = 1;
  for (let power = chinesePower(text.charCodeAt(end)); power > 0 && end < at + 4; power = chinesePower(text.charCodeAt(end))) {
    scale *= 10 ** power;
    end++;
  }
  return { end, lo: first * scale, hi: second * scale, numeral: null, approximate: true };
}

/** Gives a number its unit, or null where none follows. */
function withUnit(text: string, amount: Amount, from: number): Measure | null {
  const { end: at, numeral } = amount;
  const halfMonth = text.startsWith('个半月', at) || text.startsWith('个半小时', at);
  if (halfMonth) {
    const hours = text.startsWith('个半小', at);
    const over = hours ? 720 : 1;
    return measure(at + (hours ? 4 : 3), (amount.lo + 0.5) / over, 'duration', '月', hours ? '个小时' : '个月');
  }
  const fraction = numeral && text.startsWith('分之', at) ? readFraction(text, numeral) : null;
  if (fraction) return fraction;
  const blurred = text.startsWith('个多', at) ? 2 : text.startsWith('个', at) && text.startsWith('多', at + 1) ? 2 : 0;
  const found = blurred === 2 ? readBlurred(text, at) : readUnit(text, at);
  if (!found) return readBare(text, amount, from);
  const [word, unit] = found;
  const end = at + word.length;
  if (!fits(text, amount, word, end)) return null;
  const given = (numeral && unit.dimension === 'money' ? scaleWord(text, numeral) : '') + word.replace('多', '');
  if (word === '折') return discount(end, amount.lo, given);
  if (word === '成') return readTenths(text, end, amount);
  const plain: Measure = {
    end,
    lo: toBase(amount.lo, unit),
    hi: toBase(amount.hi, unit),
    dimension: unit.dimension,
    unit: unit.base,
    given,
    approximate: amount.approximate || blurred === 2,
    of: unit,
  };
  return unit.dimension === 'duration' || unit.dimension === 'age' ? lengthen(text, plain, amount, unit, word) : plain;
}

/** 3个多月. */
function readBlurred(text: string, at: number): readonly [string, Unit] | null {
  const found = readUnit(`个${text.slice(at + 2, at + 6)}`, 0);
  return found && [`个多${found[0].slice(1)}`, found[1]];
}

/** Whether number and unit go together: 2025年 is a date, 二次 and 一次 are adverbs, 一档 is a name. */
function fits(text: string, amount: Amount, word: string, end: number): boolean {
  const { lo: value, numeral } = amount;
  const digits = numeral?.digits ?? false;
  if (word === '年') {
    if (digits && Number.isInteger(value) && value >= YEAR_MIN && value <= YEAR_MAX) return false;
    return !(digits && value >= 10 && value <= 99 && isCalendarMonth(text, end));
  }
  if (word === '月') return value > 12;
  if (word === '季度') return value === 1;
  if (word === '块') return value >= 10;
  if (word === '次' || word === '套') return digits || !numeral || value !== 2 || text.charAt(numeral.end - 1) !== '二';
  if (word === '档') return text.charAt(end - 2) === '两' || isOneOf('分为成设', text, end - word.length - 2);
  if (word === '成') return value <= 10;
  if (word === '天') return !text.startsWith('到晚', end);
  if (word === '日') return !text.startsWith('三餐', end);
  return true;
}

/** 26年6月30日: the year of a date. */
function isCalendarMonth(text: string, at: number): boolean {
  const month = readNumeral(text, at);
  return month !== null && month.value >= 1 && month.value <= 12 && text.startsWith('月', month.end);
}

function scaleWord(text: string, numeral: Numeral): string {
  return numeral.scale >= 1e4 ? text.charAt(numeral.end - 1) : '';
}

/** 50万, 三千, 两万四, without 元: a number that is told in thousands or more, or is paid. */
function readBare(text: string, amount: Amount, from: number): Measure | null {
  const { numeral, end } = amount;
  if (!numeral || !isBareMoney(text, end)) return null;
  if (numeral.scale < 1e3 && (numeral.digits || numeral.value < 1e3) && !isPaid(text, from, numeral.value)) return null;
  return {
    ...measure(end, amount.lo, BARE_MONEY.dimension, BARE_MONEY.base, scaleWord(text, numeral)),
    approximate: amount.approximate,
    of: BARE_MONEY,
  };
}

function discount(end: number, value: number, given: string): Measure | null {
  const percent = value < 10 ? value * 10 : value;
  return percent > 100 ? null : measure(end, percent, 'percent', '%', given);
}

/** 八成 · 八成五. */
function readTenths(text: string, at: number, amount: Amount): Measure {
  const digit = chineseDigit(text.charCodeAt(at));
  const arabic = isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1)) ? text.charCodeAt(at) - 0x30 : -1;
  const units =
    digit > 0 && !readNumeralUnit(text, at) ? digit : arabic > 0 && !readUnit(text, at + 1) ? arabic : text.startsWith('半', at) ? 5 : 0;
  const end = units > 0 ? at + 1 : at;
  return { ...measure(end, amount.lo * 10 + units, 'percent', '%', '成', amount.approximate), hi: amount.hi * 10 + units };
}

/** Whether what follows is a number with a unit of its own: 八成两年. */
function readNumeralUnit(text: string, at: number): boolean {
  const next = readNumeral(text, at);
  return next === null || readUnit(text, next.end) !== null;
}

/** 三分之一. */
function readFraction(text: string, whole: Numeral): Measure | null {
  const part = readNumeral(text, whole.end + 2);
  if (!part || whole.value < 2 || part.value > whole.value) return null;
  return measure(part.end, (100 * part.value) / whole.value, 'percent', '%', '分之');
}

/** What a length of time or an age goes on with: 一年半 · 一年多 · 1年零3个月 · 58岁6个月 · 两天两夜. */
function lengthen(text: string, plain: Measure, amount: Amount, unit: Unit, word: string): Measure {
  const { end } = plain;
  if (unit.half && text.startsWith('半', end) && !isOneOf('年个天小', text, end + 1)) {
    return { ...plain, end: end + 1, lo: plain.lo + toBase(0.5, unit), hi: plain.hi + toBase(0.5, unit) };
  }
  if (isOneOf('多来', text, end) && !isOneOf('次少种', text, end + 1)) return { ...plain, end: end + 1, approximate: true };
  if (word === '天') {
    const nights = readNumeral(text, end);
    if (nights && nights.value === amount.lo && text.startsWith('夜', nights.end)) return { ...plain, end: nights.end + 1 };
  }
  if (word !== '年' && unit.dimension !== 'age') return plain;
  const from = isOneOf('零又', text, end) ? end + 1 : end;
  const months = readNumeral(text, from);
  if (!months || months.value >= 12 || !text.startsWith('个月', months.end)) return plain;
  const more = unit.dimension === 'age' ? months.value / 12 : months.value;
  return { ...plain, end: months.end + 2, lo: plain.lo + more, hi: plain.hi + more };
}

/** The measure that a unitless number is, given the later one whose unit it shares: 3至6个月, 5至10万元. */
export function shareUnit(text: string, first: Numeral, later: Measure, laterAt: number): Measure | null {
  const number = readNumeral(text, laterAt);
  if (!number || later.lo !== later.hi || (!later.of && number.value === 0)) return null;
  const mantissa = number.value / number.scale;
  const value = number.scale > 1 && first.scale === 1 && first.value <= mantissa ? first.value * number.scale : first.value;
  const base = later.of ? toBase(value, later.of) : (later.lo * value) / number.value;
  return { ...later, end: first.end, lo: base, hi: base };
}
