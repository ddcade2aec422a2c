// Article text → tokens in reading order: terms of the lexicon, quantities, dates. One pass, longest match per category.
import type { Article } from '../model/article.ts';
import { fold } from '../pack/fold.ts';
import { entriesAt, SHIELD, step } from '../pack/lexicon.ts';
import type { Category } from '../pack/lexicon.ts';
import type { Packs } from '../pack/pack.ts';
import { calculationsIn, RECKONING } from './calculation.ts';
import type { Written } from './calculation.ts';
import { dateStarts, readDate } from './date.ts';
import type { DateExpr } from './date.ts';
import { headedQuantities } from './headed.ts';
import { quantityStarts, readQuantity } from './quantity.ts';
import type { Quantity } from './quantity.ts';

export interface TermToken {
  readonly category: Category;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly detail: string;
}

export interface QuantityToken extends Quantity {
  readonly category: 'quantity';
}

export interface DateToken extends DateExpr {
  readonly category: 'date';
}

export type Token = TermToken | QuantityToken | DateToken;

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
  const tokens: Token[] = [];
  /** The last term of each category (of each attribute and axis, for their words): what lies inside it is not seen again. */
  const last = new Map<string, TermToken>();
  const here: TermToken[] = [];
  const valueEnds = new Set<number>();
  let numberEnd = 0;
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
    here.length = 0;
    for (let end = at + 1; state !== 0; end++) {
      for (const { category, ref, detail } of entriesAt(lexicon, state)) here.push({ category, start: at, end, ref, detail });
      if (end >= text.length) break;
      state = step(lexicon, state, text.charCodeAt(end));
    }
    if (at >= (last.get('region')?.end ?? 0)) {
      const region = readRegion(packs, text, here);
      if (region) {
        last.set('region', region);
        tokens.push(region);
      }
    }
    // From the longest down: of each kind only the longest that begins here, with all its meanings.
    for (let index = here.length - 1; index >= 0; index--) {
      const token = here[index]!;
      if (token.category === 'region' || (token.ref === 'person' && !opensWord(text, at) && !valueEnds.has(at))) continue;
      const kind = coverOf(packs, token);
      const before = last.get(kind);
      if (before && token.start < before.end && !(token.start === before.start && token.end === before.end)) continue;
      last.set(kind, token);
      if (token.detail === SHIELD) continue;
      tokens.push(token);
      if (token.category === 'value') valueEnds.add(token.end);
    }
  }
  for (const quantity of headedQuantities(article, text)) tokens.push({ category: 'quantity', ...quantity });
  const kept = withoutSwallowedRoles(tokens);
  // The words of calculations (共, 为, 减去) are for those alone: to the rest of the reading they say nothing.
  return { text, tokens: kept.filter((token) => !isReckoning(token)), calculations: calculationsIn(text, kept.filter(isReckoning), kept) };
}

/** Names of people in examples (小王) begin a word, or follow a group of people or a trade (职工老王, 保育员小石): 老金 in 养老金 is none. */
const BEFORE_NAME = new Set('如给和与为对的由让是员工户师民生机兵匠,,。;:(“、 \n');
const opensWord = (text: string, at: number): boolean => at === 0 || BEFORE_NAME.has(text[at - 1]!);

const isReckoning = (token: Token): token is TermToken => token.category === 'role' && RECKONING.has(token.ref);

/** What covers what: a term hides shorter ones of its own attribute, axis, or kind of concept, and no others. */
function coverOf(packs: Packs, { category, ref }: TermToken): string {
  if (category === 'role' && RECKONING.has(ref)) return 'reckoning';
  if (category === 'attribute' || category === 'value') return ref;
  return category === 'concept' ? packs.concepts.get(ref)!.kind : category;
}

/** The longest region name that counts at this place; where it does not, a shorter one may. */
function readRegion(packs: Packs, text: string, here: readonly TermToken[]): TermToken | null {
  for (let index = here.length - 1; index >= 0; index--) {
    const token = here[index]!;
    if (token.category !== 'region') continue;
    const term = packs.regions.terms.get(text.slice(token.start, token.end))!;
    const code = packs.regions.match(text, token.start, token.end, term.codes, term.kind);
    if (code !== null) return { ...token, ref: code };
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
