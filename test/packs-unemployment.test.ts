// Unemployment and work injury: the claims that small articles in the usual wording of public guides give.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { extractClaims } from '../src/claim/extract.ts';
import { compare } from '../src/compare/compare.ts';
import type { Article, Block } from '../src/model/article.ts';
import type { Claim, Constraint, Outcome } from '../src/model/claim.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import { shippedPacks } from './packs.ts';

const FOLDER = fileURLToPath(new URL('../packs', import.meta.url));
const packs = shippedPacks();
const OWN = ['unemployment.yaml', 'injury.yaml'];
interface Names {
  readonly concepts?: object;
  readonly axes?: object;
  readonly attributes?: object;
}
const readPack = (file: string): Names => parse(readFileSync(file, 'utf8')) as Names;
const mine = OWN.flatMap((name) => Object.keys(readPack(join(FOLDER, 'social-insurance', name)).attributes ?? {}));

/** First line: title; `# `: heading; `- `: item; `a | b`: cells of a table whose first row is its head. */
function article(lines: readonly string[], id = 'a'): Article {
  const blocks: Block[] = [];
  let text = '';
  let row = 0;
  const add = (part: string, kind: Block['kind'], level: number, table: Block['table']): void => {
    if (text !== '') text += '\n';
    blocks.push({ kind, level, start: text.length, end: text.length + part.length, table });
    text += part;
  };
  for (const [index, line] of lines.entries()) {
    if (line.includes(' | ')) {
      for (const [column, cell] of line.split(' | ').entries()) add(cell, 'cell', 0, { table: 0, row, column, header: row === 0 });
      row++;
    } else if (index === 0) add(line, 'title', 0, null);
    else if (line.startsWith('# ')) add(line.slice(2), 'heading', 2, null);
    else if (line.startsWith('- ')) add(line.slice(2), 'item', 1, null);
    else add(line, 'paragraph', 0, null);
  }
  return {
    id,
    file: { path: id, text },
    title: lines[0] ?? '',
    published: null,
    teaser: false,
    text,
    blocks,
    remap: Int32Array.of(0, 0, 0),
  };
}

const round = (value: number | null): string => (value === null ? '' : String(Math.round(value * 1000) / 1000));

function showOutcome(outcome: Outcome): string {
  switch (outcome.type) {
    case 'truth':
      return outcome.value ? '是' : '否';
    case 'choice':
      return outcome.values.join('+');
    case 'number':
      return outcome.range.lo === outcome.range.hi
        ? `${round(outcome.range.lo)}${outcome.unit}`
        : `${round(outcome.range.lo)}–${round(outcome.range.hi)}${outcome.unit}`;
    case 'uniform':
      return `uniform ${outcome.value}`;
    case 'text':
      return outcome.text;
  }
}

/** Conditions on axes of these packs, in order of name; those of other packs say nothing about the attributes tested here. */
const axes = new Set(OWN.flatMap((name) => Object.keys(readPack(join(FOLDER, 'social-insurance', name)).axes ?? {})));
function showCondition(one: Constraint): string {
  if (one.kind === 'values') return one.values.join('/');
  return one.kind === 'interval' ? `${one.axis}${round(one.range.lo)}–${round(one.range.hi)}` : one.kind;
}

function show(claim: Claim): string {
  const conditions = claim.condition
    .filter((one) => axes.has(one.axis))
    .map(showCondition)
    .sort();
  const mood = claim.mood === 'asserted' ? '' : ` (${claim.mood})`;
  return [claim.attribute, showOutcome(claim.outcome), ...conditions].join(' ') + mood;
}

/** The claims of the attributes of these packs, each once. */
function claims(...lines: string[]): string[] {
  const source = article(lines);
  const found = extractClaims(read(source, scan(source, packs)), packs).claims.filter((claim) => mine.includes(claim.attribute));
  return [...new Set(found.map(show))];
}

/** Kind and attribute of each dispute between two articles. */
function disputes(a: readonly string[], b: readonly string[]): string[] {
  const all = [article(a, 'a'), article(b, 'b')].flatMap((one) => extractClaims(read(one, scan(one, packs)), packs).claims);
  return compare(all, { packs, asOf: '2026-11-22', locale: 'zh', maxEvidence: 0 }).map(
    ({ kind, sides }) =>
      `${kind} ${all.find(({ id }) => id === sides[0]!.claims[0])!.attribute} ${sides.map(({ count }) => count).join(':')}`,
  );
}

describe('the packs themselves', () => {
  it('declare no name that another pack declares', () => {
    const others = readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['language', 'layouts', 'regions'].includes(entry.name))
      .flatMap((entry) =>
        readdirSync(join(FOLDER, entry.name))
          .filter((name) => name.endsWith('.yaml') && !OWN.includes(name))
          .map((name) => join(FOLDER, entry.name, name)),
      );
    const names = (data: Names, part: keyof Names): string[] => Object.keys(data[part] ?? {});
    for (const part of ['concepts', 'axes', 'attributes'] as const) {
      const taken = new Set(others.flatMap((file) => names(readPack(file), part)));
      const own = OWN.flatMap((name) => names(readPack(join(FOLDER, 'social-insurance', name)), part));
      expect(own.filter((name) => taken.has(name))).toEqual([]);
      expect(new Set(own).size).toBe(own.length);
    }
  });
});

describe('失业', () => {
  it('reads who may claim and until when', () => {
    expect(
      claims(
        '怎样申领失业保险金',
        '先看三条:失业前单位和本人缴费满一年;不是自己要走的;办过失业登记。',
        '自离职之日起60日内到窗口办理失业登记并申领。',
        '错过60日的,仍可申领。',
      ),
    ).toEqual(['领取失业金缴费时间 12月', '领取失业金申请时限 2月', '失业金逾期可领 是']);
  });

  it('gives each rung of the ladder its own claim, in sentences, lists and tables', () => {
    const rungs = ['领取失业金期限 12月 失业缴费档12–60', '领取失业金期限 18月 失业缴费档60–120', '领取失业金期限 24月 失业缴费档120–'];
    expect(claims('失业金能领几个月', '累计缴费满1年不足5年的,最长领12个月;满5年不足10年的,最长18个月;10年以上的,最长24个月。')).toEqual(
      rungs,
    );
    expect(claims('失业金问答', '# 领取期限', '- 缴费满1年不足5年:12个月', '- 满5年不足10年:18个月', '- 满10年:两年')).toEqual(rungs);
    expect(
      claims('失业保险待遇', '累计缴费时间 | 失业金最长领取期限', '满1年不足5年 | 12个月', '满5年不足10年 | 18个月', '10年以上 | 24个月'),
    ).toEqual(rungs);
  });

  it('keeps the total limit apart from the rungs', () => {
    expect(
      claims('再次失业怎么算', '重新就业后再次失业的,失业保险缴费时间重新计算。', '没领完的失业金期限合并计算,最长不超过24个月。'),
    ).toEqual(['失业缴费时间重算 是 领过', '失业金剩余期限保留 是', '领取失业金期限 24月']);
  });

  it('tells why somebody left', () => {
    expect(
      claims(
        '主动辞职能领失业金吗',
        '不能。',
        '劳动合同到期的,可以申领失业金。',
        '被裁员的职工也能领失业金。',
        '自己离职的人领不到失业金。',
      ),
    ).toEqual(['失业金可领 否 主动辞职', '失业金可领 是 合同到期', '失业金可领 是 被辞退']);
  });

  it('tells when payment stops', () => {
    expect(
      claims(
        '失业金停发情形',
        '重新就业后停发失业金。',
        '领失业金期间怀孕的,可以继续领取失业金。',
        '累计拒绝介绍工作3次的,停止领取失业保险金。',
      ),
    ).toEqual(['失业金停发 是 重新就业', '失业金停发 否 怀孕生育', '失业金拒绝次数 3次', '失业金停发 是 拒绝工作']);
  });

  it('reads amounts as money and as a share of the minimum wage', () => {
    expect(claims('失业金发多少', '失业金按当地最低工资标准的90%发放。', '前12个月每月1910元,第13个月起每月1720元。')).toEqual([
      '领取失业金标准比例 90%',
      '领取失业金标准 1910元 前12个月',
      '领取失业金标准 1720元 第13个月起',
    ]);
  });

  it('tells who pays the medical contribution meanwhile', () => {
    expect(
      claims('失业期间医保会断吗', '领取失业保险金期间参加职工医保,费用由失业保险基金支付。', '领失业金期间,医保费由个人承担。'),
    ).toEqual(['领金期个人缴医保 否', '领金期个人缴医保 是']);
  });

  it('reads subsidies by grade and by size of the firm', () => {
    expect(
      claims(
        '技能提升补贴怎么领',
        '累计缴纳失业保险费满12个月,自证书核发之日起12个月内申请。',
        '- 初级(五级):1000元',
        '- 中级(四级):1500元',
        '- 高级(三级):2000元',
        '每人每年最多享受3次。',
      ),
    ).toEqual([
      '技能补贴缴费要求 12月',
      '技能补贴申领时限 12月',
      '技能补贴标准 1000元 初级',
      '技能补贴标准 1500元 中级',
      '技能补贴标准 2000元 高级',
      '技能补贴次数 4月',
    ]);
    expect(
      claims(
        '稳岗返还办法',
        '大型企业按上年实际缴纳失业保险费的30%返还,中小微企业按60%返还。',
        '裁员率不高于5.5%,30人以下的企业裁员率不高于20%。',
      ),
    ).toEqual(['稳岗返还比例 30% 大型企业', '稳岗返还比例 60% 中小微企业', '稳岗裁员率 5.5%', '稳岗裁员率 20% 三十人以下']);
  });

  it('reads rates of this scheme only', () => {
    expect(claims('社保各险种费率', '养老保险单位16%,个人8%。', '失业保险单位0.5%,个人0.5%。')).toEqual([
      '失业单位费率 0.5%',
      '失业个人费率 0.5%',
    ]);
  });

  it('does not take the terms of labour contracts for its own', () => {
    expect(claims('失业金和经济补偿', '经济补偿每满1年支付1个月工资。', '试用期最长6个月。', '被辞退的,也可以领失业金。')).toEqual([
      '失业金可领 是 被辞退',
    ]);
    expect(claims('失业金折算', '累计缴费每满1年领取3个月。', '参保地和户籍地都可以申领失业金。')).toEqual([
      '失业金每年折算月数 3月',
      '失业金申领地 参保地+户籍地',
    ]);
  });

  it('leaves a refuted belief and the other schemes alone', () => {
    expect(claims('失业金的误区', '误区:超过60天就不能申领失业金。', '其实现在不受60日限制。')).toEqual([
      '领取失业金申请时限 2月 (refuted)',
      '失业金逾期可领 否 (refuted)',
      '失业金逾期可领 是',
    ]);
    expect(
      claims('职工医保住院报销', '三级医院起付线1000元,报销比例85%。', '断缴3个月以内补缴的,不设等待期。', '养老金最低缴费15年。'),
    ).toEqual([]);
  });
});

describe('工伤', () => {
  it('tells which cases count', () => {
    expect(
      claims(
        '哪些情形是工伤',
        '上下班途中遭遇非本人主要责任的交通事故,应当认定为工伤。',
        '下班路上自己摔倒,不算工伤。',
        '酒后受伤的,不得认定为工伤。',
        '团建活动中受伤,属于工伤。',
      ),
    ).toEqual([
      '认定工伤 是 上下班途中 交通事故 非主要责任',
      '认定工伤 否 上下班途中 非交通事故',
      '认定工伤 否 醉酒吸毒',
      '认定工伤 是 团建活动',
    ]);
  });

  it('reads the 48 hours as a limit and as a condition', () => {
    expect(claims('突发疾病与工伤', '在岗位上突发疾病,48小时内经抢救无效死亡的,视同工伤。')).toEqual([
      '视同工伤抢救时限 0.067月',
      '认定工伤 是 抢救时长–0.067 突发疾病',
    ]);
  });

  it('keeps the time limits of applying, deciding and objecting apart', () => {
    expect(
      claims(
        '工伤认定时限',
        '单位应在事故发生之日起30日内申请工伤认定。',
        '职工本人可在1年内提出工伤认定申请。',
        '行政部门自受理之日起60日内作出工伤认定决定。',
        '不服工伤认定的,可在60日内申请行政复议。',
      ),
    ).toEqual(['工伤申请时限 1月 用人单位', '工伤申请时限 12月 个人', '工伤认定决定时限 2月', '工伤复议期限 2月']);
  });

  it('tells leave, its extension and the total apart', () => {
    expect(
      claims(
        '停工留薪期',
        '停工留薪期一般不超过12个月。',
        '伤情严重的可以延长,延长不得超过12个月。',
        '加上延长,停工留薪期最长不超过24个月。',
        '停工留薪期内,原工资福利待遇不变。',
      ),
    ).toEqual(['停工留薪期长度 12月', '停工留薪延长 12月', '停工留薪总长 24月', '停工留薪工资照发 是']);
  });

  it('reads benefits by grade from lists and tables', () => {
    expect(
      claims(
        '伤残待遇',
        '# 一次性伤残补助金',
        '- 一级:27个月',
        '- 十级伤残为7个月的本人工资',
        '# 伤残津贴',
        '一级伤残为本人工资的90%,五级为70%。',
      ),
    ).toEqual(['伤残补助金月数 27月 一级', '伤残补助金月数 7月 十级', '伤残津贴比例 90% 一级', '伤残津贴比例 70% 五级']);
    expect(claims('伤残待遇一览', '伤残等级 | 一次性伤残补助金 | 伤残津贴', '二级 | 25个月本人工资 | 85%')).toEqual([
      '伤残补助金月数 25月 二级',
      '伤残津贴比例 85% 二级',
    ]);
  });

  it('reads what a death gives', () => {
    expect(
      claims(
        '因工死亡待遇',
        '丧葬补助金为6个月的上年度职工月平均工资。',
        '供养亲属抚恤金:配偶每月40%,其他亲属每人每月30%。',
        '一次性工亡补助金为全国城镇居民人均可支配收入的20倍。',
      ),
    ).toEqual([
      '工亡丧葬月数 6月',
      '供养亲属抚恤比例 40% 配偶',
      '供养亲属抚恤比例 30% 其他亲属',
      '工亡补助金倍数 20倍',
      '工亡补助金基数 人均可支配收入',
    ]);
  });

  it('tells who pays what', () => {
    expect(
      claims(
        '工伤谁来付',
        '工伤保险费由单位缴纳,个人不缴费。',
        '一次性工伤医疗补助金由工伤保险基金支付,伤残就业补助金由用人单位支付。',
        '没参加工伤保险的,工伤待遇由用人单位支付。',
        '工伤医疗费医保不予支付。',
      ),
    ).toEqual([
      '工伤个人缴费 否',
      '工伤待遇支付方 工伤保险基金',
      '工伤待遇支付方 用人单位',
      '工伤待遇支付方 用人单位 未参保',
      '医保支付工伤 否',
    ]);
    expect(claims('骑手的职业伤害保障', '职业伤害保障费由平台企业缴纳,骑手不缴费。', '外卖每单缴0.06元。')).toEqual([
      '职业伤害个人缴费 否',
      '职业伤害每单费用 0.06元 外卖',
    ]);
  });
});

describe('lists and echoes', () => {
  it('says of each item what the words above the list say', () => {
    const ends = ['失业金停发 是 重新就业', '失业金停发 是 服兵役', '失业金停发 是 享受养老'];
    const lead = '领取期间有下列情况之一的,停发失业金:';
    expect(claims('失业金什么时候停', lead, '- 找到新工作的;', '- 去当兵入伍的;', '- 开始领取养老金的。')).toEqual(ends);
    expect(claims('失业金什么时候停', `${lead}一是找到新工作;二是入伍;三是领取养老金。`)).toEqual(ends);
    expect(claims('工伤问答', '# 哪些情形不算工伤?', '- 醉酒', '- 自杀')).toEqual(['认定工伤 否 醉酒吸毒', '认定工伤 否 自残自杀']);
    expect(claims('工伤待遇', '下列费用由用人单位支付:停工留薪期的工资、一次性伤残就业补助金。')).toEqual(['工伤待遇支付方 用人单位']);
  });

  it('says nothing of items that must all hold, of cases not understood, and of matters that the words above do not mean', () => {
    expect(claims('工伤问答', '同时符合下列条件的,认定为工伤:', '- 发生在上下班途中;', '- 属于交通事故。')).toEqual([]);
    expect(claims('工伤问答', '下列情形不认定工伤:', '- 打牌输了钱;')).toEqual([]);
    expect(claims('失业金问答', '有下列情形之一的,停发失业金:', '- 伤残津贴改由基金支付的;')).toEqual([]);
  });

  it('leaves an item its own verdict, also a bare one that answers the heading', () => {
    expect(claims('失业金问答', '# 哪些人能领失业金', '- 主动辞职:不能领。', '- 公司裁员:可以。')).toEqual([
      '失业金可领 否 主动辞职',
      '失业金可领 是 被辞退',
    ]);
    expect(claims('工伤问答', '情形 | 是否认定工伤', '醉酒 | 否', '出差受伤 | 是')).toEqual([
      '认定工伤 否 醉酒吸毒',
      '认定工伤 是 因工外出',
    ]);
  });

  it('takes up the verdict before a bare one, with what it said of the case', () => {
    expect(claims('工伤问答', '上下班途中被对方全责撞伤的,算工伤;自己负全责的,不算。')).toEqual([
      '认定工伤 是 上下班途中 非主要责任',
      '认定工伤 否 上下班途中 主要责任',
    ]);
    expect(claims('失业金问答', '主动辞职的,领不到失业金;被公司裁员的,可以。')).toEqual(['失业金可领 否 主动辞职', '失业金可领 是 被辞退']);
  });
});

describe('worked examples', () => {
  const rule = ['伤残补助金', '七级伤残的,一次性伤残补助金为13个月的本人工资。'];

  it('dispute a rule whose case they state in full', () => {
    expect(disputes(rule, ['身边的事', '老李评为七级伤残,一次性伤残补助金拿了15个月的本人工资。'])).toEqual([
      'contradiction 伤残补助金月数 1:1',
    ]);
    expect(disputes(rule, ['身边的事', '老李评为七级伤残,一次性伤残补助金拿了13个月的本人工资。'])).toEqual([]);
    expect(disputes(rule, ['身边的事', '老李落了残疾,一次性伤残补助金拿了15个月的本人工资。'])).toEqual([]);
    expect(disputes(rule, ['算一算', '假如老李是七级伤残,一次性伤残补助金按15个月的本人工资算。'])).toEqual([]);
  });

  it('stand by the side that they bear out, and may fall short of a limit', () => {
    const ladder = ['失业金能领多久', '失业金缴费满5年不足10年的,最长领18个月。'];
    expect(disputes([...ladder, '老周缴费6年,领了18个月失业金。'], ['失业金', '失业金缴费满5年不足10年的,最长领15个月。'])).toEqual([
      'contradiction 领取失业金期限 1:2',
    ]);
    expect(disputes(ladder, ['失业金', '老周缴费6年,领了9个月失业金。'])).toEqual([]);
  });
});

describe('社会保险费', () => {
  it('reads fines, signing up and void agreements', () => {
    expect(
      claims(
        '不缴社保的后果',
        '逾期不缴的,处欠缴数额一倍以上三倍以下的罚款。',
        '单位应当自用工之日起30日内办理社会保险登记。',
        '自愿放弃社保的协议无效。',
        '灵活就业人员补缴社保不收滞纳金。',
      ),
    ).toEqual(['欠缴罚款倍数 1–3倍', '社保登记时限 1月', '放弃社保有效 否', '滞纳金加收 否 灵活就业']);
  });
});
