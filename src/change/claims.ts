// Claims that a change adds, drops or alters. What is said elsewhere, or in other words, or twice where once would do, is no change.
import { CHANGED_FIELDS } from '../model/change.ts';
import type { ChangedField } from '../model/change.ts';
import type { AuditResult, ReportedClaim } from '../model/result.ts';
import { pairArticles } from './articles.ts';
import { axesOf, fieldKeys, isSaying, meaningOf } from './meaning.ts';

export interface Pair {
  readonly before: ReportedClaim;
  readonly after: ReportedClaim;
  readonly fields: readonly ChangedField[];
}

export interface ClaimChanges {
  readonly altered: readonly Pair[];
  readonly added: readonly ReportedClaim[];
  readonly dropped: readonly ReportedClaim[];
  /** Ids of articles before → after. */
  readonly articles: ReadonlyMap<string, string>;
}

export function changeClaims(before: AuditResult, after: AuditResult): ClaimChanges {
  const [was, is] = [unitsOf(before), unitsOf(after)];
  const articles = pairArticles(before.articles, after.articles, keysOf(was), keysOf(is));
  // What an article still says, then what another one says instead.
  const left: ReportedClaim[] = [];
  for (const [article, units] of was) {
    const now = is.get(articles.get(article) ?? '');
    for (const [key, claim] of units) if (now?.delete(key) !== true) left.push(claim);
  }
  const moved = new Map<string, Map<string, ReportedClaim>[]>();
  for (const units of is.values()) for (const key of units.keys()) moved.set(key, [...(moved.get(key) ?? []), units]);
  const dropped = left.filter((claim) => {
    const key = meaningOf(claim);
    return moved.get(key)?.shift()?.delete(key) !== true;
  });
  const added = [...is.values()].flatMap((units) => [...units.values()]);
  const altered = pairClaims(dropped, added, articles);
  const paired = new Set(altered.flatMap((pair) => [pair.before, pair.after]));
  return {
    altered: altered.sort((a, b) => byPlace(a.after, b.after)),
    added: added.filter((claim) => !paired.has(claim)).sort(byPlace),
    dropped: dropped.filter((claim) => !paired.has(claim)).sort(byPlace),
    articles,
  };
}

/** What each article says, by its meaning, in the order of its text. */
function unitsOf({ articles, claims }: AuditResult): Map<string, Map<string, ReportedClaim>> {
  const known = new Set(articles.map(({ id }) => id));
  const units = new Map<string, Map<string, ReportedClaim>>();
  for (const claim of [...claims].sort(byPlace)) {
    // What the register says belongs to no article.
    if (!known.has(claim.article) || !isSaying(claim)) continue;
    let own = units.get(claim.article);
    if (own === undefined) units.set(claim.article, (own = new Map()));
    const key = meaningOf(claim);
    if (!own.has(key)) own.set(key, claim);
  }
  return units;
}

const keysOf = (units: ReadonlyMap<string, ReadonlyMap<string, ReportedClaim>>): Map<string, Set<string>> =>
  new Map([...units].map(([article, own]) => [article, new Set(own.keys())]));

/** Claims of one article before and after that speak of the same, those that differ least first. */
function pairClaims(dropped: readonly ReportedClaim[], added: readonly ReportedClaim[], articles: ReadonlyMap<string, string>): Pair[] {
  const groups = Map.groupBy(added, ({ article, attribute }) => `${article}\n${attribute}`);
  const candidates = dropped.flatMap((before) =>
    (groups.get(`${articles.get(before.article) ?? ''}\n${before.attribute}`) ?? []).flatMap((after) => {
      const fields = CHANGED_FIELDS.filter((field) => fieldKeys(before)[field] !== fieldKeys(after)[field]);
      const distance = distanceOf(before, after, fields);
      return distance === null ? [] : [{ before, after, fields, distance, elsewhere: Number(before.section !== after.section) }];
    }),
  );
  candidates.sort(
    (a, b) => a.distance - b.distance || a.elsewhere - b.elsewhere || byPlace(a.before, b.before) || byPlace(a.after, b.after),
  );
  const taken = new Set<ReportedClaim>();
  return candidates.flatMap(({ before, after, fields }) => {
    if (taken.has(before) || taken.has(after)) return [];
    taken.add(before).add(after);
    return [{ before, after, fields }];
  });
}

const SCOPE: readonly ChangedField[] = ['condition', 'region', 'period'];

/** How far two claims of one attribute are from each other; null where the one is not the other, changed. */
function distanceOf(before: ReportedClaim, after: ReportedClaim, fields: readonly ChangedField[]): number | null {
  const differs = (field: ChangedField): boolean => fields.includes(field);
  const scope = SCOPE.filter(differs).length;
  const subject = differs('subject');
  // The same case with another outcome, or said otherwise firmly.
  if (!subject && scope === 0) return 0;
  // The same outcome for another case: the fewer parts of it differ the better.
  if (!subject && !differs('outcome')) return scope;
  // The same rule for other people or of another scheme.
  if (!differs('outcome') && !differs('region') && !differs('period')) return 4;
  // A rule of the same form, with other limits or for another time, and another outcome.
  if (!subject && !differs('region') && axesOf(before) === axesOf(after)) return 5;
  return null;
}

export function byPlace(a: ReportedClaim, b: ReportedClaim): number {
  const [one, other] = [a.evidence, b.evidence];
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.startLine - other.startLine || one.startColumn - other.startColumn || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
