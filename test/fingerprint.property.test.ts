// What a baseline knows a finding by: the same wherever and however it is written, another as soon as it means something else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractClaims } from '../src/claim/extract.ts';
import { compare } from '../src/compare/compare.ts';
import type { Finding } from '../src/model/finding.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import { groupLayouts } from '../src/source/layout.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import { reporter } from '../src/source/messages.ts';
import { shippedPacks } from './packs.ts';

const packs = shippedPacks();
const ASKED = { packs, asOf: '2026-11-22', locale: 'zh', maxEvidence: 1 } as const;

interface Text {
  readonly path: string;
  readonly text: string;
}

function findingsOf(texts: readonly Text[]): Finding[] {
  const claims = texts.flatMap(({ path, text }) => {
    const article = readMarkdown({ path, text }, groupLayouts([]), reporter(path, 'zh', []));
    return extractClaims(read(article, scan(article, packs)), packs).claims;
  });
  return compare(claims, ASKED);
}

const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id).sort();
/** Kind and statements, side by side. */
const saidBy = (findings: readonly Finding[]): string[] =>
  findings.map(({ kind, sides }) => [kind, ...sides.map(({ fingerprints }) => fingerprints.join('&')).sort()].join(' | ')).sort();

/** Paragraphs of a corpus in which most kinds of findings occur. */
const ARTICLES: readonly { readonly title: string; readonly body: readonly string[] }[] = [
  { title: '断缴之后', body: ['职工医保断缴超过3个月的，等待期为6个月。', '有疑问可以到窗口咨询工作人员，他们会一一解答。'] },
  { title: '中断缴费', body: ['职工医保断缴超过3个月的，等待期为3个月。', '如今村民仍然参加新农合。'] },
  { title: '住院', body: ['居民医保三级医院住院报销比例为60%。', '请在2025年12月31日前完成缴费。'] },
  { title: '住院报销', body: ['居民医保三级医院住院报销比例为75%。', '目前失业保险金标准为每月2100元。'] },
  { title: '个人账户', body: ['职工医保断缴期间，个人账户余额可以继续使用，不会清零。', '单位缴8%，个人缴2%，合计12%。'] },
  { title: '账户余额', body: ['职工医保断缴三个月以上的，个人账户余额清零。'] },
  { title: '缴费标准', body: ['2023年居民医保个人缴费标准为每人380元。'] },
  { title: '新缴费标准', body: ['2024年居民医保个人缴费标准为每人400元。'] },
  { title: '分档', body: ['职工医保断缴不超过1个月的，不设等待期；断缴超过3个月的，等待期为6个月。'] },
];

/** A paragraph with line breaks between some of its characters, and bold here and there: Markdown shows the same. */
const reflowed = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: text.length - 1 }), { maxLength: 3 }).map((cuts) => {
    // Not within a number or beside a sign of its own, where a break would be read as one.
    const places = [...new Set(cuts)].filter((at) => at > 0 && /\p{Script=Han}/u.test(text[at - 1]!) && /\p{Script=Han}/u.test(text[at]!));
    return places.sort((a, b) => b - a).reduce((line, at) => `${line.slice(0, at)}\n${line.slice(at)}`, text);
  });

/** The corpus somewhere else: other names and folders, another order, other line breaks, blank lines, an unrelated paragraph before. */
const moved: fc.Arbitrary<readonly Text[]> = fc
  .tuple(
    fc.shuffledSubarray([...ARTICLES], { minLength: ARTICLES.length }),
    fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}(?:\/[a-z]{1,4})?$/), { minLength: ARTICLES.length, maxLength: ARTICLES.length }),
    fc.array(fc.constantFrom('', '今天天气很好。', '欢迎来电咨询。'), { minLength: ARTICLES.length, maxLength: ARTICLES.length }),
    fc.integer({ min: 2, max: 4 }),
  )
  .chain(([articles, names, before, gap]) =>
    fc.tuple(...articles.map(({ body }) => fc.tuple(...body.map(reflowed)))).map((bodies) =>
      articles.map(({ title }, at) => ({
        path: `${names[at]}.md`,
        text: [`# ${title}`, ...(before[at] === '' ? [] : [before[at]!]), ...bodies[at]!].join('\n'.repeat(gap)),
      })),
    ),
  );

const plain: readonly Text[] = ARTICLES.map(({ title, body }, at) => ({ path: `${at}.md`, text: [`# ${title}`, ...body].join('\n\n') }));

describe('fingerprints', () => {
  const before = findingsOf(plain);

  it('stand on findings of most kinds here', () => {
    expect([...new Set(before.map(({ kind }) => kind))].sort()).toEqual([
      'arithmetic',
      'contradiction',
      'exception',
      'floating-date',
      'gap',
      'retired-term',
      'stale-date',
      'superseded',
    ]);
    for (const { sides } of before) for (const { fingerprints } of sides) expect(fingerprints.length).toBeGreaterThan(0);
    expect(new Set(idsOf(before)).size).toBe(before.length);
  });

  it('and ids do not change when files are renamed, moved, reordered, reflowed', () => {
    fc.assert(
      fc.property(moved, (texts) => {
        const after = findingsOf(texts);
        expect(saidBy(after)).toEqual(saidBy(before));
        expect(idsOf(after)).toEqual(idsOf(before));
      }),
      { seed: 20261128, numRuns: 40 },
    );
  });

  it.each([
    ['a value', '等待期为6个月', '等待期为9个月'],
    ['a condition', '断缴超过3个月的，等待期为6个月', '断缴超过2个月的，等待期为6个月'],
    ['a region', '职工医保断缴超过3个月的，等待期为6个月', '长沙市职工医保断缴超过3个月的，等待期为6个月'],
    ['a scheme', '居民医保三级医院住院报销比例为75%', '大学生医保三级医院住院报销比例为75%'],
    ['how firmly it is said', '断缴超过3个月的，等待期为6个月', '断缴超过3个月的，等待期一律为6个月'],
    ['a date', '2025年12月31日前', '2025年11月30日前'],
    ['a sum', '合计12%', '合计13%'],
    ['a point of a number', '个人缴2%，合计12%', '个人缴2.5%，合计12%'],
  ])('change with %s', (_, from, to) => {
    const changed = plain.map(({ path, text }) => ({ path, text: text.replace(from, to) }));
    expect(changed.map(({ text }) => text)).not.toEqual(plain.map(({ text }) => text));
    expect(saidBy(findingsOf(changed))).not.toEqual(saidBy(before));
  });

  it('do not change when somebody bears a side out', () => {
    const more = [...plain, { path: 'x.md', text: '# 另一篇\n\n居民医保三级医院住院报销比例为75%。' }];
    expect(saidBy(findingsOf(more))).toEqual(saidBy(before));
    expect(idsOf(findingsOf(more))).toEqual(idsOf(before));
  });
});
