// Small tables of literal words, looked up by their first two code units: the closed word classes of numbers and dates.

type Entry<T> = readonly [word: string, value: T];

interface Row<T> {
  /** The word that is the first code unit alone. */
  single: Entry<T> | undefined;
  /** Second code unit → longer words, longest first. */
  readonly longer: Map<number, Entry<T>[]>;
}

export type Words<T> = ReadonlyMap<number, Row<T>>;

/** A table of `[words, value]`; the words of one entry are separated by blanks. */
export function wordTable<T>(entries: readonly (readonly [words: string, value: T])[]): Words<T> {
  const table = new Map<number, Row<T>>();
  for (const [words, value] of entries) for (const word of words.split(' ')) addWord(table, word, value);
  for (const row of table.values()) for (const list of row.longer.values()) list.sort((a, b) => b[0].length - a[0].length);
  return table;
}

function addWord<T>(table: Map<number, Row<T>>, word: string, value: T): void {
  const first = word.charCodeAt(0);
  const row = table.get(first) ?? { single: undefined, longer: new Map<number, Entry<T>[]>() };
  table.set(first, row);
  if (word.length === 1) row.single = [word, value];
  else {
    const list = row.longer.get(word.charCodeAt(1)) ?? [];
    list.push([word, value]);
    row.longer.set(word.charCodeAt(1), list);
  }
}

/** The longest word of the table that stands at `at`, or undefined. */
export function longestWord<T>(table: Words<T>, text: string, at: number): Entry<T> | undefined {
  const row = table.get(text.charCodeAt(at));
  if (row === undefined) return undefined;
  const list = row.longer.get(text.charCodeAt(at + 1));
  if (list !== undefined) for (const entry of list) if (entry[0].length === 2 || text.startsWith(entry[0], at)) return entry;
  return row.single;
}

/** Marks every code unit with which a word of the tables begins. */
export function markStarts(starts: Uint8Array, ...tables: readonly Words<unknown>[]): void {
  for (const table of tables) for (const code of table.keys()) starts[code] = 1;
}

/** Whether the character at `at` is one of `set`; false beyond the text. */
export function isOneOf(set: string, text: string, at: number): boolean {
  return at >= 0 && at < text.length && set.includes(text.charAt(at));
}
