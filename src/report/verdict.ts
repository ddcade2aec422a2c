// The verdict in one line, the same in every report.
import { SEVERITIES } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { gravest } from './lookup.ts';
import type { Tally } from './lookup.ts';
import { countOf, label, SEVERITY_ICONS } from './wording.ts';

/** `✕ 3 处错误、1 处警告、0 处提示`; `✓ 没有发现问题`. */
export function verdictText(tally: Tally, locale: Locale): string {
  const worst = gravest(tally);
  if (worst === null) return `✓ ${label(locale, 'clean')}`;
  const counts = SEVERITIES.map((severity) => countOf(locale, severity, tally.bySeverity[severity]));
  return `${SEVERITY_ICONS[worst]} ${counts.join(label(locale, 'comma'))}`;
}
