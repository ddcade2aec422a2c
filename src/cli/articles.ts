// Which articles a command is about: its paths, else the config's, else the shipped example corpus.
import { join } from 'node:path';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { several } from './options.ts';
import { fromConfig, shown } from './settings.ts';
import type { Settings } from './settings.ts';

/** The example corpus is audited as of this day unless `--as-of` says otherwise, so that its committed reports stay true. */
const EXAMPLES_AS_OF = '2026-11-22';

export interface Selection {
  readonly paths: readonly string[];
  /** ISO day of the audit. */
  readonly asOf: string;
}

/** Says on standard error where the paths come from, if not from the command line. */
export function selectArticles(args: Arguments, settings: Settings, io: Io): Selection {
  const { config, locale, quiet } = settings;
  const asOf = settings.asOf ?? io.today();
  if (args.positionals.length > 0) return { paths: args.positionals, asOf };
  if (config !== null && config.paths.length > 0) {
    if (!quiet) io.err(`${say(locale, 'config.used', { file: shown(config.file, io) })}\n`);
    return { paths: fromConfig(config.paths, config, io), asOf };
  }
  const folder = shown(join(io.home, 'examples', 'articles'), io);
  const examples = { paths: [folder], asOf: settings.asOf ?? EXAMPLES_AS_OF };
  io.err(`${say(locale, 'examples.used', { folder, asOf: examples.asOf })}\n`);
  return examples;
}

/** For a run in which no file matched. */
export function noArticles(paths: readonly string[], settings: Settings): CliError {
  return new CliError(say(settings.locale, 'no-articles', { paths: paths.join(', ') }));
}

/** What is published: --against, else what the config names. @throws CliError where neither the command line nor the config tells */
export function publishedPaths(args: Arguments, { config, locale }: Settings, io: Io): readonly string[] {
  const named = several(args, 'against');
  if (named.length > 0) return named;
  const configured = config === null ? [] : config.against.length > 0 ? config.against : config.paths;
  if (configured.length === 0) throw new CliError(say(locale, 'check.no-against'));
  return fromConfig(configured, config, io);
}
