// How severe findings of a kind are to be taken, as a team sets it.
import { SEVERITIES } from '../model/finding.ts';
import type { Finding, Kind, Severity } from '../model/finding.ts';

export type Severities = Readonly<Partial<Record<Kind, Severity | 'off'>>>;

/** The severity that a finding of the kind has unless there is reason for a lesser one. */
const USUAL = {
  contradiction: 'error',
  exception: 'warning',
  regional: 'warning',
  superseded: 'warning',
  'stale-date': 'warning',
  'floating-date': 'info',
  'retired-term': 'warning',
  arithmetic: 'warning',
  gap: 'warning',
} as const satisfies Record<Kind, Severity>;

/** `off` drops a kind. What is less than its kind (a hint, a mere limit) never becomes more than it was. */
export function withSeverities(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.flatMap((finding) => {
    const set = severities[finding.kind];
    if (set === undefined) return [finding];
    if (set === 'off') return [];
    const isLess = SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(USUAL[finding.kind]);
    const keeps = isLess && SEVERITIES.indexOf(set) < SEVERITIES.indexOf(finding.severity);
    return [keeps ? finding : { ...finding, severity: set }];
  });
}
