// Everything that is derived from the packs, as plain data, and as the bytes of one entry of the cache.
import { LazyMap } from './lazy-map.ts';
import { buildLexicon } from './lexicon.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Attribute, Axis, Concept, Packs, RetiredTerm } from './pack.ts';
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
    retired: [...retired.values()],
    overlay: regions.overlay,
    rules: regions.rules,
  };
  const written = (attribute: Attribute): unknown => ({ ...attribute, wider: [...attribute.wider], gapped: [...attribute.gapped] });
  const { classes, cells, values, starts, categories, refs, details } = lexicon;
  return joinParts([
    JSON.stringify(small),
    JSON.stringify(lexicon.names),
    ...lazyParts(new Map([...attributes].map(([id, attribute]) => [id, written(attribute)]))),
    ...lazyParts(regions.divisions),
    ...lazyParts(regions.names),
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

/** The packs of an entry; what is large is read where it is asked for. */
export function decodeTables(content: Buffer, origin: Pick<Packs, 'folder' | 'key' | 'cache'>): Packs {
  const parts = splitParts(content);
  const small = JSON.parse(parts.text()) as Small;
  const names = JSON.parse(parts.text()) as string[];
  const attributes = lazyMap(parts, (raw) => attributeOf(raw as WrittenAttribute));
  const divisions = lazyMap(parts, (raw) => raw as string);
  const regionNames = lazyMap(parts, (raw) => raw as RegionName);
  const fold = parts.array(Uint16Array);
  const lexicon: Lexicon = {
    classes: parts.array(Uint16Array),
    cells: parts.array(Uint32Array),
    values: parts.array(Uint32Array),
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
    retired: new Map(small.retired.map((term) => [term.id, term])),
    regions: regionTree({ divisions, names: regionNames, overlay: small.overlay, rules: small.rules }),
    lexicon,
    fold,
  };
}

type WrittenAttribute = Omit<Attribute, 'wider' | 'gapped'> & {
  readonly wider: readonly (readonly [string, readonly string[]])[];
  readonly gapped: readonly (readonly [string, Attribute['gapped'] extends ReadonlyMap<string, infer V> ? V : never])[];
};

const attributeOf = (raw: WrittenAttribute): Attribute => ({ ...raw, wider: new Map(raw.wider), gapped: new Map(raw.gapped) });

/** A map in three parts: its keys, its values as JSON one behind the other, and where each of them ends. */
function lazyParts(map: ReadonlyMap<string, unknown>): [string, string, Uint32Array] {
  const values = [...map.values()].map((value) => JSON.stringify(value));
  let end = 0;
  return [JSON.stringify([...map.keys()]), values.join(''), Uint32Array.from(values, (value) => (end += value.length))];
}

function lazyMap<V>(parts: ReturnType<typeof splitParts>, make: (raw: unknown) => V): LazyMap<V> {
  const keys = JSON.parse(parts.text()) as string[];
  const text = parts.text();
  const ends = parts.array(Uint32Array);
  return new LazyMap(keys, (index) => make(JSON.parse(text.slice(index === 0 ? 0 : ends[index - 1]!, ends[index]))));
}
