// The claims of a corpus, by what they speak of: check reads those that can meet a draft's, and no others.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Claim } from '../model/claim.ts';
import type { Fault } from '../model/fault.ts';
import type { FileReading } from '../model/reading.ts';
import type { Skipped } from '../model/result.ts';
import type { Packs } from '../pack/pack.ts';
import { claimTable } from './claim-table.ts';
import type { ClaimTable } from './claim-table.ts';
import { close, openOwn } from './database.ts';
import { encodeReading, seal } from './reading-bytes.ts';

export const VERSION = 3;
const TABLES = `
  CREATE TABLE about (data BLOB NOT NULL);
  CREATE TABLE file (path TEXT PRIMARY KEY, articles INTEGER NOT NULL, digest BLOB NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE bucket (attribute TEXT, region TEXT, data BLOB NOT NULL, PRIMARY KEY (attribute, region)) WITHOUT ROWID;
  CREATE TABLE mixed (attribute TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID`;

/** What an index tells of its corpus as a whole. */
export interface About {
  /** The folder that its paths are relative to, as seen from the folder of the index. */
  readonly base: string;
  readonly articles: number;
  readonly claims: number;
  readonly faults: readonly Fault[];
  readonly skipped: readonly Skipped[];
}

export interface IndexBuilder {
  /** @param compared those of its claims that others can meet; each is kept under its attribute and those of which it says something besides */
  readonly add: (path: string, reading: FileReading, compared: readonly Claim[]) => void;
  /** Writes what is left. The file is whole only then. */
  readonly finish: (about: Omit<About, 'base'>) => void;
  readonly close: () => void;
}

/** @param file where it is written; nothing may be there @param home the folder in which it will stand @throws with the system's code */
export async function buildIndex(file: string, home: string, key: string, cwd: string, packs: Packs): Promise<IndexBuilder> {
  const database = await openOwn(file, { version: VERSION, key, tables: TABLES });
  if (database === null) throw Object.assign(new Error(`cannot write ${file}`), { code: 'EACCES' });
  const buckets = new Map<string, Map<string, ClaimTable>>();
  /** By attribute, of which region each article says something; null where of several. */
  const told = new Map<string, Map<string, string | null>>();
  const files = new Map<string, string>();
  const insert = database.prepare('INSERT INTO file VALUES (?, ?, ?, ?)');
  database.exec('BEGIN IMMEDIATE');
  return {
    add(path, reading, compared) {
      insert.run(
        path,
        reading.articles.length,
        digestOf(resolve(cwd, path)) ?? new Uint8Array(0),
        encodeReading({ ...reading, unread: null }),
      );
      for (const claim of compared) {
        for (const attribute of [claim.attribute, ...(packs.touches.get(claim.attribute) ?? [])]) {
          const region = claim.region?.code ?? '';
          const regions = buckets.get(attribute) ?? new Map<string, ClaimTable>();
          const table = regions.get(region) ?? claimTable(false);
          buckets.set(attribute, regions.set(region, table));
          table.add(claim);
          files.set(claim.article, path);
          const articles = told.get(attribute) ?? new Map<string, string | null>();
          const before = articles.get(claim.article);
          told.set(attribute, articles.set(claim.article, before === undefined || before === region ? region : null));
        }
      }
    },
    finish(about) {
      const bucket = database.prepare('INSERT INTO bucket VALUES (?, ?, ?)');
      for (const [attribute, regions] of buckets) for (const [region, table] of regions) bucket.run(attribute, region, seal(table.bytes()));
      const mixed = database.prepare('INSERT INTO mixed VALUES (?, ?)');
      for (const [attribute, articles] of told) {
        const several = [...articles].filter(([, region]) => region === null).map(([article]) => [article, files.get(article)]);
        if (several.length > 0) mixed.run(attribute, seal(Buffer.from(JSON.stringify(several))));
      }
      const base = relative(home, cwd).split(sep).join('/');
      database.prepare('INSERT INTO about VALUES (?)').run(seal(Buffer.from(JSON.stringify({ base, ...about } satisfies About))));
      database.exec('COMMIT');
    },
    close: () => close(database),
  };
}

/** What a file says, as one name; null where it cannot be read. */
export function digestOf(file: string): Uint8Array | null {
  try {
    return hash('sha1', readFileSync(file), 'buffer');
  } catch {
    return null;
  }
}
