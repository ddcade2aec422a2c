// The words of a list of sentences: those that packs know, and strings that recur in what they do not. No dictionary is asked.
import type { Run, UnreadSentence } from '../model/unread.ts';

const SHORTEST = 2;
const LONGEST = 8;
/** Sentences that are looked at for new words; of more, an even choice. */
const SAMPLE = 4000;
/** A string of which so large a part stands within one longer string is a piece of that. */
const PIECE = 0.75;

/** Every `step`-th of a list, so that at most `most` remain. */
export function evenly<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, index) => index % step === 0);
}

/** The strings of 2 to 8 characters that stand in at least two of the sentences and are no mere pieces of longer ones. */
export function findWords(sentences: readonly UnreadSentence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { runs } of evenly(sentences, SAMPLE)) {
    const own = new Set(runs.flatMap(stringsOf));
    for (const string of own) counts.set(string, (counts.get(string) ?? 0) + 1);
  }
  const words = new Set<string>();
  const around = new Map<string, number>();
  for (const [string, count] of counts) {
    if (count < 2) continue;
    words.add(string);
    for (const piece of piecesOf(string)) around.set(piece, Math.max(around.get(piece) ?? 0, count));
  }
  for (const [piece, count] of around) if (count >= (counts.get(piece) ?? Infinity) * PIECE) words.delete(piece);
  return words;
}

/** All strings within a string: where a function character stands at an edge, the next shorter one is no word, but its own pieces are. */
function piecesOf(string: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < string.length; from++)
    for (let to = from + SHORTEST; to <= string.length; to++) if (to - from < string.length) found.push(string.slice(from, to));
  return found;
}

function stringsOf({ text, weak }: Run): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (weak.includes(at)) continue;
    for (let end = at + SHORTEST; end <= at + LONGEST && end <= text.length; end++)
      if (!weak.includes(end - 1)) found.push(text.slice(at, end));
  }
  return found;
}

const HAN = /^\p{Script=Han}+$/u;

/** The terms of one sentence, each once. Only Han: to the tables that count them, `__proto__` would be no word. */
export function termsOf({ words, runs }: UnreadSentence, known: ReadonlySet<string>): string[] {
  const found = new Set(words.filter((word) => HAN.test(word)));
  for (const run of runs) for (const string of stringsOf(run)) if (known.has(string)) found.add(string);
  return [...found];
}
