// How severe findings of a kind are to be taken, as a team sets it.
import { SEVERITIES, USUAL_SEVERITY } from '../model/finding.ts';
import type { Finding, Kind, Severity } from '../model/finding.ts';

export type Severities = Readonly<Partial<Record<Kind, Severity | 'off'>>>;

/** `off` drops a kind. What is less than its kind (a hint, a mere limit) never becomes more than it was. */
export function withSeverities(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.flatMap((finding) => {
    const set = severities[finding.kind];
    if (set === undefined) return [finding];
    if (set === 'off') return [];
    const isLess = SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(USUAL_SEVERITY[finding.kind]);
    const keeps = isLess && SEVERITIES.indexOf(set) < SEVERITIES.indexOf(finding.severity);
    return [keeps ? finding : { ...finding, severity: set }];
  });
}
