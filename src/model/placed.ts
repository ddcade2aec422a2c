// An article of a format that only its own reader knows: text that knows its places in the file, in parts.
import type { BlockKind, SourceFile, TableCell } from './article.ts';

/** Some text, and where it stands in the file. */
export interface PlacedText {
  readonly text: string;
  /** Offset in `SourceFile.text`, in UTF-16 code units. */
  readonly at: number;
  /** 0 where the file has the very same characters there; else the units that stand for the text there (an entity, an escape), of which no part is told apart. */
  readonly raw: number;
}

/** A text with markup, of which claimlint makes blocks. */
export interface PlacedBody {
  readonly format: 'html' | 'markdown' | 'text';
  readonly text: readonly PlacedText[];
}

/** A block as its reader sees it. */
export interface PlacedBlock {
  readonly kind: BlockKind;
  /** Heading level 1–6, list nesting from 1, otherwise 0. */
  readonly level: number;
  readonly text: readonly PlacedText[];
  /** Of cells and captions, null otherwise. */
  readonly table: TableCell | null;
}

export interface PlacedArticle {
  /** Told apart from all others by it. */
  readonly id: string;
  /** What positions count in, and the name under which it is shown; articles of one file share it. */
  readonly file: SourceFile;
  readonly title: readonly PlacedText[];
  /** What it is about besides its title, such as its region; it gives no claims. */
  readonly context: readonly (readonly PlacedText[])[];
  /** ISO date of publication. */
  readonly published: string | null;
  /** In reading order. */
  readonly parts: readonly (PlacedBody | PlacedBlock)[];
}
