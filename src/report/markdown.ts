// For reviewers and pull requests: every finding with its sides, their quotes and places, and why.
import type { Fault } from '../model/fault.ts';
import type { Finding, Side } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { indexResult, tallyFindings, unlisted } from './lookup.ts';
import type { Citation, Lookup } from './lookup.ts';
import { headBlocks } from './markdown-parts.ts';
import { escapeMarkdown, placeLink } from './markdown-text.ts';
import { excerpt } from './plain.ts';
import { reporter } from './reporter.ts';
import { citeSource, coverageOf } from './source.ts';
import { sideLetter } from './side.ts';
import { unreadBlocks } from './unread.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING, STATUS_WORDING } from './wording.ts';

export const markdown = reporter('md', function* (result, { locale }) {
  const lookup = indexResult(result);
  const blocks = headBlocks(result, tallyFindings(result.findings), locale);
  if (result.findings.length > 0) blocks.push(`## ${label(locale, 'findings')}`);
  for (const finding of result.findings) {
    yield `${blocks.splice(0).join('\n\n')}\n\n`;
    pushFinding(blocks, finding, lookup, locale);
  }
  if (result.faults.length > 0) blocks.push(`## ${label(locale, 'faults')}`, result.faults.map(faultItem).join('\n'));
  if (result.unread !== null) blocks.push(...unreadBlocks(result.unread, locale));
  blocks.push(...coverageBlocks(result, locale));
  yield `${blocks.join('\n\n')}\n`;
});

function pushFinding(blocks: string[], finding: Finding, lookup: Lookup, locale: Locale): void {
  const { kind, severity, topic, message, reasons, standing, sides, cause, status } = finding;
  const { title, advice } = KIND_WORDING[locale][kind];
  const colon = label(locale, 'colon');
  const notes = [cause === 'clock' ? label(locale, 'clock') : '', status === 'new' ? '' : STATUS_WORDING[locale][status]];
  const noted = notes.filter((note) => note !== '').join(' · ');
  blocks.push(
    `### ${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${title}${colon}${escapeMarkdown(topic)}`,
    `${escapeMarkdown(message)}${noted === '' ? '' : ` *${noted}*`}`,
  );
  for (const [index, side] of sides.entries()) pushSide(blocks, side, sides.length === 1 ? null : sideLetter(index), lookup, locale);
  const why = reasons.map(({ code, args }) => `- ${escapeMarkdown(word(locale, code, args))}`);
  if (why.length > 0) blocks.push(`**${label(locale, 'why')}**`, why.join('\n'));
  if (standing !== null) {
    const because = standing.reasons.map(({ code, args }) => escapeMarkdown(word(locale, code, args))).join(label(locale, 'comma'));
    blocks.push(`**${label(locale, 'standing', { letter: sideLetter(standing.side) })}**${colon}${because}`);
  }
  blocks.push(`**${label(locale, 'advice')}**${colon}${advice}`);
}

/** A notice has one side, which needs no letter and says what the heading says. */
function pushSide(blocks: string[], side: Side, letter: string | null, lookup: Lookup, locale: Locale): void {
  const count = label(locale, 'claimCount', { n: side.count });
  if (letter !== null)
    blocks.push(`**${label(locale, 'side', { letter })}**${label(locale, 'colon')}${escapeMarkdown(side.says)} · ${count}`);
  const citations = lookup.citations(side);
  if (side.source !== null)
    blocks.push(`${label(locale, 'source')}${label(locale, 'colon')}${escapeMarkdown(citeSource(side.source, locale))}`);
  for (const citation of citations) blocks.push(quote(citation, locale));
  const more = unlisted(side, citations.length);
  if (more > 0) blocks.push(label(locale, 'moreClaims', { n: more }));
}

function quote({ claim, article }: Citation, locale: Locale): string {
  const { file, startLine, quote: text } = claim.evidence;
  const notes = article === null ? [] : [article.title, article.region ?? '', publishedNote(article.published, locale)];
  const from = [placeLink(file, startLine), ...notes.filter((note) => note !== '').map(escapeMarkdown)].join(' · ');
  return `> ${escapeMarkdown(excerpt(text))}\n>\n> — ${from}`;
}

function publishedNote(date: string | null, locale: Locale): string {
  return date === null ? '' : label(locale, 'published', { date });
}

function faultItem({ code, file, line, message }: Fault): string {
  const place = line === null ? escapeMarkdown(file) : placeLink(file, line);
  return `- ${place} · ${escapeMarkdown(message)} (${code})`;
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
