// What was not understood: sentences that bear what a claim is made of and gave none that can be compared, and why.
import type { Evidence } from './span.ts';

/** Why a sentence gave no claim, those first that a line in a pack may mend. */
export const UNREAD_REASONS = [
  'number',
  'verdict',
  'thing',
  'excluded',
  'subject',
  'condition',
  'date',
  'question',
  'refuted',
  'example',
  'history',
  'heading',
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Read, and rightly not compared: such sentences are listed and do not count as unread. */
export const ASIDE: ReadonlySet<UnreadReason> = new Set<UnreadReason>(['question', 'refuted', 'example', 'history', 'heading']);

/** Text without marks, numbers or longer function words; `weak` are the offsets of its function characters (的, 可), at which no word begins or ends. */
export interface Run {
  readonly text: string;
  readonly weak: readonly number[];
}

/** One sentence, with what the grouping needs of its words. */
export interface UnreadSentence {
  readonly article: string;
  readonly evidence: Evidence;
  readonly reason: UnreadReason;
  /** thing, excluded: the attribute whose words stand there. */
  readonly attribute: string | null;
  /** Words of the packs in it. */
  readonly words: readonly string[];
  readonly runs: readonly Run[];
}

export type ListedSentence = Pick<UnreadSentence, 'article' | 'evidence' | 'attribute'>;

/** Sentences of one reason that speak of the same things. */
export interface UnreadGroup {
  readonly reason: UnreadReason;
  /** The words that tell the group from others, most telling first; none for the rest that shares no words. */
  readonly terms: readonly string[];
  /** Number of sentences, also where not all are listed. */
  readonly count: number;
  readonly sentences: readonly ListedSentence[];
}
