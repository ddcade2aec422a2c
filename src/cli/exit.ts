// The exit codes that scripts rely on, and how a result maps to one.
import type { AuditResult } from '../model/result.ts';
import type { Fault, FaultCode } from '../model/fault.ts';
import { SEVERITIES } from '../model/finding.ts';
import type { Finding, Severity } from '../model/finding.ts';

export const EXIT = { clean: 0, findings: 1, cannot: 2, incomplete: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = Severity | 'never';

/** Whether findings that time alone made (`cause: clock`) count for the exit code. */
export const CLOCK_FINDINGS = ['report', 'fail'] as const;
export type ClockFindings = (typeof CLOCK_FINDINGS)[number];

/** Whether a fault means that words of an article went unread; a part that was never prose (an expression in code) does not. */
const INCOMPLETE = {
  unreadable: true,
  binary: true,
  encoding: true,
  empty: true,
  'too-large': true,
  'front-matter': true,
  'no-body': true,
  'not-analysed': false,
  'bad-record': true,
  damaged: true,
} as const satisfies Record<FaultCode, boolean>;

/** 3 where words of an article went unread, else 0. */
export function completeness(faults: readonly Fault[]): ExitCode {
  return faults.some((fault) => INCOMPLETE[fault.code]) ? EXIT.incomplete : EXIT.clean;
}

/** Findings outrank faults: 1 where a new finding is at or above `failOn`, else 3 where the audit is incomplete, else 0. */
export function exitCode(result: AuditResult, failOn: FailOn, clock: ClockFindings = 'fail'): ExitCode {
  if (failOn !== 'never') {
    const limit = SEVERITIES.indexOf(failOn);
    const counts = ({ status, cause }: Finding): boolean => status === 'new' && (clock === 'fail' || cause !== 'clock');
    if (result.findings.some((finding) => counts(finding) && SEVERITIES.indexOf(finding.severity) <= limit)) return EXIT.findings;
  }
  return completeness(result.faults);
}
