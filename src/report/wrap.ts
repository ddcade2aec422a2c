// Lines of text that mixes Chinese and Latin, by the columns that they take: numbers and words are kept whole.
import stringWidth from 'string-width';
import { oneLine } from './plain.ts';

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A number with its fraction and per cent sign; a Latin word; a blank; else one character. Closing marks stay with what they close. */
const PIECES = /(?:\d+(?:[.,:]\d+)*%?|[A-Za-z_]+|\s|[^]\p{M}*)[,.;:!?)\]}%，。；：、！？）】》”’…]*/gu;

/** `text` on lines of at most `width` columns; only a piece that is itself wider is broken. At least one line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const feed = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  const put = (piece: string): void => {
    const columns = stringWidth(piece);
    if (used + columns > width && line !== '') feed();
    if (line === '' && piece.trim() === '') return;
    line += piece;
    used += columns;
  };
  for (const piece of oneLine(text).match(PIECES) ?? []) {
    if (stringWidth(piece) <= width) put(piece);
    else for (const character of piece) put(character);
  }
  if (line !== '' || lines.length === 0) feed();
  return lines;
}
