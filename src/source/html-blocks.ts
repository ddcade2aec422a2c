// The article's part of a page → blocks, in reading order.
import type { BlockKind, TableCell } from '../model/article.ts';
import { labelledDate } from './date.ts';
import { layGrid } from './html-table.ts';
import type { Grid } from './html-table.ts';
import type { Roles } from './html-role.ts';
import { isElement, isText, piecesOf, walk } from './html-tree.ts';
import type { Element, Node } from './html-tree.ts';
import type { Layouts } from './layout.ts';
import { markAt, readsAsHeading } from './marker.ts';
import { append, collapse, endOf, textOf, trim } from './strand.ts';
import type { Piece } from './strand.ts';

export interface FoundBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly table: TableCell | null;
  /** Offset in the file at which it starts. */
  readonly at: number;
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'input',
]);
const STRONG = new Set(['b', 'strong']);
const LEVEL_OF_BOLD = 5;
const LEVEL_OF_TERM = 6;
/** Text that is mostly links and no sentence is a list of links. */
const LINK_SHARE = 0.6;

interface Context {
  readonly kind: BlockKind;
  readonly level: number;
}

/** Reads `root` without what `roles` says is furniture; `skip` is left out too (the title). */
export function readBlocks(root: Element, html: string, roles: Roles, layouts: Layouts, skip: Element | null): FoundBlock[] {
  const blocks: FoundBlock[] = [];
  const contexts: Context[] = [{ kind: 'paragraph', level: 0 }];
  let lists = 0;
  let tables = 0;
  const grids: { grid: Grid | null; number: number; from: number }[] = [];
  let cell: Element | null = null;
  let run: Piece[] = [];
  let links = { open: 0, length: 0 };
  let bold = { open: 0, length: 0 };
  /** A break inside a cell, to become a space. */
  let pendingBreak = false;

  const flush = (): void => {
    const pieces = trim(collapse(run));
    const text = textOf(pieces);
    const linked = links.length;
    const strong = bold.length;
    run = [];
    pendingBreak = false;
    links = { open: links.open, length: 0 };
    bold = { open: bold.open, length: 0 };
    if (text === '') return;
    const at = pieces[0]!.at;
    if (cell !== null) {
      const { grid, number } = grids.at(-1)!;
      for (const place of grid!.places.get(cell) ?? [])
        blocks.push({ kind: 'cell', level: 0, pieces, text, at, table: { table: number, ...place } });
      return;
    }
    const { level } = contexts.at(-1)!;
    // What stands beside the date gives no claims, unless somebody put sentences there.
    const kind = contexts.at(-1)!.kind === 'note' && text.includes('。') ? 'paragraph' : contexts.at(-1)!.kind;
    const block = { pieces, text, at, table: null };
    if (kind === 'caption') {
      const number = grids.at(-1)?.number ?? 0;
      blocks.push({ ...block, kind, level, table: { table: number, row: -1, column: -1, header: false } });
    } else if (linked >= text.length * LINK_SHARE && !/[。;\uff1b,\uff0c?\uff1f]/.test(text)) {
      return;
    } else if (kind === 'paragraph' || kind === 'item') {
      blocks.push(classify({ ...block, kind, level }, strong >= text.replace(/\s/g, '').length, layouts));
    } else {
      const mark = kind === 'heading' ? markAt(text, 0, text.length, layouts.lines) : null;
      blocks.push(withoutMark({ ...block, kind, level }, mark === null || mark.body >= text.length ? 0 : mark.body));
    }
    // What follows a break or a nested block in an item is a paragraph of that item.
    if (kind === 'item') contexts[contexts.length - 1] = { kind: 'paragraph', level };
  };

  const boundary = (): void => {
    if (cell === null) flush();
    else pendingBreak = run.length > 0;
  };

  const enter = (node: Node): boolean => {
    if (isText(node)) {
      const pieces = piecesOf(node, html);
      if (pieces.length === 0) return false;
      // The parser moves text out of a broken table: a block does not go back in the file.
      if (pieces[0]!.at < endOf(run)) flush();
      if (pendingBreak && node.value.trim() !== '') {
        const from = endOf(run);
        run.push({ text: ' ', at: from, raw: Math.max(1, pieces[0]!.at - from) });
        pendingBreak = false;
      }
      append(run, pieces);
      const length = node.value.replace(/\s/g, '').length;
      if (links.open > 0) links.length += length;
      if (bold.open > 0) bold.length += length;
      return false;
    }
    if (!isElement(node) || node === skip) return false;
    const role = roles.roleOf(node);
    if (role === 'drop') return false;
    const tag = node.tagName;
    if (tag === 'br' || tag === 'hr') {
      boundary();
      return false;
    }
    if (tag === 'a') links.open++;
    if (STRONG.has(tag)) bold.open++;
    if (INLINE.has(tag)) return true;
    boundary();
    if (cell !== null) return true;
    const { kind, level } = contexts.at(-1)!;
    if (role === 'context') contexts.push({ kind: 'context', level: 0 });
    else if (role === 'byline' && kind === 'paragraph') contexts.push({ kind: 'note', level: 0 });
    else if (/^h[1-6]$/.test(tag)) contexts.push({ kind: 'heading', level: Number(tag[1]) });
    else if (tag === 'dt' || tag === 'summary') contexts.push({ kind: 'heading', level: LEVEL_OF_TERM });
    else if (tag === 'li') contexts.push({ kind: kind === 'context' ? 'context' : 'item', level: Math.max(1, lists) });
    else if (tag === 'caption') contexts.push({ kind: 'caption', level: 0 });
    else
      contexts.push({
        kind: kind === 'item' || kind === 'context' || kind === 'note' ? kind : 'paragraph',
        level: tag === 'dd' ? 0 : level,
      });
    if (tag === 'ul' || tag === 'ol') lists++;
    if (tag === 'table') {
      const grid = layGrid(node);
      grids.push({ grid, number: grid === null ? -1 : tables++, from: blocks.length });
    }
    if ((tag === 'td' || tag === 'th') && grids.at(-1)?.grid?.places.has(node)) cell = node;
    return true;
  };

  const leave = (node: Node): void => {
    if (!isElement(node)) return;
    const tag = node.tagName;
    if (tag === 'a') links.open--;
    if (STRONG.has(tag)) bold.open--;
    if (INLINE.has(tag)) return;
    if (cell !== null && cell !== node) return boundary();
    flush();
    cell = null;
    const own = contexts.pop()!;
    // A wrapper inside an item took its text: what follows is a paragraph of that item.
    const up = contexts.at(-1);
    if (up?.kind === 'item' && own.kind === 'paragraph' && own.level === up.level) contexts[contexts.length - 1] = own;
    if (tag === 'ul' || tag === 'ol') lists--;
    if (tag === 'table') sortCells(blocks, grids.pop()!.from);
  };

  walk(root, enter, leave);
  flush();
  return blocks;
}

/** Row by row, since a cell that spans several rows was met in the first. */
function sortCells(blocks: FoundBlock[], from: number): void {
  const cells = blocks.splice(from);
  cells.sort((a, b) => (a.table?.row ?? -1) - (b.table?.row ?? -1) || (a.table?.column ?? -1) - (b.table?.column ?? -1));
  for (const cell of cells) blocks.push(cell);
}

/** A paragraph may be a heading in bold, a numbered heading, an item that was typed by hand, the path, or the line with the date. */
function classify(block: FoundBlock, strong: boolean, layouts: Layouts): FoundBlock {
  const { text, kind, level } = block;
  if (kind === 'paragraph' && level === 0) {
    if (isPath(text, layouts.page.pathSeparators)) return { ...block, kind: 'context' };
    if (!text.includes('。') && labelledDate(text, layouts.lines) !== null) return { ...block, kind: 'note' };
    const mark = markAt(text, 0, text.length, layouts.lines);
    const body = mark === null ? text : text.slice(mark.body);
    if (body === '') return block;
    if (mark?.kind === 'number' && readsAsHeading(body)) return withoutMark({ ...block, kind: 'heading', level: mark.level }, mark.body);
    if (strong && readsAsHeading(body, 40)) return { ...block, kind: 'heading', level: LEVEL_OF_BOLD };
    if (mark !== null) return withoutMark({ ...block, kind: 'item', level: 1 }, mark.body);
  }
  return block;
}

function withoutMark(block: FoundBlock, length: number): FoundBlock {
  const [head, ...rest] = block.pieces;
  if (length === 0 || head === undefined || head.raw > 0 || head.text.length < length) return block;
  return { ...block, pieces: [{ text: head.text.slice(length), at: head.at + length, raw: 0 }, ...rest] };
}

/** `首页 > 社保 > 医保`: short, no sentence, at least two steps. */
function isPath(text: string, separators: readonly string[]): boolean {
  if (text.length > 80 || /[。;\uff1b,\uff0c!\uff01]/.test(text)) return false;
  return separators.some((separator) => {
    const steps = text.split(separator);
    return steps.length > 2 && steps.every((step) => step.trim().length > 0 && step.trim().length <= 16 && !/\d/.test(step));
  });
}
