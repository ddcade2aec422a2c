// The summary on a terminal: its width, its lines, its colours.
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../src/report/terminal.ts';
import { oneLine } from '../src/report/plain.ts';
import { widthOf, wrapText } from '../src/report/wrap.ts';
import { claimOf, EMPTY, findingOf, HOSTILE, largeResult, ORDINARY, resultOf, resultWithText, sideOf } from './fixtures/report/results.ts';

const LOCALES = ['zh', 'en'] as const;

describe('terminal', () => {
  it('shows counts, findings with their place, and the verdict last', () => {
    expect(renderTerminal(ORDINARY, { locale: 'zh', color: false, width: 80 }))
      .toBe(`审核日期：2026-11-22 · 文件：2 · 文章：3 · 说法：9 · 未读懂的句子：4
┌──────────────────┬──────┬──────┬──────┬──────┐
│ 类型             │ 错误 │ 警告 │ 提示 │ 合计 │
├──────────────────┼──────┼──────┼──────┼──────┤
│ 前后矛盾         │    1 │    0 │    0 │    1 │
│ 未注明的地区差异 │    0 │    1 │    0 │    1 │
│ 日期已过         │    0 │    1 │    0 │    1 │
├──────────────────┼──────┼──────┼──────┼──────┤
│ 合计             │    1 │    2 │    0 │    3 │
└──────────────────┴──────┴──────┴──────┴──────┘
✕ 错误 前后矛盾 · 甲制度 · 余额归属
    归本人  docs/a.md:3
    清零    docs/b (1).md:12
▲ 警告 未注明的地区差异 · 甲制度 · 缴费标准
    300元      docs/a.md:21
    窗口/网上  docs/a.md:22
    当地规定   docs/a.md:23
▲ 警告 日期已过 · 2023年
    docs/a.md:30
✕ 1 处错误、2 处警告、0 处提示
▲ 有 1 处未能读取或处理，审核不完整
`);
  });

  it('without findings it is the facts and the verdict', () => {
    expect(renderTerminal(EMPTY, { locale: 'en', color: false, width: 100 })).toBe(
      'As of: 2026-11-22 · Files: 0 · Articles: 0 · Claims: 0 · Sentences not\nunderstood: 0\n✓ No findings\n',
    );
  });

  it.each([
    ['ordinary', ORDINARY],
    ['hostile', resultWithText(HOSTILE)],
    ['long', resultWithText(['长'.repeat(5000), 'x'.repeat(5000), '1'.repeat(5000)])],
    ['large', largeResult(3000)],
  ])('%s: no line is wider than asked for, nor than 80 columns, in either language', (_, result) => {
    for (const locale of LOCALES) {
      for (const width of [50, 63, 80, 200]) {
        const lines = renderTerminal(result, { locale, color: false, width }).split('\n');
        expect(lines.filter((line) => widthOf(line) > Math.min(80, width))).toEqual([]);
      }
    }
  });

  it('obeys nothing that a text says to a terminal', () => {
    const text = renderTerminal(resultWithText(HOSTILE), { locale: 'zh', color: false, width: 80 });
    // oxlint-disable-next-line no-control-regex -- these are the characters in question
    expect(text.match(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g)).toBeNull();
  });

  it('colour adds nothing but colour', () => {
    for (const locale of LOCALES) {
      const plain = renderTerminal(ORDINARY, { locale, color: false, width: 80 });
      const colored = renderTerminal(ORDINARY, { locale, color: true, width: 80 });
      expect(colored).not.toBe(plain);
      expect(stripVTControlCharacters(colored)).toBe(plain);
    }
  });

  it('keeps numbers whole in narrow columns', () => {
    const topic = '主题文字主题文字主题4492元主题文字12.5%主题2025年';
    const result = resultOf({
      claims: [claimOf({ id: 'c', file: 'a/b.md', line: 123 })],
      findings: [findingOf('f', 'contradiction', 'error', topic, [sideOf('x', ['c'])])],
    });
    for (let width = 50; width < 80; width++) {
      const text = renderTerminal(result, { locale: 'zh', color: false, width });
      expect(['4492', '12.5%', '2025', '123'].filter((number) => !text.includes(number))).toEqual([]);
    }
  });

  it('a place stands whole on its line; of one that is too long the end does', () => {
    const place = (file: string, says: string): string => {
      const findings = [findingOf('f', 'contradiction', 'error', '主题', [sideOf(says, ['c']), sideOf('乙', [])])];
      const result = resultOf({ claims: [claimOf({ id: 'c', file, line: 123 })], findings });
      return renderTerminal(result, { locale: 'zh', color: false, width: 80 });
    };
    expect(place('文章/很长的名字/a.md', '甲')).toContain('\n    甲  文章/很长的名字/a.md:123\n    乙\n');
    expect(place('文章/很长的名字/a.md', '甲'.repeat(40))).toMatch(/\n {4}甲{38}\n {4}甲甲\n {6}文章\/很长的名字\/a\.md:123\n/);
    expect(place(`${'文章/'.repeat(30)}a.md`, '甲')).toMatch(/\n {6}…[文章/]+\/a\.md:123\n/);
  });

  it('of many sides it tells the first three and how many there are besides', () => {
    const sides = Array.from({ length: 9 }, (_, index) => sideOf(`第${index}方`, []));
    const text = renderTerminal(resultOf({ findings: [findingOf('f', 'contradiction', 'error', '主题', sides)] }), {
      locale: 'zh',
      color: false,
      width: 80,
    });
    expect(text.match(/^ {4}第\d方$/gm)).toEqual(['    第0方', '    第1方', '    第2方']);
    expect(text).toContain('\n    另有 6 种说法\n');
  });

  it('tells how many findings there are besides', () => {
    expect(renderTerminal(largeResult(3000), { locale: 'en', color: false, width: 80 })).toContain('\n2990 more in the full report.\n');
  });
});

describe('wrapText', () => {
  it('loses nothing but blanks at the ends of lines, and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'汉字，。12a b\u0301😀é·“”') }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapText(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(oneLine(text).replace(/\s/g, ''));
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      }),
    );
  });
});
