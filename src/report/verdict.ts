// The verdict in one line, the same in every report: of what is new, with what is not counted beside it.
import { SEVERITIES } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { excusedOf, gravest, newOf, tallyFindings } from './lookup.ts';
import { decisionLabel } from './waiver.ts';
import { countOf, label, SEVERITY_ICONS } from './wording.ts';

/** `✕ 3 处错误、1 处警告、0 处提示`; `✓ 没有发现问题`; `✓ 没有新的发现（另有已知 300 处、已豁免 5 处）`. */
export function verdictText(findings: readonly Finding[], locale: Locale): string {
  const tally = tallyFindings(newOf(findings));
  const { known, waived } = excusedOf(findings);
  const parts = [
    known > 0 ? decisionLabel(locale, 'knownCount', { n: known }) : '',
    waived > 0 ? decisionLabel(locale, 'waivedCount', { n: waived }) : '',
  ];
  const counted = parts.filter((part) => part !== '').join(label(locale, 'comma'));
  const besides = counted === '' ? '' : decisionLabel(locale, 'besides', { counts: counted });
  const worst = gravest(tally);
  if (worst === null) return `✓ ${counted === '' ? label(locale, 'clean') : decisionLabel(locale, 'nothingNew')}${besides}`;
  const counts = SEVERITIES.map((severity) => countOf(locale, severity, tally.bySeverity[severity]));
  return `${SEVERITY_ICONS[worst]} ${counts.join(label(locale, 'comma'))}${besides}`;
}
