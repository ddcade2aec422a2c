// The Markdown reports: full and short.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/report/index.ts';
import { escapeMarkdown, placeLink } from '../src/report/markdown-text.ts';
import { oneLine } from '../src/report/plain.ts';
import { EMPTY, HOSTILE, largeResult, ORDINARY, resultWithText } from './fixtures/report/results.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const LOCALES = ['zh', 'en'] as const;
const parse = (text: string): Node => fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');
const shape = (node: Node): string => `${node.type}(${(node.children ?? []).map(shape).join()})`;

describe('markdown', () => {
  it.each(LOCALES)('each side has its quotes, each quote its place (%s)', (locale) => {
    const nodes = nodesOf(parse(reporters.markdown.render(ORDINARY, { locale })));
    const quotes = nodes.filter(({ type }) => type === 'blockquote').map((quote) => textOf(quote.children![0]!));
    expect(quotes).toEqual([
      '停止缴费以后余额仍归本人',
      '余额不会清掉',
      '逾期的余额 一律清掉',
      '每人每年约300元',
      '可到窗口办理',
      '由当地规定',
      '2023年的标准',
    ]);
    expect(nodes.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual([
      'docs/a.md#L3',
      'docs/a.md#L8',
      'docs/b%20%281%29.md#L12',
      'docs/a.md#L21',
      'docs/a.md#L22',
      'docs/a.md#L23',
      'docs/a.md#L30',
    ]);
    const headings = nodes.filter(({ type }) => type === 'heading').map(textOf);
    expect(headings).toHaveLength(7);
    expect(headings.slice(2, 5).map((heading) => heading.split(locale === 'zh' ? '：' : ': ')[1])).toEqual([
      '甲制度 · 余额归属',
      '甲制度 · 缴费标准',
      '2023年',
    ]);
  });

  it('counts by kind and severity', () => {
    const table = nodesOf(parse(reporters.markdown.render(ORDINARY, { locale: 'en' }))).find(({ type }) => type === 'table');
    expect(table!.children!.map((row) => row.children!.map(textOf))).toEqual([
      ['Kind', '✕ error', '▲ warning', '● note', 'Total'],
      ['Contradiction', '1', '0', '0', '1'],
      ['Unannounced regional difference', '0', '1', '0', '1'],
      ['Date has passed', '0', '1', '0', '1'],
      ['Total', '1', '2', '0', '3'],
    ]);
  });

  it('without findings there is a verdict and the coverage', () => {
    const nodes = nodesOf(parse(reporters.markdown.render(EMPTY, { locale: 'zh' })));
    expect(nodes.filter(({ type }) => type === 'heading').map(textOf)).toEqual(['政策文章一致性审核', '覆盖范围']);
    expect(nodes.filter(({ type }) => type === 'strong').map(textOf)).toEqual(['✓ 没有发现问题']);
  });

  it.each(['markdown', 'summary'] as const)('%s: hostile texts leave the structure of harmless ones', (format) => {
    for (const locale of LOCALES) {
      const hostile = parse(reporters[format].render(resultWithText(HOSTILE), { locale }));
      const harmless = parse(reporters[format].render(resultWithText(HOSTILE.map((_, index) => `文字${index}`)), { locale }));
      expect(shape(hostile)).toBe(shape(harmless));
      const links = nodesOf(hostile).filter(({ type }) => type === 'link');
      expect(links.filter(({ url }) => !/^[^:]*#L\d+$/.test(url!) || url!.startsWith('//'))).toEqual([]);
    }
  });

  it('any text comes out as itself, on one line, wherever in a line it stands', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>|~#$&@:/w.=+-1 \n\t!"{}汉') })),
        (text) => {
          const expected = oneLine(text);
          const plain = (markdown: string): string => textOf(parse(markdown)).replaceAll('\u200B', '');
          expect(plain(`字${escapeMarkdown(text)}字`)).toBe(`字${expected}字`.replaceAll('\u200B', ''));
          for (const prefix of ['', '> ', '- ', '### '])
            expect(plain(`${prefix}${escapeMarkdown(text)}`)).toBe(expected.replaceAll('\u200B', ''));
        },
      ),
    );
  });

  it('a link to a file is a path, whatever the file is called', () => {
    expect(placeLink('文 章/a(1).md', 3)).toBe('[文 章/a(1).md:3](%E6%96%87%20%E7%AB%A0/a%281%29.md#L3)');
    expect(placeLink('//evil.example/a', 1)).toMatch(/\]\(\/evil\.example\/a#L1\)$/);
    expect(placeLink('javascript:alert(1)', 1)).toMatch(/\]\(javascript%3Aalert%281%29#L1\)$/);
    expect(placeLink('\uD800', 1)).toMatch(/\]\(%EF%BF%BD#L1\)$/);
  });
});

describe('summary', () => {
  it.each(LOCALES)('tells each finding with one place per side (%s)', (locale) => {
    const nodes = nodesOf(parse(reporters.summary.render(ORDINARY, { locale })));
    expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(3 + 2 + 3 + 1);
    expect(nodes.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual([
      'docs/a.md#L3',
      'docs/b%20%281%29.md#L12',
      'docs/a.md#L21',
      'docs/a.md#L22',
      'docs/a.md#L23',
      'docs/a.md#L30',
    ]);
  });

  it('of many findings it tells the first hundred and how many there are besides', () => {
    const text = reporters.summary.render(largeResult(3000), { locale: 'zh' });
    expect(text.match(/^- /gm)).toHaveLength(100);
    expect(text.endsWith('\n另有 2900 项，见完整报告。\n')).toBe(true);
  });

  it('stays below the size that build services take, even where sides are many and long', () => {
    const [first] = largeResult(1).findings;
    const sides = Array.from({ length: 60 }, () => ({ says: '长<'.repeat(5000), count: 1, claims: ['0a'], source: null }));
    const findings = Array.from({ length: 90 }, (_, index) => ({ ...first!, id: `f${index}`, sides }));
    const text = reporters.summary.render({ ...largeResult(1), findings }, { locale: 'zh' });
    const told = text.match(/^- /gm)!.length;
    expect(told).toBeGreaterThan(1);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000 * 1024);
    expect(text.endsWith(`\n另有 ${90 - told} 项，见完整报告。\n`)).toBe(true);
  });
});
