// One side of a calculation → postfix steps: (11000元-1000元)×85%. Words may name the numbers, and stand nowhere else.
import type { Figure, Operator } from '../model/claim.ts';
import type { Lexeme } from './lexeme.ts';

export interface Expression {
  readonly steps: readonly (Figure | Operator)[];
  /** One number and nothing to reckon. */
  readonly plain: boolean;
  readonly start: number;
  readonly end: number;
}

/** Words that name a number are at most so long. */
const NAME_LENGTH = 14;

/**
 * Parses a side. `whole`: all of it must be one expression; `end`: what stands before the last complete sum of like figures may be left off
 * («生育1个孩子的98天+60天»); `start`: likewise what follows the first expression.
 */
export function parseExpression(side: readonly Lexeme[], anchor: 'whole' | 'start' | 'end'): Expression | null {
  const lexemes = withoutNames(side);
  if (lexemes === null) return null;
  if (anchor === 'whole') return parseAll(lexemes);
  const cut = seam(lexemes, anchor);
  const kept = cut === null ? lexemes : anchor === 'start' ? lexemes.slice(0, cut) : lexemes.slice(cut);
  const expression = parseAll(kept);
  if (expression === null || cut === null) return expression;
  return anchor === 'start' || isUniformSum(expression) ? expression : null;
}

type Part = Exclude<Lexeme, { kind: 'label' | 'list' | 'break' | 'equals' }>;

/** The lexemes without the names beside numbers; null where a name says that its number is no plain one. */
function withoutNames(side: readonly Lexeme[]): Part[] | null {
  const parts: Part[] = [];
  const lastFigure = side.findLastIndex((lexeme) => lexeme.kind === 'figure');
  const firstFigure = side.findIndex((lexeme) => lexeme.kind === 'figure');
  for (let at = 0; at < side.length; at++) {
    const lexeme = side[at]!;
    if (lexeme.kind === 'label') {
      if (at < firstFigure) {
        // «平均工资×2»: what an operator follows is a value of its own.
        if (side[at + 1]?.kind === 'operator') return null;
        continue;
      }
      if (!lexeme.firm || (at < lastFigure && lexeme.end - lexeme.start > NAME_LENGTH)) return null;
      if (side[at - 1]?.kind === 'operator' && side[at + 1]?.kind === 'operator') return null;
      continue;
    }
    if (lexeme.kind === 'open' && isGloss(side, at)) {
      for (at++; side[at]!.kind !== 'close'; at++) {
        const inside = side[at]!;
        if (inside.kind === 'label' && !inside.firm) return null;
      }
      continue;
    }
    if (lexeme.kind === 'figure' && lexeme.bounded) return null;
    if (lexeme.kind === 'figure' || lexeme.kind === 'operator' || lexeme.kind === 'open' || lexeme.kind === 'close') parts.push(lexeme);
    else return null;
  }
  return parts;
}

/** (基数): brackets with words only. */
function isGloss(side: readonly Lexeme[], at: number): boolean {
  let index = at + 1;
  while (side[index]?.kind === 'label' || side[index]?.kind === 'list') index++;
  return side[index]?.kind === 'close' && index > at + 1;
}

/** Where two numbers stand side by side with no operator: the place of the last such (`end`) or the first (`start`), or null. */
function seam(lexemes: readonly Part[], anchor: 'start' | 'end'): number | null {
  const places: number[] = [];
  for (let at = 1; at < lexemes.length; at++) {
    const [before, here] = [lexemes[at - 1]!.kind, lexemes[at]!.kind];
    if ((before === 'figure' || before === 'close') && (here === 'figure' || here === 'open')) places.push(at);
  }
  return (anchor === 'start' ? places[0] : places.at(-1)) ?? null;
}

function isUniformSum({ steps }: Expression): boolean {
  const figures = steps.filter((step): step is Figure => typeof step !== 'string');
  return (
    figures.length > 1 &&
    steps.every((step) => step !== '×' && step !== '÷') &&
    figures.every(({ unit }) => unit !== '' && unit === figures[0]!.unit)
  );
}

/** Shunting-yard over the whole list; null where it is no expression. */
function parseAll(lexemes: readonly Part[]): Expression | null {
  const steps: (Figure | Operator)[] = [];
  const held: (Operator | '(')[] = [];
  let wanted = true;
  let before: Figure | null = null;
  let first = true;
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'figure') {
      if (!wanted) return null;
      // 1000-2000元 is a range; 12000-1500-2000 is none.
      if (before !== null && held.at(-1) === '-' && before.value < lexeme.figure.value) return null;
      steps.push(lexeme.figure);
      before = first ? lexeme.figure : null;
      first = false;
      wanted = false;
    } else if (lexeme.kind === 'open') {
      if (!wanted) return null;
      held.push('(');
      first = true;
    } else if (lexeme.kind === 'close') {
      if (wanted) return null;
      for (let top = held.pop(); top !== '('; top = held.pop()) {
        if (top === undefined) return null;
        steps.push(top);
      }
      before = null;
    } else if (lexeme.kind === 'operator') {
      if (wanted) return null;
      for (let top = held.at(-1); top !== undefined && top !== '(' && binding(top) >= binding(lexeme.sign); top = held.at(-1))
        steps.push(held.pop() as Operator);
      held.push(lexeme.sign);
      wanted = true;
    }
  }
  if (wanted) return null;
  for (let top = held.pop(); top !== undefined; top = held.pop()) {
    if (top === '(') return null;
    steps.push(top);
  }
  return { steps, plain: steps.length === 1, start: lexemes[0]!.start, end: lexemes.at(-1)!.end };
}

const binding = (operator: Operator): number => (operator === '+' || operator === '-' ? 1 : 2);
