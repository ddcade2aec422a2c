// Findings that a change opens and closes. One that merely loses a side, or is told of another file, is neither.
import type { ChangedFinding } from '../model/change.ts';
import { SEVERITIES } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { AuditResult, ReportedClaim } from '../model/result.ts';
import { fieldKeys, meaningOf } from './meaning.ts';

export interface FindingChanges {
  readonly opened: readonly Finding[];
  readonly closed: readonly Finding[];
  readonly remaining: number;
}

/** A finding as far as it can be found again: what its claims say. */
interface Known {
  readonly finding: Finding;
  /** The same where it is the same finding, also of an article that has another name now. */
  readonly key: string;
  /** What is at odds in it: of a dispute what its claims mean, of a notice that and the article. */
  readonly says: ReadonlySet<string>;
}

/** @param articles ids before → after */
export function changeFindings(before: AuditResult, after: AuditResult, articles: ReadonlyMap<string, string>): FindingChanges {
  const was = knownOf(before, articles);
  const is = knownOf(after, new Map());
  const ids = new Map(was.map((known) => [known.finding.id, known]));
  const keys = new Map(was.map((known) => [known.key, known]));
  const [topicsBefore, topicsAfter] = [was, is].map((list) => Map.groupBy(list, ({ finding }) => finding.topic));
  const alike = (topics: typeof topicsBefore, { finding }: Known): readonly Known[] => topics?.get(finding.topic) ?? [];
  const same = new Set<Known>();
  const opened = is.filter((now) => {
    const old = ids.get(now.finding.id) ?? keys.get(now.key);
    if (old === undefined) return !alike(topicsBefore, now).some((one) => isPartOf(now, one));
    same.add(old);
    return isGraver(now.finding, old.finding);
  });
  const closed = was.filter((one) => !same.has(one) && !alike(topicsAfter, one).some((now) => isPartOf(one, now) || isPartOf(now, one)));
  return {
    opened: opened.map(({ finding }) => finding),
    closed: closed.map(({ finding }) => finding),
    remaining: is.length - opened.length,
  };
}

/** Whether all that is at odds in the one is at odds in the other of the same topic, which is at least as grave. */
function isPartOf(one: Known, whole: Known): boolean {
  if (isGraver(one.finding, whole.finding)) return false;
  return one.says.size > 0 && [...one.says].every((key) => whole.says.has(key));
}

const isGraver = (one: Finding, other: Finding): boolean => SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);

function knownOf({ findings, claims }: AuditResult, articles: ReadonlyMap<string, string>): Known[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return findings.map((finding) => {
    const notice = finding.sides.length === 1;
    const sides = finding.sides.map(({ claims: ids, source }) => {
      const own = ids.flatMap((id) => byId.get(id) ?? []);
      const says = own.map((claim) => (notice ? `${articles.get(claim.article) ?? claim.article}\n${wordsOf(claim)}` : meaningOf(claim)));
      return [...new Set([...says, ...(source === null ? [] : [`register ${source.id}`])])].sort();
    });
    return {
      finding,
      key: JSON.stringify([finding.kind, finding.topic, sides.map((side) => side.join('\r')).sort()]),
      says: new Set(sides.flat()),
    };
  });
}

/** What a notice is about: the characters of a mention, else what the claim says. */
const wordsOf = (claim: ReportedClaim): string =>
  claim.mention?.text ?? `${claim.attribute}\n${Object.values(fieldKeys(claim)).join('\n')}`;

/** Places of a side that are told. */
const PLACES = 5;

/** @param own ids of claims that the change brought: their sides come first, and on a side their places */
export function withPlaces(finding: Finding, result: AuditResult, own: ReadonlySet<string> = new Set()): ChangedFinding {
  const { id, kind, severity, topic, message, cause, status } = finding;
  const byId = new Map(result.claims.map((claim) => [claim.id, claim]));
  const isOwn = (claim: string): boolean => own.has(claim);
  const sides = ownFirst(finding.sides, ({ claims }) => claims.some(isOwn)).map(({ says, count, claims, source }) => ({
    says,
    count,
    places: ownFirst(claims, isOwn)
      .slice(0, PLACES)
      .flatMap((claim) => byId.get(claim)?.evidence ?? []),
    source,
  }));
  return { id, kind, severity, topic, message, cause, status, sides };
}

function ownFirst<T>(list: readonly T[], test: (item: T) => boolean): T[] {
  return [...list.filter(test), ...list.filter((item) => !test(item))];
}
