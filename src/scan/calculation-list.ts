// Calculations that a list implies: parts and what they come to, a month's and a year's amount.
import type { Figure, Operator } from '../model/claim.ts';
import { parseExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import type { FigureLexeme, Lexeme } from './lexeme.ts';
import { chineseDigit } from './numeral.ts';
import type { Written } from './calculation.ts';

interface Part {
  readonly expression: Expression;
  readonly start: number;
}

/** What an item of a list is to its total: a part, nothing (words, a share beside money), the end of the list, or a reason to be silent. */
type Item = Part | 'beside' | 'end' | 'doubt';

/** 单位8%,个人2%,合计10%: the figures of one unit before the word, where nothing else in the list can enter the sum. */
export function totalAt(text: string, lexemes: readonly Lexeme[], at: number): Written[] {
  let next = at + 1;
  let name = '';
  for (; next < at + 4 && ['equals', 'break', 'label'].includes(lexemes[next]?.kind ?? ''); next++)
    if (lexemes[next]!.kind === 'label') name = text.slice(lexemes[next]!.start, lexemes[next]!.end);
  const total = lexemes[next];
  if (total?.kind !== 'figure' || total.bounded) return [];
  const parts: Part[] = [];
  let item: Lexeme[] = [];
  let count = 1;
  for (let index = at - 1; index >= -1; index--) {
    const lexeme = lexemes[index];
    if (lexeme?.kind === 'open' || lexeme?.kind === 'close') return [];
    const pause = lexeme?.kind === 'list' || (lexeme?.kind === 'operator' && lexeme.word && lexeme.sign === '+');
    const ends = lexeme === undefined || lexeme.kind === 'break' || (lexeme.kind === 'equals' && lexeme.by === 'total');
    if (!pause && !ends) {
      item.unshift(lexeme);
      continue;
    }
    const read = readItem(text, item, total, name, parts.length);
    if (read === 'doubt') return [];
    if (typeof read === 'object') parts.unshift(read);
    else for (const one of item) if (one.kind === 'label') count = Math.max(count, countOf(text, one));
    if (ends || read === 'end') break;
    item = [];
  }
  // «一家三口合计»: more than the list tells.
  if (count > 1 && count !== parts.length) return [];
  if (parts.length < 2 && parts.every(({ expression }) => expression.plain)) return [];
  const left = parts.flatMap(({ expression }, index): readonly (Figure | Operator)[] =>
    index === 0 ? expression.steps : [...expression.steps, '+'],
  );
  return [{ by: 'total', left, right: [total.figure], start: parts[0]!.start, end: total.end }];
}

function readItem(text: string, item: readonly Lexeme[], total: FigureLexeme, name: string, later: number): Item {
  // «按8%即400元»: the value of an item is what it comes to.
  const value = item.slice(item.findLastIndex((lexeme) => lexeme.kind === 'equals') + 1);
  const figures = value.filter((lexeme): lexeme is FigureLexeme => lexeme.kind === 'figure');
  if (item.some((lexeme) => lexeme.kind === 'label' && !lexeme.firm)) return 'doubt';
  if (figures.length === 0) return 'beside';
  const { figure, per } = figures[0]!;
  // «月工资5000元,单位800元,个人400元,合计1200元»: the list begins after what is more than the total.
  if (later > 1 && figure.unit === total.figure.unit && figure.value > total.figure.value) return 'end';
  const start = item[0]!.start;
  if (figure.unit !== total.figure.unit) return isRate(figure, total.figure) ? 'beside' : 'doubt';
  // «合计缴费12%»: what the total is of must be what each part is of.
  if (per !== total.per || figures.some((one) => one.bounded) || !text.slice(start, item.at(-1)!.end).includes(name)) return 'doubt';
  const expression = parseExpression(value, 'whole');
  return expression ? { expression, start } : 'doubt';
}

/** How many the words before a total speak of (以上三项, 一家三口), 1 for none. */
function countOf(text: string, { start, end }: Lexeme): number {
  for (let at = start; at < end; at++) {
    const count = chineseDigit(text.charCodeAt(at));
    if (count > 1) return count;
  }
  return 1;
}

/** Beside money a share multiplies nothing, and the other way round; days, people and times do. */
const isRate = (figure: Figure, total: Figure): boolean =>
  (figure.unit === '%' && total.unit === '元') || (figure.unit === '元' && total.unit === '%');

const PERIODS_PER: Readonly<Record<string, number>> = { 月: 12, 季: 4, 年: 1 };

/** 每月90元,一年1080元: two amounts side by side, with nothing between that makes the second one something else. */
export function periodsIn(text: string, lexemes: readonly Lexeme[]): Written[] {
  const found: Written[] = [];
  let alone = true;
  for (const [at, first] of lexemes.entries()) {
    if (first.kind === 'break') alone = true;
    if (first.kind !== 'figure' || first.figure.unit !== '元') continue;
    // «单位每月800元,个人每月200元,一年12000元»: the year's amount may be that of several.
    if (!alone || first.bounded) continue;
    alone = false;
    const own = lexemes[at - 1];
    let index = at + 1;
    for (; index < lexemes.length; index++) {
      const lexeme = lexemes[index]!;
      if (lexeme.kind === 'list' || lexeme.kind === 'open' || (lexeme.kind === 'equals' && lexeme.by !== 'sign')) continue;
      if (lexeme.kind !== 'label') break;
      const words = text.slice(lexeme.start, lexeme.end);
      if (!lexeme.firm || (words.length > 1 && (own?.kind !== 'label' || text.slice(own.start, own.end) !== words))) break;
    }
    const second = lexemes[index];
    if (second?.kind !== 'figure' || second.figure.unit !== '元' || second.bounded || index === at + 1) continue;
    const [from, to] = [PERIODS_PER[first.per ?? ''], PERIODS_PER[second.per ?? '']];
    if (from === undefined || to === undefined || from === to) continue;
    const [short, long] = from > to ? [first, second] : [second, first];
    const times: Figure = { value: Math.max(from, to) / Math.min(from, to), unit: '', digit: 1, approximate: false };
    found.push({ by: 'period', left: [short.figure, times, '×'], right: [long.figure], start: first.start, end: second.end });
  }
  return found;
}
