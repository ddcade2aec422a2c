// Yes or no: negations before a predicate, two of which cancel each other.
import type { Token } from '../parse/clause.ts';

/** 未, 没有, 不 deny what stands at most so far behind them. */
const REACH = 8;

/** 不影响 denies nothing by itself, but what begins with 影响; 不计 in a cell is a value, and denies what begins with 计入; 不属于 denies 属于遗产. */
const DENIES: ReadonlySet<string> = new Set(['negation', 'privative', 'outside', 'filler', 'waives', 'nothing', 'disowns']);

/** 未使用的部分不会结转, 没退休之前取不出来: what was denied ends here. */
const PARTED = /的|前/;

/** Words behind which the verdict begins, so that what was denied before them is the case. */
const PARTS: ReadonlySet<string> = new Set(['regardless', 'then']);

/** Whether the predicate that begins at `at` is denied by an odd number of negations between `from` and it. */
export function isNegated(tokens: readonly Token[], at: number, from: number, text: string): boolean {
  let count = 0;
  // 不能用|公积金支付, 不影响|贷款: a denial that the predicate begins within.
  for (const token of tokens) {
    if (token.start >= at) break;
    if (token.category !== 'role' || token.start < from || token.end <= at || !DENIES.has(token.ref)) continue;
    count++;
    break;
  }
  // A word of several roles (不是) denies once.
  let counted = -1;
  for (const token of tokens) {
    if (token.start >= at) break;
    if (token.category !== 'role' || token.start < from || token.end > at || token.start === counted) continue;
    const { ref } = token;
    if (!COUNTS.has(ref) || isDoubled(text, token)) continue;
    // 没有结婚证也能领: the denial is of the case.
    // So it is in 不认证就停发.
    if (isParted(tokens, token.end, at)) continue;
    const before = count;
    if (ref === 'negation') count++;
    // 不属于医保基金的支付范围: of a name, however it is described, up to a verb of its own (不属于上述情形的可以补缴).
    else if (ref === 'disowns' && at - token.end <= REACH && !isBetween(tokens, 'may', token.end, at)) count++;
    // 不接受一次性补缴, 不予受理提前支取: refused, where the refusal stands right before what is refused.
    // 全面取消了就业地参保的户籍限制, 已叫停一次性补缴.
    else if (ref === 'abolished' && text[token.end] !== '的' && !isBetween(tokens, 'may', token.end, at)) count++;
    else if (ref === 'outside' && at - token.end <= REACH) count++;
    else if (
      ref === 'privative' &&
      at - token.end <= REACH &&
      !PARTED.test(text.slice(token.end, at)) &&
      !sparesOther(tokens, token, at, text)
    )
      count++;
    if (count > before) counted = token.start;
  }
  return count % 2 === 1;
}

/** 免备案直接结算, 免申请发放: what one is spared stands right behind 免, and the verdict is another word. */
const sparesOther = (tokens: readonly Token[], spares: Token, at: number, text: string): boolean =>
  text[spares.start] === '免' && tokens.some((token) => token.category !== 'role' && token.start === spares.end && token.end <= at);

const COUNTS: ReadonlySet<string> = new Set(['negation', 'outside', 'privative', 'disowns', 'abolished']);

const isBetween = (tokens: readonly Token[], role: string, from: number, to: number): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === role && token.start >= from && token.start <= to);

function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  for (const token of tokens)
    if (token.category === 'role' && token.start >= from && token.start <= to && PARTS.has(token.ref)) return true;
  return false;
}

/** 交不交随你: a verb and its denial leave both open. */
const isDoubled = (text: string, { start, end }: Token): boolean =>
  end - start === 1 && start > 0 && text[start - 1] === text[end] && text.charCodeAt(end) >= 0x4e00;

const DENYING: ReadonlySet<string> = new Set(['negation', 'privative', 'filler', 'outside']);

/** 不再缴费, 不办理退费: whether the words from `from` to `to` deny by themselves. */
export const holdsDenial = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.some((token) => token.category === 'role' && DENYING.has(token.ref) && token.start >= from && token.end <= to);

/** 视为没有中断: what did not befall anybody is no case. */
export function isAbsent(tokens: readonly Token[], { start }: Token): boolean {
  for (const token of tokens)
    if (token.end === start && token.category === 'role' && (token.ref === 'privative' || token.ref === 'negation')) return true;
  return false;
}
