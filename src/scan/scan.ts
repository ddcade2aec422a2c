// Article text → tokens in reading order: terms of the lexicon, quantities, dates. One pass, longest match per category.
import type { Article } from '../model/article.ts';
import { fold } from '../pack/fold.ts';
import { SHIELD, step } from '../pack/lexicon.ts';
import type { Category, Entry } from '../pack/lexicon.ts';
import type { Packs } from '../pack/pack.ts';
import { calculationsIn, RECKONING } from './calculation.ts';
import type { Written } from './calculation.ts';
import { dateStarts, readDate } from './date.ts';
import type { DateExpr } from './date.ts';
import { headedQuantities } from './headed.ts';
import { meaningsOf } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import { quantityStarts, readQuantity } from './quantity.ts';
import type { Quantity } from './quantity.ts';

export interface TermToken {
  readonly category: Exclude<Category, 'attribute'>;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly detail: string;
}

/** A word of attributes: one token, however many attributes (`ref`) it is a word of and in which of their lists (`detail`). */
export interface AttributeToken {
  readonly category: 'attribute';
  readonly start: number;
  readonly end: number;
  readonly words: readonly Entry[];
}

export interface QuantityToken extends Quantity {
  readonly category: 'quantity';
}

export interface DateToken extends DateExpr {
  readonly category: 'date';
}

export type Token = TermToken | AttributeToken | QuantityToken | DateToken;

export interface Scan {
  /** Folded text: width and traditional forms made one; offsets are those of `Article.text`. */
  readonly text: string;
  /** Ascending by start, longer first. */
  readonly tokens: readonly Token[];
  readonly calculations: readonly Written[];
}

const LINE_FEED = 10;

/** Reads all tokens of an article. Cost: linear in the text, times the longest term. */
export function scan(article: Article, packs: Packs): Scan {
  const text = fold(article.text, packs.fold);
  const { lexicon } = packs;
  const meanings = meaningsOf(packs);
  const tokens: Token[] = [];
  const last = new LastTerms();
  const here: Meaning[] = [];
  const ends: number[] = [];
  const valueEnds = new Set<number>();
  let numberEnd = 0;
  let regionEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) continue;
    if (at >= numberEnd) {
      const found = readNumberLike(text, at, code);
      if (found) {
        tokens.push(found);
        numberEnd = found.end;
      }
    }
    let state = step(lexicon, 0, code);
    if (state === 0) continue;
    let found = 0;
    for (let end = at + 1; state !== 0; end++) {
      const meaning = meanings.at(state);
      if (meaning !== null) {
        here[found] = meaning;
        ends[found++] = end;
      }
      if (end >= text.length) break;
      state = step(lexicon, state, text.charCodeAt(end));
    }
    if (found === 0) continue;
    last.reserve(meanings.covers);
    if (at >= regionEnd) {
      const region = readRegion(packs, text, at, here, ends, found);
      if (region) {
        regionEnd = region.end;
        tokens.push(region);
      }
    }
    // From the longest down: of each kind only the longest that begins here, with all its meanings.
    while (found-- > 0) {
      const meaning = here[found]!;
      const { words, others, otherCovers } = meaning;
      const end = ends[found]!;
      if (words.length > 0) {
        const shown = last.shown(meaning, at, end);
        if (shown.length > 0) tokens.push({ category: 'attribute', start: at, end, words: shown });
      }
      for (let index = 0; index < others.length; index++) {
        const { category, ref, detail } = others[index]!;
        if (ref === 'person' && !opensWord(text, at) && !valueEnds.has(at)) continue;
        if (!last.takes(otherCovers[index]!, at, end) || detail === SHIELD) continue;
        tokens.push({ category: category as TermToken['category'], start: at, end, ref, detail });
        if (category === 'value') valueEnds.add(end);
      }
    }
  }
  for (const quantity of headedQuantities(article, text)) tokens.push({ category: 'quantity', ...quantity });
  const kept = withoutSwallowedRoles(tokens);
  // The words of calculations (共, 为, 减去) are for those alone: to the rest of the reading they say nothing.
  const reckoning: TermToken[] = [];
  const plain: Token[] = [];
  for (const token of kept) {
    if (isReckoning(token)) reckoning.push(token);
    else plain.push(token);
  }
  return { text, tokens: plain, calculations: calculationsIn(text, reckoning, kept) };
}

/** Names of people in examples (小王) begin a word, or follow a group of people or a trade (职工老王, 保育员小石): 老金 in 养老金 is none. */
const BEFORE_NAME = new Set('如给和与为对的由让是员工户师民生机兵匠,,。;:(“、 \n');
const opensWord = (text: string, at: number): boolean => at === 0 || BEFORE_NAME.has(text[at - 1]!);

const isReckoning = (token: Token): token is TermToken => token.category === 'role' && RECKONING.has(token.ref);

/** The last term of each category (of each attribute and axis, for their words): what lies inside it is not seen again. */
class LastTerms {
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);

  /** Makes room for covers below `count`. */
  reserve(count: number): void {
    if (count <= this.#ends.length) return;
    const [starts, ends] = [this.#starts, this.#ends];
    this.#starts = new Int32Array(count * 2);
    this.#ends = new Int32Array(count * 2);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }

  /** Whether a term from `start` to `end` is seen; it is then the last one. */
  takes(cover: number, start: number, end: number): boolean {
    if (start < this.#ends[cover]! && !(start === this.#starts[cover]! && end === this.#ends[cover]!)) return false;
    this.#starts[cover] = start;
    this.#ends[cover] = end;
    return true;
  }

  /** Those of the words that are seen. */
  shown({ words, wordCovers: covers, subsets }: Meaning, start: number, end: number): readonly Entry[] {
    let all = true;
    for (const cover of covers) if (!this.#sees(cover, start, end)) all = false;
    if (all) {
      for (const cover of covers) {
        this.#starts[cover] = start;
        this.#ends[cover] = end;
      }
      return words;
    }
    let which = '';
    for (let index = 0; index < covers.length; index++) if (this.takes(covers[index]!, start, end)) which += String.fromCharCode(index);
    let some = subsets.get(which);
    if (some === undefined) subsets.set(which, (some = Array.from(which, (place) => words[place.charCodeAt(0)]!)));
    return some;
  }

  #sees(cover: number, start: number, end: number): boolean {
    return start >= this.#ends[cover]! || (start === this.#starts[cover]! && end === this.#ends[cover]!);
  }
}

/** The longest region name that counts at this place; where it does not, a shorter one may. */
function readRegion(
  packs: Packs,
  text: string,
  start: number,
  here: readonly Meaning[],
  ends: readonly number[],
  found: number,
): TermToken | null {
  for (let index = found - 1; index >= 0; index--) {
    const { region } = here[index]!;
    if (region === null) continue;
    const end = ends[index]!;
    const term = packs.regions.terms.get(text.slice(start, end))!;
    const code = packs.regions.match(text, start, end, term.codes, term.kind);
    if (code !== null) return { category: 'region', start, end, ref: code, detail: region.detail };
  }
  return null;
}

function readNumberLike(text: string, at: number, code: number): QuantityToken | DateToken | null {
  if (dateStarts[code] === 1) {
    const date = readDate(text, at);
    if (date) return { category: 'date', ...date };
  }
  if (quantityStarts[code] === 1) {
    const quantity = readQuantity(text, at);
    if (quantity) return { category: 'quantity', ...quantity };
  }
  return null;
}

/** A function word inside a longer term or quantity (the 未 of 未备案) says nothing by itself; cues of attributes reckon with theirs. */
function withoutSwallowedRoles(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let end = 0;
  let owner: Token | null = null;
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.category === 'role' && owner !== null && token.end <= end && token.end - token.start < owner.end - owner.start) continue;
    kept.push(token);
    if (token.category !== 'role' && token.category !== 'attribute' && token.end > end) {
      end = token.end;
      owner = token;
    }
  }
  return kept;
}
