// The words around a measure that make it a limit or an estimate, and the brackets that say whether the limit is included.
import { isDigit, chineseDigit } from './numeral.ts';
import { readMeasure } from './quantity-measure.ts';
import type { Measure } from './quantity-measure.ts';
import { isOneOf, longestWord, wordTable } from './quantity-words.ts';

/** ≥ > ≤ < about; `meet` is the ≥ of 满 and 达到, which gives way to a suffix; `fill` and the periods only lead on to the number. */
export type Sense = 'ge' | 'gt' | 'le' | 'lt' | 'meet' | 'about' | 'near';

const NEGATIONS = '不 未 没 没有 并未 不得 不能 不可 不可以 不应 不应当 不应该 不会 不宜 不准 不许 不允许 尚未 未曾 不需要';
const OVER = '超过 高于 多于 大于 超出 长于 晚于';
const UNDER = '低于 少于 小于 短于 早于';

function negated(words: string): string {
  return NEGATIONS.split(' ')
    .flatMap((no) => words.split(' ').map((word) => no + word))
    .join(' ');
}

/** 没缴够九个月, 未交满1年: less than so much. */
const SHORT = ['没', '未', '没有', '尚未', '还没']
  .flatMap((no) => ['缴', '交', '缴费', '缴纳', '缴存', '存', '参保', '干', '做', '工作', '住'].map((verb) => no + verb))
  .flatMap((verb) => ['满', '够', '足', '到', '达到'].map((end) => verb + end))
  .join(' ');

export const PREFIXES = wordTable<Sense>([
  [OVER, 'gt'],
  ['超 逾 多过 过了', 'gt'],
  [UNDER, 'lt'],
  ['不足 不到 不够', 'lt'],
  [negated('满 达 达到 到'), 'lt'],
  [SHORT, 'lt'],
  [negated(OVER), 'le'],
  ['不超 超不过 不逾 未逾 可达 可达到 可以达到 能达到 高达 最多 最高 最长 最大 顶多 至多 最晚 最迟', 'le'],
  [negated(UNDER), 'ge'],
  ['至少 最低 最少 最短 起码', 'ge'],
  ['满 年满 届满 已满 达到 达 够', 'meet'],
  ['约 大约 大概 大致 约为 约合 将近 接近 差不多', 'about'],
  ['近', 'near'],
  ['≥ >= ≧', 'ge'],
  ['> ﹥', 'gt'],
  ['≤ <= ≦', 'le'],
  ['< ﹤', 'lt'],
]);

/** Words between a limit and its number that add nothing: 最高可达50万. */
const FILLERS = wordTable<null>([
  [
    '为 是 可达 可达到 达 达到 可 可以 可到 要 需 需要 须 应 应为 能 能到 到 也要 报 能报 可报 可以报 能报销 可报销 报销 支付 能支付 能领 可领 能拿 能贷 可贷 提高 增加 上调 上浮 下调 降低 减少 扣 缴 交 缴满 交满 缴够 交够 缴费 领 领取 发 发放 补 补助 补贴 补发 等 等待 提前 延长 延迟 住 居住',
    null,
  ],
]);

export const SUFFIXES = wordTable<Sense>([
  ['以上 及以上 或以上 及其以上 之上 往上 或更多 或以上的', 'ge'],
  ['以下 及以下 或以下 及其以下 以内 之内 以里 封顶 为限 之下', 'le'],
  ['以外', 'gt'],
  ['左右 上下 前后', 'about'],
]);

/** Amounts that begin there: 300元起. Not 800元起付线. */
const AFTER_FROM = ' ,.;:!?)、。”’"步的跳\n';
const WITHIN = 0x5185; // 内

/** Skips what may stand between a limit's word and its number. */
export function skipFiller(text: string, at: number): number {
  const found = longestWord(FILLERS, text, at);
  return found ? at + found[0].length : at;
}

export interface Suffix {
  readonly end: number;
  readonly sense: Sense | null;
}

/** Reads 以上, 以内, 起步, 左右 … directly after a measure; sense null and the same place where none follows. */
export function readSuffix(text: string, at: number, measure: Measure, except: boolean): Suffix {
  const none: Suffix = { end: at, sense: null };
  const found = longestWord(SUFFIXES, text, at);
  if (found) return except && found[0] === '以外' ? none : { end: at + found[0].length, sense: found[1] };
  const spaced = text.charAt(at) === ' ' ? readSpaced(text, at + 1, measure) : null;
  if (spaced) return spaced;
  const timed = measure.dimension === 'duration' || measure.dimension === 'workdays';
  if (timed && text.charCodeAt(at) === WITHIN) return { end: at + 1, sense: 'le' };
  if (timed && text.startsWith('期以', at)) {
    const term = longestWord(SUFFIXES, text, at + 1);
    if (term) return { end: at + 1 + term[0].length, sense: term[1] };
  }
  if (!timed && measure.dimension !== 'age' && text.startsWith('起', at) && (at + 1 >= text.length || isOneOf(AFTER_FROM, text, at + 1))) {
    return { end: text.startsWith('步', at + 1) || text.startsWith('跳', at + 1) ? at + 2 : at + 1, sense: 'ge' };
  }
  return none;
}

/** “ 15个工作日 内”: a blank that bold type left behind. */
function readSpaced(text: string, at: number, measure: Measure): Suffix | null {
  const found = isOneOf('内以之左', text, at) ? longestWord(SUFFIXES, text, at) : undefined;
  if (found) return { end: at + found[0].length, sense: found[1] };
  const timed = measure.dimension === 'duration' || measure.dimension === 'workdays';
  return timed && text.charCodeAt(at) === WITHIN ? { end: at + 1, sense: 'le' } : null;
}

const INCLUSIONS = wordTable<boolean>([
  ['含 包含 包括 均含 都含', true],
  ['不含 不包含 不包括 不包', false],
]);
const THE_LIMIT = ['本数', '本级', '当月', '当日', '当天', '当年', '该数', '本日'];

/** Reads (含), (不含), (含5年): whether the limit belongs to the range. Other brackets, as (含视同年限), are left alone. */
export function readInclusion(text: string, at: number, measure: Measure): { readonly end: number; readonly included: boolean } | null {
  if (!isOneOf('((', text, at)) return null;
  const found = longestWord(INCLUSIONS, text, at + 1);
  if (!found) return null;
  let end = at + 1 + found[0].length;
  if (!isOneOf('))', text, end)) {
    const word = THE_LIMIT.find((limit) => text.startsWith(limit, end));
    if (word) end += word.length;
    else {
      const code = text.charCodeAt(end);
      const again = isDigit(code) || chineseDigit(code) >= 0 || isOneOf('十半百', text, end) ? readMeasure(text, end) : null;
      if (!again || again.lo !== measure.lo || again.dimension !== measure.dimension) return null;
      end = again.end;
    }
  }
  return isOneOf('))', text, end) ? { end: end + 1, included: found[1] } : null;
}
