// The register: its form, what it is held against, and the day on which it counts.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { audit, clashes, upcoming } from '../src/audit.ts';
import type { AuditResult } from '../src/model/result.ts';
import type { Reference } from '../src/model/reference.ts';
import { PackError } from '../src/pack/index.ts';
import { registerJsonSchema } from '../src/register/json-schema.ts';
import { loadRegister } from '../src/register/load.ts';
import { markdown } from '../src/report/markdown.ts';
import { readRegister } from '../src/register/read.ts';
import { shippedPacks } from './packs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const packs = shippedPacks();
const shipped = await loadRegister(join(ROOT, 'claims/register'), packs, (path) => path);
const scratch = mkdtempSync(join(tmpdir(), 'claimlint-register-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let count = 0;
function folder(files: Readonly<Record<string, string>>): string {
  const path = join(scratch, String(count++));
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

interface Entry {
  readonly [key: string]: string;
}

/** A file of the register: each entry in the keys that differ from one about the balance of an account. */
function file(...entries: readonly Entry[]): string {
  const usual = {
    states: '余额不清零。',
    scheme: '职工医保',
    thing: '个人账户',
    attribute: '余额清零',
    outcome: 'false',
    effectiveFrom: '1998-12-14',
    source: '{title: 某决定}',
    verified: 'two-sources',
    universal: 'true',
  };
  const told = entries.map((entry, index) =>
    Object.entries({ id: `A-${index}`, ...usual, ...entry })
      .map(([key, value], at) => `${at === 0 ? '  - ' : '    '}${key}: ${value}`)
      .join('\n'),
  );
  return `topic: 试\nclaims:\n${told.join('\n')}\n`;
}

const load = (text: string): Reference[] => readRegister([{ name: 'a.yaml', text }], packs);

function mistake(text: string): PackError {
  try {
    load(text);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the register was taken');
}

/** The findings in which the register is a side: kind, severity, cause, what it says, and the quotes of the articles on the other sides. */
async function held(references: readonly Reference[], articles: Readonly<Record<string, string>>, asOf = '2026-11-22'): Promise<unknown[]> {
  const result = await audited(references, articles, asOf);
  const quotes = new Map(result.claims.map(({ id, evidence }) => [id, evidence.quote]));
  return result.findings.map(({ kind, severity, cause, sides }) => [
    kind,
    severity,
    cause,
    sides.find(({ source }) => source !== null)?.source?.id ?? null,
    sides.filter(({ source }) => source === null).map(({ claims }) => claims.map((id) => quotes.get(id))),
  ]);
}

async function audited(references: readonly Reference[], articles: Readonly<Record<string, string>>, asOf: string): Promise<AuditResult> {
  const cwd = folder(articles);
  return audit({ paths: ['.'], cwd, exclude: [], asOf, locale: 'zh', packs, allClaims: false, maxEvidence: 0, references });
}

describe('the shipped register', () => {
  it('loads, and no two entries contradict each other', () => {
    expect(shipped.length).toBeGreaterThan(100);
    expect(clashes(shipped, packs).map(({ a, b }) => `${a.source.id} ${b.source.id}`)).toEqual([]);
  });

  it('has its form published', () => {
    expect(readFileSync(join(ROOT, 'claims/register/schema.json'), 'utf8')).toBe(registerJsonSchema());
  });
});

describe('the form', () => {
  it.each([
    [{ attribute: '余额清洗' }, 7, '没有词表声明过属性 余额清洗', '余额清零'],
    [{ thing: '产假' }, 6, '属性 余额清零 说的不是 产假', '个人账户'],
    [{ outcome: '3个月' }, 8, '与属性 余额清零（truth）不符', null],
    [{ condition: '{中断时长: 很久}' }, 13, '很久 不是轴 中断时长 的范围', null],
    [{ condition: '{中断时常: 发生}' }, 13, '没有词表声明过轴 中断时常', '中断时长'],
    [{ region: '某地' }, 13, '没有地区 某地', '北京市'],
    [{ effectiveTo: '1990-01-01' }, 13, '止日 1990-01-01 早于起日 1998-12-14', null],
    [{ verified: 'surely' }, 11, 'verified', 'two-sources'],
    [{ effectiveFrom: '1998年' }, 9, 'effectiveFrom', null],
  ])('tells the line of %o', (entry, line, message, meant) => {
    const error = mistake(file(entry as Entry));
    expect([error.file, error.line]).toEqual(['a.yaml', line]);
    expect(error.tell('zh')).toContain(message);
    expect(error.misnomer?.candidates ?? [null]).toContain(meant);
  });

  it('takes an id once over all files', async () => {
    const two = folder({ 'a.yaml': file({ id: 'B-1' }), 'b.yaml': file({ id: 'B-1' }) });
    await expect(loadRegister(two, packs, (path) => path)).rejects.toThrow('the id B-1 is taken');
  });

  it('finds entries that contradict each other on one day only', () => {
    expect(clashes(load(file({}, { outcome: 'true' })), packs)).toHaveLength(1);
    expect(clashes(load(file({ effectiveTo: '2009-12-31' }, { outcome: 'true', effectiveFrom: '2010-01-01' })), packs)).toHaveLength(0);
    expect(clashes(load(file({ region: '北京市' }, { outcome: 'true', region: '上海市' })), packs)).toHaveLength(0);
  });
});

const WIPED = { 'a.md': '# 职工医保断缴\n\n职工医保断缴以后，个人账户余额会被清零。\n' };
const AGE = {
  attribute: '法定退休年龄',
  scheme: 'null',
  thing: '退休年龄',
  condition: '{性别: 男}',
  states: '法定退休年龄。',
  universal: 'false',
};
const RETIRED = {
  attribute: '养老最低缴费年限',
  scheme: '职工养老',
  thing: '养老缴费年限',
  states: '职工养老最低缴费年限为15年。',
  outcome: '15年',
};

describe('an audit against the register', () => {
  it('tells who disagrees with it', async () => {
    expect(await held(load(file({})), WIPED)).toEqual([['contradiction', 'error', 'author', 'A-0', [['个人账户余额会被清零']]]]);
  });

  it('says where it is written and what to write instead', async () => {
    const { findings, register } = await audited(load(file({})), WIPED, '2026-11-22');
    expect(findings[0]!.message).toContain('《某决定》');
    expect(findings[0]!.reasons.map(({ code }) => code)).toContain('register.mend');
    expect(register).toEqual({ references: 1, backed: 0, contradicted: 1, uncovered: 0 });
  });

  it('counts who agrees with it', async () => {
    const kept = { 'a.md': '# 职工医保断缴\n\n职工医保断缴以后，个人账户余额不会清零。\n\n等待期为3个月。\n' };
    expect(await held(load(file({})), kept)).toEqual([]);
    expect((await audited(load(file({})), kept, '2026-11-22')).register).toEqual({
      references: 1,
      backed: 1,
      contradicted: 0,
      uncovered: 1,
    });
  });

  it('takes its side in a dispute of articles', async () => {
    const two = { ...WIPED, 'b.md': '# 停保\n\n职工医保停缴以后，个人账户余额不清零。\n' };
    expect(await held(load(file({})), two)).toEqual([['contradiction', 'error', 'author', 'A-0', [['个人账户余额会被清零']]]]);
  });

  it('gives a hint where it is not well verified', async () => {
    expect(await held(load(file({ verified: 'one-source' })), WIPED)).toEqual([
      ['contradiction', 'info', 'author', 'A-0', [['个人账户余额会被清零']]],
    ]);
  });

  it('leaves what is hedged, of another time, of another region', async () => {
    const hedged = { 'a.md': '# 断缴\n\n职工医保断缴以后，部分地区个人账户余额会被清零。\n' };
    expect(await held(load(file({})), hedged)).toEqual([]);
    expect(await held(load(file({ region: '北京市' })), WIPED)).toEqual([]);
    const elsewhere = { 'a.md': '# 上海断缴\n\n上海职工医保断缴以后，个人账户余额会被清零。\n' };
    expect(await held(load(file({ region: '北京市' })), elsewhere)).toEqual([]);
  });

  it('reaches into a region, unless the law leaves it to the regions', async () => {
    const city = { 'a.md': '# 常州断缴\n\n常州职工医保断缴以后，个人账户余额会被清零。\n' };
    expect(await held(load(file({})), city)).toHaveLength(1);
    expect(await held(load(file({ local: 'true' })), city)).toEqual([]);
  });

  it('is silent where an entry of the region bears the article out', async () => {
    const city = { 'a.md': '# 常州断缴\n\n常州职工医保断缴以后，个人账户余额会被清零。\n' };
    const own = { region: '江苏省', outcome: 'true', universal: 'false', states: '江苏省余额清零。' };
    expect(await held(load(file({}, own)), city)).toEqual([]);
    expect(await held(load(file({}, { ...own, region: '浙江省' })), city)).toHaveLength(1);
  });

  it('tells who gives the whole country a figure that it does not have', async () => {
    const years = {
      attribute: '实际缴费年限下限',
      thing: '实际缴费年限',
      outcome: '{uniform: false}',
      universal: 'false',
      states: '由各地规定。',
    };
    const country = { 'a.md': '# 退休医保\n\n全国职工医保退休，实际缴费年限不得少于15年。\n' };
    const somewhere = { 'a.md': '# 退休医保\n\n职工医保退休，实际缴费年限不得少于15年。\n' };
    const city = { 'a.md': '# 退休医保\n\n常州职工医保退休，实际缴费年限不得少于15年。\n' };
    expect(await held(load(file(years)), country)).toHaveLength(1);
    expect(await held(load(file(years)), somewhere)).toEqual([]);
    expect(await held(load(file(years)), city)).toEqual([]);
  });

  it('stands on no side with what it contradicts', async () => {
    const references = load(
      file(
        { ...AGE, id: 'OLD', outcome: '60周岁', effectiveTo: '2024-12-31' },
        { ...AGE, id: 'NEW', outcome: '63周岁', effectiveFrom: '2025-01-01' },
      ),
    );
    const articles = {
      'old.md': '---\ndate: 2023-02-01\n---\n\n# 男职工退休\n\n男职工法定退休年龄为60周岁。\n',
      'new.md': '---\ndate: 2025-03-01\n---\n\n# 男职工退休\n\n男职工法定退休年龄为63周岁。\n',
      'wrong.md': '# 男职工退休\n\n男职工法定退休年龄为65周岁。\n',
    };
    const { findings, claims } = await audited(references, articles, '2026-11-22');
    const quotes = new Map(claims.map(({ id, evidence }) => [id, evidence.quote]));
    for (const { sides } of findings)
      for (const side of sides.filter(({ source }) => source !== null)) {
        expect(side.source!.id).toBe('NEW');
        for (const id of side.claims) expect(quotes.get(id)).toContain('63');
      }
    expect(findings.map(({ kind, sides }) => [kind, sides.length])).toEqual([
      ['contradiction', 3],
      ['superseded', 2],
    ]);
  });

  it('reaches a special case only where it knows no exception', async () => {
    const part = { 'a.md': '# 断缴半年\n\n职工医保断缴超过6个月，个人账户余额会被清零。\n' };
    expect(await held(load(file({ condition: '{中断时长: 发生}', universal: 'false' })), part)).toEqual([]);
    expect(await held(load(file({ condition: '{中断时长: 发生}' })), part)).toHaveLength(1);
  });
});

describe('the day of the audit', () => {
  const steps = load(
    file(
      { ...RETIRED, effectiveFrom: '2011-07-01', effectiveTo: '2029-12-31' },
      { ...RETIRED, outcome: '20年', states: '职工养老最低缴费年限为20年。', effectiveFrom: '2030-01-01' },
    ),
  );
  const now = { 'a.md': '# 养老要缴几年\n\n职工养老最低缴费年限为15年。\n' };
  const then = { 'a.md': '# 养老要缴几年\n\n职工养老最低缴费年限为20年。\n' };

  it('decides which rule is in force', async () => {
    expect(await held(steps, now, '2026-11-22')).toEqual([]);
    expect(await held(steps, then, '2026-11-22')).toHaveLength(1);
    expect(await held(steps, now, '2030-06-01')).toHaveLength(1);
    expect(await held(steps, then, '2030-06-01')).toEqual([]);
  });

  it('calls outdated what was published before the rule began', async () => {
    const dated = { 'a.md': `---\ndate: 2024-03-01\n---\n\n${now['a.md']}` };
    expect(await held(steps, dated, '2030-06-01')).toEqual([['superseded', 'warning', 'clock', 'A-1', [['职工养老最低缴费年限为15年']]]]);
  });

  it('tells ahead which articles a change will make wrong', async () => {
    const ahead = async (articles: Readonly<Record<string, string>>, asOf: string, until: string): Promise<string[]> => {
      const options = { paths: ['.'], cwd: folder(articles), exclude: [], locale: 'zh', packs, references: steps, asOf, until } as const;
      const { changes } = await upcoming(options);
      return changes.flatMap(({ reference, claims }) => claims.map(({ evidence }) => `${reference.source.id} ${evidence.quote}`));
    };
    expect(await ahead(now, '2029-11-01', '2030-01-30')).toEqual(['A-1 职工养老最低缴费年限为15年']);
    expect(await ahead(now, '2029-09-01', '2029-12-01')).toEqual([]);
    expect(await ahead(then, '2029-11-01', '2030-01-30')).toEqual([]);
  });
});

describe('the shipped register in time', () => {
  const articles: Readonly<Record<string, string>> = {
    'wait.md': '# 居民医保等待期\n\n居民医保没有在集中缴费期内参保的，固定等待期为6个月。\n',
    'age.md': '# 男职工何时退休\n\n男职工法定退休年龄为60周岁。\n',
    'allowance.md': '# 生育津贴\n\n生育津贴由基金拨付给单位，再由单位发给职工。\n',
    'years.md': '# 养老年限\n\n职工养老最低缴费年限为15年。\n',
    'free.md': '# 居民医保\n\n居民医保自愿参加。\n',
  };
  const wrongOn = async (day: string): Promise<string[]> =>
    [
      ...new Set(
        (await audited(shipped, articles, day)).findings
          .flatMap(({ sides }) => sides)
          .filter(({ source }) => source === null)
          .flatMap(({ claims }) => claims.map((id) => id.split(':')[0]!)),
      ),
    ].sort();

  it.each([
    ['2024-12-01', []],
    ['2025-06-01', ['age.md', 'wait.md']],
    ['2026-11-22', ['age.md', 'allowance.md', 'wait.md']],
    ['2027-01-01', ['age.md', 'allowance.md', 'free.md', 'wait.md']],
    ['2030-01-01', ['age.md', 'allowance.md', 'free.md', 'wait.md', 'years.md']],
  ])('tells on %s what was wrong then', async (day, wrong) => {
    expect(await wrongOn(day)).toEqual(wrong);
  });

  it('tells in November 2026 what the law of January 2027 will make wrong', async () => {
    const options = { paths: ['.'], cwd: folder(articles), exclude: [], locale: 'zh', packs, references: shipped } as const;
    const { changes } = await upcoming({ ...options, asOf: '2026-11-22', until: '2027-02-20' });
    expect(changes.map(({ reference, claims }) => [reference.source.id, claims.map(({ article }) => article)])).toEqual([
      ['MSL-004', ['free.md']],
    ]);
  });
});

describe('the shipped register and what articles name', () => {
  const references = shipped;

  it('tells a wrong hotline with its source, and no other line', async () => {
    const articles = {
      'wrong.md': '# 有事找谁\n\n养老金的事可拨打人社热线12393。\n\n医保热线：12366。\n',
      'right.md': '# 有事找谁\n\n医保服务热线12393。\n\n养老金咨询电话：12333，也可拨12345。\n\n医保咨询电话：0571-87654321。\n',
    };
    expect(await held(references, articles)).toEqual([
      ['contradiction', 'error', 'author', 'HOT-002', [['养老金的事可拨打人社热线12393']]],
      ['contradiction', 'info', 'author', 'HOT-001', [['医保热线：12366']]],
    ]);
  });

  it('knows at what stage a law is on the day of the audit', async () => {
    const stages = { draft: '目前还是草案', passed: '尚未施行', law: '已经施行' };
    const wrongOn = async (day: string): Promise<string[]> => {
      const wrong: string[] = [];
      for (const [stage, says] of Object.entries(stages))
        if ((await held(references, { 'a.md': `# 医保法\n\n《医疗保障法》${says}。\n` }, day)).length > 0) wrong.push(stage);
      return wrong;
    };
    expect(await wrongOn('2026-08-01')).toEqual(['law']);
    expect(await wrongOn('2026-11-22')).toEqual(['draft', 'law']);
    expect(await wrongOn('2027-01-01')).toEqual(['draft', 'passed']);
  });
});

describe('which side stands better', () => {
  const standing = async (articles: Readonly<Record<string, string>>): Promise<unknown> => {
    const { findings } = await audited([], articles, '2026-11-22');
    expect(findings).toHaveLength(1);
    const { standing: better, sides } = findings[0]!;
    return better && [sides[better.side]!.says, better.reasons.map(({ code }) => code)];
  };
  const wiped = '职工医保断缴以后，个人账户余额会被清零。';
  const kept = '职工医保断缴以后，个人账户余额不清零。';
  const article = (text: string, head = ''): string => `${head}# 断缴以后\n\n${text}\n`;

  it('is the one that cites a document by number', async () => {
    const cited = article(`根据国办发〔2021〕14号，${kept}`);
    expect(await standing({ 'a.md': article(wiped), 'b.md': cited })).toEqual(['中断时长发生 → 保留可用', ['standing.cites']]);
  });

  it('is the newer one, where all bear a date', async () => {
    const old = article(wiped, '---\ndate: 2023-01-05\n---\n\n');
    const young = article(kept, '---\ndate: 2025-02-01\n---\n\n');
    expect(await standing({ 'a.md': old, 'b.md': young })).toEqual(['中断时长发生 → 保留可用', ['standing.newer']]);
    expect(await standing({ 'a.md': article(wiped), 'b.md': young })).toBeNull();
  });

  it('is not told by numbers alone, only confirmed', async () => {
    expect(await standing({ 'a.md': article(wiped), 'b.md': article(kept), 'c.md': article(kept) })).toBeNull();
    const cited = article(`根据国办发〔2021〕14号，${kept}`);
    expect(await standing({ 'a.md': article(wiped), 'b.md': cited, 'c.md': article(kept) })).toEqual([
      '中断时长发生 → 保留可用',
      ['standing.cites', 'standing.more'],
    ]);
  });

  it('is the newer one, where both cite a document; none, where both are of one day', async () => {
    const dated = (day: string, number: string, text: string): string => article(`根据${number}，${text}`, `---\ndate: ${day}\n---\n\n`);
    const both = { 'a.md': dated('2023-01-05', '沪医保规〔2022〕7号', wiped), 'b.md': dated('2025-02-01', '国办发〔2021〕14号', kept) };
    expect(await standing(both)).toEqual(['中断时长发生 → 保留可用', ['standing.newer']]);
    expect(await standing({ ...both, 'a.md': dated('2025-02-01', '沪医保规〔2022〕7号', wiped) })).toBeNull();
  });

  it('is none that an entry of the register speaks against, though it was not well verified', async () => {
    const cited = { 'a.md': article(`按国办发〔2021〕14号，${wiped}`), 'b.md': article(kept) };
    const better = async (references: readonly Reference[]): Promise<unknown> =>
      (await audited(references, cited, '2026-11-22')).findings.map(({ standing: side }) => side?.reasons.map(({ code }) => code) ?? null);
    expect(await better([])).toEqual([['standing.cites']]);
    expect(await better(load(file({ verified: 'one-source' })))).toEqual([null]);
    expect(await better(load(file({})))).toEqual([['standing.register']]);
    // On the same side, it leaves the reason as it is.
    const right = { 'a.md': article(wiped), 'b.md': article(`按国办发〔2021〕14号，${kept}`) };
    const { findings } = await audited(load(file({ verified: 'one-source' })), right, '2026-11-22');
    expect(findings.map(({ standing: side }) => side?.reasons.map(({ code }) => code))).toEqual([['standing.cites']]);
  });

  it.each([
    [
      'zh',
      '根据国办发〔2021〕14号，',
      '较可信**：只有这一方的文章引用了文件：国办发〔2021〕14号；这一方的文章也较多：2 比 1',
      '**建议**：对照现行文件',
      '较可信**：《某决定》站在这一方',
      '依据：《某决定》 · 自 1998-12-14 起施行\n\n> 余额不清零。',
      '**建议**：对照所列依据的原文',
    ],
    [
      'en',
      '根据国办发〔2021〕14号，',
      'stands better**: only this side has an article that cites a document: 国办发〔2021〕14号; it also has more articles: 2 to 1',
      '**What to do**: Find out',
      'stands better**: 《某决定》 takes this side',
      'Source: 《某决定》 · in force from 1998-12-14\n\n> 余额不清零。',
      '**What to do**: Look at the source',
    ],
  ] as const)('reads well in Markdown (%s)', async (locale, head, cites, find, takes, source, look) => {
    const told = async (references: readonly Reference[], articles: Readonly<Record<string, string>>): Promise<string> => {
      const options = {
        paths: ['.'],
        exclude: [],
        asOf: '2026-11-22',
        locale,
        packs,
        allClaims: false,
        maxEvidence: 0,
        references,
      } as const;
      const result = await audit({ ...options, cwd: folder(articles) });
      return markdown.render(result, { locale });
    };
    const articles = { 'a.md': article(wiped), 'b.md': article(`${head}${kept}`), 'c.md': article(kept) };
    const alone = await told([], articles);
    expect(alone).toContain(cites);
    expect(alone).toContain(find);
    const backed = await told(load(file({})), { 'a.md': article(wiped) });
    for (const part of [takes, source, look]) expect(backed).toContain(part);
    // The source is no claim of the corpus: nothing is counted beside it.
    expect(backed).not.toMatch(/另有|more/);
  });

  it('is the register, before all others', async () => {
    const { findings } = await audited(load(file({})), { 'a.md': article(`按国办发〔2021〕14号，${wiped}`) }, '2026-11-22');
    expect(findings.map(({ standing: better, sides }) => better && sides[better.side]!.source?.id)).toEqual(['A-0']);
  });
});
