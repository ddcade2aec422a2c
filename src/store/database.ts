// A file of SQLite that is one of ours, or none: whatever is wrong with it, it is seen here.
import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Milliseconds that one waits for another process to finish its writing. */
const PATIENCE = 2000;

export interface Form {
  /** Raised whenever the tables or what is in them change. */
  readonly version: number;
  /** What else its content depends on. */
  readonly key: string;
  /** Statements that make its tables. */
  readonly tables: string;
}

const META = 'CREATE TABLE meta (key TEXT NOT NULL)';

/** Opens or makes the database at `file`; one that is damaged or of another form is made anew. Null where that cannot be done. */
export async function openOwn(file: string, form: Form): Promise<DatabaseSync | null> {
  const { DatabaseSync: Database } = await import('node:sqlite');
  for (const again of [true, false]) {
    let database: DatabaseSync | null = null;
    try {
      database = new Database(file, { timeout: PATIENCE });
      // What is lost when the machine fails is made again; that it is whole is not taken on trust.
      database.exec('PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF');
      if (isOf(database, form)) return database;
      if (versionOf(database) === 0) {
        database.exec(`BEGIN IMMEDIATE; ${META}; ${form.tables}; PRAGMA user_version = ${form.version}`);
        database.prepare('INSERT INTO meta VALUES (?)').run(form.key);
        database.exec('COMMIT');
        return database;
      }
    } catch (error) {
      if (isBusy(error) || !isOurs(error)) {
        close(database);
        if (isOurs(error)) return null;
        throw error;
      }
    }
    close(database);
    if (again && !discard(file)) return null;
  }
  return null;
}

/** Whether the database is whole as far as one sees at once, and made for this form. */
export function isOf(database: DatabaseSync, { version, key }: Form): boolean {
  if (versionOf(database) !== version) return false;
  // A view or a trigger under one of our names would be somebody else's code.
  const schema = database.prepare("SELECT count(*) AS strange FROM sqlite_schema WHERE type NOT IN ('table', 'index')").get();
  return schema?.['strange'] === 0 && database.prepare('SELECT key FROM meta').get()?.['key'] === key;
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** SQLITE_BUSY and SQLITE_LOCKED: another process is at it. */
export const isBusy = (error: unknown): boolean => [5, 6].includes(Number((error as { errcode?: unknown }).errcode) & 0xff);

/** Whether an error is one of the database, not a bug. */
export const isOurs = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ERR_SQLITE_ERROR';

export function close(database: DatabaseSync | null): void {
  try {
    if (database?.isOpen) database.close();
  } catch (error) {
    if (!isOurs(error)) throw error;
  }
}

/** Removes the file and what belongs to it; false where that cannot be done. */
export function discard(file: string): boolean {
  try {
    for (const part of [file, `${file}-journal`]) rmSync(part, { force: true });
    return true;
  } catch {
    return false;
  }
}
