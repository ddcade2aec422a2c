// The findings that a team knows and lives with for now: which of an audit's are among them, and which of them are gone.
import { KINDS } from '../model/finding.ts';
import type { Finding, Kind, Severity } from '../model/finding.ts';
import type { AuditResult } from '../model/result.ts';

export interface KnownSide {
  /** For the reader; nothing is decided by it. */
  readonly says: string;
  /** As in `Side.fingerprints`. */
  readonly fingerprints: readonly string[];
}

export interface KnownFinding {
  readonly kind: Kind;
  readonly severity: Severity;
  readonly topic: string;
  /** The file of a notice, from the baseline's folder; null for a dispute, which is known wherever its sides stand. */
  readonly file: string | null;
  /** One for a notice, two or more for a dispute. */
  readonly sides: readonly KnownSide[];
}

export interface Baseline {
  /** What was audited for it, from its own folder, sorted: an audit of anything else cannot tell what is gone. Empty where that is not known. */
  readonly paths: readonly string[];
  readonly findings: readonly KnownFinding[];
}

/** What the baseline needs to know of files; paths are those of `KnownFinding.file`. */
export interface Files {
  /** The path of a result's file as the baseline writes it. */
  readonly named: (file: string) => string;
  readonly isThere: (file: string) => boolean;
  readonly isAudited: (file: string) => boolean;
}

/** Files as the result names them, where nobody knows more of the disk. */
export function filesOf({ articles }: Pick<AuditResult, 'articles'>): Files {
  const audited = new Set(articles.map(({ file }) => file));
  return { named: (file) => file, isThere: (file) => audited.has(file), isAudited: (file) => audited.has(file) };
}

/** How a baseline and the findings of an audit meet. */
export interface Match {
  /** By finding, in their order: whether the baseline knows all of it. */
  readonly known: readonly boolean[];
  /** By finding: the entries that know of it, where together they know all of it. */
  readonly by: readonly (readonly number[])[];
  /** By entry of the baseline: which of its fingerprints occur, and the file in which a notice stands now. */
  readonly occurs: readonly Occurrence[];
}

interface Occurrence {
  readonly fingerprints: ReadonlySet<string>;
  readonly file: string | null;
  /** Whether the audit could have found it. */
  readonly looked: boolean;
}

export function matchBaseline(
  result: AuditResult,
  { findings: entries }: Pick<Baseline, 'findings'>,
  files: Files = filesOf(result),
): Match {
  const by = result.findings.map((): number[] => []);
  const occurs = entries.map(({ file }) => ({
    fingerprints: new Set<string>(),
    file,
    looked: file === null || files.isAudited(file) || !files.isThere(file),
  }));
  matchDisputes(result.findings, entries, by, occurs);
  matchNotices(result, entries, files, by, occurs);
  return { known: by.map(({ length }) => length > 0), by, occurs };
}

type Occurring = { fingerprints: Set<string>; file: string | null; looked: boolean };

/** What a fingerprint says is said, without the manner. */
export const caseOf = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf('.'));

export const isNotice = ({ sides }: Pick<Finding, 'sides'> | KnownFinding): boolean => sides.length === 1;

/** What was no contradiction, or a mere hint, and now is one, is another finding. How severe a kind is to be taken is the config's to say, and opens nothing. */
const isNoGraver = (now: Pick<KnownFinding, 'kind' | 'severity'>, known: Pick<KnownFinding, 'kind' | 'severity'>): boolean =>
  (now.kind !== 'contradiction' || known.kind === 'contradiction') && (now.severity === 'info' || known.severity !== 'info');

/**
 * A dispute is known if each statement in it has an opponent in it that an entry of the baseline has on another side. So it stays known when sides leave,
 * when disputes are joined or parted, and when an article joins that says what a side says already, perhaps more or less firmly, as long as that side
 * still says so; a new value, case, region or time is not known.
 */
function matchDisputes(findings: readonly Finding[], entries: readonly KnownFinding[], by: number[][], occurs: readonly Occurring[]): void {
  const byCase = new Map<string, { readonly entry: number; readonly side: number; readonly fingerprint: string }[]>();
  for (const [entry, one] of entries.entries()) {
    if (isNotice(one)) continue;
    for (const [side, { fingerprints }] of one.sides.entries())
      for (const fingerprint of fingerprints) listed(byCase, caseOf(fingerprint)).push({ entry, side, fingerprint });
  }
  const standing = new Set(findings.filter((one) => !isNotice(one)).flatMap(({ sides }) => sides.flatMap((side) => side.fingerprints)));
  for (const [at, finding] of findings.entries()) {
    const { sides } = finding;
    if (sides.length < 2) continue;
    // By entry: which statements of the finding it has, and on which sides of either.
    const met = new Map<number, { readonly fingerprint: string; readonly side: number; readonly own: number }[]>();
    for (const [side, { fingerprints }] of sides.entries())
      for (const fingerprint of fingerprints)
        for (const accepted of byCase.get(caseOf(fingerprint)) ?? [])
          if (accepted.fingerprint === fingerprint || standing.has(accepted.fingerprint))
            listed(met, accepted.entry).push({ fingerprint, side, own: accepted.side });
    const covered = new Set<string>();
    const knowing: number[] = [];
    for (const [entry, statements] of met) {
      const places = [...new Map(statements.map(({ side, own }) => [`${side} ${own}`, { side, own }])).values()];
      const opposed = statements.filter(({ side, own }) => places.some((other) => other.side !== side && other.own !== own));
      for (const { fingerprint, own } of opposed)
        if (entries[entry]!.sides[own]!.fingerprints.includes(fingerprint)) occurs[entry]!.fingerprints.add(fingerprint);
      if (opposed.length === 0 || !isNoGraver(finding, entries[entry]!)) continue;
      knowing.push(entry);
      for (const { fingerprint } of opposed) covered.add(fingerprint);
    }
    const said = sides.flatMap(({ fingerprints }) => fingerprints);
    if (said.length > 0 && said.every((fingerprint) => covered.has(fingerprint))) by[at] = knowing;
  }
}

/**
 * A notice is known in its file, whatever the sentence; in another one only if the baseline's file is no longer there and the sentence is the same: then it was moved.
 * An entry stands for one notice, so that one more of the same kind is new.
 */
function matchNotices(
  { findings, claims }: AuditResult,
  entries: readonly KnownFinding[],
  files: Files,
  by: number[][],
  occurs: readonly Occurring[],
): void {
  const fileOf = new Map(claims.map(({ id, evidence }) => [id, evidence.file]));
  const found = findings.flatMap(({ sides: [side, ...others] }, at) => {
    const [fingerprint] = side?.fingerprints ?? [];
    const file = fileOf.get(side?.claims[0] ?? '') ?? null;
    return others.length > 0 || fingerprint === undefined ? [] : [{ at, fingerprint, file: file && files.named(file) }];
  });
  /** What an entry and a finding have in common, from the nearest to the farthest; null where they cannot meet. */
  const passes: ((fingerprint: string, file: string | null, isEntry: boolean) => string | null)[] = [
    (fingerprint, file) => `${fingerprint} ${file}`,
    (fingerprint, file) => `${caseOf(fingerprint)} ${file}`,
    (fingerprint, file, isEntry) => (isEntry && (file === null || files.isThere(file)) ? null : fingerprint),
  ];
  for (const keyOf of passes) {
    const waiting = new Map<string, number[]>();
    for (const [entry, { file, sides }] of entries.entries()) {
      const fingerprint = sides.length === 1 ? sides[0]!.fingerprints[0] : undefined;
      const key = fingerprint === undefined || occurs[entry]!.fingerprints.size > 0 ? null : keyOf(fingerprint, file, true);
      if (key !== null) listed(waiting, key).push(entry);
    }
    for (const one of found) {
      if (by[one.at]!.length > 0) continue;
      const own = waiting.get(keyOf(one.fingerprint, one.file, false)!) ?? [];
      const entry = own.shift();
      if (entry === undefined) continue;
      by[one.at] = [entry];
      for (const fingerprint of entries[entry]!.sides[0]!.fingerprints) occurs[entry]!.fingerprints.add(fingerprint);
      occurs[entry]!.file = one.file;
    }
  }
}

function listed<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const list = map.get(key);
  if (list !== undefined) return list;
  const made: Item[] = [];
  map.set(key, made);
  return made;
}

/** The findings that the baseline knows, marked. What is waived stays so; where a waiver ran out, somebody has to decide anew. */
export function markKnown(result: AuditResult, { known }: Pick<Match, 'known'>): AuditResult {
  const findings = result.findings.map((one, at): Finding =>
    known[at] && one.status === 'new' && one.waiver === null ? { ...one, status: 'known' } : one,
  );
  return { ...result, findings };
}

/** Findings as a baseline keeps them. */
export function knownOf(
  findings: readonly Finding[],
  { claims }: Pick<AuditResult, 'claims'>,
  files: Pick<Files, 'named'>,
): KnownFinding[] {
  const evidenceOf = new Map(claims.map(({ id, evidence }) => [id, evidence]));
  return findings.map(({ kind, severity, topic, sides }) => {
    const evidence = sides.length === 1 ? evidenceOf.get(sides[0]!.claims[0] ?? '') : undefined;
    return {
      kind,
      severity,
      topic,
      file: evidence === undefined ? null : files.named(evidence.file),
      sides: sides.map(({ says, fingerprints }) => ({ says: shorten(evidence?.quote ?? says), fingerprints })),
    };
  });
}

/** Characters of what a side says: enough to know it by. */
const LONGEST = 200;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}\u2026`;
}

/** An entry parted into what still occurs and what does not; what nobody looked for is taken to occur. */
export function partEntry(entry: KnownFinding, { fingerprints, file, looked }: Occurrence): Parted {
  if (!looked) return { kept: entry, gone: null };
  const part = (occurs: boolean): KnownSide[] =>
    entry.sides
      .map((side) => ({ ...side, fingerprints: side.fingerprints.filter((one) => fingerprints.has(one) === occurs) }))
      .filter((side) => side.fingerprints.length > 0);
  const [left, lost] = [part(true), part(false)];
  if (left.length < Math.min(2, entry.sides.length)) return { kept: null, gone: entry };
  return { kept: { ...entry, file, sides: left }, gone: lost.length === 0 ? null : { ...entry, sides: lost } };
}

export interface Parted {
  readonly kept: KnownFinding | null;
  readonly gone: KnownFinding | null;
}

export const partBaseline = ({ findings }: Pick<Baseline, 'findings'>, { occurs }: Match): Parted[] =>
  findings.map((entry, at) => partEntry(entry, occurs[at]!));

/** The entries with further ones; an entry that one of them contains is dropped. */
export function extend(findings: readonly KnownFinding[], added: readonly KnownFinding[]): KnownFinding[] {
  const byFingerprint = new Map<string, KnownFinding[]>();
  for (const one of added) for (const { fingerprints } of one.sides) for (const each of fingerprints) listed(byFingerprint, each).push(one);
  const contains = (whole: KnownFinding, part: KnownFinding): boolean =>
    isNoGraver(part, whole) &&
    part.sides.every(({ fingerprints }) => whole.sides.some((side) => fingerprints.every((one) => side.fingerprints.includes(one))));
  const isContained = (entry: KnownFinding): boolean =>
    !isNotice(entry) && (byFingerprint.get(entry.sides[0]!.fingerprints[0]!) ?? []).some((one) => contains(one, entry));
  return [...findings.filter((entry) => !isContained(entry)), ...added];
}

/** In an order that depends on nothing but the entries, each once: two branches that add different findings touch different lines. */
export function sorted(findings: readonly KnownFinding[]): KnownFinding[] {
  const keyed = findings.map((entry) => {
    const sides = [...entry.sides]
      .map(({ says, fingerprints }) => ({ says, fingerprints: [...new Set(fingerprints)].sort() }))
      .sort((a, b) => compareText(a.fingerprints.join(), b.fingerprints.join()));
    const key = [
      String(KINDS.indexOf(entry.kind)).padStart(2, '0'),
      entry.topic,
      entry.file ?? '',
      ...sides.map(({ fingerprints }) => fingerprints.join()),
    ];
    return { key: key.join('\u0000'), entry: { ...entry, sides } };
  });
  // Notices that are alike are several: their number counts.
  const disputes = new Map(keyed.filter(({ entry }) => !isNotice(entry)).map((one) => [one.key, one]));
  const all = [...disputes.values(), ...keyed.filter(({ entry }) => isNotice(entry))];
  return all.sort((a, b) => compareText(a.key, b.key)).map(({ entry }) => entry);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
