// Two measures with one range sign (6%~12%, 3至6个月, 90%到70%), or numbers that wait for a later unit (3、6、12个月).
import { isDigit, readNumeral } from './numeral.ts';
import type { Sense } from './quantity-bound.ts';
import { readInclusion } from './quantity-bound.ts';
import { readBarePercent, readMeasure, shareUnit } from './quantity-measure.ts';
import type { Measure } from './quantity-measure.ts';
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

const MAX_LISTED = 8;
/** Before a number: a list marker (“ 3、6个月内…”), or one of two columns (50岁195、55岁170). */
const NO_LIST_AFTER = ' \n岁年月日天元%次级';
const RANGE_SIGNS = wordTable<null>([['- ~ 至 到 — – −', null]]);

/** One measure, or two with a range sign between them. */
export interface Spread {
  readonly first: Measure;
  readonly last: Measure;
  readonly end: number;
  readonly ranged: boolean;
  /** The first one is marked (不含). */
  readonly firstOpen: boolean;
}

export function readSpread(text: string, at: number): Spread | null {
  const first = readMeasure(text, at);
  if (!first) {
    const bare = readNumeral(text, at);
    const next = bare && afterRangeSign(text, bare.end);
    const last = next ? readMeasure(text, next) : null;
    const shared = bare && next && last ? shareUnit(text, bare, last, next) : null;
    return shared && last ? { first: shared, last, end: last.end, ranged: true, firstOpen: false } : null;
  }
  const inclusion = readInclusion(text, first.end, first);
  const next = afterRangeSign(text, inclusion?.end ?? first.end);
  const last = next ? (readMeasure(text, next) ?? (first.given === '百分之' ? readBarePercent(text, next) : null)) : null;
  if (!last || last.dimension !== first.dimension || last.unit !== first.unit)
    return { first, last: first, end: first.end, ranged: false, firstOpen: false };
  const scaled = withScaleOf(first, last);
  return { first: scaled, last, end: last.end, ranged: true, firstOpen: inclusion ? !inclusion.included : false };
}

/** Place after the range sign at `at` (spaces allowed around it), or 0. */
function afterRangeSign(text: string, at: number): number {
  const sign = longestWord(RANGE_SIGNS, text, text.charAt(at) === ' ' ? at + 1 : at);
  if (!sign) return 0;
  const next = at + (text.charAt(at) === ' ' ? 2 : 1);
  return text.charAt(next) === ' ' ? next + 1 : next;
}

function withScaleOf(first: Measure, last: Measure): Measure {
  return first.given === last.given ? first : { ...first, given: last.given };
}

/** 3、6、12个月 and 30或25年: each number has the unit of the last. */
export function readListed(text: string, at: number): Spread | null {
  const numeral = readNumeral(text, at);
  if (!numeral || at === 0 || isOneOf(NO_LIST_AFTER, text, at - 1)) return null;
  let { end } = numeral;
  for (let count = 0; count < MAX_LISTED && isOneOf('、或和及', text, end); count++) {
    const later = readMeasure(text, end + 1);
    if (later) {
      const first = shareUnit(text, numeral, later, end + 1);
      return first && { first, last: first, end: numeral.end, ranged: false, firstOpen: false };
    }
    const next = readNumeral(text, end + 1);
    if (!next) return null;
    end = next.end;
  }
  return null;
}

/** 满三月, where a limit shows that no calendar month is meant. */
export function colloquialMonth(text: string, at: number, sense: Sense | null): Spread | null {
  if (sense === null || sense === 'about') return null;
  const numeral = readNumeral(text, at);
  if (
    !numeral ||
    !text.startsWith('月', numeral.end) ||
    isDigit(text.charCodeAt(numeral.end + 1)) ||
    isOneOf('份底初末', text, numeral.end + 1)
  )
    return null;
  const value = numeral.value;
  const first: Measure = {
    end: numeral.end + 1,
    lo: value,
    hi: value,
    dimension: 'duration',
    unit: '月',
    given: '月',
    approximate: false,
    of: null,
  };
  return { first, last: first, end: first.end, ranged: false, firstOpen: false };
}
