// What the full report and the summary have in common: verdict, counts, and how much was read.
import { SEVERITIES } from '../model/finding.ts';
import type { Fault } from '../model/fault.ts';
import type { Note } from '../model/note.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { newOf, tallyFindings } from './lookup.ts';
import type { Tally } from './lookup.ts';
import type { Links } from './links.ts';
import { escapeMarkdown, markdownTable, placeLink } from './markdown-text.ts';
import { scopeText } from './scope.ts';
import { verdictText } from './verdict.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Blocks of Markdown, to be joined by empty lines. */
export function headBlocks(result: AuditResult, locale: Locale): string[] {
  const tally = tallyFindings(newOf(result.findings));
  const { corpus, asOf, faults } = result;
  const name = (text: Parameters<typeof label>[1]): string => label(locale, text);
  const colon = name('colon');
  const facts = [
    `${name('asOf')}${colon}${escapeMarkdown(asOf)}`,
    `${name('files')}${colon}${corpus.files}`,
    `${name('articles')}${colon}${corpus.articles}`,
    `${name('claims')}${colon}${corpus.claims}`,
  ];
  const blocks = [`# ${name('title')}`, `**${verdictText(result.findings, locale)}**`, facts.join(' · ')];
  if (result.scope !== null) blocks.push(escapeMarkdown(scopeText(result.scope, locale)));
  if (faults.length > 0) blocks.push(`**${label(locale, 'incomplete', { n: faults.length })}**`);
  if (tally.total > 0) blocks.push(countsTable(tally, locale));
  return blocks;
}

function countsTable({ rows, bySeverity, total }: Tally, locale: Locale): string {
  const words = SEVERITY_WORDING[locale];
  return markdownTable(
    [label(locale, 'kind'), ...SEVERITIES.map((severity) => `${SEVERITY_ICONS[severity]} ${words[severity]}`), label(locale, 'total')],
    [
      ...rows.map((row) => [
        KIND_WORDING[locale][row.kind].title,
        ...SEVERITIES.map((severity) => String(row.counts[severity])),
        String(row.total),
      ]),
      [`**${label(locale, 'total')}**`, ...SEVERITIES.map((severity) => `**${bySeverity[severity]}**`), `**${total}**`],
    ],
  );
}

/** An item of the list of what could not be read. */
export function faultItem({ code, file, line, message }: Fault, links: Links): string {
  const place = line === null ? escapeMarkdown(file) : placeLink(links, file, line);
  return `- ${place} · ${escapeMarkdown(message)} (${code})`;
}

/** An item of the list of decisions to look after. */
export const noteItem = ({ code, file, line, message }: Note, links: Links): string =>
  `- ${placeLink(links, file, line)} · ${escapeMarkdown(message)} (${code})`;
