// Decisions kept in a list, by the ids of findings and by what these said: which findings of an audit they excuse, and which of them excuse nothing.
import type { Finding } from '../model/finding.ts';
import type { Note, NoteCode } from '../model/note.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { isInEffect } from '../model/waiver.ts';
import type { Waiver } from '../model/waiver.ts';
import { word } from '../model/wording.ts';
import { caseOf, filesOf, isNotice, matchBaseline } from './baseline.ts';
import type { Files, KnownFinding } from './baseline.ts';

export interface FindingWaiver {
  /** Id of the finding, as the list has it. */
  readonly finding: string;
  readonly waiver: Waiver;
  /** What the finding said when it was waived; null where only the id is kept. */
  readonly said: KnownFinding | null;
}

const ID = /^[0-9a-f]{16}(?:-\d+)?$/;

/** The result with what the list excuses marked, and notes on what in the list excuses nothing (any more). */
export function applyWaivers(result: AuditResult, waivers: readonly FindingWaiver[], files: Files = filesOf(result)): AuditResult {
  if (waivers.length === 0) return result;
  const now = waivers.filter(({ waiver }) => isInEffect(waiver, result.asOf));
  const holding = meet(result, now, files);
  // What ran out decides only where nothing else does.
  const all = meet(result, waivers, files);
  const used = new Set([...holding, ...all].flat());
  const decided = result.findings.map((finding, at): Finding => {
    const [one] = [...holding[at]!, ...all[at]!];
    return one === undefined || finding.status !== 'new' ? finding : waive(finding, one.waiver, result.asOf);
  });
  const notes: Note[] = [];
  const open = openByCase(decided);
  for (const one of waivers) {
    const at = used.has(one) ? -1 : successorOf(one, open);
    if (at >= 0) decided[at] = changed(decided[at]!, one);
    notes.push(...noteFor(one, used.has(one), decided[at] ?? null, result));
  }
  return { ...result, findings: decided, notes: [...result.notes, ...notes] };
}

/**
 * By finding, the waivers that excuse it. An id that occurs is the finding's that somebody looked at, and no other's; what a finding said tells it again
 * as a baseline does, where it is joined or parted and has another id. Notices that say the same in several articles are told apart by their files.
 */
export function meet(result: AuditResult, waivers: readonly FindingWaiver[], files: Files = filesOf(result)): FindingWaiver[][] {
  const { findings } = result;
  const found = new Set(findings.map(({ id }) => id));
  const bySaying = waivers.filter(({ finding, said }) => said !== null && (isNotice(said) || !found.has(finding)));
  const { by } = matchBaseline(result, { findings: bySaying.map(({ said }) => said!) }, files);
  const told = new Set(by.flat().map((entry) => bySaying[entry]!));
  const byId = new Map(waivers.filter((one) => !told.has(one)).map((one) => [one.finding, one]));
  return findings.map(({ id }, at) => {
    const own = byId.get(id);
    return [...(own === undefined ? [] : [own]), ...by[at]!.map((entry) => bySaying[entry]!)];
  });
}

/** The finding, waived; or new, and saying that the waiver ran out. */
export function waive(finding: Finding, waiver: Waiver, asOf: string): Finding {
  if (isInEffect(waiver, asOf)) return { ...finding, status: 'waived', waiver };
  const args = { until: waiver.until ?? '', reason: waiver.reason };
  return { ...finding, waiver, reasons: [...finding.reasons, { code: 'waiver.expired', args }] };
}

/** By case, the disputes that say it and that nobody decided on: what may have become of what was waived. */
function openByCase(findings: readonly Finding[]): Map<string, Set<number>> {
  const open = new Map<string, Set<number>>();
  for (const [at, finding] of findings.entries()) {
    if (finding.status !== 'new' || finding.waiver !== null || isNotice(finding)) continue;
    for (const one of finding.sides.flatMap(({ fingerprints }) => fingerprints.map(caseOf)))
      open.set(one, (open.get(one) ?? new Set()).add(at));
  }
  return open;
}

/** Index of the dispute that has become of what was waived: the one that says most of what was said then; -1 where there is none. */
function successorOf({ said }: FindingWaiver, open: ReadonlyMap<string, ReadonlySet<number>>): number {
  if (said === null || isNotice(said)) return -1;
  const shared = new Map<number, number>();
  for (const one of new Set(said.sides.flatMap(({ fingerprints }) => fingerprints.map(caseOf))))
    for (const at of open.get(one) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const most = Math.max(0, ...shared.values());
  return most === 0 ? -1 : Math.min(...[...shared].flatMap(([at, count]) => (count === most ? [at] : [])));
}

/** The finding, saying that it was waived while it said something else. */
function changed(finding: Finding, { said, waiver }: FindingWaiver): Finding {
  if (finding.reasons.some(({ code }) => code === 'waiver.changed')) return finding;
  const was = said!.sides.map(({ says }) => says).join(' \u2260 ');
  return { ...finding, reasons: [...finding.reasons, { code: 'waiver.changed', args: { was, reason: waiver.reason } }] };
}

function noteFor(one: FindingWaiver, isUsed: boolean, successor: Finding | null, { scope, asOf, locale }: AuditResult): Note[] {
  const { finding, waiver } = one;
  if (!ID.test(finding)) return [noteOn(one, 'waiver-malformed', locale)];
  if (successor !== null) return [noteOn(one, 'waiver-changed', locale, successor.id)];
  // What an audit of some files does not tell may still occur.
  if (!isUsed) return scope === null ? [noteOn(one, 'waiver-unused', locale)] : [];
  if (!isInEffect(waiver, asOf)) return [noteOn(one, 'waiver-expired', locale)];
  return waiver.reason.trim() === '' ? [noteOn(one, 'waiver-bare', locale)] : [];
}

function noteOn({ finding, waiver: { file, line, until } }: FindingWaiver, code: NoteCode, locale: Locale, now = ''): Note {
  return { code, file, line, message: word(locale, `note.${code}`, { finding, until: until ?? '', now }) };
}
