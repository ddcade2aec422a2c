// DOCX → articles: what a reader sees with all changes accepted, at places in its text; and files that mean harm.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.ts';
import type { Fault } from '../src/model/fault.ts';
import { toEvidence } from '../src/model/locate.ts';
import { readArticles } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';

const layouts = loadLayouts(fileURLToPath(new URL('../packs/layouts', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'claimlint-docx-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const STYLES = `<w:styles ${W}>
  <w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
  <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="mine"><w:name w:val="own"/><w:basedOn w:val="2"/></w:style>
  <w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>
  <w:style w:styleId="list"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>`;
const documentOf = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`;
const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') ? inner : t(inner)}</w:p>`;
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;

const pack = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(documentOf(body)), 'word/styles.xml': strToU8(STYLES), ...more });

interface Read {
  readonly article: Article | undefined;
  readonly faults: readonly Fault[];
  readonly quotes: readonly string[];
}

async function read(bytes: Uint8Array, name = 'a.docx'): Promise<Read> {
  writeFileSync(join(dir, name), bytes);
  const { articles, faults } = await readArticles(name, { cwd: dir, layouts, locale: 'en' });
  const article = articles[0];
  const lines = article?.file.text.split('\n') ?? [];
  const quotes = (article?.blocks ?? []).map((block) => {
    const { startLine, startColumn, endLine, endColumn, quote } = toEvidence(article!, block);
    const cut = lines.slice(startLine - 1, endLine);
    cut[cut.length - 1] = cut.at(-1)!.slice(0, endColumn - 1);
    cut[0] = cut[0]!.slice(startColumn - 1);
    expect(cut.join('\n')).toBe(quote);
    return `${startLine}:${startColumn} ${quote}`;
  });
  return { article, faults, quotes };
}

const outline = (article: Article | undefined): string[] =>
  (article?.blocks ?? []).map(
    ({ kind, level, table, start, end }) =>
      `${kind}${table === null ? level || '' : `${table.row},${table.column}${table.header ? 'h' : ''}`} ${article!.text.slice(start, end)}`,
  );
const told = (faults: readonly Fault[]): string[] => faults.map(({ code }) => code);

describe('a document', () => {
  it('is title, headings by style, lists, paragraphs and marks typed by hand; a paragraph is a line', async () => {
    const { article, faults, quotes } = await read(
      pack(
        p('借书办法', '<w:pStyle w:val="a3"/>') +
          p('发布日期:2026-04-09') +
          p('') +
          p('总则', '<w:pStyle w:val="1"/>') +
          p(`${t('每人最多借')}<w:r><w:rPr><w:b/></w:rPr><w:t>10</w:t></w:r>${t('本。')}`) +
          p('期限', '<w:pStyle w:val="mine"/>') +
          p('普通书30天;', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
          p('期刊7天;', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
          p('珍本不借。', '<w:pStyle w:val="list"/>') +
          p('一、续借') +
          p('<w:r><w:rPr><w:b/></w:rPr><w:t>怎样续借</w:t></w:r>') +
          p('<w:r><w:t>到期之前办理。</w:t><w:br/><w:t>只能</w:t><w:tab/><w:t>一次。</w:t></w:r>', '<w:pStyle w:val="loop"/>'),
      ),
    );
    expect(faults).toEqual([]);
    expect(article).toMatchObject({ id: 'a.docx', title: '借书办法', published: '2026-04-09' });
    expect(outline(article)).toEqual([
      'title 借书办法',
      'note 发布日期:2026-04-09',
      'heading1 总则',
      'paragraph 每人最多借10本。',
      'heading2 期限',
      'item1 普通书30天;',
      'item2 期刊7天;',
      'item1 珍本不借。',
      'heading2 续借',
      'heading5 怎样续借',
      'paragraph 到期之前办理。',
      'paragraph 只能\t一次。',
    ]);
    expect(quotes).toContain('5:1 每人最多借10本。');
    expect(quotes).toContain('10:3 续借');
    expect(quotes.at(-1)).toBe('12:9 只能\t一次。');
  });

  it('has its insertions and not its deletions, and no hidden text', async () => {
    const { article } = await read(
      pack(
        p('借书', '<w:pStyle w:val="a3"/>') +
          p(`${t('借期为')}<w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id="2">${t('30')}</w:ins>${t('天。')}`) +
          p(`<w:moveFrom w:id="3">${t('旧处。')}</w:moveFrom><w:moveTo w:id="4">${t('新处。')}</w:moveTo>`) +
          p('逾期的,', '<w:rPr><w:del w:id="5"/></w:rPr>') +
          p('停借。') +
          p('<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗处。</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明处。</w:t></w:r>') +
          p(`<w:r><w:instrText>PAGE</w:instrText></w:r>${t('正文。')}<w:r><w:footnoteReference w:id="1"/></w:r>`) +
          `<w:tbl><w:tr>${tc(p('类'))}${tc(p('天数'))}</w:tr><w:tr><w:trPr><w:del w:id="6"/></w:trPr>${tc(p('甲'))}${tc(p('5'))}</w:tr><w:tr>${tc(p('乙'))}${tc(p('7'))}</w:tr></w:tbl>`,
      ),
    );
    expect(outline(article)).toEqual([
      'title 借书',
      'paragraph 借期为30天。',
      'paragraph 新处。',
      'paragraph 逾期的,停借。',
      'paragraph 明处。',
      'paragraph 正文。',
      'cell0,0h 类',
      'cell0,1h 天数',
      'cell1,0 乙',
      'cell1,1 7',
    ]);
  });

  it('has tables with merged cells, cells of several paragraphs, frames and text boxes', async () => {
    const { article, quotes } = await read(
      pack(
        p('押金', '<w:pStyle w:val="a3"/>') +
          `<w:tbl><w:tr>${tc(p('类'), '<w:vMerge w:val="restart"/>')}${tc(p('押金'), '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${tc(p(''), '<w:vMerge/>')}${tc(p('成人'))}${tc(p('儿童'))}</w:tr>` +
          `<w:tr>${tc(p('珍本') + p('善本'))}${tc(p('500元'), '<w:vMerge w:val="restart"/>')}${tc(p('300元'))}</w:tr>` +
          `<w:tr>${tc(p('孤本'))}${tc(p(''), '<w:vMerge/>')}${tc(p('400元'))}</w:tr></w:tbl>` +
          `<w:tbl><w:tr>${tc(`${p('框中的话。')}<w:tbl><w:tr>${tc(p('内'))}${tc(p('1'))}</w:tr></w:tbl>`)}</w:tr></w:tbl>` +
          p(
            `${t('正文。')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('盒中的话。')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('盒中的话。')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${t('接着写。')}`,
          ),
      ),
    );
    expect(outline(article)).toEqual([
      'title 押金',
      'cell0,0h 类',
      'cell0,1h 押金',
      'cell0,2h 押金',
      'cell1,0 类',
      'cell1,1 成人',
      'cell1,2 儿童',
      'cell2,0 珍本 善本',
      'cell2,1 500元',
      'cell2,2 300元',
      'cell3,0 孤本',
      'cell3,1 500元',
      'cell3,2 400元',
      'paragraph 框中的话。',
      'cell0,0 内',
      'cell0,1 1',
      'paragraph 正文。接着写。',
      'paragraph 盒中的话。',
    ]);
    expect(quotes).toContain('7:1 珍本\n善本');
  });

  it('may have its main part under another name', async () => {
    const { article } = await read(
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
        ),
        'word/document2.xml': strToU8(documentOf(p('借期为三十天,可以续借一次,到期之前办理。') + p('珍本除外。'))),
      }),
    );
    expect(outline(article).at(-1)).toBe('paragraph 珍本除外。');
  });
});

describe('a file that is damaged or means harm is a fault', () => {
  const good = pack(p('借期为三十天。') + p('珍本除外。'));
  const document = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
  const bomb = new Uint8Array(60_000_000).fill(32);
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['no archive', () => strToU8('借期为三十天。'), 'damaged'],
    ['nothing', () => new Uint8Array(0), 'empty'],
    ['an old .doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'damaged'],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('x') }), 'damaged'],
    ['an archive that was cut off', () => good.slice(0, good.length - 40), 'damaged'],
    ['bytes turned over', () => good.map((byte, index) => (index > 60 && index < 90 ? byte ^ 255 : byte)), 'damaged'],
    ['a part that unpacks to 60 MB', () => zipSync({ 'word/document.xml': bomb }), 'too-large'],
    ['a part that says that it is small', () => lie(zipSync({ 'word/document.xml': bomb })), 'damaged'],
    ['no XML', () => document('<w:document><w:body>'), 'damaged'],
    [
      'entities that unfold',
      () => document(`<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;</w:document>`),
      'damaged',
    ],
    [
      'an entity that names a file',
      () => document('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'),
      'damaged',
    ],
    ['nesting without end', () => document(documentOf(`${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}`)), 'damaged'],
    ['nesting that is closed', () => document(documentOf(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)), 'damaged'],
    ['no text', () => pack(p('')), 'no-body'],
  ];
  it.each(cases)(
    '%s',
    async (_, make, code) => {
      const { article, faults } = await read(make());
      expect(article).toBeUndefined();
      expect(told(faults)).toEqual([code]);
      expect(faults[0]!.message).not.toMatch(/undefined|\n/);
    },
    60_000,
  );

  /** The size that the archive tells is made small, in both places. */
  function lie(bytes: Uint8Array): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
    }
    return bytes;
  }

  it('entries that climb out of the archive are not touched', async () => {
    const { article, faults } = await read(
      pack(p('借期为三十天,可以续借一次,到期之前办理。') + p('珍本除外。'), {
        '../../etc/claimlint-evil': strToU8('x'),
        '/tmp/claimlint-evil': strToU8('x'),
      }),
    );
    expect(faults).toEqual([]);
    expect(outline(article)).toHaveLength(2);
  });

  it('a paragraph of 5 MB in 300,000 runs, and a table of 20,000 rows, are long, not bad', async () => {
    const long = await read(pack(p('长') + p(t('借期为三十天。').repeat(100_000))));
    expect(long.faults).toEqual([]);
    expect(long.article?.text).toHaveLength(700_002);
    const rows = `<w:tr>${tc(p('甲'), '<w:vMerge/>')}${tc(p('7天'))}</w:tr>`.repeat(5000);
    const wide = await read(pack(p('表') + `<w:tbl>${rows}</w:tbl>`));
    expect(wide.faults).toEqual([]);
    expect(wide.article!.blocks.length).toBeLessThan(10_002);
  }, 60_000);
});
