// One finding as Markdown, for an issue or a chat.
import type { Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { escapeMarkdown } from '../report/markdown-text.ts';
import { excerpt } from '../report/plain.ts';
import { sideLetter } from '../report/side.ts';
import { citeSource } from '../report/source.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from '../report/wording.ts';
import type { Entry } from './entry.ts';

export function markdownOf({ finding, sides }: Entry, locale: Locale, link: string): string {
  const { kind, severity, topic, reasons } = finding;
  const colon = label(locale, 'colon');
  const lines = [
    `**${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]} · ${KIND_WORDING[locale][kind].title}${colon}${escapeMarkdown(topic)}**`,
    '',
  ];
  for (const [at, { side, citations }] of sides.entries()) {
    if (sides.length > 1) lines.push(`${label(locale, 'side', { letter: sideLetter(at) })}${colon}${escapeMarkdown(side.says)}`, '');
    if (side.source !== null) lines.push(`- ${label(locale, 'source')}${colon}${escapeMarkdown(citeSource(side.source, locale))}`);
    for (const { claim } of citations) {
      const { file, startLine, quote } = claim.evidence;
      lines.push(`- ${escapeMarkdown(excerpt(quote))} (${escapeMarkdown(`${file}:${startLine}`)})`);
    }
    lines.push('');
  }
  lines.push(...reasons.map(({ code, args }) => `- ${escapeMarkdown(word(locale, code, args))}`), '', `<${link}>`, '');
  return lines.join('\n');
}
