// What is told of a pack with a mistake, in both languages and with the place; and words that one pack adds to another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractClaims } from '../src/claim/extract.ts';
import { PackError } from '../src/pack/index.ts';
import type { Packs } from '../src/pack/index.ts';
import { loadPacks } from '../src/pack/load.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import { groupLayouts, loadLayouts } from '../src/source/layout.ts';
import { readText } from '../src/source/text.ts';
import { CACHE } from './packs.ts';

const PACKS = fileURLToPath(new URL('../packs', import.meta.url));
let folder: string;
let cache: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimlint-pack-'));
  cache = mkdtempSync(join(tmpdir(), 'claimlint-cache-'));
});

afterAll(() => {
  for (const made of [folder, cache]) rmSync(made, { recursive: true, force: true });
});

function load(yaml: string): Packs {
  writeFileSync(join(folder, 'pack.yaml'), yaml);
  return loadPacks(PACKS, [folder], [cache, ...CACHE]);
}

function mistake(yaml: string): PackError {
  try {
    load(yaml);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the pack was taken');
}

const thing = (more: string): string => `concepts:\n  \u7532:\n    kind: thing\n    ${more}\n`;

/** yaml, line:column, what the Chinese message and the English one must hold, and the name among which the right one is. */
type Mistake = readonly [name: string, yaml: string, place: string, zh: RegExp, en: RegExp, meant?: string];
const MISTAKES: readonly Mistake[] = [
  ['a misspelt key', thing('terms: [甲]\n    weka: [乙]'), '5:5', /没有这个键/, /unknown key/, 'weak'],
  ['a misspelt section', 'concpts: {}\n', '1:1', /没有这个键/, /unknown key/, 'concepts'],
  [
    'a key of a shipped concept under extends',
    'extends:\n  concepts:\n    个人账户: {kind: thing}\n',
    '3:12',
    /没有这个键/,
    /unknown key/,
    'terms',
  ],
  ['a missing list', 'concepts:\n  甲:\n    kind: thing\n', '3:5', /缺少此项.+列表/, /is missing.+list/],
  ['a word for a list', thing('terms: 甲'), '4:12', /应为列表.+实为文字/, /expected a list.+found text/],
  [
    'a kind that is none',
    'concepts:\n  甲:\n    kind: things\n    terms: [甲]\n',
    '3:11',
    /scheme, thing 之一/,
    /one of scheme, thing/,
    'thing',
  ],
  [
    'text for yes or no',
    'attributes:\n  甲:\n    type: money\n    of: [个人账户]\n    own: 是\n',
    '5:10',
    /true 或 false/,
    /true or false/,
  ],
  ['an empty word', thing("terms: ['']"), '4:13', /不能是空的/, /must not be empty/],
  ['too many alternatives', thing(`terms: ['${'(甲|乙|丙|)'.repeat(5)}']`), '4:13', /超过 500/, /more than 500/],
  ['an unknown list of phrases', thing('terms: [<甲乙>]'), '4:5', /没有这个短语表/, /no pack declares/],
  ['full-width commas', thing('terms: [甲\uFF0C乙]'), '4:13', /全角.+半角逗号/, /full-width.+plain commas/],
  ['a full-width colon', thing('terms\uFF1A[甲]'), '4:5', /全角/, /full-width/],
  ['a tab', 'concepts:\n\t甲: {}\n', '2:1', /制表符/, /Tabs/],
  ['a key twice', `${thing('terms: [甲]')}  甲: {}\n`, '5:3', /两个相同的键/, /twice/],
  ['a value without its form', 'axes:\n  甲:\n    type: values\n    values: {乙: {term: [丙]}}\n', '4:17', /词的列表/, /list of words/],
  [
    'a name that a shipped pack declares',
    'concepts:\n  个人账户:\n    kind: thing\n    terms: [甲]\n',
    '2:3',
    /已经有了.+extends/,
    /declared twice.+extends/,
  ],
  [
    'an unknown thing',
    'attributes:\n  甲:\n    type: truth\n    of: [个人帐户]\n',
    '2:3',
    /没有词表声明过/,
    /no pack declares/,
    '个人账户',
  ],
  [
    'an unknown axis',
    'attributes:\n  甲:\n    type: truth\n    of: [个人账户]\n    axes: {ignore: [医院等级]}\n',
    '2:3',
    /轴/,
    /axis/,
    '医院级别',
  ],
  [
    'an unknown attribute of an axis',
    'axes:\n  甲:\n    type: values\n    only: [余额清另]\n    values: {乙: [丙]}\n',
    '4:5',
    /属性/,
    /attribute/,
    '余额清零',
  ],
  [
    'a wider value that is none',
    'axes:\n  甲:\n    type: values\n    values: {乙: {terms: [丙], isA: 丁}}\n',
    '4:14',
    /没有 isA 所指的值/,
    /no value of the axis/,
  ],
  ['an unknown scheme', thing('terms: [甲]\n    scheme: 职工医疗'), '2:3', /制度/, /scheme/, '职工医保'],
  [
    'a circle',
    'concepts:\n  甲: {kind: thing, terms: [甲], isA: 乙}\n  乙: {kind: thing, terms: [乙], isA: 甲}\n',
    '2:3',
    /绕成一圈/,
    /circle/,
  ],
  [
    'an extension of nothing',
    'extends:\n  concepts:\n    个人账号: {terms: [甲]}\n',
    '3:5',
    /没有词表声明过/,
    /no pack declares/,
    '个人账户',
  ],
  [
    'an extension of what every object has',
    'extends:\n  concepts:\n    constructor: {terms: [甲]}\n',
    '3:5',
    /没有词表声明过/,
    /no pack declares/,
  ],
];

describe('a mistake in a pack', () => {
  it.each(MISTAKES.map((mistaken) => [mistaken[0], mistaken] as const))('%s', (_, [, yaml, place, zh, en, meant]) => {
    const error = mistake(yaml);
    expect(error.file).toBe(join(folder, 'pack.yaml'));
    expect(`${error.line}:${error.column}`).toBe(place);
    expect(error.tell('zh')).toMatch(zh);
    expect(error.tell('en')).toMatch(en);
    expect(error.message).toBe(error.tell('en'));
    expect(error.tell('zh') + error.tell('en')).not.toMatch(/[{}]\w+\}|undefined|@type/);
    const candidates = error.misnomer?.candidates ?? [];
    expect(meant === undefined || candidates.includes(meant)).toBe(true);
  });
});

const layouts = groupLayouts(loadLayouts(join(PACKS, 'layouts')));

/** `thing attribute` of each comparable claim of a sentence. */
function claimsOf(packs: Packs, text: string): string[] {
  const [article] = readText({ path: 'a.txt', text: `题目\n\n${text}\n` }, layouts);
  const { claims } = extractClaims(read(article!, scan(article!, packs)), packs);
  return claims
    .filter(({ attribute, mention }) => attribute !== '陈述' && mention === null)
    .map(({ subject, attribute, condition, outcome }) => {
      const cases = condition.flatMap((one) => (one.kind === 'values' ? one.values : []));
      return [subject.thing, attribute, ...cases, outcome.type === 'truth' ? outcome.value : ''].join(' ').trim();
    });
}

describe('alternatives in a word', () => {
  const WORDS = `extends:
  concepts: {个人账户: {terms: ['医保(小|)金库']}}
  attributes: {余额清零: {yes: ['(一笔|全都)…(泡汤|归公)']}}
`;

  it.each(['医保小金库一笔泡汤', '医保金库全都会归公'])('%s', (text) => {
    expect(claimsOf(load(WORDS), `职工医保断缴，${text}。`)).toContain('个人账户 余额清零 true');
  });
});

describe('phrases that lists share', () => {
  const WORDS = `phrases:
  没了: [泡汤, '打(了|)水漂']
extends:
  attributes: {余额清零: {yes: ['账户…<没了>']}}
`;

  it.each(['个人账户里的钱泡汤', '个人账户里的钱打水漂'])('%s', (text) => {
    expect(claimsOf(load(WORDS), `职工医保断缴，${text}。`)).toContain('个人账户 余额清零 true');
  });
});

describe('words that a pack adds to another', () => {
  const WORDS = `extends:
  concepts:
    个人账户: {terms: [医保小金库]}
  axes:
    就业状态: {values: {灵活就业人员: [外卖骑手]}}
  attributes:
    余额清零: {yes: [泡汤]}
    报销比例: {cues: [能报回来]}
`;

  it.each([
    ['职工医保断缴三个月以上的，医保小金库清零。', ['个人账户 余额清零 true']],
    ['职工医保断缴三个月以上的，个人账户泡汤。', ['个人账户 余额清零 true']],
    ['职工医保断缴三个月以上的，医保小金库不会泡汤。', ['个人账户 余额清零 false']],
    ['外卖骑手参加职工医保的，个人账户清零。', ['个人账户 余额清零 灵活就业人员 true']],
  ])('%s', (text, claims) => {
    expect(claimsOf(load(WORDS), text)).toEqual(claims);
    expect(claimsOf(loadPacks(PACKS, [], CACHE), text)).not.toEqual(claims);
  });

  it('stand beside the words that were there', () => {
    const text = '职工医保断缴三个月以上的，个人账户余额清零。';
    expect(claimsOf(load(WORDS), text)).toEqual(claimsOf(loadPacks(PACKS, [], CACHE), text));
  });

  it('change nothing else of the names', () => {
    const [own, shipped] = [load(WORDS), loadPacks(PACKS, [], CACHE)];
    for (const part of ['concepts', 'axes', 'attributes', 'retired'] as const) expect([...own[part]]).toEqual([...shipped[part]]);
  });

  it('may name a new value, and be added to by a second pack', () => {
    const packs = load('extends:\n  axes:\n    就业状态: {values: {志愿者: [志愿者]}}\n');
    expect([...packs.axes.get('就业状态')!.values.keys()]).toContain('志愿者');
    expect(claimsOf(packs, '志愿者参加职工医保的，个人账户清零。')).toEqual(['个人账户 余额清零 志愿者 true']);
  });
});
