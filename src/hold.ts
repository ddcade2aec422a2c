// The claims that an audit compares: as they are while they are few; as bytes, some articles together, with what they say told once, as soon as they are many.
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import type { Claim } from './model/claim.ts';
import type { Saying, Speaker } from './model/saying.ts';

/** Claims that are held as they are. */
const FEW = 200_000;
/** Articles of which the claims are packed together: what they have alike stands there once. */
const TOGETHER = 8;
/** Packed articles that are at hand as claims. */
const AT_HAND = 500 / TOGETHER;

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
  const spans = new WeakMap<Claim, string>();
  const plain: Claim[] = [];
  let bytes: Bytes | null = null;
  return {
    async add(claims, packed) {
      if (bytes === null && plain.length + claims.length <= few) {
        for (const [index, claim] of claims.entries()) {
          const kept = compact(claim, pool);
          spans.set(kept, packed[index]!);
          plain.push(kept);
        }
        return;
      }
      if (bytes === null) {
        bytes = await holdBytes(spans);
        for (const own of Map.groupBy(plain.splice(0), ({ article }) => article).values())
          bytes.add(
            own,
            own.map((claim) => spans.get(claim)!),
          );
      }
      bytes.add(claims, packed);
    },
    speakers: () => bytes?.speakers() ?? plain,
    packedOf: (claim) => spans.get(claim) ?? '',
  };
}

interface Bytes {
  /** @param claims of one article */
  readonly add: (claims: readonly Claim[], packed: readonly string[]) => void;
  readonly speakers: () => Saying[];
}

/** Claims that say the same. They are known by their numbers in the corpus. */
interface Group {
  readonly first: Claim;
  readonly number: number;
  last: number;
  count: number;
}

async function holdBytes(spans: WeakMap<Claim, string>): Promise<Bytes> {
  const [{ claimTable, decodeClaims }, { date, decodeDates, encodeDates, noDates }, { seal, unseal }, { keyOf }] = await Promise.all([
    import('./store/claim-table.ts'),
    import('./store/dates.ts'),
    import('./store/reading-bytes.ts'),
    import('./store/sayings.ts'),
  ]);
  const packs: Uint8Array[] = [];
  /** Number of the first claim of each pack, and of each article. */
  const [packsFrom, articlesFrom] = [new Numbers(), new Numbers()];
  /** For each claim the next one that says the same. */
  const next = new Numbers();
  const pool: Pool = new Map();
  const dates = noDates();
  const groups = new Map<string, Group>();
  const atHand = new Map<number, readonly Claim[]>();
  let open = claimTable(true);
  const close = (): void => {
    if (open.length() === 0) return;
    packsFrom.push(next.length - open.length());
    // In memory of their own: what small buffers share would be held as long as one of them.
    packs.push(new Uint8Array(seal(open.bytes())));
    open = claimTable(true);
  };
  const claimAt = (number: number): Claim => {
    const pack = packsFrom.lastUpTo(number);
    let claims = atHand.get(pack);
    if (claims === undefined) {
      claims = decodeClaims(unseal(packs[pack]!)!, (claim, packed) => void spans.set(claim, packed));
      // The one that has been at hand for longest goes.
      if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value!);
      atHand.set(pack, claims);
    }
    return claims[number - packsFrom.at(pack)]!;
  };
  /** The first claims that say what a group says. */
  const numbersOf = ({ number, count }: Group, most = count): Uint32Array => {
    const numbers = new Uint32Array(Math.min(most, count));
    for (let at = 0, claim = number; at < numbers.length; at++, claim = next.at(claim)) numbers[at] = claim;
    return numbers;
  };
  return {
    add(claims, packed) {
      if (articlesFrom.length % TOGETHER === 0) close();
      articlesFrom.push(next.length);
      for (const [index, claim] of claims.entries()) {
        const key = keyOf(open.add(claim, packed[index]));
        const group = groups.get(key);
        const number = next.length;
        next.push(0);
        if (group !== undefined) {
          next.set(group.last, number);
          group.last = number;
          group.count++;
          continue;
        }
        const first = compact(claim, pool);
        spans.set(first, packed[index]!);
        groups.set(key, { first, number, last: number, count: 1 });
      }
      date(dates, claims[0]);
    },
    speakers() {
      close();
      const { published, cites } = decodeDates(encodeDates(dates));
      return Array.from(groups.values(), (group): Saying => ({
        claim: group.first,
        articles: numbersOf(group).map((number) => articlesFrom.lastUpTo(number)),
        claims: (count) => (count === 1 ? [group.first] : Array.from(numbersOf(group, count), claimAt)),
        published,
        cites,
      }));
    },
  };
}

/** A growing list of numbers, four bytes each. */
class Numbers {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const more = new Uint32Array(this.length + (this.length >> 1));
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }

  set(index: number, value: number): void {
    this.#numbers[index] = value;
  }

  /** Of numbers that never fall: place of the last that is `value` at most. */
  lastUpTo(value: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
