// For reviewers and pull requests: every finding with its sides, their quotes and places, and why.
import type { Finding, Side } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { indexResult, newOf, unlisted } from './lookup.ts';
import type { Citation, Lookup } from './lookup.ts';
import { relativeLinks } from './links.ts';
import type { Links } from './links.ts';
import { faultItem, headBlocks, noteItem } from './markdown-parts.ts';
import { escapeMarkdown, evidenceLink, markdownTable, shortMarkdown } from './markdown-text.ts';
import { excerpt } from './plain.ts';
import { reporter } from './reporter.ts';
import { adviceOf, citeSource, coverageOf } from './source.ts';
import { sideLetter } from './side.ts';
import { decisionLabel, statusText } from './waiver.ts';
import { unreadBlocks } from './unread.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Sides that a row of the table tells, and characters of what each says. */
const SIDES_OF_A_ROW = 3;
const LENGTH_IN_A_ROW = 80;
const LENGTH_OF_A_REASON = 200;

interface View {
  readonly lookup: Lookup;
  readonly locale: Locale;
  readonly links: Links;
}

export const markdown = reporter(function* (result, { locale, links = relativeLinks() }) {
  const view = { lookup: indexResult(result), locale, links };
  const blocks = headBlocks(result, locale);
  const told = newOf(result.findings);
  if (told.length > 0) blocks.push(`## ${label(locale, 'findings')}`, findingsTable(told, view));
  for (const [index, finding] of told.entries()) {
    yield `${blocks.splice(0).join('\n\n')}\n\n`;
    pushFinding(blocks, finding, index + 1, view);
  }
  const excused = result.findings.filter(({ status }) => status !== 'new');
  if (excused.length > 0) blocks.push(`## ${decisionLabel(locale, 'excused')}`, excusedTable(excused, view));
  if (result.notes.length > 0)
    blocks.push(`## ${decisionLabel(locale, 'notes')}`, result.notes.map((note) => noteItem(note, links)).join('\n'));
  if (result.faults.length > 0)
    blocks.push(`## ${label(locale, 'faults')}`, result.faults.map((fault) => faultItem(fault, links)).join('\n'));
  if (result.unread !== null) blocks.push(...unreadBlocks(result.unread, locale, links));
  blocks.push(...coverageBlocks(result, locale));
  yield `${blocks.join('\n\n')}\n`;
});

/** Findings at a glance; the number leads to the finding. */
function findingsTable(findings: readonly Finding[], view: View): string {
  const { locale } = view;
  const rows = findings.map((finding, index) => [`[${index + 1}](#finding-${index + 1})`, ...cells(finding, view)]);
  return markdownTable(['', label(locale, 'kind'), label(locale, 'topic'), label(locale, 'sides')], rows, (column) => column === 0);
}

/** What is known or waived, with who decided it and why. */
function excusedTable(findings: readonly Finding[], view: View): string {
  const { locale } = view;
  const rows = findings.map((finding) => [...cells(finding, view), shortMarkdown(statusText(finding, locale), LENGTH_OF_A_REASON)]);
  return markdownTable([label(locale, 'kind'), label(locale, 'topic'), label(locale, 'sides'), label(locale, 'status')], rows, () => false);
}

function cells({ severity, kind, topic, sides }: Finding, view: View): string[] {
  const { locale } = view;
  const lines = sides.slice(0, SIDES_OF_A_ROW).map((side) => sideLine(side, sides.length === 1, view));
  if (sides.length > SIDES_OF_A_ROW) lines.push(label(locale, 'moreSides', { n: sides.length - SIDES_OF_A_ROW }));
  const head = `${SEVERITY_ICONS[severity]}&nbsp;${KIND_WORDING[locale][kind].title}`;
  return [head, shortMarkdown(topic, LENGTH_IN_A_ROW), lines.join('<br>')];
}

/** What a side says and its first place, with the file's own name: the link knows its folder. A notice says what its topic says. */
function sideLine(side: Side, alone: boolean, { lookup, links }: View): string {
  const evidence = lookup.citations(side)[0]?.claim.evidence;
  const says = alone && evidence !== undefined ? '' : shortMarkdown(side.says, LENGTH_IN_A_ROW);
  const place = evidence === undefined ? '' : evidenceLink(links, evidence, evidence.file.split('/').at(-1));
  return [says, place].filter((part) => part !== '').join(' · ');
}

function pushFinding(blocks: string[], finding: Finding, number: number, { lookup, locale, links }: View): void {
  const { kind, severity, topic, message, reasons, standing, sides, cause } = finding;
  const { title } = KIND_WORDING[locale][kind];
  const colon = label(locale, 'colon');
  const noted = cause === 'clock' ? label(locale, 'clock') : '';
  blocks.push(
    `<a id="finding-${number}"></a>`,
    `### ${number}. ${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${title}${colon}${escapeMarkdown(topic)}`,
    `${escapeMarkdown(message)}${noted === '' ? '' : ` *${noted}*`}`,
  );
  for (const [index, side] of sides.entries())
    pushSide(blocks, side, sides.length === 1 ? null : sideLetter(index), { lookup, locale, links });
  const why = reasons.map(({ code, args }) => `- ${escapeMarkdown(word(locale, code, args))}`);
  if (why.length > 0) blocks.push(`**${label(locale, 'why')}**`, why.join('\n'));
  if (standing !== null) {
    const because = standing.reasons.map(({ code, args }) => escapeMarkdown(word(locale, code, args))).join(label(locale, 'semicolon'));
    blocks.push(`**${label(locale, 'standing', { letter: sideLetter(standing.side) })}**${colon}${because}`);
  }
  blocks.push(`**${label(locale, 'advice')}**${colon}${adviceOf(finding, locale)}`);
}

/** A notice has one side, which needs no letter and says what the heading says. */
function pushSide(blocks: string[], side: Side, letter: string | null, { lookup, locale, links }: View): void {
  const count = side.count === 0 ? '' : ` · ${label(locale, 'claimCount', { n: side.count })}`;
  if (letter !== null) blocks.push(`**${label(locale, 'side', { letter })}**${label(locale, 'colon')}${escapeMarkdown(side.says)}${count}`);
  const citations = lookup.citations(side);
  if (side.source !== null)
    blocks.push(`${label(locale, 'source')}${label(locale, 'colon')}${escapeMarkdown(citeSource(side.source, locale))}`);
  const stated = lookup.reference(side);
  if (stated !== null) blocks.push(`> ${escapeMarkdown(excerpt(stated.evidence.quote))}`);
  for (const citation of citations) blocks.push(quote(citation, locale, links));
  const more = unlisted(side, citations.length);
  if (more > 0) blocks.push(label(locale, 'moreClaims', { n: more }));
}

function quote({ claim, article }: Citation, locale: Locale, links: Links): string {
  const notes = article === null ? [] : [article.title, article.region ?? '', publishedNote(article.published, locale)];
  const from = [evidenceLink(links, claim.evidence), ...notes.filter((note) => note !== '').map(escapeMarkdown)].join(' · ');
  return `> ${escapeMarkdown(excerpt(claim.evidence.quote))}\n>\n> — ${from}`;
}

function publishedNote(date: string | null, locale: Locale): string {
  return date === null ? '' : label(locale, 'published', { date });
}

function coverageBlocks({ corpus, packs, tool, register }: AuditResult, locale: Locale): string[] {
  const colon = label(locale, 'colon');
  const items = (['files', 'articles', 'sentences', 'claims', 'unread'] as const).map(
    (name) => `- ${label(locale, name)}${colon}${corpus[name]}`,
  );
  if (register !== null) items.push(`- ${label(locale, 'register')}${colon}${coverageOf(register, locale)}`);
  const versions = packs.map(({ name, version }) => escapeMarkdown(`${name} ${version}`)).join(label(locale, 'comma'));
  if (versions !== '') items.push(`- ${label(locale, 'packs')}${colon}${versions}`);
  items.push(`- ${label(locale, 'tool')}${colon}${escapeMarkdown(`${tool.name} ${tool.version}`)}`);
  return [`## ${label(locale, 'coverage')}`, items.join('\n'), ...(corpus.unread > 0 ? [label(locale, 'coverageNote')] : [])];
}
