// A block's text → sentences and clauses. Marks decide, and the words that turn or condition a clause.
import type { Block } from '../model/article.ts';
import type { Scan, Token } from '../scan/scan.ts';
import { hasRole } from './clause.ts';
import type { Clause, ClauseRole, QuantityToken, Sentence } from './clause.ts';
import { moodOf } from './mood.ts';

// By code: a character of a text, as a string, is an object of its own.
const codesOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const SENTENCE_ENDS = codesOf('。!?;\n');
const CLAUSE_ENDS = codesOf(',:—');
const LABEL_ENDS = codesOf('、(');
const [SPACE, COLON, COMMA, OPEN] = [0x20, 0x3a, 0x2c, 0x28];
/** A label before a colon is at most so long; what is longer is a clause of its own. */
const LABEL_LENGTH = 16;
/** 自欠费次月起,统筹基金暂停付费: when it begins is part of what begins. */
const OPENING = 10;
/** Commas inside brackets no longer than this do not part clauses. */
const BRACKET_LENGTH = 40;

/** Cuts a block into sentences. `first` is the index of the first token at or after the block's start. */
export function readSentences(scan: Scan, block: Block, first: number): Sentence[] {
  const { text } = scan;
  const sentences: Sentence[] = [];
  let token = first;
  let start = block.start;
  const close = (end: number, mark: string): void => {
    const from = skipSpace(text, start, end);
    const to = trimEnd(text, from, end);
    if (to > from) {
      while (token < scan.tokens.length && scan.tokens[token]!.start < from) token++;
      let last = token;
      while (last < scan.tokens.length && scan.tokens[last]!.start < to) last++;
      sentences.push(...partLabel(readSentence(scan, block, from, to, mark, scan.tokens.slice(token, last))));
      token = last;
    }
    start = end;
  };
  for (let at = block.start; at < block.end; at++) {
    const code = text.charCodeAt(at);
    if (SENTENCE_ENDS.has(code)) close(at + 1, text[at]!);
    else if (code === SPACE && beginsLabel(text, at + 1, block.end)) close(at, ' ');
  }
  close(block.end, '');
  return sentences;
}

/** «起付线:400元 三级医疗机构»: a case that ends the run heads the next one. */
function partLabel(sentence: Sentence): Sentence[] {
  const last = sentence.clauses.at(-1);
  if (!last || last.line === 0 || sentence.clauses.length < 2) return [sentence];
  if (
    !last.tokens.some((token) => token.category === 'value') ||
    last.tokens.some((token) => token.category === 'quantity' || token.category === 'role')
  )
    return [sentence];
  const before = sentence.clauses.slice(0, -1);
  return [
    { ...sentence, end: before.at(-1)!.end, clauses: before },
    { ...sentence, start: last.start, clauses: [{ ...last, line: 0 }] },
  ];
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Bold labels that lost their line: «… 缴费年限 :累计…»: a short run without marks, then a colon. */
function beginsLabel(text: string, from: number, end: number): boolean {
  for (let at = from; at < end && at - from <= LABEL_LENGTH; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) return at - from >= 2;
    if (SENTENCE_ENDS.has(code) || CLAUSE_ENDS.has(code) || LABEL_ENDS.has(code)) return false;
    if (code === SPACE && text[at + 1] !== ':') return false;
  }
  return false;
}

const NOWHERE: ReadonlySet<number> = new Set();

function readSentence(scan: Scan, block: Block, start: number, end: number, mark: string, tokens: readonly Token[]): Sentence {
  const clauses: Clause[] = [];
  let from = start;
  let next = 0;
  let turned = false;
  let line = 0;
  const close = (to: number, colon: boolean): void => {
    const first = skipSpace(scan.text, from, to);
    const last = trimEnd(scan.text, first, to);
    if (last > first) {
      const inside: Token[] = [];
      while (next < tokens.length && tokens[next]!.start < last) inside.push(tokens[next++]!);
      clauses.push({ start: first, end: last, role: roleOf(scan.text, first, last, inside, colon), tokens: inside, turned, line });
    }
    from = to;
    turned = false;
  };
  const placesOf = (role: string): ReadonlySet<number> =>
    hasRole(tokens, role)
      ? new Set(tokens.filter((token) => token.category === 'role' && token.ref === role).map((token) => token.start))
      : NOWHERE;
  const turns = placesOf('turn');
  // 抢救不过48小时: no more than so much; at the head of a clause it is a turn.
  const bounds =
    turns === NOWHERE
      ? NOWHERE
      : new Set(
          tokens
            .filter((token) => token.category === 'role' && token.ref === 'turn' && startsValue(tokens, token.end))
            .map((token) => token.start),
        );
  const openings = placesOf('turnStart');
  let bracketEnd = -1;
  const values = tokens.filter((token) => token.category === 'quantity' || token.category === 'date');
  let value = 0;
  for (let at = start; at < end; at++) {
    const code = scan.text.charCodeAt(at);
    // The comma of 25,912元 and the dash of a range part nothing.
    while (value < values.length && values[value]!.end <= at) value++;
    if (value < values.length && values[value]!.start < at) continue;
    if (code === OPEN) {
      const found = scan.text.slice(at, at + BRACKET_LENGTH + 1).indexOf(')');
      if (found > 0) bracketEnd = at + found;
    }
    if (code === COMMA && scan.text[at - 1] === '起' && at - from <= OPENING) continue;
    if (CLAUSE_ENDS.has(code) && at > bracketEnd) {
      close(at, code === COLON && at - from <= LABEL_LENGTH + 8);
      from = at + 1;
    } else if (
      code === SPACE &&
      at > bracketEnd &&
      value > 0 &&
      values[value - 1]!.end === at &&
      values[value - 1]!.category === 'quantity' &&
      isHan(scan.text.charCodeAt(at + 1))
    ) {
      // A blank after a value is a lost line break: «每人每年405元 财政补助1725元».
      close(at, false);
      line++;
    } else if (turns.has(at) && !bounds.has(at) && at > from + 1 && at > bracketEnd) {
      close(at, false);
      turned = true;
    } else if ((turns.has(at) || openings.has(at)) && at <= from + 1) turned = true;
  }
  close(end, false);
  return { start, end, clauses, mood: moodOf(scan, block, start, end, mark, tokens, clauses) };
}

const startsValue = (tokens: readonly Token[], at: number): boolean =>
  tokens.some((token) => token.category === 'quantity' && token.start === at);

/** 不会因断缴而清零: the cause stands inside the verdict. */
const isBecause = (cause: Token, tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'turnStart' && token.start > cause.end && token !== cause) &&
  tokens.some((token) => token.category === 'role' && token.ref === 'negation' && token.end <= cause.start);

/** 只有5种: no more than so many. */
const isMere = (word: Token, tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.category === 'quantity' && token.start === word.end) &&
  tokens.some((token) => token.category === 'role' && token.ref === 'only' && token.start === word.start && token.end === word.end);

/** (如居民医保): an instance in a bracket. */
const isInstance = (word: Token, text: string): boolean => text[word.start - 1] === '(';

const isAgeBand = (token: QuantityToken): boolean => token.dimension === 'age' && token.bound !== 'exact';

function roleOf(text: string, start: number, end: number, tokens: readonly Token[], colon: boolean): ClauseRole {
  if (colon) return 'label';
  if (
    tokens.some(
      (token) =>
        token.category === 'role' && token.ref === 'if' && !isBecause(token, tokens) && !isMere(token, tokens) && !isInstance(token, text),
    )
  )
    return 'condition';
  // 80至89周岁,每月60元; 百岁以上,每月800元: ages and nothing else.
  if (tokens.some((token) => token.category === 'quantity' && isAgeBand(token) && token.start === start && token.end === end))
    return 'condition';
  const ending = tokens.find(
    (token) => token.category === 'role' && token.ref === 'conditionEnd' && token.end === end && token.start > start,
  );
  // 额度是累计的 asserts: 是…的 is no case.
  if (ending && !(end - ending.start === 1 && hasRole(tokens, 'is'))) return 'condition';
  return 'statement';
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r')) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (
    at > from &&
    (text[at - 1] === ' ' ||
      text[at - 1] === '\t' ||
      text[at - 1] === '\n' ||
      text[at - 1] === '\r' ||
      text[at - 1] === ';' ||
      text[at - 1] === '。')
  )
    at--;
  return at;
}
