// The state of the page in the fragment of its address, so that a view can be sent: #view=findings&severity=error&q=余额&finding=id.
import { FACETS, NO_FILTER, SORTS } from './filter.ts';
import type { Facet, Filter, Sort } from './filter.ts';

export const VIEWS = ['findings', 'overview', 'coverage', 'compare'] as const;
export type View = (typeof VIEWS)[number];

export interface Address {
  readonly view: View;
  readonly filter: Filter;
  /** Id of the finding that is linked to, or null. */
  readonly finding: string | null;
}

export function writeAddress({ view, filter, finding }: Address): string {
  const pairs: [string, string][] = [];
  if (view !== 'findings') pairs.push(['view', view]);
  if (filter.q.trim() !== '') pairs.push(['q', filter.q]);
  for (const facet of FACETS) for (const value of filter.chosen[facet]) pairs.push([facet, value]);
  if (filter.sort !== 'grave') pairs.push(['sort', filter.sort]);
  if (finding !== null) pairs.push(['finding', finding]);
  return pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

/** Chinese stays readable; what has a meaning in a fragment, and what mail programs take for the end of a link, does not. */
const encode = (value: string): string => value.toWellFormed().replace(/[^\p{L}\p{N}._~-]/gu, (character) => encodeURIComponent(character));

export function readAddress(hash: string): Address {
  const chosen: Record<Facet, string[]> = { severity: [], kind: [], triage: [], status: [], topic: [], region: [], article: [] };
  // The findings of who runs no script have ids of this form.
  const plain = /^#f-([0-9A-Za-z-]+)$/.exec(hash)?.[1] ?? null;
  let [q, sort, view, finding]: [string, Sort, View, string | null] = ['', 'grave', 'findings', plain];
  for (const pair of hash.replace(/^#/, '').split('&')) {
    const [name = '', raw = ''] = pair.split('=', 2);
    const value = decode(raw);
    if (name === 'q') q = value;
    else if (name === 'sort' && SORTS.includes(value as Sort)) sort = value as Sort;
    else if (name === 'view' && VIEWS.includes(value as View)) view = value as View;
    else if (name === 'finding' && value !== '') finding = value;
    else if (FACETS.includes(name as Facet) && value !== '') chosen[name as Facet].push(value);
  }
  return { view, filter: { ...NO_FILTER, q, sort, chosen }, finding };
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return raw;
  }
}
