// A short Markdown report for the summary page of a build: counts, and the first findings with one place per side.
import type { Fault } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { relativeLinks } from './links.ts';
import type { Links } from './links.ts';
import { indexResult, newOf } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { faultItem, headBlocks } from './markdown-parts.ts';
import { evidenceLink, shortMarkdown } from './markdown-text.ts';
import { reporter } from './reporter.ts';
import { sideLetter } from './side.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Findings that are told; more than this is no summary. */
const FINDINGS = 100;
/** Files that could not be read, of which the same holds. */
const FAULTS = 10;
/** Build services refuse a page of more than 1024 KiB; the note on what was cut needs a little room. */
const BYTES = 1000 * 1024 - 200;
/** Characters of a topic, a message or what a side says. */
const LENGTH = 300;

export const summary = reporter((result, { locale, links = relativeLinks() }) => {
  const lookup = indexResult(result);
  const blocks = headBlocks(result, locale);
  const findings = newOf(result.findings);
  if (result.faults.length > 0) blocks.push(faultList(result.faults, locale, links));
  const head = blocks.join('\n\n');
  const items: string[] = [];
  let size = Buffer.byteLength(head);
  for (const finding of findings.slice(0, FINDINGS)) {
    const item = findingItem(finding, lookup, locale, links);
    size += Buffer.byteLength(item) + 1;
    if (size > BYTES) break;
    items.push(item);
  }
  const parts = [head];
  if (items.length > 0) parts.push(`## ${label(locale, 'findings')}`, items.join('\n'));
  const more = findings.length - items.length;
  if (more > 0) parts.push(label(locale, 'more', { n: more }));
  return [`${parts.join('\n\n')}\n`];
});

function faultList(faults: readonly Fault[], locale: Locale, links: Links): string {
  const items = faults.slice(0, FAULTS).map((fault) => faultItem(fault, links));
  if (faults.length > FAULTS) items.push(`- ${label(locale, 'more', { n: faults.length - FAULTS })}`);
  return items.join('\n');
}

function findingItem({ kind, severity, topic, message, sides }: Finding, lookup: Lookup, locale: Locale, links: Links): string {
  const short = (text: string): string => shortMarkdown(text, LENGTH);
  const colon = label(locale, 'colon');
  const head = `${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${KIND_WORDING[locale][kind].title}`;
  const rows = sides.map((side) => {
    const evidence = lookup.citations(side)[0]?.claim.evidence;
    const count = side.count > 1 ? label(locale, 'claimCount', { n: side.count }) : '';
    return { says: short(side.says), tail: [evidence === undefined ? '' : evidenceLink(links, evidence), count] };
  });
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  // The message of a dispute is what its sides say, unless the register settles it; a notice says what its topic says.
  const settled = sides.some(({ source }) => source !== null);
  const told = sides.length === 1 || settled ? ` — ${short(message)}` : '';
  if (rows.length === 1) return `- ${join([`**${head}${colon}${short(topic)}**${told}`, ...rows[0]!.tail])}`;
  const lines = rows.map(
    ({ says, tail }, index) => `  - ${join([`${label(locale, 'side', { letter: sideLetter(index) })}${colon}${says}`, ...tail])}`,
  );
  return [`- **${head}${colon}${short(topic)}**${told}`, ...lines].join('\n');
}
