// The kinds of finding as SARIF rules, in the form that GitHub shows.
import { KINDS, USUAL_SEVERITY } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import type { Locale } from '../../model/result.ts';
import { KIND_WORDING } from '../wording.ts';

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

const PROBLEM = { error: 'error', warning: 'warning', info: 'recommendation' } as const satisfies Record<Severity, string>;

export function rulesOf(locale: Locale): readonly object[] {
  return KINDS.map((kind) => {
    const { title, meaning, advice } = KIND_WORDING[locale][kind];
    const text = `${meaning} ${advice}`;
    return {
      id: kind,
      shortDescription: { text: title },
      fullDescription: { text: meaning },
      help: { text, markdown: `**${title}**\n\n${meaning}\n\n${advice}` },
      defaultConfiguration: { level: LEVELS[USUAL_SEVERITY[kind]] },
      properties: { precision: 'medium', 'problem.severity': PROBLEM[USUAL_SEVERITY[kind]], tags: ['policy', 'consistency'] },
    };
  });
}
