// What an audit reports: disputes with sides, notices with one.
import type { ReferenceSource } from './reference.ts';
import type { Waiver } from './waiver.ts';

export const KINDS = [
  'contradiction',
  'exception',
  'regional',
  'superseded',
  'stale-date',
  'floating-date',
  'retired-term',
  'arithmetic',
  'gap',
] as const;
export type Kind = (typeof KINDS)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The severity that a finding of the kind has unless there is reason for a lesser one. */
export const USUAL_SEVERITY = {
  contradiction: 'error',
  exception: 'warning',
  regional: 'warning',
  superseded: 'warning',
  'stale-date': 'warning',
  'floating-date': 'info',
  'retired-term': 'warning',
  arithmetic: 'warning',
  gap: 'warning',
} as const satisfies Record<Kind, Severity>;

export interface Side {
  /** What the side says, in the words of the pack: `男 · 累计缴费年限 = 25年`. */
  readonly says: string;
  /** Number of claims on the side, also where not all are listed. */
  readonly count: number;
  /** Ids of claims in `AuditResult.claims`, at most `--max-evidence` of them. */
  readonly claims: readonly string[];
  /** Where it is officially written, if the register takes this side. */
  readonly source: ReferenceSource | null;
  /** What is said, as hashes `case.manner`, sorted; without those that only bear a side out. Never made of places or of wording. */
  readonly fingerprints: readonly string[];
}

/** Per axis, how the two sides relate; told in the report as the reason. */
export type Relation = 'same' | 'inside' | 'around' | 'overlap' | 'apart';

export interface Reason {
  /** Message key of `report/messages`, with its arguments. */
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface Standing {
  /** Index into `sides`. */
  readonly side: number;
  readonly reasons: readonly Reason[];
}

export interface Finding {
  /** Stable: a hash of what the sides say (of a notice also in which words), not of where they stand. */
  readonly id: string;
  readonly kind: Kind;
  readonly severity: Severity;
  /** 职工医保 · 个人账户 · 余额清零. */
  readonly topic: string;
  /** One sentence in the locale of the audit. */
  readonly message: string;
  readonly reasons: readonly Reason[];
  /** Which side stands better, and why; null where neither does. Never decided by the number of articles alone. */
  readonly standing: Standing | null;
  /** One for notices, two or more for disputes. */
  readonly sides: readonly Side[];
  /** `clock` where only the passing of time made it a finding. */
  readonly cause: 'author' | 'clock';
  /** `known`: a baseline has it · `waived`: somebody decided to leave it alone. */
  readonly status: 'new' | 'known' | 'waived';
  /** What was decided; of a new finding, a decision that has run out. */
  readonly waiver: Waiver | null;
}
