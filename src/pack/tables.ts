// Everything that is derived from the packs, as plain data, and as the bytes of one entry of the cache.
import { LazyMap } from './lazy-map.ts';
import { buildLexicon } from './lexicon.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Attribute, Axis, Concept, GappedCue, Packs, RetiredTerm } from './pack.ts';
import { joinParts, splitParts } from './parts.ts';
import type { Overlay } from './region-data.ts';
import type { CompiledRules } from './region-match.ts';
import type { RegionName } from './region-names.ts';
import { regionTree } from './regions.ts';
import type { RegionTables } from './regions.ts';

export interface PackTables {
  readonly names: Packs['names'];
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly axes: ReadonlyMap<string, Axis>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly retired: ReadonlyMap<string, RetiredTerm>;
  readonly regions: RegionTables;
  readonly terms: ReadonlyMap<string, readonly Entry[]>;
  readonly fold: Uint16Array;
}

/** What is small enough to be read at once. */
interface Small {
  readonly names: Packs['names'];
  readonly concepts: readonly Concept[];
  readonly axes: readonly (readonly [Axis, values: readonly (readonly [string, readonly string[]])[]])[];
  readonly shares: readonly string[];
  readonly touches: readonly (readonly [string, readonly string[]])[];
  readonly retired: readonly RetiredTerm[];
  readonly overlay: Overlay;
  readonly rules: CompiledRules;
}

/** Throws TooManyWords where the lexicon cannot hold them. */
export function encodeTables(tables: PackTables): Buffer {
  const { names, concepts, axes, attributes, retired, regions, terms, fold } = tables;
  const lexicon = buildLexicon(terms);
  const small: Small = {
    names,
    concepts: [...concepts.values()],
    axes: [...axes.values()].map((axis) => [axis, [...axis.values]] as const),
    shares: [...attributes.values()].filter(({ share }) => share !== null).map(({ id }) => id),
    touches: [...attributes.values()].map(touched).filter(([, others]) => others.length > 0),
    retired: [...retired.values()],
    overlay: regions.overlay,
    rules: regions.rules,
  };
  const [usual, rest] = writeAttributes([...attributes.values()]);
  const { classes, cells, values, starts, categories, refs, details } = lexicon;
  return joinParts([
    JSON.stringify(small),
    JSON.stringify(lexicon.names),
    JSON.stringify(usual),
    ...lazyParts([...attributes.keys()], rest),
    ...lazyParts([...regions.divisions.keys()], [...regions.divisions.values()]),
    ...lazyParts([...regions.names.keys()], [...regions.names.values()].map(writeName)),
    fold,
    classes,
    cells,
    values,
    starts,
    categories,
    refs,
    details,
  ]);
}

const touched = ({ id, implies, bears }: Attribute): [string, string[]] => [
  id,
  [...new Set([...(implies === null ? [] : [implies.attribute]), ...bears.map(({ attribute }) => attribute)])],
];

/** The packs of an entry; what is large is read where it is asked for. */
export function decodeTables(content: Buffer, origin: Pick<Packs, 'folder' | 'key' | 'cache'>): Packs {
  const parts = splitParts(content);
  const small = JSON.parse(parts.text()) as Small;
  const names = JSON.parse(parts.text()) as string[];
  const usual = JSON.parse(parts.text()) as WrittenAttribute;
  const attributes = lazyMap(parts, (raw) => readAttribute({ ...usual, ...(raw as WrittenAttribute) }));
  const divisions = lazyMap(parts, (raw) => raw as string);
  const regionNames = lazyMap(parts, (raw, text) => readName(text, raw as WrittenName));
  const fold = parts.array(Uint16Array);
  const lexicon: Lexicon = {
    classes: parts.array(Uint16Array),
    cells: parts.array(Uint32Array),
    values: parts.array(Uint16Array),
    starts: parts.array(Uint32Array),
    categories: parts.array(Uint8Array),
    refs: parts.array(Uint16Array),
    details: parts.array(Uint16Array),
    names,
    made: [],
  };
  return {
    ...origin,
    names: small.names,
    concepts: new Map(small.concepts.map((concept) => [concept.id, concept])),
    axes: new Map(small.axes.map(([axis, values]) => [axis.id, { ...axis, values: new Map(values) }])),
    attributes,
    shares: small.shares,
    touches: new Map(small.touches),
    retired: new Map(small.retired.map((term) => [term.id, term])),
    regions: regionTree({ divisions, names: regionNames, overlay: small.overlay, rules: small.rules }),
    lexicon,
    fold,
    exports: [],
    layouts: [],
  };
}

type Cues = readonly (readonly [tails: number, list: string])[];

interface WrittenAttribute extends Omit<Attribute, 'wider' | 'gapped'> {
  readonly wider: readonly (readonly [string, readonly string[]])[];
  /** The later parts of its cues, and by first parts which of them belong to which list. Many cues have the same. */
  readonly tails: readonly GappedCue['tails'][];
  readonly gapped: readonly (readonly [heads: readonly string[], cues: Cues])[];
}

/** What most attributes have, and of each what it has else: there are forty fields, few of which say something. */
function writeAttributes(attributes: readonly Attribute[]): [usual: object, rest: readonly object[]] {
  const written = attributes.map(writeAttribute);
  const usual: Record<string, unknown> = {};
  for (const field of Object.keys(written[0] ?? {}) as (keyof WrittenAttribute)[]) {
    const counts = new Map<string, number>();
    for (const attribute of written) {
      const text = JSON.stringify(attribute[field]);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    usual[field] = JSON.parse([...counts].sort(([, a], [, b]) => b - a)[0]![0]);
  }
  const differs = ([field, value]: [string, unknown]): boolean => JSON.stringify(value) !== JSON.stringify(usual[field]);
  return [usual, written.map((attribute) => Object.fromEntries(Object.entries(attribute).filter(differs)))];
}

function writeAttribute({ wider, gapped, ...plain }: Attribute): WrittenAttribute {
  const tails: GappedCue['tails'][] = [];
  const places = new Map<string, number>();
  const heads = new Map<string, [heads: string[], cues: Cues]>();
  for (const [head, cues] of gapped) {
    const own: Cues = cues.map((cue) => {
      const key = JSON.stringify(cue.tails);
      if (!places.has(key)) places.set(key, tails.push(cue.tails) - 1);
      return [places.get(key)!, cue.list];
    });
    const alike = heads.get(JSON.stringify(own));
    if (alike) alike[0].push(head);
    else heads.set(JSON.stringify(own), [[head], own]);
  }
  return { ...plain, wider: [...wider], tails, gapped: [...heads.values()] };
}

function readAttribute({ wider, tails, gapped, ...plain }: WrittenAttribute): Attribute {
  const cuesOf = new Map<string, readonly GappedCue[]>();
  for (const [heads, own] of gapped) {
    const cues = own.map(([place, list]) => ({ tails: tails[place]!, list }));
    for (const head of heads) cuesOf.set(head, cues);
  }
  return { ...plain, wider: new Map(wider), gapped: cuesOf };
}

type WrittenName = readonly [kind: RegionName['kind'], own: string | null, ...codes: string[]];

const writeName = ({ kind, own, codes }: RegionName): WrittenName => [kind, own, ...codes];
const readName = (text: string, [kind, own, ...codes]: WrittenName): RegionName => ({ text, codes, kind, own });

/** A map in three parts: its keys, its values as JSON one behind the other, and where each of them ends. */
function lazyParts(keys: readonly string[], values: readonly unknown[]): [string, string, Uint32Array] {
  const texts = values.map((value) => JSON.stringify(value));
  let end = 0;
  return [JSON.stringify(keys), texts.join(''), Uint32Array.from(texts, (text) => (end += text.length))];
}

function lazyMap<V>(parts: ReturnType<typeof splitParts>, make: (raw: unknown, key: string) => V): LazyMap<V> {
  const keys = parts.later();
  const read = parts.later();
  const ends = parts.array(Uint32Array);
  let text: string | null = null;
  return new LazyMap(
    () => JSON.parse(keys()) as string[],
    (index, key) => make(JSON.parse((text ??= read()).slice(index === 0 ? 0 : ends[index - 1]!, ends[index])), key),
  );
}
