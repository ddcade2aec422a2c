// Exports of a CMS: CSV and JSON → articles, each quote at its place in the file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.ts';
import type { ExportRule } from '../src/model/export.ts';
import type { Fault } from '../src/model/fault.ts';
import { toEvidence } from '../src/model/locate.ts';
import { discover, readArticles } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';

const layouts = loadLayouts(fileURLToPath(new URL('../packs/layouts', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'claimlint-exports-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const rule = (about: Partial<ExportRule> = {}): ExportRule => ({
  files: ['*'],
  id: [],
  title: [],
  body: [],
  region: [],
  published: [],
  format: 'auto',
  delimiter: null,
  ...about,
});

interface Read {
  readonly articles: readonly Article[];
  readonly faults: readonly Fault[];
  readonly quotes: readonly string[];
}

/** Reads a file and cuts every block out of it by line and column, without the code under test. */
async function read(name: string, content: string | Buffer, about: Partial<ExportRule> = {}): Promise<Read> {
  writeFileSync(join(dir, name), content);
  const { articles, faults } = await readArticles(name, { cwd: dir, layouts, exports: [rule(about)], locale: 'en' });
  const lines = (typeof content === 'string' ? content : (articles[0]?.file.text ?? ''))
    .replace(/^\ufeff/, '')
    .split(/(?<=\r\n|\n|\r(?!\n))/);
  const quotes = articles.flatMap((article) =>
    article.blocks.map((block) => {
      const { startLine, startColumn, endLine, endColumn, quote } = toEvidence(article, block);
      const cut = lines.slice(startLine - 1, endLine);
      cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1);
      cut[0] = cut[0]!.slice(startColumn - 1);
      expect(cut.join('')).toBe(quote);
      return `${startLine}:${startColumn} ${quote}`;
    }),
  );
  return { articles, faults, quotes };
}

/** As `read`, for what is too long to be cut apart. */
async function readLong(name: string, content: string): Promise<Omit<Read, 'quotes'>> {
  writeFileSync(join(dir, name), content);
  return readArticles(name, { cwd: dir, layouts, locale: 'en' });
}

const outline = (article: Article | undefined): string[] =>
  (article?.blocks ?? []).map(
    ({ kind, level, table, start, end }) =>
      `${kind}${table === null ? level || '' : `${table.row},${table.column}`} ${article!.text.slice(start, end)}`,
  );
const told = (faults: readonly Fault[]): string[] => faults.map(({ code, line }) => `${code} ${line}`);

describe('CSV', () => {
  it('gives an article per row, by the usual names of columns', async () => {
    const { articles, faults, quotes } = await read(
      'a.csv',
      '\ufeffid,标题,content,region,date,x\r\n7,借书,"借期为""三十""天,\r\n可以续借。",海滨市,2026年4月9日,\r\n\r\n8,还书,还书不收费。,,,\r\n',
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title, published }) => ({ id, title, published }))).toEqual([
      { id: 'a.csv#7', title: '借书', published: '2026-04-09' },
      { id: 'a.csv#8', title: '还书', published: null },
    ]);
    expect(outline(articles[0])).toEqual(['title 借书', 'context 海滨市', 'paragraph 借期为"三十"天,', 'paragraph 可以续借。']);
    expect(quotes).toEqual(['2:3 借书', '3:8 海滨市', '2:7 借期为""三十""天,', '3:1 可以续借。', '5:3 还书', '5:6 还书不收费。']);
  });

  it('has the columns, the format and the delimiter that the config names', async () => {
    const { articles, faults, quotes } = await read(
      'b.csv',
      'nr;head;intro;main\n1;借书;简介在这里。;"<p>借期为<b>30</b>天。</p><ul><li class=""x"">珍本&nbsp;7天;</li></ul><table><tr><th>类</th><th>押金</th></tr><tr><td>甲</td><td>5元</td></tr></table>"\n',
      { id: ['nr'], title: ['head'], body: ['intro', 'main'], format: 'html', delimiter: ';' },
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['b.csv#1']);
    expect(outline(articles[0])).toEqual([
      'title 借书',
      'paragraph 简介在这里。',
      'paragraph 借期为30天。',
      'item1 珍本\u00a07天;',
      'cell0,0 类',
      'cell0,1 押金',
      'cell1,0 甲',
      'cell1,1 5元',
    ]);
    expect(quotes[2]).toBe('2:17 借期为<b>30</b>天。');
    expect(quotes[3]).toBe('2:55 珍本&nbsp;7天;');
  });

  it('may be in GB18030, in UTF-16, and with tabs', async () => {
    const plain = 'title\tbody\n借书\t- 借期为三十天;\\n- 可以续借。\n还书\t"# 还书\n\n不收费。"\n';
    const expected = (await read('c.tsv', plain)).articles.map(outline);
    expect(expected).toEqual([
      ['title 借书', 'item1 借期为三十天;\\n- 可以续借。'],
      ['title 还书', 'heading1 还书', 'paragraph 不收费。'],
    ]);
    for (const bytes of [iconv.encode(plain, 'gb18030'), Buffer.from(`\ufeff${plain}`, 'utf16le')])
      expect((await read('c.tsv', bytes)).articles.map(outline)).toEqual(expected);
  });

  it('tells which rows and columns are wrong, and reads the others', async () => {
    const rows = await read('d.csv', 'title,body\n借书,借期为三十天。\n还书,不收费,也不罚款。\n办证,要身份证。\n');
    expect(told(rows.faults)).toEqual(['bad-record 3']);
    expect(rows.articles.map(({ title }) => title)).toEqual(['借书', '办证']);
    const open = await read('d.csv', 'title,body\n借书,借期为三十天。\n还书,"不收费。\n办证,要身份证。\n');
    expect(told(open.faults)).toEqual(['damaged 3']);
    expect(open.articles.map(({ title }) => title)).toEqual(['借书']);
    const named = await read('d.csv', 'title,body\n借书,借期为三十天。\n', { body: ['text'] });
    expect(named.faults.map(({ message }) => message)).toEqual([expect.stringContaining('no column text, only title, body')]);
    expect(named.articles).toEqual([]);
    const none = await read('d.csv', 'x,y\n借书,借期为三十天。\n');
    expect(none.faults.map(({ message }) => message)).toEqual([expect.stringContaining('x, y')]);
    const twice = await read('d.csv', 'id,title,body\n1,借书,借期为三十天。\n1,还书,不收费。\n,办证,要身份证。\n');
    expect(twice.articles.map(({ id }) => id)).toEqual(['d.csv#1', 'd.csv#1@3', 'd.csv#3']);
  });

  it('with many wrong rows is told of in few lines', async () => {
    const { faults } = await read('e.csv', `title,body\n${'借书\n'.repeat(5000)}`);
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)!.message).toContain('4980');
  });

  it('of one cell of 10 MB is long, not bad', async () => {
    const text = '借期为三十天。'.repeat(500_000);
    const { articles, faults } = await read('f.csv', `title,body\n借书,"${text}"\n`);
    expect(faults).toEqual([]);
    expect(articles[0]?.text).toHaveLength(text.length + 3);
  }, 60_000);

  it('of nothing but delimiters, quotes or lines ends', async () => {
    const wide = await readLong('g.csv', `title,body\n${','.repeat(2_000_000)}\n`);
    expect(told(wide.faults)).toEqual(['damaged 2']);
    const quotes = await readLong('g.csv', `title,body\n${'"'.repeat(999_999)}\n`);
    expect(quotes.articles).toEqual([]);
    const lines = await readLong('g.csv', `title,body\n${'a,b\n'.repeat(300_000)}`);
    expect(lines.articles.length).toBeLessThanOrEqual(200_000);
    expect(told(lines.faults)).toEqual(['too-large 200002']);
  }, 60_000);

  it('cuts every quote out of the file, whatever the cells hold', async () => {
    const cell = fc
      .array(fc.constantFrom('借期为30天。', '"', ',', '\r\n', '\n', '𠮷', '<b>重</b>', '&amp;', '- ', ' ', '# ', 'a'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    let blocks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const content = [['id', 'title', 'body'], ...rows].map((row) => row.map(quoted).join(',')).join(end);
          const { articles, faults } = await read('p.csv', content);
          expect(faults.filter(({ code }) => code !== 'not-analysed')).toEqual([]);
          const bodies = rows.filter(([, , body]) => body.trim() !== '').length;
          expect(articles.length).toBeLessThanOrEqual(bodies);
          blocks += articles.reduce((sum, article) => sum + article.blocks.length, 0);
        },
      ),
      { numRuns: 200 },
    );
    expect(blocks).toBeGreaterThan(300);
  });
});

describe('JSON', () => {
  it('of a line per article is read by the usual keys, or those that the config names', async () => {
    const { articles, faults, quotes } = await read(
      'a.jsonl',
      '{"slug": "loan", "title": "借\\u4e66", "text": "借期为\\"三十\\"天,\\n可以续借。", "published": "2026-04-09", "region": "海滨市"}\n\n{"title": "还书", "content": "还书不收费。", "x": [1, {"y": 2}]}\n',
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title, published }) => ({ id, title, published }))).toEqual([
      { id: 'a.jsonl#loan', title: '借书', published: '2026-04-09' },
      { id: 'a.jsonl#2', title: '还书', published: null },
    ]);
    expect(quotes).toEqual([
      '1:28 借\\u4e66',
      '1:106 海滨市',
      '1:47 借期为\\"三十\\"天,',
      '1:60 可以续借。',
      '3:12 还书',
      '3:29 还书不收费。',
    ]);
    const deep = await read(
      'b.ndjson',
      '{"id": 12, "name": {"zh": "借书"}, "content": {"rendered": "<p>借期为<em>三十<\\/em>天。</p>"}, "tags": ["a"]}\n',
      {
        title: ['name.zh'],
        body: ['content.rendered'],
      },
    );
    expect(deep.articles.map(({ id }) => id)).toEqual(['b.ndjson#12']);
    expect(deep.quotes).toEqual(['1:28 借书', '1:62 借期为<em>三十<\\/em>天。']);
  });

  it('of a list of articles is the same', async () => {
    const { articles, faults, quotes } = await read(
      'a.json',
      '[\n  {"title": "借书", "body": ["借期为三十天。", "可以续借。"]},\n  {"title": "还书", "body": "不收费。"}\n]\n',
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['a.json#1', 'a.json#2']);
    expect(quotes).toEqual(['2:14 借书', '2:29 借期为三十天。', '2:40 可以续借。', '3:14 还书', '3:28 不收费。']);
  });

  it('that is broken is told of by line, and the other lines are read', async () => {
    const { articles, faults } = await read(
      'c.jsonl',
      '{"title": "借书", "body": "借期为三十天。"}\n{"title": "还书",}\n[1]\n{"title": "x"}\n"a"\n{"title": "办证", "body": "要身份证。"}\n',
    );
    expect(told(faults)).toEqual(['bad-record 2', 'bad-record 3', 'bad-record 4', 'bad-record 5']);
    expect(articles.map(({ id }) => id)).toEqual(['c.jsonl#1', 'c.jsonl#2']);
    for (const [content, fault] of [
      ['{"title": "借书"}', 'bad-record 1'],
      ['[\n{"title": "借书"\n]', 'bad-record 3'],
      [`${'['.repeat(200_000)}`, 'not-analysed null'],
    ] as const)
      expect(told((await read('d.json', content)).faults)).toEqual([fault]);
  });

  it('nested without end, or with keys that mean something to a program, is data', async () => {
    const { articles, faults } = await read(
      'e.jsonl',
      `{"title": "借书", "body": ${'['.repeat(100_000)}}\n{"__proto__": {"title": "坏"}, "constructor": "x", "title": "还书", "body": "不收费。"}\n`,
    );
    expect(told(faults)).toEqual(['not-analysed 1']);
    expect(articles.map(({ title }) => title)).toEqual(['还书']);
  });
});

describe('exports in a folder', () => {
  it('are read where the config names them, or the command line', async () => {
    for (const name of ['x.csv', 'y.csv', 'z.jsonl']) writeFileSync(join(dir, name), 'title,body\n');
    const only = await discover(['.'], { cwd: dir, exclude: [], exports: [rule({ files: ['/x.csv', '*.jsonl'] })] });
    expect(only.files.filter((file) => /^[xyz]\./.test(file))).toEqual(['x.csv', 'z.jsonl']);
    expect((await discover(['y.csv'], { cwd: dir, exclude: [] })).files).toEqual(['y.csv']);
  });
});
