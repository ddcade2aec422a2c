// What costs time to derive (parsed files, compiled packs, the register), kept on disk. An entry is named by what it was made of, and never trusted.
import { createHash, hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { TOOL } from '../model/tool.ts';

/** Folders in which entries are looked for, in this order, and kept, in the first that can be written. */
export type Cache = readonly string[];

/** Raised whenever the form of an entry changes. */
const FORM = 7;

/** `clm` and the form, in the byte order of the machine that wrote it: elsewhere it is another number. */
const MAGIC = 0x636c_6d00 + FORM;
/** Magic and length of the content in four bytes each, digest, a gap up to where arrays of any kind may begin. */
const DIGEST = 8;
const HEADER = 32;
/** More entries than this are not kept, by their ending: compiled packs take some megabytes, their files, layouts and register little. */
const MOST_ENTRIES: Readonly<Record<string, number>> = { '.packs': 12, '.yaml': 300, '.json': 100 };

const digestOf = (content: Uint8Array): Buffer => hash('sha1', content, 'buffer');

let code: string | null = null;

/**
 * What the code is that makes entries: its version and the names of the files beside this one, which in a bundle hold hashes of what they say;
 * in a checkout, where code changes without either, also what they say.
 */
function codeStamp(): string {
  if (code === null) {
    const folder = import.meta.dirname;
    const names = readdirSync(folder).sort();
    code = [TOOL.version, ...names].join('\u0000');
    if (import.meta.filename.endsWith('.ts')) code += names.map((name) => `\u0000${readFileSync(join(folder, name), 'latin1')}`).join('');
  }
  return code;
}

/** Name of the entry for these texts; any change of any of them, or of the code, is another name. */
export function cacheKey(texts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256').update(`packs ${FORM} ${codeStamp()}`);
  for (const text of texts) digest.update(`\u0000${text.length}\u0000`).update(text);
  return digest.digest('hex');
}

/** The content of an entry, or null where no folder holds one that is whole. */
export function readCache(folders: Cache, name: string): Buffer | null {
  for (const folder of folders) {
    const content = readEntry(folder, name);
    if (content !== null) return content;
  }
  return null;
}

function readEntry(folder: string, name: string): Buffer | null {
  let file: Buffer;
  try {
    file = readFileSync(join(folder, name));
  } catch {
    return null;
  }
  if (file.length < HEADER) return null;
  const [magic, length] = new Uint32Array(file.buffer.slice(file.byteOffset, file.byteOffset + DIGEST));
  const content = file.subarray(HEADER);
  const whole = magic === MAGIC && length === content.length && digestOf(content).equals(file.subarray(DIGEST, DIGEST + 20));
  return whole ? content : null;
}

/** Keeps an entry in the first folder that can be written. That none can is no fault: the next run derives it again. */
export function writeCache(folders: Cache, name: string, content: Uint8Array): void {
  for (const folder of folders) if (writeEntry(folder, name, content)) return;
}

/** Whole or not at all, also where two processes do so at the same time. */
function writeEntry(folder: string, name: string, content: Uint8Array): boolean {
  const part = join(folder, `${name}.${randomUUID()}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, entryOf(content));
    renameSync(part, join(folder, name));
  } catch {
    discard(part);
    return false;
  }
  prune(folder, extname(name));
  return true;
}

/** Removes a file, if that can be done. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It costs nothing but room.
  }
}

function entryOf(content: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  header.set(new Uint8Array(Uint32Array.of(MAGIC, content.length).buffer));
  header.set(digestOf(content), DIGEST);
  return Buffer.concat([header, content]);
}

/** Removes all but the entries of this ending that were written last. */
function prune(folder: string, ending: string): void {
  const entries = readdirSync(folder).filter((name) => name.endsWith(ending));
  const most = MOST_ENTRIES[ending] ?? 0;
  if (entries.length <= most) return;
  const written = new Map(entries.map((name) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  const old = entries.sort((a, b) => written.get(b)! - written.get(a)!).slice(most);
  for (const name of old) discard(join(folder, name));
}

/** A value of JSON that `make` gives, made anew only where no entry for the texts of a file is kept. */
export function kept<T>(folders: Cache, texts: readonly string[], make: () => T): T {
  if (folders.length === 0) return make();
  const name = `${cacheKey(texts)}.yaml`;
  return entryValue<T>(folders, name) ?? keep(folders, name, make());
}

/** As `kept`, for what is made of several files, by code that is loaded only if there is need of it. */
export async function keptLater<T>(folders: Cache, texts: readonly string[], make: () => Promise<T>): Promise<T> {
  if (folders.length === 0) return make();
  const name = `${cacheKey(texts)}.json`;
  return entryValue<T>(folders, name) ?? keep(folders, name, await make());
}

function entryValue<T>(folders: Cache, name: string): T | null {
  const content = readCache(folders, name);
  return content === null ? null : (JSON.parse(content.toString()) as T);
}

function keep<T>(folders: Cache, name: string, value: T): T {
  writeCache(folders, name, Buffer.from(JSON.stringify(value)));
  return value;
}
