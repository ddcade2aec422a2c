// The year in which was earned what one reckons with: its sum is not that year's rule.
import type { DateToken, Token } from '../parse/clause.ts';

/** 按2025年度月平均工资核定: the year in which was earned what one reckons with, where the sentence tells no sum of it or the text is of the year after. */
export const isBase = (tokens: readonly Token[], date: DateToken, published: string | null): boolean =>
  date.precision === 'year' &&
  isEarned(tokens, date) &&
  (tokens.every((token) => token.category !== 'quantity') ||
    (published !== null && Number(published.slice(0, 4)) === Number(date.to!.slice(0, 4)) + 1));

/** So far behind the year the word for what was earned may stand (2025年度城镇非私营单位在岗职工月平均工资). */
const EARNED = 14;

export const isEarned = (tokens: readonly Token[], date: DateToken): boolean =>
  tokens.some(
    (token) => token.category === 'role' && token.ref === 'earned' && token.start >= date.end && token.start - date.end <= EARNED,
  );
