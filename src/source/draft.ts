// An article while it is being read: blocks go in, an Article comes out.
import type { Article, Block, BlockKind, SourceFile, TableCell } from '../model/article.ts';
import { appendPieces, trim } from './strand.ts';
import type { Piece } from './strand.ts';

export interface Draft {
  /** Adds a block, trimmed; an empty one is left out. Returns whether there was something to add. */
  add(kind: BlockKind, level: number, pieces: readonly Piece[], table?: TableCell | null): boolean;
  /** Number of blocks so far that may give claims: all but title, context and note. */
  readonly substance: number;
  /** A number for the next table. */
  newTable(): number;
  finish(about: { id: string; title: string; published: string | null; teaser: boolean }): Article;
}

const WITHOUT_SUBSTANCE: ReadonlySet<BlockKind> = new Set<BlockKind>(['title', 'context', 'note']);

export function startDraft(file: SourceFile): Draft {
  const texts: string[] = [];
  const remap: number[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let substance = 0;
  let tables = 0;
  return {
    add(kind, level, pieces, table = null) {
      const trimmed = trim(pieces);
      if (trimmed.length === 0) return false;
      if (blocks.length > 0) {
        texts.push('\n');
        length++;
      }
      const start = length;
      length = appendPieces(trimmed, length, texts, remap);
      blocks.push({ kind, level, start, end: length, table });
      if (!WITHOUT_SUBSTANCE.has(kind)) substance++;
      return true;
    },
    get substance() {
      return substance;
    },
    newTable: () => tables++,
    finish: (about) => ({ ...about, file, text: texts.join(''), blocks, remap: Int32Array.from(remap) }),
  };
}
