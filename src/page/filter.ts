// Which findings are shown, and how many there would be for each further choice.
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Entry } from './entry.ts';
import type { Search } from './search.ts';
import { TRIAGE_STATES } from './triage.ts';
import type { Triage } from './triage.ts';

export const FACETS = ['severity', 'kind', 'triage', 'status', 'topic', 'region', 'article'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['grave', 'spread', 'topic', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filter {
  readonly q: string;
  readonly sort: Sort;
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
}

export const NO_FILTER: Filter = {
  q: '',
  sort: 'grave',
  chosen: { severity: [], kind: [], triage: [], status: [], topic: [], region: [], article: [] },
};

/** Where a finding that names no region is found. */
export const NOWHERE = 'none';

export interface Shown {
  readonly entries: readonly Entry[];
  /** Per facet, how many findings each value has among those that the other facets let through. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export const isFiltered = ({ q, chosen }: Filter): boolean => q.trim() !== '' || FACETS.some((facet) => chosen[facet].length > 0);

/** `status` also tells what the clock alone made a finding. */
export function valuesOf(entry: Entry, facet: Facet, triage: Triage): readonly string[] {
  const { kind, severity, status, cause, id } = entry.finding;
  switch (facet) {
    case 'severity':
      return [severity];
    case 'kind':
      return [kind];
    case 'triage':
      return [triage.get(id)?.state ?? 'open'];
    case 'status':
      return cause === 'clock' ? [status, 'clock'] : [status];
    case 'topic':
      return entry.topics;
    case 'region':
      return entry.regions.length === 0 ? [NOWHERE] : entry.regions;
    case 'article':
      return entry.articles;
  }
}

export function applyFilter(all: readonly Entry[], filter: Filter, search: Search, triage: Triage): Shown {
  const found = search(filter.q);
  const wanted = FACETS.map((facet) => new Set(filter.chosen[facet]));
  const counts = FACETS.map(() => new Map<string, number>());
  const entries: Entry[] = [];
  for (const entry of all) {
    if (!found(entry)) continue;
    // A finding counts for the values of a facet unless another facet keeps it out.
    let failed = -1;
    let failures = 0;
    const values = FACETS.map((facet) => valuesOf(entry, facet, triage));
    for (const [index, set] of wanted.entries()) {
      if (set.size === 0 || values[index]!.some((value) => set.has(value))) continue;
      failed = index;
      failures++;
      if (failures > 1) break;
    }
    if (failures === 0) entries.push(entry);
    if (failures > 1) continue;
    for (const [index, map] of counts.entries()) {
      if (failures === 1 && index !== failed) continue;
      for (const value of values[index]!) map.set(value, (map.get(value) ?? 0) + 1);
    }
  }
  entries.sort(ORDERS[filter.sort]);
  return {
    entries,
    counts: Object.fromEntries(FACETS.map((facet, index) => [facet, counts[index]!])) as Record<Facet, Map<string, number>>,
  };
}

const ORDERS: Readonly<Record<Sort, (a: Entry, b: Entry) => number>> = {
  // What is known or waived already waits below what is not.
  grave: (a, b) =>
    Number(a.finding.status !== 'new') - Number(b.finding.status !== 'new') ||
    SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
    KINDS.indexOf(a.finding.kind) - KINDS.indexOf(b.finding.kind) ||
    a.at - b.at,
  spread: (a, b) => b.articles.length - a.articles.length || a.at - b.at,
  topic: (a, b) => (a.finding.topic < b.finding.topic ? -1 : a.finding.topic > b.finding.topic ? 1 : a.at - b.at),
  newest: (a, b) => newest(b) - newest(a) || a.at - b.at,
};

const days = new WeakMap<Entry, number>();

/** Day on which the newest article that takes part was published, as a number; 0 where none says. */
function newest(entry: Entry): number {
  const known = days.get(entry);
  if (known !== undefined) return known;
  let last = 0;
  for (const { citations } of entry.sides)
    for (const { claim } of citations) last = Math.max(last, Number((claim.published ?? '0').replaceAll('-', '')));
  days.set(entry, last);
  return last;
}

/** The values of a facet in the order in which they are offered. */
export function orderValues(facet: Facet, counts: ReadonlyMap<string, number>, chosen: readonly string[]): readonly string[] {
  const fixed: readonly string[] | null =
    facet === 'severity' ? SEVERITIES : facet === 'kind' ? KINDS : facet === 'triage' ? TRIAGE_STATES : null;
  if (fixed !== null) return fixed.filter((value) => counts.has(value) || chosen.includes(value));
  const values = [...new Set([...counts.keys(), ...chosen])];
  const countOf = (value: string): number => counts.get(value) ?? 0;
  // Topics stand below their scheme; schemes and articles that have most come first.
  const above = (value: string): string => (facet === 'topic' ? value.split(' · ', 1)[0]! : value);
  return values.sort((a, b) => {
    const [first, second] = [above(a), above(b)];
    if (first !== second) return countOf(second) - countOf(first) || (first < second ? -1 : 1);
    return Number(a !== first) - Number(b !== second) || countOf(b) - countOf(a) || (a < b ? -1 : 1);
  });
}
