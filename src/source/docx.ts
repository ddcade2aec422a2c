// DOCX → article. Such a file has no lines: what is read is a text with a paragraph on each line, and places are places in it.
import type { Article, BlockKind, TableCell } from '../model/article.ts';
import { labelledDate } from './date.ts';
import { BadXml, readBody } from './docx-body.ts';
import type { Item, Paragraph, Row, Table } from './docx-body.ts';
import { BadArchive, readStyles, unpack } from './docx-parts.ts';
import type { Parts, Style } from './docx-parts.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Layouts } from './layout.ts';
import { baseName } from './markdown.ts';
import { markAt, readsAsHeading } from './marker.ts';
import type { Report } from './messages.ts';
import type { Piece } from './strand.ts';

const LONGEST_TITLE = 40;
const LEVEL_OF_BOLD = 5;
const MOST_STYLES = 20;
/** A table may repeat so many cells; more would let a small file make a huge article. */
const MAX_REPEATS = 5000;

interface Placed {
  readonly paragraph: Paragraph;
  /** Where its text begins. */
  readonly at: number;
}

/** The article of a file, or null after a report. */
export function readDocx(path: string, bytes: Uint8Array, layouts: Layouts, report: Report): Article | null {
  let items: Item[];
  let styles: ReadonlyMap<string, Style>;
  try {
    const parts: Parts = unpack(bytes);
    items = readBody(parts.document);
    styles = parts.styles === null ? new Map() : readStyles(parts.styles);
  } catch (error) {
    if (error instanceof BadArchive && error.reason === 'too-large') report('too-large', null, 'part-too-large', { limit: error.message });
    else if (error instanceof BadArchive && error.reason !== 'damaged') report('damaged', null, error.reason);
    else if (error instanceof BadArchive || error instanceof BadXml)
      report('damaged', null, 'docx', { detail: error.message.slice(0, 200) });
    else throw error;
    return null;
  }
  const placed = new Map<Paragraph, Placed>();
  const text = layOut(items, placed);
  const writer: Writer = { draft: startDraft({ path, text }), layouts, styles, placed, published: null };
  const title = takeTitle(writer, items);
  for (const item of items) if (item !== title) addItem(writer, item);
  if (writer.draft.substance === 0) {
    report('no-body', null, 'no-body');
    return null;
  }
  return writer.draft.finish({
    id: path,
    title: title?.text.replaceAll('\v', ' ').trim() ?? baseName(path),
    published: writer.published,
    teaser: false,
  });
}

/** The text that places are in: every paragraph is a line, also the empty ones, those in cells and in boxes, in reading order. */
function layOut(items: readonly Item[], placed: Map<Paragraph, Placed>): string {
  const lines: string[] = [];
  let at = 0;
  const lay = (list: readonly Item[]): void => {
    for (const item of list) {
      if (item.kind === 'table') for (const { cells } of item.rows) for (const cell of cells) lay(cell.items);
      else {
        placed.set(item, { paragraph: item, at });
        lines.push(item.text);
        at += item.text.length + 1;
      }
    }
  };
  lay(items);
  return lines.join('\n');
}

interface Writer {
  readonly draft: Draft;
  readonly layouts: Layouts;
  readonly styles: ReadonlyMap<string, Style>;
  readonly placed: ReadonlyMap<Paragraph, Placed>;
  published: string | null;
}

/** What a paragraph is by its own form, else by its style and those that this is based on. */
function formOf({ styles }: Writer, { style, outline, list }: Paragraph): { title: boolean; heading: number | null; list: number | null } {
  let heading = outline;
  let depth = list;
  let title = false;
  let id = style;
  for (let steps = 0; id !== null && steps < MOST_STYLES; steps++) {
    const own: Style | undefined = styles.get(id);
    if (own === undefined) break;
    if (own.name.toLowerCase() === 'title') title = true;
    const named = /^heading ([1-9])$/i.exec(own.name)?.[1];
    heading ??= own.outline ?? (named === undefined ? null : Number(named) - 1);
    depth ??= own.list;
    id = own.basedOn;
  }
  return {
    title,
    heading: heading === null || heading > 8 ? null : Math.min(6, heading + 1),
    list: depth === null || depth < 0 ? null : depth + 1,
  };
}

/** The paragraph in the style of titles, else the first of the highest headings, else a short first paragraph; with it added. */
function takeTitle(writer: Writer, items: readonly Item[]): Paragraph | null {
  const paragraphs = items.filter((item) => item.kind === 'paragraph' && item.text.trim() !== '') as Paragraph[];
  const first = paragraphs[0];
  const isPlain = first !== undefined && first === items.find((item) => item.kind === 'table' || item.text.trim() !== '');
  const title =
    paragraphs.find((one) => formOf(writer, one).title) ??
    paragraphs.find((one) => formOf(writer, one).heading === 1) ??
    (isPlain && readsAsHeading(first.text.trim(), LONGEST_TITLE) ? first : null);
  if (title !== null) writer.draft.add('title', 0, piecesOf(writer, title));
  return title;
}

function piecesOf({ placed }: Writer, paragraph: Paragraph, from = 0, to = paragraph.text.length): Piece[] {
  const text = paragraph.text.slice(from, to);
  return text === '' ? [] : [{ text, at: placed.get(paragraph)!.at + from, raw: 0 }];
}

function addItem(writer: Writer, item: Item): void {
  if (item.kind === 'table') addTable(writer, item);
  else addParagraph(writer, item);
}

/** Breaks within a paragraph part it as the ends of lines do. */
function addParagraph(writer: Writer, paragraph: Paragraph): void {
  const form = formOf(writer, paragraph);
  let from = 0;
  for (const line of paragraph.text.split('\v')) {
    addLine(writer, paragraph, from, from + line.length, form, from > 0);
    from += line.length + 1;
  }
}

function addLine(writer: Writer, paragraph: Paragraph, from: number, to: number, form: ReturnType<typeof formOf>, goesOn: boolean): void {
  const { draft, layouts } = writer;
  const text = paragraph.text.slice(from, to);
  const add = (kind: BlockKind, level: number, skip = 0): void => void draft.add(kind, level, piecesOf(writer, paragraph, from + skip, to));
  const mark = markAt(text, text.length - text.trimStart().length, text.length, layouts.lines);
  const skip = mark === null || mark.body >= text.length ? 0 : mark.body;
  if (form.heading !== null && !text.includes('。')) return add('heading', form.heading, skip);
  if (form.list !== null) return add(goesOn ? 'paragraph' : 'item', form.list, skip);
  const date = text.includes('。') ? null : labelledDate(text, layouts.lines);
  if (date !== null) {
    writer.published ??= date;
    return add('note', 0);
  }
  const body = text.slice(skip).trim();
  if (skip > 0 && mark?.kind === 'number' && readsAsHeading(body)) return add('heading', mark.level, skip);
  if (paragraph.bold && readsAsHeading(body, LONGEST_TITLE)) return add('heading', LEVEL_OF_BOLD, skip);
  add(skip > 0 ? 'item' : 'paragraph', skip > 0 ? 1 : 0, skip);
}

/** A table of data; one that only arranges the page (one column, or tables and headings in its cells) is read as its paragraphs. */
function addTable(writer: Writer, { rows }: Table): void {
  const cells = rows.flatMap((row) => row.cells);
  const inner = cells.flatMap(({ items }) => items);
  const isFrame = inner.some((item) => item.kind === 'table' || formOf(writer, item).heading !== null);
  if (isFrame || !rows.some((row) => row.cells.length > 1)) {
    for (const item of inner) addItem(writer, item);
    return;
  }
  const table = writer.draft.newTable();
  const [first] = rows;
  const guessed = !rows.some(({ head }) => head) && rows.length > 1 && first!.cells.length > 1 && !first!.cells.some(hasDigit);
  /** Per column the cell that may go on into the next row. */
  let above = new Map<number, Piece[]>();
  let repeats = 0;
  for (const [row, { cells: own, head, before }] of rows.entries()) {
    const next = new Map<number, Piece[]>();
    const header = head || (guessed && row === 0);
    let column = before;
    for (const cell of own) {
      const repeated = cell.continues ? above.get(column) : undefined;
      const pieces = repeated ?? cellPieces(writer, cell.items);
      next.set(column, pieces);
      if (repeated === undefined || ++repeats <= MAX_REPEATS) addCell(writer.draft, pieces, { table, row, column, header });
      // A head holds for every column that it spans.
      const wide = header ? cell.span : 1;
      for (let right = 1; right < wide && ++repeats <= MAX_REPEATS; right++)
        addCell(writer.draft, pieces, { table, row, column: column + right, header });
      column += cell.span;
    }
    above = next;
  }
}

const addCell = (draft: Draft, pieces: readonly Piece[], place: TableCell): void => void draft.add('cell', 0, pieces, place);
const hasDigit = ({ items }: Row['cells'][number]): boolean => items.some((item) => item.kind === 'paragraph' && /\d/.test(item.text));

/** The paragraphs of a cell in one line. */
function cellPieces(writer: Writer, items: readonly Item[]): Piece[] {
  const pieces: Piece[] = [];
  for (const item of items) {
    if (item.kind === 'table' || item.text.trim() === '') continue;
    const { at } = writer.placed.get(item)!;
    if (pieces.length > 0) pieces.push({ text: ' ', at: at - 1, raw: 1 });
    for (const piece of piecesOf(writer, item)) pieces.push(piece);
  }
  return pieces;
}
