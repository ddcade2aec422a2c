// The claims of a corpus, by what they speak of: check reads those that can meet a draft's, and no others.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Claim } from '../model/claim.ts';
import type { Fault } from '../model/fault.ts';
import { byPlace } from '../model/place.ts';
import type { FileReading } from '../model/reading.ts';
import type { Skipped } from '../model/result.ts';
import { joinParts } from '../pack/parts.ts';
import type { Packs } from '../pack/pack.ts';
import { close, openOwn } from './database.ts';
import { date, encodeDates, noDates } from './dates.ts';
import { encodeReading, seal } from './reading-bytes.ts';
import { writeSayings } from './sayings.ts';

export const VERSION = 6;
const TABLES = `
  CREATE TABLE about (data BLOB NOT NULL);
  CREATE TABLE file (path TEXT PRIMARY KEY, first INTEGER NOT NULL, articles INTEGER NOT NULL, digest BLOB NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE dates (data BLOB NOT NULL);
  CREATE TABLE bucket (attribute TEXT, region TEXT, data BLOB NOT NULL, PRIMARY KEY (attribute, region)) WITHOUT ROWID;
  CREATE TABLE part (saying INTEGER, part INTEGER, data BLOB NOT NULL, PRIMARY KEY (saying, part)) WITHOUT ROWID;
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
  /**
   * @param path files come in the order of their paths
   * @param compared those of its claims that others can meet
   */
  readonly add: (path: string, reading: FileReading, compared: readonly Claim[]) => void;
  /** Writes what is left. The file is whole only then. */
  readonly finish: (about: Omit<About, 'base'>) => void;
  readonly close: () => void;
}

/** @param file where it is written; nothing may be there @param home the folder in which it will stand @throws with the system's code */
export async function buildIndex(file: string, home: string, key: string, cwd: string, packs: Packs): Promise<IndexBuilder> {
  const database = await openOwn(file, { version: VERSION, key, tables: TABLES });
  if (database === null) throw Object.assign(new Error(`cannot write ${file}`), { code: 'EACCES' });
  const dates = noDates();
  const mixed = new Map<string, number[]>();
  const insertFile = database.prepare('INSERT INTO file VALUES (?, ?, ?, ?, ?)');
  const insertPart = database.prepare('INSERT INTO part VALUES (?, ?, ?)');
  const sayings = writeSayings((saying, part, data) => void insertPart.run(saying, part, data));
  database.exec('BEGIN IMMEDIATE');
  let last = '';
  return {
    add(path, reading, compared) {
      if (path < last) throw new Error(`${path} comes after ${last}`);
      last = path;
      const { articles } = reading;
      const first = dates.days.length;
      const digest = digestOf(resolve(cwd, path)) ?? new Uint8Array(0);
      insertFile.run(path, first, articles.length, digest, encodeReading({ ...reading, unread: null }));
      const numbers = new Map(articles.map(({ summary }, index) => [summary.id, first + index]));
      for (const { claims } of articles) date(dates, claims[0]);
      for (const [article, own] of Map.groupBy(compared, (claim) => claim.article)) {
        for (const claim of [...own].sort(byPlace)) sayings.add(claim, numbers.get(article)!);
        for (const attribute of tellsOfRegions(own, packs)) {
          const several = mixed.get(attribute) ?? [];
          several.push(numbers.get(article)!);
          mixed.set(attribute, several);
        }
      }
    },
    finish(about) {
      const bucket = database.prepare('INSERT INTO bucket VALUES (?, ?, ?)');
      sayings.finish((attribute, region, data) => void bucket.run(attribute, region, data));
      const several = database.prepare('INSERT INTO mixed VALUES (?, ?)');
      for (const [attribute, articles] of mixed) several.run(attribute, seal(joinParts([Uint32Array.from(articles)])));
      database.prepare('INSERT INTO dates VALUES (?)').run(seal(encodeDates(dates)));
      const base = relative(home, cwd).split(sep).join('/');
      database.prepare('INSERT INTO about VALUES (?)').run(seal(Buffer.from(JSON.stringify({ base, ...about } satisfies About))));
      database.exec('COMMIT');
    },
    close: () => close(database),
  };
}

/** Attributes of which the claims of one article say something for several regions, or imply it. */
function tellsOfRegions(claims: readonly Claim[], packs: Packs): string[] {
  const told = new Map<string, string | null>();
  for (const { attribute: own, region } of claims)
    for (const attribute of [own, ...(packs.touches.get(own) ?? [])]) {
      const code = region?.code ?? '';
      const before = told.get(attribute);
      told.set(attribute, before === undefined || before === code ? code : null);
    }
  return [...told].filter(([, code]) => code === null).map(([attribute]) => attribute);
}

/** What a file says, as one name; null where it cannot be read. */
export function digestOf(file: string): Uint8Array | null {
  try {
    return hash('sha1', readFileSync(file), 'buffer');
  } catch {
    return null;
  }
}
