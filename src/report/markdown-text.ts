// Text of strangers inside Markdown: it must come out as the characters that it is, on GitHub and elsewhere.
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

/** `[file:line](file#L12)`. The target stays a path inside the repository, whatever the file is called. */
export function placeLink(file: string, line: number): string {
  // A path of two leading slashes would name a host, one with a colon a scheme.
  const path = file.toWellFormed().replace(/^\/+/, '/');
  const target = path.split('/').map(encodeSegment).join('/');
  return `[${escapeMarkdown(`${file}:${line}`)}](${target}#L${line})`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[()!'*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A table; cells are Markdown already. The first column is left-aligned, the others are numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
