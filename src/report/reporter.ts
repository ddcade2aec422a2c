// What a report format is: a result in, a text out, and nothing else known.
import type { AuditResult, Locale } from '../model/result.ts';

export interface ReportOptions {
  readonly locale: Locale;
}

export interface Reporter {
  /** Of the file that holds the report, without the dot. */
  readonly extension: string;
  /** The report in pieces, to be written one after the other: a large corpus' report is never held whole. Ends with a line feed. */
  pieces(result: AuditResult, options: ReportOptions): Iterable<string>;
  /** The whole report; the same result and options give the same text. */
  render(result: AuditResult, options: ReportOptions): string;
}

/** A reporter of the format that `pieces` makes. */
export function reporter(extension: string, pieces: Reporter['pieces']): Reporter {
  return { extension, pieces, render: (result, options) => [...pieces(result, options)].join('') };
}
