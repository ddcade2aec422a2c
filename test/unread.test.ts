// What gave no claim: one reason per sentence, groups by what they speak of, and where the list is printed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { ASIDE, UNREAD_REASONS } from '../src/model/unread.ts';
import type { UnreadGroup, UnreadReason, UnreadSentence } from '../src/model/unread.ts';
import type { AuditResult } from '../src/model/result.ts';
import { reporters } from '../src/report/index.ts';
import { parseResult } from '../src/report/schema.ts';
import { renderTerminal } from '../src/report/terminal.ts';
import { groupUnread } from '../src/unread/group.ts';
import { claimlint } from './cli/claimlint.ts';
import { resultOf } from './fixtures/report/results.ts';
import { shippedPacks } from './packs.ts';

const packs = shippedPacks();

/** Each line with the reason that it is to have; null where it is read, or bears nothing that could be. */
const LINES: readonly (readonly [text: string, reason: UnreadReason | null])[] = [
  ['失业保险金最长领取24个月。', null],
  ['失业保险由社会保险法规定。', null],
  ['失业保险的遛狗登记费每只200元。', 'number'],
  ['失业保险参保人员可以进馆看书。', 'verdict'],
  ['失业保险参保人员不得带宠物入馆。', 'verdict'],
  ['失业保险的宣传册允许带走。', 'verdict'],
  ['2019年1月1日起启用新版表格。', 'date'],
  ['误区：失业金可以领五年，这是误传。', 'refuted'],
  ['失业金可以领几个月？', 'question'],
  ['过去，失业保险的培训补助每次500元。', 'history'],
  ['例如，小王断缴4个月。', 'example'],
];

const BICYCLES = `# 公共自行车指南

租车卡押金为300元。

租车卡每次借用不得超过2小时。

租车卡丢失的，补卡费20元。

车筐内禁止载人。
`;

let folder: string;
let result: AuditResult;

async function auditOf(name: string, maxEvidence = 0): Promise<AuditResult> {
  const options = { paths: [name], exclude: [], cwd: folder, asOf: '2026-11-22', locale: 'zh', allClaims: false } as const;
  return audit({ ...options, maxEvidence, unread: true, packs });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimlint-unread-'));
  mkdirSync(join(folder, 'plain'));
  writeFileSync(join(folder, 'plain', 'a.md'), `# 失业保险办事指南\n\n${LINES.map(([text]) => text).join('\n\n')}\n`);
  writeFileSync(join(folder, 'bicycles.md'), BICYCLES);
  result = await auditOf('plain');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('why a sentence is unread', () => {
  it.each(LINES.map(([text, reason], index) => [text, reason, 3 + 2 * index] as const))('%s: %s', (text, reason, line) => {
    const found = result.unread!.filter(({ sentences }) => sentences.some(({ evidence }) => evidence.startLine === line));
    expect(found.map((group) => group.reason)).toEqual(reason === null ? [] : [reason]);
    const quotes = found.flatMap(({ sentences }) =>
      sentences.flatMap(({ evidence: { startLine, quote } }) => (startLine === line ? quote : [])),
    );
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it('counts as unread what is not set aside, and lists each sentence once', () => {
    const listed = result.unread!.flatMap(({ reason, sentences }) => sentences.map(() => reason));
    expect(listed.filter((reason) => !ASIDE.has(reason))).toHaveLength(result.corpus.unread);
    expect(listed).toHaveLength(LINES.filter(([, reason]) => reason !== null).length);
    expect(result.corpus.unread).toBe(5);
  });

  it('is asked for: without it there is no list, and the count is the same', async () => {
    const options = { paths: ['plain'], exclude: [], cwd: folder, asOf: '2026-11-22', locale: 'zh', allClaims: false } as const;
    const plain = await audit({ ...options, maxEvidence: 0, packs });
    expect(plain.unread).toBeNull();
    expect(plain.corpus).toEqual(result.corpus);
    expect(Object.keys(JSON.parse(reporters.json.render(plain, { locale: 'zh' })) as object)).not.toContain('unread');
  });
});

describe('groups', () => {
  it('are named by the words that the sentences share, though no pack knows them', async () => {
    const { unread } = await auditOf('bicycles.md');
    expect(unread!.map(({ reason, terms, count }) => ({ reason, terms, count }))).toEqual([
      { reason: 'subject', terms: ['租车卡'], count: 3 },
      { reason: 'subject', terms: [], count: 1 },
    ]);
  });

  it('list no more sentences than were asked for, and count all', async () => {
    const { unread } = await auditOf('bicycles.md', 2);
    expect(unread!.map(({ count, sentences }) => [count, sentences.length])).toEqual([
      [3, 2],
      [1, 1],
    ]);
  });

  it('are the same for the same sentences', async () => {
    expect(await auditOf('.')).toEqual(await auditOf('.'));
  });

  const sentenceOf = (index: number, text: string): UnreadSentence => ({
    article: `a${index % 7}`,
    evidence: { file: 'a.md', startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 2, quote: text },
    reason: 'number',
    attribute: null,
    words: ['__proto__', 'constructor'],
    runs: [{ text, weak: [] }],
  });

  it('are few, however many words there are, and the rest is one', async () => {
    const pairs = Array.from({ length: 400 }, (_, index) => {
      const own = String.fromCharCode(0x4e00 + (index >> 1) * 3, 0x4e01 + (index >> 1) * 3);
      return sentenceOf(index, own);
    });
    const groups = await groupUnread(pairs, 1);
    expect(groups.length).toBe(31);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(400);
    expect(groups.at(-1)!.terms).toEqual([]);
  });

  it('are made within seconds, also of a hundred thousand sentences', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) =>
      sentenceOf(index, `公租房租金${String.fromCharCode(0x4e00 + (index % 5000))}${String.fromCharCode(0x5e00 + (index % 3001))}`),
    );
    const start = performance.now();
    const groups = await groupUnread(many, 3);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(groups[0]!.terms[0]).toBe('公租房租金');
    expect(groups[0]!.count).toBe(100_000);
  });
});

describe('the reports', () => {
  it('round-trip through the document', () => {
    const saved: unknown = JSON.parse(reporters.json.render(result, { locale: 'zh' }));
    expect(parseResult(saved)).toEqual(result);
  });

  it('tell each reason in both languages, and what can be done', () => {
    const group = (reason: UnreadReason): UnreadGroup => ({ reason, terms: ['词'], count: 1, sentences: [] });
    const all = resultOf({ unread: UNREAD_REASONS.map(group) });
    for (const locale of ['zh', 'en'] as const) {
      const page = reporters.markdown.render(all, { locale });
      expect(page.match(/^### /gm)).toHaveLength(UNREAD_REASONS.length);
      expect(renderTerminal(all, { locale, color: false, width: 80 })).not.toContain('undefined');
    }
  });

  it('let nothing of a sentence out of its place', () => {
    const text = '</span><script>alert(1)</script> [x](http://e.org) `code`\u202E';
    const evidence = { file: 'a"<b>.md', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, quote: text };
    const hostile = resultOf({
      unread: [{ reason: 'number', terms: [text], count: 2, sentences: [{ article: 'a', evidence, attribute: text }] }],
    });
    expect(reporters.html.render(hostile, { locale: 'zh' })).not.toMatch(/<script>alert|<b>/);
    expect(reporters.markdown.render(hostile, { locale: 'zh' })).not.toMatch(/<script|\[x\]\(http/);
    expect(renderTerminal(hostile, { locale: 'zh', color: false, width: 80 })).not.toContain('\u202E');
  });
});

describe('claimlint audit --unread', () => {
  it('adds the list to the summary on standard output', () => {
    const run = claimlint(['audit', 'bicycles.md', '--as-of', '2026-11-22', '--unread', '--report', 'json=out.json'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('租车卡 · 3 句');
    expect(run.stdout).toContain('bicycles.md:3 租车卡押金为300元');
    expect((JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as AuditResult).unread).toHaveLength(2);
  });

  it('keeps standard output to the one report that was asked for', () => {
    const args = ['audit', 'bicycles.md', '--as-of', '2026-11-22', '--unread', '--format', 'json', '--out', '-', '--locale', 'en'];
    const run = claimlint(args, { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.stderr).toBe('');
    expect((JSON.parse(run.stdout) as AuditResult).unread!.map(({ reason }) => reason)).toEqual(['subject', 'subject']);
  });

  it('is silent about it where it is not asked for', () => {
    const run = claimlint(['audit', 'bicycles.md', '--as-of', '2026-11-22', '--report', 'json=plain.json'], { cwd: folder });
    expect(run.stdout).not.toContain('租车卡');
    expect(readFileSync(join(folder, 'plain.json'), 'utf8')).not.toContain('租车卡押金');
  });
});

describe('claimlint explain', () => {
  it('tells why a sentence gave nothing to compare, and lists no tags', () => {
    writeFileSync(join(folder, 'page.html'), '<html><body><main><h1>卡</h1>\n<p>租车卡押金为300元。</p></main></body></html>\n');
    const run = claimlint(['explain', 'page.html:2', '--locale', 'en'], { cwd: folder });
    expect(run.stdout).toContain('No claim to compare: Subject not known\n  2:4-2:14 「租车卡押金为300元」\n');
    expect(run.stdout).not.toContain('gave no claim:');
  });

  it('names the attribute that was near', () => {
    mkdirSync(join(folder, 'own'));
    const pack = `concepts:
  骑行险: {kind: scheme, terms: [骑行险]}
  理赔款: {kind: thing, scheme: 骑行险, terms: [理赔款]}
attributes:
  理赔时限: {type: duration, of: [理赔款], cues: [到账], range: [0, 3]}
`;
    writeFileSync(join(folder, 'own', 'pack.yaml'), pack);
    writeFileSync(join(folder, 'near.txt'), '骑行险\n\n钱款2个月内到账。\n\n理赔款2年内到账。\n\n理赔款2个月内到账。\n');
    const told = [3, 5, 7].map(
      (line) => claimlint(['explain', `near.txt:${line}`, '--locale', 'en', '--packs', 'own'], { cwd: folder }).stdout,
    );
    expect(told[0]).toContain('No claim to compare: Attribute known, its thing is not named (理赔时限)');
    expect(told[1]).toContain('No claim to compare: Attribute known, but ruled out (理赔时限)');
    expect(told[2]).not.toContain('No claim to compare');
  });
});
