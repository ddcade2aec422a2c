// What a field that holds nothing but a region says: 山东省青岛市, 江苏 / 苏州 / 昆山, 沪, 全国.
import type { RegionName } from './region-names.ts';

export interface ResolveRules {
  readonly names: ReadonlyMap<string, RegionName>;
  /** Words that mean the country in such a field only. */
  readonly country: ReadonlyMap<string, string>;
  readonly longestName: number;
  readonly fillers: readonly string[];
  readonly separators: ReadonlySet<string>;
  readonly contains: (outer: string, inner: string) => boolean;
}

/** A field longer than this names no region. */
const MAX_LENGTH = 64;

/** The narrowest region that `text` names, or null where it names none, several, or says more than a region. */
export function resolveRegion(rules: ResolveRules, text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  let candidates: readonly string[] | null = null;
  let own: string | null = null;
  for (let at = 0; at < text.length;) {
    const name = longestNameAt(rules, text, at);
    if (name !== null) {
      const next: readonly string[] = candidates === null ? name.codes : narrow(rules, candidates, name.codes);
      if (next.length === 0) return null;
      own = name.own !== null && next.includes(name.own) ? name.own : own;
      candidates = next;
      at += name.text.length;
      continue;
    }
    const filler =
      rules.separators.has(text[at]!) || text[at]!.trim() === '' ? text[at]! : rules.fillers.find((word) => text.startsWith(word, at));
    if (filler === undefined) return null;
    at += filler.length;
  }
  if (candidates === null) return null;
  if (candidates.length === 1) return candidates[0]!;
  return own !== null && candidates.includes(own) ? own : null;
}

function longestNameAt(rules: ResolveRules, text: string, at: number): RegionName | null {
  for (let length = Math.min(rules.longestName, text.length - at); length > 0; length--) {
    const part = text.slice(at, at + length);
    const name = rules.names.get(part);
    if (name !== undefined) return name;
    const country = rules.country.get(part);
    if (country !== undefined) return { text: part, codes: [country], kind: 'country', own: country };
  }
  return null;
}

/** Regions of `next` inside one of `current`; else the narrower ones of `current` where `next` is around them (青岛 · 山东). */
function narrow(rules: ResolveRules, current: readonly string[], next: readonly string[]): string[] {
  const inside = next.filter((code) => current.some((outer) => outer !== code && rules.contains(outer, code)));
  if (inside.length > 0) return inside;
  return current.filter((code) => next.some((outer) => rules.contains(outer, code)));
}
