// All terms of all packs in one automaton, and what each of them stands for.
import { buildAutomaton, CLASS_BITS, CLASS_MASK, TooManyWords } from './automaton.ts';
import type { Automaton } from './automaton.ts';

export const CATEGORIES = ['concept', 'value', 'axis', 'attribute', 'role', 'region', 'retired'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Detail of the first parts of cues in parts (封存…划转). */
export const GAPPED = 'gapped';

/** Detail of words that only hide the shorter ones within them. */
export const SHIELD = 'shield';

export interface Entry {
  readonly category: Category;
  /** Concept id, axis id, attribute id, role, retired id; nothing for regions, whose tables are asked by the text. */
  readonly ref: string;
  /** value: the value's id · attribute: which list the term is of (`cues`, `yes`, `choices:…`) · concept: `weak` for weak terms · region: its kind. */
  readonly detail: string;
}

/** What the terms stand for, in columns: many terms stand for the same. */
export interface Meanings {
  /** Where the entries of each meaning begin, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly categories: Uint8Array;
  /** Places in `names`. */
  readonly refs: Uint16Array;
  readonly details: Uint16Array;
  readonly names: readonly string[];
}

export interface Lexicon extends Automaton, Meanings {
  /** Entries that were asked for, by meaning: a text needs few of them. */
  readonly made: (readonly Entry[] | undefined)[];
}

/** The state that `unit` leads to from `state`, or 0, from where words begin and to which none leads. */
export function step({ classes, cells }: Automaton, state: number, unit: number): number {
  const own = classes[unit]!;
  const cell = cells[state + own]!;
  // A unit of no word has the class 0, which only free cells hold: they lead to 0, too.
  return (cell & CLASS_MASK) === own ? cell >>> CLASS_BITS : 0;
}

/** What the term that ends in `state` stands for: several meanings for one text are several elements. Empty where no term ends. */
export function entriesAt(lexicon: Lexicon, state: number): readonly Entry[] {
  const meaning = lexicon.values[state]! - 1;
  return meaning < 0 ? [] : (lexicon.made[meaning] ??= entriesOf(lexicon, meaning));
}

function entriesOf({ starts, categories, refs, details, names }: Lexicon, meaning: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = starts[meaning]!; at < starts[meaning + 1]!; at++)
    entries.push({ category: CATEGORIES[categories[at]!]!, ref: names[refs[at]!]!, detail: names[details[at]!]! });
  return entries;
}

/** Builds the lexicon; the order of the terms does not matter. Throws TooManyWords. */
export function buildLexicon(terms: ReadonlyMap<string, readonly Entry[]>): Lexicon {
  const names = new Map<string, number>();
  const nameOf = (text: string): number => indexIn(names, text);
  const meanings = new Map<string, number>();
  const words = new Map<string, number>();
  const [starts, categories, refs, details]: number[][] = [[0], [], [], []] as const;
  for (const [term, entries] of terms) {
    const known = meanings.size;
    const meaning = indexIn(meanings, entries.map(({ category, ref, detail }) => `${category} ${nameOf(ref)} ${nameOf(detail)}`).join());
    words.set(term, meaning);
    if (meaning < known) continue;
    for (const { category, ref, detail } of entries) {
      categories.push(CATEGORIES.indexOf(category));
      refs.push(nameOf(ref));
      details.push(nameOf(detail));
    }
    starts.push(categories.length);
  }
  if (names.size > 65536 || meanings.size > 65535) throw new TooManyWords();
  return {
    ...buildAutomaton(words),
    starts: Uint32Array.from(starts),
    categories: Uint8Array.from(categories),
    refs: Uint16Array.from(refs),
    details: Uint16Array.from(details),
    names: [...names.keys()],
    made: [],
  };
}

/** The number of `key`, a new one where it has none. */
function indexIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
