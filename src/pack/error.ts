// A pack that cannot be used: the place in the file, what is wrong, what was expected.

/** Thrown for a pack that does not meet its form; line and column are 1-based. */
export class PackError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, message: string) {
    super(message);
    this.name = 'PackError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
