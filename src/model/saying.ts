// What claims say, told once for all that say it: an index holds the claims of a corpus so.
import type { Claim } from './claim.ts';

export interface Saying {
  /** The first of its claims in the order of their places, without its quote; in all but where they stand, the others are as this one. */
  readonly claim: Claim;
  /** The articles of its claims by numbers of their own, in the order of the claims, never falling: one for each claim, at least one. */
  readonly articles: Uint32Array;
  /** Its first claims, as many as asked for, in the order of their places, without their quotes. */
  readonly claims: (count: number) => readonly Claim[];
  /** ISO day on which an article was published, or null. */
  readonly published: (article: number) => string | null;
  /** Number of the first document that an article cites, or null. */
  readonly cites: (article: number) => string | null;
}

/** Who speaks: a claim at hand, or many that say the same. */
export type Speaker = Claim | Saying;

export const isSaying = (speaker: Speaker): speaker is Saying => 'articles' in speaker;

/** Number of claims. */
export const countOf = (speaker: Speaker): number => (isSaying(speaker) ? speaker.articles.length : 1);

export const claimOf = (speaker: Speaker): Claim => (isSaying(speaker) ? speaker.claim : speaker);
