// Which attributes a stretch of text speaks of: single words and words in order (封存…划转).
import type { Span } from '../model/span.ts';
import { GAPPED } from '../pack/lexicon.ts';
import type { GappedCue, Packs } from '../pack/pack.ts';
import type { AttributeToken, Token } from '../parse/clause.ts';

export interface Cue {
  readonly attribute: string;
  /** cues, yes, no, zero, unlimited, inverse, needs, not, choice:… */
  readonly list: string;
  readonly token: AttributeToken;
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
  for (const token of tokens) {
    if (token.category !== 'attribute') continue;
    for (const { attribute, list, tails, cue, reach } of readingsOf(packs, token, text)) {
      // Where the stretch ends before what was looked at, another word may stand in it.
      const own = reach <= end ? cue : cueAt(token, attribute, list, matchTails(text, tails, token.end, end));
      if (own !== null) cues.push(own);
    }
  }
  return cues;
}

const cueAt = (token: AttributeToken, attribute: string, list: string, last: Span | null): Cue | null =>
  last && { attribute, list, token, end: last.end, verb: last.start };

/** A cue that may begin with a token, and how it reads in a stretch that goes on to `reach`. */
interface Read {
  readonly attribute: string;
  readonly list: string;
  readonly tails: GappedCue['tails'];
  readonly cue: Cue | null;
  readonly reach: number;
}

const readings = new WeakMap<AttributeToken, { readonly packs: Packs; readonly text: string; readonly cues: readonly Read[] }>();

const NO_TAILS: GappedCue['tails'] = [];

/** All cues that begin with a token: found once, though the token stands in the lists of its clause, its sentence and its unit. */
function readingsOf(packs: Packs, token: AttributeToken, text: string): readonly Read[] {
  const last = readings.get(token);
  if (last !== undefined && last.packs === packs && last.text === text) return last.cues;
  const cues: Read[] = [];
  const { start, end } = token;
  let ahead = false;
  for (const { ref, detail } of token.words) {
    if (detail !== GAPPED) {
      const cue = { attribute: ref, list: detail, token, end, verb: start };
      cues.push({ attribute: ref, list: detail, tails: NO_TAILS, cue, reach: 0 });
      continue;
    }
    if (!ahead) lookAhead(text, end);
    ahead = true;
    for (const { tails, list } of packs.attributes.get(ref)!.gapped.get(text.slice(start, end)) ?? []) {
      if (!mayFollow(tails[0]!)) continue;
      const cue = cueAt(token, ref, list, matchTails(text, tails, end, text.length));
      // What is not there in the whole text is in no stretch; but a shorter first part may leave room for the others.
      if (cue !== null || tails.length > 1) cues.push({ attribute: ref, list, tails, cue, reach: reachOf(text, tails, end) });
    }
  }
  readings.set(token, { packs, text, cues });
  return cues;
}

/** The characters that stand within reach of a first part, marked with the number of the look. */
const seen = new Uint32Array(65536);
let look = 0;

function lookAhead(text: string, from: number): void {
  look = (look + 1) >>> 0;
  for (let at = from; at <= from + GAP && at < text.length; at++) seen[text.charCodeAt(at)] = look;
}

/** Whether a part may begin there: its first character rules most of them out. */
function mayFollow(words: readonly string[]): boolean {
  for (const word of words) if (seen[word.charCodeAt(0)] === look) return true;
  return false;
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

/** How far a stretch must go on for `matchTails` to find in it what it finds in the whole text. */
function reachOf(text: string, tails: GappedCue['tails'], from: number): number {
  let [reach, at] = [from, from];
  for (const words of tails) {
    reach = Math.max(reach, Math.min(text.length, at + GAP + longestOf(words)));
    const next = nearest(text, words, at, text.length);
    if (next === null) return reach;
    at = next.end;
  }
  return reach;
}

function longestOf(words: readonly string[]): number {
  let longest = 0;
  for (const { length } of words) if (length > longest) longest = length;
  return longest;
}

/** The first of the words behind `from`, the longest where several begin at one place. */
function nearest(text: string, words: readonly string[], from: number, end: number): Span | null {
  let best: Span | null = null;
  const stretch = text.slice(from, Math.min(end, from + GAP + longestOf(words)));
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
