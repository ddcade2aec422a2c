// All terms of all packs in one automaton: text in, every term that stands there out.

/** A trie over UTF-16 code units; children of a node are a linked list, the root is a direct table. */
export interface Lexicon {
  /** First child per node, 0 for none. Node 0 is unused. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly unit: Uint16Array;
  /** Index into `entries` per node, -1 where no term ends. */
  readonly entry: Int32Array;
  readonly root: Int32Array;
  /** What a term stands for; several meanings for one text are several elements. */
  readonly entries: readonly (readonly Entry[])[];
}

export const CATEGORIES = ['concept', 'value', 'axis', 'attribute', 'role', 'region', 'retired'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Detail of words that only hide the shorter ones within them. */
export const SHIELD = 'shield';

export interface Entry {
  readonly category: Category;
  /** Concept id, axis id, attribute id, role, region terms' index, retired id. */
  readonly ref: string;
  /** value: the value's id · attribute: which list the term is of (`cues`, `yes`, `choices:…`) · concept: `weak` for weak terms. */
  readonly detail: string;
}

/** Builds the automaton; the order of the terms does not matter. Linear in the number of characters. */
export function buildLexicon(terms: ReadonlyMap<string, readonly Entry[]>): Lexicon {
  const nodes = 2 + [...terms.keys()].reduce((sum, term) => sum + term.length, 0);
  const first = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  const unit = new Uint16Array(nodes);
  const entry = new Int32Array(nodes).fill(-1);
  const root = new Int32Array(65536);
  const entries: (readonly Entry[])[] = [];
  let used = 1;
  for (const [term, meanings] of terms) {
    let node = root[term.charCodeAt(0)]!;
    if (node === 0) {
      node = used++;
      root[term.charCodeAt(0)] = node;
      unit[node] = term.charCodeAt(0);
    }
    for (let i = 1; i < term.length; i++) {
      const code = term.charCodeAt(i);
      let child = first[node]!;
      while (child !== 0 && unit[child] !== code) child = next[child]!;
      if (child === 0) {
        child = used++;
        unit[child] = code;
        next[child] = first[node]!;
        first[node] = child;
      }
      node = child;
    }
    entry[node] = entries.length;
    entries.push(meanings);
  }
  return { first, next, unit, entry, root, entries };
}
