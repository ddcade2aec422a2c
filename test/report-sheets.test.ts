// Workbook and comma-separated values: what a program for sheets finds in them, and that it reckons nothing.
import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditResult, Locale } from '../src/model/result.ts';
import { reporters } from '../src/report/index.ts';
import { oneLine } from '../src/report/plain.ts';
import { CELL, cellText, looksLikeFormula } from '../src/report/sheet/column.ts';
import { workbookPieces } from '../src/report/sheet/workbook.ts';
import { claimOf, EMPTY, findingOf, HOSTILE, largeResult, ORDINARY, resultOf, resultWithText, sideOf } from './fixtures/report/results.ts';

const LOCALES = ['zh', 'en'] as const;
const NUMERIC = [
  '2912345678901234',
  '12345678901e2345',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\uFF1D1',
  "=cmd|' /C calc'!A0",
];

/** Records of RFC 4180, as a strict reader takes them. */
function records(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const csv = (result: AuditResult, locale: Locale = 'zh'): string[][] => records(reporters.csv.render(result, { locale }));
const claims = (result: AuditResult, locale: Locale = 'zh'): string[][] => records(reporters['csv-claims'].render(result, { locale }));
const objects = ([head, ...rows]: string[][]): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(head!.map((name, index) => [name, row[index]!])));

describe('csv', () => {
  it('has a row per finding, with two sides in columns of their own', () => {
    const rows = csv(ORDINARY, 'en');
    expect(rows.map((row) => row.length)).toEqual([24, 24, 24, 24]);
    const [first, second, third] = objects(rows);
    expect(first).toMatchObject({
      Id: 'f1',
      Severity: 'error',
      Kind: 'Contradiction',
      Topic: '甲制度 · 余额归属',
      Sides: '2',
      Claims: '8',
      'Side A': '归本人',
      'A: claims': '7',
      'A: place': 'docs/a.md:3',
      'A: quote': '停止缴费以后余额仍归本人',
      'Side B': '清零',
      'B: claims': '1',
      'B: place': 'docs/b (1).md:12',
      'B: quote': '逾期的余额 一律清掉',
      'Other sides': '',
      Cause: 'author',
      Status: 'new',
      Files: 'docs/a.md | docs/b (1).md',
    });
    expect(second).toMatchObject({ 'Side B': '窗口/网上', 'Other sides': 'C: 当地规定 · 1× · docs/a.md:23', Status: 'new' });
    expect(third).toMatchObject({ Kind: 'Date has passed', Sides: '1', 'Side B': '', 'B: claims': '', Cause: 'time' });
  });

  it('has a row per claim, with numbers that can be reckoned with', () => {
    const rows = objects(claims(ORDINARY, 'en'));
    expect(rows.map(({ Id }) => Id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
    expect(rows[0]).toMatchObject({
      File: 'docs/a.md',
      Line: '3',
      Column: '1',
      Region: '某省',
      Condition: '中断时长 > 3 月, ≤ 6 月',
      Finding: 'f1',
    });
    expect(rows[3]).toMatchObject({ Minimum: '300', Maximum: '300', Unit: '元', Per: '年', Condition: '经办机构同意的', Finding: 'f2' });
    expect(rows.filter(({ Mood }) => Mood === 'asserted')).toHaveLength(7);
  });

  it('without findings it is its head', () => {
    for (const locale of LOCALES) {
      expect(csv(EMPTY, locale).map((row) => row.length)).toEqual([24]);
      expect(claims(EMPTY, locale).map((row) => row.length)).toEqual([22]);
    }
  });

  it('no cell is a formula, none loses a field to another, and each text is there', () => {
    const texts = [...HOSTILE, ...NUMERIC, 'a,b', '"', '"a","b"'];
    for (const locale of LOCALES) {
      const rows = csv(resultWithText(texts), locale);
      expect(rows).toHaveLength(texts.length + 1);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([24]));
      const cells = [...rows, ...claims(resultWithText(texts), locale)].flat();
      expect(cells.filter((cell) => looksLikeFormula(cell))).toEqual([]);
      expect(rows.slice(1).map((row) => row[3]!.replace(/^'(?=[=+\-@\d\uFF1D])/, ''))).toEqual(texts.map((text) => oneLine(text)));
    }
  });

  it('what a sheet would take for a number and round stays a text', () => {
    const topics = csv(resultWithText(NUMERIC)).map((row) => row[3]);
    expect(topics.slice(1, 5)).toEqual(["'2912345678901234", "'12345678901e2345", "'=1+1", "'+1"]);
  });
});

describe('cellText', () => {
  it('is whole up to what Excel takes, and tells how much there was beyond', () => {
    expect(cellText('长'.repeat(CELL), 'zh')).toBe('长'.repeat(CELL));
    const cut = cellText('长'.repeat(CELL + 1), 'zh');
    expect(cut).toHaveLength(CELL);
    expect(cut.endsWith('长……【已截断，原文共 32768 字】')).toBe(true);
    expect(cellText('😀'.repeat(CELL), 'en').isWellFormed()).toBe(true);
    expect(cellText('😀'.repeat(CELL), 'en')).toMatch(/😀… \[cut, 65534 characters in all\]$/);
  });
});

/** Parts of a workbook by their names, each well-formed. */
function parts(bytes: Uint8Array): Record<string, string> {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  for (const text of Object.values(files)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
  }
  return files;
}

const xlsx = (result: AuditResult, locale: Locale = 'zh'): Buffer<ArrayBuffer> =>
  Buffer.from(reporters.xlsx.render(result, { locale }) as Uint8Array);

describe('xlsx', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('another program finds verdict, findings, quotes and claims in it', async () => {
    const sheets = await readXlsx(xlsx(ORDINARY));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length, data.at(-1)!.length])).toEqual([
      ['概况', 16, 2],
      ['发现', 4, 24],
      ['原文', 8, 11],
      ['说法', 8, 22],
    ]);
    const [overview, findings, quotes, listed] = sheets.map(({ data }) => data);
    expect(overview![1]).toEqual(['结论', '✕ 1 处错误、2 处警告、0 处提示']);
    expect(overview!.at(-1)).toEqual(['docs/c.bin', '不是文字文件 (binary)']);
    expect(findings![1]!.slice(0, 11)).toEqual([
      'f1',
      '错误',
      '前后矛盾',
      '甲制度 · 余额归属',
      '关于甲制度 · 余额归属的说法需要核对',
      2,
      8,
      '归本人',
      7,
      'docs/a.md:3',
      '停止缴费以后余额仍归本人',
    ]);
    expect(quotes!.slice(1).map((row) => [row[0], row[4], row[7], row[8]])).toEqual([
      ['f1', 'A', 'docs/a.md', 3],
      ['f1', 'A', 'docs/a.md', 8],
      ['f1', 'B', 'docs/b (1).md', 12],
      ['f2', 'A', 'docs/a.md', 21],
      ['f2', 'B', 'docs/a.md', 22],
      ['f2', 'C', 'docs/a.md', 23],
      ['f3', 'A', 'docs/a.md', 30],
    ]);
    expect(listed!.slice(1).map((row) => [row[0], row[13]])).toEqual([
      ['c1', null],
      ['c2', null],
      ['c3', null],
      ['c4', 300],
      ['c5', null],
      ['c6', null],
      ['c7', null],
    ]);
  });

  it('heads stay in sight and filter, in all sheets but the first', () => {
    const files = parts(xlsx(ORDINARY));
    const sheets = [1, 2, 3, 4].map((n) => files[`xl/worksheets/sheet${n}.xml`]!);
    expect(sheets.map((text) => /<pane ySplit="1" topLeftCell="A2"[^>]*state="frozen"\/>/.test(text))).toEqual([false, true, true, true]);
    expect(sheets.map((text) => /<autoFilter ref="([^"]+)"\/>/.exec(text)?.[1])).toEqual([undefined, 'A1:X4', 'A1:K8', 'A1:V8']);
    expect(files['xl/workbook.xml']!.match(/'[^']+'!\$A\$1:\$[A-Z]+\$\d+/g)).toEqual([
      "'发现'!$A$1:$X$4",
      "'原文'!$A$1:$K$8",
      "'说法'!$A$1:$V$8",
    ]);
  });

  it('texts come back as they are; none is a formula, and none becomes one when it is edited', async () => {
    const texts = [...HOSTILE, ...NUMERIC, '_x0041_', 'a_x000D_b', '\uFFFE'];
    for (const locale of LOCALES) {
      const bytes = xlsx(resultWithText(texts), locale);
      const files = parts(bytes);
      const all = Object.values(files).join('');
      expect(all).not.toMatch(/<f[ >]|externalLink|<hyperlink|vbaProject/);
      const sheet = files['xl/worksheets/sheet2.xml']!;
      const marked = [...sheet.matchAll(/<c r="D\d+" s="2" t="inlineStr"><is><t [^>]*>([^<]*)/g)].map((match) => match[1]!);
      expect(marked).toHaveLength(texts.filter((text) => looksLikeFormula(oneLine(text))).length);
      expect(marked.length).toBeGreaterThanOrEqual(8);
      const read = await readXlsx(bytes);
      // Excel decodes _x0041_, this reader does not.
      const decoded = read[1]!.data.slice(1).map((row) => String(row[3]).replace(/_x005F_/g, '_'));
      expect(decoded).toEqual(texts.map((text) => oneLine(text).replace('\uFFFE', '\uFFFD')));
    }
  });

  it('the same bytes whenever and wherever it is made', () => {
    process.env['TZ'] = 'Asia/Shanghai';
    const first = xlsx(ORDINARY);
    process.env['TZ'] = 'America/New_York';
    expect(xlsx(ORDINARY).equals(first)).toBe(true);
    // The MS-DOS date and time of the first entry: 1980-01-01 00:00.
    expect([first.readUInt16LE(10), first.readUInt16LE(12)]).toEqual([0, 0x21]);
  });

  it('what no longer fits into a sheet is counted in its last row', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => index);
    const sheet = { name: 'findings', columns: [{ name: 'id', width: 20, value: (row: number) => row }], rows, head: true } as const;
    const made = async (most: number): Promise<unknown[]> => {
      const bytes = Buffer.concat([...workbookPieces([sheet] as never, { locale: 'en', most })]);
      parts(bytes);
      return (await readXlsx(bytes))[0]!.data.map(([cell]) => cell);
    };
    expect(await made(100)).toEqual(['Id', ...rows]);
    expect(await made(10)).toEqual(['Id', 0, 1, 2, 3, 4, 5, 6, 7, '12 more rows are left out: a sheet holds 1048576']);
  });

  it('a row is as high as its text, up to a limit', () => {
    const topics = ['短', '长'.repeat(40), '长'.repeat(4000)];
    const findings = topics.map((topic, index) =>
      findingOf(`f${index}`, 'gap', 'info', topic, [sideOf('x', ['c'])], { message: '', reasons: [] }),
    );
    const sheet = parts(xlsx(resultOf({ findings, claims: [claimOf({ id: 'c', quote: '短' })] })))['xl/worksheets/sheet2.xml']!;
    const heights = [...sheet.matchAll(/<row r="(\d+)"(?: ht="(\d+)")?>/g)].slice(1).map((match) => Number(match[2] ?? 15));
    expect(heights).toEqual([30, 45, 90]);
  });

  it('many rows do not stand in memory at once: they come in pieces', () => {
    const pieces = [...reporters.xlsx.pieces(largeResult(800), { locale: 'zh' })];
    expect(pieces.length).toBeGreaterThan(10);
  });
});
