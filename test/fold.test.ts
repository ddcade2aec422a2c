// Folding: one code unit for one, the same answer when done twice, and the characters that the scanners rely on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTable } from '../src/pack/fold.ts';

const pairs = readFileSync(join(import.meta.dirname, '..', 'packs', 'language', 'traditional.txt'), 'utf8')
  .trimEnd()
  .split('\n');
const table = foldTable(pairs.join('\n'));

describe('fold', () => {
  it.each([
    ['職工醫療保險個人帳戶', '职工医疗保险个人帐户'],
    ['臺灣與廣東的發票', '台湾与广东的发票'],
    ['12,500.5%', '12,500.5%'],
    [',;:()?!', ',;:()?!'],
    ['6~12〜8~3', '6~12~8~3'],
    ['6-12–8−3', '6-12-8-3'],
    ['甲 乙\u00a0丙', '甲 乙 丙'],
    ['二〇二五 二○二五', '二〇二五 二〇二五'],
    ['⽉⽇⼈', '月日人'],
    ['ABab', 'ABab'],
    ['金\uf90a', '金金'],
    ['﹪﹐', '%,'],
  ])('%s → %s', (from, to) => {
    expect(fold(from, table)).toBe(to);
  });

  it('leaves what has a meaning of its own', () => {
    const kept = '。、“”‘’《》【】—…·乾县凭藉覆盖著名瞭望什么了面后里干系ab AB\n\t①㎡';
    expect(fold(kept, table)).toBe(kept);
  });

  it('keeps length and place, is idempotent, and does not tear surrogates', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0x3000, max: 0x9fff }),
      fc.integer({ min: 0xf900, max: 0xffff }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), (units) => {
        const text = String.fromCharCode(...units);
        const once = fold(text, table);
        expect(once).toHaveLength(text.length);
        expect(fold(once, table)).toBe(once);
        for (let i = 0; i < text.length; i++) expect(once.charCodeAt(i)).toBe(table[text.charCodeAt(i)]);
      }),
    );
    expect(fold('繁𠮷😀\ud800', table)).toBe('繁𠮷😀\ud800');
  });

  it('never turns a letter, a line feed or a surrogate into something else', () => {
    for (let unit = 0; unit < 0x80; unit++) expect(table[unit]).toBe(unit);
    for (let unit = 0xd800; unit < 0xe000; unit++) expect(table[unit]).toBe(unit);
  });
});

describe('traditional.txt', () => {
  it('is sorted, has one pair per line, and no chains', () => {
    expect(pairs).toHaveLength(2969);
    expect(pairs.filter((pair) => pair.length !== 2)).toEqual([]);
    expect(pairs).toEqual(pairs.toSorted((a, b) => (a < b ? -1 : 1)));
    const from = new Set(pairs.map((pair) => pair[0]));
    expect(from.size).toBe(pairs.length);
    expect(pairs.filter((pair) => from.has(pair[1]))).toEqual([]);
  });

  it('ignores lines of another form', () => {
    const small = foldTable('臺台\n\n# note\n乾\n醫医\r\n');
    expect(fold('臺醫乾#', small)).toBe('台医乾#');
  });
});
