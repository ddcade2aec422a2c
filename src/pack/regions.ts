// The country's divisions as a tree, the names that articles use for them, and when such a name counts.
import type { Overlay } from './region-data.ts';
import { matchRegion, matchRules } from './region-match.ts';
import type { CompiledRules } from './region-match.ts';
import type { RegionKind, RegionName } from './region-names.ts';
import { resolveRegion } from './region-resolve.ts';

export type { RegionKind } from './region-names.ts';

export interface RegionTerm {
  readonly text: string;
  readonly codes: readonly string[];
  readonly kind: RegionKind;
}

export interface RegionTree {
  /** ISO day of the state of the divisions. */
  readonly date: string;
  readonly source: string;
  /** Full name of a region; the code itself where it is unknown. */
  name(code: string): string;
  /** Code of the region right around it; null for the root (`100000`) and for unknown codes. */
  parent(code: string): string | null;
  /** Whether `inner` is `outer` or lies in it. */
  contains(outer: string, inner: string): boolean;
  /** The code that free text of front matter means (山东省青岛市, 沪, 全国), or null where it means none or several. */
  resolve(text: string): string | null;
  /** Every name for the lexicon by its text, in the order of the tables. */
  readonly terms: ReadonlyMap<string, RegionTerm>;
  /**
   * Whether the term at [start, end) of the folded text means a region there, and which; null where it does not. Looks at
   * the neighbours: frames of abbreviations, the name of the region around it, what makes it part of another name. Constant cost.
   */
  match(text: string, start: number, end: number, codes: readonly string[], kind: RegionKind): string | null;
}

/** All that a tree is made of, as plain data. */
export interface RegionTables {
  /** Code → full name. */
  readonly divisions: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, RegionName>;
  readonly overlay: Overlay;
  readonly rules: CompiledRules;
}

export function regionTree({ divisions, names, overlay, rules }: RegionTables): RegionTree {
  const { country, date, source, fillers, separators } = overlay;
  const parent = (code: string): string | null => (divisions.has(code) ? parentCode(code, divisions, country.code) : null);
  const contains = (outer: string, inner: string): boolean => {
    for (let at: string | null = inner; at !== null; at = parent(at)) if (at === outer) return true;
    return false;
  };
  const match = matchRules(overlay, rules, names, contains);
  const resolve = {
    names,
    country: new Map(country.also.map((word) => [word, country.code])),
    longestName: match.longestName,
    fillers,
    separators: new Set(separators),
    contains,
  };
  return {
    date,
    source,
    name: (code) => (code === country.code ? country.name : (divisions.get(code) ?? code)),
    parent,
    contains,
    resolve: (text) => resolveRegion(resolve, text.trim()),
    terms: names,
    match: (text, start, end, codes, kind) => matchRegion(match, text, start, end, codes, kind),
  };
}

/** The levels are in the digits; a level that is no division (the districts of 北京 as a whole) is not listed and is skipped. */
function parentCode(code: string, known: ReadonlyMap<string, string>, root: string): string {
  for (const up of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) if (up !== code && known.has(up)) return up;
  return root;
}
