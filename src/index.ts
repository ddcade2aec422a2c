// The library: what a program that embeds claimlint uses. No logic.
export { assemble, audit, compareClaims, extract } from './audit.ts';
export type { AuditOptions, ComparingOptions, Corpus, Reading, ReadingOptions } from './audit.ts';
export type { Article } from './model/article.ts';
export type { ExportRule } from './model/export.ts';
export type { ArticleRecord } from './model/record.ts';
export type { Claim, Constraint, Outcome } from './model/claim.ts';
export type { Fault } from './model/fault.ts';
export { KINDS, SEVERITIES } from './model/finding.ts';
export type { Finding, Kind, Severity, Side } from './model/finding.ts';
export type { AuditResult, Locale } from './model/result.ts';
export type { UnreadGroup, UnreadReason, UnreadSentence } from './model/unread.ts';
export { PackError } from './pack/index.ts';
export { loadPacks } from './pack/load.ts';
export type { Packs } from './pack/index.ts';
export { reporters } from './report/index.ts';
export type { Format, Reporter } from './report/index.ts';
export { parseResult } from './report/schema.ts';
