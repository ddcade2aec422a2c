// What a report format is: a result in, a text out, and nothing else known.
import type { AuditResult, Locale } from '../model/result.ts';

export interface ReportOptions {
  readonly locale: Locale;
}

export interface Reporter {
  /** Of the file that holds the report, without the dot. */
  readonly extension: string;
  /** The whole report; the same result and options give the same text. Ends with a line feed. */
  render(result: AuditResult, options: ReportOptions): string;
}
