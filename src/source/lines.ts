// Lines of plain text → blocks: headings, nested lists, tables, paragraphs.
import { typedTable } from './bars.ts';
import type { Draft } from './draft.ts';
import { bracketed, isBulletLabel, isLabel, isLaidOut } from './label.ts';
import type { LinesLayout } from './layout.ts';
import { endsSentence, markAt, readsAsHeading } from './marker.ts';
import type { Mark } from './marker.ts';
import { collapse, cut } from './strand.ts';
import type { Strand } from './strand.ts';

/** One line without its line end and outer blanks, which are never empty. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Columns of blanks in front; a tab is four. The two wide blanks that open a Chinese paragraph are none. */
  readonly indent: number;
  /** A blank line stands above. */
  readonly apart: boolean;
}

/** The lines of `text` that hold something. Lines end at \r\n, \n or \r. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  let apart = true;
  for (let from = 0; from <= text.length;) {
    const end = ends.exec(text);
    const to = end === null ? text.length : end.index;
    let start = from;
    let indent = 0;
    for (; start < to; start++) {
      const char = text[start]!;
      if (char === '\t') indent += 4;
      else if (char === ' ' || char === '\u00a0') indent++;
      else if (char.trim() !== '') break;
    }
    let stop = to;
    while (stop > start && text[stop - 1]!.trim() === '') stop--;
    if (stop > start) lines.push({ start, end: stop, indent, apart });
    apart = stop <= start;
    if (end === null) break;
    from = end.index + end[0].length;
  }
  return lines;
}

interface OpenItem {
  readonly indent: number;
  readonly style: string;
}

/** A longer line that does not end a sentence was wrapped by an editor. */
const SHORTEST_WRAPPED = 30;

/** Adds what the lines say to the draft. `noteAt` tells which lines (by index) are boilerplate. */
export function addLines(
  draft: Draft,
  strand: Strand,
  lines: readonly Line[],
  layout: LinesLayout,
  noteAt: (index: number) => boolean,
): void {
  const { text } = strand;
  const items: OpenItem[] = [];
  const listed = new Set<string>();
  let tables = 0;
  let prose = false;
  const laidOut = isLaidOut(text, lines, layout);
  let sections = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const next = lines[index + 1];
    if (noteAt(index)) {
      draft.add('note', 0, cut(strand, line.start, line.end));
      continue;
    }
    const table = typedTable(text, lines, index);
    if (table !== null) {
      const number = tables++;
      for (const [row, cells] of table.rows.entries()) {
        for (const { start, end, column } of cells)
          draft.add('cell', 0, cut(strand, start, end), { table: number, row, column, header: table.headed && row === 0 });
      }
      index += table.lines - 1;
      continue;
    }
    const mark = markAt(text, line.start, line.end, layout);
    if (mark === null) {
      const inner = bracketed(text, line, next);
      if (inner !== null || isLabel(text, line, next, layout, prose || (laidOut && index > 0 && !noteAt(index - 1)))) {
        draft.add('heading', labelLevel(line, next, sections), cut(strand, (inner ?? line).start, (inner ?? line).end));
        items.length = 0;
        continue;
      }
      let last = line;
      while (index + 1 < lines.length && isWrapped(text, last, lines[index + 1]!, layout)) last = lines[++index]!;
      const pieces = cut(strand, line.start, last.end);
      while (items.length > 0 && line.indent <= items.at(-1)!.indent) items.pop();
      draft.add('paragraph', items.length, last === line ? pieces : collapse(pieces));
      prose ||= endsSentence(text.slice(last.start, last.end));
      continue;
    }
    if (mark.body >= line.end) {
      // A bare number: what it counts stands on the next line.
      if (
        mark.kind === 'bullet' ||
        next === undefined ||
        !readsAsHeading(text.slice(next.start, next.end)) ||
        markAt(text, next.start, next.end, layout) !== null
      )
        continue;
      draft.add('heading', mark.level, cut(strand, next.start, next.end));
      items.length = 0;
      index++;
      continue;
    }
    const section = isSection(text, line, next, mark, layout, listed);
    if (section || isBulletLabel(text, line, next, mark, layout)) {
      draft.add('heading', section ? mark.level : labelLevel(line, next, sections), cut(strand, mark.body, line.end));
      items.length = 0;
      listed.clear();
      prose = true;
      sections ||= section;
      continue;
    }
    if (mark.kind === 'number') listed.add(mark.style);
    openItem(items, line.indent, mark.style);
    draft.add('item', items.length, cut(strand, mark.body, line.end));
  }
}

/** A numbered line is a heading if it reads like one and text follows; if its like follows at once, it is one of a list. */
function isSection(
  text: string,
  line: Line,
  next: Line | undefined,
  mark: Mark,
  layout: LinesLayout,
  listed: ReadonlySet<string>,
): boolean {
  if (mark.kind !== 'number' || next === undefined || listed.has(mark.style)) return false;
  if (!readsAsHeading(text.slice(mark.body, line.end))) return false;
  return markAt(text, next.start, next.end, layout)?.style !== mark.style;
}

/** Below numbered headings, a label right above its paragraph heads a part of theirs; one between blank lines closes them. */
const labelLevel = (line: Line, next: Line | undefined, sections: boolean): number =>
  sections && !(line.apart && next?.apart === true) ? LEVEL_WITHIN : LEVEL_OF_LABEL;

const LEVEL_OF_LABEL = 2;
const LEVEL_WITHIN = 5;

/** Whether `next` goes on with the sentence of `line`. */
function isWrapped(text: string, line: Line, next: Line, layout: LinesLayout): boolean {
  if (next.apart || next.indent !== line.indent || line.end - line.start < SHORTEST_WRAPPED) return false;
  return !endsSentence(text.slice(line.start, line.end)) && markAt(text, next.start, next.end, layout) === null;
}

/** Makes the item of this indentation and style the innermost one. */
function openItem(items: OpenItem[], indent: number, style: string): void {
  while (items.length > 0 && items.at(-1)!.indent > indent) items.pop();
  const same = items.findLastIndex((item) => item.indent === indent && item.style === style);
  if (same >= 0) items.length = same;
  items.push({ indent, style });
}
