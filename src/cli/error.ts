// An error that is the caller's to mend: shown as one line, exit code 2, no stack trace.

export class CliError extends Error {
  override readonly name = 'CliError';
}
