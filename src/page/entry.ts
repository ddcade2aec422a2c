// The findings as the page walks them: each with what it can be found, filtered and ordered by.
import type { Finding, Side } from '../model/finding.ts';
import type { AuditResult } from '../model/result.ts';
import { indexResult } from '../report/lookup.ts';
import type { Citation } from '../report/lookup.ts';

export interface EntrySide {
  readonly side: Side;
  readonly citations: readonly Citation[];
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
  return result.findings.map((finding, at) => {
    const sides = finding.sides.map((side) => ({ side, citations: lookup.citations(side) }));
    const cited = sides.flatMap(({ citations }) => citations);
    const [scheme = ''] = finding.topic.split(' · ');
    return {
      finding,
      at,
      sides,
      articles: [...new Set(cited.map(({ claim }) => claim.article))],
      regions: [...new Set(cited.flatMap(({ claim }) => (claim.region === null ? [] : regionPath(claim.region.code))))],
      topics: scheme === finding.topic ? [scheme] : [scheme, finding.topic],
    };
  });
}

/** A region and those around it, outermost first; the levels are in the digits: 440000, 440100, 440106. */
export function regionPath(code: string): readonly string[] {
  const path = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return path.filter((up, index) => path.indexOf(up) === index);
}
