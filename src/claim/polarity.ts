// Yes or no: negations before a predicate, two of which cancel each other.
import type { TermToken, Token } from '../scan/scan.ts';

/** 未, 没有, 不 deny what stands at most so far behind them. */
const REACH = 8;

/** Whether the predicate at `cue` is denied by an odd number of negations between `from` and it. */
export function isNegated(tokens: readonly Token[], cue: TermToken, from: number, text: string): boolean {
  let count = 0;
  for (const token of tokens) {
    if (token.start >= cue.start) break;
    if (token.category !== 'role' || token.start < from || token.end > cue.start) continue;
    if (token.ref === 'negation') count++;
    else if (token.ref === 'privative' && cue.start - token.end <= REACH && !text.slice(token.end, cue.start).includes('的')) count++;
  }
  return count % 2 === 1;
}
