// What drafts are held against: articles on disk, or an index of them.
import { resolve } from 'node:path';
import { publishedFiles } from '../check.ts';
import type { Against } from '../model/published.ts';
import type { Packs } from '../pack/index.ts';
import type { Index } from '../store/index-read.ts';
import type { Kept } from '../store/kept.ts';
import type { Arguments } from './command.ts';
import { progressOn } from './conclude.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { withKept } from './kept.ts';
import { say } from './messages.ts';
import type { Settings } from './settings.ts';

/** Runs `work` with the published side and with the readings that are kept of articles. @throws CliError where an index stands beside other paths */
export async function withPublished<T>(
  args: Arguments,
  { locale, exclude, quiet }: Settings,
  paths: readonly string[],
  packs: Packs,
  io: Io,
  work: (against: Against, kept: Kept | null) => Promise<T>,
): Promise<T> {
  const { isIndex } = await import('../store/index-file.ts');
  const file = paths.find((path) => isIndex(resolve(io.cwd, path)));
  if (file === undefined) {
    const onProgress = progressOn(io, locale, quiet);
    const options = { cwd: io.cwd, locale, packs, paths, exclude, onProgress };
    return withKept(args, packs, io, locale, (kept) => work(publishedFiles({ ...options, kept }), kept));
  }
  if (paths.length > 1) throw new CliError(say(locale, 'check.index-alone', { file }));
  const [{ openIndex }, { publishedIn }, { indexKey }] = await Promise.all([
    import('../store/index-read.ts'),
    import('../store/index-published.ts'),
    import('../store/key.ts'),
  ]);
  let index: Index | null = null;
  const open = async (): Promise<Index> => (index = await openIndex(resolve(io.cwd, file), indexKey(packs), io.cwd));
  const against = publishedIn(open, packs, {
    unusable: (reason) => ({
      code: reason === 'damaged' ? 'damaged' : 'outdated',
      file,
      line: null,
      message: say(locale, reason === 'damaged' ? 'index.damaged' : 'index.other'),
    }),
    outdated: (path) => ({ code: 'outdated', file: path, line: null, message: say(locale, 'index.outdated') }),
  });
  try {
    // A draft is new: looking for what was kept of it would cost more than reading it.
    return await work(against, null);
  } finally {
    (index as Index | null)?.close();
  }
}
