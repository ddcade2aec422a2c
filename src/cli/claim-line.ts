// A claim as a line of JSON: what extract prints.
import type { Claim } from '../model/claim.ts';
import type { ArticleSummary, ReportedClaim } from '../model/result.ts';
import { jsonLine } from './lines.ts';

/** A claim as it stands in the audit document, with what compare needs to know of its article. */
export interface ClaimRecord extends Omit<ReportedClaim, 'passages'> {
  readonly title: string;
  readonly teaser: boolean;
}

/** One line for one claim of an article. Provenance stays behind: explain shows it. */
export function claimLine(claim: Claim, article: ArticleSummary): string {
  const { provenance: _, ...reported } = claim;
  return jsonLine({ ...reported, title: article.title, teaser: article.teaser } satisfies ClaimRecord);
}
