// From offsets in an article to places in its file: the one way in which lines and columns come about.
import type { Article, SourceFile } from './article.ts';
import type { Evidence, Span } from './span.ts';

const lineStarts = new WeakMap<SourceFile, Int32Array>();

/** Where the characters of `span` (offsets in `article.text`) stand in the file, and how they read there. */
export function toEvidence(article: Article, span: Span): Evidence {
  const { start, end } = toFile(article.remap, span);
  const { path, text } = article.file;
  const starts = startsOf(article.file);
  const first = lineAt(starts, start);
  const last = lineAt(starts, end);
  return {
    file: path,
    startLine: first + 1,
    startColumn: start - starts[first]! + 1,
    endLine: last + 1,
    endColumn: end - starts[last]! + 1,
    quote: text.slice(start, end),
  };
}

/** Where in `article.text` the characters of an evidence stand; null where the file does not say them there. */
export function fromEvidence({ file, text, remap }: Article, evidence: Evidence): Span | null {
  const starts = startsOf(file);
  const start = (starts[evidence.startLine - 1] ?? Number.NaN) + evidence.startColumn - 1;
  const end = (starts[evidence.endLine - 1] ?? Number.NaN) + evidence.endColumn - 1;
  if (file.text.slice(start, end) !== evidence.quote || evidence.quote === '') return null;
  const [first, last] = [offsetIn(remap, text.length, start), offsetIn(remap, text.length, end - 1)];
  return first === null || last === null || last < first ? null : { start: first, end: last + 1 };
}

/** The offset in the text of the character that takes `place` in the file. */
function offsetIn(remap: Int32Array, length: number, place: number): number | null {
  if (remap.length === 0) return place < length ? place : null;
  for (let piece = 0; piece < remap.length; piece += 3) {
    const [at, from, raw] = [remap[piece]!, remap[piece + 1]!, remap[piece + 2]!];
    const size = raw === 0 ? (remap[piece + 3] ?? length) - at : raw;
    if (place >= from && place < from + size) return raw === 0 ? at + place - from : at;
  }
  return null;
}

/** 1-based line in the file on which the character at `offset` of `article.text` stands. */
export function lineOf(article: Article, offset: number): number {
  return lineAt(startsOf(article.file), toFile(article.remap, { start: offset, end: offset }).start) + 1;
}

/** 1-based line of an offset of the file itself. */
export function lineIn(file: SourceFile, offset: number): number {
  return lineAt(startsOf(file), offset) + 1;
}

/** `span` of a text in offsets of the file that `remap` (see `Article.remap`) leads to; never ends before it starts. */
export function toFile(remap: Int32Array, span: Span): Span {
  const start = startIn(remap, span.start);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: Math.max(start, endIn(remap, span.end)) };
}

function startIn(remap: Int32Array, offset: number): number {
  const piece = pieceAt(remap, offset);
  if (piece < 0) return offset;
  return remap[piece + 2] === 0 ? remap[piece + 1]! + offset - remap[piece]! : remap[piece + 1]!;
}

/** The end of the last character, not the start of the next: markup may stand between the two. */
function endIn(remap: Int32Array, offset: number): number {
  const piece = pieceAt(remap, offset - 1);
  if (piece < 0) return offset;
  return remap[piece + 2] === 0 ? remap[piece + 1]! + offset - remap[piece]! : remap[piece + 1]! + remap[piece + 2]!;
}

/** Index in `remap` of the piece that holds the text offset, or -1 where there is none. */
export function pieceAt(remap: Int32Array, offset: number): number {
  let low = 0;
  let high = remap.length / 3 - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (remap[middle * 3]! <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high * 3 < 0 ? -1 : high * 3;
}

function startsOf(file: SourceFile): Int32Array {
  let starts = lineStarts.get(file);
  if (starts === undefined) lineStarts.set(file, (starts = findLineStarts(file.text)));
  return starts;
}

/** Offsets at which lines start. A line ends at \r\n, \n or \r. */
export function findLineStarts(text: string): Int32Array {
  const starts = [0];
  let feed = text.indexOf('\n');
  let turn = text.indexOf('\r');
  while (feed >= 0 || turn >= 0) {
    let next: number;
    if (turn >= 0 && (feed < 0 || turn < feed)) next = feed === turn + 1 ? feed + 1 : turn + 1;
    else next = feed + 1;
    starts.push(next);
    if (feed >= 0 && feed < next) feed = text.indexOf('\n', next);
    if (turn >= 0 && turn < next) turn = text.indexOf('\r', next);
  }
  return Int32Array.from(starts);
}

/** 0-based line that holds `offset`. */
function lineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
