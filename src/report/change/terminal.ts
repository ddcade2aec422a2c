// A change on a terminal: claims with + - ~, then the findings that it opens and closes, the counts last.
import { styleText } from 'node:util';
import type { Change, ChangedField, ChangedFinding, Saying } from '../../model/change.ts';
import type { Locale } from '../../model/result.ts';
import { oneLine } from '../plain.ts';
import { citeSource } from '../source.ts';
import { sideLetter } from '../side.ts';
import { wrapText } from '../wrap.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING, STATUS_WORDING } from '../wording.ts';
import { changeLabel, endName, sayingParts } from './wording.ts';

export interface ChangeTerminalOptions {
  readonly locale: Locale;
  readonly color: boolean;
  readonly width: number;
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const LENGTH = 120;
const INDENT = '    ';
/** Items of one kind; the other formats have all. */
const ITEMS = 40;

/** A runner of GitHub Actions would take such a line for a command: a mark without width in it keeps it a text. */
const COMMAND = /^([^\S\n]*(?::|#))(?=:|#\[)/gm;

export function changeTerminal(change: Change, { locale, color, width }: ChangeTerminalOptions): string {
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const columns = Math.min(100, Math.max(50, Math.floor(width) || 80));
  const { before, after, altered, added, dropped, opened, closed, remaining, faults } = change;
  const lines = [changeLabel(locale, 'range', { before: oneLine(endName(before, locale)), after: oneLine(endName(after, locale)) })];
  const list = <T>(items: readonly T[], draw: (item: T) => readonly string[]): void => {
    for (const item of items.slice(0, ITEMS)) lines.push(...draw(item));
    if (items.length > ITEMS) lines.push(`${INDENT}${changeLabel(locale, 'leftOut', { n: items.length - ITEMS })}`);
  };
  const body = (text: string): string[] => wrapText(text, columns - INDENT.length).map((line) => INDENT + line);
  const at = ({ claim: { evidence } }: Saying): string => oneLine(`${evidence.file}:${evidence.startLine}`);
  const head = (mark: string, style: Parameters<typeof styleText>[0], saying: Saying): string =>
    `${paint(style, mark)} ${oneLine(saying.topic, LENGTH)}  ${paint('dim', at(saying))}`;
  const still = (saying: Saying, name: 'elsewhere.old' | 'elsewhere.added'): string[] =>
    saying.elsewhere === 0 ? [] : body(changeLabel(locale, name, { n: saying.elsewhere }));
  list(altered, ({ before: old, after: now, fields }) => {
    const names = fields.map(({ field }) => field);
    const subject = fields.find(({ field }) => field === 'subject');
    return [
      head('~', 'yellow', now),
      ...(subject === undefined ? [] : body(`${oneLine(subject.before)} ⇒ ${oneLine(subject.after)}`)),
      ...body(`${saysText(old, names, locale)} ⇒ ${saysText(now, names, locale)}`),
      ...still(old, 'elsewhere.old'),
    ];
  });
  list(added, (saying) => [head('+', 'green', saying), ...body(saysText(saying, [], locale)), ...still(saying, 'elsewhere.added')]);
  list(dropped, (saying) => [head('-', 'red', saying), ...body(saysText(saying, [], locale)), ...still(saying, 'elsewhere.old')]);
  for (const [name, findings] of [['opened', opened] as const, ['closed', closed] as const]) {
    if (findings.length === 0) continue;
    lines.push('', paint('bold', changeLabel(locale, name)));
    list(findings, (finding) => findingLines(finding, columns, locale));
  }
  const counts = changeLabel(locale, 'counts', { altered: altered.length, added: added.length, dropped: dropped.length });
  const none = altered.length + added.length + dropped.length === 0;
  lines.push('', none ? changeLabel(locale, 'nothing') : counts);
  lines.push(changeLabel(locale, 'findingCounts', { opened: opened.length, closed: closed.length, remaining }));
  if (before.asOf !== after.asOf)
    lines.push(...wrapText(changeLabel(locale, 'asOfDiffer', { before: before.asOf, after: after.asOf }), columns));
  if (faults.length > 0) lines.push(paint('yellow', `▲ ${changeLabel(locale, 'incomplete', { n: faults.length })}`));
  return `${lines.join('\n')}\n`.replace(COMMAND, '$1\u200B');
}

function saysText(saying: Saying, fields: readonly ChangedField[], locale: Locale): string {
  return sayingParts(saying, fields, locale)
    .map((parts) => parts.map(({ text }) => oneLine(text, LENGTH)).join(' · '))
    .filter((text) => text !== '')
    .join(' → ');
}

function findingLines({ kind, severity, topic, sides, status }: ChangedFinding, columns: number, locale: Locale): string[] {
  const head = `${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} ${KIND_WORDING[locale][kind].title} · ${oneLine(topic, LENGTH)}${status === 'new' ? '' : ` (${STATUS_WORDING[locale][status]})`}`;
  const rows = sides.slice(0, 3).map(({ says, places, source }, index) => {
    const place = places[0] === undefined ? '' : oneLine(`${places[0].file}:${places[0].startLine}`);
    const own = sides.length === 1 ? '' : `${sideLetter(index)} ${oneLine(says, LENGTH)}`;
    return [own, source === null ? '' : oneLine(citeSource(source, locale)), place].filter((part) => part !== '').join('  ');
  });
  if (sides.length > 3) rows.push(label(locale, 'moreSides', { n: sides.length - 3 }));
  return [...wrapText(head, columns), ...rows.flatMap((text) => wrapText(text, columns - INDENT.length).map((line) => INDENT + line))];
}
