// Decisions kept in a list, by the ids of findings: which findings of an audit they excuse, and which of them excuse nothing.
import type { Finding } from '../model/finding.ts';
import type { Note, NoteCode } from '../model/note.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { isInEffect } from '../model/waiver.ts';
import type { Waiver } from '../model/waiver.ts';
import { word } from '../model/wording.ts';

export interface FindingWaiver {
  /** Id of the finding, as the list has it. */
  readonly finding: string;
  readonly waiver: Waiver;
}

const ID = /^[0-9a-f]{16}(?:-\d+)?$/;

/** The result with what the list excuses marked, and notes on what in the list excuses nothing (any more). */
export function applyWaivers(result: AuditResult, waivers: readonly FindingWaiver[]): AuditResult {
  const byId = new Map(waivers.map((one) => [one.finding, one]));
  const findings = result.findings.map((finding): Finding => {
    const waiver = byId.get(finding.id)?.waiver;
    return waiver === undefined || finding.status !== 'new' ? finding : waive(finding, waiver, result.asOf);
  });
  return { ...result, findings, notes: [...result.notes, ...notesOn(waivers, result)] };
}

/** The finding, waived; or new, and saying that the waiver ran out. */
export function waive(finding: Finding, waiver: Waiver, asOf: string): Finding {
  if (isInEffect(waiver, asOf)) return { ...finding, status: 'waived', waiver };
  const args = { until: waiver.until ?? '', reason: waiver.reason };
  return { ...finding, waiver, reasons: [...finding.reasons, { code: 'waiver.expired', args }] };
}

function notesOn(waivers: readonly FindingWaiver[], { findings, scope, asOf, locale }: AuditResult): Note[] {
  const found = new Set(findings.map(({ id }) => id));
  return waivers.flatMap((one) => {
    const { finding, waiver } = one;
    if (!ID.test(finding)) return [noteOn(one, 'waiver-malformed', locale)];
    // What an audit of some files does not tell may still occur.
    if (!found.has(finding)) return scope === null ? [noteOn(one, 'waiver-unused', locale)] : [];
    if (!isInEffect(waiver, asOf)) return [noteOn(one, 'waiver-expired', locale)];
    return waiver.reason.trim() === '' ? [noteOn(one, 'waiver-bare', locale)] : [];
  });
}

function noteOn({ finding, waiver: { file, line, until } }: FindingWaiver, code: NoteCode, locale: Locale): Note {
  return { code, file, line, message: word(locale, `note.${code}`, { finding, until: until ?? '' }) };
}
