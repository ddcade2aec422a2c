// What earlier runs have read, for commands that read many articles.
import { join } from 'node:path';
import type { Locale } from '../model/result.ts';
import type { Packs } from '../pack/index.ts';
import type { Kept } from '../store/kept.ts';
import type { Arguments } from './command.ts';
import type { Io } from './io.ts';
import { flag } from './options.ts';

/** Runs `work` with the kept readings, which are null where nothing is to be kept or can be. */
export async function withKept<T>(
  args: Arguments,
  packs: Packs,
  io: Io,
  locale: Locale,
  work: (kept: Kept | null) => Promise<T>,
): Promise<T> {
  if (flag(args, 'no-cache')) return work(null);
  const [{ openKept }, { readingKey }] = await Promise.all([import('../store/kept.ts'), import('../store/key.ts')]);
  // What the package ships is not written to.
  const folders = io.cache.filter((folder) => folder !== join(io.home, 'dist', 'cache'));
  const key = readingKey({ packs, locale, cwd: io.cwd });
  const kept = await openKept({ folders, cwd: io.cwd, key, now: io.now });
  try {
    return await work(kept);
  } finally {
    kept?.close();
  }
}
