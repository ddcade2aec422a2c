// The shipped divisions: complete, rightly nested, found by every name, and silent where a name is only a word.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackError } from '../src/pack/error.ts';
import { fold, foldTable } from '../src/pack/fold.ts';
import { compileRegions } from '../src/pack/compile-regions.ts';
import { regionTree } from '../src/pack/regions.ts';

const PACKS = join(import.meta.dirname, '..', 'packs');
const regions = regionTree(compileRegions(join(PACKS, 'regions')));
const table = foldTable(readFileSync(join(PACKS, 'language', 'traditional.txt'), 'utf8'));
const { terms } = regions;
const everyName = [...terms.values()];

/** What the term `name` means at its first place in `text`, from `from` on. */
function meaning(text: string, name: string, from = 0): string | null {
  const start = text.indexOf(name, from);
  const term = terms.get(name);
  if (start < 0 || term === undefined) throw new Error(`${name} is no term of ${text}`);
  return regions.match(text, start, start + name.length, term.codes, term.kind);
}

// code, full name, short name, abbreviation: from GB/T 2260, not from the table under test.
const PROVINCES = `110000 北京市 北京 京|120000 天津市 天津 津|130000 河北省 河北 冀|140000 山西省 山西 晋|150000 内蒙古自治区 内蒙古 蒙
210000 辽宁省 辽宁 辽|220000 吉林省 吉林 吉|230000 黑龙江省 黑龙江 黑|310000 上海市 上海 沪|320000 江苏省 江苏 苏|330000 浙江省 浙江 浙
340000 安徽省 安徽 皖|350000 福建省 福建 闽|360000 江西省 江西 赣|370000 山东省 山东 鲁|410000 河南省 河南 豫|420000 湖北省 湖北 鄂
430000 湖南省 湖南 湘|440000 广东省 广东 粤|450000 广西壮族自治区 广西 桂|460000 海南省 海南 琼|500000 重庆市 重庆 渝|510000 四川省 四川 川
520000 贵州省 贵州 黔|530000 云南省 云南 滇|540000 西藏自治区 西藏 藏|610000 陕西省 陕西 陕|620000 甘肃省 甘肃 甘|630000 青海省 青海 青
640000 宁夏回族自治区 宁夏 宁|650000 新疆维吾尔自治区 新疆 新|710000 台湾省 台湾 台|810000 香港特别行政区 香港 港|820000 澳门特别行政区 澳门 澳`
  .split(/[|\n]/)
  .map((row) => row.split(' ') as [string, string, string, string]);

describe('the tree', () => {
  it('has every province, city and county under the right parent', () => {
    expect(PROVINCES).toHaveLength(34);
    const codes = new Set(everyName.filter((term) => term.kind !== 'country').flatMap((term) => term.codes));
    expect(codes.size).toBe(3345);
    const under = new Map<string, number>();
    for (const code of codes) {
      const parent = regions.parent(code);
      expect(parent).not.toBeNull();
      expect(regions.contains(parent!, code)).toBe(true);
      expect(parent === '100000' || parent!.slice(0, 2) === code.slice(0, 2)).toBe(true);
      under.set(parent!, (under.get(parent!) ?? 0) + 1);
    }
    expect(under.get('100000')).toBe(34);
    expect([under.get('110000'), under.get('500000'), under.get('310000'), under.get('320500')]).toEqual([16, 38, 16, 10]);
    expect(regions.parent('100000')).toBeNull();
  });

  it.each([
    ['110105', '110000', '朝阳区'],
    ['500230', '500000', '丰都县'],
    ['419001', '410000', '济源市'],
    ['469002', '460000', '琼海市'],
    ['429021', '420000', '神农架林区'],
    ['320583', '320500', '昆山市'],
    ['410225', '410200', '兰考县'],
    ['653229', '653200', '和安县'],
    ['653228', '653200', '和康县'],
  ])('%s lies in %s', (code, parent, name) => {
    expect([regions.parent(code), regions.name(code)]).toEqual([parent, name]);
  });

  it('contains by ancestry, itself included', () => {
    expect(regions.contains('100000', '320583')).toBe(true);
    expect(regions.contains('320000', '320583')).toBe(true);
    expect(regions.contains('320583', '320583')).toBe(true);
    expect(regions.contains('320583', '320500')).toBe(false);
    expect(regions.contains('330000', '320583')).toBe(false);
    expect(regions.contains('110000', '999999')).toBe(false);
  });

  it('lists each name once, in the form that a folded text has', () => {
    expect(everyName.filter(({ text }) => terms.get(text)?.text !== text)).toEqual([]);
    expect(everyName.filter((term) => fold(term.text, table) !== term.text)).toEqual([]);
    expect(regions.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(regions.source).toContain('GB/T 2260');
  });
});

describe('a field that names a region', () => {
  it.each(PROVINCES)('%s by full name, short name and abbreviation', (code, full, short, letter) => {
    expect([full, short, letter].map((name) => regions.resolve(name))).toEqual([code, code, code]);
    expect(regions.name(code)).toBe(full);
  });

  it.each([
    ['全国', '100000'],
    ['中国', '100000'],
    ['山东省青岛市', '370200'],
    ['山东 / 青岛', '370200'],
    ['青岛市(山东)', '370200'],
    ['江苏省苏州市昆山市', '320583'],
    ['陕西西安', '610100'],
    ['宁波', '330200'],
    ['兰考', '410225'],
    ['吉林', '220000'],
    ['吉林市', '220200'],
    ['吉林省吉林', '220200'],
    ['海南', '460000'],
    ['青海海南', '632500'],
    ['恩施州', '422800'],
    ['北京朝阳', '110105'],
    ['长春 朝阳区', '220104'],
    ['内蒙古自治区 / 呼和浩特', '150100'],
    ['襄樊市', '420600'],
    ['嘉峪关市', '620200'],
    ['武汉市民', '420100'],
    [' 湖南省 ', '430000'],
  ])('%s', (text, code) => {
    expect(regions.resolve(text)).toBe(code);
  });

  it.each(['', ' ', '朝阳区', '朝阳', '鼓楼区', '江苏鼓楼区', '北京、上海', '火星', '省直', '浙江的新规', '京'.repeat(100)])(
    'gives none for “%s”',
    (text) => {
      expect(regions.resolve(text)).toBeNull();
    },
  );

  it('never throws and gives known codes only', () => {
    const names = fc.constantFrom(...[...terms.keys()].filter((_, index) => index % 37 === 0), '/', ' ', '市', '的');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(names, { maxLength: 5 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const code = regions.resolve(text);
          expect(code === null || regions.name(code) !== code).toBe(true);
        },
      ),
    );
  });
});

describe('a name inside a text', () => {
  it.each([
    ['山东省职工医保', '山东省', '370000'],
    ['宁波另有规定', '宁波', '330200'],
    ['吉林的缴费比例', '吉林', '220000'],
    ['陕西西安的标准', '西安', '610100'],
    ['湖南省湘潭市', '湘潭市', '430300'],
    ['北京朝阳的窗口', '朝阳', '110105'],
    ['长春市朝阳区的窗口', '朝阳区', '220104'],
    ['辽宁省朝阳市', '朝阳市', '211300'],
    ['青海海南的牧民', '海南', '632500'],
    ['昆山单独规定', '昆山', '320583'],
    ['广西阳朔的参保人', '阳朔', '450321'],
    ['河北赵县', '赵县', '130133'],
    ['首页 > 湖南 > 湘潭', '湘潭', '430300'],
    ['南京 · 鼓楼区', '鼓楼区', '320106'],
    ['恩施州参保人', '恩施州', '422800'],
    ['闸北区居民', '闸北区', '310106'],
    ['全国统一', '全国', '100000'],
    ['按国家规定执行', '国家规定', '100000'],
    ['上海医保局', '上海', '310000'],
    ['北京的大学生', '北京', '110000'],
  ])('%s: %s counts', (text, name, code) => {
    expect(meaning(text, name)).toBe(code);
  });

  it.each([
    ['成都新津贴标准', '新津'],
    ['上海浦东机场', '上海'],
    ['朝阳区的窗口', '朝阳区'],
    ['朝阳产业', '朝阳'],
    ['江苏鼓楼区', '鼓楼区'],
    ['幸福安康', '安康'],
    ['办理县外就医', '理县'],
    ['市和县两级', '和县'],
    ['北京师范大学', '北京'],
    ['山东大学的老师', '山东'],
    ['南京西路的门店', '南京'],
    ['北京时间九点', '北京'],
    ['上海晚报', '上海'],
    ['医保定点药店', '保定'],
    ['最大连续月数', '大连'],
    ['每日照护费', '日照'],
    ['按每天津贴标准', '天津'],
    ['最大理赔额', '大理'],
    ['最新余额', '新余'],
    ['运营口径', '营口'],
    ['推广安排', '广安'],
    ['平衡水平', '衡水'],
    ['规定西药', '定西'],
    ['全国人大', '全国'],
    ['全国各地不同', '全国'],
  ])('%s: %s is no region', (text, name) => {
    expect(meaning(text, name)).toBeNull();
  });

  it.each(['资源', '公安', '惠民', '延长', '比如', '市中'])('%s is a word, whatever stands before it', (word) => {
    expect(terms.has(word)).toBe(false);
  });

  it('leaves a county’s short name alone unless its parent stands before it', () => {
    const shorts = everyName.filter((term) => term.kind === 'ambiguous');
    expect(shorts.length).toBeGreaterThan(2500);
    const wrong: string[] = [];
    expect(shorts.filter(({ text }) => meaning(`本文讲${text}`, text) !== null)).toEqual([]);
    for (const { text, codes } of shorts) {
      const parent = regions.name(regions.parent(codes[0]!)!);
      if (codes.length === 1) wrong.push(...(meaning(`${parent}${text}的`, text, parent.length) === codes[0] ? [] : [parent + text]));
    }
    expect(wrong).toEqual([]);
  });

  it('is unaffected by what stands far away', () => {
    const far = fc.string({ unit: fc.constantFrom('人', '数', '办', '。', '\n', 'a') });
    fc.assert(
      fc.property(far, far, (before, after) => {
        expect(meaning(`${before}人重庆市人数办${after}`, '重庆市')).toBe('500000');
        expect(meaning(`${before}人鼓楼区人数办${after}`, '鼓楼区')).toBeNull();
      }),
    );
  });
});

describe('an abbreviation', () => {
  it.each([
    ['在京就业', '京', '110000'],
    ['非京籍子女', '京', '110000'],
    ['来沪创业者', '沪', '310000'],
    ['湘籍学徒', '湘', '430000'],
    ['津籍与渝籍船员', '津', '120000'],
    ['津籍与渝籍船员', '渝', '500000'],
    ['粤:灵活就业怎么缴', '粤', '440000'],
    ['沪退休人员注意', '沪', '310000'],
    ['沪医保新规', '沪', '310000'],
    ['标题\n鲁:新标准', '鲁', '370000'],
    ['【川】门诊', '川', '510000'],
    ['(沪)', '沪', '310000'],
    ['沪\n浙', '沪', '310000'],
    ['黑籍', '黑', '230000'],
  ])('%s: %s counts', (text, name, code) => {
    expect(meaning(text, name)).toBe(code);
  });

  it.each([
    ['生育津贴', '津'],
    ['在津贴里', '津'],
    ['晋升后', '晋'],
    ['在京东平台', '京'],
    ['京津冀三地', '京'],
    ['新户口本', '新'],
    ['新办法', '新'],
    ['新\n旧', '新'],
    ['在云端', '云'],
    ['非贵重药', '贵'],
    ['苏先生', '苏'],
    ['东京籍', '京'],
  ])('%s: %s is none', (text, name) => {
    expect(meaning(text, name)).toBeNull();
  });

  it('means nothing between other characters, whichever it is', () => {
    const letters = everyName.filter((term) => term.kind === 'abbreviation');
    expect(letters).toHaveLength(41);
    expect(letters.filter(({ text }) => meaning(`人数${text}人数`, text) !== null)).toEqual([]);
  });
});

describe('broken data', () => {
  it.each([
    ['divisions.tsv', '110000\t北京市\nxx\t某市\n', 2, 'six digits'],
    ['divisions.tsv', '110000\t北京市\n120000\n', 2, 'no name'],
    ['former.tsv', '999999\t某市\t2001-01\n', 1, '999999'],
    ['overlay.yaml', 'date: x\nsource: y\nunknown: z\n', 1, ''],
    ['overlay.yaml', null, 1, 'cannot be read'],
  ])('%s names file and line', (file, content, line, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'regions-'));
    try {
      cpSync(join(PACKS, 'regions'), folder, { recursive: true });
      if (content === null) rmSync(join(folder, file));
      else writeFileSync(join(folder, file), content);
      let caught: unknown;
      try {
        compileRegions(folder);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(PackError);
      const error = caught as PackError;
      expect(error.file.endsWith(`/${file}`)).toBe(true);
      expect(error.line).toBe(line);
      expect(error.message).toContain(message);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says which entry of a list is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'regions-'));
    try {
      cpSync(join(PACKS, 'regions'), folder, { recursive: true });
      const file = join(folder, 'overlay.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('申城=310000', '申城:31'));
      expect(() => compileRegions(folder)).toThrow(/申城:31/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
