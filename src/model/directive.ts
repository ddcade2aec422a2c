// A comment in an article that asks to leave a kind of finding alone where it stands. It is told in every report, and may be overruled.

export interface Directive {
  readonly file: string;
  /** 1-based line on which the comment begins. */
  readonly line: number;
  /** What it says, without the signs of a comment: `claimlint-disable-next-line contradiction -- reason`. */
  readonly text: string;
  /** What it speaks of: the next paragraph, item, heading or row of a table, or what stands on its own line. Null where there is nothing. */
  readonly place: Place | null;
}

/** 1-based lines and columns in the file, as in `Evidence`; end exclusive. */
export interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
