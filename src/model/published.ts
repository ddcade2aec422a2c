// What drafts are held against, as far as it concerns them.
import type { Claim } from './claim.ts';
import type { Directive } from './directive.ts';
import type { Fault } from './fault.ts';
import type { Passage } from './passage.ts';
import type { ArticleSummary, Skipped } from './result.ts';
import type { Speaker } from './saying.ts';

export interface Published {
  /** Number of its articles, without those that drafts take the place of. */
  readonly articles: number;
  /** Who can meet the claims of the drafts, and perhaps others, in the order of their places. */
  readonly speakers: readonly Speaker[];
  /** Where `speakers` are only those of the drafts' regions, and of the regions around and within these; null where they are all. */
  readonly beyond: Beyond | null;
  readonly faults: readonly Fault[];
  readonly skipped: readonly Skipped[];
  /** All that is told of those of them that findings cite. */
  readonly cited: (claims: readonly Claim[]) => Promise<Cited>;
}

export interface Beyond {
  /** Whether what is said of an attribute by claims of this region (a code, or null), in these articles, may be disputed by regions that were left out. */
  readonly reaches: (attribute: string, region: string | null, articles: Iterable<string | number>) => boolean;
  /** Who speaks of these attributes, of whatever region, in the order of their places. */
  readonly speakers: (attributes: ReadonlySet<string>) => readonly Speaker[];
}

export interface Cited {
  readonly claims: readonly Claim[];
  /** Their articles. */
  readonly articles: readonly ArticleSummary[];
  /** The text around their quotes, as far as it is at hand. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  readonly faults: readonly Fault[];
  /** Comments in their files. */
  readonly directives: readonly Directive[];
}

/** @param own claims of the drafts that can be compared @param files of the drafts: older versions of these are not published any more */
export type Against = (own: readonly Claim[], files: ReadonlySet<string>) => Promise<Published>;
