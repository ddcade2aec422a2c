// Windows that come back every year (9月1日至12月31日) → values of attributes that are such windows.
import { hasRole } from '../parse/clause.ts';
import type { Clause, DateToken } from '../parse/clause.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
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
  if (!site.layers[0]!.dated) return [];
  const window = openedAndEnded(site.clause) ?? windowIn(site.clause) ?? windowFrom(site);
  if (window === null) return [];
  const label = (day: string): string => day.slice(-5);
  for (const layer of site.layers) {
    if (layer.kind !== 'clause' && layer.kind !== 'sentence' && !(layer.kind === 'later' && window.end > site.clause.end)) continue;
    for (const cue of cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end, CUES.season)) {
      const attribute = cue.means;
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

/** 9月开缴、次年2月底截止: the first day opens what the last one ends. */
function openedAndEnded(clause: Clause): Window | null {
  const [first, last, ...others] = daysOf(clause);
  if (!first || !last || others.length > 0 || first.from === null || last.to === null) return null;
  const stands = (role: string, from: number, to: number): boolean =>
    clause.tokens.some((token) => token.category === 'role' && token.ref === role && token.start >= from && token.end <= to);
  const opens = first.open === 'from' || stands('opens', first.end, last.start);
  if (!opens || !(last.open === 'until' || stands('ends', last.end, clause.end))) return null;
  return { from: first.from, to: last.to, start: first.start, end: last.end };
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
  const ends = last.open === 'until' || hasRole(next.tokens, 'ends');
  return opens && ends ? { from, to, start: first.start, end: last.end } : null;
}
