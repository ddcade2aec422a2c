// What a report format is: a result in, a text or bytes out, and nothing else known.
import type { AuditResult, Locale } from '../model/result.ts';
import type { Links } from './links.ts';

export interface ReportOptions {
  readonly locale: Locale;
  /** Where a reader finds a file and line; without it, links are relative to the folder that paths are relative to. */
  readonly links?: Links;
}

export interface Reporter {
  /** The report in pieces, to be written one after the other: a large corpus' report is never held whole. A text ends with a line feed. */
  pieces(result: AuditResult, options: ReportOptions): Iterable<string | Uint8Array>;
  /** The whole report; the same result and options give the same text or bytes. */
  render(result: AuditResult, options: ReportOptions): string | Uint8Array;
}

export interface TextReporter extends Reporter {
  pieces(result: AuditResult, options: ReportOptions): Iterable<string>;
  render(result: AuditResult, options: ReportOptions): string;
}

/** A reporter of the format that `pieces` makes. */
export function reporter(pieces: TextReporter['pieces']): TextReporter {
  return { pieces, render: (result, options) => [...pieces(result, options)].join('') };
}
