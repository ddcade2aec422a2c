// All terms of all packs in one automaton: text in, every term that stands there out.

/** A trie over UTF-16 code units. Its edges lie in one open hash table, so that a step costs the same however many terms begin alike. */
export interface Lexicon {
  /** Parent node and code unit of each edge, and the node it leads to (0: free slot). */
  readonly from: Int32Array;
  readonly unit: Uint16Array;
  readonly to: Int32Array;
  /** Table size less one; the size is a power of two. */
  readonly mask: number;
  /** Index into `entries` per node, -1 where no term ends. */
  readonly entry: Int32Array;
  /** Node of each first code unit, 0 for none. */
  readonly root: Int32Array;
  /** What a term stands for; several meanings for one text are several elements. */
  readonly entries: readonly (readonly Entry[])[];
}

/** The node that `unit` leads to from `node`, or 0. */
export function step(lexicon: Lexicon, node: number, unit: number): number {
  const { from, unit: units, to, mask } = lexicon;
  for (let slot = slotOf(node, unit) & mask; to[slot] !== 0; slot = (slot + 1) & mask) {
    if (from[slot] === node && units[slot] === unit) return to[slot]!;
  }
  return 0;
}

const slotOf = (node: number, unit: number): number => Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);

export const CATEGORIES = ['concept', 'value', 'axis', 'attribute', 'role', 'region', 'retired'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Detail of the first parts of cues in parts (封存…划转). */
export const GAPPED = 'gapped';

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
  const size = 1 << Math.ceil(Math.log2(nodes * 2));
  const from = new Int32Array(size);
  const unit = new Uint16Array(size);
  const to = new Int32Array(size);
  const entry = new Int32Array(nodes).fill(-1);
  const root = new Int32Array(65536);
  const entries: (readonly Entry[])[] = [];
  const lexicon: Lexicon = { from, unit, to, mask: size - 1, entry, root, entries };
  let used = 1;
  for (const [term, meanings] of terms) {
    const first = term.charCodeAt(0);
    let node = root[first]!;
    if (node === 0) node = root[first] = used++;
    for (let at = 1; at < term.length; at++) {
      const code = term.charCodeAt(at);
      let child = step(lexicon, node, code);
      if (child === 0) {
        child = used++;
        let slot = slotOf(node, code) & lexicon.mask;
        while (to[slot] !== 0) slot = (slot + 1) & lexicon.mask;
        from[slot] = node;
        unit[slot] = code;
        to[slot] = child;
      }
      node = child;
    }
    entry[node] = entries.length;
    entries.push(meanings);
  }
  return lexicon;
}
