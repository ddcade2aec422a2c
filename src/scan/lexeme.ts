// A sentence cut into what calculations are written with: figures, operators, equality marks, and the words between.
import type { Figure, Operator } from '../model/claim.ts';
import { chineseDigit, chinesePower, isDigit, readNumeral } from './numeral.ts';
import { PREFIXES, SUFFIXES } from './quantity-bound.ts';
import { ONE_PERIODS, PERIODS, readTrailingPeriod } from './quantity-period.ts';
import type { Per } from './quantity-period.ts';
import { readUnit } from './quantity-unit.ts';
import type { Unit } from './quantity-unit.ts';
import { isOneOf, longestWord } from './quantity-words.ts';

/** A function word of the packs, as the scan found it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** plus, minus, times, over, equals, total, unsummed … */
  readonly role: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface FigureLexeme extends Place {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly per: Per;
  /** A limit (超过, 以上): no value that one can reckon with. */
  readonly bounded: boolean;
}

export interface LabelLexeme extends Place {
  readonly kind: 'label';
  /** Holds nothing that makes the number beside it another than it seems (其中, 或, 每, 不). */
  readonly firm: boolean;
}

export interface EqualsLexeme extends Place {
  readonly kind: 'equals';
  readonly by: 'sign' | 'word' | 'total';
}

export type Lexeme =
  | FigureLexeme
  | LabelLexeme
  | EqualsLexeme
  | (Place & { readonly kind: 'operator'; readonly sign: Operator; readonly word: boolean })
  | (Place & { readonly kind: 'open' | 'close' | 'list' | 'break' });

const OPERATOR_WORDS: Readonly<Record<string, Operator>> = { plus: '+', minus: '-', times: '×', over: '÷' };
const SIGNS: Readonly<Record<string, Operator>> = { '+': '+', '×': '×', '✕': '×', '÷': '÷', '*': '×', x: '×', X: '×', '-': '-', '/': '÷' };
/** Signs that mean an operator only between numbers. */
const TIMID = '*xX-/';
const BREAKS = ':。;!?\n"“”《》【】[]{}<>^~…—至到';
const TIME_UNITS: Readonly<Record<string, string>> = {
  '1/30': '天',
  '7/30': '周',
  '1/1': '个月',
  '3/1': '季度',
  '12/1': '年',
  '1/720': '小时',
};

/** What is known of the number to come: 约, 不超过, 每月. */
interface Ahead {
  about: boolean;
  bounded: boolean;
  per: Per;
}

/** The lexemes of `text` from `start` to `end`. `words` are the function words in it, `dates` the ranges of its dates. */
export function lexemesOf(
  text: string,
  start: number,
  end: number,
  words: ReadonlyMap<number, Word>,
  dates: ReadonlyMap<number, number>,
): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let ahead: Ahead = { about: false, bounded: false, per: null };
  let label: { start: number; end: number; firm: boolean } | null = null;
  const flush = (): void => {
    if (label) lexemes.push({ kind: 'label', ...label });
    label = null;
  };
  const add = (lexeme: Lexeme): void => {
    flush();
    lexemes.push(lexeme);
  };
  const say = (from: number, to: number, firm: boolean): void => {
    label = label ? { start: label.start, end: to, firm: label.firm && firm } : { start: from, end: to, firm };
  };
  const last = (): Lexeme | undefined => (label ? { kind: 'label', ...label } : lexemes.at(-1));
  for (let at = start; at < end;) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t') {
      at++;
      continue;
    }
    const date = dates.get(at);
    const figure = date === undefined || besideOperator(text, at, date) ? readFigure(text, at, last(), ahead) : null;
    if (figure) {
      add(figure);
      at = figure.end;
      ahead = { about: false, bounded: false, per: null };
      continue;
    }
    if (date !== undefined) {
      say(at, date, true);
      at = date;
      continue;
    }
    const sign = signAt(text, at, last());
    if (sign) {
      add({ kind: 'operator', sign, word: false, start: at, end: at + 1 });
      at++;
      continue;
    }
    const before = last();
    if (
      char === '的' &&
      readsShare(text, at + 1) &&
      (before?.kind === 'figure' || (before?.kind === 'label' && lexemes.at(-1)?.kind === 'figure'))
    ) {
      add({ kind: 'operator', sign: '×', word: true, start: at, end: at + 1 });
      at++;
      continue;
    }
    const mark = markAt(text, at);
    if (mark) {
      add(mark);
      at = mark.end;
      if (mark.kind === 'break') ahead = { about: false, bounded: false, per: null };
      continue;
    }
    const word = words.get(at);
    const operator = word && OPERATOR_WORDS[word.role];
    // A single 加 or 减 may be part of any word: it must follow the number itself.
    if (word && operator && (word.end - word.start > 1 || before?.kind === 'figure')) {
      add({ kind: 'operator', sign: operator, word: true, start: at, end: word.end });
      at = word.end;
      continue;
    }
    if (word && (word.role === 'equals' || word.role === 'total')) {
      add({ kind: 'equals', by: word.role === 'total' ? 'total' : 'word', start: at, end: word.end });
      at = word.end;
      continue;
    }
    const one = longestWord(ONE_PERIODS, text, at);
    const period = one ?? longestWord(PERIODS, text, at);
    if (period && text.charAt(at + period[0].length) !== '性') {
      ahead.per = period[1] ?? ahead.per;
      at += period[0].length;
      continue;
    }
    const limit = longestWord(PREFIXES, text, at);
    if (limit && limit[1] !== 'meet') {
      if (limit[1] === 'about' || limit[1] === 'near') ahead.about = true;
      else ahead.bounded = true;
      at += limit[0].length;
      continue;
    }
    if (word) {
      say(at, word.end, word.role !== 'unsummed');
      at = word.end;
      continue;
    }
    if (isDigit(text.charCodeAt(at))) {
      // A code or a number of more digits than one reckons with.
      let to = at + 1;
      while (to < end && isDigit(text.charCodeAt(to))) to++;
      add({ kind: 'break', start: at, end: to });
      at = to;
      continue;
    }
    if (isHan(text.charCodeAt(at))) say(at, at + 1, true);
    else if (isLatin(text.charCodeAt(at))) say(at, at + 1, true);
    else add({ kind: 'break', start: at, end: at + 1 });
    at++;
  }
  flush();
  return lexemes;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** 12月×90元: twelve months, not December. */
const besideOperator = (text: string, start: number, end: number): boolean =>
  isOneOf('+×÷*', text, end) || isOneOf('+×÷*', text, start - 1);

function markAt(text: string, at: number): Lexeme | null {
  const char = text.charAt(at);
  const place = { start: at, end: at + 1 };
  if (char === '(') return { kind: 'open', ...place };
  if (char === ')') return { kind: 'close', ...place };
  if (char === ',' || char === '、' || (isOneOf('和及与', text, at) && isDigit(text.charCodeAt(at + 1)))) return { kind: 'list', ...place };
  if (char === '=' || char === '≈') return { kind: 'equals', by: 'sign', ...place };
  return BREAKS.includes(char) && !longestWord(PREFIXES, text, at) ? { kind: 'break', ...place } : null;
}

function signAt(text: string, at: number, before: Lexeme | undefined): Operator | null {
  const sign = SIGNS[text.charAt(at)];
  if (sign === undefined) return null;
  if (!TIMID.includes(text.charAt(at))) return sign;
  const next = text.charAt(at + 1) === ' ' ? at + 2 : at + 1;
  const number = isDigit(text.charCodeAt(next)) || isOneOf('(¥￥', text, next);
  if (before?.kind !== 'figure' && before?.kind !== 'close') return null;
  return number || (text.charAt(at) === '-' && isHan(text.charCodeAt(next))) ? sign : null;
}

/** Whether a share (8%, 八成) stands at `at`. */
function readsShare(text: string, at: number): boolean {
  const numeral = readNumeral(text, at);
  return numeral !== null && readUnit(text, numeral.end)?.[1].dimension === 'percent';
}

function readFigure(text: string, at: number, before: Lexeme | undefined, ahead: Ahead): FigureLexeme | null {
  const yuan = isOneOf('¥￥', text, at) ? 1 : 0;
  const code = text.charCodeAt(at + yuan);
  const digits = isDigit(code);
  if (!digits && chineseDigit(code) < 0 && chinesePower(code) !== 1) return null;
  if (at > 0 && (isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)) || isOneOf('.第', text, at - 1))) return null;
  if (!digits && (chineseDigit(text.charCodeAt(at - 1)) >= 0 || chinesePower(text.charCodeAt(at - 1)) > 0)) return null;
  if (longestWord(ONE_PERIODS, text, at) && before?.kind !== 'operator') return null;
  const numeral = readNumeral(text, at + yuan);
  if (!numeral) return null;
  const unit = readUnit(text, numeral.end);
  // 一次, 三级: a Chinese number counts with a unit only, and one thing is no number to reckon with.
  if (!digits && (!unit || (numeral.value < 2 && before?.kind !== 'operator'))) return null;
  const written = text.slice(at + yuan, numeral.end);
  let end = numeral.end + (unit ? unit[0].length : 0);
  let about = ahead.about;
  let { bounded } = ahead;
  for (let step = 0; step < 2; step++) {
    const suffix = longestWord(SUFFIXES, text, end);
    if (suffix) {
      if (suffix[1] === 'about') about = true;
      else bounded = true;
      end += suffix[0].length;
    } else if (isOneOf('多余来几', text, end) || text.startsWith('起', end)) bounded = true;
  }
  const trailing = ahead.per === null ? readTrailingPeriod(text, end) : null;
  const { value, name } = inUnit(numeral.value, unit?.[1] ?? null, unit?.[0] ?? '', yuan === 1);
  return {
    kind: 'figure',
    start: at,
    end: trailing?.end ?? end,
    figure: { value, unit: name, digit: (lastDigit(written) * value) / (numeral.value || 1), approximate: about },
    per: ahead.per ?? trailing?.per ?? null,
    bounded,
  };
}

/** The value in the unit that figures are kept in: shares in %, money in 元, time in the unit as written. */
function inUnit(value: number, unit: Unit | null, word: string, yuan: boolean): { value: number; name: string } {
  if (unit === null) return { value, name: yuan ? '元' : '' };
  switch (unit.dimension) {
    case 'percent':
      return { value: word === '折' ? (value < 10 ? value * 10 : value) : (value * unit.times) / unit.over, name: '%' };
    case 'points':
      return { value, name: '%' };
    case 'money':
      return { value, name: '元' };
    case 'duration':
      return { value, name: TIME_UNITS[`${unit.times}/${unit.over}`] ?? word };
    default:
      return { value, name: unit.base };
  }
}

/** Worth of the last digit written, in the number itself: 0.01 of 2.85, 1000 of 3.5万. */
function lastDigit(written: string): number {
  const point = written.search(/[.点]/);
  let decimals = 0;
  if (point >= 0) while (isDigit(written.charCodeAt(point + 1 + decimals))) decimals++;
  let scale = 1;
  for (let at = written.length - 1; at >= 0 && chinesePower(written.charCodeAt(at)) >= 2; at--)
    scale *= 10 ** chinesePower(written.charCodeAt(at));
  return scale / 10 ** decimals;
}
