// Claims as rows: what was read, field by field, for those who sort and filter.
import type { AuditResult, Locale, ReportedClaim } from '../../model/result.ts';
import { conditionText, outcomeText, periodText } from '../claim-text.ts';
import { STRENGTH_WORDING } from '../wording.ts';
import type { Column } from './column.ts';
import { MOOD_WORDING } from './wording.ts';

/** What an article asserts or mentions; the list of its measures is for the comparison alone. */
export function claimsOf({ claims }: AuditResult): readonly ReportedClaim[] {
  return claims.filter(({ mention }) => mention?.kind !== 'measures');
}

export function claimColumns({ articles, findings }: AuditResult, locale: Locale): readonly Column<ReportedClaim>[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const cited = new Map<string, string[]>();
  for (const { id, sides } of findings) {
    for (const claim of new Set(sides.flatMap(({ claims }) => claims))) {
      const ids = cited.get(claim);
      if (ids === undefined) cited.set(claim, [id]);
      else ids.push(id);
    }
  }
  return [
    { name: 'id', width: 30, value: ({ id }) => id },
    { name: 'file', width: 34, value: ({ evidence }) => evidence.file },
    { name: 'line', width: 8, value: ({ evidence }) => evidence.startLine },
    { name: 'column', width: 8, value: ({ evidence }) => evidence.startColumn },
    { name: 'title', width: 30, value: ({ article }) => byId.get(article)?.title || null },
    { name: 'published', width: 12, value: ({ published }) => published },
    { name: 'region', width: 14, value: ({ region }) => region?.name ?? null },
    { name: 'scheme', width: 14, value: ({ subject }) => subject.scheme },
    { name: 'thing', width: 18, value: ({ subject }) => subject.thing },
    { name: 'people', width: 14, value: ({ subject }) => subject.people.join(' · ') || null },
    { name: 'attribute', width: 20, value: ({ attribute }) => attribute },
    { name: 'condition', width: 34, value: ({ condition }) => conditionText(condition, locale) || null },
    { name: 'outcome', width: 24, value: ({ outcome }) => outcomeText(outcome, locale) },
    { name: 'atLeast', width: 10, value: ({ outcome }) => (outcome.type === 'number' ? outcome.range.lo : null) },
    { name: 'atMost', width: 10, value: ({ outcome }) => (outcome.type === 'number' ? outcome.range.hi : null) },
    { name: 'unit', width: 8, value: ({ outcome }) => (outcome.type === 'number' ? outcome.unit || null : null) },
    { name: 'per', width: 8, value: ({ outcome }) => (outcome.type === 'number' ? outcome.per : null) },
    { name: 'period', width: 24, value: ({ period }) => periodText(period) || null },
    { name: 'strength', width: 12, value: ({ strength }) => STRENGTH_WORDING[locale][strength] },
    { name: 'mood', width: 10, value: ({ mood }) => MOOD_WORDING[locale][mood] },
    { name: 'quote', width: 60, value: ({ evidence }) => evidence.quote },
    { name: 'finding', width: 20, value: ({ id }) => cited.get(id)?.join(' | ') ?? null },
  ];
}
