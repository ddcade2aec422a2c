// A result as the reports walk it: findings with their counts, sides with the claims and articles that they cite.
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Finding, Kind, Severity, Side } from '../model/finding.ts';
import type { ArticleSummary, AuditResult, ReportedClaim } from '../model/result.ts';

/** A claim that a side cites. */
export interface Citation {
  readonly claim: ReportedClaim;
  /** Null where a saved result does not list the article. */
  readonly article: ArticleSummary | null;
}

export interface Lookup {
  /** The claims that a side lists, in its order; a claim that a saved result lacks is passed over. */
  citations(side: Side): readonly Citation[];
  /** What the register says on a side, as a claim; null where it takes another side, or a saved result lacks it. */
  reference(side: Side): ReportedClaim | null;
}

export function indexResult(result: AuditResult): Lookup {
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]));
  const articles = new Map(result.articles.map((article) => [article.id, article]));
  return {
    citations: (side) =>
      side.claims.flatMap((id) => {
        const claim = claims.get(id);
        return claim === undefined ? [] : [{ claim, article: articles.get(claim.article) ?? null }];
      }),
    reference: ({ source }) => (source === null ? null : (claims.get(`register:${source.id}`) ?? null)),
  };
}

/** How many claims of a side are not shown. */
export function unlisted(side: Side, shown: number): number {
  return Math.max(0, side.count - shown);
}

/** Findings by kind and severity, with the sums. */
export interface Tally {
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Kinds that were found, in the order of `KINDS`. */
  readonly rows: readonly TallyRow[];
}

export interface TallyRow {
  readonly kind: Kind;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
}

/** What counts against an audit: neither known nor waived. */
export const newOf = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ status }) => status === 'new');

/** How many findings a baseline knows, and how many are waived. */
export function excusedOf(findings: readonly Finding[]): Readonly<Record<'known' | 'waived', number>> {
  const count = (status: Finding['status']): number => findings.reduce((sum, one) => sum + (one.status === status ? 1 : 0), 0);
  return { known: count('known'), waived: count('waived') };
}

export function tallyFindings(findings: readonly Finding[]): Tally {
  const bySeverity = { error: 0, warning: 0, info: 0 } satisfies Record<Severity, number>;
  const byKind = new Map<Kind, Record<Severity, number>>();
  for (const { kind, severity } of findings) {
    let counts = byKind.get(kind);
    if (counts === undefined) byKind.set(kind, (counts = { error: 0, warning: 0, info: 0 }));
    counts[severity]++;
    bySeverity[severity]++;
  }
  const rows = KINDS.flatMap((kind) => {
    const counts = byKind.get(kind);
    return counts === undefined ? [] : [{ kind, counts, total: SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0) }];
  });
  return { total: findings.length, bySeverity, rows };
}

/** The gravest severity that was found, or null. */
export function gravest({ bySeverity }: Tally): Severity | null {
  return SEVERITIES.find((severity) => bySeverity[severity] > 0) ?? null;
}

/** Findings of one severity and kind, in the order of the result. */
export interface Group {
  readonly severity: Severity;
  readonly kind: Kind;
  readonly findings: readonly Finding[];
}

/** The findings parted by severity, then kind: the order that an audit gives them, so that nothing moves. */
export function groupFindings(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return SEVERITIES.flatMap((severity) =>
    KINDS.flatMap((kind) => {
      const found = groups.get(`${severity} ${kind}`);
      return found === undefined ? [] : [{ severity, kind, findings: found }];
    }),
  );
}
