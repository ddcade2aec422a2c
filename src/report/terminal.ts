// The end of a run on a terminal: counts, the first findings with their place, the verdict last, where the eye rests.
import { styleText } from 'node:util';
import { getBorderCharacters, table } from 'table';
import type { ColumnUserConfig } from 'table';
import { SEVERITIES } from '../model/finding.ts';
import type { Finding, Severity, Side } from '../model/finding.ts';
import { citeDocument } from '../model/reference.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { gravest, indexResult, newOf, tallyFindings } from './lookup.ts';
import type { Lookup, Tally } from './lookup.ts';
import { oneLine } from './plain.ts';
import { scopeText } from './scope.ts';
import { unreadLines } from './unread.ts';
import { verdictText } from './verdict.ts';
import { cutToWidth, widthOf, wrapText } from './wrap.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

export interface TerminalOptions {
  readonly locale: Locale;
  readonly color: boolean;
  /** Columns of the terminal. A line takes 80 at the most, and may take 50 where there are less. */
  readonly width: number;
}

const FINDINGS = 10;
/** Sides of one that are told. */
const SIDES = 3;
const INDENT = '    ';
/** Characters of a topic or a path that are worth their lines. */
const LENGTH = 120;
const STYLES = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

/** A runner of GitHub Actions would take such a line for a command (`::error::`, `##[group]`): a mark without width in it keeps it a text. */
const COMMAND = /^([^\S\n]*(?::|#))(?=:|#\[)/gm;

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** The summary of a run; ends with a line feed. */
export function renderTerminal(result: AuditResult, { locale, color, width }: TerminalOptions): string {
  // The caller has looked at the terminal and the environment already.
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const columns = Math.min(80, Math.max(50, Math.floor(width) || 80));
  const told = newOf(result.findings);
  const tally = tallyFindings(told);
  const parts = [wrapText(factsLine(result, locale), columns).join('\n')];
  if (result.scope !== null) parts.push(wrapText(oneLine(scopeText(result.scope, locale)), columns).join('\n'));
  if (tally.total > 0)
    parts.push(countsTable(tally, locale, columns, paint), findingsList({ ...result, findings: told }, locale, columns, paint));
  if (result.unread !== null) parts.push(unreadLines(result.unread, locale, columns, wrapText).join('\n'));
  const verdict = wrapText(verdictText(result.findings, locale), columns).join('\n');
  const worst = gravest(tally);
  parts.push(paint(['bold', worst === null ? 'green' : STYLES[worst]], verdict));
  if (result.faults.length > 0) {
    const incomplete = label(locale, 'incomplete', { n: result.faults.length });
    parts.push(paint('yellow', wrapText(`▲ ${incomplete}`, columns).join('\n')));
  }
  return `${parts.join('\n')}\n`.replace(COMMAND, '$1\u200B');
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

/** The first findings, each with what its sides say and where: places stand whole on a line, so that a terminal can open them. */
function findingsList({ findings, ...result }: AuditResult, locale: Locale, columns: number, paint: Paint): string {
  const lookup = indexResult({ findings, ...result });
  const lines = findings.slice(0, FINDINGS).flatMap((finding) => findingLines(finding, lookup, locale, columns, paint));
  const more = findings.length - FINDINGS;
  if (more > 0) lines.push(label(locale, 'more', { n: more }));
  return lines.join('\n');
}

function findingLines({ severity, kind, topic, sides }: Finding, lookup: Lookup, locale: Locale, columns: number, paint: Paint): string[] {
  const mark = `${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]}`;
  const head = wrapText(`${mark} ${KIND_WORDING[locale][kind].title} · ${oneLine(topic, LENGTH)}`, columns - INDENT.length);
  const room = columns - INDENT.length;
  const rows = sides.slice(0, SIDES).map((side) => ({
    // A notice says what its topic says.
    says: sides.length === 1 ? '' : oneLine(side.says, LENGTH),
    place: placeOf(side, lookup, room - 2),
  }));
  const widest = Math.max(...rows.map(({ says }) => widthOf(says)));
  const beside = rows.every(({ place }) => widest + 2 + widthOf(place) <= room);
  const body = rows.flatMap(({ says, place }) => {
    if (says === '') return [place];
    if (beside) return [`${says}${' '.repeat(widest - widthOf(says))}  ${place}`.trimEnd()];
    return [...wrapText(says, room), ...(place === '' ? [] : [`  ${place}`])];
  });
  if (sides.length > SIDES) body.push(label(locale, 'moreSides', { n: sides.length - SIDES }));
  return [head[0]!.replace(mark, paint(STYLES[severity], mark)), ...[...head.slice(1), ...body].map((line) => INDENT + line)];
}

/** The first place of a side; what the register says has none. Of a path that is too long the end is shown, which tells more than its beginning. */
function placeOf(side: Side, lookup: Lookup, room: number): string {
  const evidence = lookup.citations(side)[0]?.claim.evidence;
  if (evidence === undefined) return side.source === null ? '' : cutToWidth(citeDocument(side.source), room);
  return cutToWidth(`${evidence.file}:${evidence.startLine}`, room, 'end');
}

function draw(rows: string[][], columns: ColumnUserConfig[], drawHorizontalLine: (line: number, count: number) => boolean): string {
  return table(rows, { border: getBorderCharacters('norc'), columns, drawHorizontalLine }).trimEnd();
}
