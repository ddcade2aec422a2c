// Windows that come back every year (9月1日至12月31日) → values of attributes that are such windows.
import { hasRole } from '../parse/clause.ts';
import type { Clause, DateToken } from '../parse/clause.ts';
import { cuesIn } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { draft } from './verdict.ts';

/** First and last day, and where they are told. */
interface Window {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** At most one window a clause; its cue stands in the clause, in an earlier one of the sentence, or, where two clauses tell it, in the second. */
export function seasonDrafts(site: Site): Draft[] {
  const window = windowIn(site.clause) ?? windowFrom(site);
  if (window === null) return [];
  const label = (day: string): string => day.slice(-5);
  for (const layer of site.layers) {
    if (layer.kind !== 'clause' && layer.kind !== 'sentence' && !(layer.kind === 'later' && window.end > site.clause.end)) continue;
    for (const cue of cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end)) {
      const attribute = site.packs.attributes.get(cue.attribute)!;
      if (attribute.type !== 'season' || !meetsNeeds(site, attribute)) continue;
      const made = draft(site, attribute, { type: 'choice', values: [`${label(window.from)}–${label(window.to)}`], modality: 'must' }, cue);
      return [{ ...made, anchor: window.start, anchorEnd: Math.min(window.end, site.clause.end) }];
    }
  }
  return [];
}

const daysOf = ({ tokens }: Clause): DateToken[] =>
  tokens.filter((token): token is DateToken => token.category === 'date' && token.precision !== 'year');

/** A day by itself is no window. */
function windowIn(clause: Clause): Window | null {
  const found = daysOf(clause).find(({ from, to }) => from !== null && to !== null && from !== to);
  return found ? { from: found.from!, to: found.to!, start: found.start, end: found.end } : null;
}

/** 10月8日开始缴费,12月31日截止: one clause tells the first day, the next one the last. */
function windowFrom({ clause, sentence, index }: Site): Window | null {
  const next = sentence.clauses[index + 1];
  if (!next) return null;
  const [first, ...more] = daysOf(clause);
  const [last, ...others] = daysOf(next);
  if (!first || !last || more.length > 0 || others.length > 0) return null;
  const [from, to] = [first.from, last.to];
  if (from === null || to === null || first.open === 'until' || last.open === 'from') return null;
  const opens = first.open === 'from' || hasRole(clause.tokens, 'opens');
  return opens && hasRole(next.tokens, 'ends') ? { from, to, start: first.start, end: last.end } : null;
}
