// Where a piece of text stands: offsets inside an article while the stages run, lines and columns once a reader sees it.

/** A half-open range of UTF-16 code units in `Article.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the file as it is on disk: 1-based lines and columns in UTF-16 code units, end exclusive, a BOM not counted. */
export interface Evidence {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The characters between the two positions, as they stand in the decoded file. */
  readonly quote: string;
}
