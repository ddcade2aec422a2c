// What follows of a list alone (tokens, clauses, layers) is worked out once, however many drafts of a clause ask for it.
import type { Packs } from '../pack/pack.ts';
import type { Token } from '../parse/clause.ts';

/**
 * By list and maker, for one article at a time. Not a weak table for all of them: once such a table is old, V8 takes what it holds
 * for reachable until the next full collection, and whole articles outlive their reading.
 */
let kept = new Map<readonly unknown[], unknown[]>();
let makers = 0;

/** Another article begins: nobody asks of the lists of the one before. (Who did would get the same answer again.) */
export function forgetLists(): void {
  kept = new Map();
}

/** `make`, asked once for each list (not for each content). Lists must not be changed afterwards, nor what was made. */
export function oncePerList<L extends readonly unknown[], T extends {}>(make: (list: L) => T): (list: L) => T {
  const maker = makers++;
  return (list) => {
    let own = kept.get(list);
    if (own === undefined) kept.set(list, (own = []));
    return (own[maker] ??= make(list)) as T;
  };
}

/** The same for what the packs say of a list of tokens. */
export function oncePer<T extends {}>(make: (packs: Packs, tokens: readonly Token[]) => T): (packs: Packs, tokens: readonly Token[]) => T {
  const made = oncePerList((): { packs: Packs | null; value: T | null } => ({ packs: null, value: null }));
  return (packs, tokens) => {
    const own = made(tokens);
    if (own.packs !== packs) {
      own.value = make(packs, tokens);
      own.packs = packs;
    }
    return own.value!;
  };
}
