// 自2023年1月1日起施行,有效期两年: the last day on which a rule holds, told as a beginning and a length.
import type { DateToken, QuantityToken, Token } from '../parse/clause.ts';

/** Between 有效期 and its length: 为, 定为, 一律. */
const REACH = 3;

export interface Validity {
  readonly date: DateToken;
  /** ISO, the last day. */
  readonly until: string;
  readonly end: number;
}

/** Null where a sentence does not tell both. */
export function validityIn(tokens: readonly Token[]): Validity | null {
  const date = tokens.find(
    (token): token is DateToken => token.category === 'date' && token.open === 'from' && token.from !== null && token.from.length === 10,
  );
  if (date === undefined) return null;
  const length = tokens.find(
    (token): token is QuantityToken =>
      token.category === 'quantity' &&
      token.dimension === 'duration' &&
      token.bound === 'exact' &&
      !token.approximate &&
      Number.isInteger(token.range.lo) &&
      tokens.some(
        (word) => word.category === 'role' && word.ref === 'validity' && word.end <= token.start && token.start - word.end <= REACH,
      ),
  );
  return length === undefined ? null : { date, until: dayBefore(date.from!, length.range.lo!), end: Math.max(date.end, length.end) };
}

/** The day before the one that lies `months` after `day`. */
function dayBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 + months, date - 1)).toISOString().slice(0, 10);
}
