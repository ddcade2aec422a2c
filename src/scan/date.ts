// Dates in running text: points and ranges of the calendar, and the words that open them to one side (自…起, …底前, 截至).
import { dayBefore, isoDay } from './date-calendar.ts';
import { readPoint, readYearDigits } from './date-point.ts';
import type { Point, PointPrecision } from './date-point.ts';
import { chineseDigit, chinesePower, DIGIT_CODES, isDigit, readNumeral } from './numeral.ts';
import { isOneOf, longestWord, markStarts, wordTable } from './quantity-words.ts';

export interface DateExpr {
  readonly start: number;
  readonly end: number;
  /** First and last day covered, ISO; null where that side is open. `MM-DD` for a season. */
  readonly from: string | null;
  readonly to: string | null;
  /** `season`: without a year, so that it recurs; `to` may then be of the next year (10-01 to 02-28). */
  readonly precision: PointPrecision | 'season';
  readonly open: 'none' | 'from' | 'until';
  /** Written as 年度. */
  readonly label: boolean;
  /** The year that all of it lies in, or that its told limit lies in. */
  readonly year: number | null;
}

type Lead = 'from' | 'until' | 'upto' | 'plain';
type Tail = 'from' | 'before' | 'until' | 'plain';

const LEADS = wordTable<Lead>([
  ['自 从 自从 打从', 'from'],
  ['截至 截止 截止到 截至到 截止至', 'until'],
  ['到 至 直到 直至', 'upto'],
  ['在 于 每年 每年的', 'plain'],
]);
const TAILS = wordTable<Tail>([
  ['起 开始 以后 之后 后 及以后 以来 起算', 'from'],
  ['前 以前 之前 及以前 及之前', 'before'],
  ['止 为止 截止 (止)', 'until'],
  ['期间 之间', 'plain'],
]);
const RANGE_SIGNS = '至到-~—–−';
const NEXT_YEAR = wordTable<null>([['次年 翌年 第二年 来年 下一年 次年的', null]]);
/** 起诉, 后者, 前往: the tail is the head of another word. */
const NOT_TAIL = wordTable<string>([
  ['起', '诉草点付步'],
  ['后', '者续期台半'],
  ['前', '往者后沿'],
]);

const TEN = 0x5341; // 十
/** 1 for the code units with which a date can begin. */
export const dateStarts = new Uint8Array(65536);
for (const code of [...DIGIT_CODES, TEN]) dateStarts[code] = 1;
markStarts(dateStarts, LEADS);

/** Reads the date that begins at `at` in folded text, with the words around it that open it; null where none begins there. */
export function readDate(text: string, at: number): DateExpr | null {
  if (dateStarts[text.charCodeAt(at)] !== 1) return null;
  const lead = longestWord(LEADS, text, at);
  const begin = lead ? at + lead[0].length : at;
  if (lead ? !startsNumber(text.charCodeAt(begin)) : !canBegin(text, at)) return null;
  const first = readYears(text, begin) ?? readMonths(text, begin, null) ?? readFirst(text, begin);
  if (!first) return null;
  const last = first.closed ? null : readLast(text, first.point);
  const point = last ? { ...first.point, end: last.end, to: last.to, precision: last.precision } : first.point;
  return finish(text, at, point, lead?.[1] ?? 'plain', last !== null || first.closed);
}

function startsNumber(code: number): boolean {
  return isDigit(code) || chineseDigit(code) >= 0 || code === TEN;
}

/** Not in the middle of a number or a code. */
function canBegin(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (text.charAt(at - 1) === '第') return false;
  if (isDigit(text.charCodeAt(at))) {
    if (isDigit(before) || (before >= 0x41 && before <= 0x5a) || (before >= 0x61 && before <= 0x7a)) return false;
    return !isOneOf('.-/', text, at - 1) || !isDigit(text.charCodeAt(at - 2));
  }
  return chineseDigit(before) < 0 && chinesePower(before) === 0;
}

interface First {
  readonly point: Point;
  /** Already a range: 2024-2025年. */
  readonly closed: boolean;
}

function readFirst(text: string, at: number): First | null {
  const point = readPoint(text, at);
  if (!point) return null;
  if (point.precision !== 'year' || point.year === null || point.label) return { point, closed: false };
  return readMonths(text, point.end, point.year) ?? { point, closed: false };
}

/** 2024-2025年, 2024至2025年度. */
function readYears(text: string, at: number): First | null {
  const from = readYearDigits(text, at);
  const next = from ? afterRangeSign(text, from.end) : 0;
  if (!from || next === 0) return null;
  const to = readPoint(text, next);
  if (!to || to.precision !== 'year' || to.year === null || to.year <= from.year) return null;
  return { point: { ...to, from: isoDay(from.year, 1, 1), year: null }, closed: true };
}

/** 7-9月, 一至六月; with a year before them or without. */
function readMonths(text: string, at: number, year: number | null): First | null {
  const from = readNumeral(text, at);
  const next = from && from.value >= 1 && from.value <= 12 && Number.isInteger(from.value) ? afterRangeSign(text, from.end) : 0;
  if (!from || next === 0) return null;
  const to = readPoint(text, next, year);
  if (!to || to.month === null || to.precision === 'day' || to.year !== year || to.month <= from.value) return null;
  return { point: { ...to, from: isoDay(year, from.value, 1) }, closed: true };
}

function afterRangeSign(text: string, at: number): number {
  const sign = text.charAt(at) === ' ' ? at + 1 : at;
  if (!isOneOf(RANGE_SIGNS, text, sign)) return 0;
  return text.charAt(sign + 1) === ' ' ? sign + 2 : sign + 1;
}

/** The end of a range that begins with `first`. */
function readLast(text: string, first: Point): Point | null {
  const from = first.end + (isOneOf('起', text, first.end) ? 1 : 0);
  let at = afterRangeSign(text, text.charAt(from) === ',' && from > first.end ? from + 1 : from);
  if (at === 0) return null;
  const next = longestWord(NEXT_YEAR, text, at);
  if (next) at += next[0].length;
  const year = next && first.year !== null ? first.year + 1 : first.year;
  const last = readPoint(text, at, year, next ? null : first.precision === 'day' ? first.month : null);
  if (!last) return null;
  if ((last.year === null) !== (first.year === null)) return null;
  if (last.year === null || last.to >= first.from) return last;
  // 2024年9月1日至2月28日 runs into the next year, unless the year is told
  const told = readPoint(text, at)?.year !== null;
  const rolled = told || next ? null : readPoint(text, at, last.year + 1);
  return rolled;
}

/** Puts together point, lead and tail. */
function finish(text: string, start: number, point: Point, lead: Lead, ranged: boolean): DateExpr {
  const within = skipIncluded(text, point.end);
  const tail = readTail(text, within);
  const end = tail ? within + tail.length : within;
  const kind = tail ? tail.kind : 'plain';
  let { from, to }: { from: string | null; to: string | null } = point;
  let open: DateExpr['open'] = 'none';
  if (!ranged) {
    if (
      kind === 'before' ||
      kind === 'until' ||
      (kind === 'plain' && (lead === 'until' || (lead === 'upto' && point.precision !== 'year')))
    ) {
      // 前 of a day or of a month's end includes it, 2021年以前 and 7月前 end on the day before
      const excluded = kind === 'before' && point.precision !== 'day' && !point.late;
      to = excluded && from !== null && !tail?.inclusive ? dayBefore(from) : to;
      from = null;
      open = 'until';
    } else if (kind === 'from' || lead === 'from') {
      to = null;
      open = 'from';
    }
  }
  const season = point.year === null && (point.from.length === 5 || point.to.length === 5);
  const limit = open === 'until' ? to : from;
  const oneYear = season || (open === 'none' && from?.slice(0, 4) !== to?.slice(0, 4));
  return {
    start,
    end,
    from,
    to,
    precision: season ? 'season' : point.precision,
    open,
    label: point.label,
    year: oneYear || limit === null ? null : (point.year ?? Number(limit.slice(0, 4))),
  };
}

/** (含) between a date and 前 or 后. */
function skipIncluded(text: string, at: number): number {
  return text.startsWith('(含)', at) && longestWord(TAILS, text, at + 3) ? at + 3 : at;
}

function readTail(text: string, at: number): { readonly kind: Tail; readonly length: number; readonly inclusive: boolean } | null {
  const found = longestWord(TAILS, text, at);
  if (!found) return null;
  const not = longestWord(NOT_TAIL, text, at);
  if (found[0].length === 1 && not && isOneOf(not[1], text, at + 1)) return null;
  return { kind: found[1], length: found[0].length, inclusive: found[0].startsWith('及') || text.charAt(at - 1) === ')' };
}
