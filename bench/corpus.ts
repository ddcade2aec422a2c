// Synthetic corpora: sentences of the example articles, with regions and numbers varied. The same size gives the same bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of UTF-8 of one article, about; a Chinese character takes three. */
const ARTICLE_BYTES = 2_800;
const REGIONS =
  '北京 天津 河北 山西 辽宁 吉林 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海'.split(' ');
const CITIES = '成都 杭州 南京 武汉 西安 郑州 青岛 大连 宁波 厦门 深圳 广州 长沙 合肥 昆明 贵阳'.split(' ');

/** `count` articles as [file name, text], 200 to a folder. @param examples folder of the example articles @param size bytes of an article, about */
export function* synthesize(examples: string, count: number, size = ARTICLE_BYTES): Generator<[string, string]> {
  const sources = sentencesOf(examples);
  if (sources.length < 5) throw new Error(`too few articles to vary in ${examples}`);
  const random = generator(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let index = 0; index < count; index++) {
    const region = pick([...REGIONS, ...CITIES]);
    const year = 2024 + Math.floor(random() * 3);
    // An article speaks of one matter, or of two: notices and conflicts are then as rare as in a real corpus.
    const sentences = [...pick(sources), ...pick(sources)];
    let text = `# ${region}:${pick(sentences)
      .slice(0, 18)
      .replace(/[\u3002\uff01\uff1f!?]$/, '')}\n\n`;
    let bytes = Buffer.byteLength(text);
    while (bytes < size) {
      const paragraph = `${Array.from({ length: 3 }, () => varied(pick(sentences), region, year, random)).join('')}\n\n`;
      text += paragraph;
      bytes += Buffer.byteLength(paragraph);
    }
    yield [`${String(Math.floor(index / 200)).padStart(4, '0')}/${String(index).padStart(6, '0')}.md`, text];
  }
}

/** Sentences of Markdown and plain text articles, without their marks, article by article. */
function sentencesOf(folder: string): string[][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:md|txt)$/.test(file));
  const articles: string[][] = [];
  for (const file of files.sort()) {
    const sentences = new Set<string>();
    const body = readFileSync(join(folder, file), 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    for (const line of body.split(/\r?\n/)) {
      if (/^\s*[|#<]/.test(line)) continue;
      for (const sentence of line.replace(/^[\s\-*•\d.、]+/, '').match(/[^\u3002\uff01\uff1f!?]{8,160}[\u3002\uff01\uff1f!?]/g) ?? [])
        sentences.add(sentence.trim());
    }
    if (sentences.size > 0) articles.push([...sentences]);
  }
  return articles;
}

const PLACE = new RegExp(`(?:${[...REGIONS, ...CITIES].join('|')})`, 'g');

/** One number in so many is a slip; the others are the region's own, as in a corpus that mostly agrees with itself. */
const SLIP = 0.02;

/** Another region, other years, and numbers that differ from region to region by up to a fifth. */
function varied(sentence: string, region: string, year: number, random: () => number): string {
  return sentence
    .replace(PLACE, region)
    .replace(/(?<!\d)20[12]\d(?=年)/g, String(year))
    .replace(/(?<![\d.])\d{1,5}(?=[元%天个])/g, (digits, at: number) => {
      const share = random() < SLIP ? random() : shareOf(`${region}${at}${sentence}`);
      return String(Math.max(1, Math.round(Number(digits) * (0.8 + share * 0.4))));
    });
}

/** A share from 0 to 1 that is the same for the same text. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 4_294_967_296;
}

/** mulberry32: a small generator of which the seed is the whole state. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
