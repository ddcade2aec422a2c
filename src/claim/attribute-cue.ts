// Which attributes a stretch of text speaks of: single words and words in order (封存…划转).
import type { Span } from '../model/span.ts';
import { GAPPED } from '../pack/lexicon.ts';
import type { Packs } from '../pack/pack.ts';
import type { TermToken, Token } from '../parse/clause.ts';

export interface Cue {
  readonly attribute: string;
  /** cues, yes, no, zero, unlimited, inverse, needs, not, choice:… */
  readonly list: string;
  readonly token: TermToken;
  readonly end: number;
  /** Where the predicate itself begins: the last part of a cue in parts. */
  readonly verb: number;
}

/** The parts of a gapped cue stand at most so far apart. */
const GAP = 14;

const known = new WeakMap<readonly Token[], { readonly packs: Packs; readonly end: number; readonly cues: readonly Cue[] }>();

/** All cues among the tokens, in reading order. `text` is the folded article text, `end` the end of the stretch. Most extractors ask for those of every layer. */
export function cuesIn(packs: Packs, tokens: readonly Token[], text: string, end: number): readonly Cue[] {
  const last = known.get(tokens);
  if (last !== undefined && last.packs === packs && last.end === end) return last.cues;
  const cues = findCues(packs, tokens, text, end);
  known.set(tokens, { packs, end, cues });
  return cues;
}

function findCues(packs: Packs, tokens: readonly Token[], text: string, end: number): Cue[] {
  const cues: Cue[] = [];
  /** The word of the last token of a cue in parts: the same word may begin cues of several attributes. */
  let [first, start, stop] = ['', -1, -1];
  for (const token of tokens) {
    if (token.category !== 'attribute') continue;
    if (token.detail !== GAPPED) {
      cues.push({ attribute: token.ref, list: token.detail, token, end: token.end, verb: token.start });
      continue;
    }
    if (token.start !== start || token.end !== stop) [first, start, stop] = [text.slice(token.start, token.end), token.start, token.end];
    for (const { tails, list } of packs.attributes.get(token.ref)!.gapped.get(first) ?? []) {
      const last = matchTails(text, tails, token.end, end);
      if (last !== null) cues.push({ attribute: token.ref, list, token, end: last.end, verb: last.start });
    }
  }
  return cues;
}

/** Where the last part stands, or null. The parts must follow in order, none across a mark that ends a clause. */
function matchTails(text: string, tails: readonly (readonly string[])[], from: number, end: number): Span | null {
  let found: Span | null = { start: from, end: from };
  for (const words of tails) {
    found = nearest(text, words, found.end, end);
    if (found === null) return null;
  }
  return found;
}

/** The first of the words behind `from`, the longest where several begin at one place. */
function nearest(text: string, words: readonly string[], from: number, end: number): Span | null {
  let best: Span | null = null;
  let longest = 0;
  for (const word of words) if (word.length > longest) longest = word.length;
  const stretch = text.slice(from, Math.min(end, from + GAP + longest));
  for (const word of words) {
    const at = stretch.indexOf(word);
    if (at < 0 || at > GAP) continue;
    const start = from + at;
    if (best === null || start < best.start || (start === best.start && start + word.length > best.end))
      best = { start, end: start + word.length };
  }
  return best;
}

/** The tokens without those inside the first part of a cue in parts: the 不能 of 不能在…参保 is its own. */
export function besideCue(tokens: readonly Token[], cue: Cue): readonly Token[] {
  if (cue.verb === cue.token.start) return tokens;
  return tokens.filter((token) => token.start < cue.token.start || token.end > cue.token.end);
}
