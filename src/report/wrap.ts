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

const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** `text` on one line of at most `width` columns: its beginning, or its end where that tells more, with an ellipsis for the rest. */
export function cutToWidth(text: string, width: number, keep: 'start' | 'end' = 'start'): string {
  // Nothing that is longer in characters than a few times its columns is worth measuring as a whole.
  const most = width * 8;
  const line = oneLine(keep === 'start' ? text.slice(0, most) : text.slice(-most));
  if (text.length <= most && stringWidth(line) <= width) return line;
  const segments = [...SEGMENTS.segment(line)].map(({ segment }) => segment);
  if (keep === 'end') segments.reverse();
  const kept: string[] = [];
  let used = 1;
  for (const segment of segments) {
    used += stringWidth(segment);
    if (used > width) break;
    kept.push(segment);
  }
  return keep === 'start' ? `${kept.join('')}…` : `…${kept.reverse().join('')}`;
}
