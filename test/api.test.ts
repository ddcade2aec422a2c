// The library as its page describes it: every program of docs/api.md runs and prints what stands below it; what readers of others' formats may get wrong is told.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { auditRecords } from '../src/index.ts';
import type { ArticleRecord, AuditResult, PlacedArticle } from '../src/index.ts';
import { shippedPacks } from './packs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8');
const PROGRAMS = [...PAGE.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(
  ([, name, code, output]) => [name!, code!, output!] as const,
);
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-api-'));
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(ROOT, join(cwd, 'node_modules', 'claimlint'));
  const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
  for (const folder of ['articles', 'drafts']) mkdirSync(join(cwd, folder));
  write('package.json', '{ "type": "module" }');
  write('articles/six.md', '# 断缴之后\n\n职工医保断缴超过3个月的，等待期为6个月。\n');
  write('articles/three.md', '# 中断缴费\n\n职工医保断缴超过3个月的，等待期为3个月。\n');
  write('drafts/village.md', '# 村卫生室\n\n如今村民仍然参加新农合。\n');
  write('feed.xml', /```xml\n([^]*?)```/.exec(PAGE)![1]!);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('docs/api.md', () => {
  it('has its programs', () => expect(PROGRAMS.map(([name]) => name)).toEqual(['audit.ts', 'feed.ts', 'gate.ts', 'change.ts']));

  it.each(PROGRAMS)('%s prints what the page says', (name, code, output) => {
    writeFileSync(join(cwd, name), code.replaceAll("from 'claimlint'", `from '${new URL('../src/index.ts', import.meta.url).href}'`));
    const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', name], { cwd, encoding: 'utf8' });
    expect([done.stderr, done.stdout]).toEqual(['', output]);
  });

  it('names every function that there is', () => {
    const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    expect(functions.filter((name) => !PAGE.includes(name))).toEqual([]);
  });
});

const packs = shippedPacks();
const run = (...records: (ArticleRecord | PlacedArticle)[]): Promise<AuditResult> =>
  auditRecords(records, { asOf: '2026-11-22', locale: 'en', packs, allClaims: true, maxEvidence: 0 });

const SIX = '职工医保断缴超过3个月的，等待期为6个月。';
const whole = (path: string, text: string): PlacedArticle => ({
  id: path,
  file: { path, text },
  title: [],
  context: [],
  published: null,
  parts: [{ kind: 'paragraph', level: 0, text: [{ text, at: 0, raw: 0 }], table: null }],
});

describe('an article of a reader of ones own', () => {
  it('is quoted where it stands in its file, whatever stands between its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(SIX.length), { maxLength: 4 }), fc.constantFrom('\n', '§§', '\r\n'), async (cuts, between) => {
        const at = [0, ...new Set(cuts)].sort((a, b) => a - b);
        let text = '前言\n';
        const pieces = at.map((from, index) => {
          const piece = { text: SIX.slice(from, at[index + 1] ?? SIX.length), at: text.length, raw: 0 };
          text += piece.text + between;
          return piece;
        });
        const { claims, faults } = await run({
          ...whole('a.cms', text),
          parts: [{ kind: 'paragraph', level: 0, text: pieces, table: null }],
        });
        expect(faults).toEqual([]);
        const { evidence, passages } = claims.find(({ attribute }) => attribute === '等待期长度')!;
        const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map(({ 0: end, index }) => index + end.length)];
        const offset = (line: number, column: number): number => starts[line - 1]! + column - 1;
        const quote = text.slice(offset(evidence.startLine, evidence.startColumn), offset(evidence.endLine, evidence.endColumn));
        expect(evidence.quote).toBe(quote);
        expect(quote.replaceAll(between, '')).toContain('等待期为6个月');
        expect(passages).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('meets records and other articles, with tables, Markdown, regions and the words around', async () => {
    const table = '甲 | 乙';
    const text = `北京市\n${table}\n## 等待期\n\n- **${SIX}**\n`;
    const placed: PlacedArticle = {
      ...whole('b.cms', text),
      context: [[{ text: '北京市', at: 0, raw: 0 }]],
      published: '2026-01-02',
      parts: [
        { kind: 'cell', level: 0, text: [{ text: '甲', at: 4, raw: 0 }], table: { table: 0, row: 0, column: 0, header: true } },
        { format: 'markdown', text: [{ text: text.slice(10), at: 10, raw: 0 }] },
      ],
    };
    const record = { id: 'r', file: 'cms/r', title: '中断', text: SIX.replace('6', '3'), region: '北京市', published: null };
    const { articles, findings, claims, corpus } = await run(placed, record);
    expect(articles.map(({ id, region, published }) => [id, region, published])).toEqual([
      ['b.cms', '北京市', '2026-01-02'],
      ['r', '北京市', null],
    ]);
    expect([corpus.files, corpus.articles]).toEqual([2, 2]);
    expect(findings.map(({ kind, sides }) => [kind, sides.map(({ count }) => count)])).toEqual([['contradiction', [1, 1]]]);
    const cited = findings[0]!.sides.flatMap((side) => side.claims).map((id) => claims.find((claim) => claim.id === id)!);
    expect(cited.map(({ evidence }) => `${evidence.file}:${evidence.startLine}:${evidence.startColumn}`).sort()).toEqual([
      'b.cms:5:5',
      'cms/r:2:1',
    ]);
    expect(cited.every(({ passages }) => passages.length > 0)).toBe(true);
  });

  it('with the id of another one is told apart', async () => {
    const three = SIX.replace('6', '3');
    const { articles, findings } = await run(whole('a', SIX), whole('a', three));
    expect(articles.map(({ id }) => id)).toEqual(['a', 'a@2']);
    expect(findings.map(({ kind }) => kind)).toEqual(['contradiction']);
  });

  it.each([
    [
      'text that the file does not have there',
      { ...whole('a', SIX), title: [{ text: '断缴', at: 0, raw: 0 }] },
      /at offset 0 .*职工.*断缴/,
    ],
    ['a place beyond the end', { ...whole('a', SIX), title: [{ text: '断缴', at: 90, raw: 4 }] }, /at offset 90/],
    ['a negative place', { ...whole('a', SIX), title: [{ text: '', at: -1, raw: 0 }] }, /title\.0\.at/],
    ['no parts', { ...whole('a', SIX), parts: null }, /parts/],
    ['a kind of block that there is not', { ...whole('a', SIX), parts: [{ kind: 'x', level: 0, text: [], table: null }] }, /parts\.0/],
    ['a day that is none', { ...whole('a', SIX), published: '2026-02-30' }, /published/],
    ['no file', { ...whole('a', SIX), file: null }, /file/],
  ])('with %s is a fault, and the others are audited', async (_name, wrong, message) => {
    const { faults, articles } = await run(wrong as unknown as PlacedArticle, whole('b', SIX));
    expect(faults.map(({ code }) => code)).toEqual(['bad-record']);
    expect(faults[0]!.message).toMatch(message);
    expect(articles.map(({ id }) => id)).toEqual(['b']);
  });
});
