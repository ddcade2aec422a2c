// The numbers behind the pictures.
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Kind, Severity } from '../model/finding.ts';
import type { AuditResult } from '../model/result.ts';
import type { Entry } from './entry.ts';
import { dayNumber } from './time.ts';

export interface KindRow {
  readonly kind: Kind;
  readonly counts: Readonly<Record<Severity, number>>;
}

export function kindRows(entries: readonly Entry[]): readonly KindRow[] {
  const counts = new Map<Kind, Record<Severity, number>>();
  for (const { finding } of entries) {
    const row = counts.get(finding.kind) ?? { error: 0, warning: 0, info: 0 };
    row[finding.severity]++;
    counts.set(finding.kind, row);
  }
  return KINDS.flatMap((kind) => {
    const row = counts.get(kind);
    return row === undefined ? [] : [{ kind, counts: row }];
  });
}

export const totalOf = ({ counts }: KindRow): number => SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);

/** Disputes by topic: how many articles take part. Notices have one side and dispute nothing. */
export function topicRows(entries: readonly Entry[], most: number): readonly { readonly topic: string; readonly articles: number }[] {
  const articles = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.sides.length < 2) continue;
    const { topic } = entry.finding;
    const ids = articles.get(topic) ?? new Set();
    for (const id of entry.articles) ids.add(id);
    articles.set(topic, ids);
  }
  return [...articles]
    .map(([topic, ids]) => ({ topic, articles: ids.size }))
    .sort((a, b) => b.articles - a.articles || (a.topic < b.topic ? -1 : 1))
    .slice(0, most);
}

/** Findings that speak of each region; those that speak of a part of it count for the whole. */
export function regionCounts(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { regions } of entries) for (const code of regions) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

export const AGES = ['half', 'one', 'two', 'five', 'more', 'none'] as const;
export type Age = (typeof AGES)[number];

export interface AgeRow {
  readonly age: Age;
  readonly claims: number;
  /** Those that findings cite. */
  readonly cited: number;
}

/** All claims by the age of their articles on the day of the audit, and those in findings. */
export function ageRows(result: AuditResult, entries: readonly Entry[]): readonly AgeRow[] {
  const claims = new Map<Age, number>();
  const cited = new Map<Age, number>();
  const add = (to: Map<Age, number>, age: Age, n: number): void => void to.set(age, (to.get(age) ?? 0) + n);
  for (const { published, claims: own } of result.articles) add(claims, ageOf(published, result.asOf), own ?? 0);
  const ids = new Set(entries.flatMap(({ sides }) => sides.flatMap(({ citations }) => citations.map(({ claim }) => claim.id))));
  for (const { id, published } of result.claims) if (ids.has(id)) add(cited, ageOf(published, result.asOf), 1);
  return AGES.map((age) => ({ age, claims: Math.max(claims.get(age) ?? 0, cited.get(age) ?? 0), cited: cited.get(age) ?? 0 }));
}

function ageOf(published: string | null, asOf: string): Age {
  const days = published === null ? Number.NaN : dayNumber(asOf) - dayNumber(published);
  if (Number.isNaN(days)) return 'none';
  return days < 183 ? 'half' : days < 366 ? 'one' : days < 731 ? 'two' : days < 1827 ? 'five' : 'more';
}
