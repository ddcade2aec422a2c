// Dates of every precision, ranges, and the words that open them to one side.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../src/scan/date-calendar.ts';
import { dateStarts, readDate } from '../src/scan/date.ts';
import type { DateExpr } from '../src/scan/date.ts';
import { readQuantity } from '../src/scan/quantity.ts';

function readAll(text: string): DateExpr[] {
  const found: DateExpr[] = [];
  for (let at = 0; at < text.length; at++) {
    const date = readDate(text, at);
    if (!date) continue;
    found.push(date);
    at = date.end - 1;
  }
  return found;
}

function show(text: string, date: DateExpr): string {
  return `${text.slice(date.start, date.end)} = ${date.from ?? ''}..${date.to ?? ''} ${date.precision}${date.label ? ' label' : ''}`;
}

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['2025年', '2025年 = 2025-01-01..2025-12-31 year'],
  ['2025年度缴费', '2025年度 = 2025-01-01..2025-12-31 year label'],
  ['25年度缴费', '25年度 = 2025-01-01..2025-12-31 year label'],
  ['二〇二五年', '二〇二五年 = 2025-01-01..2025-12-31 year'],
  ['二零二五年七月', '二零二五年七月 = 2025-07-01..2025-07-31 month'],
  ['二〇二五年十二月三十一日', '二〇二五年十二月三十一日 = 2025-12-31..2025-12-31 day'],
  ['2025年初', '2025年初 = 2025-01-01..2025-01-31 month'],
  ['2025年底', '2025年底 = 2025-12-01..2025-12-31 month'],
  ['2025年末前', '2025年末前 = ..2025-12-31 month'],
  ['2025年底前', '2025年底前 = ..2025-12-31 month'],
  ['2025年上半年', '2025年上半年 = 2025-01-01..2025-06-30 half'],
  ['2025年下半年', '2025年下半年 = 2025-07-01..2025-12-31 half'],
  ['2025年第三季度', '2025年第三季度 = 2025-07-01..2025-09-30 quarter'],
  ['2025年一季度', '2025年一季度 = 2025-01-01..2025-03-31 quarter'],
  ['2025年7月', '2025年7月 = 2025-07-01..2025-07-31 month'],
  ['2025年7月份', '2025年7月份 = 2025-07-01..2025-07-31 month'],
  ['2025年7月底', '2025年7月底 = 2025-07-21..2025-07-31 month'],
  ['2025年7月中旬', '2025年7月中旬 = 2025-07-11..2025-07-20 month'],
  ['2025年7月1日', '2025年7月1日 = 2025-07-01..2025-07-01 day'],
  ['2025年7月1号', '2025年7月1号 = 2025-07-01..2025-07-01 day'],
  ['26年6月30日', '26年6月30日 = 2026-06-30..2026-06-30 day'],
  ['2025-07-01', '2025-07-01 = 2025-07-01..2025-07-01 day'],
  ['2025/7/1', '2025/7/1 = 2025-07-01..2025-07-01 day'],
  ['2025.7.1', '2025.7.1 = 2025-07-01..2025-07-01 day'],
  ['2024年2月29日', '2024年2月29日 = 2024-02-29..2024-02-29 day'],
  // impossible ones leave what can be
  ['2025年13月', '2025年 = 2025-01-01..2025-12-31 year'],
  ['2025年2月30日', '2025年2月 = 2025-02-01..2025-02-28 month'],
  // ranges
  ['2024-2025年', '2024-2025年 = 2024-01-01..2025-12-31 year'],
  ['2024年至2025年', '2024年至2025年 = 2024-01-01..2025-12-31 year'],
  ['2025年7-9月', '2025年7-9月 = 2025-07-01..2025-09-30 month'],
  ['2024年9月1日至12月31日', '2024年9月1日至12月31日 = 2024-09-01..2024-12-31 day'],
  ['2025年1月1日至2026年6月30日', '2025年1月1日至2026年6月30日 = 2025-01-01..2026-06-30 day'],
  ['2025年7月1日至15日', '2025年7月1日至15日 = 2025-07-01..2025-07-15 day'],
  ['2025年1月1日起至2025年12月31日止', '2025年1月1日起至2025年12月31日止 = 2025-01-01..2025-12-31 day'],
  ['2024年10月1日到次年2月底', '2024年10月1日到次年2月底 = 2024-10-01..2025-02-28 month'],
  ['2024年11月1日至3月31日', '2024年11月1日至3月31日 = 2024-11-01..2025-03-31 day'],
  ['从2025年到2027年', '从2025年到2027年 = 2025-01-01..2027-12-31 year'],
  // open to one side
  ['自2025年7月1日起施行', '自2025年7月1日起 = 2025-07-01.. day'],
  ['自2025年7月1日施行', '自2025年7月1日 = 2025-07-01.. day'],
  ['从2025年起', '从2025年起 = 2025-01-01.. year'],
  ['2030年以后', '2030年以后 = 2030-01-01.. year'],
  ['2025年7月开始', '2025年7月开始 = 2025-07-01.. month'],
  ['2021年以前', '2021年以前 = ..2020-12-31 year'],
  ['2021年及以前', '2021年及以前 = ..2021-12-31 year'],
  ['2025年7月前', '2025年7月前 = ..2025-06-30 month'],
  ['2025年12月31日前', '2025年12月31日前 = ..2025-12-31 day'],
  ['于2025年6月30日前提交', '于2025年6月30日前 = ..2025-06-30 day'],
  ['2025年12月31日(含)前', '2025年12月31日(含)前 = ..2025-12-31 day'],
  ['截至2025年6月30日', '截至2025年6月30日 = ..2025-06-30 day'],
  ['到2025年12月31日(止)', '到2025年12月31日(止) = ..2025-12-31 day'],
  ['2025年12月31日截止', '2025年12月31日截止 = ..2025-12-31 day'],
  ['到2039年提高', '到2039年 = 2039-01-01..2039-12-31 year'],
  ['2025年起诉', '2025年 = 2025-01-01..2025-12-31 year'],
  // without a year
  ['12月31日', '12月31日 = 12-31..12-31 season'],
  ['7月底前', '7月底前 = ..07-31 season'],
  ['每年9月1日至12月31日', '每年9月1日至12月31日 = 09-01..12-31 season'],
  ['每年10月1日到次年2月底', '每年10月1日到次年2月底 = 10-01..02-28 season'],
  ['9月至12月', '9月至12月 = 09-01..12-31 season'],
  ['一至六月', '一至六月 = 01-01..06-30 season'],
  ['12月份', '12月份 = 12-01..12-31 season'],
  ['从10月1日开始', '从10月1日开始 = 10-01.. season'],
  // several in one text
  ['2024年380元,2025年400元', '2024年 = 2024-01-01..2024-12-31 year', '2025年 = 2025-01-01..2025-12-31 year'],
];

const NOTHING = [
  '三季度',
  '2025-13-01',
  '2025-02-30',
  '25年',
  '二十五年',
  '3个月',
  '24月',
  '1990年代',
  '第2025年',
  '12025年',
  '2301年',
  '1月龄',
  '5日',
  '31日',
  'A2025年',
  '三月龄',
  '1.2.3',
  '99-12',
  '2025',
  '2025元',
];

const dated = fc
  .record({ year: fc.integer({ min: 1900, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month));
const two = (n: number) => String(n).padStart(2, '0');
const DIGITS = '〇一二三四五六七八九';

function chinese(n: number): string {
  const ten = Math.floor(n / 10);
  return `${ten > 1 ? DIGITS.charAt(ten) : ''}${ten > 0 ? '十' : ''}${n % 10 > 0 ? DIGITS.charAt(n % 10) : ''}`;
}

describe('readDate', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(readAll(text).map((date) => show(text, date))).toEqual(expected);
  });

  it.each(NOTHING)('%s holds none', (text) => {
    expect(readAll(text)).toEqual([]);
  });

  it('tells which side is open, and the year', () => {
    const read = ['2025年', '2025年起', '2025年12月31日前', '2024-2025年', '7月底前', '2025年度'].map((text) => readDate(text, 0));
    expect(read.map((date) => [date?.open, date?.year])).toEqual([
      ['none', 2025],
      ['from', 2025],
      ['until', 2025],
      ['none', null],
      ['until', null],
      ['none', 2025],
    ]);
  });

  it('reads one day the same in every form', () => {
    fc.assert(
      fc.property(dated, ({ year, month, day }) => {
        const iso = `${year}-${two(month)}-${two(day)}`;
        const years = [...String(year)].map((digit) => DIGITS.charAt(Number(digit))).join('');
        for (const text of [
          iso,
          `${year}/${month}/${day}`,
          `${year}.${month}.${day}`,
          `${year}年${month}月${day}日`,
          `${year}年${two(month)}月${two(day)}日`,
          `${years}年${chinese(month)}月${chinese(day)}日`,
        ]) {
          expect(readDate(text, 0)).toMatchObject({ start: 0, end: text.length, from: iso, to: iso, precision: 'day', open: 'none', year });
        }
      }),
    );
  });

  it('keeps told ranges in order and takes them whole', () => {
    fc.assert(
      fc.property(dated, dated, (a, b) => {
        const [first, last] = [a, b].map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`);
        const text = `${a.year}年${a.month}月${a.day}日至${b.year}年${b.month}月${b.day}日`;
        const date = readDate(text, 0);
        expect(date).toMatchObject(last! >= first! ? { end: text.length, from: first, to: last } : { from: first, to: first });
      }),
    );
  });

  it('shares every number with 年 out between dates and durations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        const text = `${n}年`;
        const date = readDate(text, 0) !== null;
        expect(date).toBe(n >= 1900 && n <= 2199);
        expect(readQuantity(text, 0) !== null).toBe(!date);
      }),
    );
  });

  it('never throws, ends after its beginning, and begins only where the table says', () => {
    const parts = fc.constantFrom(
      ...'0123456789-/.年月日号底初末前后起止至到自从于〇一二三十廿,( )~',
      '2025年',
      '次年',
      '截至',
      '每年',
      '上半年',
      '季度',
      '12月31日',
      '以前',
      '(含)',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 16 }), (pieces) => {
        const text = pieces.join('');
        for (let at = 0; at < text.length; at++) {
          const date = readDate(text, at);
          if (!date) continue;
          expect(dateStarts[text.charCodeAt(at)]).toBe(1);
          expect(date.start).toBe(at);
          expect(date.end).toBeGreaterThan(at);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect(date.from !== null || date.to !== null).toBe(true);
          expect(date.open === 'none').toBe(date.from !== null && date.to !== null);
          expect(date.precision !== 'season' && date.from !== null && date.to !== null && date.from > date.to).toBe(false);
          for (const day of [date.from, date.to].filter((one) => one !== null))
            expect(day).toMatch(date.precision === 'season' ? /^\d\d-\d\d$/ : /^\d{4}-\d\d-\d\d$/);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
