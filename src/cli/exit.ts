// The exit codes that scripts rely on, and how a result maps to one.
import type { Change } from '../model/change.ts';
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
  outdated: true,
} as const satisfies Record<FaultCode, boolean>;

/** 3 where words of an article went unread, else 0. */
export function completeness(faults: readonly Fault[]): ExitCode {
  return faults.some((fault) => INCOMPLETE[fault.code]) ? EXIT.incomplete : EXIT.clean;
}

/** Findings outrank faults: 1 where a new finding is at or above `failOn`, else 3 where the audit is incomplete, else 0. */
export function exitCode({ findings, faults }: AuditResult, failOn: FailOn, clock: ClockFindings = 'fail'): ExitCode {
  return fails(findings, failOn, clock) ? EXIT.findings : completeness(faults);
}

/** The same of what a change opens. */
export function changeExitCode({ opened, faults }: Change, failOn: FailOn, clock: ClockFindings): ExitCode {
  return fails(opened, failOn, clock) ? EXIT.findings : completeness(faults);
}

function fails(findings: readonly Pick<Finding, 'severity' | 'status' | 'cause'>[], failOn: FailOn, clock: ClockFindings): boolean {
  if (failOn === 'never') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return findings.some(
    ({ severity, status, cause }) => status === 'new' && (clock === 'fail' || cause !== 'clock') && SEVERITIES.indexOf(severity) <= limit,
  );
}
