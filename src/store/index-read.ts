// An index as check uses it: what concerns a draft is read, the rest stays on disk. It may be anybody's file: nothing in it is trusted.
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Claim } from '../model/claim.ts';
import type { FileReading } from '../model/reading.ts';
import { decodeClaims } from './claim-table.ts';
import { close, isOf, isOurs } from './database.ts';
import { digestOf, VERSION } from './index-build.ts';
import type { About } from './index-build.ts';
import { decodeReading, unseal } from './reading-bytes.ts';

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
  /** Its claims of these attributes, without their quotes; `isWanted` is asked of the codes of regions, of none as ''. */
  readonly claims: (attributes: readonly string[], isWanted: (region: string) => boolean) => Claim[];
  /** Articles that have claims of one of these attributes for several regions. */
  readonly mixed: (attributes: readonly string[]) => ReadonlySet<string>;
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
    return {
      about,
      claims: (attributes, isWanted) =>
        trying(() => {
          const regions = database!.prepare('SELECT region FROM bucket WHERE attribute = ?');
          const bucket = database!.prepare('SELECT data FROM bucket WHERE attribute = ? AND region = ?');
          const found = new Map<string, Claim>();
          for (const attribute of attributes)
            for (const { region } of regions.all(attribute)) {
              if (!isWanted(String(region))) continue;
              for (const claim of decodeClaims(content(bucket.get(attribute, String(region))?.['data']))) found.set(claim.id, claim);
            }
          return Array.from(found.values(), (claim) => renamed(claim, paths.from));
        }),
      mixed: (attributes) =>
        trying(() => {
          const rows = database!.prepare('SELECT data FROM mixed WHERE attribute = ?');
          const told = attributes.flatMap((attribute) => rows.all(attribute).map(({ data }) => content(data).toString()));
          return new Set(told.flatMap((text) => (JSON.parse(text) as [string, string][]).map(([id, of]) => renamedId(id, of, paths.from))));
        }),
      file(path) {
        const row = one('SELECT digest, data FROM file WHERE path = ?', paths.to(path));
        if (row === undefined) return null;
        const reading = trying(() => decodeReading(row['data'] as Uint8Array));
        if (reading === null) throw new IndexError('damaged');
        const digest = digestOf(resolve(cwd, path));
        return { reading: renamedReading(reading, paths.from), same: digest && Buffer.compare(digest, row['digest'] as Uint8Array) === 0 };
      },
      articlesIn: (path) => Number(one('SELECT articles FROM file WHERE path = ?', paths.to(path))?.['articles'] ?? 0),
      close: () => close(database),
    };
  } catch (error) {
    close(database);
    throw error;
  }
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
