// For which span an amount recurs: 每人每年400元 · 月均 · 全年1080元 · 一年1716元 · 400元/年 · 90元每月.
import { isDigit, readNumeral } from './numeral.ts';
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

/** null: by person, which is no span of time. */
export type Per = '年' | '月' | '日' | '周' | '季' | '次' | null;

const BEFORE: readonly (readonly [string, Per])[] = [
  ['每年 每年度 每一年 年均 全年 每学年', '年'],
  ['每月 每个月 每一个月 月均', '月'],
  ['每天 每日 日均', '日'],
  ['每周 每星期', '周'],
  ['每季度 每个季度 每季', '季'],
  ['每次 次均 每人次', '次'],
  ['每人 人均 每户', null],
];
export const PERIODS = wordTable<Per>(BEFORE);
/** 一年1716元: the period only where an amount follows. */
export const ONE_PERIODS = wordTable<Per>([
  ['一年 1年', '年'],
  ['一个月 1个月', '月'],
  ['一天', '日'],
  ['一次', '次'],
]);
const SLASHED = wordTable<Per>([
  ['年', '年'],
  ['月', '月'],
  ['日 天', '日'],
  ['周', '周'],
  ['季度 季', '季'],
  ['次 人次', '次'],
  ['人 户', null],
]);
const TRAILING = wordTable<Per>([...BEFORE.filter(([, per]) => per !== null), ['每人', null]]);
const TRAILING_ONE = wordTable<Per>([
  ['一年', '年'],
  ['一个月', '月'],
  ['一天', '日'],
]);
const MAX_PARTS = 3;
const CLOSING = ',.;:!?)、。”’" \n';

/** Reads /年, /人·年, 每月, 一年 after an amount; null where none follows. */
export function readTrailingPeriod(text: string, at: number): { readonly end: number; readonly per: Per } | null {
  let per: Per = null;
  let end = at;
  if (text.charAt(at) === '/') {
    for (let part = 0; part < MAX_PARTS && (part === 0 ? text.charAt(end) === '/' : isOneOf('/·.', text, end)); part++) {
      const found = longestWord(SLASHED, text, end + 1);
      if (!found) break;
      end += 1 + found[0].length;
      per = found[1] ?? per;
    }
    return end === at ? null : { end, per };
  }
  for (let part = 0; part < MAX_PARTS; part++) {
    const found = longestWord(TRAILING, text, end);
    if (!found) break;
    end += found[0].length;
    per = found[1] ?? per;
  }
  if (end > at)
    return isDigit(text.charCodeAt(end)) || readNumeral(text, end) !== null || isOneOf('最不至约', text, end) ? null : { end, per };
  const one = longestWord(TRAILING_ONE, text, at);
  if (!one) return null;
  end = at + one[0].length;
  return end >= text.length || isOneOf(CLOSING, text, end) ? { end, per: one[1] } : null;
}

/** How far before its amount a period may stand: 每月最高可提取2000元, 一年能扣36000元. */
const LOOK_BACK = 10;
/** 每多缴一年加发2元, 满一年补贴500元: a length of time, not the period of the amount. */
const NO_PERIOD_AFTER = '每缴交存满够断停续多超近上下前后头第增同另过逢';

/** The period that stands before the amount at `at`, with words but no number or mark between; null where there is none. */
export function readDistantPeriod(text: string, at: number): Per {
  for (let from = at - 1; from >= 0 && from >= at - LOOK_BACK; from--) {
    if (isOneOf(CLOSING, text, from) || isDigit(text.charCodeAt(from))) return null;
    const each = longestWord(PERIODS, text, from);
    if (each && each[1] !== null && from + each[0].length <= at) return each[1];
    const one = longestWord(ONE_PERIODS, text, from);
    if (one && from + one[0].length <= at) return from > 0 && isOneOf(NO_PERIOD_AFTER, text, from - 1) ? null : one[1];
  }
  return null;
}
