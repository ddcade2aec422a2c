// The calendar that dates need: lengths of months, ISO text, and the span of days that a year, quarter or month covers.

/** Inclusive days, ISO (`2025-07-01`), or `MM-DD` where the year is not told. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export function daysInMonth(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isoDay(year: number | null, month: number, day: number): string {
  const monthDay = `${two(month)}-${two(day)}`;
  return year === null ? monthDay : `${year}-${monthDay}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The whole months `first` to `last` of a year. The end of a February of no told year is the 28th, which every year has. */
export function monthDays(year: number | null, first: number, last: number): Days {
  const end = year === null && last === 2 ? 28 : daysInMonth(year, last);
  return { from: isoDay(year, first, 1), to: isoDay(year, last, end) };
}

/** The day before an ISO day or an `MM-DD`. */
export function dayBefore(day: string): string {
  const year = day.length > 5 ? Number(day.slice(0, 4)) : null;
  const month = Number(day.slice(-5, -3));
  const date = Number(day.slice(-2));
  if (date > 1) return isoDay(year, month, date - 1);
  if (month > 1) return monthDays(year, month - 1, month - 1).to;
  return isoDay(year === null ? null : year - 1, 12, 31);
}
