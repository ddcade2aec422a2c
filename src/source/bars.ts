// Tables that are typed as lines of plain text, their cells parted by bars or tabs.
import type { Line } from './lines.ts';

/** A cell without its outer blanks; empty cells are left out of a row, their column is counted. */
export interface TypedCell {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

export interface TypedTable {
  readonly rows: readonly (readonly TypedCell[])[];
  /** How many lines it takes; more than rows where a line only rules off the head. */
  readonly lines: number;
  /** The first row names the columns. */
  readonly headed: boolean;
}

const BARS = /[|\uff5c\u2502\t]/;
const MAX_COLUMNS = 50;
const LEAST_ROWS = 2;

/** The table that begins with line `from`: lines below each other with as many cells each, two at least. */
export function typedTable(text: string, lines: readonly Line[], from: number): TypedTable | null {
  const rows: TypedCell[][] = [];
  let index = from;
  let columns = 0;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    const words = text.slice(line.start, line.end);
    if (index > from && line.apart && rows.length >= LEAST_ROWS) break;
    if (/^[\s|\uff5c:+\-\u2014\u2500]+$/.test(words)) {
      if (rows.length !== 1) break;
      continue;
    }
    const row = cellsOf(words, line.start);
    if (row === null || (columns > 0 && row.columns !== columns)) break;
    columns = row.columns;
    rows.push(row.cells);
  }
  if (rows.length < LEAST_ROWS) return null;
  const head = rows[0]!;
  const headed = head.length > 1 && head.every(({ start, end }) => !/\d/.test(text.slice(start, end)));
  return { rows, lines: index - from, headed };
}

function cellsOf(words: string, offset: number): { cells: TypedCell[]; columns: number } | null {
  if (!BARS.test(words)) return null;
  const open = /^[|\uff5c\u2502]/.test(words) ? 1 : 0;
  const close = words.length > 1 && /[|\uff5c\u2502]$/.test(words) ? words.length - 1 : words.length;
  const cells: TypedCell[] = [];
  let columns = 0;
  for (let from = open; from <= close; columns++) {
    let to = from;
    while (to < close && !BARS.test(words[to]!)) to++;
    const cell = words.slice(from, to);
    const start = from + cell.length - cell.trimStart().length;
    const end = start + cell.trim().length;
    if (end > start) cells.push({ start: offset + start, end: offset + end, column: columns });
    from = to + 1;
  }
  return columns < 2 || columns > MAX_COLUMNS || cells.length === 0 ? null : { cells, columns };
}
