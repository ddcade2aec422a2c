// What a word of attributes may begin, made ready once for all texts: an article has a thousand cues, a clause asks for few kinds of them.
import { GAPPED } from '../pack/lexicon.ts';
import type { Entry } from '../pack/lexicon.ts';
import type { Attribute, GappedCue, Packs } from '../pack/pack.ts';

/** A cue in the making: `tails` are the parts that must follow, none for a word by itself. */
export interface Start {
  readonly means: Attribute;
  readonly list: string;
  readonly tails: GappedCue['tails'];
}

/** Which cues are asked for together: numbers, which are places in lists and bits of masks. */
export const CUES = { all: 0, number: 1, verdict: 2, worded: 3, frequency: 4, identifier: 5, season: 6 } as const;

export type CueKind = (typeof CUES)[keyof typeof CUES];

/** By kind, whether the cues of a list of an attribute belong to it. */
const BELONGS: readonly ((list: string, attribute: Attribute) => boolean)[] = [
  () => true,
  (list) => list === 'cues' || list === 'inverse',
  (list) => list === 'yes' || list === 'no' || list.startsWith('choice:'),
  (list) => list === 'zero' || list === 'full' || list === 'some' || list === 'unlimited',
  (_, { type }) => type === 'frequency',
  (_, { type }) => type === 'identifier',
  (_, { type }) => type === 'season',
];

/** The bits of the kinds to which the cues of a list belong. */
const kindsOfList = (list: string, attribute: Attribute): number =>
  BELONGS.reduce((bits, belongs, kind) => (belongs(list, attribute) ? bits | (1 << kind) : bits), 0);

/** Of one kind: all that a word may begin, in order, and which of it needs a character ahead, by that character. */
export interface Starts {
  readonly all: readonly Start[];
  /** Places in `all` of words by themselves. */
  readonly bare: readonly number[];
  /** Places in `all` of cues of which the next part may begin with the character. */
  readonly ahead: ReadonlyMap<number, readonly number[]>;
  /** Not 0 for the low bits of the characters in `ahead`: rules most others out without a look into the map. */
  readonly sieve: Uint8Array;
}

/** Low bits of a character that the sieve tells apart. */
export const SIEVE = 0x3ff;
const EMPTY_SIEVE = new Uint8Array(0);

const NO_TAILS: GappedCue['tails'] = [];

/** A word at hand: the kinds of cues that it may begin, as bits, and what it begins of each. */
export interface Word {
  readonly kinds: number;
  starts(kind: CueKind): Starts;
}

interface Known {
  readonly packs: Packs;
  /** The word, where it is the same for every text; the same attributes may have several words, and what follows a first part depends on which it is. */
  readonly bare: Word | null;
  /** The kinds of which there may be any. */
  readonly kinds: number;
  readonly byText: Map<string, Word>;
}

const known = new WeakMap<readonly Entry[], Known>();

/** @param text the whole text, of which the word stands at [start, end) */
export function wordAt(packs: Packs, words: readonly Entry[], text: string, start: number, end: number): Word {
  let own = known.get(words);
  if (own === undefined || own.packs !== packs) {
    const kinds = kindsOf(packs, words);
    const bare = words.every(({ detail }) => detail !== GAPPED) ? makeWord(packs, words, '', kinds) : null;
    known.set(words, (own = { packs, bare, kinds, byText: new Map() }));
  }
  if (own.bare !== null) return own.bare;
  const written = text.slice(start, end);
  let word = own.byText.get(written);
  if (word === undefined) own.byText.set(written, (word = makeWord(packs, words, written, own.kinds)));
  return word;
}

function makeWord(packs: Packs, words: readonly Entry[], written: string, kinds: number): Word {
  const made: Starts[] = [];
  return { kinds, starts: (kind) => (made[kind] ??= makeStarts(packs, words, written, kind)) };
}

function kindsOf(packs: Packs, words: readonly Entry[]): number {
  let kinds = 0;
  for (const { ref, detail } of words) {
    const attribute = packs.attributes.get(ref)!;
    kinds |= detail === GAPPED ? kindsInParts(attribute) : kindsOfList(detail, attribute);
  }
  return kinds;
}

const inParts = new WeakMap<Attribute, number>();

/** The kinds of an attribute's cues in parts, whatever their first part. */
function kindsInParts(attribute: Attribute): number {
  let kinds = inParts.get(attribute);
  if (kinds === undefined) {
    kinds = 0;
    for (const cues of new Set(attribute.gapped.values())) for (const { list } of cues) kinds |= kindsOfList(list, attribute);
    inParts.set(attribute, kinds);
  }
  return kinds;
}

function makeStarts(packs: Packs, words: readonly Entry[], word: string, kind: CueKind): Starts {
  const all: Start[] = [];
  const bare: number[] = [];
  const ahead = new Map<number, number[]>();
  const belongs = BELONGS[kind]!;
  for (const { ref, detail } of words) {
    const attribute = packs.attributes.get(ref)!;
    if (detail !== GAPPED) {
      if (belongs(detail, attribute)) bare.push(all.push({ means: attribute, list: detail, tails: NO_TAILS }) - 1);
      continue;
    }
    for (const { tails, list } of attribute.gapped.get(word) ?? []) {
      if (!belongs(list, attribute)) continue;
      const place = all.push({ means: attribute, list, tails }) - 1;
      for (const code of new Set(tails[0]!.map((part) => part.charCodeAt(0)))) {
        const places = ahead.get(code);
        if (places === undefined) ahead.set(code, [place]);
        else places.push(place);
      }
    }
  }
  const sieve = ahead.size === 0 ? EMPTY_SIEVE : new Uint8Array(SIEVE + 1);
  for (const code of ahead.keys()) sieve[code & SIEVE] = 1;
  return { all, bare, ahead, sieve };
}
