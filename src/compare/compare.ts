// Claim[] → Finding[]: disputes of the positions of each attribute, notices of the mentions, in one total order.
import { STATEMENT } from '../claim/statement.ts';
import type { Claim } from '../model/claim.ts';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Finding, Kind, Severity, Side } from '../model/finding.ts';
import { citeDocument, isInForce } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Locale } from '../model/result.ts';
import type { Speaker } from '../model/saying.ts';
import { word } from '../model/wording.ts';
import type { Packs } from '../pack/pack.ts';
import type { NoticeCheck, NoticeDraft } from './checks/check.ts';
import { CHECKS } from './checks/index.ts';
import { findEdges } from './cluster.ts';
import type { Cluster, Edge } from './cluster.ts';
import { withoutHistories } from './history.ts';
import { describePosition, describeTopic } from './describe.ts';
import { fingerprintOf, hash, noticeFingerprint } from './fingerprint.ts';
import { focusOn } from './focus.ts';
import { byPlace, compareText } from '../model/place.ts';
import { gatherBorne, gatherPositions } from './position.ts';
import type { Position } from './position.ts';
import { disputesOf } from './hint.ts';
import { positionsOf, speakingOf, withoutOverruled } from './reference.ts';
import { Sayers } from './sayers.ts';
import { withSeverities } from './severity.ts';
import type { Severities } from './severity.ts';
import { standingOf } from './standing.ts';
import { settleByTime } from './turn.ts';
import { steady } from './unsteady.ts';
import { isWhole } from './worked.ts';
import { withWitnesses } from './witness.ts';

export interface CompareOptions {
  readonly packs: Packs;
  /** ISO day of the audit. */
  readonly asOf: string;
  readonly locale: Locale;
  /** Claims listed per side; 0 lists all. */
  readonly maxEvidence: number;
  /** Whether a file is one that the audit is about: only findings in which one takes part are told, its side and its claims first. Without it, all are. */
  readonly focus?: ((file: string) => boolean) | null;
  /** What is officially in force; without it the articles are compared among themselves. */
  readonly references?: readonly Reference[] | null;
  /** Other severities than the usual ones, by kind. */
  readonly severities?: Severities;
}

/** Whether a claim can take part in a finding at all. */
export function isCompared(claim: Claim): boolean {
  return claim.mention !== null || (['asserted', 'example', 'refuted'].includes(claim.mood) && claim.attribute !== STATEMENT);
}

/** The findings of a corpus' claims, most severe first. Pure: the same claims in any order give the same findings. */
export function compare(claims: readonly Claim[], options: CompareOptions): Finding[] {
  const ordered = [...claims].sort(byPlace);
  return conclude(disputesIn(ordered, options), noticesIn(ordered, options), options).findings;
}

/**
 * The disputes of each attribute.
 * @param speakers in the order of their places
 * @param about the attributes that matter; null for all
 */
export function disputesIn(
  speakers: readonly Speaker[],
  { packs, asOf, references }: CompareOptions,
  about: ReadonlySet<string> | null = null,
): Map<string, Cluster[]> {
  const examples = gatherPositions(speakers, packs, asOf, 'example');
  const borne = gatherBorne(speakers, packs, asOf);
  const asserted = gatherPositions(speakers, packs, asOf);
  const rules = positionsOf(speakingOf(references ?? [], packs, asserted), packs);
  const disputes = new Map<string, Cluster[]>();
  for (const [attribute, said] of asserted) {
    if (about !== null && !about.has(attribute)) continue;
    const cases = examples.get(attribute) ?? [];
    const authorities = (rules.get(attribute) ?? []).filter(({ reference }) => isInForce(reference!, asOf));
    const positions = [...said, ...cases, ...(borne.get(attribute) ?? [])];
    const parties = [...said, ...cases.filter((one) => isWhole(packs, one)), ...authorities];
    const edges = settleByTime(
      packs,
      withoutOverruled(packs, withoutHistories(packs, steady(findEdges(packs, parties)), said), authorities),
      rules.get(attribute) ?? [],
      asOf,
    );
    const clusters = disputesOf(packs, edges);
    if (clusters.length > 0)
      disputes.set(
        attribute,
        clusters.map((cluster) => withWitnesses(packs, cluster, positions)),
      );
  }
  return disputes;
}

export interface Conclusion {
  readonly findings: Finding[];
  /** Claims that their sides list. */
  readonly cited: ReadonlySet<Claim>;
}

/** What an article says wrong by itself. */
export interface Notice {
  readonly check: NoticeCheck;
  readonly draft: NoticeDraft;
}

/** The notices of articles. @param claims all of each article, mentions among them, in the order of their places */
export function noticesIn(claims: readonly Claim[], { packs, asOf }: CompareOptions): Notice[] {
  const mentions = claims.filter((claim) => claim.mention !== null);
  return NOTICES.flatMap((check) => check.find(packs, mentions, asOf, claims).map((draft) => ({ check, draft })));
}

const NOTICES: readonly NoticeCheck[] = Object.values(CHECKS).filter((check) => check.family === 'notice');

/** Findings of the disputes, and of the notices in the order of their articles. */
export function conclude(
  disputes: ReadonlyMap<string, readonly Cluster[]>,
  notices: readonly Notice[],
  options: CompareOptions,
): Conclusion {
  const { focus } = options;
  const cited = new Set<Claim>();
  const listing: Listing = { ...options, cited };
  const isAbout = focus ? ({ evidence }: Claim): boolean => focus(evidence.file) : (): boolean => true;
  const drafts: Draft[] = [...disputes.values()].flat().map((cluster) => {
    const kind = leadEdge(cluster.edges).verdict.kind;
    return {
      id: hash([kind, ...cluster.sides.map((side) => fingerprintsOf(cluster, side).join('&')).sort()], ID),
      concerns: !focus || cluster.sides.some((side) => side.some(({ sayers }) => sayers.own.some(isAbout))),
      finding: (id) => disputeOf(id, cluster, listing),
    };
  });
  for (const check of NOTICES) {
    for (const notice of notices) {
      if (notice.check !== check) continue;
      const fingerprint = noticeFingerprint([check.kind, ...notice.draft.meaning], notice.draft.claims);
      drafts.push({
        id: hash([check.kind, fingerprint], ID),
        concerns: notice.draft.claims.some(isAbout),
        finding: (id) => noticeOf(id, notice, fingerprint, listing),
      });
    }
  }
  const findings = unique(drafts)
    .filter(({ concerns }) => concerns)
    .map(({ id, finding }) => finding(id));
  const told = withSeverities(findings, options.severities ?? {}).sort(byWeight);
  if (!focus) return { findings: told, cited };
  const own = new Set(
    Array.from(cited)
      .filter(isAbout)
      .map(({ id }) => id),
  );
  return { findings: told.map((finding) => focusOn(finding, own)), cited };
}

/** A finding that is told only where it concerns what the audit is about. */
interface Draft {
  readonly id: string;
  readonly concerns: boolean;
  readonly finding: (id: string) => Finding;
}

/** What sides list, and whom they have listed. */
interface Listing extends CompareOptions {
  readonly cited: Set<Claim>;
}

function noticeOf(id: string, { check, draft }: Notice, fingerprint: string, options: Listing): Finding {
  return {
    id,
    kind: check.kind,
    severity: draft.severity ?? check.severity,
    topic: draft.topic,
    message: word(options.locale, draft.message ?? `message.${check.kind}`, { topic: draft.topic, ...draft.reasons[0]?.args }),
    reasons: draft.reasons,
    standing: null,
    sides: [sideOf(draft.says, [fingerprint], Sayers.of(draft.claims), options)],
    cause: check.cause,
    status: 'new',
    waiver: null,
  };
}

/** What a side says, without its witnesses: they come and go without changing what is disputed. */
function fingerprintsOf({ edges }: Cluster, side: readonly Position[]): string[] {
  const parties = new Set(edges.flatMap(({ a, b }) => [a, b]));
  return [...new Set(side.filter((one) => parties.has(one)).map(fingerprintOf))].sort();
}

function disputeOf(id: string, cluster: Cluster, options: Listing): Finding {
  const { packs, locale } = options;
  const lead = leadEdge(cluster.edges);
  const { kind, severity } = lead.verdict;
  const check = CHECKS[kind];
  const sides = cluster.sides.map((positions) => {
    const reference = authorityOf(positions, lead)?.reference ?? null;
    // What the source says is told as the source, and is no claim of the corpus.
    const sayers = Sayers.together(
      positions.map((position) => position.sayers),
      new Set(reference === null ? [] : [reference.claim]),
    );
    const told = positions.filter((one) => !one.borne);
    const says = [...new Set(told.map((position) => describePosition(packs, position)))].slice(0, 6).join('; ');
    return { ...sideOf(says, fingerprintsOf(cluster, positions), sayers, options), source: reference?.source ?? null };
  });
  const authority = authorityOf([lead.a, lead.b], lead);
  const topic = describeTopic(lead.a);
  return {
    id,
    kind,
    severity,
    topic,
    message:
      authority === undefined
        ? word(locale, `message.${kind}`, { topic, a: describePosition(packs, lead.a), b: describePosition(packs, lead.b) })
        : word(locale, kind === 'superseded' ? 'message.outdated' : 'message.register', {
            topic,
            ...againstRegister(packs, lead, authority),
          }),
    reasons: [
      ...(check.family === 'dispute' ? check.why(packs, lead, cluster.sides) : []),
      ...(authority === undefined ? [] : [{ code: 'register.mend', args: againstRegister(packs, lead, authority) }]),
    ],
    standing: standingOf(cluster),
    sides,
    cause: authority !== undefined && kind === 'superseded' && cluster.edges.every(withRegister) ? 'clock' : 'author',
    status: 'new',
    waiver: null,
  };
}

const withRegister = ({ a, b }: Edge): boolean => a.reference !== null || b.reference !== null;

/** The register's entry on a side: the one of the edge that speaks for the dispute, else the first. */
const authorityOf = (positions: readonly Position[], { a, b }: Edge): Position | undefined => {
  const entries = positions.filter(({ reference }) => reference !== null);
  return entries.find((one) => one === a || one === b) ?? entries[0];
};

/** What the article says, what the register says, and where that is written. */
function againstRegister(packs: Packs, { a, b }: Edge, authority: Position): Record<'a' | 'b' | 'source' | 'from', string> {
  const { source } = authority.reference!;
  return {
    a: describePosition(packs, authority === a ? b : a),
    b: describePosition(packs, authority),
    source: citeDocument(source),
    from: source.effectiveFrom ?? '',
  };
}

/** The edge that speaks for the dispute: most severe, then one with the register (first in the very same case), then by the order of kinds, then what most claims say. */
function leadEdge(edges: readonly Edge[]): Edge {
  const rank = ({ a, b, verdict }: Edge): number =>
    SEVERITIES.indexOf(verdict.severity) * 10000 +
    (a.reference === null && b.reference === null ? 1000 : verdict.row.condition === 'same' ? 0 : 500) +
    KINDS.indexOf(verdict.kind) * 100 -
    Math.min(99, a.sayers.count + b.sayers.count);
  return edges.reduce((best, edge) =>
    rank(edge) < rank(best) || (rank(edge) === rank(best) && edgeKey(edge) < edgeKey(best)) ? edge : best,
  );
}

const edgeKey = ({ a, b }: Edge): string => (a.key < b.key ? `${a.key}\n${b.key}` : `${b.key}\n${a.key}`);

/** Its claims in the order of their places, those that the audit is about before the others. */
function sideOf(says: string, fingerprints: readonly string[], sayers: Sayers, { maxEvidence, focus, cited }: Listing): Side {
  const most = maxEvidence > 0 ? maxEvidence : Infinity;
  const first = focus ? sayers.own.filter(({ evidence }) => focus(evidence.file)) : [];
  const known = new Set(first);
  const listed = [...first, ...sayers.first(most + first.length).filter((claim) => !known.has(claim))].slice(0, most);
  for (const claim of listed) cited.add(claim);
  return { says, count: sayers.count, claims: listed.map(({ id }) => id), source: null, fingerprints };
}

function unique(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const times = (seen.get(draft.id) ?? 0) + 1;
    seen.set(draft.id, times);
    return times === 1 ? draft : { ...draft, id: `${draft.id}-${times}` };
  });
}

/** Hex digits of a finding's id. */
const ID = 16;

const order = <T>(list: readonly T[], item: T): number => list.indexOf(item);

function byWeight(a: Finding, b: Finding): number {
  return (
    order<Severity>(SEVERITIES, a.severity) - order<Severity>(SEVERITIES, b.severity) ||
    order<Kind>(KINDS, a.kind) - order<Kind>(KINDS, b.kind) ||
    compareText(a.topic, b.topic) ||
    compareText(a.id, b.id)
  );
}
