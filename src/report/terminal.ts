// The end of a run on a terminal: counts, the first findings with their place, the verdict last, where the eye rests.
import { styleText } from 'node:util';
import { getBorderCharacters, table } from 'table';
import type { ColumnUserConfig } from 'table';
import { SEVERITIES } from '../model/finding.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { gravest, indexResult, tallyFindings } from './lookup.ts';
import type { Lookup, Tally } from './lookup.ts';
import { oneLine } from './plain.ts';
import { unreadLines } from './unread.ts';
import { verdictText } from './verdict.ts';
import { widthOf, wrapText } from './wrap.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

export interface TerminalOptions {
  readonly locale: Locale;
  readonly color: boolean;
  /** Columns that a line may take; less than 50 is treated as 50. */
  readonly width: number;
}

const FINDINGS = 10;
/** Characters of a topic or a path that are worth their lines. */
const LENGTH = 120;
const STYLES = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** The summary of a run; ends with a line feed. */
export function renderTerminal(result: AuditResult, { locale, color, width }: TerminalOptions): string {
  // The caller has looked at the terminal and the environment already.
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const columns = Math.max(50, Math.floor(width) || 80);
  const tally = tallyFindings(result.findings);
  const parts = [wrapText(factsLine(result, locale), columns).join('\n')];
  if (tally.total > 0) parts.push(countsTable(tally, locale, columns, paint), findingsTable(result, locale, columns, paint));
  if (result.unread !== null) parts.push(unreadLines(result.unread, locale, columns).join('\n'));
  const verdict = wrapText(verdictText(tally, locale), columns).join('\n');
  const worst = gravest(tally);
  parts.push(paint(['bold', worst === null ? 'green' : STYLES[worst]], verdict));
  if (result.faults.length > 0) {
    const incomplete = label(locale, 'incomplete', { n: result.faults.length });
    parts.push(paint('yellow', wrapText(`▲ ${incomplete}`, columns).join('\n')));
  }
  return `${parts.join('\n')}\n`;
}

function factsLine({ asOf, corpus }: AuditResult, locale: Locale): string {
  const colon = label(locale, 'colon');
  const counts = (['files', 'articles', 'claims', 'unread'] as const).map((name) => `${label(locale, name)}${colon}${corpus[name]}`);
  return [`${label(locale, 'asOf')}${colon}${oneLine(asOf)}`, ...counts].join(' · ');
}

function countsTable({ rows, bySeverity, total }: Tally, locale: Locale, columns: number, paint: Paint): string {
  const cell = (severity: Severity, count: number): string => (count === 0 ? '0' : paint(STYLES[severity], String(count)));
  const head = [...SEVERITIES.map((severity) => SEVERITY_WORDING[locale][severity]), label(locale, 'total')];
  const sums = [...SEVERITIES.map((severity) => bySeverity[severity]), total];
  const widths = head.map((text, column) => Math.max(widthOf(text), String(sums[column]).length));
  const names = [label(locale, 'kind'), ...rows.map(({ kind }) => KIND_WORDING[locale][kind].title), label(locale, 'total')];
  // Six borders, and a blank on either side of each cell.
  const room = columns - 16 - widths.reduce((sum, width) => sum + width, 0);
  const first = Math.min(room, Math.max(...names.map(widthOf)));
  const counts = [...rows.map((row) => [...SEVERITIES.map((severity) => row.counts[severity]), row.total]), sums];
  const cells = counts.map((line) =>
    line.map((count, column) => (column < SEVERITIES.length ? cell(SEVERITIES[column]!, count) : String(count))),
  );
  return draw(
    [head, ...cells].map((line, row) => [wrapText(names[row]!, first).join('\n'), ...line]),
    [{ width: first }, ...widths.map((width) => ({ width, alignment: 'right' as const }))],
    (line) => line < 2 || line >= rows.length + 1,
  );
}

function findingsTable(result: AuditResult, locale: Locale, columns: number, paint: Paint): string {
  const { findings } = result;
  const lookup = indexResult(result);
  const shown = findings.slice(0, FINDINGS);
  const head = (['severity', 'kind', 'topic', 'place'] as const).map((name) => label(locale, name));
  const severity = ({ severity: value }: Finding): string => `${SEVERITY_ICONS[value]} ${SEVERITY_WORDING[locale][value]}`;
  const first = Math.max(widthOf(head[0]!), ...shown.map((finding) => widthOf(severity(finding))));
  // Five borders, and a blank on either side of each cell.
  const rest = columns - 13 - first;
  const second = Math.min(
    Math.max(widthOf(head[1]!), ...shown.map(({ kind }) => widthOf(KIND_WORDING[locale][kind].title))),
    Math.floor(rest / 3),
  );
  const third = Math.ceil((rest - second) / 2);
  const widths = [first, second, third, rest - second - third];
  const cells = (texts: readonly string[]): string[] => texts.map((text, column) => wrapText(text, widths[column]!).join('\n'));
  const body = shown.map((finding) => {
    const row = cells([
      severity(finding),
      KIND_WORDING[locale][finding.kind].title,
      oneLine(finding.topic, LENGTH),
      firstPlace(finding, lookup),
    ]);
    return [paint(STYLES[finding.severity], row[0]!), ...row.slice(1)];
  });
  const drawn = draw(
    [cells(head), ...body],
    widths.map((width) => ({ width })),
    (line, count) => line < 2 || line === count,
  );
  const more = findings.length - shown.length;
  return more > 0 ? `${drawn}\n${label(locale, 'more', { n: more })}` : drawn;
}

/** Of a long path the end is shown, which tells more than its beginning. */
function firstPlace({ sides }: Finding, lookup: Lookup): string {
  const evidence = sides.flatMap((side) => lookup.citations(side).slice(0, 1))[0]?.claim.evidence;
  if (evidence === undefined) return '';
  const { file, startLine } = evidence;
  return `${file.length > LENGTH ? `…${file.slice(-LENGTH)}` : file}:${startLine}`;
}

function draw(rows: string[][], columns: ColumnUserConfig[], drawHorizontalLine: (line: number, count: number) => boolean): string {
  return table(rows, { border: getBorderCharacters('norc'), columns, drawHorizontalLine }).trimEnd();
}
