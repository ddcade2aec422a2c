// What the sheets have in common, as workbook or as text: columns, and what a cell can hold.
import type { Locale } from '../../model/result.ts';
import { visible } from '../plain.ts';
import { sheetLabel } from './wording.ts';
import type { SheetLabel } from './wording.ts';

/** Null is an empty cell. */
export type Value = string | number | null;

export interface Column<Row> {
  readonly name: SheetLabel;
  /** In characters of a digit's width. */
  readonly width: number;
  value(row: Row): Value;
}

/** Characters (UTF-16 units) that Excel takes in one cell. */
export const CELL = 32_767;

/** A text of strangers as a cell shows it: on one line, nothing unseen in it, cut where Excel would refuse it, saying so. */
export function cellText(text: string, locale: Locale, most = CELL): string {
  const folded = visible(text.replace(/\s+/g, ' ').trim());
  if (folded.length <= most) return folded;
  const note = sheetLabel(locale, 'cut', { n: folded.length });
  const end = most - note.length;
  const last = folded.charCodeAt(end - 1);
  return folded.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end) + note;
}

/** Whether a program for sheets could take a text for a formula, in wide characters too. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text);
}
