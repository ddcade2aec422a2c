// The packs as the stages see them: concepts, axes and attributes that know each other, and the language's function words.
import type { ExportRule } from '../model/export.ts';
import type { Cache } from './cache.ts';
import type { Lexicon } from './lexicon.ts';
import type { RegionTree } from './regions.ts';

export interface Concept {
  readonly id: string;
  readonly kind: 'scheme' | 'thing';
  readonly isA: string | null;
  readonly partOf: string | null;
  readonly scheme: string | null;
  /** General schemes: the kind that is meant where an article names none. */
  /** Of no scheme, whichever the text speaks of. */
  readonly schemeless: boolean;
  readonly usual: string | null;
  /** This concept and all that it is a kind or a part of, nearest first. */
  readonly ancestors: readonly string[];
  /** Schemes: the topmost scheme under which it falls (itself, where nothing stands above). */
  readonly family: string;
  /** Whether other schemes are kinds of it (医保: 职工医保, 居民医保). */
  readonly general: boolean;
}

export type Dimension = 'duration' | 'money' | 'percent' | 'age' | 'count';

export interface Axis {
  readonly id: string;
  readonly type: Dimension | 'values';
  readonly people: boolean;
  readonly presence: boolean;
  readonly exclusive: boolean;
  /** The value that goes without saying: who names it alone says no more than who names none. */
  readonly usual: string | null;
  /** Two values make the case; claims meet over the same two only. */
  readonly pair: boolean;
  /** Whether a heading or caption lends its case; `title`: a title lends it to the whole article. */
  readonly inherit: boolean | 'title';
  /** Limits of the rungs of a ladder, ascending; empty where it is none. */
  readonly steps: readonly number[];
  readonly only: readonly string[];
  /** value id → the values that it lies in, itself first. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export type AttributeType =
  | 'truth'
  | 'choice'
  | 'money'
  | 'duration'
  | 'percent'
  | 'points'
  | 'age'
  | 'multiple'
  | 'count'
  | 'workdays'
  | 'season'
  | 'frequency'
  | 'identifier';

export interface Attribute {
  readonly id: string;
  readonly type: AttributeType;
  readonly of: readonly string[];
  readonly own: boolean;
  readonly schemes: readonly string[];
  readonly family: boolean;
  readonly upper: string | null;
  readonly defaults: Readonly<Record<string, string>>;
  readonly single: boolean;
  readonly range: readonly [number, number] | null;
  readonly requirement: boolean;
  readonly threshold: boolean;
  readonly limit: boolean;
  readonly points: boolean;
  readonly per: string | null;
  readonly needs: readonly string[];
  readonly about: readonly string[];
  readonly not: readonly string[];
  readonly elsewhere: readonly string[];
  readonly share: { readonly of: readonly string[]; readonly less: string; readonly paid: readonly string[] } | null;
  /** The attribute whose claims these are; mostly its own. */
  readonly as: string;
  readonly yearly: boolean;
  readonly implies: { readonly attribute: string; readonly value: boolean } | null;
  readonly bears: readonly Bearing[];
  readonly ignoreAxes: readonly string[];
  readonly needAxes: readonly string[];
  /** Truth: what a yes may have to be earned by; a no that does not state it denies it to those too who have earned it. */
  readonly earnAxes: readonly string[];
  /** choice: value → the wider values that it lies in. */
  readonly wider: ReadonlyMap<string, readonly string[]>;
  readonly mustAxes: readonly string[];
  readonly says: { readonly yes: string; readonly no: string };
  /** Cues of more than one part (`A…B`), by their first part. */
  readonly gapped: ReadonlyMap<string, readonly GappedCue[]>;
}

/** A claim of which another attribute's side may make use: `when` is the answer that it has to give (null: any), `value` what it then stands by. */
export interface Bearing {
  readonly when: boolean | string | null;
  readonly attribute: string;
  readonly value: boolean | number | string | { readonly uniform: boolean };
}

export interface GappedCue {
  /** The parts behind the first in order, each with its alternatives. */
  readonly tails: readonly (readonly string[])[];
  /** The list that the cue belongs to. */
  readonly list: string;
}

export interface RetiredTerm {
  readonly id: string;
  readonly since: string;
  readonly replacement: string;
  readonly history: readonly string[];
}

export interface Packs {
  /** The folder of the shipped packs, where the layouts of pages lie too. */
  readonly folder: string;
  /** Names what the packs hold, to the byte. */
  readonly key: string;
  /** Where what is made of them is kept. */
  readonly cache: Cache;
  readonly names: readonly { readonly name: string; readonly version: string }[];
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly axes: ReadonlyMap<string, Axis>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Those of the attributes that are a share of an amount. */
  readonly shares: readonly string[];
  /** By attribute, the others of which its claims say something besides: what they imply or bear out. */
  readonly touches: ReadonlyMap<string, readonly string[]>;
  readonly retired: ReadonlyMap<string, RetiredTerm>;
  readonly regions: RegionTree;
  readonly lexicon: Lexicon;
  /** Code unit → folded code unit, one to one. */
  readonly fold: Uint16Array;
  /** How exports of a CMS are laid out: told by the config, not by packs, and as needed for reading as they are. */
  readonly exports: readonly ExportRule[];
  /** Layouts of pages that the config adds, as files. */
  readonly layouts: readonly { readonly shown: string; readonly text: string }[];
}

/** How concept `a` stands to concept `b`. */
export function relateConcepts(packs: Packs, a: string, b: string): 'same' | 'inside' | 'around' | 'apart' {
  if (a === b) return 'same';
  if (packs.concepts.get(a)?.ancestors.includes(b)) return 'inside';
  if (packs.concepts.get(b)?.ancestors.includes(a)) return 'around';
  return 'apart';
}
