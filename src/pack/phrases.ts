// <报销>: a word that holds the name of a phrase list stands for one word with each phrase of the list. Shorthand of pack files, over all of them; nothing later knows of it.
import type { DomainFile } from './files.ts';

/** A list of phrases may be long; a word with more than this behind it is no shorthand any more. */
const MOST = 4000;
const NAME = /<([^<>]+)>/;

/** The files with every `<name>` in a list written out. Throws PackError for a name that no file lists, and for a word that stands for too many. */
export function writePhrases(files: readonly DomainFile[]): readonly DomainFile[] {
  const lists = new Map<string, readonly string[]>();
  for (const { data, error } of files) {
    for (const [name, list] of Object.entries(data.phrases ?? {})) {
      if (lists.has(name)) throw error(['phrases', name], 'phrase.twice', { id: name });
      lists.set(name, list);
    }
  }
  return files.map((file) => {
    const written = (value: unknown, path: readonly string[]): unknown => {
      if (Array.isArray(value)) return value.flatMap((item: unknown) => (typeof item === 'string' ? wordsOf(item, path) : [item]));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner, [...path, key])]));
    };
    const wordsOf = (text: string, path: readonly string[]): string[] => {
      let words = [''];
      for (const [index, part] of text.split(NAME).entries()) {
        const choices = index % 2 === 1 ? lists.get(part) : [part];
        if (!choices)
          throw file.error(path, 'phrase.unknown', { from: path.at(-1) ?? '', id: part }, { word: part, candidates: [...lists.keys()] });
        if (words.length * choices.length > MOST)
          throw file.error(path, 'form.alternatives', { path: path.join('.'), word: text, most: MOST });
        words = words.flatMap((head) => choices.map((choice) => head + choice));
      }
      return words;
    };
    const { phrases, ...data } = file.data;
    return { ...file, data: { ...(written(data, []) as typeof data), ...(phrases ? { phrases } : {}) } };
  });
}
