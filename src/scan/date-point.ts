// One point of the calendar without the words around it: 2025年7月1日 · 2025-07-01 · 二〇二五年第三季度 · 12月底.
import { chineseDigit, isDigit, readNumeral } from './numeral.ts';
import { daysInMonth, isoDay, monthDays } from './date-calendar.ts';
import type { Days } from './date-calendar.ts';
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

export type PointPrecision = 'year' | 'half' | 'quarter' | 'month' | 'day';

export interface Point extends Days {
  readonly end: number;
  readonly precision: PointPrecision;
  /** Null in 12月31日. */
  readonly year: number | null;
  /** 1–12 where the point is a month or a day. */
  readonly month: number | null;
  /** 年度. */
  readonly label: boolean;
  /** 底, 末: the end of the year or month is meant. */
  readonly late: boolean;
}

interface Written {
  readonly end: number;
  readonly year: number;
}

const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
/** 2-digit years up to this one are of 20xx. */
const CENTURY_SPLIT = 49;
const HALVES = wordTable<readonly [first: number, last: number]>([
  ['上半年', [1, 6]],
  ['下半年', [7, 12]],
]);
/** Parts of a month or year: first and last day of the month, first and last month of the year. */
const PARTS = wordTable<{ readonly days: readonly [number, number]; readonly months: readonly [number, number] | null }>([
  ['底 末 月底 月末 年底 年末', { days: [21, 31], months: [12, 12] }],
  ['初 月初 年初', { days: [1, 10], months: [1, 1] }],
  ['上旬', { days: [1, 10], months: null }],
  ['中旬', { days: [11, 20], months: null }],
  ['下旬', { days: [21, 31], months: null }],
]);

/** Reads a point; `year` and `month` are what it takes from the point before it in a range (至12月31日, 至15日). */
export function readPoint(text: string, at: number, year: number | null = null, month: number | null = null): Point | null {
  const written = readNumericDay(text, at) ?? readYearPoint(text, at) ?? readMonthPoint(text, at, year);
  if (written || month === null) return written;
  const day = smallNumber(text, at, 31);
  if (!day || !isOneOf('日号', text, day.end) || day.value > daysInMonth(year, month)) return null;
  return dayPoint(day.end + 1, year, month, day.value);
}

function dayPoint(end: number, year: number | null, month: number, day: number): Point {
  const iso = isoDay(year, month, day);
  return { end, from: iso, to: iso, precision: 'day', year, month, label: false, late: false };
}

/** Four digits of a year, Arabic or Chinese (二〇二五), without the 年. */
export function readYearDigits(text: string, at: number): Written | null {
  let year = 0;
  const arabic = isDigit(text.charCodeAt(at));
  for (let i = at; i < at + 4; i++) {
    const code = text.charCodeAt(i);
    const digit = arabic ? (isDigit(code) ? code - 0x30 : -1) : text.charAt(i) === 'O' && i > at ? 0 : chineseDigit(code);
    if (digit < 0) return null;
    year = year * 10 + digit;
  }
  const next = text.charCodeAt(at + 4);
  if (arabic ? isDigit(next) : chineseDigit(next) >= 0) return null;
  return year >= YEAR_MIN && year <= YEAR_MAX ? { end: at + 4, year } : null;
}

/** 2025-07-01, 2025/7/1, 2025.7.1. */
function readNumericDay(text: string, at: number): Point | null {
  const year = isDigit(text.charCodeAt(at)) ? readYearDigits(text, at) : null;
  const sign = year ? text.charAt(year.end) : '';
  if (!year || (sign !== '-' && sign !== '/' && sign !== '.')) return null;
  const month = shortDigits(text, year.end + 1);
  if (!month || month.value < 1 || month.value > 12 || text.charAt(month.end) !== sign) return null;
  const day = shortDigits(text, month.end + 1);
  if (!day || day.value < 1 || day.value > daysInMonth(year.year, month.value)) return null;
  return dayPoint(text.startsWith('日', day.end) ? day.end + 1 : day.end, year.year, month.value, day.value);
}

/** One or two digits that are not part of a longer number. */
function shortDigits(text: string, at: number): { readonly end: number; readonly value: number } | null {
  if (!isDigit(text.charCodeAt(at))) return null;
  const end = isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(end)) ? null : { end, value: Number(text.slice(at, end)) };
}

/** A whole number from 1 to `max` in digits or characters. */
function smallNumber(text: string, at: number, max: number): { readonly end: number; readonly value: number } | null {
  const number = isDigit(text.charCodeAt(at)) ? shortDigits(text, at) : readNumeral(text, at);
  return number && number.value >= 1 && number.value <= max ? number : null;
}

function readYearPoint(text: string, at: number): Point | null {
  const written = readYearDigits(text, at) ?? readShortYear(text, at);
  if (!written || !text.startsWith('年', written.end)) return null;
  const { year } = written;
  const end = written.end + 1;
  if (text.startsWith('代', end)) return null;
  if (text.startsWith('度', end)) return { ...yearPoint(end + 1, year), label: true };
  const half = longestWord(HALVES, text, end);
  if (half) return { ...yearPoint(end + half[0].length, year), ...monthDays(year, half[1][0], half[1][1]), precision: 'half' };
  const part = longestWord(PARTS, text, end);
  if (part?.[1].months)
    return {
      ...yearPoint(end + part[0].length, year),
      ...monthDays(year, ...part[1].months),
      precision: 'month',
      late: part[1].months[0] === 12,
    };
  return readQuarter(text, end, year) ?? readMonthPoint(text, end, year) ?? yearPoint(end, year);
}

function yearPoint(end: number, year: number): Point {
  return { end, from: isoDay(year, 1, 1), to: isoDay(year, 12, 31), precision: 'year', year, month: null, label: false, late: false };
}

/** The 26年 of 26年6月30日 or 26年度. */
function readShortYear(text: string, at: number): Written | null {
  const short = shortDigits(text, at);
  if (!short || short.end !== at + 2 || !text.startsWith('年', short.end)) return null;
  const month = smallNumber(text, short.end + 1, 12);
  if (!text.startsWith('度', short.end + 1) && !(month && text.startsWith('月', month.end))) return null;
  return { end: short.end, year: short.value + (short.value <= CENTURY_SPLIT ? 2000 : 1900) };
}

/** 第三季度, 3季度 after a year. */
function readQuarter(text: string, at: number, year: number): Point | null {
  const quarter = smallNumber(text, text.startsWith('第', at) ? at + 1 : at, 4);
  if (!quarter || !text.startsWith('季度', quarter.end)) return null;
  const last = quarter.value * 3;
  return { ...yearPoint(quarter.end + 2, year), ...monthDays(year, last - 2, last), precision: 'quarter' };
}

/** 7月 · 7月1日 · 7月底 · 七月上旬, with a year or without. An impossible day leaves the month. */
function readMonthPoint(text: string, at: number, year: number | null): Point | null {
  const month = smallNumber(text, at, 12);
  if (!month || !text.startsWith('月', month.end) || isOneOf('龄供均薪结', text, month.end + 1)) return null;
  let end = month.end + 1;
  const day = smallNumber(text, end, 31);
  if (day && isOneOf('日号', text, day.end) && day.value <= daysInMonth(year, month.value))
    return dayPoint(day.end + 1, year, month.value, day.value);
  if (text.startsWith('份', end)) end++;
  const whole = monthDays(year, month.value, month.value);
  const rest = { year, month: month.value, label: false, precision: 'month' } as const;
  const part = longestWord(PARTS, text, end);
  if (!part || part[0].startsWith('年')) return { end, ...whole, ...rest, late: false };
  const [from, to] = part[1].days;
  return {
    end: end + part[0].length,
    from: isoDay(year, month.value, from),
    to: to === 31 ? whole.to : isoDay(year, month.value, to),
    ...rest,
    late: to === 31 && part[1].months !== null,
  };
}
