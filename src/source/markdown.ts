// Markdown → blocks. Also reads the bodies of content modules, which are Markdown in a string.
import type { List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Article, BlockKind, SourceFile } from '../model/article.ts';
import { lineIn, toFile } from '../model/locate.ts';
import { markupComments } from './comment.ts';
import type { Comment } from './comment.ts';
import { labelledDate } from './date.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Layouts } from './layout.ts';
import { addLines, splitLines } from './lines.ts';
import { markAt, readsAsHeading } from './marker.ts';
import { reporter } from './messages.ts';
import type { Report } from './messages.ts';
import { readPhrasing } from './phrasing.ts';
import { collapse, project, textOf } from './strand.ts';
import type { Piece, Strand } from './strand.ts';
import { isTame } from './tame.ts';

const HAN = /\p{Script=Han}/u;
const LONGEST_TITLE = 40;

/** The article of a Markdown file; without a title in it, the file's name is the title. */
export function readMarkdown(file: SourceFile, layouts: Layouts, report: Report): Article {
  const front = readFrontMatter(file.text, layouts, report);
  const body: Strand = { text: file.text.slice(front.end), remap: Int32Array.of(0, front.end, 0) };
  const reader = startReader(startDraft(file), body, layouts, report, file);
  const nodes = [...parse(reader)];
  let title = front.title;
  const own = title === null ? takeTitle(nodes, body.text) : null;
  if (own !== null) title = project(body, collapse(own));
  if (title !== null) reader.draft.add('title', 0, title);
  for (const context of front.context) reader.draft.add('context', 0, context);
  addNodes(reader, nodes, 0);
  return reader.draft.finish({
    id: file.path,
    title: title === null ? baseName(file.path) : textOf(title).trim(),
    published: front.published ?? reader.published,
    teaser: false,
  });
}

/** Adds the blocks of Markdown that stands in a string. */
export function addMarkdown(draft: Draft, strand: Strand, layouts: Layouts, report: Report, file: SourceFile): void {
  const reader = startReader(draft, strand, layouts, report, file);
  addNodes(reader, parse(reader), 0);
}

/** The comments of a Markdown file, as HTML has them; what stands in code is none. */
export function commentsInMarkdown({ path, text }: SourceFile, layouts: Layouts): Comment[] {
  const { end } = readFrontMatter(text, layouts, reporter(path, 'zh', []));
  const body = text.slice(end);
  if (!isTame(body)) return [];
  const found: Comment[] = [];
  const open: Nodes[] = [parseMarkdown(body)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (const child of node.children) open.push(child);
    if (node.type !== 'html' || node.position === undefined) continue;
    const [from, to] = [node.position.start.offset!, node.position.end.offset!];
    found.push(...markupComments(body.slice(from, to), end + from));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** File name without folders and extension. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,10}$/, '');
}

interface Reader {
  readonly draft: Draft;
  readonly strand: Strand;
  readonly layouts: Layouts;
  readonly report: Report;
  readonly file: SourceFile;
  published: string | null;
}

function startReader(draft: Draft, strand: Strand, layouts: Layouts, report: Report, file: SourceFile): Reader {
  return { draft, strand, layouts, report, file, published: null };
}

function parse({ strand, draft, layouts, report }: Reader): readonly RootContent[] {
  if (!isTame(strand.text)) {
    // The parser would take quadratic time; a plain reader loses the markup and nothing else.
    report('not-analysed', null, 'deep');
    addLines(draft, strand, splitLines(strand.text), layouts.lines, () => false);
    return [];
  }
  return parseMarkdown(strand.text).children;
}

const TABLES = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
/** Below its heads every table has a line with one of these; without them, to look for tables at each line costs a quarter of the parsing. */
const TABLE_SIGN = /\||:-|-:/;

/** The tree of Markdown with tables as GitHub has them. */
export function parseMarkdown(text: string): Root {
  return TABLE_SIGN.test(text) ? fromMarkdown(text, TABLES) : fromMarkdown(text);
}

/** Takes the title out of the nodes: the first heading of level 1, else a short first block. */
function takeTitle(nodes: RootContent[], markdown: string): Piece[] | null {
  let at = nodes.findIndex((node) => node.type === 'heading' && node.depth === 1);
  if (at < 0) at = nodes.findIndex((node) => node.type !== 'html' && node.type !== 'definition');
  const node = nodes[at];
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return null;
  const lines = readPhrasing(node, markdown);
  const pieces = lines[0];
  if (pieces === undefined || (node.type === 'paragraph' && (lines.length > 1 || !readsAsHeading(textOf(pieces), LONGEST_TITLE))))
    return null;
  nodes.splice(at, 1);
  return pieces;
}

/** `level`: nesting of the list that the nodes stand in. */
function addNodes(reader: Reader, nodes: readonly Nodes[], level: number): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'heading':
        addText(reader, 'heading', node.depth, node);
        break;
      case 'paragraph':
        addText(reader, 'paragraph', level, node);
        break;
      case 'list':
        addList(reader, node, level + 1);
        break;
      case 'table':
        addTable(reader, node);
        break;
      case 'html':
        reportHtml(reader, node.value, node.position?.start.offset ?? 0);
        break;
      case 'blockquote':
      case 'footnoteDefinition':
        addNodes(reader, node.children, level);
        break;
    }
  }
}

function addList(reader: Reader, list: List, level: number): void {
  for (const item of list.children) addItem(reader, item, level);
}

function addItem(reader: Reader, item: ListItem, level: number): void {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return addNodes(reader, item.children, level);
  addText(reader, 'item', level, first);
  addNodes(reader, rest, level);
}

function addText(reader: Reader, kind: BlockKind, level: number, node: Nodes): void {
  const { strand, draft, layouts } = reader;
  let first = true;
  for (const line of readPhrasing(node, strand.text).flatMap((pieces) => (kind === 'heading' ? [pieces] : splitMarked(pieces, layouts)))) {
    const pieces = project(strand, collapse(line));
    const text = textOf(pieces).trim();
    if (kind === 'heading') {
      draft.add('heading', level, dropMark(pieces, layouts));
    } else if (kind === 'paragraph' && level === 0) {
      addParagraph(reader, pieces, text);
    } else {
      draft.add(first ? kind : 'paragraph', level, pieces);
    }
    first = false;
  }
}

/** A paragraph may be a heading that was typed as plain text, an item, or the line with the date. */
function addParagraph(reader: Reader, pieces: readonly Piece[], text: string): void {
  const { draft, layouts } = reader;
  const date = text.includes('。') ? null : labelledDate(text, layouts.lines);
  if (date !== null) {
    reader.published ??= date;
    draft.add('note', 0, pieces);
    return;
  }
  const mark = markAt(text, 0, text.length, layouts.lines);
  if (mark === null || mark.body >= text.length) draft.add('paragraph', 0, pieces);
  else if (mark.kind === 'number' && readsAsHeading(text.slice(mark.body))) draft.add('heading', mark.level, dropMark(pieces, layouts));
  else draft.add('item', 1, dropMark(pieces, layouts));
}

/** Without the number or bullet in front. */
function dropMark(pieces: readonly Piece[], layouts: Layouts): readonly Piece[] {
  const head = pieces[0];
  if (head === undefined || head.raw > 0) return pieces;
  const start = head.text.length - head.text.trimStart().length;
  const mark = markAt(head.text, start, head.text.length, layouts.lines);
  if (mark === null || (mark.body >= head.text.length && pieces.length === 1)) return pieces;
  return [{ text: head.text.slice(mark.body), at: head.at + mark.body, raw: 0 }, ...pieces.slice(1)];
}

/** Lines of one paragraph that start with a number or a bullet of their own are not one sentence that was wrapped. */
function splitMarked(pieces: readonly Piece[], layouts: Layouts): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    let from = 0;
    if (piece.raw === 0) {
      for (const { index, 0: end } of piece.text.matchAll(/\r\n|\n|\r/g)) {
        const next = index + end.length;
        if (markAt(piece.text, next, piece.text.length, layouts.lines) === null) continue;
        lines.at(-1)!.push({ text: piece.text.slice(from, index), at: piece.at + from, raw: 0 });
        lines.push([]);
        from = next;
      }
    }
    const rest = piece.raw === 0 ? piece.text.slice(from) : piece.text;
    const startsLine = lines.at(-1)!.at(-1)?.text === '\n' && piece.raw === 0 && markAt(rest, 0, rest.length, layouts.lines) !== null;
    if (startsLine) lines.push([]);
    if (rest !== '') lines.at(-1)!.push({ text: rest, at: piece.at + (piece.raw === 0 ? from : 0), raw: piece.raw });
  }
  return lines;
}

function addTable(reader: Reader, table: Table): void {
  const number = reader.draft.newTable();
  for (const [row, { children }] of table.children.entries()) {
    for (const [column, cell] of children.entries()) {
      const pieces = readPhrasing(cell, reader.strand.text).flat();
      reader.draft.add('cell', 0, project(reader.strand, collapse(pieces)), { table: number, row, column, header: row === 0 });
    }
  }
}

/** HTML is passed over, and that is said where it holds text. */
function reportHtml({ report, strand, file }: Reader, html: string, offset: number): void {
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^<>]*>/g, '');
  if (!HAN.test(visible)) return;
  const at = toFile(strand.remap, { start: offset, end: offset }).start;
  report('not-analysed', lineIn(file, at), 'html-in-markdown');
}
