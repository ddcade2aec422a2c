// Calculations that the text writes out: 98天+60天=158天 · 70元(2万×2.8%) · 单位8%,个人2%,合计10% · 每月90元,一年1080元.
import type { Calculation } from '../model/claim.ts';
import { lexemesOf } from './lexeme.ts';
import type { Lexeme, Word } from './lexeme.ts';
import { periodsIn, totalAt } from './calculation-list.ts';
import { parseExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import type { QuantityToken, TermToken, Token } from './scan.ts';

export interface Written extends Calculation {
  readonly start: number;
  readonly end: number;
}

/** Signs of a calculation; / and - are too common to tell. */
const SIGNS = '=≈×÷+*';
/** A sign, or the end of a sentence. */
const STOP = new RegExp(`[${SIGNS}。;!?\n]`, 'g');
/** Longer sentences are tables that lost their lines. */
const LONGEST = 600;

/** All calculations of a text, in reading order. Cost: linear, since a sentence is cut up once. */
export function calculationsIn(text: string, terms: readonly TermToken[], tokens: readonly Token[]): Written[] {
  const quantities = tokens.filter((token): token is QuantityToken => token.category === 'quantity');
  const dates = new Map(tokens.filter((token) => token.category === 'date').map(({ start, end }) => [start, end]));
  const found: Written[] = [];
  let word = 0;
  let quantity = 0;
  let start = 0;
  let signed = false;
  for (let at = 0; at <= text.length; at++) {
    STOP.lastIndex = at;
    at = STOP.exec(text)?.index ?? text.length;
    if (at < text.length && SIGNS.includes(text.charAt(at))) {
      signed = true;
      continue;
    }
    const [firstWord, firstQuantity] = [word, quantity];
    while (word < terms.length && terms[word]!.start < at) word++;
    while (quantity < quantities.length && quantities[quantity]!.start < at) quantity++;
    const own = terms.slice(firstWord, word);
    if (at - start <= LONGEST && (signed || reckonsInWords(text, own, quantities.slice(firstQuantity, quantity))))
      found.push(...inSentence(text, lexemesOf(text, start, at, byPlace(own), dates)));
    start = at + 1;
    signed = false;
  }
  return found;
}

/** Whether a sentence without a sign can hold a calculation: most cannot, and are not cut up. */
function reckonsInWords(text: string, terms: readonly TermToken[], quantities: readonly QuantityToken[]): boolean {
  if (quantities.length < 2) return false;
  if (terms.some(({ ref }) => ref === 'total' || IN_WORDS.has(ref))) return true;
  if (quantities.some(({ dimension, start }) => dimension === 'percent' && text[start - 1] === '的')) return true;
  const amounts = quantities.filter(({ dimension }) => dimension === 'money');
  return amounts.length > 1 && text.slice(Math.max(0, amounts[0]!.start - PERIOD_REACH), amounts.at(-1)!.end + PERIOD_REACH).includes('年');
}

function byPlace(terms: readonly TermToken[]): ReadonlyMap<number, Word> {
  const words = new Map<number, Word>();
  for (const { start, end, ref } of terms) if (rank(ref) > rank(words.get(start)?.role)) words.set(start, { start, end, role: ref });
  return words;
}

/** Of several words at one place the one that means most to a calculation; shields (取得, 公共) mean nothing. */
const RANKS = ['unsummed', 'total', 'equals', 'over', 'times', 'minus', 'plus'];
const rank = (role: string | undefined): number => (role === undefined ? -2 : RANKS.indexOf(role));
/** Operators in words. */
const IN_WORDS: ReadonlySet<string> = new Set(['over', 'times', 'minus', 'plus']);
/** 一年 stands at most so far from its amount. */
const PERIOD_REACH = 12;

/** Roles of the language that only calculations ask for. */
export const RECKONING: ReadonlySet<string> = new Set([...RANKS, 'noEquals', 'noTotal']);

function inSentence(text: string, lexemes: readonly Lexeme[]): Written[] {
  const found: Written[] = [];
  let chain: { readonly end: number; readonly left: Expression } | null = null;
  for (const [at, lexeme] of lexemes.entries()) {
    if (lexeme.kind === 'equals') {
      const written: Chained | null = lexeme.by === 'total' ? null : equation(lexemes, at, chain);
      if (written) {
        found.push({ ...written.calculation, start: written.start, end: written.end });
        chain = written;
      }
      if (lexeme.by === 'total') found.push(...totalAt(text, lexemes, at));
    }
    if (lexeme.kind === 'open') found.push(...glossAt(lexemes, at));
  }
  found.push(...periodsIn(text, lexemes));
  return found;
}

interface Chained {
  readonly calculation: Calculation;
  readonly start: number;
  readonly end: number;
  readonly left: Expression;
}

/** a+b=c, also as a link of a=b=c: a plain value is held against the reckoning before it. */
function equation(
  lexemes: readonly Lexeme[],
  at: number,
  chain: { readonly end: number; readonly left: Expression } | null,
): Chained | null {
  const mark = lexemes[at]!;
  const sign = mark.kind === 'equals' && mark.by === 'sign';
  const before = parseExpression(sideBefore(lexemes, at, sign), 'end');
  const after = parseExpression(sideAfter(lexemes, at, sign), 'start');
  if (!before || !after) return null;
  // «6个月平均工资,即7000×6»: there the number counts something else.
  const named = lexemes.slice(0, at).findLast(({ kind }) => kind !== 'list')?.kind === 'label';
  const left = before.plain && chain !== null && chain.end === before.end ? chain.left : before;
  if (left.plain && after.plain) return null;
  // 还剩 and 为 are common words: in words, only what has been reckoned before them counts.
  if (!sign && (left.plain === after.plain || (left.plain && named))) return null;
  return {
    calculation: { by: 'equation', left: left.steps, right: after.steps },
    start: left.start,
    end: after.end,
    left: after.plain ? left : after,
  };
}

/** What stands before an equality mark, back to the mark that parts it from the rest. */
function sideBefore(lexemes: readonly Lexeme[], at: number, sign: boolean): Lexeme[] {
  const side: Lexeme[] = [];
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const lexeme = lexemes[index]!;
    if (lexeme.kind === 'break' || lexeme.kind === 'equals') break;
    if (lexeme.kind === 'list' && depth === 0) {
      const next = lexemes[index + 1]!;
      // «98天,加上60天,等于158天»: a comma before an operator or a mark in words is a pause.
      if (!(next.kind === 'operator' && next.word) && !(index === at - 1 && !sign)) break;
      continue;
    }
    if (lexeme.kind === 'close') depth++;
    if (lexeme.kind === 'open' && --depth < 0) break;
    side.push(lexeme);
  }
  return side.reverse();
}

function sideAfter(lexemes: readonly Lexeme[], at: number, sign: boolean): Lexeme[] {
  const side: Lexeme[] = [];
  let depth = 0;
  for (let index = at + 1; index < lexemes.length; index++) {
    const lexeme = lexemes[index]!;
    if (lexeme.kind === 'break' || lexeme.kind === 'equals' || (lexeme.kind === 'list' && depth === 0)) break;
    // Between 为 or 即 and its number stands nothing; after = there may be what the number is (=每月报销560元).
    if (!sign && side.length === 0 && lexeme.kind === 'label') break;
    if (lexeme.kind === 'open') depth++;
    if (lexeme.kind === 'close' && --depth < 0) break;
    side.push(lexeme);
  }
  return side;
}

/** 560元(20000元×2.8%). */
function glossAt(lexemes: readonly Lexeme[], at: number): Written[] {
  const value = lexemes[at - 1];
  if (value?.kind !== 'figure' || value.bounded) return [];
  const inside: Lexeme[] = [];
  let index = at + 1;
  if (lexemes[index]?.kind === 'equals') index++;
  for (; index < lexemes.length; index++) {
    const lexeme = lexemes[index]!;
    if (lexeme.kind === 'close') break;
    if (lexeme.kind === 'open' || lexeme.kind === 'equals') return [];
    inside.push(lexeme);
  }
  const close = lexemes[index];
  const reckoned = close && parseExpression(inside, 'whole');
  if (!close || !reckoned || reckoned.plain) return [];
  return [{ by: 'equation', left: reckoned.steps, right: [value.figure], start: value.start, end: close.end }];
}
