// One quantity with the words around it: period and limits before, brackets, period and limits after.
import type { Bound, Interval } from '../model/claim.ts';
import { DIGIT_CODES, readNumeral } from './numeral.ts';
import { PREFIXES, readInclusion, readSuffix, skipFiller } from './quantity-bound.ts';
import type { Sense } from './quantity-bound.ts';
import type { Measure } from './quantity-measure.ts';
import { PERIODS, readTrailingPeriod } from './quantity-period.ts';
import type { Per } from './quantity-period.ts';
import { colloquialMonth, readListed, readSpread } from './quantity-spread.ts';
import type { Spread } from './quantity-spread.ts';
import { isOneOf, longestWord } from './quantity-words.ts';

/** What a measure ends on: the 到 behind it begins the other half of a range. */
const MEASURED = '元万亿月年日天%';

/** Words in a row before a number that are looked at; keeps the cost of 每月每月每月… flat. */
const MAX_PREFIXES = 5;
/** 1 for the code units with which a number can begin. */
export const NUMBER_STARTS = new Uint8Array(65536);
for (const code of DIGIT_CODES) NUMBER_STARTS[code] = 1;
for (const char of '十拾廿卅半百千万¥￥') NUMBER_STARTS[char.charCodeAt(0)] = 1;

/** A measure or range with its limits, before the second half of an interval is looked for. */
export interface Part {
  readonly end: number;
  readonly measure: Measure;
  readonly range: Interval;
  readonly bound: Bound;
  readonly per: Per;
  readonly approximate: boolean;
  /** 满, 及以上, (含): the text says that the limit belongs to the range. */
  readonly spelled: boolean;
}

/** Reads periods, limits, measure or range, brackets and suffix. */
export function readPart(text: string, at: number): Part | null {
  let per: Per = null;
  let sense: Sense | null = null;
  let about = false;
  let begin = at;
  for (let count = 0; count < MAX_PREFIXES; count++) {
    const period = longestWord(PERIODS, text, begin);
    const prefix = period ? undefined : longestWord(PREFIXES, text, begin);
    if (period) per = period[1] ?? per;
    else if (prefix && (prefix[1] === 'about' || prefix[1] === 'near')) about = true;
    else if (prefix && (sense === null || prefix[1] !== 'meet')) sense = prefix[1];
    const word = (period ?? prefix)?.[0];
    if (word === undefined) break;
    begin += word.length;
  }
  if (begin > at && sense !== null && sense !== 'meet') begin = skipFiller(text, begin);
  if (begin > at && text.charAt(begin) === ' ') begin++;
  if (NUMBER_STARTS[text.charCodeAt(begin)] !== 1) return null; // 不 and 最 mostly lead to no number
  if (per === '月' && isDayOfMonth(text, begin)) return null;
  const spread = readSpread(text, begin) ?? readListed(text, begin) ?? colloquialMonth(text, begin, sense);
  if (!spread) return null;
  const { first, last } = spread;
  // 起付线以上到10万元的部分: what lies below it, where no number begins the range.
  if (sense === null && isOneOf('到至', text, at - 1) && !isOneOf(MEASURED, text, at - 2) && text.startsWith('的部分', spread.end))
    sense = 'le';
  if (about && text.charAt(at) === '近' && first.dimension === 'duration') return null; // 近三年 is a time, not an estimate
  const except = isOneOf('除', text, at - 1) || (isOneOf('了', text, at - 1) && isOneOf('除', text, at - 2));
  return finish(text, spread, { sense, about, per, except, first, last });
}

/** 每月15日, 次月5日: a day of the calendar. */
export function isDayOfMonth(text: string, at: number): boolean {
  const day = readNumeral(text, at);
  return day !== null && isOneOf('日号', text, day.end);
}

interface Around {
  readonly sense: Sense | null;
  readonly about: boolean;
  readonly per: Per;
  readonly except: boolean;
  readonly first: Measure;
  readonly last: Measure;
}

/** What stands after the measure, and the interval that all of it makes. */
function finish(text: string, spread: Spread, around: Around): Part {
  const { first, last } = around;
  let { end } = spread;
  let { per } = around;
  let about = around.about || first.approximate || last.approximate;
  let included: boolean | null = null;
  let sense = around.sense;
  let joined = false;
  for (let step = 0; step < 4; step++) {
    const bracket: ReturnType<typeof readInclusion> = included === null ? readInclusion(text, end, last) : null;
    if (bracket) {
      included = bracket.included;
      end = bracket.end;
      continue;
    }
    const trailing: ReturnType<typeof readTrailingPeriod> = per === null ? readTrailingPeriod(text, end) : null;
    if (trailing) {
      per = trailing.per;
      end = trailing.end;
      continue;
    }
    if (text.startsWith('之间', end) || text.startsWith('不等', end)) {
      end += 2;
      continue;
    }
    const suffix = readSuffix(text, end, last, around.except);
    if (suffix.sense === null) break;
    joined ||= isOneOf('及或', text, end);
    end = suffix.end;
    if (suffix.sense === 'about') about = true;
    else if (sense === null || sense === 'meet') sense = suffix.sense;
  }
  // 不超过 and 至少 take the limit in by what they mean; 以内 and 以上 are used either way.
  const firm = around.sense === 'le' || around.sense === 'ge' || sense === 'meet';
  const spelled = included === true || (included === null && (joined || firm));
  if (spread.ranged)
    return {
      end,
      measure: first,
      range: between(spread, sense, included),
      bound: 'range',
      per,
      approximate: about,
      spelled: included === true,
    };
  return { end, measure: first, ...limit(first, sense, included), per, approximate: about, spelled };
}

function between(spread: Spread, sense: Sense | null, included: boolean | null): Interval {
  const { first, last } = spread;
  const falling = first.lo > last.hi;
  const hiOpen = included === false || sense === 'lt';
  const loOpen = spread.firstOpen || sense === 'gt';
  return falling ? { lo: last.lo, hi: first.hi, loOpen: hiOpen, hiOpen: loOpen } : { lo: first.lo, hi: last.hi, loOpen, hiOpen };
}

function limit(of: Measure, sense: Sense | null, included: boolean | null): { readonly range: Interval; readonly bound: Bound } {
  const open = included === null ? sense === 'gt' || sense === 'lt' : !included;
  if (sense === 'ge' || sense === 'gt' || sense === 'meet')
    return { range: { lo: of.lo, hi: null, loOpen: open, hiOpen: false }, bound: 'min' };
  if (sense === 'le' || sense === 'lt') return { range: { lo: null, hi: of.hi, loOpen: false, hiOpen: open }, bound: 'max' };
  return { range: { lo: of.lo, hi: of.hi, loOpen: false, hiOpen: false }, bound: of.lo === of.hi ? 'exact' : 'range' };
}
