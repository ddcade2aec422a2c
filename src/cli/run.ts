// argv → command → exit code. What the caller can mend is told in one line; anything else is a bug and is thrown again.
import { PackError } from '../pack/error.ts';
import { TemplateError } from '../report/html-template.ts';
import { readArguments } from './arguments.ts';
import { allCommands, commandOf } from './command/index.ts';
import { CliError } from './error.ts';
import { EXIT } from './exit.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import type { Locale } from '../model/result.ts';
import { say } from './messages.ts';
import { didYouMean, earlyLocale } from './options.ts';
import { print } from './output.ts';
import { oneLine } from './printable.ts';
import { shown } from './settings.ts';

/** Runs one command line to its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = earlyLocale(argv, io.env);
  const tell = (text: string): ExitCode => {
    io.err(`${say(locale, 'prefix')}${oneLine(text)}\n`);
    return EXIT.cannot;
  };
  const attempt = async (work: () => Promise<ExitCode>): Promise<ExitCode> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CliError) return tell(error.message);
      if (error instanceof TemplateError) return tell(say(locale, 'template.missing', { file: shown(error.file, io) }));
      if (error instanceof PackError) return tell(await describe(error, error.locale ?? locale, io));
      throw error;
    }
  };
  return attempt(async () => {
    const named = await commandOf(argv[0]);
    const parsed =
      (named && readArguments(argv, named)) ?? (await (await import('./parse.ts')).parse(argv, await allCommands(), locale, io.width));
    if ('print' in parsed) {
      await print(parsed.print, io, locale);
      return EXIT.clean;
    }
    const { command, args } = parsed;
    if (args.options.watch !== true) return command.run(args, io, locale);
    if (args.positionals.includes('-')) throw new CliError(say(locale, 'watch.stdin'));
    const { watch } = await import('./watch.ts');
    return watch(args, () => attempt(() => command.run(args, io, locale)), io, locale);
  });
}

/** Place, what is wrong, and the name that was probably meant. */
async function describe(error: PackError, locale: Locale, io: Io): Promise<string> {
  const { file, line, column, misnomer } = error;
  const meant = misnomer === null ? '' : await didYouMean(misnomer.word, misnomer.candidates, locale);
  return `${shown(file, io)}:${line}:${column}: ${error.tell(locale)}${meant}`;
}
