// Claim[] → Finding[]: disputes of the positions of each attribute, notices of the mentions, in one total order.
import { STATEMENT } from '../claim/statement.ts';
import type { Claim } from '../model/claim.ts';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Finding, Kind, Severity, Side } from '../model/finding.ts';
import { citeDocument, isInForce } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import type { Packs } from '../pack/pack.ts';
import { CHECKS } from './checks/index.ts';
import { findEdges } from './cluster.ts';
import type { Cluster, Edge } from './cluster.ts';
import { describePosition, describeTopic } from './describe.ts';
import { fingerprintOf, hash, noticeFingerprint } from './fingerprint.ts';
import { gatherBorne, gatherPositions } from './position.ts';
import type { Position } from './position.ts';
import { disputesOf } from './hint.ts';
import { positionsOf, speakingOf, withoutOverruled } from './reference.ts';
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
  const { packs, asOf } = options;
  const findings: Finding[] = [];
  const ordered = [...claims].sort(byPlace);
  const examples = gatherPositions(ordered, packs, asOf, 'example');
  const borne = gatherBorne(ordered, packs, asOf);
  const asserted = gatherPositions(ordered, packs, asOf);
  const rules = positionsOf(speakingOf(options.references ?? [], packs, asserted), packs);
  for (const [attribute, said] of asserted) {
    const cases = examples.get(attribute) ?? [];
    const authorities = (rules.get(attribute) ?? []).filter(({ reference }) => isInForce(reference!, asOf));
    const positions = [...said, ...cases];
    const parties = [...said, ...cases.filter((one) => isWhole(packs, one)), ...authorities];
    const edges = settleByTime(
      packs,
      withoutOverruled(packs, steady(findEdges(packs, parties)), authorities),
      rules.get(attribute) ?? [],
      asOf,
    );
    for (const cluster of disputesOf(packs, edges))
      findings.push(disputeOf(withWitnesses(packs, cluster, [...positions, ...(borne.get(attribute) ?? [])]), options));
  }
  const mentions = ordered.filter((claim) => claim.mention !== null);
  for (const check of Object.values(CHECKS)) {
    if (check.family !== 'notice') continue;
    for (const draft of check.find(packs, mentions, asOf, ordered)) {
      const fingerprints = [noticeFingerprint([check.kind, ...draft.meaning], draft.claims)];
      findings.push({
        id: hash([check.kind, ...fingerprints], ID),
        kind: check.kind,
        severity: draft.severity ?? check.severity,
        topic: draft.topic,
        message: word(options.locale, draft.message ?? `message.${check.kind}`, { topic: draft.topic, ...draft.reasons[0]?.args }),
        reasons: draft.reasons,
        standing: null,
        sides: [sideOf(draft.says, fingerprints, draft.claims, options)],
        cause: check.cause,
        status: 'new',
        waiver: null,
      });
    }
  }
  return withSeverities(unique(findings), options.severities ?? {}).sort(byWeight);
}

function disputeOf(cluster: Cluster, options: CompareOptions): Finding {
  const { packs, locale } = options;
  const lead = leadEdge(cluster.edges);
  const { kind, severity } = lead.verdict;
  const check = CHECKS[kind];
  // Witnesses come and go without changing what is disputed.
  const parties = new Set(cluster.edges.flatMap(({ a, b }) => [a, b]));
  const sides = cluster.sides.map((positions) => {
    const reference = authorityOf(positions, lead)?.reference ?? null;
    // What the source says is told as the source, and is no claim of the corpus.
    const claims = positions.flatMap((position) => position.claims).filter((claim) => claim !== reference?.claim);
    const told = positions.filter((one) => !one.borne);
    const says = [...new Set(told.map((position) => describePosition(packs, position)))].slice(0, 6).join('; ');
    const fingerprints = [...new Set(positions.filter((one) => parties.has(one)).map(fingerprintOf))].sort();
    return { ...sideOf(says, fingerprints, unrepeated(claims), options), source: reference?.source ?? null };
  });
  const authority = authorityOf([lead.a, lead.b], lead);
  const topic = describeTopic(lead.a);
  return {
    id: hash([kind, ...sides.map(({ fingerprints }) => fingerprints.join('&')).sort()], ID),
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
    Math.min(99, a.claims.length + b.claims.length);
  return edges.reduce((best, edge) =>
    rank(edge) < rank(best) || (rank(edge) === rank(best) && edgeKey(edge) < edgeKey(best)) ? edge : best,
  );
}

const edgeKey = ({ a, b }: Edge): string => (a.key < b.key ? `${a.key}\n${b.key}` : `${b.key}\n${a.key}`);

function sideOf(says: string, fingerprints: readonly string[], claims: readonly Claim[], { maxEvidence }: CompareOptions): Side {
  const listed = maxEvidence > 0 ? claims.slice(0, maxEvidence) : claims;
  return { says, count: claims.length, claims: listed.map((claim) => claim.id), source: null, fingerprints };
}

const unrepeated = (claims: readonly Claim[]): Claim[] => [...new Set(claims)].sort(byPlace);

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}-${times}` };
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

export function byPlace(a: Claim, b: Claim): number {
  return (
    compareText(a.evidence.file, b.evidence.file) ||
    a.evidence.startLine - b.evidence.startLine ||
    a.evidence.startColumn - b.evidence.startColumn ||
    compareText(a.id, b.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
