// Escapes of string literals → characters, each at its place.
import type { Piece } from './strand.ts';

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
const CODED = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}/y;

/** The characters of `source.slice(start, end)`, the inside of a literal of JavaScript, of which JSON has a part. */
export function readEscapes(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = source.indexOf('\\', start); at >= 0 && at < end; at = source.indexOf('\\', from)) {
    if (at > from) pieces.push({ text: source.slice(from, at), at: from, raw: 0 });
    const next = source[at + 1] ?? '';
    CODED.lastIndex = at + 1;
    const coded = CODED.exec(source);
    let text: string;
    let length: number;
    if (coded !== null) {
      const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '0', 16);
      text = code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      length = 1 + coded[0].length;
    } else if (/[\r\n\u2028\u2029]/.test(next)) {
      text = '';
      length = source.startsWith('\r\n', at + 1) ? 3 : 2;
    } else {
      text = SIMPLE[next] ?? next;
      length = 2;
    }
    if (text !== '') pieces.push({ text, at, raw: length });
    from = at + length;
  }
  if (end > from) pieces.push({ text: source.slice(from, end), at: from, raw: 0 });
  return pieces;
}
