// Comments for claimlint in articles: in which formats they are found, and what each is about, cut out of the file.
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Directive } from '../src/model/directive.ts';
import { USUAL } from '../src/source/export.ts';
import { readArticles } from '../src/source/read.ts';
import { readSuppression } from '../src/gate/suppressions.ts';

/** Exports have these two fields. */
const RULE = { ...USUAL, files: ['*'], title: ['title'], body: ['content'] };

async function directivesIn(path: string, text: string): Promise<Directive[]> {
  const given = new Map([[path, Buffer.from(text)]]);
  const { directives } = await readArticles(path, { cwd: '/', layouts: [], locale: 'zh', given, exports: [RULE] });
  return directives;
}

/** The characters that a comment is about. */
function cut(text: string, { place }: Directive): string | null {
  if (place === null) return null;
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return text.slice(starts[place.startLine - 1]! + place.startColumn - 1, starts[place.endLine - 1]! + place.endColumn - 1);
}

async function places(path: string, text: string): Promise<(string | null)[]> {
  return (await directivesIn(path, text)).map((one) => cut(text, one));
}

const NEXT = 'claimlint-disable-next-line gap -- 理由';
const LINE = 'claimlint-disable-line gap -- 理由';

describe('a comment in Markdown', () => {
  it.each([
    ['a paragraph right below', `<!-- ${NEXT} -->\n第一段的话。\n\n第二段的话。\n`, '第一段的话。'],
    ['a paragraph below a blank line', `<!-- ${NEXT} -->\n\n第一段的话。\n\n第二段的话。\n`, '第一段的话。'],
    ['all lines of a paragraph', `<!-- ${NEXT} -->\n第一段的话\n还没有完。\n\n第二段的话。\n`, '第一段的话\n还没有完。'],
    ['one item of a list', `- 甲项的话。\n<!-- ${NEXT} -->\n- 乙项的话。\n- 丙项的话。\n`, '乙项的话。'],
    ['a heading', `前面的话。\n\n<!-- ${NEXT} -->\n## 等待期多长？\n\n后面的话。\n`, '等待期多长？'],
    ['a quoted paragraph', `> <!-- ${NEXT} -->\n>\n> 引用的话。\n\n后面的话。\n`, '引用的话。'],
    ['the line on which it stands', `第一行的话，\n第二行的话。<!-- ${LINE} -->\n\n第二段的话。\n`, '第二行的话。'],
    ['the line before which it stands', `<!-- ${LINE} --> 不算一行。\n\n别的话。\n`, null],
    ['nothing at the end', `前面的话。\n\n<!-- ${NEXT} -->\n`, null],
  ])('is about %s', async (_name, body, expected) => {
    const text = `---\ntitle: 标题\n---\n\n${body}`;
    expect(await places('a.md', text)).toEqual([expected]);
  });

  it('is about a row of a table, above it or within', async () => {
    const table = '| 年限 | 比例 |\n| --- | --- |\n| 5年 | 60% |\n| 10年 | 70% |\n';
    expect(await places('a.md', `# 表\n\n<!-- ${NEXT} -->\n\n${table}`)).toEqual(['年限 | 比例']);
    expect(await places('a.md', `# 表\n\n${table.replace('60% |', `60% <!-- ${LINE} --> |`)}`)).toEqual(['5年 | 60%']);
  });

  it('code, plain text and other comments are none', async () => {
    const text = `# 标题\n\n\`\`\`html\n<!-- ${NEXT} -->\n\`\`\`\n\n写作 \`<!-- ${NEXT} -->\`，${NEXT}\n\n<!-- markdownlint-disable-next-line MD001 -->\n\n<!-- 见 ${NEXT} -->\n`;
    expect(await directivesIn('a.md', text)).toEqual([]);
  });

  it('several in a comment of one line each keep their lines, whatever the line ends', async () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['# 标题', '', `<!-- ${NEXT} -->`, `<!-- ${NEXT} -->`, '一段话。', ''].join(end);
      expect((await directivesIn('a.md', text)).map(({ line }) => line)).toEqual([3, 4]);
      expect(await places('a.md', text)).toEqual(['一段话。', '一段话。']);
    }
  });
});

describe('a comment in HTML', () => {
  const page = (body: string): string =>
    `<!doctype html>\n<html><head><title>标题</title></head>\n<body>\n<h1>标题</h1>\n${body}\n</body></html>\n`;
  it.each([
    [
      'the next block',
      `<!-- ${NEXT} -->\n<p>第一段有一些话，不长也不短。</p>\n<p>第二段也有一些话，不长也不短。</p>`,
      '第一段有一些话，不长也不短。',
    ],
    [
      'one block, though all stand on one line',
      `<!-- ${NEXT} --><p>第一段有一些话，不长也不短。</p><p>第二段也有一些话，不长也不短。</p>`,
      '第一段有一些话，不长也不短。',
    ],
    [
      'the block beside it, though all stand on one line',
      `<p>第一段有一些话，不长也不短。</p><p>第二段也有一些话，不长也不短。<!-- ${LINE} --></p><p>第三段还有一些话，不长也不短。</p>`,
      '第二段也有一些话，不长也不短。',
    ],
    [
      'a row',
      `<table>\n<tr><th>年限</th><th>比例</th></tr>\n<!-- ${NEXT} -->\n<tr><td>五年以上</td><td>百分之六十</td></tr>\n<tr><td>十年以上</td><td>百分之七十</td></tr>\n</table>`,
      '五年以上</td><td>百分之六十',
    ],
  ])('is about %s', async (_name, body, expected) => {
    expect(await places('a.html', page(body))).toEqual([expected]);
  });

  it('scripts hold none', async () => {
    expect(await directivesIn('a.html', page(`<p>一些话，不长也不短。</p><script>/* <!-- ${NEXT} --> */</script>`))).toEqual([]);
  });
});

describe('a comment in TypeScript', () => {
  const module = (before: string, inside = ''): string =>
    `export const article = {\n  title: '断缴之后怎么办',\n  ${before}\n  content: \`## 一\n\n${inside}职工医保断缴超过3个月的，等待期为6个月。\n\n后面的话也是一段。\n\`,\n};\n`;

  it('comments of lines and blocks are about the text on the next line', async () => {
    const text = `export const messages = {\n  // ${NEXT}\n  'faq.wait': '断缴超过3个月的，等待期为6个月。',\n  /* ${NEXT} */\n  'faq.other': '个人账户余额不会清零。',\n  /** ${NEXT} */\n  'faq.third': '缴费满25年可以享受待遇。',\n  'faq.last': '报销比例为百分之七十。', // ${LINE}\n};\n`;
    expect(await places('a.ts', text)).toEqual([
      '断缴超过3个月的，等待期为6个月。',
      '个人账户余额不会清零。',
      '缴费满25年可以享受待遇。',
      '报销比例为百分之七十。',
    ]);
  });

  it('the Markdown in a string has comments of its own', async () => {
    expect(await places('a.ts', module('', `<!-- ${NEXT} -->\n`))).toEqual(['职工医保断缴超过3个月的，等待期为6个月。']);
  });

  it('a comment does not become the title of a table', async () => {
    const text = `// ${NEXT}\nexport const messages = {\n  a: '断缴超过3个月的，等待期为6个月。',\n};\n`;
    const { articles } = await readArticles('a.ts', { cwd: '/', layouts: [], locale: 'zh', given: new Map([['a.ts', Buffer.from(text)]]) });
    expect(articles.map(({ title }) => title)).toEqual(['a']);
  });

  it('a string is none', async () => {
    expect(await directivesIn('a.ts', `export const a = { t: '// ${NEXT} 断缴超过3个月的等待期为6个月' };\n`)).toEqual([]);
  });

  it('JSX has its comments in braces', async () => {
    const text = `export default function Page() {\n  return (\n    <main>\n      <h1>断缴之后怎么办</h1>\n      {/* ${NEXT} */}\n      <p>职工医保断缴超过3个月的，等待期为6个月。</p>\n      <p>后面的话也是一段，说的是别的。</p>\n    </main>\n  );\n}\n`;
    expect(await places('a.tsx', text)).toEqual(['职工医保断缴超过3个月的，等待期为6个月。']);
  });
});

describe('plain text and Word', () => {
  const reading = (path: string, bytes: Uint8Array): ReturnType<typeof readArticles> =>
    readArticles(path, { cwd: '/', layouts: [], locale: 'en', given: new Map([[path, bytes]]) });
  const told = [['not-analysed', 3, expect.stringContaining('use a waiver') as string]];

  it('have none, and say so at the place', async () => {
    const { directives, faults } = await reading('a.txt', Buffer.from(`标题\n\n<!-- ${NEXT} -->\n一段话。\n`));
    expect(directives).toEqual([]);
    expect(faults.map(({ code, line, message }) => [code, line, message])).toEqual(told);
    const paragraphs = ['标题', '前面的话。', `&lt;!-- ${NEXT} --&gt;`, '一段话。'].map(
      (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    );
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`;
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const word = await reading('a.docx', zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8(document) }));
    expect(word.directives).toEqual([]);
    expect(word.faults.map(({ code, line, message }) => [code, line, message])).toEqual(told);
  });
});

describe('a comment in an export', () => {
  const html = (first: string, second: string): string => `${first}<p>第一段有一些话。</p>\n<p>第二段也有一些话。${second}</p>`;
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const row = (title: string, content: string): string => JSON.stringify({ title, content });

  it('of CSV is about the text of its own cell, whatever its markup', async () => {
    const csv = (content: string): string => `content,title\n${cell(content)},断缴之后\n${cell('别的话。')},另一篇\n`;
    expect(await places('a.csv', csv(html(`<!-- ${NEXT} -->`, `<!-- ${LINE} -->`)))).toEqual(['第一段有一些话。', '第二段也有一些话。']);
    expect(await places('a.csv', csv(`# 一\n\n<!-- ${NEXT} -->\n说"不"的话。\n\n后面的话。`))).toEqual(['说""不""的话。']);
    // The next text is the title of the row, then the next row: neither is what the comment is about.
    expect(await places('a.csv', csv(`<p>一段话。</p>\n<!-- ${NEXT} -->`))).toEqual([null]);
    // Nothing but the comment is markup.
    expect(await places('a.csv', csv(`<!-- ${NEXT} -->\n一段话。\n\n后面的话。`))).toEqual(['一段话。']);
  });

  it('of JSON is about the text of its own string, though all stand on one line', async () => {
    const lines = [
      row('甲', html(`<!-- ${NEXT} -->`, '')),
      row('乙', html('', `<!-- ${NEXT} -->`)),
      row('丙', `<!-- ${NEXT} -->\n说"不"的话。\n\n后面的话。<!-- ${LINE} -->`),
    ];
    const expected = ['第一段有一些话。', null, '说\\"不\\"的话。', '后面的话。'];
    expect(await places('a.jsonl', `${lines.join('\n')}\n`)).toEqual(expected);
    expect(await places('a.json', `[${lines.join(', ')}]`)).toEqual(expected);
    expect((await directivesIn('a.jsonl', lines.join('\n'))).map(({ line }) => line)).toEqual([1, 2, 3, 3]);
  });

  it('of a text that the config calls plain is told, once a record', async () => {
    const exports = [{ ...RULE, format: 'text' as const }];
    const text = `${row('甲', `<!-- ${NEXT} -->\n一段话。`)}\n${row('乙', '一段话。')}\n`;
    const given = new Map([['a.jsonl', Buffer.from(text)]]);
    const { directives, faults } = await readArticles('a.jsonl', { cwd: '/', layouts: [], locale: 'en', given, exports });
    expect([directives, faults.map(({ code, line }) => [code, line])]).toEqual([[], [['not-analysed', 1]]]);
  });
});

describe('what a comment says', () => {
  it.each([
    ['claimlint-disable-next-line gap -- 理由', { kind: 'gap', reason: '理由' }],
    ['claimlint-disable-line gap --- 两段 -- 理由', { kind: 'gap', reason: '两段 -- 理由' }],
    ['claimlint-disable-line gap: 理由', { kind: 'gap', reason: '理由' }],
    ['claimlint-disable-line gap\uFF1A理由', { kind: 'gap', reason: '理由' }],
    ['claimlint-disable-line\n  stale-date\n  -- 理由', { kind: 'stale-date', reason: '理由' }],
    ['claimlint-disable-line stale-date', { kind: 'stale-date', wrong: 'suppression-reason' }],
    ['claimlint-disable-line stale-date --', { kind: 'stale-date', wrong: 'suppression-reason' }],
    ['claimlint-disable-line', { kind: '', wrong: 'suppression-form' }],
    ['claimlint-disable-line -- 理由', { kind: '', wrong: 'suppression-form' }],
    ['claimlint-disable-line gap, regional -- 理由', { kind: 'gap, regional', wrong: 'suppression-form' }],
    ['claimlint-disable-line * -- 理由', { kind: '*', wrong: 'suppression-kind' }],
    ['claimlint-disable-line constructor -- 理由', { kind: 'constructor', wrong: 'suppression-kind' }],
    ['claimlint-disable gap -- 理由', { kind: 'claimlint-disable', wrong: 'suppression-form' }],
    ['claimlint-disable-file gap -- 理由', { kind: 'claimlint-disable-file', wrong: 'suppression-form' }],
  ])('%s', (text, expected) => {
    expect(readSuppression(text)).toEqual(expected);
  });
});

const cellOf = (text: string): string => `"${text.replaceAll('"', '""')}"`;

it('no text breaks the search for comments, and every place is in the file', async () => {
  const piece = fc.constantFrom(
    `<!-- ${NEXT} -->`,
    `<!--${LINE}-->`,
    `// ${NEXT}`,
    `/* ${LINE} */`,
    'claimlint-disable',
    '\n',
    '\r\n',
    '<p>',
    '</p>',
    '- ',
    '# ',
    '```',
    '|',
    '{',
    '}',
    '`',
    "'",
    '<!--',
    '-->',
    '断缴的话。',
    '\u{20000}',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 25 }),
      fc.constantFrom('a.md', 'a.html', 'a.ts', 'a.tsx', 'a.csv', 'a.jsonl'),
      async (pieces, path) => {
        const whole = pieces.join('');
        const text =
          path === 'a.csv'
            ? `title,content\n甲,${cellOf(whole)}\n`
            : path === 'a.jsonl'
              ? JSON.stringify({ title: '甲', content: whole })
              : whole;
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const directive of await directivesIn(path, text)) {
          expect(directive.line).toBeLessThanOrEqual(lines);
          expect(cut(text, directive)?.trim()).not.toBe('');
        }
      },
    ),
    { seed: 20261128, numRuns: 300 },
  );
});
