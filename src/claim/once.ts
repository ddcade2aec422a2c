// What follows of a list of tokens alone is worked out once, however many drafts of a clause ask for it: layers share their lists.
import type { Packs } from '../pack/pack.ts';
import type { Token } from '../parse/clause.ts';

/** `make`, asked once for each list (not for each content). Lists must not be changed afterwards, nor what was made. */
export function oncePer<T>(make: (packs: Packs, tokens: readonly Token[]) => T): (packs: Packs, tokens: readonly Token[]) => T {
  const made = new WeakMap<readonly Token[], { readonly packs: Packs; readonly value: T }>();
  return (packs, tokens) => {
    const known = made.get(tokens);
    if (known !== undefined && known.packs === packs) return known.value;
    const value = make(packs, tokens);
    made.set(tokens, { packs, value });
    return value;
  };
}
