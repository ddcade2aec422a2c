// Drafts against what is published: an audit of both that reads and tells only what concerns the drafts.
import { assemble, compareClaims, isCompared } from './audit.ts';
import type { AuditOptions, ComparingOptions } from './audit.ts';
import { extract, quote } from './extract.ts';
import type { Corpus, ReadingOptions } from './extract.ts';
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import { packProvenance } from './claim/passage.ts';
import { coverageOf } from './compare/coverage.ts';
import type { Claim } from './model/claim.ts';
import type { Against, Published } from './model/published.ts';
import type { AuditResult } from './model/result.ts';
import { pathFrom } from './source/index.ts';
import type { UnreadSentence } from './model/unread.ts';
import { groupUnread } from './unread/group.ts';

export interface CheckOptions extends Omit<AuditOptions, 'focus' | 'given' | 'except'> {
  /** One more draft, of which the bytes are at hand, and the file that it is shown as. */
  readonly stdin: { readonly file: string; readonly bytes: Uint8Array } | null;
  readonly against: Against;
}

export interface Checked {
  /** `corpus` counts the drafts; `articles` are theirs and those that findings cite. */
  readonly result: AuditResult;
  /** What the reading of the drafts left. */
  readonly drafts: Corpus;
  /** Number of published articles that no draft takes the place of. */
  readonly published: number;
}

/** The findings of an audit of drafts and published articles in which a draft takes part. */
export async function check({ stdin, ...asked }: CheckOptions): Promise<Checked> {
  const given = new Map(stdin === null ? [] : [[pathFrom(asked.cwd, stdin.file), stdin.bytes]]);
  const options = { ...asked, given };
  const unread: UnreadSentence[] = [];
  const drafts = await gather(options, () => true, options.unread ? { onUnread: (sentence) => void unread.push(sentence) } : {});
  // A draft that could not be read has taken the place of its older version all the same.
  const files = new Set([...drafts.corpus.articles, ...drafts.corpus.faults].map(({ file }) => file));
  const published = await options.against(drafts.claims.filter(isCompared), files);
  const comparing = { ...options, focus: (file: string): boolean => files.has(file) };
  const others = claimsToCompare(drafts.claims, published, comparing);
  const findings = compareClaims([...drafts.claims, ...others].filter(isCompared), comparing);
  const cited = new Set(findings.flatMap(({ sides }) => sides.flatMap((side) => side.claims)));
  const own = drafts.claims.filter(({ id }) => cited.has(id));
  const theirs = await published.cited(others.filter(({ id }) => cited.has(id)));
  const passages = new Map([...(await quote(own, drafts.provenance, options)), ...theirs.passages]);
  const corpus: Corpus = {
    ...drafts.corpus,
    articles: [...drafts.corpus.articles, ...theirs.articles],
    faults: [...drafts.corpus.faults, ...published.faults, ...theirs.faults],
    directives: [...drafts.corpus.directives, ...theirs.directives],
  };
  const groups = options.unread ? await groupUnread(unread, options.maxEvidence) : null;
  const result = assemble(corpus, [...drafts.claims, ...theirs.claims], findings, comparing, groups, passages);
  return {
    result: {
      ...result,
      corpus: { ...result.corpus, articles: drafts.corpus.articles.length, claims: drafts.claims.length },
      // Formats that report at one place take it from the first side then: the draft's.
      scope: { changedSince: null, base: null, files: [...files].sort(), deleted: [], settings: [] },
      register: options.references ? coverageOf(drafts.claims, options.references, options.packs, options.asOf) : null,
    },
    drafts: drafts.corpus,
    published: published.articles,
  };
}

/**
 * The published claims that the findings of the drafts are made of. What is told of one region is told of it alone, unless something that holds for a wider
 * one has a part in it: then others take part that are at odds with that.
 */
function claimsToCompare(own: readonly Claim[], { claims, beyond }: Published, options: ComparingOptions): readonly Claim[] {
  if (beyond === null) return claims;
  const near = new Set(own.flatMap(({ region }) => region?.code ?? []));
  const { regions } = options.packs;
  const isWithin = ({ region }: Claim): boolean => region !== null && [...near].some((code) => regions.contains(code, region.code));
  const all = [...own, ...claims].filter(isCompared);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const reaches = compareClaims(all, { ...options, focus: null, maxEvidence: 0 }).some(
    ({ sides }) =>
      sides.length > 1 &&
      sides.some(
        (side) =>
          side.source !== null ||
          side.claims.some((id) => {
            const claim = byId.get(id);
            return claim === undefined || !isWithin(claim) || beyond.mixed.has(claim.article);
          }),
      ),
  );
  return reaches ? beyond.claims() : claims;
}

type Gathering = Omit<ReadingOptions, 'records' | 'onUnread'>;

/** Published articles that are read from disk. */
export function publishedFiles(options: Gathering): Against {
  return async (_own, files) => {
    const { claims, provenance, corpus } = await gather({ ...options, except: files }, isCompared);
    return {
      articles: corpus.articles.length,
      claims,
      beyond: null,
      faults: corpus.faults,
      skipped: corpus.skipped,
      cited: async (cited) => {
        const ids = new Set(cited.map(({ article }) => article));
        const articles = corpus.articles.filter(({ id }) => ids.has(id));
        const named = new Set(cited.map(({ evidence }) => evidence.file));
        const directives = corpus.directives.filter(({ file }) => named.has(file));
        return { claims: cited, articles, passages: await quote(cited, provenance, options), faults: [], directives };
      },
    };
  };
}

interface Gathered {
  readonly claims: readonly Claim[];
  /** By claim, for what is shown around its quote. */
  readonly provenance: ReadonlyMap<string, string>;
  readonly corpus: Corpus;
}

async function gather(
  options: Gathering,
  isHeld: (claim: Claim) => boolean,
  listing: Pick<ReadingOptions, 'onUnread'> = {},
): Promise<Gathered> {
  const claims: Claim[] = [];
  const provenance = new Map<string, string>();
  const pool: Pool = new Map();
  const corpus = await extract({ ...options, records: null, ...listing }, ({ claims: more }) => {
    for (const claim of more.filter(isHeld)) {
      claims.push(compact(claim, pool));
      if (claim.provenance.length > 0) provenance.set(claim.id, packProvenance(claim.provenance));
    }
  });
  return { claims, provenance, corpus };
}
