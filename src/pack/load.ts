// packs/ → Packs: read, checked, compiled, and kept for the next time.
import { TooManyWords } from './automaton.ts';
import { writeCache } from './cache.ts';
import type { Cache } from './cache.ts';
import { compilePacks } from './compile.ts';
import { PackError } from './error.ts';
import { entryName, keptPacks, packsKey } from './kept.ts';
import { shownPath } from './list.ts';
import type { Packs } from './pack.ts';
import { decodeTables, encodeTables } from './tables.ts';
import type { PackTables } from './tables.ts';

/**
 * Loads the shipped packs of `dir` and the additional domain folders `more`.
 * `cache`: folders where what was compiled is kept between runs; none where nothing is to be kept.
 * Throws PackError with file, line and column for anything that does not fit.
 */
export function loadPacks(dir: string, more: readonly string[] = [], cache: Cache = []): Packs {
  const key = packsKey(dir, more);
  const kept = keptPacks(dir, key, cache);
  if (kept !== null) return kept;
  const tables = compilePacks(dir, more, cache);
  const compiled = encoded(tables, more.at(-1) ?? dir);
  // Somebody may have written a file meanwhile: what was compiled is then of no known content.
  if (cache.length > 0 && packsKey(dir, more) === key) writeCache(cache, entryName(key), compiled);
  return decodeTables(compiled, { folder: dir, key, cache });
}

function encoded(tables: PackTables, folder: string): Buffer {
  try {
    return encodeTables(tables);
  } catch (error) {
    throw error instanceof TooManyWords ? new PackError(shownPath(folder), 1, 1, 'lexicon.too-large') : error;
  }
}
