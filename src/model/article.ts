// What `source` makes of a file: articles of plain text in blocks, each character traceable to the file.

/**
 * What a block is to a reader. `context` (site name, breadcrumb, front-matter region or tags) gives context and no claims;
 * `note` (disclaimers, boilerplate) gives neither.
 */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'caption' | 'cell' | 'context' | 'note';

export interface TableCell {
  /** Number of the table inside the article, from 0; its caption block carries the same number. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** A cell of a header row or a `<th>`. */
  readonly header: boolean;
}

export interface Block {
  readonly kind: BlockKind;
  /** Heading level 1–6, list nesting from 1, otherwise 0. */
  readonly level: number;
  /** Range in `Article.text`; blocks are in reading order, do not overlap, and a line feed stands between two of them. */
  readonly start: number;
  readonly end: number;
  /** Set on cells and captions (a caption has row and column -1). */
  readonly table: TableCell | null;
}

/** A decoded file. Offsets into `text` are what `remap` points to. */
export interface SourceFile {
  /** As it is to be shown: relative to the caller's folder, with `/`. */
  readonly path: string;
  /** Decoded text without a byte order mark, line ends as they are on disk. */
  readonly text: string;
}

export interface Article {
  /** `path` for the only article of a file, `path#n` (n from 1) for the teasers that follow it. */
  readonly id: string;
  readonly file: SourceFile;
  readonly title: string;
  /** ISO date (`2025-03-19`) that the file states as publication date, or null. */
  readonly published: string | null;
  readonly teaser: boolean;
  /** The article's text: its blocks joined by line feeds. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /**
   * Flat triples (text offset, file offset, raw length), ascending by text offset; a piece runs to the next one's text offset.
   * Raw length 0: characters map one to one. Otherwise the piece is one character that takes `raw length` units in the file
   * (an entity, an escape). Line feeds between blocks need no piece of their own.
   */
  readonly remap: Int32Array;
}
