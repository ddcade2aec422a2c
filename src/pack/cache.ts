// Parsed pack files kept on disk: YAML costs half a second, and packs change seldom. What is kept is named by its content.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raised whenever the checked form of a pack file changes. */
const FORM = 4;

/** Name of the entry for these texts; any change of any of them is another name. */
export function cacheKey(texts: readonly string[]): string {
  const hash = createHash('sha256').update(`packs ${FORM}`);
  for (const text of texts) hash.update(`\u0000${text.length}\u0000`).update(text);
  return hash.digest('hex');
}

/** The entry, or null where there is none that can be read. */
export function readCache(folder: string, key: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8'));
  } catch {
    return null;
  }
}

/** Keeps an entry, whole or not at all. A folder that cannot be written is no fault: the next run parses again. */
export function writeCache(folder: string, key: string, value: unknown): void {
  const part = join(folder, `${key}.${randomUUID()}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, JSON.stringify(value));
    renameSync(part, join(folder, `${key}.json`));
  } catch {
    rmSync(part, { force: true });
  }
}
