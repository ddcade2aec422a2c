// An article that comes as data instead of a file: one line of JSON on standard input.

export interface ArticleRecord {
  readonly id: string;
  /** As it is to be shown. Evidence counts lines of the title and, below it, the text. */
  readonly file: string;
  readonly title: string;
  readonly text: string;
  /** Free text of a region, as in front matter. */
  readonly region: string | null;
  /** ISO publication date. */
  readonly published: string | null;
}
