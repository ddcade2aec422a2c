// Compiled packs of an earlier run. To read YAML, to check it and to compile it costs more than all the rest of a small audit, and so does the code that does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheKey, readCache } from './cache.ts';
import type { Cache } from './cache.ts';
import { listPackFiles } from './list.ts';
import type { Packs } from './pack.ts';
import { decodeTables } from './tables.ts';

/** As `loadPacks`, which is loaded only where no entry of the cache holds the packs. */
export async function openPacks(dir: string, more: readonly string[], cache: Cache): Promise<Packs> {
  return keptPacks(dir, packsKey(dir, more), cache) ?? (await import('./load.ts')).loadPacks(dir, more, cache);
}

/** The packs of this key, or null where no folder keeps them. */
export function keptPacks(dir: string, key: string, cache: Cache): Packs | null {
  const content = readCache(cache, entryName(key));
  return content === null ? null : decodeTables(content, { folder: dir, key, cache });
}

export const entryName = (key: string): string => `${key}.packs`;

/** Names the content of all files, in their order. */
export function packsKey(dir: string, more: readonly string[]): string {
  const { languages, domains } = listPackFiles(dir, more);
  const regions = join(dir, 'regions');
  const files = [
    join(dir, 'language', 'traditional.txt'),
    ...readdirSync(regions)
      .sort()
      .map((name) => join(regions, name)),
    ...languages,
    '',
    ...domains,
  ];
  return cacheKey(files.map((file) => (file === '' ? '' : contentOf(file))));
}

/** What cannot be read is told by whoever parses it. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
