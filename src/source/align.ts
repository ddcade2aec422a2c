// Finds for each character of a decoded text the characters in the raw text that stand for it.
import type { Piece } from './strand.ts';

export interface Notation {
  /** What a character reference (`&amp;`) means in this notation. */
  readonly entity: (reference: string) => string;
  /** Whether a backslash makes the next character stand for itself. */
  readonly escapes: boolean;
}

const REFERENCE = /&(?:#[0-9A-Za-z]{1,9}|[A-Za-z][0-9A-Za-z]{1,31});?/y;
/** What may stand before the text of a continued line: indentation, the marks of a quotation. */
const LINE_PREFIX = /[ \t>]/;

/**
 * `value` is what `raw` means; `at` is the place of `raw`. What the notation leaves out (tags, line prefixes, spaces at
 * line ends) is passed over. Cost is linear.
 */
export function align(value: string, raw: string, at: number, notation: Notation): Piece[] {
  if (value === raw) return [{ text: value, at, raw: 0 }];
  const pieces: Piece[] = [];
  let plain = -1;
  let i = 0;
  let j = 0;
  const close = (): void => {
    if (plain >= 0 && i > plain) pieces.push({ text: value.slice(plain, i), at: at + j - (i - plain), raw: 0 });
    plain = -1;
  };
  const take = (text: string, length: number): void => {
    close();
    pieces.push({ text, at: at + j, raw: length });
    i += text.length;
    j += length;
  };
  while (i < value.length && j < raw.length) {
    const char = raw[j]!;
    if (char === '&') {
      REFERENCE.lastIndex = j;
      const reference = REFERENCE.exec(raw)?.[0];
      const meaning = reference === undefined ? '' : notation.entity(reference);
      if (reference !== undefined && meaning !== reference && meaning !== '' && value.startsWith(meaning, i)) {
        take(meaning, reference.length);
        continue;
      }
    }
    if (notation.escapes && char === '\\' && j + 1 < raw.length && raw[j + 1] === value[i]) {
      take(value[i]!, 2);
      continue;
    }
    if (value[i] === '\n' && (char === '\r' || char === '\n')) {
      take('\n', char === '\r' && raw[j + 1] === '\n' ? 2 : 1);
      while (j < raw.length && raw[j] !== value[i] && LINE_PREFIX.test(raw[j]!)) j++;
      continue;
    }
    if (char === value[i]) {
      if (plain < 0) plain = i;
      i++;
      j++;
      continue;
    }
    close();
    if (char === '<') {
      const end = raw.indexOf('>', j);
      j = end < 0 ? raw.length : end + 1;
    } else {
      j++;
    }
  }
  close();
  if (i < value.length) pieces.push({ text: value.slice(i), at: at + Math.max(0, j - 1), raw: 1 });
  return pieces;
}
