// Housing fund, income tax and social assistance: the claims that small articles in the usual wording of public guides give.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { extractClaims } from '../src/claim/extract.ts';
import { describeConstraint, describeOutcome } from '../src/compare/describe.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import { groupLayouts } from '../src/source/layout.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import { reporter } from '../src/source/messages.ts';
import { shippedPacks } from './packs.ts';

const FOLDER = fileURLToPath(new URL('../packs/', import.meta.url));
const packs = shippedPacks();
const OWN = ['housing-fund', 'income-tax', 'social-assistance', 'residence'];
interface Raw {
  readonly attributes: Record<string, unknown>;
}
const attributes = new Set(
  OWN.flatMap((name) => Object.keys((parse(readFileSync(`${FOLDER}${name}/pack.yaml`, 'utf8')) as Raw).attributes)),
);

/** `thing · attribute [conditions] → outcome` of every asserted claim of the three packs, in reading order. */
function claimsOf(title: string, ...lines: readonly string[]): string[] {
  const article = readMarkdown(
    { path: 'a.md', text: `# ${title}\n\n${lines.join('\n\n')}\n` },
    groupLayouts([]),
    reporter('a.md', 'zh', []),
  );
  return extractClaims(read(article, scan(article, packs)), packs)
    .claims.filter((claim) => attributes.has(claim.attribute) && claim.mood === 'asserted')
    .map((claim) => {
      const scope = claim.condition.map(describeConstraint).sort();
      return `${claim.subject.thing} · ${claim.attribute}${scope.length > 0 ? ` [${scope.join(', ')}]` : ''} → ${describeOutcome(packs, claim.attribute, claim.outcome)}`;
    });
}

describe('housing fund', () => {
  it('reads contribution ratios, with the limits and the self-employed apart', () => {
    expect(
      claimsOf('住房公积金缴存说明', '单位和职工的缴存比例为5%至12%。', '缴存比例上限为12%。', '灵活就业人员缴存比例为10%至24%。'),
    ).toEqual([
      '公积金缴存 · 公积金缴存比例 → 5%至12%',
      '公积金缴存 · 公积金缴存比例 [上限] → 12%',
      '公积金缴存 · 公积金缴存比例 [灵活就业人员] → 10%至24%',
    ]);
  });

  it('reads the limits of the contribution base as money and as multiples', () => {
    expect(claimsOf('公积金缴存基数调整', '缴存基数上限为33250元，下限为2500元。', '缴存基数不超过职工月平均工资的3倍。')).toEqual([
      '公积金缴存 · 公积金缴存基数 [上限] → 33250元',
      '公积金缴存 · 公积金缴存基数 [下限] → 2500元',
      '公积金缴存 · 公积金基数倍数 → 3倍',
    ]);
  });

  it('parts what an interruption does to the balance from what it does to a loan', () => {
    expect(
      claimsOf(
        '公积金停缴以后',
        '停缴后账户里的钱不会少，但会影响贷款资格。',
        '停缴后重新缴存的，连续缴存时间重新计算。',
        '补缴的月份不视为连续缴存。',
      ),
    ).toEqual([
      '公积金账户 · 公积金余额清零 [中断时长发生] → 保留',
      '公积金贷款 · 断缴影响公积金贷款 [中断时长发生] → 影响贷款',
      '公积金缴存 · 公积金缴存月数重算 [中断时长发生] → 重新计算',
      '公积金缴存 · 补缴算连续缴存 → 不算连续缴存',
    ]);
  });

  it('takes no claim from a belief that is denied', () => {
    expect(claimsOf('公积金误区', '有人说换工作后公积金会被单位收回，纯属误传。', '公积金归职工个人所有。')).toEqual([
      '公积金账户 · 公积金余额清零 → 保留',
    ]);
  });

  it('reads loan limits by borrower and by home', () => {
    expect(
      claimsOf(
        '公积金贷款政策',
        '单人最高贷款额度60万元，夫妻双方最高100万元。',
        '首套住房首付比例不低于20%，二套住房首付不低于30%。',
        '多子女家庭最高贷款额度可上浮20%。',
      ),
    ).toEqual([
      '公积金贷款 · 公积金贷款额度 [单人] → 60万元',
      '公积金贷款 · 公积金贷款额度 [夫妻] → 100万元',
      '公积金贷款 · 公积金首付比例 [首套] → 20%',
      '公积金贷款 · 公积金首付比例 [二套] → 30%',
      '公积金贷款 · 公积金额度上浮比例 [多子女家庭] → 20%',
    ]);
  });

  it('reads loan rates by term', () => {
    expect(claimsOf('公积金贷款利率', '首套房贷款利率：5年以下（含5年）2.1%，5年以上2.6%。', '二套房5年以上利率为3.075%。')).toEqual([
      '公积金贷款 · 公积金贷款利率 [五年以下, 首套] → 2.1%',
      '公积金贷款 · 公积金贷款利率 [五年以上, 首套] → 2.6%',
      '公积金贷款 · 公积金贷款利率 [二套, 五年以上] → 3.08%',
    ]);
  });

  it('reads the other limits of a loan', () => {
    expect(
      claimsOf(
        '公积金贷款须知',
        '贷款期限最长30年，借款人年龄与贷款期限之和不超过70岁。',
        '贷款额度不超过账户余额的15倍。',
        '月还款额不超过家庭月收入的50%。',
        '购买第三套住房的，不予贷款。',
        '提前还款不收取违约金。',
      ),
    ).toEqual([
      '公积金贷款 · 公积金贷款年限 → 30年',
      '公积金贷款 · 公积金贷款年龄上限 → 70岁',
      '公积金贷款 · 公积金余额倍数 → 15倍',
      '公积金贷款 · 公积金贷款收入比 → 50%',
      '公积金贷款 · 第三套公积金贷款 → 不能贷',
      '公积金贷款 · 公积金提前还款违约金 → 不收违约金',
    ]);
  });

  it('keeps months of contribution for a loan and for rent apart', () => {
    expect(claimsOf('公积金怎么用', '## 贷款', '须连续缴存满6个月。', '## 租房提取', '须连续缴存满3个月。')).toEqual([
      '公积金贷款 · 公积金缴存时长要求 [连续] → 6个月',
      '租房提取 · 公积金缴存时长要求 [连续] → 3个月',
    ]);
  });

  it('reads amount and rhythm of a withdrawal for rent', () => {
    expect(
      claimsOf('租房提取公积金', '## 提取额度', '- 单身职工：每月1200元', '- 已婚家庭：每月2400元', '## 提取频次', '每年只能提取一次。'),
    ).toEqual([
      '租房提取 · 公积金租房提取额 [单人] → 每月1200元',
      '租房提取 · 公积金租房提取额 [夫妻] → 每月2400元',
      '租房提取 · 公积金提取频次 → 每1年一次',
    ]);
  });

  it('reads how often, in whatever words', () => {
    const often = (...lines: string[]): string[] =>
      claimsOf('公积金怎么取', ...lines)
        .filter((line) => line.includes('频次'))
        .map((line) => line.split(' → ')[1]!);
    expect(often('租房每满12个月才能申请提取一次。', '租房提取每季度划款一次。', '租房可按月提取。', '租房一年内可以提取两次。')).toEqual([
      '每1年一次',
      '每3个月一次',
      '每1个月一次',
      '每6个月一次',
    ]);
    expect(often('公积金每年6月30日结息一次。', '租房提取要一次办好。', '缴存基数每年调整一次。')).toEqual([]);
  });

  it('reads a time that leads to what the next clause tells', () => {
    expect(claimsOf('公积金提取办理', '提取申请通过后3个工作日内，资金划转到本人银行卡。')).toEqual(['公积金提取 · 公积金到账时间 → 4天']);
  });

  it('reads by which rate the balance bears interest', () => {
    expect(claimsOf('公积金利息', '账户余额按一年期定期存款利率计息，不是活期。')).toContain('公积金账户 · 公积金计息基准 → 一年期定期');
  });

  it('reads how long one waits after leaving a job', () => {
    expect(claimsOf('离职提取公积金', '离职后账户封存满半年即可销户提取。', '非本市户籍职工离职后马上就能提取。')).toEqual([
      '公积金账户 · 公积金离职提取等待 → 6个月',
      '公积金账户 · 封存账户可提取 → 封存账户可提取',
      '公积金账户 · 公积金离职提取等待 [外地户籍] → 0个月',
    ]);
  });

  it('takes the answer to a question', () => {
    expect(claimsOf('公积金问答', '### 装修能提取公积金吗？', '不能。', '### 封存期间能申请公积金贷款吗？', '不能。')).toEqual([
      '装修提取 · 公积金可提取 → 不能提取',
      '公积金贷款 · 封存状态可贷款 → 不能贷款',
    ]);
  });

  it('says nothing of other funds that use the same words', () => {
    expect(
      claimsOf(
        '职工医保断缴',
        '断缴后个人账户余额不会清零，照常计息。',
        '单位缴费比例为8%，缴费基数上限为36000元。',
        '断缴期间的月份可以补缴，补缴不算连续缴费。',
        '退休后可以一次性领取。',
        '试用期也要缴纳社保。',
      ),
    ).toEqual([]);
  });
});

describe('income tax', () => {
  it('reads a special case as a case of its own', () => {
    expect(claimsOf('个税专项附加扣除', '子女教育：子女在境外接受教育的，也可以扣除。')).toEqual([
      '子女教育扣除 · 扣除情形可扣 [境外教育] → 可以扣除',
    ]);
    expect(claimsOf('个税专项附加扣除', '第二套房的住房贷款利息不能扣除。')).toEqual([
      '住房贷款利息扣除 · 扣除情形可扣 [二套房] → 不能扣除',
    ]);
  });

  it('reads the standard of each deduction', () => {
    expect(
      claimsOf(
        '个税专项附加扣除标准',
        '## 子女教育',
        '每个子女每月2000元。',
        '## 住房租金',
        '- 直辖市、省会城市每月1500元',
        '- 人口超过100万的城市每月1100元',
        '- 人口不超过100万的城市每月800元',
        '## 婴幼儿照护',
        '每个婴幼儿每月2000元。',
      ),
    ).toEqual([
      '子女教育扣除 · 专项附加扣除标准 → 每月2000元',
      '住房租金扣除 · 专项附加扣除标准 [大城市] → 每月1500元',
      '住房租金扣除 · 专项附加扣除标准 [中等城市] → 每月1100元',
      '住房租金扣除 · 专项附加扣除标准 [小城市] → 每月800元',
      '婴幼儿照护扣除 · 专项附加扣除标准 → 每月2000元',
    ]);
  });

  it('reads terms, shares and the limits for grave illness', () => {
    expect(
      claimsOf(
        '个税扣除细则',
        '学历继续教育的扣除期限不能超过48个月。',
        '住房贷款利息扣除期限最长不超过240个月。',
        '大病医疗个人负担累计超过15000元的部分，在80000元限额内据实扣除。',
        '住房租金和住房贷款利息不能同时享受。',
      ),
    ).toEqual([
      '学历继续教育 · 专项附加扣除期限 → 4年',
      '住房贷款利息扣除 · 专项附加扣除期限 → 20年',
      '大病医疗扣除 · 大病医疗扣除起点 → 1.5万元',
      '大病医疗扣除 · 大病医疗扣除限额 → 8万元',
      '住房租金扣除 · 房租房贷同时扣除 → 不可同时扣除',
    ]);
  });

  it('reads threshold, bonus and settlement', () => {
    expect(
      claimsOf(
        '个税常识',
        '个税起征点为每月5000元，即每年6万元。',
        '年终奖可以单独计税。',
        '汇算清缴于每年3月1日至6月30日办理。',
        '汇算时补税金额不超过400元的免于补税。',
      ),
    ).toEqual([
      '基本减除费用 · 个税起征点 → 每月5000元',
      '基本减除费用 · 年减除费用 → 每年6万元',
      '年终奖 · 年终奖计税 → 可单独计税',
      '汇算清缴 · 汇算清缴期 → 03-01–06-30',
      '汇算清缴 · 汇算免补税额 → 400元',
    ]);
  });
});

describe('social assistance', () => {
  it('gives an amount to what the sentence speaks of', () => {
    expect(
      claimsOf(
        '民生保障标准',
        '城市低保标准为每人每月900元，农村低保标准每人每月700元。',
        '80至89周岁老人高龄津贴每人每月100元。',
        '重度残疾人护理补贴一级每人每月120元。',
      ),
    ).toEqual([
      '低保 · 救助补贴标准 [城市] → 每月900元',
      '低保 · 救助补贴标准 [农村] → 每月700元',
      '高龄津贴 · 救助补贴标准 [年龄≥80岁≤89岁] → 每月100元',
      '残疾人护理补贴 · 救助补贴标准 [一级残疾] → 每月120元',
    ]);
  });

  it('reads terms of residence', () => {
    expect(claimsOf('居住与落户', '在本市居住满半年可申领居住证。', '积分落户须连续缴纳社保满7年。')).toEqual([
      '居住证 · 居住证居住年限 → 6个月',
      '落户 · 落户社保年限 [积分] → 至少7年',
    ]);
  });
});
