// Which attributes a stretch of text speaks of: single words and words in order (封存…划转).
import type { Span } from '../model/span.ts';
import type { Attribute, GappedCue, Packs } from '../pack/pack.ts';
import type { AttributeToken, Token } from '../parse/clause.ts';
import { CUES, SIEVE, wordAt } from './attribute-word.ts';
import type { CueKind, Start, Starts, Word } from './attribute-word.ts';
import { oncePer } from './once.ts';

export { CUES };

export interface Cue {
  /** Its attribute, and the id of that. */
  readonly means: Attribute;
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

interface Asked {
  readonly text: string;
  readonly end: number;
  /** By kind. */
  readonly cues: (readonly Cue[] | undefined)[];
  /** The words of attributes among the tokens, in order, and all kinds of cues that they may begin. */
  readonly tokens: readonly AttributeToken[];
  readonly words: readonly Word[];
  readonly kinds: number;
}

const NO_CUES: readonly Cue[] = [];

/** What was asked of a list last: its end is as good as always the same. */
const askedOf = oncePer((): Asked[] => []);

/**
 * The cues of a kind among the tokens, in reading order. `text` is the folded article text, `end` the end of the stretch.
 * Most extractors ask for those of every layer, so they are found once for each list of tokens.
 */
export function cuesIn(packs: Packs, tokens: readonly Token[], text: string, end: number, kind: CueKind = CUES.all): readonly Cue[] {
  const asked = askedOf(packs, tokens);
  if (asked[0]?.end !== end) asked[0] = wordsOf(packs, tokens, text, end);
  const known = asked[0]!;
  if (((known.kinds >> kind) & 1) === 0) return NO_CUES;
  return (known.cues[kind] ??= findCues(known, kind));
}

function wordsOf(packs: Packs, all: readonly Token[], text: string, end: number): Asked {
  const tokens: AttributeToken[] = [];
  const words: Word[] = [];
  let kinds = 0;
  for (const token of all) {
    if (token.category !== 'attribute') continue;
    const word = wordAt(packs, token.words, text, token.start, token.end);
    tokens.push(token);
    words.push(word);
    kinds |= word.kinds;
  }
  return { text, end, cues: [], tokens, words, kinds };
}

function findCues({ text, end, tokens, words }: Asked, kind: CueKind): readonly Cue[] {
  let cues: Cue[] | null = null;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (((word.kinds >> kind) & 1) === 0) continue;
    const token = tokens[index]!;
    const starts = word.starts(kind);
    if (starts.all.length === 0) continue;
    cues ??= [];
    if (starts.ahead.size === 0) for (const start of starts.all) cues.push(bareCue(token, start));
    else addCues(cues, token, starts.all, placesAhead(starts, text, token.end, end), text, end);
  }
  return cues ?? NO_CUES;
}

const bareCue = (token: AttributeToken, { means, list }: Start): Cue => ({
  means,
  attribute: means.id,
  list,
  token,
  end: token.end,
  verb: token.start,
});

function addCues(cues: Cue[], token: AttributeToken, all: readonly Start[], places: readonly number[], text: string, end: number): void {
  for (const place of places) {
    const start = all[place]!;
    if (start.tails.length === 0) {
      cues.push(bareCue(token, start));
      continue;
    }
    const last = matchTails(text, start.tails, token.end, end);
    if (last !== null)
      cues.push({ means: start.means, attribute: start.means.id, list: start.list, token, end: last.end, verb: last.start });
  }
}

/** In order, what needs nothing ahead and what may find its next part within reach: the first character of a part rules most of them out. */
function placesAhead({ bare, ahead, sieve }: Starts, text: string, from: number, end: number): readonly number[] {
  let places: readonly number[] | null = null;
  let several = false;
  const to = Math.min(from + GAP + 1, end);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (sieve[code & SIEVE] === 0) continue;
    const more = ahead.get(code);
    if (more === undefined) continue;
    if (places === null && bare.length === 0) places = more;
    else {
      places = [...(places ?? bare), ...more];
      several = true;
    }
  }
  return several ? [...new Set(places)].sort((a, b) => a - b) : (places ?? bare);
}

/** Where the last part stands, or null. The parts must follow in order, none across a mark that ends a clause. */
function matchTails(text: string, tails: GappedCue['tails'], from: number, end: number): Span | null {
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
  for (const { length } of words) if (length > longest) longest = length;
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
