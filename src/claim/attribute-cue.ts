// Which attributes a stretch of text speaks of: single words and words in order (封存…划转).
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

/** All cues among the tokens, in reading order. `text` is the folded article text, `end` the end of the stretch. */
export function cuesIn(packs: Packs, tokens: readonly Token[], text: string, end: number): Cue[] {
  const cues: Cue[] = [];
  for (const token of tokens) {
    if (token.category !== 'attribute') continue;
    if (token.detail !== GAPPED) {
      cues.push({ attribute: token.ref, list: token.detail, token, end: token.end, verb: token.start });
      continue;
    }
    const first = text.slice(token.start, token.end);
    for (const { parts, list } of packs.attributes.get(token.ref)!.gapped.get(first) ?? []) {
      const last = matchParts(text, parts, token.end, end);
      if (last > 0) cues.push({ attribute: token.ref, list, token, end: last, verb: last - parts.at(-1)!.length });
    }
  }
  return cues;
}

/** End of the last part, or -1. The parts must follow in order, none across a mark that ends a clause. */
function matchParts(text: string, parts: readonly string[], from: number, end: number): number {
  let at = from;
  for (const part of parts.slice(1)) {
    const found = text.slice(at, Math.min(end, at + GAP + part.length)).indexOf(part);
    if (found < 0) return -1;
    at += found + part.length;
  }
  return at;
}

/** The tokens without those inside the first part of a cue in parts: the 不能 of 不能在…参保 is its own. */
export function besideCue(tokens: readonly Token[], cue: Cue): readonly Token[] {
  if (cue.verb === cue.token.start) return tokens;
  return tokens.filter((token) => token.start < cue.token.start || token.end > cue.token.end);
}
