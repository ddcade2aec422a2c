// Numbers in digits, characters and both: what they are worth and where they end.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral } from '../src/scan/numeral.ts';

const PLAIN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FORMAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS = ['', '十', '百', '千'];
const FORMAL_UNITS = ['', '拾', '佰', '仟'];

/** 1–9999 as a section; `padded` puts a 零 before a section that does not fill its thousands. */
function section(n: number, digits: readonly string[], units: readonly string[]): string {
  let out = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) gap = out !== '';
    else {
      out += (gap ? digits[0]! : '') + digits[digit]! + units[power]!;
      gap = false;
    }
  }
  return out;
}

function encode(n: number, digits: readonly string[] = PLAIN, units: readonly string[] = UNITS): string {
  if (n === 0) return digits[0]!;
  let out = '';
  for (const [scale, word] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(n / scale) % 1e4;
    if (part === 0) continue;
    if (out !== '' && part < 1000) out += digits[0]!;
    out += section(part, digits, units) + word;
  }
  return out;
}

const CASES: readonly (readonly [text: string, value: number, length?: number])[] = [
  ['25', 25],
  ['25,912元', 25912, 6],
  ['1,234,567', 1234567],
  ['25,91', 25, 2],
  ['2024,500', 2024, 4],
  ['1.2', 1.2],
  ['0.85', 0.85],
  ['3.', 3, 1],
  ['1.15万', 11500],
  ['5千', 5000],
  ['3百元', 300, 2],
  ['5百分点', 5, 1],
  ['2千万', 2e7],
  ['3万2千', 32000],
  ['3万2000', 32000],
  ['3万2025年', 30000, 2],
  ['20万~60万', 200000, 3],
  ['1.5亿', 1.5e8],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['二十五', 25],
  ['廿五', 25],
  ['卅', 30],
  ['一百零二', 102],
  ['一百二', 120],
  ['一百二十', 120],
  ['三千六', 3600],
  ['三千零六', 3006],
  ['一万二', 12000],
  ['一万零二百', 10200],
  ['一亿二', 1.2e8],
  ['一亿零三万', 100030000],
  ['两万亿', 2e12],
  ['三百一年', 300, 2],
  ['五百个月', 500, 2],
  ['两', 2],
  ['俩', 2],
  ['零', 0],
  ['〇', 0],
  ['二点五', 2.5],
  ['零点二五', 0.25],
  ['三点五万', 35000],
  ['三点半', 3, 1],
  ['壹万贰仟', 12000],
  ['叁佰伍拾', 350],
  ['十来', 10, 1],
  ['八百多', 800, 2],
];

describe('readNumeral', () => {
  it.each(CASES.map(([text, value, end]) => ({ text, value, end: end ?? text.length })))('$text = $value', ({ text, value, end }) => {
    expect(readNumeral(text, 0)).toMatchObject({ value, end });
  });

  it.each(['二五', '二〇二五', '百八', '千万', '万一', '几十', '多', '半', '', '元', '1.2.3', '2025.7.1', '1234567890123456'])(
    '%s is no number',
    (text) => {
      expect(readNumeral(text, 0)).toBeNull();
    },
  );

  it('tells the scale that a number before it may share', () => {
    expect(readNumeral('10万', 0)?.scale).toBe(1e4);
    expect(readNumeral('十万', 0)?.scale).toBe(1e4);
    expect(readNumeral('三千', 0)?.scale).toBe(1e3);
    expect(readNumeral('三十', 0)?.scale).toBe(1);
    expect(readNumeral('一百二十', 0)?.scale).toBe(1);
  });

  it('reads back every number written in characters, plain or formal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(9999), fc.nat(999_999_999_999)), (n) => {
        const plain = encode(n);
        expect(readNumeral(plain, 0)).toMatchObject({ value: n, end: plain.length, digits: false });
        const formal = encode(n, FORMAL, FORMAL_UNITS);
        expect(readNumeral(formal, 0)).toMatchObject({ value: n, end: formal.length, digits: false });
        const short = plain.replace(/^一十/, '十');
        expect(readNumeral(short, 0)).toMatchObject({ value: n, end: short.length });
      }),
    );
  });

  it('reads back digits with separators, decimals and 万', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(99), (n, cents) => {
        expect(readNumeral(n.toLocaleString('en-US'), 0)?.value).toBe(n);
        expect(readNumeral(`${n}.${String(cents).padStart(2, '0')}`, 0)?.value).toBe((n * 100 + cents) / 100);
        expect(readNumeral(`${n}万`, 0)?.value).toBe(n * 1e4);
      }),
    );
  });

  it('never throws, and ends inside the text after its beginning', () => {
    const chars = fc.constantFrom(...'0123456789,.〇零一二三两十百千万亿点廿分个元多年');
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        for (let at = 0; at < text.length; at++) {
          const read = readNumeral(text, at);
          if (read === null) continue;
          expect(read.end).toBeGreaterThan(at);
          expect(read.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(read.value) && read.value >= 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
