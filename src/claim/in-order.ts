// Several numbers in one clause: those told in the order of their cases, and those that only say what was or what nobody asks for.
import { hasRole } from '../parse/clause.ts';
import type { Clause, QuantityToken, TermToken } from '../parse/clause.ts';
import type { Site } from './draft.ts';

/** 初级、中级、高级分别补贴1000元、1500元、2000元: case by case. Null where nothing is told in order; a value without its case gives no claim. */
export function casesInOrder(site: Site, outcomes: readonly QuantityToken[]): Map<QuantityToken, TermToken> | null {
  if (outcomes.length < 2 || !hasRole(site.clause.tokens, 'respectively')) return null;
  const mark = site.clause.tokens.find((token) => token.category === 'role' && token.ref === 'respectively');
  const after = mark ? outcomes.filter((quantity) => quantity.start >= mark.end) : [];
  if (!mark || after.length < 2) return null;
  const before = site.sentence.clauses
    .slice(Math.max(0, site.index - 1), site.index + 1)
    .flatMap((clause) => clause.tokens.filter((token) => token.end <= mark.start));
  const byAxis = new Map<string, TermToken[]>();
  for (const token of before) if (token.category === 'value') byAxis.set(token.ref, [...(byAxis.get(token.ref) ?? []), token]);
  const fitting = [...byAxis.values()].find((list) => list.length === after.length);
  return new Map(fitting ? after.map((quantity, index) => [quantity, fitting[index]!]) : []);
}

/** 由15年提高到20年, 在3个月基础上, 每多断1年加1个月: a number that leads to the value and is none itself. */
export function isFormer(site: Site, quantity: QuantityToken, quantities: readonly QuantityToken[]): boolean {
  const { text } = site.reading.scan;
  if (text.slice(quantity.end, quantity.end + 4).includes('基础上')) return true;
  if (isRateBase(site, quantity)) return true;
  const next = quantities[quantities.indexOf(quantity) + 1];
  if (!next || next.dimension !== quantity.dimension) return false;
  return site.clause.tokens.some(
    (token) => token.category === 'role' && token.ref === 'change' && token.start >= quantity.end && token.end <= next.start + 3,
  );
}

/** 再加24元, 比第一次低100元: the word right before a number that says by how much something changes. Only what is named by that very word has the number. */
export function deltaBefore({ clause, reading }: Site, quantity: QuantityToken): TermToken | null {
  if (quantity.dimension === 'age') return null;
  const { text } = reading.scan;
  const found = clause.tokens.find(
    (token): token is TermToken =>
      token.category === 'role' &&
      (token.ref === 'delta' || token.ref === 'differs') &&
      (token.end === quantity.start || (token.end === quantity.start - 1 && text[token.end] === '了')),
  );
  if (!found || found.ref === 'delta') return found ?? null;
  return clause.tokens.some((token) => token.category === 'role' && token.ref === 'than' && token.end <= found.start) ? found : null;
}

/** How far a waiver reaches. */
const WAIVED = 8;

/** 不用等够一年, 无需缴满10个月, 不是3个月(而是6个月), 没有30天的时限: what nobody asks for is no value. */
export function isDenied(clause: Clause, quantity: QuantityToken): boolean {
  for (const token of clause.tokens) {
    if (token.category !== 'role' || token.end > quantity.start) continue;
    const gap = quantity.start - token.end;
    if (token.ref === 'waives' ? gap <= WAIVED : token.ref === 'negation' && gap === 0) return true;
    if (token.ref === 'lifts' && gap === 0 && isLimit(clause, quantity)) return true;
  }
  return false;
}

/** 要是抢救了三天才去世,就不能视同了: with what one imagines the verdict fails, so it is no value; 超过48小时的,不算 tells the limit. */
export const isCounterexample = ({ clause, sentence, index }: Site, { bound }: QuantityToken): boolean =>
  bound === 'exact' &&
  clause.tokens.some((token) => token.category === 'role' && token.ref === 'imagined' && token.start === clause.start) &&
  sentence.clauses.slice(index + 1).some(({ tokens }) => hasRole(tokens, 'negation'));

/** So much may stand between a span and what it limits (30天的办理时限). */
const LIMITED = 4;

/** Whether what follows says that the number is a limit. 没有12个月的记录 asks for the twelve months. */
const isLimit = ({ tokens }: Clause, { end }: QuantityToken): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'limits' && token.start >= end && token.start - end <= LIMITED);

/** So many characters, no mark among them, may stand between an age and the number that holds for it. */
const AGE_REACH = 3;

/** 60岁139个月, 55岁退休170个月: the age is the case of the number behind it. */
export function isAgeOf(site: Site, quantity: QuantityToken, quantities: readonly QuantityToken[]): boolean {
  const next = quantities[quantities.indexOf(quantity) + 1];
  if (quantity.dimension !== 'age' || !next || next.dimension === 'age') return false;
  // 满65周岁的每月另加5元: who is meant, however the number behind is told.
  if (site.reading.scan.text[quantity.end] === '的') return true;
  return next.start - quantity.end <= AGE_REACH && /^\p{Script=Han}*$/u.test(site.reading.scan.text.slice(quantity.end, next.start));
}

/** 税率10%的人, 缴满15年的职工, 税率在10%以上、钱放得住的人: whom the number describes. */
export const describesPersons = ({ clause, reading }: Site, { end }: QuantityToken): boolean =>
  clause.tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'whom' &&
      (token.start === end ||
        (token.start > end &&
          token.start - end <= TRAIT &&
          TRAITS.has(reading.scan.text[end]!) &&
          !/\d/.test(reading.scan.text.slice(end, token.start)))),
  );

/** 缴存比例低于5%的很少批准: below or above what something is told of is a case, unless what has the number stands behind it (超过80%的比例). */
export const setsCaseApart = ({ clause, reading }: Site, { bound, dimension, range, end }: QuantityToken): boolean =>
  dimension === 'percent' &&
  (bound === 'max' || bound === 'min') &&
  (range.loOpen || range.hiOpen) &&
  reading.scan.text[end] === '的' &&
  end + 1 < clause.end &&
  !clause.tokens.some((token) => token.start === end + 1 && (token.category === 'concept' || token.category === 'attribute'));
/** How long a second trait of somebody may be, and what joins it to the first. */
const TRAIT = 12;
const TRAITS: ReadonlySet<string> = new Set(['、', '且', '又', '并']);

const BEFORE_OPERAND = '/÷×*=';
const AFTER_OPERAND = '/÷×*=';

/** 400/5万=8%: an amount to be reckoned with is no value, nor is what comes out for one amount (6600÷30×128=28160元); the 2% of 基数×2% is one. */
export function isOperand(text: string, quantity: QuantityToken): boolean {
  const mark = (set: string, at: number): boolean => at >= 0 && at < text.length && set.includes(text.charAt(at));
  return quantity.dimension === 'money' && (mark(BEFORE_OPERAND, quantity.start - 1) || mark(AFTER_OPERAND, quantity.end));
}

/** How far 每 may stand before the number of its event (每多中断一年). */
const EVENT = 4;

/** 每年提高一年: the period; 每次, 每人: no event that lasts. */
const NO_EVENT = new Set('年月季周天日个次人户');

/** 每断1年, 每满一年: what one counts by, where the sentence goes on to say how much. */
function isRateBase({ reading, sentence, clause }: Site, quantity: QuantityToken): boolean {
  if (quantity.dimension !== 'duration') return false;
  const before = reading.scan.text.slice(Math.max(clause.start, quantity.start - EVENT - 1), quantity.start);
  const each = before.lastIndexOf('每');
  if (each < 0 || each === before.length - 1 || NO_EVENT.has(before[each + 1]!)) return false;
  return sentence.clauses.some((other) =>
    other.tokens.some((token) => token.category === 'quantity' && token.start > quantity.start && token.dimension !== 'age'),
  );
}

const ROW: ReadonlySet<string> = new Set(['、', '/', '和', '与']);
const BETWEEN_VALUES: ReadonlySet<string> = new Set(['、', '和', '及', '或', ',']);

/** 1500元、1100元、800元三档: values of cases that are not named here. */
export function isAssorted(site: Site, quantity: QuantityToken, quantities: readonly QuantityToken[]): boolean {
  const { text } = site.reading.scan;
  // 短的六个月,长的一年: what is told of the ends of a spread.
  const { start, tokens } = site.clause;
  if (tokens.some((token) => token.category === 'role' && token.ref === 'extreme' && token.start === start && token.end === quantity.start))
    return true;
  const joined = (left: QuantityToken, right: QuantityToken, by: ReadonlySet<string> = BETWEEN_VALUES): boolean =>
    left.dimension === right.dimension && by.has(text.slice(left.end, right.start));
  let last = quantities.indexOf(quantity);
  const first = last;
  while (last + 1 < quantities.length && joined(quantities[last]!, quantities[last + 1]!)) last++;
  const several = last > first || (first > 0 && joined(quantities[first - 1]!, quantity));
  const end = quantities[last]!.end;
  // 300元、200元是全年累计的, 65%/60%/55%: one case has one value.
  const isOneOf = (left: QuantityToken | undefined, right: QuantityToken | undefined): boolean =>
    left !== undefined && right !== undefined && left.bound === 'exact' && right.bound === 'exact' && joined(left, right, ROW);
  const beside = isOneOf(quantities[first - 1], quantity) || isOneOf(quantity, quantities[first + 1]);
  if (beside && !hasRole(tokens, 'respectively')) return true;
  return several && site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'assorted' && token.start === end);
}
