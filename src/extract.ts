// Articles → claims, file by file; what an earlier run has kept of a file that is the same is not read again.
import { join } from 'node:path';
import type { Article } from './model/article.ts';
import type { Claim } from './model/claim.ts';
import type { Directive } from './model/directive.ts';
import type { Fault } from './model/fault.ts';
import type { Passage } from './model/passage.ts';
import type { PlacedArticle } from './model/placed.ts';
import type { ArticleReading, FileReading, KeptReadings, Looked, Readers, SentReading } from './model/reading.ts';
import type { ArticleRecord } from './model/record.ts';
import type { ArticleSummary, Locale, Skipped } from './model/result.ts';
import type { UnreadSentence } from './model/unread.ts';
import type { Packs } from './pack/pack.ts';
import { isReadable } from './source/format.ts';
import { discover } from './source/discover.ts';
import { openLayouts } from './source/layouts.ts';

export { isReadable };

/** Articles that no file on the disk holds, or that only a reader of the caller's knows to read. */
export type Records = AsyncIterable<ArticleRecord | PlacedArticle> | Iterable<ArticleRecord | PlacedArticle>;

/** What the reading stages are told: either paths or records. */
export interface ReadingOptions {
  readonly paths: readonly string[];
  readonly records: Records | null;
  readonly cwd: string;
  readonly exclude: readonly string[];
  readonly locale: Locale;
  readonly packs: Packs;
  /** Files of which the bytes are at hand: read first, and not from disk. */
  readonly given?: ReadonlyMap<string, Uint8Array>;
  /** Files that are not read, since something else stands in their place. */
  readonly except?: ReadonlySet<string>;
  /** Readings of earlier runs; without it all is read. */
  readonly kept?: KeptReadings | null;
  /** Threads that read beside this one; what they read is told in the same order. */
  readonly readers?: Readers | null;
  /** Is told what each file gave, before `each` is told of its articles. */
  readonly onFile?: (file: string, reading: FileReading) => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** Is told every sentence that gave no claim, and why; without it no reason is looked for. */
  readonly onUnread?: (sentence: UnreadSentence) => void;
}

/** One article and its claims. */
export interface Reading {
  /** Null where the claims were kept or come from another thread; their provenance is empty then. */
  readonly article: Article | null;
  readonly summary: ArticleSummary;
  readonly claims: readonly Claim[];
  /** What another thread says of where the fields of each claim stand. */
  readonly provenance: readonly string[] | null;
}

/** A file whose turn to be told of is yet to come. */
interface Turn {
  readonly file: string;
  readonly looked: Looked | null;
  readonly sent: Promise<SentReading | null> | null;
}

type Told = FileReading & {
  readonly articles: readonly (ArticleReading & { article?: Article })[];
  readonly provenance?: readonly string[];
};

/** What the reading leaves besides claims. */
export interface Corpus {
  readonly files: number;
  readonly articles: readonly ArticleSummary[];
  readonly sentences: number;
  readonly unread: number;
  readonly skipped: readonly Skipped[];
  readonly faults: readonly Fault[];
  readonly directives: readonly Directive[];
}

/** Reads all articles in order; `each` is awaited, so that a slow reader of the claims holds the reading back. */
export async function extract(options: ReadingOptions, each: (reading: Reading) => void | Promise<void>): Promise<Corpus> {
  const { packs, cwd, locale, given, except, kept = null, readers = null } = options;
  const layouts = await openLayouts(join(packs.folder, 'layouts'), packs.cache, packs.layouts);
  const stages = { cwd, layouts, locale, packs, unread: options.onUnread !== undefined };
  const articles: ArticleSummary[] = [];
  const faults: Fault[] = [];
  const directives: Directive[] = [];
  let [files, sentences, unread] = [0, 0, 0];
  const take = async (reading: Told): Promise<void> => {
    faults.push(...reading.faults);
    directives.push(...reading.directives);
    if (reading.articles.length > 0) files++;
    if (options.onUnread) for (const sentence of reading.unread ?? []) options.onUnread(sentence);
    let told = 0;
    for (const { article = null, summary, claims, sentences: count } of reading.articles) {
      const provenance = reading.provenance?.slice(told, (told += claims.length)) ?? null;
      sentences += count;
      unread += summary.unread ?? 0;
      articles.push(summary);
      await each({ article, summary, claims, provenance });
    }
  };
  if (options.records) {
    const { readOne } = await import('./read-file.ts');
    const ids = new Set<string>();
    for await (const record of options.records) await take(await readOne(withOwnId(record, ids), stages));
    files = new Set(articles.map(({ file }) => file)).size;
    return { files, articles, sentences, unread, skipped: [], faults, directives };
  }
  const found = await discover(options.paths, { cwd, exclude: options.exclude, exports: packs.exports, locale });
  faults.push(...found.faults);
  const named = [...(given?.keys() ?? []), ...found.files.filter((file) => !given?.has(file) && !except?.has(file))];
  const turns: Turn[] = [];
  let [done, read] = [0, 0];
  const settle = async ({ file, looked, sent }: Turn): Promise<void> => {
    const known = looked?.reading ?? (await sent);
    if (known) {
      options.onFile?.(file, known);
      await take(known);
      if (!looked?.reading) looked?.keep(known);
    } else {
      // What was looked at is what is read, though somebody writes the file meanwhile.
      const bytes = looked?.bytes ? new Map([[file, looked.bytes]]) : given;
      const { readFile } = await import('./read-file.ts');
      const reading = await readFile(file, { ...stages, given: bytes });
      options.onFile?.(file, reading);
      await take(reading);
      looked?.keep(reading);
    }
    options.onProgress?.(++done, named.length);
  };
  for (const [index, file] of named.entries()) {
    const looked = given?.has(file) ? null : (kept?.look(file, stages.unread) ?? null);
    const fresh = !looked?.reading && !given?.has(file);
    const sent = fresh && readers?.pays(read++, named.length - index) ? readers.read(file, looked?.bytes ?? null) : null;
    turns.push({ file, looked, sent });
    // Without other threads a file is told of before the next is looked at.
    const ahead = readers !== null && turns.some((turn) => turn.sent !== null) ? readers.ahead : 0;
    while (turns.length > ahead) await settle(turns.shift()!);
  }
  for (const turn of turns) await settle(turn);
  return { files, articles, sentences, unread, skipped: found.skipped, faults, directives };
}

/** Claims are known by the ids of their articles: one that is there already gets its number behind it, as a row of an export does. */
function withOwnId<T extends ArticleRecord | PlacedArticle>(record: T, ids: Set<string>): T {
  const own = ids.has(record.id) ? { ...record, id: `${record.id}@${ids.size + 1}` } : record;
  ids.add(own.id);
  return own;
}

/** The text around the quotes of `claims`; their articles are read once more: while all are read, none is held. */
export async function quote(
  claims: readonly Claim[],
  provenance: ReadonlyMap<string, string>,
  options: Pick<ReadingOptions, 'packs' | 'cwd' | 'locale' | 'given' | 'kept'>,
): Promise<Map<string, readonly Passage[]>> {
  const { packs, cwd, locale, given, kept = null } = options;
  const layouts = await openLayouts(join(packs.folder, 'layouts'), packs.cache, packs.layouts);
  const passages = new Map<string, readonly Passage[]>();
  for (const [file, own] of Map.groupBy(claims, ({ evidence }) => evidence.file)) {
    const known = given?.has(file) ? undefined : kept?.passages(file);
    const missing = own.filter(({ id }) => !known?.has(id));
    for (const { id } of own) if (known?.has(id)) passages.set(id, known.get(id)!);
    if (missing.length === 0) continue;
    const { passagesIn } = await import('./read-file.ts');
    const made = await passagesIn(file, missing, provenance, { cwd, layouts, locale, packs, given, unread: false });
    for (const [id, around] of made) passages.set(id, around);
    if (!given?.has(file)) kept?.keepPassages(file, made);
  }
  return passages;
}
