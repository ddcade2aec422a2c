// Claims of a large corpus share their parts: what many of them say alike is held once.
import type { Claim } from '../model/claim.ts';

export type Pool = Map<string, unknown>;

const NO_PROVENANCE: Claim['provenance'] = [];

/** The claim with parts from the pool, and without the spans of its fields, which only `explain` shows. */
export function compact(claim: Claim, pool: Pool): Claim {
  const shared = <T>(part: T): T => {
    if (part === null) return part;
    const key = JSON.stringify(part);
    const known = pool.get(key);
    if (known !== undefined) return known as T;
    pool.set(key, part);
    return part;
  };
  return {
    id: claim.id,
    article: claim.article,
    subject: shared(claim.subject),
    attribute: claim.attribute,
    condition: shared(claim.condition),
    outcome: shared(claim.outcome),
    region: shared(claim.region),
    period: shared(claim.period),
    published: claim.published,
    cites: claim.cites,
    strength: claim.strength,
    hedgedByRegion: claim.hedgedByRegion,
    typical: claim.typical,
    excepted: claim.excepted,
    series: shared(claim.series),
    section: shared(claim.section),
    borrowed: claim.borrowed,
    mood: claim.mood,
    mention: shared(claim.mention),
    evidence: claim.evidence,
    provenance: NO_PROVENANCE,
  };
}
