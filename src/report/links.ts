// From a file and line to where a reader can look at them: beside the report, or on the pages of a code host.

/** The target of a link, or null where the reader cannot get there. It holds no blank and no character that ends a link in Markdown or HTML. */
export type Links = (file: string, startLine: number, endLine: number) => string | null;

/** Links to the files as they lie beside the report; `prefix` leads from its folder to the one that paths are relative to (`../`). */
export function relativeLinks(prefix = ''): Links {
  const lead = encodePath(prefix);
  return (file, startLine) => {
    // A path of two leading slashes would name a host; `encodePath` takes care of the colon of a scheme.
    const path = encodePath(file.toWellFormed().replace(/^\/+/, '/'));
    return `${path.startsWith('/') ? '' : lead}${path}${asSource(file, 'plain=1')}#L${startLine}`;
  };
}

/**
 * Links to the pages of a code host. `target` is the address below which the files are (`https://github.com/o/r/blob/SHA/`; the form of the
 * line is known for GitHub, GitLab, Gitea and Bitbucket and what resembles them), or a template with `{file}`, and `{line}` or `{endLine}`.
 * Null where it is no such address.
 */
export function hostedLinks(target: string): Links | null {
  const template = target.includes('{file}');
  // `{` is escaped in an address, so that the places are marked with what is not.
  const marked = target.replaceAll('{file}', MARKS.file).replaceAll('{line}', MARKS.line).replaceAll('{endLine}', MARKS.endLine);
  const url = URL.parse(marked);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (!template && (url.search !== '' || url.hash !== '')) return null;
  const address = encodeMarks(url.href);
  const host = hostOf(url);
  return (file, startLine, endLine) => {
    const path = file.toWellFormed();
    // What lies outside of the folder may be anything on the host.
    if (path.startsWith('/') || path.split('/').includes('..')) return null;
    if (!template)
      return `${address.replace(/\/*$/, '/')}${encodePath(path)}${asSource(file, host.source)}#${host.lines(startLine, endLine)}`;
    return address
      .replaceAll(MARKS.file, encodePath(path))
      .replaceAll(MARKS.line, String(startLine))
      .replaceAll(MARKS.endLine, String(endLine));
  };
}

const MARKS = { file: 'claimlint-place-file', line: 'claimlint-place-line', endLine: 'claimlint-place-end' } as const;

interface Host {
  /** What makes the host show the source of a file that it would otherwise render, without lines. */
  readonly source: string;
  lines(start: number, end: number): string;
}

const range =
  (first: string, between: string): Host['lines'] =>
  (start, end) =>
    `${first}${start}${end > start ? `${between}${end}` : ''}`;

function hostOf({ hostname, pathname }: URL): Host {
  if (pathname.includes('/-/')) return { source: 'plain=1', lines: range('L', '-') };
  if (hostname === 'bitbucket.org') return { source: '', lines: range('lines-', ':') };
  if (/\/src\/(?:branch|commit|tag)\//.test(pathname)) return { source: 'display=source', lines: range('L', '-L') };
  return { source: 'plain=1', lines: range('L', '-L') };
}

function asSource(file: string, query: string): string {
  return query !== '' && /\.(?:md|markdown)$/i.test(file) ? `?${query}` : '';
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeMarks(encodeURIComponent(segment.toWellFormed())))
    .join('/');
}

/** What an address may hold and a link in Markdown or an attribute would end at. */
function encodeMarks(text: string): string {
  return text.replace(/[()!'*|\\<>"`\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
