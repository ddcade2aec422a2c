// Whether the characters of a region's name in a text mean the region: looks at the neighbours only, at a bounded distance.
import type { Overlay } from './region-data.ts';
import type { RegionKind, RegionName } from './region-names.ts';

/** What is worked out of the rules and names once, so that a match costs a few look-ups. */
export interface CompiledRules {
  readonly longestName: number;
  /** Name → the longer words around it in which it is no region, with its offset there. */
  readonly words: readonly (readonly [name: string, around: readonly Around[]])[];
}

interface Around {
  readonly word: string;
  readonly offset: number;
}

export interface MatchRules {
  readonly names: ReadonlyMap<string, RegionName>;
  readonly longestName: number;
  readonly words: ReadonlyMap<string, readonly Around[]>;
  readonly frames: ReadonlyMap<string, Overlay['abbreviations'][number]>;
  readonly suffixes: ReadonlySet<string>;
  readonly longestSuffix: number;
  readonly between: readonly string[];
  readonly separators: ReadonlySet<string>;
  readonly contains: (outer: string, inner: string) => boolean;
}

const LINE_FEED = '\n';

function longest(words: Iterable<string>): number {
  let length = 0;
  for (const word of words) if (word.length > length) length = word.length;
  return length;
}

export function compileRules(overlay: Overlay, names: ReadonlyMap<string, RegionName>): CompiledRules {
  return { longestName: longest(names.keys()), words: [...wordsAround(overlay.words, names)] };
}

/** The rules as `matchRegion` asks for them. */
export function matchRules(
  overlay: Overlay,
  { longestName, words }: CompiledRules,
  names: ReadonlyMap<string, RegionName>,
  contains: MatchRules['contains'],
): MatchRules {
  return {
    names,
    longestName,
    words: new Map(words),
    frames: new Map(overlay.abbreviations.flatMap((group) => group.codes.map(([name]) => [name, group] as const))),
    suffixes: new Set(overlay.notScope.suffixes),
    longestSuffix: longest(overlay.notScope.suffixes),
    between: ['', ...overlay.notScope.between],
    separators: new Set([...overlay.separators, ' ']),
    contains,
  };
}

function wordsAround(words: readonly string[], names: ReadonlyMap<string, RegionName>): Map<string, Around[]> {
  const around = new Map<string, Around[]>();
  for (const word of words) {
    for (let from = 0; from < word.length; from++) {
      for (let to = from + 1; to <= word.length; to++) {
        const part = word.slice(from, to);
        if (part.length === word.length || !names.has(part)) continue;
        const list = around.get(part);
        if (list === undefined) around.set(part, [{ word, offset: from }]);
        else list.push({ word, offset: from });
      }
    }
  }
  return around;
}

/** The region meant by the name at [start, end) of `text` (folded), or null. See `RegionTree.match`. */
export function matchRegion(
  rules: MatchRules,
  text: string,
  start: number,
  end: number,
  codes: readonly string[],
  kind: RegionKind,
): string | null {
  const name = text.slice(start, end);
  const around = rules.words.get(name);
  if (around?.some(({ word, offset }) => offset <= start && text.startsWith(word, start - offset))) return null;
  const own = rules.names.get(name)?.own ?? null;
  if (kind === 'country') return own;
  if (kind === 'abbreviation') return inFrame(rules, text, start, end, name) ? own : null;
  if (namesThing(rules, text, end)) return null;
  if (codes.length === 1 && kind !== 'ambiguous') return own;
  const within = insideNeighbour(rules, text, start, codes);
  if (within.length === 0) return own;
  if (within.length === 1) return within[0]!;
  return own !== null && within.includes(own) ? own : null;
}

function namesThing(rules: MatchRules, text: string, end: number): boolean {
  for (const between of rules.between) {
    if (!text.startsWith(between, end)) continue;
    const from = end + between.length;
    for (let length = 1; length <= rules.longestSuffix; length++) if (rules.suffixes.has(text.slice(from, from + length))) return true;
  }
  return false;
}

function inFrame(rules: MatchRules, text: string, start: number, end: number, name: string): boolean {
  const frame = rules.frames.get(name);
  if (frame === undefined) return false;
  if (frame.before.some((literal) => text.endsWith(literal, start))) return true;
  if (frame.after.some((literal) => text.startsWith(literal, end))) return true;
  if (start > 0 && text[start - 1] !== LINE_FEED) return false;
  const lineEnds = end === text.length || text[end] === LINE_FEED;
  return frame.opens.some((literal) => literal === '*' || (literal === '$' ? lineEnds : text.startsWith(literal, end)));
}

/** Those of `codes` that lie in a region whose name stands right before `start`, a separator at most between. */
function insideNeighbour(rules: MatchRules, text: string, start: number, codes: readonly string[]): string[] {
  let end = start;
  for (let i = 0; i < 3 && end > 0 && rules.separators.has(text[end - 1]!); i++) end--;
  for (let length = Math.min(rules.longestName, end); length >= 2; length--) {
    const before = rules.names.get(text.slice(end - length, end));
    if (before === undefined || before.kind === 'country') continue;
    const within = codes.filter((code) => before.codes.some((outer) => outer !== code && rules.contains(outer, code)));
    if (within.length > 0) return within;
  }
  return [];
}
