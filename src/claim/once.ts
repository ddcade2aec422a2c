// What follows of a list of tokens alone is worked out once, however many drafts of a clause ask for it: layers share their lists.
import type { Packs } from '../pack/pack.ts';
import type { Token } from '../parse/clause.ts';

interface Kept {
  readonly packs: Packs;
  /** By maker. */
  readonly values: unknown[];
}

/** One table for all makers: most lists are asked for several things, and an entry of a weak table is dear to make and to collect. */
const kept = new WeakMap<readonly Token[], Kept>();
let makers = 0;

/** `make`, asked once for each list (not for each content). Lists must not be changed afterwards, nor what was made. */
export function oncePer<T extends {}>(make: (packs: Packs, tokens: readonly Token[]) => T): (packs: Packs, tokens: readonly Token[]) => T {
  const maker = makers++;
  return (packs, tokens) => {
    let own = kept.get(tokens);
    if (own === undefined || own.packs !== packs) kept.set(tokens, (own = { packs, values: [] }));
    return (own.values[maker] ??= make(packs, tokens)) as T;
  };
}
