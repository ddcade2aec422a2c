// The two forms of a kind of finding: a dispute that the judge found, or a notice that is looked for among the claims, most often the mentions.
import type { Claim } from '../../model/claim.ts';
import type { Kind, Reason, Severity } from '../../model/finding.ts';
import type { Packs } from '../../pack/pack.ts';
import type { Edge } from '../cluster.ts';
import type { Position } from '../position.ts';

export interface DisputeCheck {
  readonly kind: Kind;
  readonly family: 'dispute';
  /** Why it is one, told of the edge that speaks most clearly. */
  readonly why: (packs: Packs, edge: Edge, sides: readonly (readonly Position[])[]) => Reason[];
}

export interface NoticeDraft {
  /** What the notice is about, however it is written: it is known again by this. */
  readonly meaning: readonly string[];
  readonly topic: string;
  readonly says: string;
  readonly claims: readonly Claim[];
  readonly reasons: readonly Reason[];
  /** Key of its sentence, where the kind has several; null for `message.<kind>`. */
  readonly message: string | null;
  /** Other than that of the kind, or null. */
  readonly severity: Severity | null;
}

/** Most kinds have one sentence and one severity. */
export const USUAL = { message: null, severity: null } as const satisfies Partial<NoticeDraft>;

export interface NoticeCheck {
  readonly kind: Kind;
  readonly family: 'notice';
  readonly severity: Severity;
  readonly cause: 'author' | 'clock';
  /** Claims come in the order of their places; the mentions are those that record a date, a term, a calculation … */
  readonly find: (packs: Packs, mentions: readonly Claim[], asOf: string, claims: readonly Claim[]) => NoticeDraft[];
}

export type Check = DisputeCheck | NoticeCheck;

/** Mentions of one article under one key, in the order of the first of each. */
export function byArticle(mentions: readonly Claim[], key: (claim: Claim) => string): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of mentions) {
    const name = `${claim.article}\n${key(claim)}`;
    const list = groups.get(name);
    if (list) list.push(claim);
    else groups.set(name, [claim]);
  }
  return [...groups.values()];
}
