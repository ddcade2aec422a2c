// Tables of a page: which row and column a cell stands in, with cells that span several.
import { attribute, isElement, walk } from './html-tree.ts';
import type { Element, Node } from './html-tree.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
  readonly header: boolean;
}

/** A page may repeat so many cells; more would let a small page make a huge article. */
const MAX_REPEATS = 5000;
const MAX_COLUMNS = 200;

export interface Grid {
  /** Per cell its place, and further places that it spans. */
  readonly places: ReadonlyMap<Element, readonly Place[]>;
}

/** The grid of a table of data; null for one that only arranges the page. */
export function layGrid(table: Element): Grid | null {
  const rows = rowsOf(table);
  if (rows === null) return null;
  const places = new Map<Element, Place[]>();
  /** Per column the first row that is free again. */
  const free: number[] = [];
  let repeats = 0;
  let widest = 0;
  const headless = !rows.some(({ cells }) => cells.some((cell) => cell.tagName === 'th')) && !rows.some(({ head }) => head);
  for (const [row, { cells, head }] of rows.entries()) {
    const headRow =
      head ||
      (cells.some((cell) => cell.tagName === 'th' && attribute(cell, 'scope') !== 'row') &&
        cells.every((cell) => cell.tagName === 'th' || row === 0));
    const guessed = headless && row === 0 && rows.length > 1 && cells.length > 1 && cells.every((cell) => !hasDigit(cell));
    let column = 0;
    for (const cell of cells) {
      while (column < MAX_COLUMNS && (free[column] ?? 0) > row) column++;
      const wide = span(cell, 'colspan', 100);
      const high = span(cell, 'rowspan', rows.length - row);
      const header = cell.tagName === 'th' || headRow || guessed;
      const list: Place[] = [{ row, column, header }];
      for (let below = 0; below < high; below++) {
        // A value holds for every row that it spans; a head also for every column.
        for (let right = 0; right < (header ? wide : 1); right++) {
          if ((below > 0 || right > 0) && repeats < MAX_REPEATS) {
            repeats++;
            list.push({ row: row + below, column: column + right, header });
          }
        }
        if (repeats >= MAX_REPEATS) break;
      }
      for (let right = column; right < Math.min(column + wide, MAX_COLUMNS); right++) free[right] = row + high;
      places.set(cell, list);
      column += wide;
      widest = Math.max(widest, column);
    }
  }
  return widest > 1 ? { places } : null;
}

/** The rows that belong to the table itself; null where it holds another table or headings, as a frame does. */
function rowsOf(table: Element): { cells: Element[]; head: boolean }[] | null {
  const rows: { cells: Element[]; head: boolean }[] = [];
  let frame = false;
  let inHead = false;
  walk(
    table,
    (node: Node) => {
      if (!isElement(node)) return false;
      if (node.tagName === 'table' || /^h[1-6]$/.test(node.tagName)) frame = true;
      if (node.tagName === 'thead') inHead = true;
      if (node.tagName === 'tr') rows.push({ cells: [], head: inHead });
      if (node.tagName === 'td' || node.tagName === 'th') rows.at(-1)?.cells.push(node);
      return true;
    },
    (node) => {
      if (isElement(node) && node.tagName === 'thead') inHead = false;
    },
  );
  return frame ? null : rows;
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, Math.max(1, most));
}

function hasDigit(cell: Element): boolean {
  let found = false;
  walk(
    cell,
    (node) => {
      if (node.nodeName === '#text' && 'value' in node && /\d/.test(node.value)) found = true;
      return !found;
    },
    () => {},
  );
  return found;
}
