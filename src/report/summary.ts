// A short Markdown report for the summary page of a build: counts, and the first findings with one place per side.
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { relativeLinks } from './links.ts';
import type { Links } from './links.ts';
import { indexResult, tallyFindings } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { headBlocks } from './markdown-parts.ts';
import { escapeMarkdown, evidenceLink } from './markdown-text.ts';
import { reporter } from './reporter.ts';
import { sideLetter } from './side.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Findings that are told; more than this is no summary. */
const FINDINGS = 100;
/** Build services refuse a page of more than 1024 KiB; the note on what was cut needs a little room. */
const BYTES = 1000 * 1024 - 200;
/** Characters of a topic, a message or what a side says. */
const LENGTH = 300;

export const summary = reporter((result, { locale, links = relativeLinks() }) => {
  const lookup = indexResult(result);
  const head = headBlocks(result, tallyFindings(result.findings), locale).join('\n\n');
  const items: string[] = [];
  let size = Buffer.byteLength(head);
  for (const finding of result.findings.slice(0, FINDINGS)) {
    const item = findingItem(finding, lookup, locale, links);
    size += Buffer.byteLength(item) + 1;
    if (size > BYTES) break;
    items.push(item);
  }
  const blocks = [head];
  if (items.length > 0) blocks.push(`## ${label(locale, 'findings')}`, items.join('\n'));
  const more = result.findings.length - items.length;
  if (more > 0) blocks.push(label(locale, 'more', { n: more }));
  return [`${blocks.join('\n\n')}\n`];
});

function findingItem({ kind, severity, topic, message, sides }: Finding, lookup: Lookup, locale: Locale, links: Links): string {
  const short = (text: string): string => escapeMarkdown(text, LENGTH);
  const colon = label(locale, 'colon');
  const head = `${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${KIND_WORDING[locale][kind].title}`;
  const lines = [`- **${head}${colon}${short(topic)}** — ${short(message)}`];
  for (const [index, side] of sides.entries()) {
    const evidence = lookup.citations(side)[0]?.claim.evidence;
    const place = evidence === undefined ? '' : ` · ${evidenceLink(links, evidence)}`;
    const letter = sides.length === 1 ? '' : `${label(locale, 'side', { letter: sideLetter(index) })}${colon}`;
    lines.push(`  - ${letter}${short(side.says)} · ${label(locale, 'claimCount', { n: side.count })}${place}`);
  }
  return lines.join('\n');
}
