// The whole pipeline on one screen; the reading half of it stands in read-file.ts.
//
//   bytes → Article[] → tokens → units with clauses → Claim[] → Finding[] → AuditResult
//           source      scan     parse                claim     compare
import { packProvenance } from './claim/passage.ts';
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import { compare, conclude, disputesIn, isCompared, noticesIn } from './compare/compare.ts';
import type { Notice } from './compare/compare.ts';
import { describePosition } from './compare/describe.ts';
import { claimWords } from './compare/claim-words.ts';
import { clashes } from './compare/clash.ts';
import { affectedBy, coverageOf } from './compare/coverage.ts';
import type { Severities } from './compare/severity.ts';
import { extract, isReadable, quote } from './extract.ts';
import type { Corpus, Reading, ReadingOptions, Records } from './extract.ts';
import { holdClaims } from './hold.ts';
import type { Claim } from './model/claim.ts';
import type { Finding } from './model/finding.ts';
import type { Passage } from './model/passage.ts';
import { byPlace } from './model/place.ts';
import type { Reference } from './model/reference.ts';
import { SCHEMA_VERSION } from './model/result.ts';
import type { ArticleSummary, AuditResult, Locale, ReportedClaim, ReportedRegion } from './model/result.ts';
import { claimOf } from './model/saying.ts';
import type { Speaker } from './model/saying.ts';
import { TOOL } from './model/tool.ts';
import type { UnreadGroup, UnreadSentence } from './model/unread.ts';
import type { Packs } from './pack/pack.ts';
import { groupUnread } from './unread/group.ts';

export { claimWords, clashes, describeClaim, extract, isCompared, isReadable };

export type { Corpus, Reading, ReadingOptions, Records, Severities };

/** What the comparing stages are told. */
export interface ComparingOptions {
  /** ISO day of the audit. */
  readonly asOf: string;
  readonly locale: Locale;
  readonly packs: Packs;
  /** Put every claim into the document, not only those that findings cite. */
  readonly allClaims: boolean;
  /** Claims listed per side, 0 for all. */
  readonly maxEvidence: number;
  /** What is officially in force; null where the register is left aside. */
  readonly references?: readonly Reference[] | null;
  /** Other severities than the usual ones, by kind; `off` drops a kind. */
  readonly severities?: Severities;
  /** Whether a file is one that the audit is about: only findings in which one takes part are told, its side first. Without it, all are. */
  readonly focus?: ((file: string) => boolean) | null;
}

export interface AuditOptions extends Omit<ReadingOptions, 'records' | 'onUnread'>, ComparingOptions {
  /** List the sentences that gave no claim. */
  readonly unread?: boolean;
  /** Claims that are held as they are; a larger corpus is held in less memory, with the same result. */
  readonly few?: number;
}

/** Articles → findings. Same input, same options: the same result, to the byte. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const held = holdClaims(options.few);
  /** Claims of the files that the audit is about, and those that are listed whatever is found. */
  const [own, listed]: [Claim[], Claim[]] = [[], []];
  const notices: Notice[] = [];
  const pool: Pool = new Map();
  const provenance = new Map<string, string>();
  /** What was kept of an earlier run comes without the spans of fields: they are read again where they are asked for. */
  const trace = ({ id }: Claim, packed: string): void => void (packed !== '' && provenance.set(id, packed));
  let count = 0;
  const unread: UnreadSentence[] = [];
  const told = (sentence: UnreadSentence): void => {
    if (options.focus?.(sentence.evidence.file) ?? true) unread.push(sentence);
  };
  const listing = options.unread ? { onUnread: told } : {};
  const corpus = await extract({ ...options, records: null, ...listing }, async ({ claims: more, provenance: spans }) => {
    count += more.length;
    const sent = new Map(spans === null ? [] : more.map((claim, index) => [claim, spans[index]!]));
    const packed = (claim: Claim): string => sent.get(claim) ?? packProvenance(claim.provenance);
    // Of a large corpus only what can be compared or is asked for is held.
    if (options.allClaims) listed.push(...more.map((claim) => compact(claim, pool)));
    const compared = more.filter(isCompared).sort(byPlace);
    for (const notice of noticesIn(compared, options)) {
      const claims = notice.draft.claims.map((claim) => compact(claim, pool));
      for (const claim of notice.draft.claims) trace(claim, packed(claim));
      notices.push({ ...notice, draft: { ...notice.draft, claims } });
    }
    const telling = compared.filter(({ mention }) => mention === null);
    if (telling.length > 0 && options.focus?.(telling[0]!.evidence.file)) {
      for (const claim of telling) trace(claim, packed(claim));
      own.push(...telling.map((claim) => compact(claim, pool)));
    } else await held.add(telling, telling.map(packed));
  });
  const groups = options.unread ? await groupUnread(unread, options.maxEvidence) : null;
  const speakers = [...own, ...held.speakers()].sort((a, b) => byPlace(claimOf(a), claimOf(b)));
  const { findings, cited } = conclude(disputesIn(speakers, options), notices, options);
  for (const claim of cited) trace(claim, held.packedOf(claim));
  const quoted = inReadingOrder(cited, corpus.articles);
  const passages = await quote(quoted, provenance, options);
  return assemble(corpus, options.allClaims ? listed : quoted, findings, options, { groups, passages, speakers, count });
}

/** Each of the claims once, by article as those were read, then by its number in the article; what is not of these articles is left out. */
function inReadingOrder(claims: Iterable<Claim>, articles: readonly ArticleSummary[]): Claim[] {
  const order = new Map(articles.map(({ id }, index) => [id, index]));
  const number = ({ id, article }: Claim): number => Number(id.slice(article.length + 1));
  const byId = new Map(Array.from(claims, (claim) => [claim.id, claim]));
  return Array.from(byId.values())
    .filter(({ article }) => order.has(article))
    .sort((a, b) => order.get(a.article)! - order.get(b.article)! || number(a) - number(b));
}

/** A rule about to come into force, and the claims that it will make wrong. */
export interface Change {
  readonly reference: Reference;
  readonly claims: readonly Claim[];
}

export interface AheadOptions extends Omit<ReadingOptions, 'records' | 'onUnread'> {
  readonly references: readonly Reference[];
  /** ISO day of the audit, and the last day that is looked at. */
  readonly asOf: string;
  readonly until: string;
}

/** What of the articles will be wrong once the rules that begin after `asOf`, up to `until`, are in force; in the order of their days. */
export async function upcoming(options: AheadOptions): Promise<{ changes: Change[]; corpus: Corpus }> {
  const { references, asOf, until, packs } = options;
  const claims: Claim[] = [];
  const corpus = await extract({ ...options, records: null }, ({ claims: more }) => void claims.push(...more.filter(isCompared)));
  const coming = references.filter(
    ({ source: { effectiveFrom } }) => effectiveFrom !== null && effectiveFrom > asOf && effectiveFrom <= until,
  );
  const changes = [...affectedBy(claims, coming, packs)]
    .map(([reference, affected]) => ({ reference, claims: affected }))
    .filter(({ claims: affected }) => affected.length > 0)
    .sort((a, b) => (a.reference.source.effectiveFrom! < b.reference.source.effectiveFrom! ? -1 : 1));
  return { changes, corpus };
}

/** What a claim says, as reports write it. */
const describeClaim = (packs: Packs, claim: Claim): string => describePosition(packs, { claim });

export function compareClaims(claims: Iterable<Claim>, options: ComparingOptions): Finding[] {
  return compare([...claims], options);
}

/** What is known besides claims and findings. */
export interface Known {
  readonly groups?: readonly UnreadGroup[] | null;
  readonly passages?: ReadonlyMap<string, readonly Passage[]>;
  /** Who is held against the register; without it, the claims. */
  readonly speakers?: readonly Speaker[];
  /** Number of all claims; without it, of those that are given. */
  readonly count?: number;
}

/** Everything that a report needs, and nothing else. */
export function assemble(
  corpus: Corpus,
  claims: readonly Claim[],
  findings: readonly Finding[],
  options: ComparingOptions,
  { groups = null, passages = new Map(), speakers = claims, count = claims.length }: Known = {},
): AuditResult {
  const cited = new Set(findings.flatMap((finding) => finding.sides.flatMap((side) => side.claims)));
  const { files, articles, sentences, unread, skipped, faults, directives } = corpus;
  const sources = new Set(findings.flatMap(({ sides }) => sides.flatMap(({ source }) => source?.id ?? [])));
  const quoted = (options.references ?? [])
    .filter(({ claim, source }) => cited.has(claim.id) || sources.has(source.id))
    .map(({ claim }) => claim);
  const listed = [...claims.filter(({ id }) => options.allClaims || cited.has(id)), ...quoted];
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: TOOL,
    asOf: options.asOf,
    scope: null,
    locale: options.locale,
    packs: options.packs.names,
    corpus: { files, articles: articles.length, sentences, claims: count, unread },
    articles,
    claims: listed.map((claim) => reported(claim, passages.get(claim.id) ?? [])),
    findings,
    register: options.references ? coverageOf(speakers, options.references, options.packs, options.asOf) : null,
    unread: groups,
    regions: regionsOf(listed, options.packs),
    skipped,
    baseline: null,
    directives,
    notes: [],
    faults,
  };
}

/** The claim as it stands in the document: the spans of its fields are for `explain`, the words that they mean for reports. */
function reported(claim: Claim, passages: readonly Passage[]): ReportedClaim {
  const { provenance, ...rest } = claim;
  void provenance;
  return { ...rest, passages };
}

/** The regions of the claims and those around them, by their codes. */
function regionsOf(claims: readonly Claim[], { regions }: Packs): ReportedRegion[] {
  const codes = new Set<string>();
  for (const { region } of claims)
    for (let code = region?.code ?? null; code !== null && !codes.has(code); code = regions.parent(code)) codes.add(code);
  return [...codes].sort().map((code) => ({ code, name: regions.name(code), parent: regions.parent(code) }));
}
