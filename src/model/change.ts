// What one audit says otherwise than another: plain, self-contained data that every report of a change is made of.
import type { Fault } from './fault.ts';
import type { Finding } from './finding.ts';
import type { ReferenceSource } from './reference.ts';
import type { Locale, ReportedClaim } from './result.ts';
import type { Evidence } from './span.ts';
import type { TOOL } from './tool.ts';

export const CHANGE_VERSION = 1;

/** What an article says, once, however often and in whatever words it says it. */
export interface Saying {
  readonly article: string;
  /** Title of the article. */
  readonly title: string;
  /** 职工医保 · 等待期 · 等待期长度. */
  readonly topic: string;
  /** For whom, where and when; each empty where it is not stated. */
  readonly condition: string;
  readonly region: string;
  readonly period: string;
  /** 6个月. */
  readonly outcome: string;
  /** The first claim of the article that says so. */
  readonly claim: ReportedClaim;
  /** Other articles that say the same after the change. */
  readonly elsewhere: number;
  /** Ids of the findings, before or after the change, in which it takes part. */
  readonly findings: readonly string[];
}

/** In what two claims differ. */
export const CHANGED_FIELDS = ['subject', 'condition', 'region', 'period', 'outcome', 'strength', 'mood'] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

export interface Alteration {
  readonly before: Saying;
  readonly after: Saying;
  /** At least one; the values as they are to be shown, empty where nothing was stated. */
  readonly fields: readonly { readonly field: ChangedField; readonly before: string; readonly after: string }[];
}

/** A finding with the places of its claims, so that it can be shown without the audit that it is of. */
export interface ChangedFinding extends Pick<Finding, 'id' | 'kind' | 'severity' | 'topic' | 'message' | 'cause' | 'status'> {
  readonly sides: readonly {
    readonly says: string;
    readonly count: number;
    readonly places: readonly Evidence[];
    readonly source: ReferenceSource | null;
  }[];
}

/** One of the two states that were compared. */
export interface ChangeEnd {
  /** As it was asked for: a revision or the file of an audit; null for the work tree. */
  readonly name: string | null;
  /** The commit that a revision means. */
  readonly commit: string | null;
  readonly asOf: string;
  readonly articles: number;
  readonly claims: number;
}

export interface Change {
  readonly changeVersion: typeof CHANGE_VERSION;
  readonly tool: typeof TOOL | { readonly name: 'claimlint'; readonly version: string };
  readonly locale: Locale;
  readonly before: ChangeEnd;
  readonly after: ChangeEnd;
  readonly altered: readonly Alteration[];
  readonly added: readonly Saying[];
  readonly dropped: readonly Saying[];
  readonly opened: readonly ChangedFinding[];
  readonly closed: readonly ChangedFinding[];
  /** Number of findings that were there before and still are. */
  readonly remaining: number;
  readonly faults: readonly Fault[];
}
