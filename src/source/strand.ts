// A text that was taken out of a file (a string literal, a body), each character still tied to its place in the file.
import { pieceAt, toFile } from '../model/locate.ts';

export interface Strand {
  readonly text: string;
  /** As `Article.remap`. */
  readonly remap: Int32Array;
}

/** Characters and the place that they come from; `raw` 0: one to one, otherwise together they take `raw` units there. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  readonly raw: number;
}

/** The file itself as a strand. */
export function wholeFile(text: string): Strand {
  return { text, remap: Int32Array.of(0, 0, 0) };
}

/** Strings pieces together; neighbours that go on in the file become one. */
export function join(pieces: readonly Piece[]): Strand {
  const texts: string[] = [];
  const remap: number[] = [];
  appendPieces(pieces, 0, texts, remap);
  return { text: texts.join(''), remap: Int32Array.from(remap) };
}

/** Appends `pieces` from text offset `offset` on to both lists and returns the new offset. */
export function appendPieces(pieces: readonly Piece[], offset: number, texts: string[], remap: number[]): number {
  let from = offset;
  let next = -1;
  for (const { text, at, raw } of pieces) {
    if (text === '') continue;
    if (raw > 0 || at !== next) remap.push(from, at, raw);
    next = raw > 0 ? -1 : at + text.length;
    texts.push(text);
    from += text.length;
  }
  return from;
}

/** The pieces of `strand.text.slice(start, end)`, with places in the file. */
export function cut(strand: Strand, start: number, end: number): Piece[] {
  const { text, remap } = strand;
  const pieces: Piece[] = [];
  let from = start;
  for (let index = Math.max(0, pieceAt(remap, start)); from < end; index += 3) {
    const to = index + 3 < remap.length ? Math.min(end, remap[index + 3]!) : end;
    const raw = remap[index + 2]!;
    const at = remap[index + 1]! + (raw === 0 ? from - remap[index]! : 0);
    if (to > from) pieces.push({ text: text.slice(from, to), at, raw });
    from = to;
  }
  return pieces;
}

/** Pieces whose places are offsets in `strand` → pieces whose places are offsets in its file. */
export function project(strand: Strand, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ text, at, raw }) => {
    if (raw === 0) return cut(strand, at, at + text.length);
    const { start, end } = toFile(strand.remap, { start: at, end: at + raw });
    return [{ text, at: start, raw: Math.max(1, end - start) }];
  });
}

const SPACE = /[\t\n\f\r ]+/g;
/** From here on characters are written without spaces between words. */
const WIDE = 0x2e80;

/**
 * White space as a reader sees it: a run becomes one space; one with a line end beside a wide character goes,
 * since it stands inside a sentence that was only wrapped.
 */
export function collapse(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let last = -1;
  let space: { at: number; end: number; wrapped: boolean } | null = null;
  const put = (text: string, at: number, raw: number): void => {
    if (space !== null && last >= 0 && !(space.wrapped && (last >= WIDE || text.charCodeAt(0) >= WIDE))) {
      out.push({ text: ' ', at: space.at, raw: Math.max(1, space.end - space.at) });
    }
    space = null;
    out.push({ text, at, raw });
    last = text.charCodeAt(text.length - 1);
  };
  const skip = (text: string, at: number, length: number): void => {
    const wrapped = text.includes('\n') || text.includes('\r');
    space = space === null ? { at, end: at + length, wrapped } : { at: space.at, end: at + length, wrapped: wrapped || space.wrapped };
  };
  for (const { text, at, raw } of pieces) {
    if (raw > 0) {
      if (text.trim() === '' && text !== '\u00a0' && text !== '\u3000') skip(text, at, raw);
      else put(text, at, raw);
      continue;
    }
    let from = 0;
    for (const match of text.matchAll(SPACE)) {
      if (match.index > from) put(text.slice(from, match.index), at + from, 0);
      skip(match[0], at + match.index, match[0].length);
      from = match.index + match[0].length;
    }
    if (from < text.length) put(text.slice(from), at + from, 0);
  }
  return out;
}

/** Without white space at either end. */
export function trim(pieces: readonly Piece[]): Piece[] {
  let first = 0;
  let last = pieces.length - 1;
  while (first <= last && pieces[first]!.text.trim() === '') first++;
  while (last >= first && pieces[last]!.text.trim() === '') last--;
  const out = pieces.slice(first, last + 1);
  const head = out[0];
  if (head?.raw === 0) {
    const text = head.text.trimStart();
    out[0] = { text, at: head.at + head.text.length - text.length, raw: 0 };
  }
  const tail = out.at(-1);
  if (tail?.raw === 0) out[out.length - 1] = { ...tail, text: tail.text.trimEnd() };
  return out;
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? pieces[0]!.text : pieces.map(({ text }) => text).join('');
}

/** Appends without spreading: there may be more pieces than a call takes arguments. */
export function append(pieces: Piece[], more: readonly Piece[]): void {
  for (const piece of more) pieces.push(piece);
}

/** Where in the file the last of `pieces` ends; -1 for none. */
export function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last === undefined ? -1 : last.at + (last.raw || last.text.length);
}
