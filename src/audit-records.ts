// The whole pipeline for articles of a source of one's own: what `audit` is for files.
import { assemble, compareClaims, extract, isCompared } from './audit.ts';
import type { ComparingOptions, ReadingOptions, Records } from './audit.ts';
import { packProvenance, passagesOf } from './claim/passage.ts';
import type { Article } from './model/article.ts';
import type { Claim } from './model/claim.ts';
import type { Passage } from './model/passage.ts';
import type { AuditResult } from './model/result.ts';

export interface RecordsOptions extends ComparingOptions {
  readonly onUnread?: ReadingOptions['onUnread'];
}

/** Articles → findings. They are held until the end, since nobody else can read them again: the words around a quote are taken from them. */
export async function auditRecords(records: Records, options: RecordsOptions): Promise<AuditResult> {
  const claims: Claim[] = [];
  const articles = new Map<string, Article>();
  let count = 0;
  const asked = { paths: [], cwd: '.', exclude: [], locale: options.locale, packs: options.packs, records };
  const listing = options.onUnread ? { onUnread: options.onUnread } : {};
  const corpus = await extract({ ...asked, ...listing }, ({ article, claims: more }) => {
    count += more.length;
    for (const claim of more) if (options.allClaims || isCompared(claim)) claims.push(claim);
    if (article !== null) articles.set(article.id, article);
  });
  const findings = compareClaims(claims, options);
  const cited = new Set(findings.flatMap(({ sides }) => sides.flatMap((side) => side.claims)));
  const passages = new Map<string, readonly Passage[]>();
  for (const claim of claims) {
    const article = articles.get(claim.article);
    if (article !== undefined && cited.has(claim.id)) passages.set(claim.id, passagesOf(article, claim, packProvenance(claim.provenance)));
  }
  return assemble(corpus, claims, findings, options, { passages, count });
}
