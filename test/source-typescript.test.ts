// TypeScript and JavaScript as content: what is read, where it stands, and what is told to be unread.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.ts';
import type { Fault } from '../src/model/fault.ts';
import { toEvidence } from '../src/model/locate.ts';
import { readArticles } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';

const layouts = loadLayouts(fileURLToPath(new URL('../packs/layouts', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'claimlint-ts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Read {
  readonly articles: readonly Article[];
  readonly faults: readonly Fault[];
  /** Every block as it stands in the file: `line:column quote`. */
  readonly quotes: readonly string[];
}

async function read(content: string, name = 'a.ts'): Promise<Read> {
  writeFileSync(join(dir, name), content);
  const { articles, faults } = await readArticles(name, { cwd: dir, layouts, locale: 'en' });
  const lines = content.split('\n');
  const quotes = articles.flatMap((article) =>
    article.blocks.map((block) => {
      const { startLine, startColumn, endLine, endColumn, quote } = toEvidence(article, block);
      // Cut out of the file by line and column, without the code under test.
      const cut = lines.slice(startLine - 1, endLine);
      cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1);
      cut[0] = cut[0]!.slice(startColumn - 1);
      expect(cut.join('\n')).toBe(quote);
      return `${startLine}:${startColumn} ${quote}`;
    }),
  );
  return { articles, faults, quotes };
}

const outline = (article: Article | undefined): string[] =>
  (article?.blocks ?? []).map(
    ({ kind, level, table, start, end }) =>
      `${kind}${table === null ? level || '' : `${table.table}:${table.row},${table.column}`} ${article!.text.slice(start, end)}`,
  );
const told = (faults: readonly Fault[]): string[] =>
  faults.map(({ code, line, message }) => `${code} ${line} ${message.slice(message.indexOf(': ') + 2)}`);

describe('strings', () => {
  it('are read through as const, satisfies, type assertions and harmless calls and tags', async () => {
    const { articles, faults } = await read(`
type A = { title: string };
export const a = { title: '借书' as const, body: ('借期为三十天。' satisfies string) } satisfies A;
export const b = <A>{ title: '还书', body: dedent\`
    逾期停借。

    可以续借。
  \`.trim() } as const;
export default { title: '办证', body: String.raw\`办证要\\n身份证。\` };
`);
    expect(faults).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['a.ts', 'a.ts#1', 'a.ts#2']);
    expect(articles.map(outline)).toEqual([
      ['title 借书', 'paragraph 借期为三十天。'],
      ['title 还书', 'paragraph 逾期停借。', 'paragraph 可以续借。'],
      ['title 办证', 'paragraph 办证要\\n身份证。'],
    ]);
  });

  it('take constants of the file, at the place where they are put in', async () => {
    const { articles, faults, quotes } = await read(`const DAYS = 30;
const UNIT = '天';
const LIMITS = { books: 10, days: \`\${DAYS}\${UNIT}\` } as const;
export const a = {
  title: \`借书\${UNIT}数\`,
  body: \`每人最多借\${LIMITS.books}本,借期为\${LIMITS['days']}。\`,
  rule: '逾期' + DAYS + UNIT + '的,停借。',
};
`);
    expect(faults).toEqual([]);
    expect(outline(articles[0])).toEqual(['title 借书天数', 'paragraph 每人最多借10本,借期为30天。', 'paragraph 逾期30天的,停借。']);
    expect(quotes).toEqual([
      '5:11 借书${UNIT}数',
      "6:10 每人最多借${LIMITS.books}本,借期为${LIMITS['days']}。",
      "7:10 逾期' + DAYS + UNIT + '的,停借。",
    ]);
  });

  it('that are a constant as a whole stand where it is set', async () => {
    const { articles, quotes } = await read(`const BODY = '借期为三十天,可以续借。';
const SECTIONS = [{ title: '期限', body: '借期为三十天,可以续借。' }];
const title = '借书';
export const a = { title, body: BODY };
export const b = { title: '还书', sections: SECTIONS };
`);
    // What an article refers to is part of it, and no article of its own.
    expect(articles.map(({ id }) => id)).toEqual(['a.ts', 'a.ts#1']);
    expect(quotes).toEqual(['3:16 借书', '1:15 借期为三十天,可以续借。', '5:28 还书', '2:29 期限', '2:41 借期为三十天,可以续借。']);
  });

  it('joined from a list are one text', async () => {
    const { articles } = await read(
      `export const a = { title: '借书', body: ['借期为三十天。', '- 可以续借;', "- 不可以转借。"].join('\\n') };\n`,
    );
    expect(outline(articles[0])).toEqual(['title 借书', 'paragraph 借期为三十天。', 'item1 可以续借;', 'item1 不可以转借。']);
  });

  it('have escapes that take their place in the file', async () => {
    const { articles, quotes } = await read(`export const a = { title: '\\u501f\\u{4e66}', body: '借期为\\x33\\u0030天,\\
可以\\'续借\\'。' };
`);
    expect(outline(articles[0])).toEqual(['title 借书', "paragraph 借期为30天,可以'续借'。"]);
    expect(quotes).toEqual(['1:28 \\u501f\\u{4e66}', "1:52 借期为\\x33\\u0030天,\\\n可以\\'续借\\'。"]);
  });

  it.each([
    ['a call', 't("借期")', 't("借期")'],
    ['a name that is imported', '`借期为${imported}天。`', 'imported'],
    ['a name that may change', '`借期为${changing}天。`', 'changing'],
    ['a name that is set twice', '`借期为${twice}天。`', 'twice'],
    ['a property that may change', '`借期为${loose.days}天。`', 'loose.days'],
    ['a sum of numbers', '`借期为${1 + days}天。`', '1 + days'],
    ['a condition', '`借期为${days > 3 ? "三" : "两"}天。`', 'days > 3 ? "三" : "两"'],
    ['a constant of itself', '`借期为${self}天。`', 'self'],
    ['an unknown tag', 'sql`借期为三十天。`', 'sql`借期为三十天。`'],
    ['a replacement', "'借期为三十天。'.replace('三', '四')", "'借期为三十天。'.replace('三', '四')"],
  ])('with %s are not read, and that is told with its place', async (_, code, detail) => {
    const { articles, faults } = await read(`import { imported } from './x';
let changing = 3;
const days = 30, twice = 1, loose = { days: 3 };
function f(twice) { const self = \`\${self}\`; }
export const a = {
  title: '借书',
  body: '每人最多借十本。',
  more:
    ${code},
};
`);
    expect(told(faults)).toEqual([`not-analysed 9 ${detail}`]);
    expect(outline(articles[0])).toEqual(['title 借书', 'paragraph 每人最多借十本。']);
  });

  it('whose title is computed are not read without it', async () => {
    const { articles, faults } = await read("export const a = { title: `${city}的规定`, body: '借期为三十天。' };\n");
    expect(articles).toEqual([]);
    expect(told(faults)).toEqual(['not-analysed 1 city']);
  });

  it('that a module gives out by themselves are read', async () => {
    const { articles, quotes } = await read(
      "export const notice = '借期为三十天。';\nexport const rules = ['不可以转借。'];\nexport default `\n# 续借\n\n- 可以续借。\n`;\n",
    );
    expect(outline(articles[0])).toEqual(['paragraph 借期为三十天。', 'paragraph 不可以转借。', 'heading1 续借', 'item1 可以续借。']);
    expect(quotes[2]).toBe('4:3 续借');
  });
});

describe('code that is no content, or hostile', () => {
  it('with a syntax error is told of, and read as far as it goes', async () => {
    const { articles, faults } = await read("export const a = { title: '借书', body: '借期为三十天。' };\nexport const b = { title: ;\n");
    expect(faults.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'damaged', line: 2 }]);
    expect(outline(articles[0])).toEqual(['title 借书', 'paragraph 借期为三十天。']);
  });

  it('cannot make a huge text of a small one', async () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `const c${index + 1} = c${index} + c${index};`).join('\n');
    const { articles, faults } = await read(
      `const c0 = '借书';\n${doubling}\nexport const a = { title: '借书', body: '借期为三十天。', text: \`\${c60}\` };\n`,
    );
    expect(outline(articles[0])).toEqual(['title 借书', 'paragraph 借期为三十天。']);
    expect(told(faults)).toEqual(['not-analysed 62 c60']);
  });

  it('of lists that hold lists that hold lists ends', async () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `const l${index + 1} = [l${index}, l${index}];`).join('\n');
    const { articles, faults } = await read(
      `const l0 = ['借期为三十天。'];\n${doubling}\nexport const a = { title: '借书', body: l60 };\n`,
    );
    expect(articles.reduce((length, { text }) => length + text.length, 0)).toBeLessThan(20_000_000);
    expect(faults.length).toBeGreaterThan(0);
  }, 60_000);

  it('of a list that holds itself ends', async () => {
    const { faults } = await read(`const a = ['借期为三十天。', b], b = [a, a];\nexport const c = { title: '借书', body: a };\n`);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThan(10);
  });
});

describe('JSX', () => {
  const PAGE = `import { Faq } from './faq';
const days = 30;
export default function Page() {
  return (
    <Layout>
      <nav><a href="/">首页</a></nav>
      <article className="content">
        <h1>借书办法</h1>
        <p>
          每人最多借<b>10</b>本&nbsp;书,
          借期为{days}天{'。'}
        </p>
        <h2>押金</h2>
        <ul>
          <li>珍本<strong>500元</strong>;</li>
          <li>善本400元。</li>
        </ul>
        <table>
          <thead><tr><th>类别</th><th>成人</th></tr></thead>
          <tbody><tr><td>珍本</td><td>500元</td></tr></tbody>
        </table>
        <Faq question="能不能续借?" answer="可以,续借一次。" />
      </article>
      <button>提交</button>
    </Layout>
  );
}
`;
  it('that holds an article is one, without the furniture of the page', async () => {
    const { articles, faults, quotes } = await read(PAGE, 'page.tsx');
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title }) => ({ id, title }))).toEqual([{ id: 'page.tsx', title: '借书办法' }]);
    expect(outline(articles[0])).toEqual([
      'title 借书办法',
      'paragraph 每人最多借10本\u00a0书,借期为30天。',
      'heading2 押金',
      'item1 珍本500元;',
      'item1 善本400元。',
      'cell0:0,0 类别',
      'cell0:0,1 成人',
      'cell0:1,0 珍本',
      'cell0:1,1 500元',
      'heading3 能不能续借?',
      'paragraph 可以,续借一次。',
    ]);
    expect(quotes[1]).toBe("10:11 每人最多借<b>10</b>本&nbsp;书,\n          借期为{days}天{'。");
    expect((await read(PAGE, 'page.jsx')).quotes).toEqual(quotes);
    expect((await read(PAGE, 'page.js')).quotes).toEqual(quotes);
  });

  it('that is a value of a content object belongs to its article', async () => {
    const { articles } = await read(
      "export const a = { title: '借书', body: <><p>借期为三十天,可以续借。</p><ul><li>珍本除外。</li></ul></> };\n",
      'a.tsx',
    );
    expect(articles.map(outline)).toEqual([['title 借书', 'paragraph 借期为三十天,可以续借。', 'item1 珍本除外。']]);
  });

  it('leaves out what only running it would tell, and what may depend on that', async () => {
    const { articles, faults } = await read(
      `export const P = ({ city, n }) => <main>
  <h1>借书</h1>
  <p>每人最多借十本,不可以转借。</p>
  <p>借期为{n}天。</p>
  <h2>{city}的规定</h2>
  <p>押金为五百元。</p>
  <h2>其他</h2>
  {city === 'x' && <p>逾期的停借。</p>}
  <p>还书不收费。</p>
</main>;
`,
      'p.tsx',
    );
    expect(outline(articles[0])).toEqual([
      'title 借书',
      'paragraph 每人最多借十本,不可以转借。',
      'heading2 其他',
      'paragraph 还书不收费。',
    ]);
    expect(faults.map(({ code, line }) => `${code} ${line}`).sort()).toEqual(['not-analysed 4', 'not-analysed 5', 'not-analysed 8']);
  });

  it('of labels is no article', async () => {
    const { articles, faults } = await read(
      'export const F = ({ x }) => <form><label>姓名</label><h1>{x}</h1><button>提交</button></form>;\n',
      'f.tsx',
    );
    expect({ articles, faults }).toEqual({ articles: [], faults: [] });
  });

  it('that is nested without end is not read', async () => {
    const { articles, faults } = await read(
      `export const x = ${'<div>'.repeat(400)}借期为三十天,可以续借。${'</div>'.repeat(400)};\n`,
      'deep.tsx',
    );
    expect(articles).toEqual([]);
    expect(faults.map(({ code }) => code)).toEqual(['not-analysed']);
  });
});
