// What must not change what is found: other words for the same claim, other articles, another order; and what must: a hedge, a missing side.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { extractClaims } from '../src/claim/extract.ts';
import { compare } from '../src/compare/compare.ts';
import type { Claim } from '../src/model/claim.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import { groupLayouts } from '../src/source/layout.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import { reporter } from '../src/source/messages.ts';
import { shippedPacks } from './packs.ts';

const FOLDER = fileURLToPath(new URL('../packs/', import.meta.url));
const packs = shippedPacks();

interface Text {
  readonly title: string;
  readonly body: string;
}

const readings = new Map<string, readonly Claim[]>();

function claimsOf({ title, body }: Text, path: string): readonly Claim[] {
  const key = `${path}\n${title}\n${body}`;
  let claims = readings.get(key);
  if (!claims) {
    const article = readMarkdown({ path, text: `# ${title}\n\n${body}\n` }, groupLayouts([]), reporter(path, 'zh', []));
    readings.set(key, (claims = extractClaims(read(article, scan(article, packs)), packs).claims));
  }
  return claims;
}

/** What an audit of the texts finds, but for the places. */
function found(...texts: readonly Text[]): string[] {
  const claims = texts.flatMap((one, index) => claimsOf(one, `${String.fromCharCode(97 + index)}.md`));
  return compare(claims, { packs, asOf: '2026-11-22', locale: 'zh', maxEvidence: 0 })
    .map(
      ({ kind, topic, sides }) =>
        `${kind} ${topic}: ${sides
          .map(({ says }) => says)
          .sort()
          .join(' | ')}`,
    )
    .sort();
}

/** Without what the sides say: a restatement may say 90天 for 三个月. */
const kindsOf = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, line.indexOf(' ')));

const kinds = (...texts: readonly Text[]): string[] => kindsOf(found(...texts));

// ---- ways to write one and the same

interface Raw {
  readonly concepts?: Record<string, { readonly terms?: readonly string[] }>;
}
const termsOf = new Map<string, readonly string[]>();
for (const folder of readdirSync(FOLDER, { withFileTypes: true })) {
  if (!folder.isDirectory() || ['language', 'layouts', 'regions'].includes(folder.name)) continue;
  for (const file of readdirSync(FOLDER + folder.name).filter((name) => name.endsWith('.yaml'))) {
    const raw = parse(readFileSync(`${FOLDER}${folder.name}/${file}`, 'utf8')) as Raw;
    for (const [name, { terms }] of Object.entries(raw.concepts ?? {})) termsOf.set(name, [...(termsOf.get(name) ?? []), ...(terms ?? [])]);
  }
}

/** What a term is read as, but for words that only decide or join. */
function meaningOf(term: string): string[] {
  const article = readMarkdown({ path: 't.md', text: term }, groupLayouts([]), reporter('t.md', 'zh', []));
  return scan(article, packs)
    .tokens.filter(({ category }) => category !== 'attribute' && category !== 'role' && category !== 'axis')
    .map((token) => ('ref' in token ? `${token.category} ${token.ref}` : token.category));
}

/** The terms of a concept that mean the same as its first (农村医保 is out of use, 单位医保 tells a group). */
function synonyms(concept: string): string[] {
  const terms = termsOf.get(concept)!;
  const meant = meaningOf(terms[0]!);
  const same = (other: readonly string[]): boolean => other.every((one) => meant.includes(one)) && other.includes(`concept ${concept}`);
  return terms.filter((term) => same(meaningOf(term)));
}

const chosen = (concept: string): fc.Arbitrary<string> => fc.constantFrom(...synonyms(concept));

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
function chinese(value: number): string {
  if (value <= 10) return CHINESE[value]!;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : CHINESE[tens]}十${ones === 0 ? '' : CHINESE[ones]}`;
}
const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const numeral = (value: number): fc.Arbitrary<string> => fc.constantFrom(String(value), wide(String(value)), chinese(value));

const months = (value: number): fc.Arbitrary<string> =>
  fc.oneof(
    numeral(value).map((text) => `${text}个月`),
    fc.constant(`${value * 30}天`),
    ...(value % 12 === 0 ? [numeral(value / 12).map((text) => `${text}年`)] : []),
    ...(value === 6 ? [fc.constant('半年')] : []),
    ...(value === 3 ? [fc.constant('一个季度')] : []),
  );
const years = (value: number): fc.Arbitrary<string> =>
  fc.oneof(
    numeral(value).map((text) => `${text}年`),
    fc.constant(`${value * 12}个月`),
  );
const percent = (value: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(`${value}%`, `${wide(String(value))}\uff05`, `百分之${chinese(value)}`),
    ...(value % 10 === 0
      ? [fc.constant(`${CHINESE[value / 10]}成`)]
      : [fc.constant(`${CHINESE[Math.floor(value / 10)]}成${CHINESE[value % 10]}`)]),
  );
const money = (wan: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    `${wan}万元`,
    `${chinese(wan)}万元`,
    `${wide(String(wan))}万元`,
    `${wan * 10000}元`,
    `${wan},0000元`.replace(',0000', '0,000'),
  );

/** Simplified → traditional, as far as one character stands for one. */
const traditional = new Map<string, string>();
for (const pair of readFileSync(`${FOLDER}language/traditional.txt`, 'utf8').split('\n'))
  if (pair.length === 2 && !traditional.has(pair[1]!)) traditional.set(pair[1]!, pair[0]!);
const inScript = (text: string): fc.Arbitrary<string> =>
  fc.boolean().map((old) => (old ? [...text].map((char) => traditional.get(char) ?? char).join('') : text));

// ---- small claims over the packs

interface Template {
  readonly name: string;
  readonly title: string;
  /** Two values that cannot both hold. */
  readonly values: readonly [number, number];
  readonly say: (value: number) => fc.Arbitrary<string>;
  /** The same with another scheme, group or case: no claim about the first. */
  readonly beside: (value: number) => string;
}

const joined = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((texts) => texts.join(''));

const TEMPLATES: readonly Template[] = [
  {
    name: 'a wait after an interruption',
    title: '断缴之后',
    values: [3, 6],
    say: (value) =>
      fc.oneof(
        joined(chosen('职工医保'), '断缴超过', months(3), '的，', chosen('等待期'), '为', months(value), '。'),
        joined('断缴超过', months(3), '的，', chosen('职工医保'), chosen('等待期'), '是', months(value), '。'),
        joined(chosen('职工医保'), '如果中断缴费超过', months(3), '，', '设', months(value), '的', chosen('等待期'), '。'),
        joined(chosen('职工医保'), '断缴超过', months(3), '，', '要等', months(value), '才能报销。'),
      ),
    beside: (value) => `居民医保断缴超过3个月的，等待期为${value}个月。`,
  },
  {
    name: 'a share by level',
    title: '住院怎么报',
    values: [60, 75],
    say: (value) =>
      fc.oneof(
        joined(chosen('居民医保'), '三级医院住院报销比例为', percent(value), '。'),
        joined(chosen('居民医保'), '参保人在三甲医院住院，报销', percent(value), '。'),
        joined('在三级医院住院，', chosen('居民医保'), '按', percent(value), '报销。'),
        joined(chosen('居民医保'), '住院，三级医院个人自付', percent(100 - value), '。'),
      ),
    beside: (value) => `职工医保三级医院住院报销比例为${value}%。`,
  },
  {
    name: 'a term',
    title: '贷款多久',
    values: [20, 30],
    say: (value) =>
      fc.oneof(
        joined(chosen('住房公积金'), '贷款期限最长为', years(value), '。'),
        joined(chosen('住房公积金'), '贷款年限不超过', years(value), '。'),
        joined(chosen('住房公积金'), '贷款最长可贷', years(value), '。'),
      ),
    beside: (value) => `住房公积金缓缴期限最长为${value}个月。`,
  },
  {
    name: 'a sum',
    title: '贷款多少',
    values: [60, 80],
    say: (value) =>
      fc.oneof(
        joined('单人申请', chosen('住房公积金'), '贷款，最高额度', money(value), '。'),
        joined(chosen('住房公积金'), '贷款，单人最高可贷', money(value), '。'),
        joined('单身职工', chosen('住房公积金'), '贷款额度最高不超过', money(value), '。'),
      ),
    beside: (value) => `夫妻双方申请住房公积金贷款，最高额度${value}万元。`,
  },
  {
    name: 'months of contribution',
    title: '津贴条件',
    values: [9, 12],
    say: (value) =>
      fc.oneof(
        joined('享受', chosen('生育津贴'), '须连续缴费满', months(value), '。'),
        joined('连续缴费满', months(value), '，才能领取', chosen('生育津贴'), '。'),
        joined('申领', chosen('生育津贴'), '，要求连续缴费不少于', months(value), '。'),
      ),
    beside: (value) => `职工医保断缴超过3个月的，等待期为${value}个月。`,
  },
  {
    name: 'years until the pension',
    title: '养老年限',
    values: [15, 20],
    say: (value) =>
      fc.oneof(
        joined(chosen('职工养老'), '最低缴费年限为', years(value), '。'),
        joined(chosen('职工养老'), '累计缴费满', years(value), '才能按月领取养老金。'),
        joined('按月领取', chosen('职工养老'), '待遇，至少要缴满', years(value), '。'),
      ),
    beside: (value) => `职工医保男性退休累计缴费年限须满${value}年。`,
  },
  {
    name: 'a limit of application',
    title: '工伤申报',
    values: [1, 3],
    say: (value) =>
      fc.oneof(
        joined('用人单位提出', chosen('工伤认定'), '申请的时限为', months(value), '。'),
        joined('用人单位应当在', months(value), '内提出工伤认定申请。'),
        joined('发生工伤后，用人单位须在事故发生之日起', months(value), '内申请工伤认定。'),
      ),
    beside: (value) => `职工本人提出工伤认定申请的时限为${value * 12}个月。`,
  },
  {
    name: 'a yes or no',
    title: '余额',
    values: [0, 1],
    say: (value) =>
      joined(
        chosen('职工医保'),
        fc.constantFrom('断缴后，', '停缴以后，', '中断缴费的，', '断缴之后，其'),
        chosen('个人账户'),
        value === 0
          ? fc.constantFrom('清零', '会被清零', '归零', '会作废')
          : fc.constantFrom('不清零', '不会清零', '继续使用', '照常使用', '不会作废'),
        '。',
      ),
    beside: (value) => `公积金断缴后，账户余额${value === 0 ? '不会' : ''}清零。`,
  },
];

const RUNS = { seed: 20261122, numRuns: 12 };
const text = (title: string, body: string): Text => ({ title, body });
const both = ({ title, values, say }: Template): fc.Arbitrary<[Text, Text]> =>
  fc.tuple(joined(say(values[0])), joined(say(values[1]))).map(([a, b]) => [text(title, a), text(title, b)]);

for (const c of ['职工医保', '等待期', '居民医保', '住房公积金', '生育津贴', '职工养老', '工伤认定', '个人账户'])
  console.log(c, synonyms(c));
describe.each(TEMPLATES.map((template) => [template.name, template] as const))('%s', (_, template) => {
  const { title, values, say, beside } = template;

  it('is disputed in whatever words, and never by its restatement', () => {
    fc.assert(
      fc.property(both(template), say(values[0]).chain(inScript), ([a, b], again) => {
        expect(kinds(a, b)).toEqual(['contradiction']);
        expect(kinds(a, text(title, again))).toEqual([]);
        expect(kinds(a, b, text(title, again))).toEqual(['contradiction']);
      }),
      RUNS,
    );
  });

  it('is disputed the same from either end', () => {
    fc.assert(
      fc.property(both(template), ([a, b]) => {
        expect(found(b, a)).toEqual(found(a, b));
      }),
      RUNS,
    );
  });

  it('is not disputed when a side is gone', () => {
    fc.assert(
      fc.property(both(template), ([a, b]) => {
        expect([...kinds(a), ...kinds(b)]).toEqual([]);
      }),
      RUNS,
    );
  });

  it('does not meet another region, scheme or group', () => {
    fc.assert(
      fc.property(both(template), fc.constantFrom(...values), ([a, b], value) => {
        const [here, there] = [text(`长沙${title}`, a.body), text(`长沙${title}`, b.body)];
        expect(kinds(here, text(`成都${title}`, b.body))).toEqual([]);
        expect(kinds(here, there, text(`成都${title}`, b.body))).toEqual(['contradiction']);
        expect(kinds(a, text(title, beside(value)))).toEqual([]);
        expect(kinds(a, b, text(title, beside(value)))).toEqual(['contradiction']);
      }),
      RUNS,
    );
  });

  it('is read the same among other claims', () => {
    const others = ['失业金最长领取24个月。', '婚假为3天。', '个税起征点为每月5000元。'];
    fc.assert(
      fc.property(both(template), fc.shuffledSubarray(others), fc.nat(3), ([a, b], some, at) => {
        const body = [...some.slice(0, at), a.body, ...some.slice(at)];
        expect(kinds(text(title, body.join('\n\n')), b)).toEqual(['contradiction']);
        expect(kinds(text(title, body.join('')), b)).toEqual(['contradiction']);
      }),
      RUNS,
    );
  });

  it('is no dispute where both or one of the sides is hedged by region', () => {
    fc.assert(
      fc.property(both(template), fc.constantFrom('部分地区', '有的地方', '多数地区'), ([a, b], hedge) => {
        expect(kinds(text(title, hedge + a.body), text(`长沙${title}`, b.body))).toEqual([]);
        expect(kinds(text(title, a.body), text(`长沙${title}`, b.body))).toEqual(['regional']);
      }),
      RUNS,
    );
  });
});

describe('a rule and its special case', () => {
  const RULES: readonly (readonly [string, string])[] = [
    ['职工医保住院报销比例为85%。', '职工医保三级医院住院报销比例为75%。'],
    ['公积金贷款首付比例为20%。', '二套住房公积金贷款首付比例为30%。'],
    ['职工医保断缴的，等待期为3个月。', '职工医保断缴超过一年的，等待期为6个月。'],
    ['职工医保门诊报销比例为70%。', '退休人员职工医保门诊报销比例为80%。'],
  ];
  const HEDGES = ['一般', '通常', '原则上', '大多数情况下'];

  it('are an exception, unless the rule leaves room for it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), fc.constantFrom(...HEDGES), ([rule, special], hedge) => {
        expect(kinds(text('规定', rule), text('特例', special))).toEqual(['exception']);
        const hedged = rule.replace('为', `${hedge}为`);
        expect(kinds(text('规定', hedged), text('特例', special))).toEqual([]);
      }),
      RUNS,
    );
  });
});
