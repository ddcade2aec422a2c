// The whole pipeline on one screen; the reading half of it stands in read-file.ts.
//
//   bytes → Article[] → tokens → units with clauses → Claim[] → Finding[] → AuditResult
//           source      scan     parse                claim     compare
import { packProvenance } from './claim/passage.ts';
import { compact } from './claim/pool.ts';
import type { Pool } from './claim/pool.ts';
import { compare, isCompared } from './compare/compare.ts';
import { describePosition } from './compare/describe.ts';
import { claimWords } from './compare/claim-words.ts';
import { clashes } from './compare/clash.ts';
import { affectedBy, coverageOf } from './compare/coverage.ts';
import type { Severities } from './compare/severity.ts';
import { extract, isReadable, quote } from './extract.ts';
import type { Corpus, Reading, ReadingOptions } from './extract.ts';
import type { Claim } from './model/claim.ts';
import type { Finding } from './model/finding.ts';
import type { Passage } from './model/passage.ts';
import type { Reference } from './model/reference.ts';
import { SCHEMA_VERSION } from './model/result.ts';
import type { AuditResult, Locale, ReportedClaim, ReportedRegion } from './model/result.ts';
import { TOOL } from './model/tool.ts';
import type { UnreadGroup, UnreadSentence } from './model/unread.ts';
import type { Packs } from './pack/pack.ts';
import { groupUnread } from './unread/group.ts';

export { claimWords, clashes, describeClaim, extract, isCompared, isReadable };

export type { Corpus, Reading, ReadingOptions, Severities };

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
  const corpus = await extract({ ...options, records: null, ...listing }, ({ claims: more, provenance: spans }) => {
    count += more.length;
    // Of a large corpus only what can be compared or is asked for is held.
    for (const [index, claim] of more.entries()) {
      if (!options.allClaims && !isCompared(claim)) continue;
      claims.push(compact(claim, pool));
      if (spans !== null) provenance.set(claim.id, spans[index]!);
      else if (claim.provenance.length > 0) provenance.set(claim.id, packProvenance(claim.provenance));
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
    corpus: { files, articles: articles.length, sentences, claims: claims.length, unread },
    articles,
    claims: listed.map((claim) => reported(claim, passages.get(claim.id) ?? [])),
    findings,
    register: options.references ? coverageOf(claims, options.references, options.packs, options.asOf) : null,
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
