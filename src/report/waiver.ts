// A decision on a finding, in words.
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import type { Decision, Waiver } from '../model/waiver.ts';
import { label, STATUS_WORDING } from './wording.ts';

const WORDS = {
  zh: {
    nothingNew: '没有新的发现',
    besides: '（{counts}）',
    knownCount: '另有已知 {n} 处',
    waivedCount: '已豁免 {n} 处',
    inline: '文中注明',
    until: '至 {until}',
    excused: '已知和已豁免',
    notes: '需要清理的决定',
  },
  en: {
    nothingNew: 'No new findings',
    besides: ' ({counts})',
    knownCount: 'besides {n} known',
    waivedCount: '{n} waived',
    inline: 'said in the article',
    until: 'until {until}',
    excused: 'Known and waived',
    notes: 'Decisions to look after',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** A label of what is known or decided, with its arguments put in. */
export function decisionLabel(
  locale: Locale,
  name: keyof (typeof WORDS)['zh'],
  args: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[locale][name].replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(args, key) ? String(args[key]) : whole));
}

export const DECISION_WORDING = {
  zh: { 'false-alarm': '误报', accepted: '接受' },
  en: { 'false-alarm': 'false alarm', accepted: 'accepted' },
} as const satisfies Record<Locale, Record<Decision, string>>;

/** `误报：两地规定不同（王，至 2027-06-30）`; of a comment in an article: `文中注明：…`. Texts of strangers, to be escaped. */
export function waiverText({ by, decision, reason, who, until }: Waiver, locale: Locale): string {
  const what = by === 'inline' ? decisionLabel(locale, 'inline') : DECISION_WORDING[locale][decision];
  const details = [who ?? '', until === null ? '' : decisionLabel(locale, 'until', { until })].filter((part) => part !== '');
  const tail = details.length === 0 ? '' : decisionLabel(locale, 'besides', { counts: details.join(label(locale, 'comma')) });
  return `${what}${reason.trim() === '' ? '' : `${label(locale, 'colon')}${reason.trim()}`}${tail}`;
}

/** `已知`; `已豁免 · 误报：…`; nothing for a new finding. */
export function statusText({ status, waiver }: Finding, locale: Locale): string {
  if (status === 'new') return '';
  const name = STATUS_WORDING[locale][status];
  return status === 'waived' && waiver !== null ? `${name} · ${waiverText(waiver, locale)}` : name;
}
