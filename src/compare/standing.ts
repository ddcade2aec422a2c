// Which side of a dispute stands better: the register, then who cites a document, then who is newer. Numbers only add to that.
import type { Reason, Standing } from '../model/finding.ts';
import { citeDocument, isFirm } from '../model/reference.ts';
import type { Cluster } from './cluster.ts';
import type { Position } from './position.ts';
import { Sayers } from './sayers.ts';

interface Party {
  readonly register: string | null;
  /** An entry that was not well verified is on it: too little to decide, enough that nothing less decides against it. */
  readonly hint: boolean;
  readonly cites: string | null;
  /** Newest day of publication; null where an article bears none. */
  readonly newest: string | null;
  readonly articles: number;
}

/** Null where no side has what the others lack. */
export function standingOf({ sides }: Cluster): Standing | null {
  const parties = sides.map(partyOf);
  const alone = (has: (party: Party) => boolean): number => {
    const held = parties.flatMap((party, index) => (has(party) ? [index] : []));
    return held.length === 1 ? held[0]! : -1;
  };
  const backed = alone(({ register }) => register !== null);
  if (backed >= 0) return stands(parties, backed, { code: 'standing.register', args: { source: parties[backed]!.register! } });
  if (parties.some(({ register }) => register !== null)) return null;
  const better = byArticles(parties, alone);
  const hinted = parties.some(({ hint }, index) => hint && index !== better?.side);
  return hinted ? null : better;
}

/** What the articles themselves bear: a document that only one side cites, else the newest of days that all have. */
function byArticles(parties: readonly Party[], alone: (has: (party: Party) => boolean) => number): Standing | null {
  const citing = alone(({ cites }) => cites !== null);
  if (citing >= 0) return stands(parties, citing, { code: 'standing.cites', args: { number: parties[citing]!.cites! } });
  if (parties.some(({ newest }) => newest === null)) return null;
  const days = parties.map(({ newest }) => newest!);
  const newer = [...days].sort().at(-1)!;
  const latest = alone(({ newest }) => newest === newer);
  if (latest < 0) return null;
  const older = days
    .filter((_, index) => index !== latest)
    .sort()
    .at(-1)!;
  return stands(parties, latest, { code: 'standing.newer', args: { newer, older } });
}

function stands(parties: readonly Party[], side: number, reason: Reason): Standing {
  const own = parties[side]!.articles;
  const most = Math.max(...parties.filter((_, index) => index !== side).map(({ articles }) => articles));
  const more: Reason[] = own > most ? [{ code: 'standing.more', args: { more: String(own), fewer: String(most) } }] : [];
  return { side, reasons: [reason, ...more] };
}

function partyOf(positions: readonly Position[]): Party {
  const references = positions.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const authority = references.find(isFirm) ?? null;
  const sayers = Sayers.together(positions.filter(({ reference }) => reference === null).map((position) => position.sayers));
  return {
    register: authority && citeDocument({ ...authority.source, article: null }),
    hint: references.length > 0 && authority === null,
    cites: sayers.cites,
    newest: sayers.newest,
    articles: sayers.articleCount,
  };
}
