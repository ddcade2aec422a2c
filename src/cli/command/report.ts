// claimlint report: a saved audit, rendered again.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuditResult, Locale } from '../../model/result.ts';
import type { Command } from '../command.ts';
import { deliver } from '../conclude.ts';
import { CliError } from '../error.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { reasonOf, say } from '../messages.ts';
import { REPORTING, single } from '../options.ts';
import { oneLine } from '../printable.ts';
import { settingsOf } from '../settings.ts';

export const report: Command = {
  name: 'report',
  positionals: '<audit>',
  positional: 'positional.audit',
  about: 'command.report',
  options: [...REPORTING, 'locale', 'quiet'],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const result = await readResult(args.positionals[0] ?? '', io, settings.locale);
    // A saved audit keeps its language unless another one is asked for.
    const locale = single(args, 'locale') === null ? result.locale : settings.locale;
    await deliver(result, { ...settings, locale }, io);
    return EXIT.clean;
  },
};

/** @throws CliError where there is no file, no JSON in it, or no audit */
async function readResult(file: string, io: Io, locale: Locale): Promise<AuditResult> {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CliError(say(locale, 'report.missing', { file, reason: reasonOf(locale, error) }));
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new CliError(say(locale, 'report.syntax', { file, detail: oneLine((error as Error).message) }));
  }
  const { parseResult } = await import('../../report/schema.ts');
  try {
    return parseResult(data);
  } catch (error) {
    throw new CliError(say(locale, 'report.form', { file, detail: oneLine((error as Error).message) }));
  }
}
