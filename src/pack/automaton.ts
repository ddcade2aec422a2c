// Words → one automaton: the smallest graph that spells them, its edges packed into one array. Two loads a step, however many words there are.

/**
 * A state is a number; state 0 begins a word. Its edge for a code unit of class `c` lies at cell `state + c`, holding the class that owns the cell and the state
 * that follows. No two states share a number, so the class in a cell tells whose it is.
 */
export interface Automaton {
  /** Code unit → class; 0 for those that no word holds. */
  readonly classes: Uint16Array;
  /** `next << CLASS_BITS | class`, 0 for a free cell. */
  readonly cells: Uint32Array;
  /** By state: one more than the value of the word that ends there, 0 where none does. */
  readonly values: Uint16Array;
}

export const CLASS_BITS = 12;
export const CLASS_MASK = (1 << CLASS_BITS) - 1;
const MOST_STATES = 1 << (32 - CLASS_BITS);

/** More words, or more different characters in them, than the packed form has room for: about ten times the shipped packs. */
export class TooManyWords extends Error {}

/** A state of the graph before it is packed: edges in ascending order of their units. */
interface Node {
  readonly units: number[];
  readonly next: number[];
  value: number;
}

/** Builds the automaton of `words` and their values (0 … 65,534); the order of the words does not matter. Throws TooManyWords. */
export function buildAutomaton(words: ReadonlyMap<string, number>): Automaton {
  const nodes = smallestGraph(words);
  const classes = classesOf(nodes);
  const [bases, size] = placeNodes(nodes, classes);
  const cells = new Uint32Array(size);
  const values = new Uint16Array(size);
  for (const [index, { units, next, value }] of nodes.entries()) {
    const base = bases[index]!;
    values[base] = value + 1;
    for (const [at, unit] of units.entries()) {
      const own = classes[unit]!;
      cells[base + own] = bases[next[at]!]! * (1 << CLASS_BITS) + own;
    }
  }
  return { classes, cells, values };
}

/** The minimal acyclic graph, the first node its root: words in order, equal endings made one as soon as nothing can join them any more (Daciuk et al. 2000). */
function smallestGraph(words: ReadonlyMap<string, number>): Node[] {
  const nodes: Node[] = [{ units: [], next: [], value: -1 }];
  const known = new Map<string, number>();
  /** Nodes of the last word, the root first; those behind `settled` may still get edges. */
  const path = [0];
  let last = '';
  const settle = (depth: number): void => {
    while (path.length - 1 > depth) {
      const index = path.pop()!;
      const node = nodes[index]!;
      const key = `${node.value}|${node.units.join()}|${node.next.join()}`;
      const twin = known.get(key);
      if (twin === undefined) {
        known.set(key, index);
        continue;
      }
      // Numbers of nodes are given in order, and what hangs on this one is settled: it is the last.
      nodes.pop();
      const parent = nodes[path.at(-1)!]!;
      parent.next[parent.next.length - 1] = twin;
    }
  };
  for (const [word, value] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let shared = 0;
    while (shared < last.length && word.charCodeAt(shared) === last.charCodeAt(shared)) shared++;
    settle(shared);
    for (let at = shared; at < word.length; at++) {
      const parent = nodes[path[at]!]!;
      parent.units.push(word.charCodeAt(at));
      parent.next.push(nodes.length);
      path.push(nodes.length);
      nodes.push({ units: [], next: [], value: -1 });
    }
    nodes[path.at(-1)!]!.value = value;
    last = word;
  }
  settle(0);
  return nodes;
}

/** Frequent units get small classes, so that edges lie close together. */
function classesOf(nodes: readonly Node[]): Uint16Array {
  const uses = new Uint32Array(65536);
  for (const { units } of nodes) for (const unit of units) uses[unit]!++;
  const used = [...uses.keys()].filter((unit) => uses[unit]! > 0).sort((a, b) => uses[b]! - uses[a]! || a - b);
  if (used.length > CLASS_MASK) throw new TooManyWords();
  const classes = new Uint16Array(65536);
  for (const [index, unit] of used.entries()) classes[unit] = index + 1;
  return classes;
}

/** First fit, the nodes with most edges first: a number for each node such that none meets another's edges; and the size that holds them all. */
function placeNodes(nodes: readonly Node[], classes: Uint16Array): [Uint32Array, number] {
  const edges = nodes.map(({ units }) => units.map((unit) => classes[unit]!).sort((a, b) => a - b));
  const order = [...nodes.keys()].slice(1).sort((a, b) => edges[b]!.length - edges[a]!.length || a - b);
  const bases = new Uint32Array(nodes.length);
  let most = 0;
  let taken = new Uint8Array(1 << 16);
  const reserve = (end: number): void => {
    if (end <= taken.length) return;
    const wider = new Uint8Array(end * 2);
    wider.set(taken);
    taken = wider;
  };
  /** Bits of `taken`: the cell holds an edge; the number is a node's. */
  const [EDGE, NODE] = [1, 2];
  const put = (index: number, base: number): void => {
    bases[index] = base;
    taken[base]! |= NODE;
    for (const own of edges[index]!) taken[base + own]! |= EDGE;
    most = Math.max(most, base + (edges[index]!.at(-1) ?? 0));
  };
  put(0, 0);
  /** Where the search begins, for nodes of so many edges. */
  let from = 1;
  let count = -1;
  for (const index of order) {
    const own = edges[index]!;
    if (own.length !== count) [count, from] = [own.length, 1];
    const isFree = (base: number): boolean => {
      reserve(base + (own.at(-1) ?? 0) + 1);
      return (taken[base]! & NODE) === 0 && own.every((edge) => (taken[base + edge]! & EDGE) === 0);
    };
    let base = from;
    while (!isFree(base)) base++;
    put(index, base);
    // What lies further back than this is nearly full: to look there each time would cost the square of the nodes.
    from = own.length === 0 ? base + 1 : Math.max(from, base - 64);
  }
  if (most >= MOST_STATES) throw new TooManyWords();
  // A step may look past the last edge, by the greatest class.
  return [bases, most + 1 + CLASS_MASK];
}
