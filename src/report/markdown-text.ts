// Text of strangers inside Markdown: it must come out as the characters that it is, on GitHub and elsewhere.
import type { Evidence } from '../model/span.ts';
import type { Links } from './links.ts';
import { oneLine } from './plain.ts';

/** Keeps a reader's browser from making a link, and a forge from notifying somebody; has no width. */
const BREAK = '&#8203;';

/** Any text as one line of Markdown that renders as that text and nothing else, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~#$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@(?=\S)/g, `@${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\bwww(?=\.)/gi, `$&${BREAK}`)
    .replace(/^[+\-=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** The same, cut after `most` characters. Of its own, so that a list can be mapped by the other. */
export function shortMarkdown(text: string, most: number): string {
  return escapeMarkdown(oneLine(text, most));
}

/** `[file:line](target)`, or the place alone where no link leads to it. */
export function placeLink(links: Links, file: string, startLine: number, endLine = startLine, name = file): string {
  const place = escapeMarkdown(`${name}:${startLine}`);
  const target = links(file, startLine, endLine);
  return target === null ? place : `[${place}](${target.replaceAll('&', '&amp;')})`;
}

/** @param name of the file, where the whole path would be too long */
export function evidenceLink(links: Links, { file, startLine, endLine, endColumn }: Evidence, name = file): string {
  // The end is exclusive: a quote that ends before the first column does not reach into that line.
  return placeLink(links, file, startLine, Math.max(startLine, endColumn === 1 ? endLine - 1 : endLine), name);
}

/** A table; cells are Markdown already. @param numbers whether a column, from 0, is of numbers */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: (column: number) => boolean = (column) => column > 0,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (numbers(column) ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
