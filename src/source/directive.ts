// Comments for claimlint in articles, and the block that each is about. A file that has none costs one search for a word.
import type { Article, Block, SourceFile } from '../model/article.ts';
import type { Directive, Place } from '../model/directive.ts';
import { findLineStarts, lineOf, toFile } from '../model/locate.ts';
import type { Span } from '../model/span.ts';
import type { Comment } from './comment.ts';
import type { Format } from './format.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';

export const MARK = 'claimlint-disable';
const NEXT = 'claimlint-disable-next-line';
/** More than anybody writes: the rest of them ask in vain. */
const MOST = 200;

/** One line per format; plain text has no comments, those of Word are of people. */
const COMMENTS: Readonly<Record<Format, ((file: SourceFile, layouts: Layouts) => Promise<Comment[]>) | null>> = {
  text: null,
  docx: null,
  markdown: async (...args) => (await import('./markdown.ts')).commentsInMarkdown(...args),
  html: async ({ text }) => (await import('./html.ts')).commentsInHtml(text),
  typescript: async (file) => (await import('./ts-comment.ts')).commentsInTypeScript(file, MARK),
};

/** In the order in which they stand. */
export async function directivesIn(file: SourceFile, format: Format, articles: readonly Article[], layouts: Layouts): Promise<Directive[]> {
  const commentsIn = COMMENTS[format];
  if (commentsIn === null || !file.text.includes(MARK)) return [];
  const comments = asking(await commentsIn(file, layouts));
  return comments.length === 0 ? [] : placed(file, linesOf(file.text, comments), comments, blocksOf(articles));
}

/** Of an export: a comment in the text of an article is about that text, whatever stands next in the file. */
export function directivesInRecords(file: SourceFile, commentsOf: ReadonlyMap<Article, readonly Comment[]>): Directive[] {
  const all = asking([...commentsOf.values()].flat());
  if (all.length === 0) return [];
  const lines = linesOf(file.text, all);
  return [...commentsOf].flatMap(([article, own]) => {
    const blocks = blocksOf([article]).filter(({ block }) => block.kind !== 'title' && block.kind !== 'context');
    return placed(
      file,
      lines,
      own.filter((comment) => all.includes(comment)),
      blocks,
    );
  });
}

const asking = (comments: readonly Comment[]): Comment[] => comments.filter(({ text }) => text.startsWith(MARK)).slice(0, MOST);

function blocksOf(articles: readonly Article[]): Placed[] {
  return articles
    .flatMap((article) => article.blocks.map((block) => ({ block, article, span: toFile(article.remap, block) })))
    .filter(({ block, span }) => block.kind !== 'note' && span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start);
}

function placed({ path }: SourceFile, lines: Lines, comments: readonly Comment[], blocks: readonly Placed[]): Directive[] {
  return comments.map((comment) => ({
    file: path,
    line: lines.at(comment.start).line,
    text: comment.text,
    place: placeIn(lines, comment.text.startsWith(NEXT) ? nextTo(comment, blocks, lines) : beside(comment, blocks, lines)),
  }));
}

/** Tells whoever writes such a comment where none is heeded: there it is a text as any other. */
export function tellUnheeded(articles: readonly Article[], report: Report): void {
  for (const article of articles) {
    const at = article.text.indexOf(MARK);
    if (at >= 0) report('not-analysed', lineOf(article, at), 'no-comments');
  }
}

interface Placed {
  readonly block: Block;
  readonly article: Article;
  readonly span: Span;
}

/** The block that begins on the next line that is not blank (or before it, where all stands on one line), with the other cells of its row. */
function nextTo(comment: Comment, blocks: readonly Placed[], lines: Lines): Span | null {
  const first = blocks.find(({ span }) => span.start >= comment.end);
  if (first === undefined || lines.at(first.span.start).line > lines.nextFilled(lines.at(comment.end - 1).line)) return null;
  const { table } = first.block;
  const row = blocks.filter(
    ({ block, article }) =>
      block === first.block ||
      (table !== null && article === first.article && block.table?.table === table.table && block.table.row === table.row),
  );
  return { start: first.span.start, end: Math.max(...row.map(({ span }) => span.end)) };
}

/** What stands on the comment's line of the block around or before it. */
function beside(comment: Comment, blocks: readonly Placed[], lines: Lines): Span | null {
  const { line } = lines.at(comment.start);
  const [from, to] = [lines.startOf(line), lines.startOf(line + 1)];
  const own =
    blocks.filter(({ span }) => span.start < comment.start && span.end > from).at(-1) ??
    blocks.find(({ span }) => span.start >= comment.end && span.start < to);
  if (own === undefined) return null;
  const { table } = own.block;
  // A comment in a row is about the row, as one above it is.
  const row =
    table === null
      ? [own]
      : blocks.filter(
          ({ block, article }) => article === own.article && block.table?.table === table.table && block.table.row === table.row,
        );
  const span = { start: Math.max(from, row[0]!.span.start), end: Math.min(to, row.at(-1)!.span.end) };
  return span.end > span.start ? span : null;
}

interface Lines {
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
  readonly startOf: (line: number) => number;
  /** The first line after `line` that holds more than comments, blanks and the signs around them (`>` of a quotation, `{}` of JSX). */
  readonly nextFilled: (line: number) => number;
}

function linesOf(text: string, comments: readonly Comment[]): Lines {
  const starts = findLineStarts(text);
  const startOf = (line: number): number => (line <= starts.length ? starts[line - 1]! : text.length);
  const next = new Int32Array(starts.length + 1).fill(starts.length + 1);
  let comment = comments.length - 1;
  for (let line = starts.length; line > 1; line--) {
    let [from, to] = [startOf(line), startOf(line + 1)];
    let rest = '';
    while (comment >= 0 && comments[comment]!.end > from) {
      const { start, end } = comments[comment]!;
      if (end < to) rest += text.slice(end, to);
      to = Math.min(to, Math.max(from, start));
      if (start < from) break;
      comment--;
    }
    rest += text.slice(from, to);
    next[line - 1] = rest.replace(/[>{}]/g, '').trim() === '' ? next[line]! : line;
  }
  return {
    startOf,
    at: (offset) => {
      let low = 0;
      for (let high = starts.length - 1; low < high;) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - starts[low]! + 1 };
    },
    nextFilled: (line) => next[line] ?? starts.length + 1,
  };
}

function placeIn(lines: Lines, span: Span | null): Place | null {
  if (span === null) return null;
  const [start, end] = [lines.at(span.start), lines.at(span.end)];
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
