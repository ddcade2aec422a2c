// A pack that cannot be used: the place in the file, what is wrong, what was expected.
import type { Locale } from '../model/result.ts';
import { say } from './messages.ts';
import type { Arguments, PackMessage } from './messages.ts';

/** A name that was not known, and those that it may have been meant to be. */
export interface Misnomer {
  readonly word: string;
  readonly candidates: readonly string[];
}

/** Thrown for a pack that does not meet its form; line and column are 1-based. The message is English, `tell` knows both languages. */
export class PackError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly misnomer: Misnomer | null;
  readonly #code: PackMessage;
  readonly #args: Arguments;

  constructor(file: string, line: number, column: number, code: PackMessage, args: Arguments = {}, misnomer: Misnomer | null = null) {
    super(say('en', code, args));
    this.name = 'PackError';
    this.file = file;
    this.line = line;
    this.column = column;
    this.misnomer = misnomer;
    this.#code = code;
    this.#args = args;
  }

  /** The language in which it is to be told, where whoever loaded the pack knows it. */
  locale: Locale | null = null;

  tell(locale: Locale): string {
    return say(locale, this.#code, this.#args);
  }
}
