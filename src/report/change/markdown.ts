// A change as a comment of a pull request: what it opens first, then what it says differently; never longer than a host takes.
import type { Alteration, Change, ChangedField, ChangedFinding, Saying } from '../../model/change.ts';
import type { Locale } from '../../model/result.ts';
import type { Evidence } from '../../model/span.ts';
import type { Links } from '../links.ts';
import { relativeLinks } from '../links.ts';
import { escapeMarkdown, evidenceLink, markdownTable, shortMarkdown } from '../markdown-text.ts';
import { sideLetter } from '../side.ts';
import { citeSource } from '../source.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING, STATUS_WORDING } from '../wording.ts';
import { changeLabel, endName, sayingParts } from './wording.ts';
import type { ChangeLabel } from './wording.ts';

/** Characters that GitHub takes of a comment; GitLab and Gitea take more. */
export const MOST_OF_A_COMMENT = 65_536;
/** What is kept free for the notes on what was left out. */
const RESERVE = 1_000;
/** Characters of one text. */
const LENGTH = 200;
const SIDES = 6;

export interface ChangeOptions {
  readonly locale: Locale;
  readonly links?: Links;
}

export function changeMarkdown(change: Change, { locale, links = relativeLinks() }: ChangeOptions): string {
  const numbers = new Map(change.opened.map(({ id }, index) => [id, index + 1]));
  const view = { locale, links, numbers };
  // Who updates a comment finds the former one by this line.
  let text = ['<!-- claimlint diff -->', `## ${changeLabel(locale, 'title')}`, ...headBlocks(change, locale)].join('\n\n');
  const add = (name: ChangeLabel, items: readonly string[], between: string, head = ''): void => {
    if (items.length === 0) return;
    const room = MOST_OF_A_COMMENT - RESERVE - text.length;
    let section = `\n\n### ${changeLabel(locale, name)}\n\n${head}`;
    let shown = 0;
    for (const item of items) {
      const next = `${section}${shown === 0 && head === '' ? '' : between}${item}`;
      if (next.length > room) break;
      section = next;
      shown++;
    }
    if (shown < items.length)
      section = `${shown === 0 ? `\n\n### ${changeLabel(locale, name)}` : section}\n\n${leftOut(items.length - shown, locale)}`;
    text += section;
  };
  const table = (columns: readonly ChangeLabel[]): string =>
    markdownTable(
      columns.map((column) => changeLabel(locale, column)),
      [],
      () => false,
    );
  add(
    'opened',
    change.opened.map((finding, index) => findingItem(finding, `${index + 1}. `, true, view)),
    '\n',
  );
  add(
    'altered',
    change.altered.map((alteration) => alteredRow(alteration, view)),
    '\n',
    table(['topic', 'was', 'is', 'place']),
  );
  for (const name of ['added', 'dropped'] as const) {
    add(
      name,
      change[name].map((saying) => sayingRow(saying, name === 'added', view)),
      '\n',
      table(['topic', 'says', 'place']),
    );
  }
  add(
    'closed',
    change.closed.map((finding) => findingItem(finding, '- ', false, view)),
    '\n',
  );
  return `${text}\n`;
}

const leftOut = (n: number, locale: Locale): string => `*${changeLabel(locale, 'leftOut', { n })}*`;

interface View {
  readonly locale: Locale;
  readonly links: Links;
  /** Of the findings that the change opens, by their ids. */
  readonly numbers: ReadonlyMap<string, number>;
}

function headBlocks(change: Change, locale: Locale): string[] {
  const { before, after, altered, added, dropped, opened, closed, remaining, faults } = change;
  const claims = changeLabel(locale, 'counts', { altered: altered.length, added: added.length, dropped: dropped.length });
  const findings = changeLabel(locale, 'findingCounts', { opened: opened.length, closed: closed.length, remaining });
  const none = altered.length + added.length + dropped.length === 0;
  const days = before.asOf === after.asOf ? changeLabel(locale, 'asOf', { day: after.asOf }) : '';
  const ends = changeLabel(locale, 'range', {
    before: shortMarkdown(endName(before, locale), LENGTH),
    after: shortMarkdown(endName(after, locale), LENGTH),
  });
  return [
    `**${none ? changeLabel(locale, 'nothing') : claims}**<br>**${findings}**`,
    [ends, escapeMarkdown(days)].filter((part) => part !== '').join(' · '),
    ...(days === '' ? [escapeMarkdown(changeLabel(locale, 'asOfDiffer', { before: before.asOf, after: after.asOf }))] : []),
    ...(faults.length === 0 ? [] : [`**${changeLabel(locale, 'incomplete', { n: faults.length })}**`]),
  ];
}

/** @param linked its places are in the files as they are now */
function findingItem(finding: ChangedFinding, mark: string, linked: boolean, view: View): string {
  const { kind, severity, topic, message, sides, status } = finding;
  const { locale } = view;
  const colon = label(locale, 'colon');
  const short = (text: string): string => shortMarkdown(text, LENGTH);
  const head = `${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${KIND_WORDING[locale][kind].title}${colon}${short(topic)}`;
  const indent = ' '.repeat(mark.length);
  const settled = sides.length === 1 || sides.some(({ source }) => source !== null);
  const decided = status === 'new' ? '' : ` *${STATUS_WORDING[locale][status]}*`;
  const lines = [`${mark}**${head}**${settled ? ` — ${short(message)}` : ''}${decided}`];
  for (const [index, { says, count, places, source }] of sides.slice(0, SIDES).entries()) {
    const told = [
      sides.length === 1 ? '' : `${label(locale, 'side', { letter: sideLetter(index) })}${colon}${short(says)}`,
      source === null ? '' : short(citeSource(source, locale)),
      places[0] === undefined ? '' : place(places[0], linked, view),
      count > 1 ? label(locale, 'claimCount', { n: count }) : '',
    ].filter((part) => part !== '');
    lines.push(`${indent}- ${told.join(' · ')}`);
  }
  if (sides.length > SIDES) lines.push(`${indent}- ${label(locale, 'moreSides', { n: sides.length - SIDES })}`);
  return lines.join('\n');
}

function alteredRow({ before, after, fields }: Alteration, view: View): string {
  const { locale } = view;
  const names = fields.map(({ field }) => field);
  const cell = (saying: Saying): string =>
    [...(names.includes('subject') ? [`**${shortMarkdown(subjectOf(saying), LENGTH)}**`] : []), saysText(saying, names, locale)].join(
      '<br>',
    );
  const still = before.elsewhere > 0 ? `<br>*${changeLabel(locale, 'elsewhere.old', { n: before.elsewhere })}*` : '';
  return row([shortMarkdown(after.topic, LENGTH), `${cell(before)}${still}`, cell(after), where(after, true, view)]);
}

function sayingRow(saying: Saying, isNew: boolean, view: View): string {
  const { locale } = view;
  const { elsewhere } = saying;
  const more = elsewhere === 0 ? '' : `<br>*${changeLabel(locale, isNew ? 'elsewhere.added' : 'elsewhere.old', { n: elsewhere })}*`;
  return row([shortMarkdown(saying.topic, LENGTH), `${saysText(saying, [], locale)}${more}`, where(saying, isNew, view)]);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const subjectOf = ({ claim }: Saying): string =>
  [claim.subject.scheme, ...(claim.subject.thing === claim.subject.scheme ? [] : [claim.subject.thing]), ...claim.subject.people]
    .filter((name) => name !== null && name !== '')
    .join(' · ');

/** `scope → outcome`, what differs in bold. */
function saysText(saying: Saying, fields: readonly ChangedField[], locale: Locale): string {
  return sayingParts(saying, fields, locale)
    .map((parts) =>
      parts.map(({ text, changed }) => (changed ? `**${shortMarkdown(text, LENGTH)}**` : shortMarkdown(text, LENGTH))).join(' · '),
    )
    .filter((text) => text !== '')
    .join(' → ');
}

/** The place, and the findings of this change that it takes part in. @param linked it is said now */
function where(saying: Saying, linked: boolean, view: View): string {
  const own = (linked ? saying.findings : []).flatMap((id) => view.numbers.get(id) ?? []).sort((a, b) => a - b);
  const findings = own.length === 0 ? '' : changeLabel(view.locale, 'finding', { n: own.slice(0, 5).join(label(view.locale, 'comma')) });
  return [place(saying.claim.evidence, linked, view), findings].filter((part) => part !== '').join('<br>');
}

/** What is gone cannot be linked to. */
function place(evidence: Evidence, linked: boolean, { links }: View): string {
  return evidenceLink(linked ? links : () => null, evidence);
}
