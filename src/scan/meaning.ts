// What the terms of the lexicon stand for, made ready for the scan: which words hide which, in numbers, and the words of attributes gathered.
import { entriesAt } from '../pack/lexicon.ts';
import type { Entry } from '../pack/lexicon.ts';
import type { Packs } from '../pack/pack.ts';
import { RECKONING } from './calculation.ts';

export interface Meaning {
  /** What it stands for besides attributes and regions, in the order in which tokens are made of it. */
  readonly others: readonly Entry[];
  readonly otherCovers: readonly number[];
  /** The attributes of which it is a word, in the same order. */
  readonly words: readonly Entry[];
  readonly wordCovers: readonly number[];
  /** Some of the words, by which: one list for each, as for all of them. */
  readonly subsets: Map<string, readonly Entry[]>;
  readonly region: Entry | null;
}

/** The meanings of the packs that were asked for; a text needs few of them. */
export class Meanings {
  readonly #packs: Packs;
  readonly #made: (Meaning | undefined)[] = [];
  readonly #covers = new Map<string, number>();

  constructor(packs: Packs) {
    this.#packs = packs;
  }

  /** What the term that ends in `state` stands for; null where none ends. */
  at(state: number): Meaning | null {
    const value = this.#packs.lexicon.values[state]!;
    return value === 0 ? null : (this.#made[value] ??= this.#make(entriesAt(this.#packs.lexicon, state)));
  }

  /** Covers are below this. */
  get covers(): number {
    return this.#covers.size;
  }

  #make(entries: readonly Entry[]): Meaning {
    // Of several meanings of one term the last one comes first.
    const all = entries.toReversed();
    const words = all.filter(({ category }) => category === 'attribute');
    const others = all.filter(({ category }) => category !== 'attribute' && category !== 'region');
    const covers = (some: readonly Entry[]): number[] => some.map((entry) => this.#cover(entry));
    return {
      others,
      otherCovers: covers(others),
      words,
      wordCovers: covers(words),
      subsets: new Map(),
      region: all.find(({ category }) => category === 'region') ?? null,
    };
  }

  /** What covers what: a term hides shorter ones of its own attribute, axis, or kind of concept, and no others. */
  #cover({ category, ref }: Entry): number {
    const kind =
      category === 'role' && RECKONING.has(ref)
        ? 'reckoning'
        : category === 'attribute' || category === 'value'
          ? ref
          : category === 'concept'
            ? this.#packs.concepts.get(ref)!.kind
            : category;
    let cover = this.#covers.get(kind);
    if (cover === undefined) this.#covers.set(kind, (cover = this.#covers.size));
    return cover;
  }
}

const meanings = new WeakMap<Packs, Meanings>();

export function meaningsOf(packs: Packs): Meanings {
  let known = meanings.get(packs);
  if (known === undefined) meanings.set(packs, (known = new Meanings(packs)));
  return known;
}
