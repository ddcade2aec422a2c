// Files written whole or not at all: beside their target first, then renamed, all of them or none.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locale } from '../model/result.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { reasonOf, say } from './messages.ts';
import { shown } from './settings.ts';

export interface Output {
  /** Absolute path. */
  readonly file: string;
  /** Made when its turn comes and written as it is made: the report of a large corpus is never held whole. */
  readonly pieces: () => Iterable<string | Uint8Array>;
}

/** @throws CliError where a file cannot be written; then none of them is, and no temporary file is left */
export function writeWhole(outputs: readonly Output[], io: Io, locale: Locale): void {
  const pending: { temporary: string; target: string }[] = [];
  const made: string[] = [];
  let current = '';
  try {
    for (const { file, pieces } of outputs) {
      current = file;
      made.push(...makeFolder(dirname(file)));
      const target = existsSync(file) ? realpathSync(file) : file;
      const kind = statSync(target, { throwIfNoEntry: false });
      if (kind?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      if (kind !== undefined && !kind.isFile()) {
        // A device or a pipe is written to; a rename would replace it.
        writePieces(target, pieces(), 'w');
        continue;
      }
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      pending.push({ temporary, target });
      writePieces(temporary, pieces(), 'wx');
    }
    for (const { temporary, target } of pending) {
      current = target;
      renameSync(temporary, target);
    }
  } catch (error) {
    for (const { temporary } of pending) quietly(() => unlinkSync(temporary));
    for (const folder of made.reverse()) quietly(() => rmdirSync(folder));
    // What has no code of the system's is no failure to write.
    if ((error as { code?: unknown }).code === undefined) throw error;
    throw new CliError(say(locale, 'write.failed', { file: shown(current, io), reason: reasonOf(locale, error) }));
  }
}

/** Characters that are put together before they are written. */
const BATCH = 1 << 20;

function writePieces(file: string, pieces: Iterable<string | Uint8Array>, flag: 'w' | 'wx'): void {
  const descriptor = openSync(file, flag);
  try {
    let batch = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') batch += piece;
      if (typeof piece === 'string' && batch.length < BATCH) continue;
      writeFileSync(descriptor, batch);
      batch = '';
      if (typeof piece !== 'string') writeFileSync(descriptor, piece);
    }
    writeFileSync(descriptor, batch);
  } finally {
    closeSync(descriptor);
  }
}

/** Standard output, whole. A reader that went away (`| head`) is no failure. @throws CliError on a full disk and the like */
export async function print(text: string | Uint8Array, io: Io, locale: Locale): Promise<void> {
  try {
    await io.out(text);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EPIPE') return;
    throw new CliError(say(locale, 'write.stdout', { reason: reasonOf(locale, error) }));
  }
}

/** Makes a folder and what is missing above it; returns what was made, outermost first. `recursive` of mkdir never returns in /proc. */
function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) mkdirSync(path);
  return missing;
}

function quietly(undo: () => void): void {
  try {
    undo();
  } catch {
    // It was not made, or is not ours alone: nothing to undo.
  }
}
