// What leaves the page as a file: waivers for the command line, the list for a sheet, the audit for another report.
import type { Finding } from '../model/finding.ts';
import type { AuditResult } from '../model/result.ts';
import { csv } from '../report/csv.ts';
import { json } from '../report/json.ts';
import { visible } from '../report/plain.ts';
import { xlsx } from '../report/xlsx.ts';
import type { Page } from './context.ts';
import type { Entry } from './entry.ts';
import type { Judgement, Triage } from './triage.ts';

/** Gives the reader a file; nothing is sent anywhere. */
export function download(name: string, type: string, parts: readonly BlobPart[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...parts], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const isWaived = ({ state }: Judgement): boolean => state === 'false-alarm' || state === 'accepted';

/** claims/waivers.yaml: the findings of this audit that somebody decided to leave alone, here or in the list that the audit was given: it can take that one's place. */
export function waiversYaml(entries: readonly Entry[], triage: Triage, who: string): string {
  const items = entries.flatMap((entry) => {
    const { finding } = entry;
    const judgement = triage.get(finding.id);
    const decided =
      judgement === undefined || judgement.state === 'open' ? listed(finding) : isWaived(judgement) ? made(judgement, who) : null;
    if (decided === null) return [];
    return [
      `  # ${visible(finding.topic).replace(/\s+/g, ' ')}`,
      `  - finding: ${quoted(finding.id)}`,
      `    decision: ${decided.decision}`,
      `    reason: ${quoted(decided.reason)}`,
      `    who: ${quoted(decided.who)}`,
      ...(decided.until === '' ? [] : [`    until: ${decided.until}`]),
      ...saidBy(entry),
    ];
  });
  return items.length === 0 ? 'waivers: []\n' : `waivers:\n${items.join('\n')}\n`;
}

/** What the finding says, in the form of a baseline's entry: the waiver holds for that. */
function saidBy({ finding, sides }: Entry): string[] {
  const { kind, severity, topic } = finding;
  // Results of older versions do not tell it.
  if (finding.sides.some(({ fingerprints }) => fingerprints.length === 0)) return [];
  const [first, ...others] = sides;
  const claim = others.length === 0 ? first?.citations[0]?.claim : undefined;
  return [
    '    said:',
    `      kind: ${kind}`,
    `      severity: ${severity}`,
    `      topic: ${quoted(topic)}`,
    '      sides:',
    ...finding.sides.flatMap(({ says, fingerprints }) => [
      `        - says: ${quoted(claim?.evidence.quote ?? says)}`,
      `          fingerprints: [${fingerprints.map(quoted).join(', ')}]`,
    ]),
    ...(claim === undefined ? [] : [`      file: ${quoted(claim.evidence.file)}`]),
  ];
}

/** Decisions as the file has them. */
interface Decided {
  readonly decision: string;
  readonly reason: string;
  readonly who: string;
  readonly until: string;
}

const made = ({ state, note, until }: Judgement, who: string): Decided => ({
  decision: state,
  reason: note.trim(),
  who: who.trim(),
  until,
});

/** What the list has that the audit was given; comments in articles stay where they are. */
function listed({ waiver }: Finding): Decided | null {
  if (waiver?.by !== 'file') return null;
  const { decision, reason, who, until } = waiver;
  return { decision, reason, who: who ?? '', until: /^\d{4}-\d{2}-\d{2}$/.test(until ?? '') ? until! : '' };
}

/** A string of JSON is one of YAML; what YAML counts as a line end or does not print is escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The findings that are shown, in the form in which the command line writes it. */
export function exportFindings(
  shown: readonly Entry[],
  { result, locale }: Pick<Page, 'result' | 'locale'>,
  format: 'csv' | 'xlsx' | 'json',
): void {
  const part = { ...result, findings: shown.map(({ finding }) => finding) };
  if (format === 'csv') download(fileName(result, '.csv'), 'text/csv', [...csv.pieces(part, { locale })]);
  else if (format === 'xlsx') download(fileName(result, '.xlsx'), SHEET, [...xlsx.pieces(part, { locale })] as BlobPart[]);
  else download(fileName(result, '.json'), 'application/json', [...json.pieces(result, { locale })]);
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const fileName = (result: AuditResult, ending: string): string => `claimlint-${result.asOf}${ending}`;
