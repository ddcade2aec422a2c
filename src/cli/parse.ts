// Command line → command and arguments. yargs reads and writes the help; what is wrong is told here, in one line.
import yargs from 'yargs';
import { formats } from '../report/formats.ts';
import { TOOL } from '../model/tool.ts';
import type { Locale } from '../model/result.ts';
import type { Arguments, Command } from './command.ts';
import { CliError } from './error.ts';
import { EXAMPLES } from './examples.ts';
import { say } from './messages.ts';
import { didYouMean, OPTIONS } from './options.ts';
import type { OptionName } from './options.ts';

export type Parsed = { readonly command: Command; readonly args: Arguments } | { readonly print: string };

type Values = Record<string, unknown>;

/** What to run, or what to print (help, version). @throws CliError on anything that the commands do not know */
export async function parse(argv: readonly string[], commands: readonly Command[], locale: Locale, width: number): Promise<Parsed> {
  let chosen: { command: Command; values: Values } | null = null;
  let output = '';
  const parser = yargs()
    .scriptName('claimlint')
    .usage(say(locale, 'usage'))
    .locale(locale === 'zh' ? 'zh_CN' : 'en')
    .parserConfiguration({
      'greedy-arrays': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'camel-case-expansion': false,
      'boolean-negation': false,
    })
    .option('locale', yargsOption('locale', locale))
    .help('help', say(locale, 'option.help'))
    .alias('help', 'h')
    .version('version', say(locale, 'option.version'), TOOL.version)
    .strict()
    .wrap(Math.min(width, 110))
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error ?? new CliError(message);
    });
  for (const command of commands) {
    parser.command(
      `${command.name} ${command.positionals}`.trimEnd(),
      say(locale, command.about),
      (builder) => {
        const about = command.positional === null ? [] : [command.positional].flat();
        for (const [index, name] of positionalNames(command).entries())
          builder.positional(name, { type: 'string', describe: say(locale, about[index]!) });
        for (const name of command.options) builder.option(name, yargsOption(name, locale, command));
        builder.epilogue(examplesOf(command, locale));
        return builder;
      },
      (values) => {
        chosen = { command, values: values as Values };
      },
    );
  }
  try {
    await parser.parseAsync(guarded(argv), {}, (_error: unknown, _values: unknown, text: string) => {
      output = text;
    });
  } catch (error) {
    // yargs throws some of its complaints past `fail`, as a YError.
    if (error instanceof Error && (error instanceof CliError || error.name === 'YError'))
      throw await explained(error, argv, commands, locale);
    throw error;
  }
  if (output !== '') return { print: `${output}\n` };
  if (chosen === null) throw await explained(new CliError(''), argv, commands, locale);
  const { command, values } = chosen as { command: Command; values: Values };
  return { command, args: argumentsOf(command, values) };
}

/** Lines to copy: what yargs lays out as examples, it folds. */
function examplesOf({ name }: Command, locale: Locale): string {
  const lines = (EXAMPLES[name] ?? []).map(({ line, about }) => `  ${line}\n      ${about[locale]}`);
  return [say(locale, 'help.examples'), ...lines].join('\n');
}

function yargsOption(name: OptionName, locale: Locale, command?: Command) {
  const { type, repeatable, about } = OPTIONS[name];
  const known = command?.formats ?? Object.keys(formats);
  const describe = say(locale, command?.abouts?.[name] ?? about, { formats: known.join(', ') });
  return type === 'boolean' ? { type, describe } : { type, describe, array: repeatable, requiresArg: true };
}

/**
 * A character that no path holds, put before positional arguments that begin with `-`: yargs parses those a second time, as options.
 * What follows `--` it would not count among the positional arguments, so the mark itself is dropped.
 */
const GUARD = '\0';

function guarded(argv: readonly string[]): string[] {
  const rest = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return argv
    .map((argument, index) => {
      const positional = index > rest ? argument.startsWith('-') : argument === '-' && !takesNext(argv[index - 1]);
      return positional ? GUARD + argument : argument;
    })
    .filter((_, index) => index !== rest);
}

/** `<action> [paths..]` → `action`, `paths`. */
function positionalNames(command: Command): string[] {
  return command.positionals.match(/[a-z]+/g) ?? [];
}

function argumentsOf(command: Command, values: Values): Arguments {
  const given = positionalNames(command).flatMap((name) => values[name] ?? []);
  const positionals = given.map((value) => String(value).replace(GUARD, ''));
  const options: Values = {};
  for (const name of command.options) if (values[name] !== undefined) options[name] = values[name];
  return { positionals, options };
}

/** yargs says what is wrong in its own words; what is found to be the reason is said in ours, with the nearest name. */
async function explained(error: Error, argv: readonly string[], commands: readonly Command[], locale: Locale): Promise<CliError> {
  const names = commands.map((command) => command.name);
  const word = argv.find((argument, index) => !argument.startsWith('-') && !takesNext(argv[index - 1]));
  const command = commands.find((candidate) => candidate.name === word);
  const hint = say(locale, 'hint', { command: command === undefined ? 'claimlint' : `claimlint ${command.name}` });
  if (word === undefined && argv.length === 0) return new CliError(say(locale, 'missing.command', { commands: names.join(', ') }) + hint);
  if (word !== undefined && command === undefined) {
    return new CliError(say(locale, 'unknown.command', { name: word }) + (await didYouMean(word, names, locale)) + hint);
  }
  const known = [...(command?.options ?? []), 'help', 'version'] as readonly string[];
  const beforeRest = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  for (const [index, argument] of beforeRest.entries()) {
    if (!/^-[^\s]/.test(argument) || argument === '-h') continue;
    const name = argument.replace(/^--?/, '').replace(/=.*$/s, '');
    if (!argument.startsWith('--') || !known.includes(name)) {
      const others = argument.startsWith('--') ? commands.filter(({ options }) => options.some((option) => option === name)) : [];
      if (command !== undefined && others.length > 0) return new CliError(elsewhere(command, name, others, locale) + hint);
      const near = await didYouMean(name, known, locale, '--');
      return new CliError(say(locale, 'unknown.option', { name: argument.replace(/=.*$/s, '') }) + near + hint);
    }
    const next = beforeRest[index + 1];
    if (takesNext(argument) && (next === undefined || /^-./.test(next))) {
      return new CliError(say(locale, 'missing.value', { option: name }) + hint);
    }
  }
  if (command === undefined) return new CliError(say(locale, 'missing.command', { commands: names.join(', ') }) + hint);
  const own = beforeRest.slice(beforeRest.indexOf(command.name) + 1);
  const positionals = own.filter((argument, index) => !argument.startsWith('-') && !takesNext(own[index - 1]));
  if (command.positionals.startsWith('<') && positionals.length === 0) {
    return new CliError(say(locale, 'missing.argument', { usage: `claimlint ${command.name} ${command.positionals}` }) + hint);
  }
  const last = positionals.at(-1);
  if (!command.positionals.includes('..') && last !== undefined) return new CliError(say(locale, 'extra.argument', { value: last }) + hint);
  return new CliError(error.message.replace(/\s*\n\s*/g, ' ') + hint);
}

/** An option that other commands have: which they are, and what to do where it makes no sense here. */
function elsewhere({ name: command }: Command, name: string, others: readonly Command[], locale: Locale): string {
  const why = command === 'compare' && name === 'changed-since' ? say(locale, 'changed-since.compare') : '';
  return say(locale, 'option.elsewhere', { command, name, commands: others.map((other) => other.name).join(', ') }) + why;
}

/** Whether the argument is an option whose value is the next argument. */
function takesNext(argument: string | undefined): boolean {
  const name = argument?.startsWith('--') ? argument.slice(2) : '';
  return Object.hasOwn(OPTIONS, name) && OPTIONS[name as OptionName].type === 'string';
}
