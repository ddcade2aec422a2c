// What a change says differently: by what it means, not by which lines moved.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { audit, claimWords } from '../src/audit.ts';
import { changeOf } from '../src/change/change.ts';
import type { Change, Saying } from '../src/model/change.ts';
import type { AuditResult } from '../src/model/result.ts';
import { changeJson } from '../src/report/change/json.ts';
import { changeMarkdown, MOST_OF_A_COMMENT } from '../src/report/change/markdown.ts';
import { changeTerminal } from '../src/report/change/terminal.ts';
import { HOSTILE, resultWithText } from './fixtures/report/results.ts';
import { shippedPacks } from './packs.ts';

const PACKS = shippedPacks();
type Files = Readonly<Record<string, string>>;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function read(files: Files): Promise<AuditResult> {
  const cwd = mkdtempSync(join(tmpdir(), 'claimlint-change-'));
  folders.push(cwd);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
  const options = { cwd, exclude: [], asOf: '2026-11-22', locale: 'zh', packs: PACKS, allClaims: true, maxEvidence: 0 } as const;
  return audit({ ...options, paths: ['.'] });
}

const between = (before: AuditResult, after: AuditResult): Change =>
  changeOf(
    { name: 'main', commit: null, result: before },
    { name: null, commit: null, result: after },
    (claim) => claimWords(PACKS, claim),
    [],
    'zh',
  );

const change = async (before: Files, after: Files): Promise<Change> => between(await read(before), await read(after));

const says = ({ topic, condition, region, period, outcome }: Saying): string =>
  `${topic.split(' · ').at(-1)}: ${[region, period, condition].filter((part) => part !== '').join(' · ')} → ${outcome}`;

/** Everything that a change tells, a line each. */
const told = ({ altered, added, dropped, opened, closed }: Change): string[] => [
  ...altered.map(({ before, after, fields }) => `~ ${says(before)} ⇒ ${says(after)} (${fields.map(({ field }) => field).join(', ')})`),
  ...added.map((saying) => `+ ${says(saying)}`),
  ...dropped.map((saying) => `- ${says(saying)}`),
  ...opened.map(({ kind, sides }) => `opened ${kind} ${sides.map(({ places }) => places[0]?.file).join(' ')}`),
  ...closed.map(({ kind, sides }) => `closed ${kind} ${sides.map(({ places }) => places[0]?.file).join(' ')}`),
];

const article = (...lines: readonly string[]): string => `# 职工医保\n\n${lines.join('\n\n')}\n`;
const WAIT = '职工医保断缴3个月以上的，等待期为3个月。';
const RATE = '住房公积金缴存比例最高不超过12%。';
const ACCOUNT = '职工医保断缴期间，个人账户余额不会清零。';

describe('what is no change', () => {
  it.each<[string, Files, Files]>([
    ['the same', { 'a.md': article(WAIT, RATE) }, { 'a.md': article(WAIT, RATE) }],
    ['other lines', { 'a.md': article(WAIT, RATE) }, { 'a.md': `\n\n${article(RATE, '又及。', WAIT)}` }],
    ['other words', { 'a.md': article(WAIT) }, { 'a.md': article('职工医保中断缴费满3个月的，设3个月的等待期。') }],
    ['a renamed file', { 'a.md': article(WAIT) }, { '新/b.md': article(WAIT) }],
    [
      'a claim that moves to another article',
      { 'a.md': article(WAIT, RATE), 'b.md': article(ACCOUNT) },
      { 'a.md': article(RATE), 'b.md': article(ACCOUNT, WAIT) },
    ],
    ['a claim that was said twice in an article', { 'a.md': article(WAIT, ACCOUNT, WAIT) }, { 'a.md': article(WAIT, ACCOUNT) }],
    ['an article in two', { 'a.md': article(WAIT, RATE) }, { 'a.md': article(WAIT), 'b.md': article(RATE) }],
    ['what gives no claim', { 'a.md': article(WAIT, '欢迎咨询。') }, { 'a.md': article(WAIT, '详情请致电。') }],
  ])('%s', async (_, before, after) => {
    expect(told(await change(before, after))).toEqual([]);
  });

  it('a dispute of an article that has another name', async () => {
    const old = {
      'a.md': article(RATE),
      'b.md': article('住房公积金缴存比例最高不超过15%。'),
      'c.md': article('参加新农合的村民，住院报销比例为65%。'),
    };
    const result = await change(old, { 'x.md': old['a.md'], 'b.md': old['b.md'], 'y.md': old['c.md'] });
    expect(told(result)).toEqual([]);
    expect(result.remaining).toBe(2);
  });
});

describe('what a change alters', () => {
  it.each<[string, string, string, string[]]>([
    [
      'an outcome',
      WAIT,
      '职工医保断缴3个月以上的，等待期为6个月。',
      ['~ 等待期长度: 中断时长≥3个月 → 3个月 ⇒ 等待期长度: 中断时长≥3个月 → 6个月 (outcome)'],
    ],
    [
      'an outcome, in force from a day',
      WAIT,
      '从2027年1月1日起，职工医保断缴3个月以上的，等待期为6个月。',
      ['~ 等待期长度: 中断时长≥3个月 → 3个月 ⇒ 等待期长度: 2027-01-01起 · 中断时长≥3个月 → 6个月 (period, outcome)'],
    ],
    [
      'a condition',
      WAIT,
      '职工医保断缴2个月以上的，等待期为3个月。',
      ['~ 等待期长度: 中断时长≥3个月 → 3个月 ⇒ 等待期长度: 中断时长≥2个月 → 3个月 (condition)'],
    ],
    [
      'a region',
      RATE,
      '上海市住房公积金缴存比例最高不超过12%。',
      ['~ 公积金缴存比例: 上限 → 至多12% ⇒ 公积金缴存比例: 上海市 · 上限 → 至多12% (region)'],
    ],
    [
      'a year and its figure',
      '2025年居民医保个人缴费标准为每人400元。',
      '2026年居民医保个人缴费标准为每人430元。',
      ['~ 居民缴费标准: 2025年 → 每年400元 ⇒ 居民缴费标准: 2026年 → 每年430元 (period, outcome)', 'closed stale-date a.md'],
    ],
    [
      'yes to no',
      ACCOUNT,
      '职工医保断缴期间，个人账户余额清零。',
      ['~ 余额清零: 中断时长发生 → 保留可用 ⇒ 余额清零: 中断时长发生 → 清零 (outcome)'],
    ],
    [
      'a new limit and a new outcome at once',
      WAIT,
      '职工医保断缴6个月以上的，等待期为12个月。',
      ['~ 等待期长度: 中断时长≥3个月 → 3个月 ⇒ 等待期长度: 中断时长≥6个月 → 1年 (condition, outcome)'],
    ],
    [
      'nothing, where the claims are about different things',
      WAIT,
      RATE,
      ['+ 公积金缴存比例: 上限 → 至多12%', '- 等待期长度: 中断时长≥3个月 → 3个月'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(told(await change({ 'a.md': article(before) }, { 'a.md': article(after) }))).toEqual(expected);
  });

  it('the tiers of a table, each with its own', async () => {
    const table = (rows: readonly [string, string][]): string =>
      `# 职工医保住院\n\n| 医院级别 | 报销比例 |\n| --- | --- |\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
    const before = table([
      ['一级医院', '90%'],
      ['二级医院', '85%'],
      ['三级医院', '80%'],
    ]);
    const after = table([
      ['三级医院', '82%'],
      ['一级医院', '92%'],
      ['二级医院', '85%'],
    ]);
    const lines = told(await change({ 'a.md': before }, { 'a.md': after }));
    expect(lines.map((line) => line.replace(/^(.).*?(.级)\S* → (\S+) ⇒ .*?(.级)\S* → (\S+).*$/, '$1$2$3 $4$5'))).toEqual([
      '~三级80% 三级82%',
      '~一级90% 一级92%',
    ]);
  });

  it('says where the old words still stand', async () => {
    const files = { 'a.md': article(WAIT), 'b.md': article(WAIT), 'c.md': article(WAIT) };
    const { altered, opened } = await change(files, { ...files, 'b.md': article('职工医保断缴3个月以上的，等待期为6个月。') });
    expect(altered.map(({ before, after }) => [before.elsewhere, after.elsewhere])).toEqual([[2, 0]]);
    expect(opened).toHaveLength(1);
    expect(altered[0]!.after.findings).toEqual([opened[0]!.id]);
    // The side of the change comes first.
    expect(opened[0]!.sides.map(({ places }) => places.map(({ file }) => file))).toEqual([['b.md'], ['a.md', 'c.md']]);
  });
});

describe('findings', () => {
  const rate = (percent: number): string => article(`住房公积金缴存比例最高不超过${percent}%。`);

  it('opens and closes disputes', async () => {
    expect(told(await change({ 'a.md': rate(12), 'b.md': rate(12) }, { 'a.md': rate(12), 'b.md': rate(20) })).slice(1)).toEqual([
      'opened contradiction b.md a.md',
    ]);
    expect(told(await change({ 'a.md': rate(12), 'b.md': rate(20) }, { 'a.md': rate(12), 'b.md': rate(12) })).slice(1)).toEqual([
      'closed contradiction a.md b.md',
    ]);
  });

  it('opens none where a dispute only loses a side, and closes none where it only gains one', async () => {
    const three = { 'a.md': rate(12), 'b.md': rate(20), 'c.md': rate(30) };
    const two = { 'a.md': rate(12), 'b.md': rate(20) };
    expect(told(await change(three, two)).filter((line) => /opened|closed/.test(line))).toEqual([]);
    expect(told(await change(two, three)).filter((line) => /opened|closed/.test(line))).toEqual(['opened contradiction c.md a.md b.md']);
  });

  it('opens a dispute anew where a side says something else', async () => {
    const lines = told(await change({ 'a.md': rate(12), 'b.md': rate(20) }, { 'a.md': rate(12), 'b.md': rate(30) }));
    expect(lines.slice(1)).toEqual(['opened contradiction b.md a.md', 'closed contradiction a.md b.md']);
  });

  it('tells of notices by their words', async () => {
    const lines = told(await change({ 'a.md': article(WAIT) }, { 'a.md': article(WAIT, '请在2025年12月31日前缴纳居民医保费。') }));
    expect(lines.filter((line) => !line.startsWith('+'))).toEqual(['opened stale-date a.md']);
  });
});

describe('teasers of a page', () => {
  it('are known by their titles when one before them is taken out', async () => {
    const page = (...teasers: readonly string[]): string => `职工医保\n\n${WAIT}\n\n相关推荐\n\n${teasers.join('\n\n')}\n`;
    const one = '公积金缴存比例\n住房公积金缴存比例最高不超过12%。';
    const two = '失业保险金\n失业保险金按月领取，每月2100元。';
    const result = await change({ 'a.txt': page(one, two) }, { 'a.txt': page(two) });
    expect(result.added).toEqual([]);
    expect(result.altered).toEqual([]);
  });
});

describe('whatever the order', () => {
  it('of claims and articles in the audits, the change is the same, and back again it is the mirror image', async () => {
    const before = await read({ 'a.md': article(WAIT, RATE, ACCOUNT), 'b.md': article(WAIT), 'c.md': article(RATE) });
    const after = await read({
      'a.md': article('职工医保断缴3个月以上的，等待期为6个月。', ACCOUNT),
      'b.md': article(WAIT, RATE),
      'd.md': article('住房公积金缴存比例最高不超过20%。'),
    });
    const whole = changeJson(between(before, after));
    const shuffled = (result: AuditResult): fc.Arbitrary<AuditResult> =>
      fc
        .tuple(
          fc.shuffledSubarray([...result.claims], { minLength: result.claims.length }),
          fc.shuffledSubarray([...result.articles], { minLength: result.articles.length }),
        )
        .map(([claims, articles]) => ({ ...result, claims, articles }));
    fc.assert(
      fc.property(shuffled(before), shuffled(after), (one, other) => changeJson(between(one, other)) === whole),
      { numRuns: 30 },
    );
    const forth = between(before, after);
    const back = between(after, before);
    expect(back.dropped.map(says)).toEqual(forth.added.map(says));
    expect(back.closed.map(({ id }) => id)).toEqual(forth.opened.map(({ id }) => id));
    expect(back.altered.map(({ before: one, after: other }) => [says(other), says(one)])).toEqual(
      forth.altered.map(({ before: one, after: other }) => [says(one), says(other)]),
    );
  });
});

describe('reports of a change', () => {
  /** `count` altered claims and as many findings, with long texts. */
  function large(count: number, text: string): Change {
    const saying = (index: number, outcome: string): Saying => {
      const { claims } = resultWithText([text]);
      const evidence = { ...claims[0]!.evidence, file: `${text}${index}.md` };
      return {
        article: `a${index}`,
        title: text,
        topic: `${text} ${index}`,
        condition: text,
        region: text,
        period: text,
        outcome,
        claim: { ...claims[0]!, evidence },
        elsewhere: 3,
        findings: [`f${index}`],
      };
    };
    const numbers = Array.from({ length: count }, (_, index) => index);
    const sides = [
      { says: text, count: 2, places: [saying(0, text).claim.evidence], source: null },
      { says: text, count: 1, places: [], source: null },
    ];
    const finding = (index: number) =>
      ({
        id: `f${index}`,
        kind: 'contradiction',
        severity: 'error',
        topic: text,
        message: text,
        cause: 'author',
        status: 'new',
        sides,
      }) as const;
    const end = { name: text, commit: 'a'.repeat(40), asOf: '2026-11-22', articles: 1, claims: 1 };
    return {
      changeVersion: 1,
      tool: { name: 'claimlint', version: '0.1.0' },
      locale: 'zh',
      before: end,
      after: end,
      altered: numbers.map((index) => ({
        before: saying(index, '3个月'),
        after: saying(index, '6个月'),
        fields: [{ field: 'outcome', before: '3个月', after: '6个月' }],
      })),
      added: numbers.map((index) => saying(index, text)),
      dropped: numbers.map((index) => saying(index, text)),
      opened: numbers.map(finding),
      closed: numbers.map(finding),
      remaining: 0,
      faults: [],
    };
  }

  it.each([0, 1, 20, 300, 3000])('Markdown of %i of each kind fits into a comment, and counts what it leaves out', (count) => {
    const text = changeMarkdown(large(count, '一段不短的文字，写着什么时候、在哪里、对谁适用'), { locale: 'zh' });
    expect(text.length).toBeLessThanOrEqual(MOST_OF_A_COMMENT);
    const items = text.match(/^(?:\| (?!主题|---)|\d+\. |- )/gm)?.length ?? 0;
    const left = [...text.matchAll(/\*另有 (\d+) 项未列出\*/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(items + left).toBe(count * 5);
    expect(left > 0).toBe(count >= 300);
  });

  it.each(['zh', 'en'] as const)('%s: no text of a stranger breaks out', (locale) => {
    for (const text of HOSTILE) {
      const hostile = large(2, text);
      const markdown = changeMarkdown(hostile, { locale });
      expect(markdown).not.toMatch(/<(?!!-- claimlint diff -->|br>)/);
      expect(markdown).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(javascript:/);
      const lines = markdown.split('\n');
      // No text begins a line, and every row has its cells.
      const form = /^$|^<!-- claimlint diff -->$|^#{2,3} |^\*\*|^\| .* \|$|^\d+\. \*\*|^- \*\*|^ +- |^\S.* → \S/;
      expect(lines.filter((line) => !form.test(line))).toEqual([]);
      const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length - 2;
      expect(new Set(lines.filter((line) => line.startsWith('|')).map(cells))).toEqual(new Set([4, 3]));
      const terminal = changeTerminal(hostile, { locale, color: false, width: 80 });
      // oxlint-disable-next-line no-control-regex -- none of these may reach a terminal
      expect(terminal).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]|^\s*::|^##\[/m);
      expect(JSON.parse(changeJson(hostile))).toEqual(JSON.parse(JSON.stringify(hostile)));
    }
  });

  it('English has no Chinese of its own', () => {
    const text =
      changeMarkdown(large(2, 'text'), { locale: 'en' }) + changeTerminal(large(2, 'text'), { locale: 'en', color: false, width: 80 });
    expect(text.replaceAll(/[36]个月/g, '')).not.toMatch(/\p{Script=Han}/u);
  });
});
