// The whole pipeline on one screen; the only file that knows every stage.
//
//   bytes → Article[] → tokens → units with clauses → Claim[] → Finding[] → AuditResult
//           source      scan     parse                claim     compare
import { extractClaims } from './claim/extract.ts';
import type { Extraction } from './claim/extract.ts';
import { packProvenance, passagesOf } from './claim/passage.ts';
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import { explainUnread } from './claim/unread.ts';
import { compare, isCompared } from './compare/compare.ts';
import { describePosition } from './compare/describe.ts';
import { clashes } from './compare/clash.ts';
import { affectedBy, coverageOf } from './compare/coverage.ts';
import { focusOn } from './compare/focus.ts';
import type { Article } from './model/article.ts';
import type { Claim } from './model/claim.ts';
import type { Fault } from './model/fault.ts';
import type { Finding } from './model/finding.ts';
import type { ArticleRecord } from './model/record.ts';
import type { Passage } from './model/passage.ts';
import type { Reference } from './model/reference.ts';
import { SCHEMA_VERSION } from './model/result.ts';
import type { ArticleSummary, AuditResult, Locale, ReportedClaim, ReportedRegion, Skipped } from './model/result.ts';
import { TOOL } from './model/tool.ts';
import type { UnreadGroup, UnreadSentence } from './model/unread.ts';
import { lineOf } from './model/locate.ts';
import type { Packs } from './pack/pack.ts';
import { read } from './parse/read.ts';
import { scan } from './scan/scan.ts';
import { discover, openLayouts, readArticles, readRecord } from './source/index.ts';
import { groupUnread } from './unread/group.ts';
import { join } from 'node:path';

export { clashes, describeClaim, isCompared };

/** What the reading stages are told: either paths or records. */
export interface ReadingOptions {
  readonly paths: readonly string[];
  readonly records: AsyncIterable<ArticleRecord> | null;
  readonly cwd: string;
  readonly exclude: readonly string[];
  readonly locale: Locale;
  readonly packs: Packs;
  /** Files of which the bytes are at hand: read first, and not from disk. */
  readonly given?: ReadonlyMap<string, Uint8Array>;
  /** Files that are not read, since something else stands in their place. */
  readonly except?: ReadonlySet<string>;
  readonly onProgress?: (done: number, total: number) => void;
  /** Is told every sentence that gave no claim, and why; without it no reason is looked for. */
  readonly onUnread?: (sentence: UnreadSentence) => void;
}

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
  /** Whether a file is one that the audit is about: only findings in which one takes part are told, its side first. Without it, all are. */
  readonly focus?: ((file: string) => boolean) | null;
}

export interface AuditOptions extends Omit<ReadingOptions, 'records' | 'onUnread'>, ComparingOptions {
  /** List the sentences that gave no claim. */
  readonly unread?: boolean;
}

/** One article and its claims. */
export interface Reading {
  readonly article: Article;
  readonly claims: readonly Claim[];
}

/** What the reading leaves besides claims. */
export interface Corpus {
  readonly files: number;
  readonly articles: readonly ArticleSummary[];
  readonly sentences: number;
  readonly unread: number;
  readonly skipped: readonly Skipped[];
  readonly faults: readonly Fault[];
}

/** Articles → findings. Same input, same options: the same result, to the byte. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const claims: Claim[] = [];
  const pool: Pool = new Map();
  const provenance = new Map<string, string>();
  let count = 0;
  const unread: UnreadSentence[] = [];
  const told = (sentence: UnreadSentence): void => {
    if (options.focus?.(sentence.evidence.file) ?? true) unread.push(sentence);
  };
  const listing = options.unread ? { onUnread: told } : {};
  const corpus = await extract({ ...options, records: null, ...listing }, ({ claims: more }) => {
    count += more.length;
    // Of a large corpus only what can be compared or is asked for is held.
    for (const claim of more) {
      if (!options.allClaims && !isCompared(claim)) continue;
      claims.push(compact(claim, pool));
      provenance.set(claim.id, packProvenance(claim.provenance));
    }
  });
  const groups = options.unread ? await groupUnread(unread, options.maxEvidence) : null;
  const findings = compareClaims(claims, options);
  const cited = new Set(findings.flatMap((finding) => finding.sides.flatMap((side) => side.claims)));
  const passages = await quote(
    claims.filter(({ id }) => cited.has(id)),
    provenance,
    options,
  );
  const result = assemble(corpus, claims, findings, options, groups, passages);
  return { ...result, corpus: { ...result.corpus, claims: count } };
}

/** Reads the articles of `claims` once more, for the text around the quotes: while all are read, none is held. */
export async function quote(
  claims: readonly Claim[],
  provenance: ReadonlyMap<string, string>,
  options: Pick<ReadingOptions, 'packs' | 'cwd' | 'locale' | 'given'>,
): Promise<Map<string, Passage[]>> {
  const { packs, cwd, locale, given } = options;
  const layouts = await openLayouts(join(packs.folder, 'layouts'), packs.cache);
  const passages = new Map<string, Passage[]>();
  for (const [file, own] of Map.groupBy(claims, ({ evidence }) => evidence.file)) {
    const { articles } = await readArticles(file, { cwd, layouts, locale, given });
    const byId = new Map(articles.map((article) => [article.id, article]));
    for (const claim of own) {
      const article = byId.get(claim.article);
      if (article !== undefined) passages.set(claim.id, passagesOf(article, claim, provenance.get(claim.id) ?? ''));
    }
  }
  return passages;
}

/** Reads all articles in order; `each` is awaited, so that a slow reader of the claims holds the reading back. */
export async function extract(options: ReadingOptions, each: (reading: Reading) => void | Promise<void>): Promise<Corpus> {
  const { packs, cwd, locale, given = new Map(), except } = options;
  const layouts = await openLayouts(join(packs.folder, 'layouts'), packs.cache);
  const articles: ArticleSummary[] = [];
  const faults: Fault[] = [];
  let [files, sentences, unread] = [0, 0, 0];
  const take = async (article: Article): Promise<void> => {
    const reading = read(article, scan(article, packs));
    const extraction = extractClaims(reading, packs);
    sentences += extraction.sentences;
    unread += openOf(extraction);
    if (options.onUnread) for (const one of extraction.unread) options.onUnread(explainUnread(packs, reading, one));
    articles.push(summaryOf(article, extraction));
    await each({ article, claims: extraction.claims });
  };
  if (options.records) {
    for await (const record of options.records) {
      files++;
      await take(readRecord(record, layouts));
    }
    return { files, articles, sentences, unread, skipped: [], faults };
  }
  const found = await discover(options.paths, { cwd, exclude: options.exclude, locale });
  faults.push(...found.faults);
  const named = [...given.keys(), ...found.files.filter((file) => !given.has(file) && !except?.has(file))];
  for (const [index, file] of named.entries()) {
    const source = await readArticles(file, { cwd, layouts, locale, given });
    faults.push(...source.faults);
    if (source.articles.length > 0) files++;
    for (const article of source.articles) await take(article);
    options.onProgress?.(index + 1, named.length);
  }
  return { files, articles, sentences, unread, skipped: found.skipped, faults };
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
  const { focus, maxEvidence } = options;
  const all = [...claims];
  if (!focus) return compare(all, options);
  const own = new Set(all.filter(({ evidence }) => focus(evidence.file)).map(({ id }) => id));
  return focusOn(compare(all, { ...options, maxEvidence: 0 }), own, maxEvidence);
}

/** Everything that a report needs, and nothing else. */
export function assemble(
  corpus: Corpus,
  claims: readonly Claim[],
  findings: readonly Finding[],
  options: ComparingOptions,
  groups: readonly UnreadGroup[] | null = null,
  passages: ReadonlyMap<string, readonly Passage[]> = new Map(),
): AuditResult {
  const cited = new Set(findings.flatMap((finding) => finding.sides.flatMap((side) => side.claims)));
  const { files, articles, sentences, unread, skipped, faults } = corpus;
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
    corpus: { files, articles: articles.length, sentences, claims: claims.length, unread },
    articles,
    claims: listed.map((claim) => reported(claim, passages.get(claim.id) ?? [])),
    findings,
    register: options.references ? coverageOf(claims, options.references, options.packs, options.asOf) : null,
    unread: groups,
    regions: regionsOf(listed, options.packs),
    skipped,
    baseline: null,
    faults,
  };
}

const openOf = ({ unread }: Extraction): number => unread.filter(({ aside }) => aside === null).length;

function summaryOf(article: Article, extraction: Extraction): ArticleSummary {
  return {
    id: article.id,
    file: article.file.path,
    title: article.title,
    line: lineOf(article, 0),
    region: extraction.region,
    published: article.published,
    teaser: article.teaser,
    claims: extraction.claims.length,
    unread: openOf(extraction),
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
