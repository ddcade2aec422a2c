// Pension and maternity: the claims that small articles in the usual wording of public guides give.
import { readFileSync } from 'node:fs';
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
interface PackNames {
  readonly concepts: object;
  readonly axes: object;
  readonly attributes: Readonly<Record<string, { needs?: string[]; not?: string[] }>>;
}
const own = ['pension.yaml', 'pension-fund.yaml', 'pension-benefit.yaml', 'pension-private.yaml', 'maternity.yaml'].map(
  (name) => parse(readFileSync(join(FOLDER, 'social-insurance', name), 'utf8')) as PackNames,
);
const mine = new Set(own.flatMap((pack) => Object.keys(pack.attributes)));

/** First line: title; `# `: heading; `- `: item; `a | b`: cells of a table whose first row is its head. */
function article(id: string, lines: readonly string[]): Article {
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

function extract(id: string, lines: readonly string[]): Claim[] {
  const source = article(id, lines);
  return extractClaims(read(source, scan(source, packs)), packs).claims.filter((claim) => mine.has(claim.attribute));
}

const round = (value: number | null): string => (value === null ? '' : String(Math.round(value * 10_000) / 10_000));

function showOutcome(outcome: Outcome): string {
  if (outcome.type === 'truth') return outcome.value ? '是' : '否';
  if (outcome.type === 'choice') return `${outcome.modality} ${outcome.values.join('+')}`;
  if (outcome.type === 'text') return outcome.text;
  if (outcome.type === 'uniform') return `uniform ${outcome.value}`;
  const { lo, hi } = outcome.range;
  return (lo === hi ? round(lo) : `${round(lo)}–${round(hi)}`) + outcome.unit + (outcome.per === null ? '' : `/${outcome.per}`);
}

function showCondition(one: Constraint): string {
  if (one.kind === 'values') return one.values.join('/');
  return one.kind === 'interval' ? `${one.axis}${round(one.range.lo)}–${round(one.range.hi)}` : one.kind;
}

/** The claims of the attributes of these packs, each once, with all their conditions. */
function claims(...lines: string[]): string[] {
  const shown = extract('a', lines).map((claim) =>
    [claim.attribute, showOutcome(claim.outcome), ...claim.condition.map(showCondition).sort()].join(' '),
  );
  return [...new Set(shown)];
}

/** Kind and attribute of each dispute between two articles. */
function disputes(a: readonly string[], b: readonly string[]): string[] {
  const all = [...extract('a', a), ...extract('b', b)];
  return compare(all, { packs, asOf: '2026-11-22', locale: 'zh', maxEvidence: 0 }).map(
    ({ kind, topic }) => `${kind} ${topic.split(' · ').at(-1)!}`,
  );
}

describe('the packs themselves', () => {
  it('hold no word in needs or not that another word of the list makes idle', () => {
    const idle = own.flatMap((pack) =>
      Object.entries(pack.attributes).flatMap(([name, { needs = [], not = [] }]) =>
        [needs, not].flatMap((list) =>
          list.filter((word, at) => list.some((other, place) => place !== at && word.includes(other))).map((word) => `${name}: ${word}`),
        ),
      ),
    );
    expect(idle).toEqual([]);
  });

  it('claim nothing of theirs in articles on other schemes', () => {
    expect(
      claims(
        '职工医保断缴后怎么办',
        '职工医保断缴超过3个月的,设6个月等待期。个人账户余额不会清零,可以继续使用。',
        '断缴期间可以补缴,补缴后缴费年限累计计算。单位缴费比例为8%,个人缴费比例为2%,单位缴费不划入个人账户。',
        '退休时累计缴费满20年的,退休后不再缴费。',
      ),
    ).toEqual([]);
    expect(
      claims(
        '住房公积金提取指南',
        '缴存比例为5%至12%。连续缴存满6个月可以申请贷款。职工死亡的,余额可以由继承人提取。账户不会清零,照常计息。',
      ),
    ).toEqual([]);
    expect(claims('失业保险金能领多久', '累计缴费满1年不足5年的,最长领取12个月。重新就业的次月起停发失业金。')).toEqual([]);
  });
});

describe('退休年龄', () => {
  it('takes the new age, not the former one', () => {
    expect(claims('延迟退休', '男职工的法定退休年龄从原60周岁逐步延迟至63周岁。', '原55周岁女职工的退休年龄延迟到58周岁。')).toEqual([
      '法定退休年龄 63岁 男',
      '法定退休年龄 58岁 女 女干部',
    ]);
  });

  it('gives each group its age', () => {
    expect(claims('什么时候退休', '男年满60周岁、女干部年满55周岁、女工人年满50周岁可以办理退休。')).toEqual([
      '法定退休年龄 60岁 男',
      '法定退休年龄 55岁 女 女干部',
      '法定退休年龄 50岁 女 女工人',
    ]);
  });

  it('reads the pace, the transition and the choice', () => {
    expect(
      claims(
        '延迟退休和弹性退休',
        '男职工每4个月延迟1个月,改革用15年时间逐步完成。',
        '选择弹性提前退休的,提前时间最长不超过3年,须提前3个月书面告知单位。',
        '弹性延迟退休应提前1个月书面明确。不得违背职工意愿。',
      ),
    ).toEqual([
      '延迟退休节奏 4月 男',
      '延迟退休过渡年数 180月',
      '弹性退休最长年数 36月 提前',
      '提前退休告知期 3月',
      '延后退休约定期 1月',
      '弹性退休自愿 是',
    ]);
  });

  it('sets an old age against a new one', () => {
    expect(disputes(['退休年龄', '男职工法定退休年龄为65周岁。'], ['退休年龄', '男职工的退休年龄逐步延迟到63周岁。'])).toEqual([
      'contradiction 法定退休年龄',
    ]);
    expect(disputes(['退休年龄', '男职工法定退休年龄为63周岁。'], ['退休年龄', '女干部的退休年龄为58周岁。'])).toEqual([]);
  });
});

describe('养老年限与缴费', () => {
  it('reads the minimum of years and how it rises', () => {
    expect(
      claims(
        '养老保险最低缴费年限',
        '养老保险累计缴费满15年,到龄才能按月领取养老金。',
        '2030年1月1日起最低缴费年限由15年逐步提高至20年,每年提高6个月。',
      ),
    ).toEqual(['养老最低缴费年限 180月', '养老最低缴费年限 240月', '最低年限提高方式 must 逐步提高', '最低年限年增幅 6月']);
  });

  it('reads the ways out of too few years', () => {
    expect(claims('职工养老保险缴费不够怎么办', '缴费不足15年的,可以延长缴费至满15年,也可以转入城乡居民养老保险。')).toEqual([
      '养老年限不足处理 may 延长缴费',
      '养老年限不足处理 may 转居民养老',
    ]);
  });

  it('tells years from the account when contributions stop', () => {
    expect(claims('养老保险断缴', '养老保险断缴后,缴费年限不会清零,前后累计计算。个人账户也不会清零,照常计息。')).toEqual([
      '养老年限有效 是 中断时长0–',
      '养老账户清零 否',
      '养老账户计息 是',
    ]);
    expect(
      disputes(['养老保险断缴', '养老保险断缴36个月以上的,个人账户余额清零。'], ['养老保险中断缴费', '养老保险断缴后,个人账户予以保留。']),
    ).toEqual(['exception 养老账户清零']);
  });

  it('asks who is to blame before back payment', () => {
    expect(claims('职工养老断缴能补吗', '灵活就业人员断缴的,不能补缴。因单位原因应缴未缴的,可以补缴。')).toEqual([
      '养老可补缴 否 个人原因',
      '养老可补缴 是 单位原因',
    ]);
  });

  it('reads the rates', () => {
    expect(
      claims(
        '职工养老缴费比例',
        '单位缴费比例为16%,个人缴费比例为8%。',
        '灵活就业人员按20%缴费,其中8%计入个人账户。',
        '单位缴费进入统筹基金,不计入个人账户。',
      ),
    ).toEqual([
      '养老单位缴费比例 16%',
      '养老个人缴费比例 8%',
      '灵活就业养老缴费比例 20%',
      '养老账户记账比例 8%',
      '灵活就业缴费全入账户 否',
      '单位缴费计入养老账户 否',
    ]);
  });
});

describe('说法', () => {
  it('reads how long before retirement one must tell', () => {
    for (const words of ['至少在选定的退休时间前3个月,书面告知单位。', '须提前三个月向单位书面申请。', '要在三个月以前跟单位打招呼。'])
      expect(claims('弹性提前退休', `弹性提前退休的职工${words}`)).toContain('提前退休告知期 3月');
  });

  it('takes a refusal for a no, whatever it refuses', () => {
    expect(claims('居民养老补缴', '居民养老不接受一次性补缴。')).toContain('养老可一次性补缴 否');
    expect(claims('居民养老补缴', '居民养老可以一次性补缴到15年。')).toContain('养老可一次性补缴 是');
  });

  it('takes what is said to be abolished for a no, and a decision about whether for no question', () => {
    expect(claims('养老待遇认证', '养老待遇集中认证已经取消。')).toContain('集中认证 否');
    expect(claims('弹性退休', '是否弹性提前退休,由职工自愿选择。')).toContain('弹性退休自愿 是');
    expect(claims('弹性退休', '是否弹性提前退休由职工自愿选择。')).toContain('弹性退休自愿 是');
  });

  it('parts a range into the two limits that it states', () => {
    expect(claims('养老缴费基数', '灵活就业人员可以在社平工资的60%至300%之间选择养老保险缴费基数。')).toEqual(
      expect.arrayContaining(['养老基数下限比例 60%', '养老基数上限比例 300%']),
    );
  });

  it('compares rules to come with those of the same day, and with no others', () => {
    const steps = ['职工养老保险', '职工养老最低缴费年限从2030年1月1日起每年提高6个月。'];
    expect(disputes(steps, ['职工养老保险', '从2030年1月1日起,职工养老最低缴费年限每年提高一年。'])).toEqual([
      'contradiction 最低年限年增幅',
    ]);
    expect(
      disputes(['职工养老保险', '职工养老最低缴费年限为15年。'], ['职工养老保险', '从2035年1月1日起,职工养老最低缴费年限为18年。']),
    ).toEqual([]);
  });

  it('means the scheme of the title where only an earlier sentence named another', () => {
    expect(claims('个人养老金怎么开', '参加基本养老保险的劳动者都可以参加。每人只能开立一个账户,每年缴费上限为12000元。')).toEqual(
      expect.arrayContaining(['个人养老金可多开 否', '个人养老金缴费上限 12000元/年']),
    );
  });

  it('takes what regions may add to for a least value', () => {
    const nation = ['全国居民养老', '全国居民养老基础养老金为每人每月143元,各地可以再加。'];
    expect(disputes(nation, ['北京居民养老', '北京居民养老基础养老金为每人每月961元。'])).toEqual([]);
    expect(disputes(nation, ['全国居民养老', '全国居民养老基础养老金为每人每月123元,各地可以再加。'])).toEqual([
      'contradiction 居民基础养老金标准',
    ]);
  });
});

describe('养老金', () => {
  it('reads when payment stops and when it does not', () => {
    expect(
      claims(
        '养老金停发',
        '未按时认证的,养老金暂停发放;完成认证后补发。',
        '服刑期间停发养老金,判处缓刑的可以继续领取。',
        '出国定居的,养老金照发。',
      ),
    ).toEqual(['养老金停发 是 未认证', '停发后补发 是', '养老金停发 是 服刑', '养老金停发 否 监外执行', '养老金停发 否 出境定居']);
  });

  it('reads the residents’ scheme', () => {
    expect(
      claims(
        '城乡居民养老保险',
        '年满16周岁可以参加居民养老保险,缴费满15年、年满60周岁可以领取养老金。',
        '最低档每年200元,最高档每年6000元。基础养老金标准为每人每月143元。',
        '参保人死亡的,个人账户余额可以继承。',
      ),
    ).toEqual([
      '居民养老参保起龄 16岁',
      '养老最低缴费年限 180月',
      '居民养老领取年龄 60岁',
      '居民养老最低档 200元/年',
      '居民养老最高档 6000元/年',
      '居民基础养老金标准 143元/月',
      '养老账户可继承 是',
    ]);
  });

  it('reads transfer and the private pension', () => {
    expect(
      claims(
        '养老保险转移接续',
        '养老保险关系随本人转移,缴费年限累计计算。',
        '男年满50周岁、女年满40周岁的,建立临时缴费账户。',
        '在当地累计缴费满10年的,当地为待遇领取地。',
      ),
    ).toEqual(['养老可转移 是', '养老年限有效 是', '临时账户起始年龄 50岁 男', '临时账户起始年龄 40岁 女', '待遇领取地年限 120月']);
    expect(
      claims(
        '个人养老金怎么存',
        '个人养老金每年缴费上限为12000元。领取时按3%的税率缴纳个人所得税。',
        '不得提前支取,可以按月、分次或者一次性领取。额度不能结转到下一年。',
      ),
    ).toEqual([
      '个人养老金缴费上限 12000元/年',
      '个人养老金领取税率 3%',
      '个人养老金领取计税 是',
      '个人养老金提前支取 否',
      '个人养老金领取方式 may 一次性+分次+按月',
      '个人养老金额度结转 否',
    ]);
  });
});

describe('生育', () => {
  it('tells the kinds of leave apart', () => {
    expect(
      claims(
        '女职工产假',
        '女职工生育享受98天产假,其中产前可以休假15天。难产的,增加产假15天。',
        '怀孕未满4个月流产的,享受15天产假;怀孕满4个月流产的,享受42天产假。',
        '一孩延长产假60天,一孩产假共158天。男方享受15天护理假。夫妻双方每年各享受10天育儿假。每天1小时哺乳时间。',
      ),
    ).toEqual([
      '基本产假天数 3.2667月',
      '产前休假天数 0.5月',
      '难产增加天数 0.5月',
      '流产假天数 0.5月 流产孕期0–4',
      '流产假天数 1.4月 流产孕期4–7',
      '奖励产假天数 2月 一孩',
      '产假总天数 5.2667月 一孩',
      '陪产假天数 0.5月',
      '育儿假天数 0.3333月/年',
      '每日哺乳时间 0.0014月/日',
    ]);
    expect(claims('产假天数', '情形 | 产假天数', '顺产 | 98天', '怀孕满4个月流产 | 42天')).toEqual([
      '基本产假天数 3.2667月 顺产',
      '流产假天数 1.4月 流产孕期4–7',
    ]);
  });

  it('reads who gets the allowance', () => {
    expect(
      claims(
        '生育津贴',
        '灵活就业人员不享受生育津贴。未婚生育也可以领取生育津贴。断缴期间生孩子,生育津贴领不到。',
        '男职工的未就业配偶没有生育津贴。',
      ),
    ).toEqual(['可领生育津贴 否 灵活就业', '可领生育津贴 是 未婚', '可领生育津贴 否 中断时长0–', '可领生育津贴 否 未就业配偶']);
  });

  it('reads how much, from whom, until when', () => {
    expect(
      claims(
        '生育津贴怎么算',
        '分娩前连续缴费满12个月。生育津贴按单位上年度职工月平均工资计发,直接发放给个人,不再拨付给单位。',
        '生育津贴和工资不能同时领取。津贴低于本人工资的,差额部分由单位补足。',
        '分娩后18个月内申请津贴。',
        '# 生育津贴要交个税吗',
        '不用。',
      ),
    ).toEqual([
      '生育津贴缴费月数 12月',
      '津贴计发基数 must 单位平均工资',
      '津贴发放对象 must 个人',
      '津贴发放对象 not 单位',
      '津贴工资兼得 否',
      '津贴单位补差 是',
      '津贴申领时限 18月',
      '津贴计税 否',
    ]);
    expect(disputes(['生育津贴', '生育津贴拨付给用人单位。'], ['生育津贴', '生育津贴直接发给个人。'])).toEqual([
      'contradiction 津贴发放对象',
    ]);
    expect(disputes(['生育津贴', '生育前连续缴费满9个月才有津贴。'], ['生育津贴', '领津贴要连续缴费满12个月。'])).toEqual([
      'contradiction 生育津贴缴费月数',
    ]);
  });

  it('reads costs, contributions and registration', () => {
    expect(
      claims(
        '生育保险报销',
        '产前检查费限额1400元。顺产定额3000元,剖宫产定额5000元。无痛分娩已纳入医保支付范围。',
        '用人单位按0.8%缴纳生育保险,职工个人不缴费。两险合并后险种保留。',
        '职工未参加生育保险的,产假工资由用人单位支付。',
        '生育登记取消了对登记对象是否结婚的限制条件。育儿补贴每孩每年3600元。',
      ),
    ).toEqual([
      '产检报销限额 1400元',
      '分娩定额 3000元 顺产',
      '分娩定额 5000元 难产',
      '无痛分娩纳入 是',
      '生育保险单位费率 0.8%',
      '个人缴生育保险 否',
      '生育保险已取消 否',
      '未参保产假待遇支付方 must 单位',
      '登记须已婚 否',
      '育儿补贴标准 3600元/年',
    ]);
  });
});
