// Drafts against what is published: an audit of both that reads and tells only what concerns the drafts.
import { assemble } from './audit.ts';
import type { AuditOptions } from './audit.ts';
import { extract, quote } from './extract.ts';
import type { Corpus, ReadingOptions } from './extract.ts';
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import { packProvenance } from './claim/passage.ts';
import type { Cluster } from './compare/cluster.ts';
import { conclude, disputesIn, isCompared, noticesIn } from './compare/compare.ts';
import type { CompareOptions } from './compare/compare.ts';
import type { Position } from './compare/position.ts';
import type { Claim } from './model/claim.ts';
import { byPlace } from './model/place.ts';
import type { Against, Published } from './model/published.ts';
import type { AuditResult } from './model/result.ts';
import { claimOf } from './model/saying.ts';
import type { Speaker } from './model/saying.ts';
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
  const claims = drafts.claims.filter(isCompared).sort(byPlace);
  const published = await options.against(claims, files);
  const comparing = { ...options, focus: (file: string): boolean => files.has(file) };
  const { findings, cited } = conclude(disputesWith(claims, published, comparing), noticesIn(claims, comparing), comparing);
  const own = drafts.claims.filter((claim) => cited.has(claim));
  const apart = new Set([...own, ...(options.references ?? []).map(({ claim }) => claim)]);
  const theirs = await published.cited([...cited].filter((claim) => !apart.has(claim)).sort(byPlace));
  const passages = new Map([...(await quote(own, drafts.provenance, options)), ...theirs.passages]);
  const corpus: Corpus = {
    ...drafts.corpus,
    articles: [...drafts.corpus.articles, ...theirs.articles],
    faults: [...drafts.corpus.faults, ...published.faults, ...theirs.faults],
    directives: [...drafts.corpus.directives, ...theirs.directives],
  };
  const groups = options.unread ? await groupUnread(unread, options.maxEvidence) : null;
  const known = { groups, passages, speakers: drafts.claims, count: drafts.claims.length };
  const result = assemble(corpus, [...drafts.claims, ...theirs.claims], findings, comparing, known);
  return {
    result: {
      ...result,
      corpus: { ...result.corpus, articles: drafts.corpus.articles.length },
      // Formats that report at one place take it from the first side then: the draft's.
      scope: { changedSince: null, base: null, files: [...files].sort(), deleted: [], settings: [] },
    },
    drafts: drafts.corpus,
    published: published.articles,
  };
}

/**
 * The disputes of what the drafts speak of. What is told of one region is told of it alone, unless something that holds for a wider one has a part in it:
 * then others take part that are at odds with that.
 */
function disputesWith(own: readonly Claim[], { speakers, beyond }: Published, options: CompareOptions): Map<string, Cluster[]> {
  const { touches } = options.packs;
  const told = own.filter(({ mention }) => mention === null);
  const matters = new Set(told.flatMap(({ attribute }) => [attribute, ...(touches.get(attribute) ?? [])]));
  const among = (others: readonly Speaker[], about: ReadonlySet<string>): Map<string, Cluster[]> =>
    disputesIn(
      [...told, ...others].sort((a, b) => byPlace(claimOf(a), claimOf(b))),
      options,
      about,
    );
  const disputes = among(speakers, matters);
  if (beyond === null) return disputes;
  const drafts = new Set(told);
  const reaches = (position: Position): boolean =>
    position.reference !== null ||
    beyond.reaches(position.claim.attribute, position.claim.region?.code ?? null, position.sayers.articles());
  const far = [...disputes].filter(([, clusters]) =>
    clusters.some(({ sides }) => {
      const parties = sides.flat();
      return parties.some(({ sayers }) => sayers.own.some((claim) => drafts.has(claim))) && parties.some(reaches);
    }),
  );
  const attributes = new Set(far.map(([attribute]) => attribute));
  return attributes.size === 0 ? disputes : new Map([...disputes, ...among(beyond.speakers(attributes), attributes)]);
}

type Gathering = Omit<ReadingOptions, 'records' | 'onUnread'>;

/** Published articles that are read from disk. */
export function publishedFiles(options: Gathering): Against {
  return async (_own, files) => {
    const { claims, provenance, corpus } = await gather({ ...options, except: files }, isCompared);
    return {
      articles: corpus.articles.length,
      speakers: claims.filter(({ mention }) => mention === null),
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
