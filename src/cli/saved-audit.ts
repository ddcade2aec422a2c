// An audit that was saved as JSON, read and checked.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuditResult, Locale } from '../model/result.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { reasonOf, say } from './messages.ts';
import { oneLine } from './printable.ts';

/** @throws CliError where there is no file, no JSON in it, or no audit */
export async function readSavedAudit(file: string, io: Io, locale: Locale): Promise<AuditResult> {
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
  const { parseResult } = await import('../report/schema.ts');
  try {
    return parseResult(data);
  } catch (error) {
    throw new CliError(say(locale, 'report.form', { file, detail: oneLine((error as Error).message) }));
  }
}
