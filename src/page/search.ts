// Search in topics, messages, quotes, titles, paths and regions: words in any order, width, case and script folded.
import traditional from '../../packs/language/traditional.txt?raw';
import type { Entry } from './entry.ts';

/** A query → whether a finding is meant. */
export type Search = (query: string) => (entry: Entry) => boolean;

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditional.split('\n').flatMap((line) => {
    const pair = line.trimEnd();
    return pair.length === 2 ? [[pair.charAt(0), pair.charAt(1)] as const] : [];
  }),
);

/** One form for what a reader takes as the same: NFKC, lower case, simplified. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3400-\u9FFF\uF900-\uFAFF]/g, (character) => SIMPLIFIED.get(character) ?? character);
}

export function searchIn(): Search {
  const texts = new WeakMap<Entry, string>();
  const textOf = (entry: Entry): string => {
    let text = texts.get(entry);
    if (text === undefined) texts.set(entry, (text = fold(wordsOf(entry).join('\n'))));
    return text;
  };
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return words.length === 0
      ? () => true
      : (entry) => {
          const text = textOf(entry);
          return words.every((word) => text.includes(word));
        };
  };
}

function wordsOf({ finding, sides }: Entry): string[] {
  const words = [finding.id, finding.topic, finding.message];
  for (const { side, citations } of sides) {
    words.push(side.says);
    if (side.source !== null) words.push(side.source.title, side.source.documentNumber ?? '');
    for (const { claim, article } of citations) {
      words.push(claim.evidence.quote, claim.evidence.file, claim.region?.name ?? '', article?.title ?? '', article?.region ?? '');
    }
  }
  return words;
}
