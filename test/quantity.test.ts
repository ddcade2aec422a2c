// Quantities as policy articles write them: dimension, range, limit, unit and period; and what is no quantity.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityStarts, readQuantity } from '../src/scan/quantity.ts';
import type { Quantity } from '../src/scan/quantity.ts';

/** All quantities of a text, as the scanner meets them. */
function readAll(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; at++) {
    const quantity = readQuantity(text, at);
    if (!quantity) continue;
    found.push(quantity);
    at = quantity.end - 1;
  }
  return found;
}

/** `满1年不满5年 = [12,60) 月 · 年`: what was read, in one line. */
function show(text: string, quantity: Quantity): string {
  const { range, unit, given, per, approximate, start, end } = quantity;
  const limits =
    range.lo !== null && range.lo === range.hi
      ? `${range.lo}`
      : `${range.loOpen ? '(' : '['}${range.lo ?? ''},${range.hi ?? ''}${range.hiOpen ? ')' : ']'}`;
  const exact = limits.replace(/\d+\.\d{5,}/g, (number) => Number(number).toFixed(4));
  const about = approximate ? '≈' : '=';
  return `${text.slice(start, end)} ${about} ${exact} ${unit}${given === unit ? '' : ` (${given})`}${per === null ? '' : ` per ${per}`}`;
}

/** Text → everything that is read in it. */
const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  // durations
  ['缴了25年', '25年 = 300 月 (年)'],
  ['女二十五年退', '二十五年 = 300 月 (年)'],
  ['等三个月', '三个月 = 3 月 (个月)'],
  ['共180个月', '180个月 = 180 月 (个月)'],
  ['90天后', '90天 = 3 月 (天)'],
  ['365天', '365天 = 12 月 (天)'],
  ['半年', '半年 = 6 月 (年)'],
  ['半个月', '半个月 = 0.5 月 (个月)'],
  ['半年内申请', '半年内 = [,6] 月 (年)'],
  ['一年半', '一年半 = 18 月 (年)'],
  ['两年半', '两年半 = 30 月 (年)'],
  ['三个半月', '三个半月 = 3.5 月 (个月)'],
  ['1年零3个月', '1年零3个月 = 15 月 (年)'],
  ['9年11个月', '9年11个月 = 119 月 (年)'],
  ['一个季度', '一个季度 = 3 月 (个季度)'],
  ['两个年度', '两个年度 = 24 月 (个年度)'],
  ['2周内', '2周内 = [,0.4667] 月 (周)'],
  ['四个星期', '四个星期 = 0.9333 月 (个星期)'],
  ['48小时之内', '48小时之内 = [,0.0667] 月 (小时)'],
  ['两天两夜', '两天两夜 = 0.0667 月 (天)'],
  ['30个自然日', '30个自然日 = 1 月 (个自然日)'],
  ['60日内', '60日内 = [,2] 月 (日)'],
  ['满三月的', '满三月 = [3,] 月'],
  ['贷款五年期以上', '五年期以上 = [60,] 月 (年)'],
  ['近三年', '三年 = 36 月 (年)'],
  ['一年多', '一年多 ≈ 12 月 (年)'],
  ['3个多月', '3个多月 ≈ 3 月 (个月)'],
  ['十来天', '十来天 ≈ 0.3333 月 (天)'],
  ['三四个月', '三四个月 ≈ [3,4] 月 (个月)'],
  ['统一三个月', '三个月 = 3 月 (个月)'],
  ['统一两年', '两年 = 24 月 (年)'],
  ['约两个月', '约两个月 ≈ 2 月 (个月)'],
  ['15个工作日', '15个工作日 = 15 工作日 (个工作日)'],
  ['20个工作日内', '20个工作日内 = [,20] 工作日 (个工作日)'],
  ['15个工作日 内到账', '15个工作日 内 = [,15] 工作日 (个工作日)'],
  // limits
  ['满5年', '满5年 = [60,] 月 (年)'],
  ['缴够十年', '够十年 = [120,] 月 (年)'],
  ['满2年以上的', '满2年以上 = [24,] 月 (年)'],
  ['至少15年', '至少15年 = [180,] 月 (年)'],
  ['不得少于15年', '不得少于15年 = [180,] 月 (年)'],
  ['不应当超过3天', '不应当超过3天 = [,0.1] 月 (天)'],
  ['没有超过三个月', '没有超过三个月 = [,3] 月 (个月)'],
  ['合计超不过24个月', '超不过24个月 = [,24] 月 (个月)'],
  ['超过3个月的', '超过3个月 = (3,] 月 (个月)'],
  ['不满16周岁', '不满16周岁 = [,16) 岁 (周岁)'],
  ['不足一年', '不足一年 = [,12) 月 (年)'],
  ['未满1年', '未满1年 = [,12) 月 (年)'],
  ['最长不超过24个月', '最长不超过24个月 = [,24] 月 (个月)'],
  ['5年以下(含5年)', '5年以下(含5年) = [,60] 月 (年)'],
  ['三个月(含)以内', '三个月(含)以内 = [,3] 月 (个月)'],
  ['三个月以内(不含三个月)', '三个月以内(不含三个月) = [,3) 月 (个月)'],
  ['500元(不含)以上', '500元(不含)以上 = (500,] 元'],
  ['年满60周岁(不含当月)', '年满60周岁(不含当月) = (60,] 岁 (周岁)'],
  ['三十年(含视同年限)', '三十年 = 360 月 (年)'],
  ['98天以外', '98天以外 = (3.2667,] 月 (天)'],
  ['除98天以外', '98天 = 3.2667 月 (天)'],
  ['从第四个月起停', '第四个月起 = (3,] 月 (个月)'],
  ['第3次起', '第3次起 = (2,] 次'],
  // intervals in two halves
  ['满1年不满5年', '满1年不满5年 = [12,60) 月 (年)'],
  ['满1年、不满5年', '满1年、不满5年 = [12,60) 月 (年)'],
  ['满1年但不足2年的', '满1年但不足2年 = [12,24) 月 (年)'],
  ['5年以上、不满10年', '5年以上、不满10年 = [60,120) 月 (年)'],
  ['超过3个月不满6个月', '超过3个月不满6个月 = (3,6) 月 (个月)'],
  ['500元以上至10000元(含)', '500元以上至10000元(含) = [500,10000] 元'],
  ['500元(不含)以上10000元以下', '500元(不含)以上10000元以下 = (500,10000] 元'],
  ['不低于5%,不高于12%', '不低于5%,不高于12% = [5,12] %'],
  ['超过2万元至5万元的部分', '超过2万元至5万元 = (20000,50000] 元 (万元)'],
  ['5年以下,10年以上', '5年以下 = [,60] 月 (年)', '10年以上 = [120,] 月 (年)'],
  // ranges
  ['6%-12%', '6%-12% = [6,12] %'],
  ['6% ~ 8%', '6% ~ 8% = [6,8] %'],
  ['5%到12%之间', '5%到12%之间 = [5,12] %'],
  ['85%到70%', '85%到70% = [70,85] %'],
  ['3至6个月', '3至6个月 = [3,6] 月 (个月)'],
  ['1-2周', '1-2周 = [0.2333,0.4667] 月 (周)'],
  ['15至30个工作日', '15至30个工作日 = [15,30] 工作日 (个工作日)'],
  ['30天到90天不等', '30天到90天不等 = [1,3] 月 (天)'],
  ['20万~60万元', '20万~60万元 = [200000,600000] 元 (万元)'],
  ['5至10万元', '5至10万元 = [50000,100000] 元 (万元)'],
  ['1.5万元至10万元', '1.5万元至10万元 = [15000,100000] 元 (万元)'],
  ['五年到十年之间', '五年到十年之间 = [60,120] 月 (年)'],
  ['10到20个百分点', '10到20个百分点 = [10,20] 百分点 (个百分点)'],
  ['58至60周岁', '58至60周岁 = [58,60] 岁 (周岁)'],
  ['百分之五至十二', '百分之五至十二 = [5,12] % (百分之)'],
  ['5%(不含)至12%', '5%(不含)至12% = (5,12] %'],
  ['统一到58岁', '58岁 = 58 岁'],
  ['满3、6个月', '满3 = [3,] 月 (个月)', '6个月 = 6 月 (个月)'],
  ['50岁195、55岁170', '50岁 = 50 岁', '55岁 = 55 岁'],
  // shares
  ['报85%', '85% = 85 %'],
  ['百分之八十五', '百分之八十五 = 85 % (百分之)'],
  ['百分之百', '百分之百 = 100 % (百分之)'],
  ['报八成五', '八成五 = 85 % (成)'],
  ['九成以上', '九成以上 = [90,] % (成)'],
  ['七五折', '七五折 = 75 % (折)'],
  ['打85折', '85折 = 85 % (折)'],
  ['五折', '五折 = 50 % (折)'],
  ['四分之一', '四分之一 = 25 % (分之)'],
  ['降低一半', '一半 = 50 % (一半)'],
  ['每日万分之五', '每日万分之五 = 0.05 % (万分之) per 日'],
  ['2‰', '2‰ = 0.2 % (‰)'],
  ['高5个百分点', '5个百分点 = 5 百分点 (个百分点)'],
  ['约30%', '约30% ≈ 30 %'],
  ['40%左右', '40%左右 ≈ 40 %'],
  ['50%起步', '50%起步 = [50,] %'],
  ['2倍', '2倍 = 2 倍'],
  ['二十倍', '二十倍 = 20 倍'],
  // money
  ['25,912元', '25,912元 = 25912 元'],
  ['1.2万元', '1.2万元 = 12000 元 (万元)'],
  ['三千六百元', '三千六百元 = 3600 元'],
  ['四千多元', '四千多元 ≈ 4000 元'],
  ['二十多万元', '二十多万元 ≈ 200000 元 (万元)'],
  ['两三千元', '两三千元 ≈ [2000,3000] 元'],
  ['80块钱', '80块钱 = 80 元 (块钱)'],
  ['最高50万,', '最高50万 = [,500000] 元 (万)'],
  ['最高可达50万元', '最高可达50万元 = [,500000] 元 (万元)'],
  ['300元起,', '300元起 = [300,] 元'],
  ['800元起付线', '800元 = 800 元'],
  ['8万元封顶', '8万元封顶 = [,80000] 元 (万元)'],
  ['每人每年400元', '每人每年400元 = 400 元 per 年'],
  ['每月最高不超过60元', '每月最高不超过60元 = [,60] 元 per 月'],
  ['每人400元', '每人400元 = 400 元'],
  ['一年1716元', '一年1716元 = 1716 元 per 年'],
  ['全年1080元', '全年1080元 = 1080 元 per 年'],
  ['月均80元', '月均80元 = 80 元 per 月'],
  ['400元/年', '400元/年 = 400 元 per 年'],
  ['400元/人·年', '400元/人·年 = 400 元 per 年'],
  ['90元每月', '90元每月 = 90 元 per 月'],
  ['960元一年。', '960元一年 = 960 元 per 年'],
  ['¥500', '¥500 = 500 元'],
  // ages
  ['男60岁', '60岁 = 60 岁'],
  ['年满六十周岁', '年满六十周岁 = [60,] 岁 (周岁)'],
  ['70周岁以上', '70周岁以上 = [70,] 岁 (周岁)'],
  ['58岁零6个月', '58岁零6个月 = 58.5 岁'],
  ['61周岁6个月', '61周岁6个月 = 61.5 岁 (周岁)'],
  // counts
  ['一年一次', '一年一次 = 1 次 per 年'],
  ['最多三次', '最多三次 = [,3] 次'],
  ['最多一次', '最多一次 = [,1] 次'],
  ['分三档', '三档 = 3 档'],
  ['夫妻两人', '两人 = 2 人'],
  ['50万人', '50万人 = 500000 人'],
];

const NOTHING = [
  '第三条',
  '第2项',
  '三级',
  '二次报销',
  '一次性补缴',
  '电话12393',
  '三甲',
  '一律',
  '一旦',
  '一定',
  '统一',
  '十分',
  '1.',
  '15-17',
  '一档',
  '第三代',
];
const NOTHING_EITHER = [
  '大半年',
  '上半年',
  '三季度',
  '第三年',
  '第十五年',
  '2025年',
  '1998年',
  '12月',
  '26年6月30日',
  '每月15日',
  '次月5日',
  '三年级',
  '90年代',
  '一日三餐',
  '0.85',
  '一半天',
  '上一年',
  '同一天',
  '几十元',
  '100美元',
  '千万不要',
  '13.5亿参保人',
  '三成员',
];

function rangeOf(text: string): Quantity['range'] | undefined {
  return readQuantity(text, 0)?.range;
}

describe('readQuantity', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(readAll(text).map((quantity) => show(text, quantity))).toEqual(expected);
  });

  it.each([...NOTHING, ...NOTHING_EITHER])('%s holds none', (text) => {
    expect(readAll(text)).toEqual([]);
  });

  it('tells plain values, limits and ranges apart', () => {
    const bounds = ['5年', '至少5年', '5年以内', '5年至8年', '满1年不满5年', '两三年'].map((text) => readQuantity(text, 0)?.bound);
    expect(bounds).toEqual(['exact', 'min', 'max', 'range', 'range', 'range']);
  });

  it('gives equal lengths of time equal ranges, whatever the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (n) => {
        expect(rangeOf(`${n * 12}个月`)).toEqual(rangeOf(`${n}年`));
        // a whole number of years in days is so many years, not so many times 30 days
        expect((n * 30) % 365 === 0 ? 'years' : rangeOf(`${n * 30}天`)).toEqual((n * 30) % 365 === 0 ? 'years' : rangeOf(`${n}个月`));
        expect(rangeOf(`${n * 365}天`)).toEqual(rangeOf(`${n}年`));
        expect(rangeOf(`${n * 24}小时`)).toEqual(rangeOf(`${n}天`));
        expect(rangeOf(`${n * 7}天`)).toEqual(rangeOf(`${n}周`));
        expect(rangeOf(`满${n}个季度`)).toEqual(rangeOf(`满${n * 3}个月`));
      }),
    );
  });

  it('keeps ranges in order, however they are written', () => {
    const unit = fc.constantFrom('%', '元', '万元', '年', '个月', '天', '岁', '个工作日', '倍', '个百分点');
    const sign = fc.constantFrom('-', '~', '至', '到', ' - ');
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), unit, sign, fc.boolean(), (a, b, word, between, both) => {
        const text = `${a}${both ? word : ''}${between}${b}${word}`;
        const quantity = readQuantity(text, 0);
        expect(quantity?.end).toBe(text.length);
        expect(quantity?.bound).toBe('range');
        expect(quantity!.range.lo!).toBeLessThanOrEqual(quantity!.range.hi!);
      }),
    );
  });

  it('never throws, ends after its beginning, and begins only where the table says', () => {
    const parts = fc.constantFrom(
      ...'0123456789.,%~-()一二三两十百千万亿半几多每月年人天日周岁元块成折倍次个工作日第起满不超过足以上下内含约近至到、分之点',
      '个月',
      '不超过',
      '每人每年',
      '百分之',
      '(不含)',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (let at = 0; at < text.length; at++) {
          const quantity = readQuantity(text, at);
          if (!quantity) continue;
          const { lo, hi } = quantity.range;
          expect(quantityStarts[text.charCodeAt(at)]).toBe(1);
          expect(quantity.start).toBe(at);
          expect(quantity.end).toBeGreaterThan(at);
          expect(quantity.end).toBeLessThanOrEqual(text.length);
          expect(lo !== null || hi !== null).toBe(true);
          expect(lo !== null && hi !== null && lo > hi).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('looks at a bounded stretch of text from each place', () => {
    for (const piece of ['每月', '约', '3、', '1', '一百', '不超过', '5-', '3年', '500元以上', '(含']) {
      const long = piece.repeat(20_000);
      const reach = readAll(long).reduce((most, quantity) => Math.max(most, quantity.end - quantity.start), 0);
      expect(reach).toBeLessThan(60);
    }
  });
});
