// The verdict and why: what the default gate would say of the audit, in a few lines.
import type { Severity } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { gravest, tallyFindings } from '../report/lookup.ts';
import { countOf } from '../report/wording.ts';
import { scopeText } from '../report/scope.ts';
import { say } from './wording.ts';

export interface Verdict {
  readonly gravest: Severity | null;
  readonly title: string;
  readonly reasons: readonly string[];
}

export function verdictOf(result: AuditResult, locale: Locale): Verdict {
  const { findings, faults, register, corpus, scope } = result;
  // What somebody has excused does not count against the audit.
  const counted = findings.filter(({ status }) => status === 'new');
  const tally = tallyFindings(counted);
  const { error, warning, info } = tally.bySeverity;
  const excused = findings.length - counted.length;
  const clock = counted.filter(({ cause }) => cause === 'clock').length;
  const reasons = [
    error > 0
      ? say(locale, 'why.errors', { errors: countOf(locale, 'error', error) })
      : warning > 0
        ? say(locale, 'why.warnings', { warnings: countOf(locale, 'warning', warning) })
        : info > 0
          ? say(locale, 'why.notes', { notes: countOf(locale, 'info', info) })
          : say(locale, 'why.clean', { articles: corpus.articles, claims: corpus.claims }),
    ...(register !== null && register.contradicted > 0 ? [say(locale, 'why.register', { n: register.contradicted })] : []),
    ...(clock > 0 ? [say(locale, 'why.clock', { n: clock })] : []),
    ...(excused > 0 ? [say(locale, 'why.excused', { n: excused })] : []),
    ...(faults.length > 0 ? [say(locale, 'why.faults', { n: faults.length })] : []),
    ...(scope === null ? [] : [scopeText(scope, locale)]),
  ];
  return {
    gravest: gravest(tally),
    title: say(locale, error > 0 ? 'fails' : warning > 0 ? 'passes.warnings' : 'passes'),
    reasons,
  };
}
