// The one product of an audit: plain, self-contained data that every report is made of.
import type { Claim } from './claim.ts';
import type { Directive } from './directive.ts';
import type { Fault } from './fault.ts';
import type { Finding } from './finding.ts';
import type { Note } from './note.ts';
import type { Passage } from './passage.ts';
import type { Scope } from './scope.ts';
import type { UnreadGroup } from './unread.ts';

export const SCHEMA_VERSION = 1;
export type Locale = 'zh' | 'en';

/** What the reports need to know of an article; the text itself stays behind. */
export interface ArticleSummary {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** 1-based line on which the title stands. */
  readonly line: number;
  /** Name of the region that title or front matter give, or null. */
  readonly region: string | null;
  readonly published: string | null;
  readonly teaser: boolean;
  /** Numbers of its claims and of its sentences that were not understood; null where a result does not tell. */
  readonly claims: number | null;
  readonly unread: number | null;
}

/** A claim as it stands in the audit document. */
export interface ReportedClaim extends Omit<Claim, 'provenance'> {
  /** What it was read from, for claims that findings cite; empty where the text is not at hand. */
  readonly passages: readonly Passage[];
}

/** A region that a claim of the document names, or one around it. */
export interface ReportedRegion {
  readonly code: string;
  readonly name: string;
  /** Code of the region right around it; null for the country. */
  readonly parent: string | null;
}

/** Why a file below a folder that was to be read is none of the articles. */
export type SkipReason = 'format' | 'excluded' | 'ignored';

export interface Skipped {
  readonly reason: SkipReason;
  readonly count: number;
  /** The first ones; the name of a folder ends in `/`. */
  readonly files: readonly string[];
}

/** Numbers of claims that can be compared, by what the register says of them. */
export interface Coverage {
  /** Reference claims in force on the day of the audit. */
  readonly references: number;
  readonly backed: number;
  readonly contradicted: number;
  readonly uncovered: number;
}

/** The list of known findings that an audit was held against. */
export interface BaselineUse {
  readonly file: string;
  /** Findings that it holds, and those of them that no longer occur. */
  readonly findings: number;
  readonly gone: number;
}

export interface AuditResult {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: 'claimlint'; readonly version: string };
  readonly asOf: string;
  /** The files that the findings are about; null where they are about all. */
  readonly scope: Scope | null;
  readonly locale: Locale;
  /** Name and version of each pack that took part. */
  readonly packs: readonly { readonly name: string; readonly version: string }[];
  readonly corpus: {
    readonly files: number;
    readonly articles: number;
    readonly sentences: number;
    readonly claims: number;
    readonly unread: number;
  };
  readonly articles: readonly ArticleSummary[];
  readonly claims: readonly ReportedClaim[];
  readonly findings: readonly Finding[];
  /** How the claims stand to the register; null where it was left aside. */
  readonly register: Coverage | null;
  /** Sentences that gave no claim, by reason and by what they speak of; null where they were not asked for. */
  readonly unread: readonly UnreadGroup[] | null;
  readonly regions: readonly ReportedRegion[];
  /** What was found beside the articles and not read. */
  readonly skipped: readonly Skipped[];
  /** Null where none was given: then every finding is new, unless it is waived. */
  readonly baseline: BaselineUse | null;
  /** Comments in the articles that ask to leave a finding alone, whether or not they do. */
  readonly directives: readonly Directive[];
  /** On decisions that have run out, or that excuse nothing. */
  readonly notes: readonly Note[];
  readonly faults: readonly Fault[];
}
