// A command line that is in order → command and arguments, by what Node brings along. yargs, which costs more than a small audit, writes help and complaints.
import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Arguments, Command } from './command.ts';
import { OPTIONS } from './options.ts';

/** What the command that the line names is given, or null where the line is not plainly in order: then `parse` tells what it asks for or what is wrong with it. */
export function readArguments(argv: readonly string[], command: Command): { readonly command: Command; readonly args: Arguments } | null {
  if (argv[0] !== command.name || argv.includes('')) return null;
  const options: ParseArgsOptionsConfig = {};
  for (const name of ['locale', ...command.options] as const)
    options[name] = { type: OPTIONS[name].type, multiple: OPTIONS[name].repeatable };
  try {
    const { values, positionals } = parseArgs({ args: argv.slice(1), options, strict: true, allowPositionals: true });
    if (!fits(positionals.length, command.positionals)) return null;
    // yargs takes neither `-` nor nothing (--packs=) for a value where there may be several.
    const odd = (value: string): boolean => value === '-' || value === '';
    if (command.options.some((name) => OPTIONS[name].repeatable && (values[name] as string[] | undefined)?.some(odd))) return null;
    const given = command.options.filter((name) => values[name] !== undefined).map((name) => [name, values[name]] as const);
    return { command, args: { positionals, options: Object.fromEntries(given) as Arguments['options'] } };
  } catch {
    return null;
  }
}

/** Whether a command takes so many positional arguments. */
function fits(count: number, usage: string): boolean {
  if (count === 0) return !usage.startsWith('<');
  return count === 1 ? usage !== '' : usage.includes('..');
}
