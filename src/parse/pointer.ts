// Words that point back (前者, 后者, 上述人员): they stand for what was named before, and are read as if it stood there.
import type { TermToken, Token } from '../scan/scan.ts';
import { JOINTS } from './clause.ts';
import type { Clause, Sentence } from './clause.ts';

const BACK = 2;

/** The sentences of a block with a copy of what is meant at the place of each word that points back. */
export function resolvePointers(sentences: readonly Sentence[], text: string): Sentence[] {
  return sentences.map((sentence, place) => {
    if (!sentence.clauses.some(({ tokens }) => tokens.some(pointerOf))) return sentence;
    const clauses = sentence.clauses.map((clause, index): Clause => {
      const added = clause.tokens.flatMap((token) => {
        const pointer = pointerOf(token);
        if (pointer === null) return [];
        const stretches = [
          sentence.clauses.slice(0, index + 1).flatMap(({ tokens }) => tokens.filter(({ end }) => end <= token.start)),
          ...sentences
            .slice(Math.max(0, place - BACK), place)
            .toReversed()
            .map((other) => other.clauses.flatMap(({ tokens }) => tokens)),
        ];
        for (const stretch of stretches) {
          const meant =
            pointer === 'aforesaid' ? casesOf(stretch) : namesAt(stretch, pairIn(stretch, text)?.[pointer === 'former' ? 0 : 1]);
          if (meant.length > 0) return meant.map((one) => ({ ...one, start: token.start, end: token.end }));
        }
        return [];
      });
      return added.length === 0
        ? clause
        : { ...clause, tokens: [...clause.tokens, ...added].sort((a, b) => a.start - b.start || b.end - a.end) };
    });
    return { ...sentence, clauses };
  });
}

const POINTERS: ReadonlySet<string> = new Set(['former', 'latter', 'aforesaid']);
const pointerOf = (token: Token): string | null => (token.category === 'role' && POINTERS.has(token.ref) ? token.ref : null);

/** All cases that a stretch names. */
const casesOf = (tokens: readonly Token[]): TermToken[] => tokens.filter((token): token is TermToken => token.category === 'value');

/** What a word means, in every reading of it. */
const namesAt = (tokens: readonly Token[], name: TermToken | undefined): TermToken[] =>
  tokens.filter((token): token is TermToken => isName(token) && token.start === name?.start && token.end === name.end);

const isName = (token: Token): token is TermToken => token.category === 'value' || token.category === 'concept';

/** The last two names of one kind that stand side by side. */
function pairIn(tokens: readonly Token[], text: string): TermToken[] | null {
  const names = tokens.filter(isName);
  for (const second of names.toReversed()) {
    const first = names.find(
      (one) =>
        one.category === second.category &&
        (one.category === 'value' ? one.ref === second.ref && one.detail !== second.detail : one.ref !== second.ref) &&
        one.end <= second.start &&
        JOINTS.has(text.slice(one.end, second.start)),
    );
    if (first) return [first, second];
  }
  return null;
}
