// The findings as the page walks them: each with what it can be found, filtered and ordered by.
import type { Finding, Side } from '../model/finding.ts';
import type { AuditResult, ReportedClaim } from '../model/result.ts';
import { indexResult } from '../report/lookup.ts';
import type { Citation } from '../report/lookup.ts';
import { pathOf } from './names.ts';

export interface EntrySide {
  readonly side: Side;
  readonly citations: readonly Citation[];
  /** What the register says, where it takes this side. */
  readonly reference: ReportedClaim | null;
}

export interface Entry {
  readonly finding: Finding;
  /** Place in the order of the audit. */
  readonly at: number;
  readonly sides: readonly EntrySide[];
  /** Ids of the articles that take part. */
  readonly articles: readonly string[];
  /** Codes of the regions that it is about, with those around them; empty where none is named. */
  readonly regions: readonly string[];
  /** 职工医保, 职工医保 · 个人账户 · 余额清零: the scheme, then the whole. */
  readonly topics: readonly string[];
}

export function entriesOf(result: AuditResult): readonly Entry[] {
  const lookup = indexResult(result);
  const references = new Map(result.claims.flatMap((claim) => (claim.id.startsWith('register:') ? [[claim.id, claim] as const] : [])));
  return result.findings.map((finding, at) => {
    const sides = finding.sides.map((side) => {
      const reference = side.source === null ? null : (references.get(`register:${side.source.id}`) ?? null);
      return { side, citations: lookup.citations(side), reference };
    });
    const cited = sides.flatMap(({ citations }) => citations);
    const [scheme = ''] = finding.topic.split(' · ');
    return {
      finding,
      at,
      sides,
      articles: [...new Set(cited.map(({ claim }) => claim.article))],
      regions: [...new Set(cited.flatMap(({ claim }) => (claim.region === null ? [] : pathOf(claim.region.code, result))))],
      topics: scheme === finding.topic ? [scheme] : [scheme, finding.topic],
    };
  });
}
