// claimlint index: the claims of what is published, by what they speak of, so that check answers at once.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { extract, isCompared } from '../../audit.ts';
import type { Fault } from '../../model/fault.ts';
import { noArticles, publishedPaths } from '../articles.ts';
import type { Command } from '../command.ts';
import { progressOn, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { completeness } from '../exit.ts';
import { withKept } from '../kept.ts';
import { reasonOf, say } from '../messages.ts';
import { READING, single } from '../options.ts';
import { packsOf, settingsOf, shown } from '../settings.ts';

const FILE = 'claimlint.index';

export const index: Command = {
  name: 'index',
  positionals: '[paths..]',
  positional: 'positional.paths',
  about: 'command.index',
  options: ['out', 'no-cache', ...READING],
  abouts: { out: 'option.out.index' },
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { config, locale, exclude, quiet } = settings;
    const paths = args.positionals.length > 0 ? args.positionals : publishedPaths(args, settings, io);
    const file = resolve(io.cwd, single(args, 'out') ?? FILE);
    const packs = await packsOf(args, config, io, locale);
    const [{ buildIndex }, { indexKey }] = await Promise.all([import('../../store/index-build.ts'), import('../../store/key.ts')]);
    const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    const failed = (error: unknown): CliError =>
      new CliError(say(locale, 'write.failed', { file: shown(file, io), reason: reasonOf(locale, error) }));
    try {
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      if (!existsSync(dirname(file))) throw Object.assign(new Error(), { code: 'ENOENT' });
    } catch (error) {
      throw failed(error);
    }
    const builder = await buildIndex(temporary, dirname(file), indexKey(packs), io.cwd, packs).catch((error: unknown) => {
      throw failed(error);
    });
    const counts = { articles: 0, claims: 0 };
    let faults: readonly Fault[] = [];
    try {
      const onProgress = progressOn(io, locale, quiet);
      const corpus = await withKept(args, packs, io, locale, (kept) =>
        extract(
          {
            paths,
            records: null,
            cwd: io.cwd,
            exclude,
            locale,
            packs,
            kept,
            onProgress,
            onFile: (path, reading) => {
              const claims = reading.articles.flatMap((article) => article.claims);
              counts.articles += reading.articles.length;
              counts.claims += claims.length;
              builder.add(
                path,
                reading,
                claims.filter((claim) => isCompared(claim) && claim.mention === null),
              );
            },
          },
          () => {},
        ),
      );
      ({ faults } = corpus);
      tellFaults(faults, io);
      if (corpus.files === 0) throw noArticles(paths, settings);
      builder.finish({ ...counts, faults, skipped: corpus.skipped });
      builder.close();
      renameSync(temporary, file);
    } catch (error) {
      // What the system or the database refuses to write.
      if (error instanceof CliError || typeof (error as { code?: unknown } | null)?.code !== 'string') throw error;
      throw failed(error);
    } finally {
      builder.close();
      for (const part of [temporary, `${temporary}-journal`]) rmSync(part, { force: true });
    }
    if (!quiet) io.err(`${say(locale, 'index.written', { file: shown(file, io), ...counts })}\n`);
    return completeness(faults);
  },
};
