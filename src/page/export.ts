// What leaves the page as a file: waivers for the command line, the list for a sheet, the audit for another report.
import type { AuditResult, Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { visible } from '../report/plain.ts';
import { KIND_WORDING, SEVERITY_WORDING } from '../report/wording.ts';
import type { Entry } from './entry.ts';
import type { Judgement, Triage } from './triage.ts';
import { UNJUDGED } from './triage.ts';
import { TRIAGE_WORDS } from './wording.ts';

/** Gives the reader a file; nothing is sent anywhere. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const isWaived = ({ state }: Judgement): boolean => state === 'false-alarm' || state === 'accepted';

/** claims/waivers.yaml: the findings of this audit that somebody decided to leave alone. */
export function waiversYaml(entries: readonly Entry[], triage: Triage, who: string): string {
  const items = entries.flatMap(({ finding }) => {
    const judgement = triage.get(finding.id);
    if (judgement === undefined || !isWaived(judgement)) return [];
    return [
      `  # ${visible(finding.topic).replace(/\s+/g, ' ')}`,
      `  - finding: ${quoted(finding.id)}`,
      `    decision: ${judgement.state}`,
      `    reason: ${quoted(judgement.note.trim())}`,
      `    who: ${quoted(who.trim())}`,
      ...(judgement.until === '' ? [] : [`    until: ${judgement.until}`]),
    ];
  });
  return items.length === 0 ? 'waivers: []\n' : `waivers:\n${items.join('\n')}\n`;
}

/** A string of JSON is one of YAML; what YAML counts as a line end or does not print is escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** One row per side, so that a sheet can sort and filter them. */
export function findingsCsv(entries: readonly Entry[], triage: Triage, locale: Locale): string {
  const head = ['id', 'severity', 'kind', 'topic', 'triage', 'note', 'side', 'count', 'files', 'quote', 'why'];
  const rows = entries.flatMap(({ finding, sides }) => {
    const { id, severity, kind, topic, reasons } = finding;
    const { state, note } = triage.get(id) ?? UNJUDGED;
    const why = reasons.map(({ code, args }) => word(locale, code, args)).join('; ');
    return sides.map(({ side, citations }) => [
      id,
      SEVERITY_WORDING[locale][severity],
      KIND_WORDING[locale][kind].title,
      topic,
      TRIAGE_WORDS[locale][state],
      note,
      side.says,
      String(side.count),
      citations.map(({ claim }) => `${claim.evidence.file}:${claim.evidence.startLine}`).join('; '),
      citations[0]?.claim.evidence.quote ?? side.source?.title ?? '',
      why,
    ]);
  });
  // The mark tells a sheet that the text is UTF-8.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is told as text. */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const auditJson = (result: AuditResult): string => `${JSON.stringify(result, null, 2)}\n`;

export const fileName = (result: AuditResult, ending: string): string => `claimlint-${result.asOf}${ending}`;
