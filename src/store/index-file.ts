// Which files are indexes.
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** With these bytes begins every file of SQLite. */
const MAGIC = 'SQLite format 3\0';
const ENDING = '.index';

/** Whether a path is an index, whole or not: its name says so, or its first bytes. */
export function isIndex(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  if (file.endsWith(ENDING)) return true;
  const bytes = Buffer.alloc(MAGIC.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString('latin1') === MAGIC;
}
