// What a word of attributes may begin, made ready once for all texts: an article has a thousand cues, a clause asks for few kinds of them.
import { GAPPED } from '../pack/lexicon.ts';
import type { Entry } from '../pack/lexicon.ts';
import type { Attribute, GappedCue, Packs } from '../pack/pack.ts';

/** A cue in the making: `tails` are the parts that must follow, none for a word by itself. */
export interface Start {
  readonly attribute: string;
  readonly list: string;
  readonly tails: GappedCue['tails'];
}

/** Which cues are asked for together. */
export const CUE_KINDS = {
  all: () => true,
  number: (list) => list === 'cues' || list === 'inverse',
  verdict: (list) => list === 'yes' || list === 'no' || list.startsWith('choice:'),
  worded: (list) => list === 'zero' || list === 'full' || list === 'some' || list === 'unlimited',
  frequency: (_, { type }) => type === 'frequency',
  identifier: (_, { type }) => type === 'identifier',
  season: (_, { type }) => type === 'season',
} satisfies Record<string, (list: string, attribute: Attribute) => boolean>;

export type CueKind = keyof typeof CUE_KINDS;

/** Of one kind: all that a word may begin, in order, and which of it needs a character ahead, by that character. */
export interface Starts {
  readonly all: readonly Start[];
  /** Places in `all` of words by themselves. */
  readonly bare: readonly number[];
  /** Places in `all` of cues of which the next part may begin with the character. */
  readonly ahead: ReadonlyMap<number, readonly number[]>;
}

const NO_TAILS: GappedCue['tails'] = [];

type ByKind = Partial<Record<CueKind, Starts>>;

interface Known {
  readonly packs: Packs;
  readonly bare: boolean;
  /** The kinds of which there may be any. */
  readonly kinds: ReadonlySet<CueKind>;
  readonly byText: Map<string, ByKind>;
}

const known = new WeakMap<readonly Entry[], Known>();

/** @param text the whole text, of which the word stands at [start, end) */
export function startsOf(packs: Packs, words: readonly Entry[], text: string, start: number, end: number, kind: CueKind): Starts {
  let own = known.get(words);
  if (own === undefined || own.packs !== packs)
    known.set(
      words,
      (own = { packs, bare: words.every(({ detail }) => detail !== GAPPED), kinds: kindsOf(packs, words), byText: new Map() }),
    );
  if (!own.kinds.has(kind)) return NONE;
  // The same attributes may have several words; what follows a first part depends on which it is.
  const word = own.bare ? '' : text.slice(start, end);
  let byKind = own.byText.get(word);
  if (byKind === undefined) own.byText.set(word, (byKind = {}));
  return (byKind[kind] ??= makeStarts(packs, words, word, kind));
}

const NONE: Starts = { all: [], bare: [], ahead: new Map() };

function kindsOf(packs: Packs, words: readonly Entry[]): ReadonlySet<CueKind> {
  const kinds = new Set<CueKind>();
  for (const { ref, detail } of words) {
    const attribute = packs.attributes.get(ref)!;
    for (const kind of detail === GAPPED ? kindsInParts(attribute) : kindsAmong([detail], attribute)) kinds.add(kind);
  }
  return kinds;
}

const kindsAmong = (lists: Iterable<string>, attribute: Attribute): CueKind[] =>
  (Object.keys(CUE_KINDS) as CueKind[]).filter((kind) => [...lists].some((list) => CUE_KINDS[kind](list, attribute)));

const inParts = new WeakMap<Attribute, readonly CueKind[]>();

/** The kinds of an attribute's cues in parts, whatever their first part. */
function kindsInParts(attribute: Attribute): readonly CueKind[] {
  let kinds = inParts.get(attribute);
  if (kinds === undefined) {
    const lists = new Set([...new Set(attribute.gapped.values())].flatMap((cues) => cues.map(({ list }) => list)));
    inParts.set(attribute, (kinds = kindsAmong(lists, attribute)));
  }
  return kinds;
}

function makeStarts(packs: Packs, words: readonly Entry[], word: string, kind: CueKind): Starts {
  const all: Start[] = [];
  const bare: number[] = [];
  const ahead = new Map<number, number[]>();
  const belongs = CUE_KINDS[kind];
  for (const { ref, detail } of words) {
    const attribute = packs.attributes.get(ref)!;
    if (detail !== GAPPED) {
      if (belongs(detail, attribute)) bare.push(all.push({ attribute: ref, list: detail, tails: NO_TAILS }) - 1);
      continue;
    }
    for (const { tails, list } of attribute.gapped.get(word) ?? []) {
      if (!belongs(list, attribute)) continue;
      const place = all.push({ attribute: ref, list, tails }) - 1;
      for (const code of new Set(tails[0]!.map((part) => part.charCodeAt(0)))) {
        const places = ahead.get(code);
        if (places === undefined) ahead.set(code, [place]);
        else places.push(place);
      }
    }
  }
  return { all, bare, ahead };
}
