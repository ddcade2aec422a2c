// The claims that an audit compares: as they are while they are few; as bytes, article by article, with what they say told once, as soon as they are many.
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import type { Claim } from './model/claim.ts';
import type { Saying, Speaker } from './model/saying.ts';

/** Claims that are held as they are. */
const FEW = 200_000;
/** Articles of which the claims are at hand, of those that are held as bytes. */
const AT_HAND = 500;
/** More than any article has claims. */
const MOST = 2 ** 20;

export interface Held {
  /** @param claims of one article, in the order of their places, without mentions @param packed the spans of their fields, as `packProvenance` makes them */
  readonly add: (claims: readonly Claim[], packed: readonly string[]) => Promise<void>;
  /** Who speaks; claims that are the first of a saying come as they were added. */
  readonly speakers: () => readonly Speaker[];
  /** The spans of the fields of a claim that was added, or read back from a saying. */
  readonly packedOf: (claim: Claim) => string;
}

/** @param few claims that are held as they are */
export function holdClaims(few = FEW): Held {
  const pool: Pool = new Map();
  const packs = new WeakMap<Claim, string>();
  const plain: Claim[] = [];
  let bytes: Bytes | null = null;
  return {
    async add(claims, packed) {
      if (bytes === null && plain.length + claims.length <= few) {
        for (const [index, claim] of claims.entries()) {
          const kept = compact(claim, pool);
          packs.set(kept, packed[index]!);
          plain.push(kept);
        }
        return;
      }
      if (bytes === null) {
        bytes = await holdBytes(packs);
        for (const own of Map.groupBy(plain.splice(0), ({ article }) => article).values())
          bytes.add(
            own,
            own.map((claim) => packs.get(claim)!),
          );
      }
      bytes.add(claims, packed);
    },
    speakers: () => bytes?.speakers() ?? plain,
    packedOf: (claim) => packs.get(claim) ?? '',
  };
}

interface Bytes {
  /** @param claims of one article */
  readonly add: (claims: readonly Claim[], packed: readonly string[]) => void;
  readonly speakers: () => Saying[];
}

interface Group {
  readonly first: Claim;
  /** Of each claim the number of its article times `MOST`, and its place among that article's. */
  readonly places: number[];
}

async function holdBytes(packs: WeakMap<Claim, string>): Promise<Bytes> {
  const [{ claimTable, decodeClaims }, { date, decodeDates, encodeDates, noDates }, { seal, unseal }, { keyOf }] = await Promise.all([
    import('./store/claim-table.ts'),
    import('./store/dates.ts'),
    import('./store/reading-bytes.ts'),
    import('./store/sayings.ts'),
  ]);
  const articles: Uint8Array[] = [];
  const pool: Pool = new Map();
  const dates = noDates();
  const groups = new Map<string, Group>();
  const atHand = new Map<number, readonly Claim[]>();
  const claimsOf = (article: number): readonly Claim[] => {
    const known = atHand.get(article);
    if (known !== undefined) return known;
    const claims = decodeClaims(unseal(articles[article]!)!, (claim, packed) => void packs.set(claim, packed));
    // The one that has been at hand for longest goes.
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value!);
    atHand.set(article, claims);
    return claims;
  };
  return {
    add(claims, packed) {
      const article = articles.length;
      const table = claimTable(true);
      for (const [index, claim] of claims.entries()) {
        const key = keyOf(table.add(claim, packed[index]));
        const group = groups.get(key);
        if (group !== undefined) {
          group.places.push(article * MOST + index);
          continue;
        }
        const first = compact(claim, pool);
        packs.set(first, packed[index]!);
        groups.set(key, { first, places: [article * MOST + index] });
      }
      // In memory of their own: what small buffers share would be held as long as one of them.
      articles.push(new Uint8Array(seal(table.bytes())));
      date(dates, claims[0]);
    },
    speakers() {
      const { published, cites } = decodeDates(encodeDates(dates));
      return Array.from(groups.values(), ({ first, places }): Saying => ({
        claim: first,
        articles: Uint32Array.from(places, (place) => Math.floor(place / MOST)),
        claims: (count) =>
          count === 1 ? [first] : places.slice(0, count).map((place) => claimsOf(Math.floor(place / MOST))[place % MOST]!),
        published,
        cites,
      }));
    },
  };
}
