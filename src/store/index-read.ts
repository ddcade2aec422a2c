// An index as check uses it: what concerns a draft is read, the rest stays on disk. It may be anybody's file: nothing in it is trusted.
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Claim } from '../model/claim.ts';
import { byPlace } from '../model/place.ts';
import type { FileReading } from '../model/reading.ts';
import type { Saying } from '../model/saying.ts';
import { splitParts } from '../pack/parts.ts';
import { decodeClaims } from './claim-table.ts';
import { close, isOf, isOurs } from './database.ts';
import { decodeDates } from './dates.ts';
import { digestOf, VERSION } from './index-build.ts';
import type { About } from './index-build.ts';
import { decodeReading, unseal } from './reading-bytes.ts';
import { readSayings } from './sayings.ts';
import { isSound } from './sound.ts';

/** Why an index cannot be used: its bytes are not what was written, or it was written by another version, with other packs. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
  readonly reason: 'damaged' | 'other';
  constructor(reason: 'damaged' | 'other') {
    super(reason);
    this.reason = reason;
  }
}

export interface IndexedFile {
  readonly reading: FileReading;
  /** Whether the file on disk is what was read; null where it is not at hand. */
  readonly same: boolean | null;
}

/** Its methods throw IndexError for what is not as it was written. Paths are as the caller knows them. */
export interface Index {
  readonly about: About;
  /**
   * What is said by the claims of the attributes and regions (of none: '') for which the test holds, in the order of places.
   * @param files of which nothing is told
   */
  readonly sayings: (isWanted: (attribute: string, region: string) => boolean, files: ReadonlySet<string>) => Saying[];
  /** Numbers of the articles that say something of an attribute for several regions. */
  readonly mixed: (attribute: string) => ReadonlySet<number>;
  /** Whether something that was asked for later turned out to be damaged, and was left out. */
  readonly isDamaged: () => boolean;
  readonly file: (path: string) => IndexedFile | null;
  /** Number of articles in a file of the corpus. */
  readonly articlesIn: (path: string) => number;
  readonly close: () => void;
}

/** @throws IndexError */
export async function openIndex(file: string, key: string, cwd: string): Promise<Index> {
  const { DatabaseSync: Database } = await import('node:sqlite');
  let database: DatabaseSync | null = null;
  const trying = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof IndexError) throw error;
      // Bytes in order that hold something else are met by whoever takes them apart.
      if (isOurs(error) || error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)
        throw new IndexError('damaged');
      throw error;
    }
  };
  const one = (sql: string, ...values: string[]): Record<string, SQLOutputValue> | undefined =>
    trying(() => database!.prepare(sql).get(...values));
  try {
    database = trying(() => new Database(file, { readOnly: true }));
    trying(() => database!.exec('PRAGMA trusted_schema = OFF'));
    if (!trying(() => isOf(database!, { version: VERSION, key, tables: '' }))) throw new IndexError('other');
    const about = trying(() => JSON.parse(content(one('SELECT data FROM about')?.['data']).toString()) as About);
    const paths = renaming(resolve(dirname(file), about.base), cwd);
    let dates: ReturnType<typeof decodeDates> | null = null;
    let damaged = false;
    /** The first of the articles of a file, and the one after its last. */
    const rangeOf = (path: string): [first: number, after: number] => {
      const row = one('SELECT first, articles FROM file WHERE path = ?', paths.to(path));
      const first = Number(row?.['first'] ?? 0);
      return [first, first + Number(row?.['articles'] ?? 0)];
    };
    const parts = database.prepare('SELECT data FROM part WHERE saying = ? AND part = ?');
    const part = (saying: number, number: number): readonly Claim[] | null => {
      try {
        return trying(() => soundly(decodeClaims(content(parts.get(saying, number)?.['data']))));
      } catch (error) {
        if (!(error instanceof IndexError)) throw error;
        damaged = true;
        return null;
      }
    };
    return {
      about,
      sayings: (isWanted, files) =>
        trying(() => {
          const left = [...files].map(rangeOf);
          const found: Saying[] = [];
          const beside = {
            ...(dates ??= decodeDates(content(one('SELECT data FROM dates')?.['data']))),
            part,
            isLeftOut: (article: number): boolean => left.some(([first, after]) => article >= first && article < after),
            renamed: (claim: Claim): Claim => renamed(claim, paths.from),
          };
          const bucket = database!.prepare('SELECT data FROM bucket WHERE attribute = ? AND region = ?');
          for (const { attribute, region } of database!.prepare('SELECT attribute, region FROM bucket').all()) {
            const [of, where] = [String(attribute), String(region)];
            if (!isWanted(of, where)) continue;
            const sayings = readSayings(content(bucket.get(of, where)?.['data']), beside);
            soundly(sayings.map(({ claim }) => claim));
            if (sayings.some(({ claim }) => claim.attribute !== of)) throw new IndexError('damaged');
            found.push(...sayings);
          }
          return found.sort((a, b) => byPlace(a.claim, b.claim));
        }),
      mixed: (attribute) =>
        trying(() => {
          const found = one('SELECT data FROM mixed WHERE attribute = ?', attribute);
          return new Set(found === undefined ? [] : splitParts(content(found['data'])).array(Uint32Array));
        }),
      isDamaged: () => damaged,
      file(path) {
        const row = one('SELECT digest, data FROM file WHERE path = ?', paths.to(path));
        if (row === undefined) return null;
        const reading = trying(() => decodeReading(row['data'] as Uint8Array));
        if (reading === null) throw new IndexError('damaged');
        const digest = digestOf(resolve(cwd, path));
        return { reading: renamedReading(reading, paths.from), same: digest && Buffer.compare(digest, row['digest'] as Uint8Array) === 0 };
      },
      articlesIn: (path) => {
        const [first, after] = rangeOf(path);
        return after - first;
      },
      close: () => close(database),
    };
  } catch (error) {
    close(database);
    throw error;
  }
}

function soundly(claims: Claim[]): Claim[] {
  if (!claims.every(isSound)) throw new IndexError('damaged');
  return claims;
}

function content(cell: unknown): Buffer {
  const bytes = cell instanceof Uint8Array ? unseal(cell) : null;
  if (bytes === null) throw new IndexError('damaged');
  return bytes;
}

interface Renaming {
  /** From a path of the index to the caller's, and back. */
  readonly from: (path: string) => string;
  readonly to: (path: string) => string;
}

/** The index was made in one folder and is asked from another. */
function renaming(base: string, cwd: string): Renaming {
  if (resolve(base) === resolve(cwd)) return { from: (path) => path, to: (path) => path };
  const between =
    (from: string, to: string) =>
    (path: string): string => {
      if (isAbsolute(path)) return path;
      const moved = relative(to, join(from, path));
      return (isAbsolute(moved) || moved === '' ? join(from, path) : moved).split(sep).join('/');
    };
  return { from: between(base, cwd), to: between(cwd, base) };
}

/** Ids begin with the path of their file. */
const renamedId = (id: string, file: string, from: Renaming['from']): string =>
  id.startsWith(file) ? from(file) + id.slice(file.length) : id;

function renamed(claim: Claim, from: Renaming['from']): Claim {
  const { file } = claim.evidence;
  if (from(file) === file) return claim;
  return {
    ...claim,
    id: renamedId(claim.id, file, from),
    article: renamedId(claim.article, file, from),
    evidence: { ...claim.evidence, file: from(file) },
  };
}

function renamedReading({ articles, faults, directives, unread }: FileReading, from: Renaming['from']): FileReading {
  return {
    articles: articles.map(({ summary, claims, ...article }) => ({
      ...article,
      summary: { ...summary, file: from(summary.file), id: renamedId(summary.id, summary.file, from) },
      claims: claims.map((claim) => renamed(claim, from)),
    })),
    faults: faults.map((fault) => ({ ...fault, file: from(fault.file) })),
    directives: directives.map((directive) => ({ ...directive, file: from(directive.file) })),
    unread,
  };
}
