// A comment in a file, whatever its signs.

export interface Comment {
  /** Without the signs around it. */
  readonly text: string;
  /** Range in the file, signs included. */
  readonly start: number;
  readonly end: number;
}

/** The comments of HTML in a piece of a file that begins at `at`. */
export function markupComments(text: string, at: number): Comment[] {
  const found: Comment[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start + 4)) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    found.push({ text: text.slice(start + 4, close).trim(), start: at + start, end: at + close + 3 });
    start = close - 1;
  }
  return found;
}
