// What the claims of a corpus say, each saying once with the articles that say it: a bucket of bytes for each attribute and region, and parts of its claims.
import { hash } from 'node:crypto';
import type { Claim } from '../model/claim.ts';
import type { Saying } from '../model/saying.ts';
import { joinParts, splitParts } from '../pack/parts.ts';
import { claimTable, decodeClaims, saidBy } from './claim-table.ts';
import type { ClaimTable } from './claim-table.ts';
import { seal } from './reading-bytes.ts';

/** Claims of a saying that are laid down together: about as many as a report lists. */
const PART = 32;
/** Claims of all sayings that wait at once: beyond that, parts are laid down as they are. */
const MOST_WAITING = 200_000;

/** Short, since an index of many sayings has as many. @param said what a claim says, in one string */
export const keyOf = (said: string): string => hash('sha1', said, 'base64');

interface Held {
  readonly number: number;
  /** Number of the article of each of its claims. */
  readonly articles: number[];
  /** Claims that wait for their part to be full; null while there is but one, which stands in the bucket. */
  rest: ClaimTable | null;
  parts: number;
}

interface Bucket {
  readonly firsts: ClaimTable;
  readonly sayings: Held[];
}

export interface SayingWriter {
  /** @param claim one that comes after all that were added, in the order of places @param article number of its article, never falling */
  readonly add: (claim: Claim, article: number) => void;
  /** Tells of what is left, then of the buckets by attribute and region. */
  readonly finish: (bucket: (attribute: string, region: string, data: Buffer) => void) => void;
}

/** @param part is told of the parts of each saying as they are full */
export function writeSayings(part: (saying: number, part: number, data: Buffer) => void): SayingWriter {
  const buckets = new Map<string, Map<string, Bucket>>();
  const known = new Map<string, Held>();
  let waiting = 0;
  const flush = (held: Held): void => {
    if (held.rest === null) return;
    waiting -= held.rest.length();
    part(held.number, held.parts++, seal(held.rest.bytes()));
    held.rest = null;
  };
  return {
    add(claim, article) {
      const key = keyOf(saidBy(claim));
      const held = known.get(key);
      if (held !== undefined) {
        held.articles.push(article);
        held.rest ??= claimTable(false);
        held.rest.add(claim);
        waiting++;
        if (held.rest.length() === PART) flush(held);
        else if (waiting >= MOST_WAITING) for (const one of known.values()) flush(one);
        return;
      }
      const regions = buckets.get(claim.attribute) ?? new Map<string, Bucket>();
      const region = claim.region?.code ?? '';
      const bucket = regions.get(region) ?? { firsts: claimTable(false), sayings: [] };
      buckets.set(claim.attribute, regions.set(region, bucket));
      const made: Held = { number: known.size, articles: [article], rest: null, parts: 0 };
      known.set(key, made);
      bucket.firsts.add(claim);
      bucket.sayings.push(made);
    },
    finish(bucket) {
      for (const held of known.values()) flush(held);
      for (const [attribute, regions] of buckets)
        for (const [region, { firsts, sayings }] of regions) bucket(attribute, region, seal(bucketBytes(firsts, sayings)));
    },
  };
}

/** The first claim of each saying; its number and that of its claims; the articles of all, each as its distance from the one before. */
function bucketBytes(firsts: ClaimTable, sayings: readonly Held[]): Buffer {
  const numbers = Uint32Array.from(sayings.flatMap(({ number, articles }) => [number, articles.length]));
  const steps = Uint32Array.from(sayings.flatMap(({ articles }) => articles.map((article, at) => article - (articles[at - 1] ?? 0))));
  return joinParts([firsts.bytes(), numbers, steps]);
}

/** What of an index is told apart from its buckets. */
export interface Beside {
  /** The claims of one part of a saying; null where it is not as it was written. */
  readonly part: (saying: number, part: number) => readonly Claim[] | null;
  readonly published: Saying['published'];
  readonly cites: Saying['cites'];
  /** Whether an article is left aside. */
  readonly isLeftOut: (article: number) => boolean;
  /** A claim as the caller knows its file. */
  readonly renamed: (claim: Claim) => Claim;
}

/** @param content the bytes of a bucket @returns the sayings of which any claim is left */
export function readSayings(content: Buffer, beside: Beside): Saying[] {
  const parts = splitParts(content);
  const firsts = parts.array(Uint8Array);
  const numbers = parts.array(Uint32Array);
  const steps = parts.array(Uint32Array);
  const claims = decodeClaims(Buffer.from(firsts.buffer, firsts.byteOffset, firsts.length));
  const sayings: Saying[] = [];
  let from = 0;
  for (const [index, claim] of claims.entries()) {
    const [number, length] = [numbers[index * 2]!, numbers[index * 2 + 1]!];
    const articles = steps.slice(from, (from += length));
    for (let at = 1; at < length; at++) articles[at]! += articles[at - 1]!;
    const saying = sayingOf(number, beside.renamed(claim), articles, beside);
    if (saying !== null) sayings.push(saying);
  }
  return sayings;
}

function sayingOf(number: number, first: Claim, all: Uint32Array, beside: Beside): Saying | null {
  const { published, cites, isLeftOut } = beside;
  const everyClaim = claimsOf(number, first, all.length, beside);
  if (!all.some(isLeftOut)) return { claim: first, articles: all, claims: everyClaim, published, cites };
  const articles = all.filter((article) => !isLeftOut(article));
  if (articles.length === 0) return null;
  const out = all.length - articles.length;
  const claims = (count: number): readonly Claim[] =>
    everyClaim(count + out)
      .filter((_, at) => !isLeftOut(all[at]!))
      .slice(0, count);
  const [claim] = claims(1);
  return claim === undefined ? null : { claim, articles, claims, published, cites };
}

/** The first claims of a saying; parts are read once, when they are asked for. */
function claimsOf(number: number, first: Claim, length: number, { part, renamed }: Beside): Saying['claims'] {
  const read: Claim[] = [first];
  let next = 0;
  return (count) => {
    while (read.length < Math.min(count, length)) {
      const claims = part(number, next++);
      // What is lost is told by whoever has read it; there are fewer to list then.
      if (claims === null || claims.length === 0) break;
      for (const claim of claims) read.push(renamed(claim));
    }
    return read.slice(0, count);
  };
}
