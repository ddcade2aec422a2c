// How many threads read the articles of a run.
import { availableParallelism } from 'node:os';
import type { Readers } from '../model/reading.ts';
import type { Locale } from '../model/result.ts';
import type { Packs } from '../pack/index.ts';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { single } from './options.ts';

const MOST = 64;
/** Without being told: beyond so many, the thread that compares has more to do than to wait. */
const USUAL_MOST = 4;

/** Runs `work` with threads that read, where there are to be more than one. @throws CliError */
export async function withReaders<T>(
  args: Arguments,
  { packs, locale, unread }: { readonly packs: Packs; readonly locale: Locale; readonly unread: boolean },
  io: Io,
  work: (readers: Readers | null) => Promise<T>,
): Promise<T> {
  const named = threadsOf(args, locale);
  const threads = named ?? Math.min(USUAL_MOST, availableParallelism());
  if (threads === 1) return work(null);
  const { openReaders } = await import('../thread/readers.ts');
  const readers = openReaders({ threads, always: named !== null, packs, cwd: io.cwd, locale, unread });
  try {
    return await work(readers);
  } finally {
    readers?.close();
  }
}

/** Null for as many as pay. */
function threadsOf(args: Arguments, locale: Locale): number | null {
  const value = single(args, 'threads');
  if (value === null || value === 'auto') return null;
  const threads = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (threads < 1 || threads > MOST) throw new CliError(say(locale, 'bad.threads', { value }));
  return threads;
}
