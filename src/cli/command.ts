// What a command is: its usage, its options, and what it does with them.
import type { Locale } from '../model/result.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import type { MessageCode } from './messages.ts';
import type { OptionName } from './options.ts';

/** The values of one run as the parser gives them: strings and lists of strings, still to be validated. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string | boolean | readonly string[]>>>;
}

export interface Command {
  readonly name: string;
  /** Positional arguments in the parser's notation: `[paths..]`, `<file>`, `<action> [paths..]`. */
  readonly positionals: string;
  /** What they are, in their order. */
  readonly positional: MessageCode | readonly MessageCode[] | null;
  readonly about: MessageCode;
  readonly options: readonly OptionName[];
  /** What `--format` takes, where it is not the formats of an audit. */
  readonly formats?: readonly string[];
  /** What an option means here, where that is not what it means elsewhere. */
  readonly abouts?: Readonly<Partial<Record<OptionName, MessageCode>>>;
  readonly run: (args: Arguments, io: Io, locale: Locale) => Promise<ExitCode>;
}
