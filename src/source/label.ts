// Which lines of plain text head what follows them, though no number stands in front.
import type { LinesLayout } from './layout.ts';
import type { Line } from './lines.ts';
import { endsSentence, markAt, readsAsHeading } from './marker.ts';
import type { Mark } from './marker.ts';

/** A label such as 总结 above what it sums up, a blank line on either side. */
const LONGEST_APART = 8;
/** A label right above its paragraph (谁来申请). */
const LONGEST_ABOVE = 16;

/** 总结, 谁来申请: the line is a label. `prose` tells that a sentence has ended before it: what stands above the first one is the head of the page. */
export function isLabel(text: string, line: Line, next: Line | undefined, layout: LinesLayout, prose: boolean): boolean {
  if (!prose || line.indent !== 0 || next === undefined) return false;
  const words = text.slice(line.start, line.end);
  if (line.apart && next.apart && words.length <= LONGEST_APART && !words.endsWith('?') && !words.endsWith('\uff1f') && namesMatter(words))
    return true;
  return namesMatter(words) && headsProse(text, line, next, layout);
}

/** ◆ 怎么缴 above a paragraph that is set no deeper: a bullet that heads, and begins no list. */
export function isBulletLabel(text: string, line: Line, next: Line | undefined, mark: Mark, layout: LinesLayout): boolean {
  return (
    mark.kind === 'bullet' && next !== undefined && namesMatter(text.slice(mark.body, line.end)) && headsProse(text, line, next, layout)
  );
}

/** 【怎么缴】 as a line of its own: what stands between the brackets, else null. */
export function bracketed(
  text: string,
  { start, end }: Line,
  next: Line | undefined,
): { readonly start: number; readonly end: number } | null {
  if (next === undefined || text[start] !== '【' || text[end - 1] !== '】') return null;
  const inner = { start: start + 1, end: end - 1 };
  return readsAsHeading(text.slice(inner.start, inner.end)) ? inner : null;
}

/** Short, without what makes a date, a source or a sentence of it. */
const namesMatter = (words: string): boolean =>
  words.length <= LONGEST_ABOVE && readsAsHeading(words) && !/[\d,\uff0c:\uff1a(\uff08《〔“"]/.test(words);

/** So many labels above paragraphs are how an article is laid out. */
const SEVERAL = 3;

/** Whether labels head the paragraphs throughout: then the first of them, below the name of who writes, is one too. */
export function isLaidOut(text: string, lines: readonly Line[], layout: LinesLayout): boolean {
  let labels = 0;
  for (let index = 0; index < lines.length && labels < SEVERAL; index++)
    if (
      markAt(text, lines[index]!.start, lines[index]!.end, layout) === null &&
      isLabel(text, lines[index]!, lines[index + 1], layout, true)
    )
      labels++;
  return labels >= SEVERAL;
}

/** Whether the next line is a paragraph of the same depth, and longer: a line of a list or an address is none. */
function headsProse(text: string, line: Line, next: Line, layout: LinesLayout): boolean {
  const below = text.slice(next.start, next.end);
  return (
    next.indent === line.indent &&
    below.length > line.end - line.start &&
    !readsAsHeading(below) &&
    endsSentence(below) &&
    !below.endsWith(':') &&
    !below.endsWith('\uff1a') &&
    markAt(text, next.start, next.end, layout) === null
  );
}
