// Quantities in running text: limits and periods around a measure, ranges, and intervals told in two halves (满1年不满5年).
import type { Bound, Interval } from '../model/claim.ts';
import { chineseDigit, chinesePower, isDigit, readNumeral } from './numeral.ts';
import { PREFIXES } from './quantity-bound.ts';
import { readMeasure } from './quantity-measure.ts';
import { isDayOfMonth, NUMBER_STARTS, readPart } from './quantity-part.ts';
import type { Part } from './quantity-part.ts';
import { ONE_PERIODS, PERIODS, readDistantPeriod } from './quantity-period.ts';
import type { Dimension } from './quantity-unit.ts';
import { isOneOf, longestWord, markStarts, wordTable } from './quantity-words.ts';

export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly dimension: Dimension;
  /** In the base unit: 元, 月 (30 days, 7/30 a week, 365 days = 12), 工作日, %, 百分点, 岁, 倍, or the classifier's count. */
  readonly range: Interval;
  readonly bound: Bound;
  readonly unit: string;
  /** The unit as written: 天, 周岁, 万元, 折, 百分之. */
  readonly given: string;
  /** 年, 月, 日, 周, 季 or 次 for amounts that recur. */
  readonly per: string | null;
  readonly approximate: boolean;
  /** The limits that the text says belong to the range: 满5年 has its lower one. */
  readonly spelled: readonly ('lo' | 'hi')[];
}

const ORDINAL = '第';
/** 上一年, 同一天: not a number of years. */
const DEICTIC = '上下同头新这那哪某另逐';
const JOINTS = wordTable<null>([['至 到 且 但 而 并 并且 但是 又 - ~', null]]);
const ORDINAL_UNITS = wordTable<string>([['个月 年 天 日 周 次 个季度 个工作日', '']]);
const ORDINAL_FROM = wordTable<null>([['起 开始 以后 之后 及以后 后', null]]);

/** 1 for the code units with which a quantity can begin. */
export const quantityStarts = Uint8Array.from(NUMBER_STARTS);
quantityStarts[ORDINAL.charCodeAt(0)] = 1;
markStarts(quantityStarts, PREFIXES, PERIODS);

/**
 * Reads the quantity that begins at `at`, with the words before it that belong to it (约, 不超过, 每月, 满 …), in folded text.
 * Null where none begins there, which is found out within a few characters.
 */
export function readQuantity(text: string, at: number): Quantity | null {
  const code = text.charCodeAt(at);
  if (quantityStarts[code] !== 1 || !canBegin(text, at, code)) return null;
  if (text.charAt(at) === ORDINAL) return readOrdinal(text, at);
  const first = readRecurring(text, at) ?? readPart(text, at);
  if (!first || isAdverb(text, first, at)) return null;
  const second = first.bound === 'min' || first.bound === 'max' ? readSecondHalf(text, first) : null;
  const { measure } = first;
  return {
    start: at,
    end: second?.end ?? first.end,
    dimension: measure.dimension,
    range: second?.range ?? first.range,
    bound: second ? 'range' : first.bound,
    unit: measure.unit,
    given: second?.measure.given ?? measure.given,
    per: first.per ?? second?.per ?? (measure.dimension === 'money' ? readDistantPeriod(text, at) : null),
    approximate: first.approximate || (second?.approximate ?? false),
    spelled: [...spelledOf(first), ...(second ? spelledOf(second) : [])],
  };
}

const spelledOf = ({ spelled, bound }: Part): ('lo' | 'hi')[] => (!spelled ? [] : bound === 'min' ? ['lo'] : ['hi']);

/** Looks at the character before: the middle of a number, a code or an ordinal is no beginning. */
function canBegin(text: string, at: number, code: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  const digit = isDigit(code);
  if (digit || chineseDigit(code) >= 0 || chinesePower(code) > 0) {
    if (text.charAt(at - 1) === ORDINAL) return false;
    if (isDigit(before) && (digit || chinesePower(code) > 0)) return false;
    if (digit && (before === 0x2e ? isDigit(text.charCodeAt(at - 2)) : isLatin(before))) return false;
    if (!digit && insideNumeral(text, at, code, before)) return false;
    if (isOneOf(DEICTIC, text, at - 1) && text.charAt(at) === '一' && !isOneOf('以之', text, at - 2)) return false;
    if (text.charAt(at) === '一' && isOneOf('统唯', text, at - 1)) return false;
    if (isOneOf('月', text, at - 1) && isDayOfMonth(text, at)) return false;
    return !isOneOf('几数', text, at - 1) || digit;
  }
  if (text.charAt(at) === '半') return !isOneOf('上下大小多过一', text, at - 1);
  if (isOneOf('超高低少多大小满达', text, at)) return !isOneOf('不未没', text, at - 1);
  return text.charAt(at) !== '近' || !isOneOf('最附靠临新', text, at - 1);
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

/** 五 inside 第十五年; but 统一三个月 begins at 三, and 统一十年 at 十. */
function insideNumeral(text: string, at: number, code: number, before: number): boolean {
  if (text.startsWith('分之', at + 1)) return false;
  if (chinesePower(before) > 0) return true;
  const digit = chineseDigit(before);
  if (digit !== 1) return digit >= 0;
  return chinesePower(code) > 1 || (at >= 2 && (chineseDigit(text.charCodeAt(at - 2)) >= 0 || chinesePower(text.charCodeAt(at - 2)) > 0));
}

/** 一次, 一人, 一套 without a limit or a period are adverbs and names. */
function isAdverb(text: string, part: Part, at: number): boolean {
  if (part.measure.dimension !== 'count') return false;
  if (part.bound !== 'exact' || part.per !== null || text.charAt(at) === '每') return false;
  // 十分方便: ten points are written so by nobody.
  if (text.startsWith('十分', at)) return true;
  return part.measure.lo === 1 && part.measure.hi === 1;
}

/** 一年1716元: a length of time that turns out to be the period of the amount after it. */
function readRecurring(text: string, at: number): Part | null {
  const one = longestWord(ONE_PERIODS, text, at);
  if (!one) return null;
  const part = readPart(text, at + one[0].length);
  if (!part) return null;
  const { dimension } = part.measure;
  return dimension === 'money' || (dimension === 'count' && one[1] !== '次') ? { ...part, per: part.per ?? one[1] } : null;
}

/** 第4个月起: later than three months. */
function readOrdinal(text: string, at: number): Quantity | null {
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.value < 1 || !longestWord(ORDINAL_UNITS, text, numeral.end)) return null;
  const before = readMeasure(text, at + 1);
  const from = before && longestWord(ORDINAL_FROM, text, before.end);
  if (!before || !from || before.lo !== before.hi || !before.of) return null;
  const lo = (before.lo / numeral.value) * (numeral.value - 1);
  return {
    start: at,
    end: before.end + from[0].length,
    dimension: before.dimension,
    range: { lo, hi: null, loOpen: true, hiOpen: false },
    bound: 'min',
    unit: before.unit,
    given: before.given,
    per: null,
    approximate: false,
    spelled: [],
  };
}

/** The other half of 满1年不满5年 or 500元以上至10000元(含). */
function readSecondHalf(text: string, first: Part): Part | null {
  let at = first.end;
  if (isOneOf('、,', text, at)) at++;
  const joint = longestWord(JOINTS, text, at);
  if (joint) at += joint[0].length;
  const second = readPart(text, at);
  if (!second || second.measure.dimension !== first.measure.dimension || second.measure.unit !== first.measure.unit) return null;
  const range = joint && '至到-~'.includes(joint[0]) && second.bound === 'exact' ? upTo(first, second) : meet(first, second);
  return range && { ...second, range };
}

function upTo(first: Part, second: Part): Interval | null {
  const { lo, loOpen } = first.range;
  const { hi, hiOpen } = second.range;
  return lo !== null && hi !== null && lo < hi ? { lo, hi, loOpen, hiOpen } : null;
}

function meet(first: Part, second: Part): Interval | null {
  if (first.bound === second.bound || (second.bound !== 'min' && second.bound !== 'max')) return null;
  const low = first.bound === 'min' ? first.range : second.range;
  const high = first.bound === 'min' ? second.range : first.range;
  if (low.lo === null || high.hi === null || low.lo >= high.hi) return null;
  return { lo: low.lo, hi: high.hi, loOpen: low.loOpen, hiOpen: high.hiOpen };
}
