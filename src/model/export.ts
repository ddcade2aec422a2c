// Exports of a CMS, many articles in one file: which field is what, as the config says.

export const BODY_FORMATS = ['auto', 'html', 'markdown', 'text'] as const;
export type BodyFormat = (typeof BODY_FORMATS)[number];

/** A field without names is looked for under the usual ones. */
export interface ExportRule {
  /** Patterns as in .gitignore, relative to the caller's folder. */
  readonly files: readonly string[];
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly region: readonly string[];
  readonly published: readonly string[];
  readonly format: BodyFormat;
  /** Null: as the head of the file suggests. */
  readonly delimiter: string | null;
}
