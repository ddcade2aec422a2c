// Two audits of one corpus → what the second says otherwise: claims added, dropped and altered, findings opened and closed.
import { CHANGE_VERSION } from '../model/change.ts';
import type { Alteration, Change, ChangedField, ChangeEnd, Saying } from '../model/change.ts';
import type { Fault } from '../model/fault.ts';
import type { AuditResult, Locale, ReportedClaim } from '../model/result.ts';
import { TOOL } from '../model/tool.ts';
import { changeClaims } from './claims.ts';
import { changeFindings, withPlaces } from './findings.ts';
import { isSaying, meaningOf } from './meaning.ts';

export interface AuditedEnd {
  readonly name: string | null;
  readonly commit: string | null;
  /** With all claims, and all of them on the sides of its findings. */
  readonly result: AuditResult;
}

/** What a claim says in words, empty where nothing is stated. */
export type Words = Readonly<Record<'topic' | 'subject' | 'condition' | 'region' | 'period' | 'outcome', string>>;

export function changeOf(
  before: AuditedEnd,
  after: AuditedEnd,
  words: (claim: ReportedClaim) => Words,
  faults: readonly Fault[],
  locale: Locale,
): Change {
  const claims = changeClaims(before.result, after.result);
  const findings = changeFindings(before.result, after.result, claims.articles);
  const holders = holdersOf(after.result);
  const [was, is] = [lookInto(before.result), lookInto(after.result)];
  /** @param itself the article as it is after the change: no other one */
  const saying = (claim: ReportedClaim, { titles, findings: own }: Looked, itself: string | undefined): Saying => {
    const { topic, condition, region, period, outcome } = words(claim);
    const others = [...(holders.get(meaningOf(claim)) ?? [])].filter((article) => article !== itself);
    return {
      article: claim.article,
      title: titles.get(claim.article) ?? '',
      topic,
      condition,
      region,
      period,
      outcome,
      claim: { ...claim, passages: [] },
      elsewhere: others.length,
      findings: own.get(claim.id) ?? [],
    };
  };
  const ofBefore = (claim: ReportedClaim): Saying => saying(claim, was, claims.articles.get(claim.article));
  const ofAfter = (claim: ReportedClaim): Saying => saying(claim, is, claim.article);
  const brought = new Set([...claims.added, ...claims.altered.map((pair) => pair.after)].map(({ id }) => id));
  return {
    changeVersion: CHANGE_VERSION,
    tool: TOOL,
    locale,
    before: endOf(before),
    after: endOf(after),
    altered: claims.altered.map((pair): Alteration => {
      const [old, now] = [words(pair.before), words(pair.after)];
      const value = (field: ChangedField, claim: ReportedClaim, own: Words): string =>
        field === 'strength' || field === 'mood' ? claim[field] : own[field];
      return {
        before: ofBefore(pair.before),
        after: ofAfter(pair.after),
        fields: pair.fields.map((field) => ({ field, before: value(field, pair.before, old), after: value(field, pair.after, now) })),
      };
    }),
    added: claims.added.map(ofAfter),
    dropped: claims.dropped.map(ofBefore),
    opened: findings.opened.map((finding) => withPlaces(finding, after.result, brought)),
    closed: findings.closed.map((finding) => withPlaces(finding, before.result)),
    remaining: findings.remaining,
    faults,
  };
}

interface Looked {
  readonly titles: ReadonlyMap<string, string>;
  /** Ids of findings by claim. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

function lookInto({ articles, findings }: AuditResult): Looked {
  const own = new Map<string, string[]>();
  for (const { id, sides } of findings)
    for (const claim of sides.flatMap((side) => side.claims)) own.set(claim, [...(own.get(claim) ?? []), id]);
  return { titles: new Map(articles.map(({ id, title }) => [id, title])), findings: own };
}

/** Articles by what they say. */
function holdersOf({ claims }: AuditResult): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (!isSaying(claim)) continue;
    const key = meaningOf(claim);
    const own = holders.get(key);
    if (own === undefined) holders.set(key, new Set([claim.article]));
    else own.add(claim.article);
  }
  return holders;
}

function endOf({ name, commit, result }: AuditedEnd): ChangeEnd {
  const { articles, claims } = result.corpus;
  return { name, commit, asOf: result.asOf, articles, claims };
}
