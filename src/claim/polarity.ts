// Yes or no: negations before a predicate, two of which cancel each other.
import type { TermToken, Token } from '../scan/scan.ts';

/** Whether the predicate at `cue` is denied by an odd number of negations between `from` and it. */
export function isNegated(tokens: readonly Token[], cue: TermToken, from: number): boolean {
  let count = 0;
  for (const token of tokens) {
    if (token.start >= cue.start) break;
    if (token.category === 'role' && token.ref === 'negation' && token.start >= from && token.end <= cue.start) count++;
  }
  return count % 2 === 1;
}
