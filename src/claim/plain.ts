// What a claim says that says nothing of case, place, time or doubt: the fields that mentions and statements leave as they are.
import type { Claim } from '../model/claim.ts';

/** A claim before its article numbers it. */
export type NewClaim = Omit<Claim, 'id' | 'article' | 'published'>;

export const UNQUALIFIED = {
  condition: [],
  region: null,
  period: null,
  strength: 'plain',
  hedgedByRegion: false,
  typical: false,
  excepted: false,
  series: null,
} as const satisfies Partial<NewClaim>;
