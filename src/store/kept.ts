// Readings of earlier runs, one row a file: a corpus of which one article has changed is read by reading that one.
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Passage } from '../model/passage.ts';
import type { FileReading, KeptReadings } from '../model/reading.ts';
import { close, discard, isBusy, isOurs, openOwn } from './database.ts';
import { decodeReading, encodeReading, seal, unseal } from './reading-bytes.ts';

const VERSION = 4;
const TABLES = `
  CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER, mtime REAL, seen REAL, digest BLOB, unread INTEGER, data BLOB) WITHOUT ROWID;
  CREATE TABLE passage (path TEXT PRIMARY KEY, digest BLOB, data BLOB) WITHOUT ROWID`;

const ENDING = '.claims';
/** Databases that are kept: one for each folder from which audits are run, and pack. */
const MOST = 16;
/** Larger files are refused by whoever reads them. */
const LARGEST = 20_000_000;
/** A file that was written so shortly before it was looked at may have been written again within the same tick of its clock. */
const TICK = 2000;
/** Rows that are written at once. */
const BATCH = 256;

export interface KeepOptions {
  /** Where the database may lie: the first that can be written. */
  readonly folders: readonly string[];
  readonly cwd: string;
  /** All that readings depend on besides what the files say. */
  readonly key: string;
  /** The clock by which files are dated, in milliseconds. */
  readonly now: () => number;
}

export interface Kept extends KeptReadings {
  readonly close: () => void;
}

/** Null where nothing can be kept. */
export async function openKept(options: KeepOptions): Promise<Kept | null> {
  const form = { version: VERSION, key: options.key, tables: TABLES };
  for (const folder of options.folders) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      continue;
    }
    const file = join(folder, options.key.slice(0, 40) + ENDING);
    const known = statSync(file, { throwIfNoEntry: false }) !== undefined;
    const database = await openOwn(file, form);
    if (database === null) continue;
    if (!known) prune(folder);
    return keptIn(database, file, options);
  }
  return null;
}

function keptIn(database: DatabaseSync, file: string, { cwd, now }: KeepOptions): Kept {
  const digests = new Map<string, Uint8Array>();
  const pending: [sql: string, values: SQLInputValue[]][] = [];
  let usable = true;
  /** What the database says, or `otherwise`; one that turns out to be damaged is not asked again, and made anew by the next run. */
  const attempt = <T>(work: () => T, otherwise: T): T => {
    if (!usable) return otherwise;
    try {
      return work();
    } catch (error) {
      if (!isOurs(error)) throw error;
      if (isBusy(error)) return otherwise;
      usable = false;
      close(database);
      discard(file);
      return otherwise;
    }
  };
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const flush = (): void => {
    const rows = pending.splice(0);
    attempt(() => {
      database.exec('BEGIN IMMEDIATE');
      for (const [sql, values] of rows) prepared(sql).run(...values);
      database.exec('COMMIT');
    }, undefined);
  };
  const put = (sql: string, ...values: SQLInputValue[]): void => {
    pending.push([sql, values]);
    if (pending.length >= BATCH) flush();
  };
  const ask = (sql: string, path: string): Record<string, SQLOutputValue> | undefined => attempt(() => prepared(sql).get(path), undefined);
  const passages = (path: string): Map<string, readonly Passage[]> => {
    const digest = digests.get(path);
    const found = digest && ask('SELECT digest, data FROM passage WHERE path = ?', path);
    return (found && same(found['digest'], digest) ? contentOf(found['data'], decodePassages) : null) ?? new Map();
  };
  return {
    look(path, unread) {
      const seen = now();
      const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size > LARGEST) return null;
      const found = ask('SELECT size, mtime, seen, digest, unread, data FROM file WHERE path = ?', path);
      const usual = found !== undefined && (!unread || found['unread'] === 1);
      const kept = (): FileReading | null => {
        const reading = contentOf(found?.['data'], decodeReading);
        return reading !== null && isAbout(reading, path) ? reading : null;
      };
      if (usual && found['size'] === stat.size && found['mtime'] === stat.mtimeMs && Number(found['seen']) - stat.mtimeMs > TICK) {
        const reading = kept();
        if (reading !== null) {
          digests.set(path, found['digest'] as Uint8Array);
          return { reading, bytes: null, keep: () => {} };
        }
      }
      let bytes: Buffer;
      try {
        bytes = readFileSync(resolve(cwd, path));
      } catch {
        return null;
      }
      const digest = hash('sha1', bytes, 'buffer');
      digests.set(path, digest);
      if (usual && same(found['digest'], digest)) {
        const reading = kept();
        if (reading !== null) {
          put('UPDATE file SET size = ?, mtime = ?, seen = ? WHERE path = ?', stat.size, stat.mtimeMs, seen, path);
          return { reading, bytes: null, keep: () => {} };
        }
      }
      const keep = (reading: FileReading): void => {
        const data = encodeReading(reading);
        const listed = reading.unread === null ? 0 : 1;
        put('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)', path, stat.size, stat.mtimeMs, seen, digest, listed, data);
      };
      return { reading: null, bytes, keep };
    },
    passages,
    keepPassages(path, made) {
      const digest = digests.get(path);
      if (digest === undefined) return;
      const all = [...passages(path), ...made];
      put('INSERT OR REPLACE INTO passage VALUES (?, ?, ?)', path, digest, seal(Buffer.from(JSON.stringify(all))));
    },
    close() {
      if (pending.length > 0) flush();
      if (usable) close(database);
    },
  };
}

/** What the bytes of a cell hold, or null where they are not what was written. */
function contentOf<T>(cell: unknown, decode: (bytes: Uint8Array) => T | null): T | null {
  if (!(cell instanceof Uint8Array)) return null;
  try {
    return decode(cell);
  } catch {
    // Bytes that are in order and hold something else: as good as none.
    return null;
  }
}

function decodePassages(bytes: Uint8Array): Map<string, readonly Passage[]> | null {
  const content = unseal(bytes);
  return content && new Map(JSON.parse(content.toString()) as [string, Passage[]][]);
}

const same = (cell: unknown, digest: Uint8Array): boolean => cell instanceof Uint8Array && Buffer.compare(cell, digest) === 0;

const isAbout = ({ articles, faults, directives }: FileReading, path: string): boolean =>
  articles.every(({ summary }) => summary.file === path) && [...faults, ...directives].every(({ file }) => file === path);

/** Removes all but the databases that were written last. */
function prune(folder: string): void {
  const written = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  for (const name of files.sort((a, b) => written(b) - written(a)).slice(MOST)) discard(join(folder, name));
}
