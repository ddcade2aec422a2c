// The Markdown reports: full and short.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { hostedLinks, relativeLinks, reporters } from '../src/report/index.ts';
import { escapeMarkdown, markdownTable, placeLink } from '../src/report/markdown-text.ts';
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
    expect(
      nodes
        .filter(({ type, url }) => type === 'link' && !url!.startsWith('#'))
        .map(({ url }) => url)
        .slice(-7),
    ).toEqual([
      'docs/a.md?plain=1#L3',
      'docs/a.md?plain=1#L8',
      'docs/b%20%281%29.md?plain=1#L12',
      'docs/a.md?plain=1#L21',
      'docs/a.md?plain=1#L22',
      'docs/a.md?plain=1#L23',
      'docs/a.md?plain=1#L30',
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
      expect(links.filter(({ url }) => !/^[^:]*#(?:L|finding-)\d+$/.test(url!) || url!.startsWith('//'))).toEqual([]);
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

  it('a link beside the report is a path, whatever the file is called', () => {
    const link = (file: string, prefix?: string): string => placeLink(relativeLinks(prefix), file, 3);
    expect(link('文 章/a(1).txt')).toBe('[文 章/a(1).txt:3](%E6%96%87%20%E7%AB%A0/a%281%29.txt#L3)');
    expect(link('docs/a.txt', '../../')).toBe('[docs/a.txt:3](../../docs/a.txt#L3)');
    expect(link('/docs/a.txt', '../')).toBe('[/docs/a.txt:3](/docs/a.txt#L3)');
    expect(link('//evil.example/a')).toMatch(/\]\(\/evil\.example\/a#L3\)$/);
    expect(link('javascript:alert(1)')).toMatch(/\]\(javascript%3Aalert%281%29#L3\)$/);
    expect(link('\uD800')).toMatch(/\]\(%EF%BF%BD#L3\)$/);
  });

  it.each([
    ['https://github.com/o/r/blob/abc/', 'a b.txt', 'https://github.com/o/r/blob/abc/a%20b.txt#L3-L5'],
    ['https://github.com/o/r/blob/abc', 'docs/a.md', 'https://github.com/o/r/blob/abc/docs/a.md?plain=1#L3-L5'],
    ['https://gitlab.example/g/r/-/blob/abc/', 'docs/a.md', 'https://gitlab.example/g/r/-/blob/abc/docs/a.md?plain=1#L3-5'],
    ['https://gitee.com/o/r/blob/abc/', 'a.html', 'https://gitee.com/o/r/blob/abc/a.html#L3-L5'],
    ['https://codeberg.org/o/r/src/commit/abc/', 'a.md', 'https://codeberg.org/o/r/src/commit/abc/a.md?display=source#L3-L5'],
    ['https://bitbucket.org/o/r/src/abc/', 'a.md', 'https://bitbucket.org/o/r/src/abc/a.md#lines-3:5'],
    ['https://x.example/v?f={file}&l={line}-{endLine}&at=(1)', 'a&b.md', 'https://x.example/v?f=a%26b.md&l=3-5&at=%281%29'],
  ])('links below %s', (target, file, expected) => {
    const links = hostedLinks(target)!;
    expect(links(file, 3, 5)).toBe(expected);
    const [parsed] = nodesOf(parse(placeLink(links, file, 3, 5))).filter(({ type }) => type === 'link');
    expect(parsed!.url).toBe(expected);
  });

  it('one line is no range, and what lies outside of the folder has no link', () => {
    const links = hostedLinks('https://github.com/o/r/blob/abc/')!;
    expect(links('a.txt', 3, 3)).toBe('https://github.com/o/r/blob/abc/a.txt#L3');
    expect(links('../a.txt', 3, 3)).toBeNull();
    expect(links('docs/../../a.txt', 3, 3)).toBeNull();
    expect(links('/etc/passwd', 3, 3)).toBeNull();
    expect(placeLink(links, '../a.txt', 3)).toBe('../a.txt:3');
  });

  it.each(['javascript:alert(1)', 'ftp://x/', 'x', '', 'https://u:p@x/', 'https://x/?a=1', 'https://x/#a', 'data:text/html,{file}'])(
    '%s is no address to link to',
    (target) => {
      expect(hostedLinks(target)).toBeNull();
    },
  );

  it('a quote tells its article: title, region and date, whole', () => {
    const [quote] = nodesOf(parse(reporters.markdown.render(ORDINARY, { locale: 'zh' }))).filter(({ type }) => type === 'blockquote');
    expect(quote!.children!.map(textOf)).toEqual([
      '停止缴费以后余额仍归本人',
      '— docs/a.md:3 · 停缴以后账户怎么办 · 某省 · 2025-03-19 发布',
    ]);
  });

  it('the table of findings has a row for each, which leads to it', () => {
    const text = reporters.markdown.render(ORDINARY, { locale: 'zh', links: relativeLinks('../') });
    const nodes = nodesOf(parse(text));
    const table = nodes.filter(({ type }) => type === 'table')[1]!;
    expect(table.children!.map((row) => row.children!.map(textOf))).toEqual([
      ['', '类型', '主题', '各方说法'],
      ['1', '✕\u00A0前后矛盾', '甲制度 · 余额归属', '归本人 · a.md:3<br>清零 · b (1).md:12'],
      ['2', '▲\u00A0未注明的地区差异', '甲制度 · 缴费标准', '300元 · a.md:21<br>窗口/网上 · a.md:22<br>当地规定 · a.md:23'],
      ['3', '▲\u00A0日期已过', '2023年', 'a.md:30'],
    ]);
    const anchors = nodes.filter(({ type }) => type === 'html').map(({ value }) => value);
    expect(anchors.filter((html) => html!.startsWith('<a '))).toEqual(['<a id="finding-1">', '<a id="finding-2">', '<a id="finding-3">']);
    expect(text.match(/\]\(#finding-\d+\)/g)).toHaveLength(3);
    expect(text).toContain('](../docs/a.md?plain=1#L3)');
  });

  it('columns of words stand left, columns of numbers right', () => {
    expect(markdownTable(['a', 'b'], [['x', '1']]).split('\n')[1]).toBe('| --- | ---: |');
  });
});

describe('summary', () => {
  it.each(LOCALES)('tells each finding with one place per side (%s)', (locale) => {
    const nodes = nodesOf(parse(reporters.summary.render(ORDINARY, { locale })));
    expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(1 + 3 + 2 + 3);
    expect(nodes.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual([
      'docs/a.md?plain=1#L3',
      'docs/b%20%281%29.md?plain=1#L12',
      'docs/a.md?plain=1#L21',
      'docs/a.md?plain=1#L22',
      'docs/a.md?plain=1#L23',
      'docs/a.md?plain=1#L30',
    ]);
  });

  it('names the first files that could not be read, and counts the rest', () => {
    const faults = Array.from({ length: 13 }, (_, index) => ({
      code: 'binary' as const,
      file: `x${index}.bin`,
      line: null,
      message: '<b>',
    }));
    const text = reporters.summary.render({ ...EMPTY, faults }, { locale: 'zh' });
    expect(text.match(/^- x\d+\.bin · &lt;b&gt; \(binary\)$/gm)).toHaveLength(10);
    expect(text).toContain('\n- 另有 3 项，见完整报告。\n');
  });

  it('of many findings it tells the first hundred and how many there are besides', () => {
    const text = reporters.summary.render(largeResult(3000), { locale: 'zh' });
    expect(text.match(/^- /gm)).toHaveLength(100);
    expect(text.endsWith('\n另有 2900 项，见完整报告。\n')).toBe(true);
  });

  it('stays below the size that build services take, even where sides are many and long', () => {
    const [first] = largeResult(1).findings;
    const sides = Array.from({ length: 60 }, () => ({
      says: '长<'.repeat(5000),
      count: 1,
      claims: ['0a'],
      source: null,
      fingerprints: [],
    }));
    const findings = Array.from({ length: 90 }, (_, index) => ({ ...first!, id: `f${index}`, sides }));
    const text = reporters.summary.render({ ...largeResult(1), findings }, { locale: 'zh' });
    const told = text.match(/^- /gm)!.length;
    expect(told).toBeGreaterThan(1);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000 * 1024);
    expect(text.endsWith(`\n另有 ${90 - told} 项，见完整报告。\n`)).toBe(true);
  });
});
