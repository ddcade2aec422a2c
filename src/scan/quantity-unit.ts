// The units that a number can have, and what each makes of it in the base unit of its dimension.
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

export type Dimension = 'money' | 'duration' | 'workdays' | 'percent' | 'points' | 'age' | 'multiple' | 'count';

export interface Unit {
  readonly dimension: Dimension;
  /** Base unit of the dimension; for counts the classifier. */
  readonly base: string;
  /** value × times ÷ over = value in the base unit; two integers, so that equal lengths of time give equal numbers. */
  readonly times: number;
  readonly over: number;
  /** Characters that make it another word when they follow. */
  readonly unless: string;
  /** 半 after it adds half a unit: 一年半. */
  readonly half: boolean;
}

function unit(dimension: Dimension, base: string, times = 1, over = 1, unless = '', half = false): Unit {
  return { dimension, base, times, over, unless, half };
}

/** What follows 50万 where it is money by itself: a mark or a word of grammar, not a thing counted. */
const AFTER_BARE_MONEY = ' \n,.;:!?()、。；“”’"/×=+-~—的以左上下封至到起及或和与就也都还才则由可能要会';

/** Unit words after a number. */
const UNITS = wordTable<Unit>([
  ['元 元整 元钱', unit('money', '元', 1, 1, '旦')],
  ['块钱', unit('money', '元')],
  ['块', unit('money', '元', 1, 1, '地板儿')],
  ['年', unit('duration', '月', 12, 1, '级代度头', true)],
  ['个年头 年头', unit('duration', '月', 12)],
  ['周年', unit('duration', '月', 12)],
  ['个年度 个自然年度 学年 个学年 自然年 个自然年', unit('duration', '月', 12)],
  ['个月 个自然月 自然月 个整月 个足月', unit('duration', '月', 1, 1, '', false)],
  ['月', unit('duration', '月', 1, 1, '份')],
  ['天', unit('duration', '月', 1, 30, '然津空', true)],
  ['日', unit('duration', '月', 1, 30, '元历报')],
  ['个自然日 自然日 个日历日 日历日 个日历天 日历天 昼夜', unit('duration', '月', 1, 30)],
  ['周', unit('duration', '月', 7, 30, '末边围', true)],
  ['个星期 星期 个礼拜 礼拜', unit('duration', '月', 7, 30)],
  ['个季度 季度', unit('duration', '月', 3)],
  ['小时 个小时 个钟头', unit('duration', '月', 1, 720)],
  ['工作日 个工作日', unit('workdays', '工作日')],
  ['% 个百分比', unit('percent', '%')],
  ['‰', unit('percent', '%', 1, 10)],
  ['成', unit('percent', '%', 10, 1, '立为员本交人都功')],
  ['折', unit('percent', '%', 1, 1, '算合旧')],
  ['百分点 个百分点', unit('points', '百分点')],
  ['个点', unit('points', '百分点', 1, 1, '位数')],
  ['周岁 岁', unit('age', '岁', 1, 1, '', true)],
  ['倍', unit('multiple', '倍', 1, 1, '数')],
  ['次', unit('count', '次', 1, 1, '性年月日序要')],
  ['人 名', unit('count', '人', 1, 1, '员民才群身均士事口间大力义')],
  ['人次', unit('count', '人次')],
  ['种', unit('count', '种', 1, 1, '类植子田地')],
  ['套', unit('count', '套')],
  ['分 个积分', unit('count', '分', 1, 1, '别之钟局摊期次段档类级支成部享批配开公管院行数值担散层解年月内割红布立析工流店所明歧')],
  ['平方米 平米 ㎡ 个平方', unit('count', '平方米')],
  ['档 个档 个档次', unit('count', '档', 1, 1, '案位')],
]);

/** The unit that stands at `at`, as [word, unit], or null. */
export function readUnit(text: string, at: number): readonly [word: string, unit: Unit] | null {
  const found = longestWord(UNITS, text, at);
  if (!found || isOneOf(found[1].unless, text, at + found[0].length)) return null;
  return found;
}

/** The money that a number ending on 万 or 亿 is when no unit follows: 最高报50万. */
export const BARE_MONEY: Unit = unit('money', '元');

/** Right before a number of nothing else: money that is paid, and what may stand between. */
const PAYING = '交缴掏付补报发领给扣收贴退返拿垫赔';
const PAID = '了到足够掉';

/** Less than this may be points, years or times, and some numbers are called (报120) or are years. */
const LEAST_PAID = 100;
const CALLED = /^(?:1[12]\d|1[12]\d{3}|9[56]\d{3})$/;

/** 学生一年交380, 报了16400: whether `value`, which begins at `from`, is paid and so money without its unit. */
export function isPaid(text: string, from: number, value: number): boolean {
  if (value < LEAST_PAID || !Number.isInteger(value) || CALLED.test(String(value))) return false;
  if (value >= 1900 && value < 2200 && value % 100 !== 0) return false;
  return isOneOf(PAYING, text, isOneOf(PAID, text, from - 1) ? from - 2 : from - 1);
}

/** Whether a number on 万 or 亿 that ends at `at` can stand for money by itself. */
export function isBareMoney(text: string, at: number): boolean {
  return at >= text.length || isOneOf(AFTER_BARE_MONEY, text, at);
}

/** Of a value in `unit`, the value in its base unit. Whole years of days (365, 730) are whole years. */
export function toBase(value: number, of: Unit): number {
  if (of.dimension === 'duration' && of.over === 30 && of.times === 1 && value > 0 && value % 365 === 0) return (value / 365) * 12;
  return (value * of.times) / of.over;
}
