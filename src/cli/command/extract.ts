// claimlint extract: articles → claims, one JSON object per line.
import { extract as extractClaims } from '../../audit.ts';
import type { Reading } from '../../audit.ts';
import { noArticles, selectArticles } from '../articles.ts';
import { claimLine } from '../claim-line.ts';
import type { Command } from '../command.ts';
import { progressOn, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { completeness } from '../exit.ts';
import { say } from '../messages.ts';
import { READING } from '../options.ts';
import { print } from '../output.ts';
import { packsOf, settingsOf } from '../settings.ts';
import type { Fault } from '../../model/fault.ts';

/** Characters that are gathered before they are written. */
const BATCH = 1 << 16;

export const extract: Command = {
  name: 'extract',
  positionals: '[paths..]',
  positional: 'positional.paths',
  about: 'command.extract',
  options: READING,
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale, exclude } = settings;
    const packs = await packsOf(args, settings.config, io, locale);
    const fromStdin = args.positionals.includes('-');
    if (fromStdin && args.positionals.length > 1) throw new CliError(say(locale, 'stdin.alone'));
    const paths = fromStdin ? [] : selectArticles(args, settings, io).paths;
    const badLines: Fault[] = [];
    const records = fromStdin ? (await import('../article-lines.ts')).articleRecords(io.stdin, locale, badLines) : null;
    let batch = '';
    const each = async ({ summary, claims }: Reading): Promise<void> => {
      for (const claim of claims) batch += claimLine(claim, summary);
      if (batch.length < BATCH) return;
      await print(batch, io, locale);
      batch = '';
    };
    const onProgress = progressOn(io, locale, settings.quiet);
    const corpus = await extractClaims({ paths, records, cwd: io.cwd, exclude, locale, packs, onProgress }, each);
    await print(batch, io, locale);
    const faults = [...badLines, ...corpus.faults];
    tellFaults(faults, io);
    if (corpus.files === 0) {
      throw fromStdin ? new CliError(say(locale, 'no-articles.stdin')) : noArticles(paths, settings);
    }
    return completeness(faults);
  },
};
