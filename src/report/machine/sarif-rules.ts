// The kinds of finding as SARIF rules, in the form that GitHub shows.
import { KINDS } from '../../model/finding.ts';
import type { Kind, Severity } from '../../model/finding.ts';
import type { Locale } from '../../model/result.ts';
import { KIND_WORDING } from '../wording.ts';

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

const PROBLEM = { error: 'error', warning: 'warning', info: 'recommendation' } as const satisfies Record<Severity, string>;

/** The severity that a finding of the kind usually has. */
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

export function rulesOf(locale: Locale): readonly object[] {
  return KINDS.map((kind) => {
    const { title, meaning, advice } = KIND_WORDING[locale][kind];
    const text = `${meaning} ${advice}`;
    return {
      id: kind,
      shortDescription: { text: title },
      fullDescription: { text: meaning },
      help: { text, markdown: `**${title}**\n\n${meaning}\n\n${advice}` },
      defaultConfiguration: { level: LEVELS[USUAL[kind]] },
      properties: { precision: 'medium', 'problem.severity': PROBLEM[USUAL[kind]], tags: ['policy', 'consistency'] },
    };
  });
}
