// What holds for every file: a place in the result is the place in the file, and the encoding makes no difference.
import { isUtf8 } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.ts';
import { findLineStarts, lineOf, toEvidence } from '../src/model/locate.ts';
import { readArticles } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';
import { parseMarkdown } from '../src/source/markdown.ts';

const layouts = loadLayouts(fileURLToPath(new URL('../packs/layouts', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'claimlint-source-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function read(name: string, content: string | Buffer): Promise<Article[]> {
  writeFileSync(join(dir, name), content);
  return (await readArticles(name, { cwd: dir, layouts, locale: 'en' })).articles;
}

/** Offset in `text` of a 1-based line and column, found without the code under test. */
function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (const [index, part] of text.split(/(\r\n|\n|\r)/).entries()) {
    if (index === (line - 1) * 2) return offset + column - 1;
    offset += part.length;
  }
  return -1;
}

/** Checks every block and some spans inside; returns how many were checked. */
function checkPlaces(article: Article): number {
  const { text, file, blocks, remap } = article;
  let checked = 0;
  let previous = -1;
  for (const block of blocks) {
    expect(block.start).toBe(previous + 1);
    expect(block.end).toBeGreaterThan(block.start);
    expect(block.start === 0 ? '\n' : text[block.start - 1]).toBe('\n');
    previous = block.end;
    const spans = [
      block,
      { start: block.start, end: block.start + 1 },
      { start: block.end - 1, end: block.end },
      { start: (block.start + block.end) >> 1, end: block.end },
    ];
    for (const span of spans) {
      if (span.end <= span.start) continue;
      const place = toEvidence(article, span);
      const from = offsetOf(file.text, place.startLine, place.startColumn);
      const to = offsetOf(file.text, place.endLine, place.endColumn);
      expect(file.text.slice(from, to)).toBe(place.quote);
      expect(place.quote).not.toBe('');
      expect(lineOf(article, span.start)).toBe(place.startLine);
      checked++;
    }
  }
  expect(text.length).toBe(Math.max(0, previous));
  for (let index = 0; index < remap.length; index += 3) {
    const [at, place, raw] = [remap[index]!, remap[index + 1]!, remap[index + 2]!];
    const end = index + 3 < remap.length ? remap[index + 3]! : text.length;
    expect(end).toBeGreaterThan(at);
    if (raw > 0) continue;
    // One to one: the same characters, but for a line feed that was put between two blocks.
    const here = text.slice(at, end).replace(/\n$/, '');
    expect(file.text.slice(place, place + here.length)).toBe(here);
  }
  return checked;
}

const word = fc.constantFrom('借书', '期限为30天', '每人10本', '1.5个月', '\u{20bb7}田', '续借', 'A b', '\u{1f4da}', '不收费');
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(',')}。`);
const eol = fc.constantFrom('\n', '\r\n', '\r');
const documents = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(parts, { minLength: 1, maxLength: 14 }), eol).map(([lines, end]) => lines.join('\n').replaceAll('\n', end));

const TEXT = documents(
  fc.oneof(
    sentence,
    word,
    fc.constant(''),
    fc.constant('相关推荐'),
    fc.constant('频道 2025-03-19'),
    fc.tuple(fc.constantFrom('一、', '1. ', '  • ', '    - ', '(1)', '\t2)'), sentence).map((pair) => pair.join('')),
  ),
);
const inline = fc.oneof(
  sentence,
  sentence,
  fc.constantFrom(
    '**加粗**',
    '[链接](http://a.b "题")',
    '&amp;',
    '&lt;b',
    '&nbsp;',
    '\\*',
    '\\\\',
    '`码`',
    '&#20070;',
    '<b>标签</b>',
    '_斜_ ',
    '  ',
    '&nosuch;',
    '&',
  ),
);
const MARKDOWN = documents(
  fc
    .tuple(
      fc.constantFrom('', '', '# ', '## ', '- ', '  - ', '1. ', '> ', '> > ', '    ', '| ', '---', '```', '<!-- ', '\n'),
      fc.array(inline, { maxLength: 5 }),
    )
    .map(([mark, rest]) => mark + rest.join('')),
);
const HTML = documents(
  fc
    .array(
      fc.oneof(
        sentence,
        fc.constantFrom(
          '<p>',
          '</p>',
          '<div class="nav">',
          '</div>',
          '<li>',
          '<ul>',
          '</ul>',
          '<table>',
          '<tr>',
          '<td rowspan=2>',
          '<th colspan=3>',
          '</table>',
          '<br>',
          '<b>',
          '</b>',
          '<h1>',
          '</h1>',
          '<h2>',
          '<a href="x">',
          '</a>',
          '&amp;',
          '&lt',
          '&nbsp;',
          '&#x4e66;',
          '&notit;',
          '<!-- 注 -->',
          '<script>"字"</script>',
          '</x>',
          '<',
          '&',
          '  ',
          '<title>',
          '</title>',
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const MODULE = fc
  .tuple(
    sentence,
    fc.array(
      fc.oneof(
        sentence,
        fc.constantFrom('\\n', '\\n\\n', '\\u4e66', '${days}', '\\u{1F4DA}', "\\'", '\\\\', '- ', '\\t', '\\x41', '&amp;'),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    fc.constantFrom("'", '`'),
  )
  .map(
    ([title, body, quote]) =>
      `const days = 30;\nexport const a = {\n  title: '${title}',\n  body: ${quote}${body.join('')}很长的一段正文在这里。${quote},\n};\n`,
  );

const PART = fc.oneof(
  sentence,
  fc.constantFrom('&nbsp;', '&#x4e66;', '<b>重</b>', "{'\\u4e66'}", '{days}', '{other}', '<br/>', '\n  ', '{`第${days}天`}'),
);
const JSX = fc
  .array(fc.tuple(fc.constantFrom('p', 'li', 'h2', 'td', 'div'), fc.array(PART, { minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map(
    (boxes) =>
      `const days = 30;\nexport default () => <main><h1>借书</h1><p>很长的一段正文在这里。</p>${boxes
        .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`)
        .join('\n')}</main>;\n`,
  );

describe('places', () => {
  it.each([
    ['a.txt', TEXT],
    ['a.md', MARKDOWN],
    ['a.html', HTML],
    ['a.ts', MODULE],
    ['a.tsx', JSX],
  ])('in %s are where the characters stand', async (name, arbitrary) => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(arbitrary, async (content) => {
        for (const article of await read(name, content)) checked += checkPlaces(article);
      }),
      { numRuns: 250 },
    );
    expect(checked).toBeGreaterThan(300);
  });

  it('finds the lines that splitting finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '字'), { maxLength: 30 }).map((parts) => parts.join('')),
        (text) => {
          const starts = [0];
          for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
          expect([...findLineStarts(text)]).toEqual(starts);
        },
      ),
    );
  });
});

describe('encodings', () => {
  it.each([
    ['b.txt', TEXT],
    ['b.md', MARKDOWN],
    ['b.html', HTML],
  ])('of %s give the same article', async (name, arbitrary) => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(arbitrary, async (content) => {
        const plain = content.replace(/\r\n?/g, '\n');
        const shape = (articles: readonly Article[]): unknown =>
          articles.map(({ title, published, text, blocks }) => ({ title, published, text, blocks }));
        const expected = shape(await read(name, plain));
        const turned = plain.replaceAll('\n', '\r\n');
        for (const bytes of [
          Buffer.from(turned),
          Buffer.from(`\ufeff${plain}`),
          Buffer.from(`\ufeff${turned}`, 'utf16le'),
          Buffer.from(`\ufeff${plain}`, 'utf16le').swap16(),
        ]) {
          expect(shape(await read(name, bytes))).toEqual(expected);
          compared++;
        }
        const legacy = iconv.encode(plain, 'gb18030');
        // A very short text may be both, and then it is UTF-8.
        if (isUtf8(legacy)) return;
        expect(shape(await read(name, legacy))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBe(240);
  });
});

describe('the tree of Markdown', () => {
  const withTables = (text: string): unknown => fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

  it('is the same where tables are not looked for, since a text without their signs has none', () => {
    const sign = fc.constantFrom(
      '甲',
      'b',
      ' ',
      '\n',
      '\n\n',
      '-',
      '--',
      ':',
      '\\',
      '\t',
      '> ',
      '* ',
      '`',
      '#',
      '=',
      '&#124;',
      '|',
      ':-',
      '-:',
      '|-|',
      '\r\n',
      '[^1]',
    );
    let tables = 0;
    const property = fc.property(fc.array(sign, { minLength: 1, maxLength: 14 }), (signs) => {
      const text = signs.join('');
      const expected = withTables(text);
      if (JSON.stringify(expected).includes('"table"')) tables++;
      expect(parseMarkdown(text)).toEqual(expected);
    });
    fc.assert(property, { numRuns: 6000, examples: [[['a', '\n', ':-']], [['a', '\n', '-:']], [['a', '\n', '|', '-']]] });
    expect(tables).toBeGreaterThan(20);
  });
});
