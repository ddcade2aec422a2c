// A claim that says nothing of case, place, time or doubt: what mentions and statements are made of.
import type { Claim } from '../model/claim.ts';

/** A claim before its article numbers it. */
export type NewClaim = Omit<Claim, 'id' | 'article' | 'published' | 'cites'>;

/** The claim with the fields that it leaves unsaid. */
export const unqualified = ({
  subject,
  attribute,
  outcome,
  mood,
  mention,
  evidence,
  provenance,
}: Pick<Claim, 'subject' | 'attribute' | 'outcome' | 'mood' | 'mention' | 'evidence' | 'provenance'>): NewClaim => ({
  subject,
  attribute,
  condition: [],
  outcome,
  region: null,
  period: null,
  strength: 'plain',
  hedgedByRegion: false,
  typical: false,
  excepted: false,
  series: null,
  section: null,
  borrowed: false,
  mood,
  mention,
  evidence,
  provenance,
});
