// What a report of a change adds to it, in Chinese and English.
import type { ChangeEnd, ChangedField, Saying } from '../../model/change.ts';
import type { Locale } from '../../model/result.ts';
import { STRENGTH_WORDING } from '../wording.ts';

const zh = {
  title: '这次改动说的有什么不同',
  range: '{before} → {after}',
  worktree: '工作区',
  asOf: '审核日期：{day}',
  asOfDiffer: '两次审核的日期不同：{before}、{after}，其中有的发现可能只因时间推移而有',
  nothing: '说法没有变化',
  altered: '改变的说法',
  added: '新增的说法',
  dropped: '删去的说法',
  opened: '出现的发现',
  closed: '消除的发现',
  counts: '说法：改变 {altered}，新增 {added}，删去 {dropped}',
  findingCounts: '发现：出现 {opened}，消除 {closed}，原有 {remaining}',
  topic: '主题',
  was: '原来',
  is: '现在',
  says: '说法',
  place: '位置',
  'elsewhere.added': '另有 {n} 篇文章也这样说',
  'elsewhere.old': '另有 {n} 篇文章仍这样说',
  finding: '见发现 {n}',
  leftOut: '另有 {n} 项未列出',
  incomplete: '有 {n} 处未能读取或处理，比较不完整',
  anyCase: '（不限情形）',
  'mood.asserted': '规定',
  'mood.example': '举例',
} as const;

export type ChangeLabel = keyof typeof zh;

const en: Record<ChangeLabel, string> = {
  title: 'What this change says differently',
  range: '{before} → {after}',
  worktree: 'work tree',
  asOf: 'as of {day}',
  asOfDiffer: 'the two audits are of different days, {before} and {after}: some findings may be there because time has passed',
  nothing: 'Nothing is said differently',
  altered: 'Altered claims',
  added: 'Added claims',
  dropped: 'Dropped claims',
  opened: 'Findings opened',
  closed: 'Findings closed',
  counts: 'Claims: {altered} altered, {added} added, {dropped} dropped',
  findingCounts: 'Findings: {opened} opened, {closed} closed, {remaining} there before',
  topic: 'Topic',
  was: 'Before',
  is: 'Now',
  says: 'Claim',
  place: 'Place',
  'elsewhere.added': 'other articles that say so: {n}',
  'elsewhere.old': 'other articles that still say so: {n}',
  finding: 'see finding {n}',
  leftOut: '{n} more are not listed',
  incomplete: 'The comparison is incomplete: {n} could not be read or dealt with',
  anyCase: '(any case)',
  'mood.asserted': 'a rule',
  'mood.example': 'an example',
};

const LABELS = { zh, en } as const satisfies Record<Locale, Record<ChangeLabel, string>>;

export function changeLabel(locale: Locale, name: ChangeLabel, args: Readonly<Record<string, string | number>> = {}): string {
  return LABELS[locale][name].replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(args, key) ? String(args[key]) : whole));
}

/** How the report names one of the two states. */
export function endName({ name, commit }: ChangeEnd, locale: Locale): string {
  if (name === null) return changeLabel(locale, 'worktree');
  return commit === null || commit.startsWith(name) ? (commit?.slice(0, 12) ?? name) : `${name} (${commit.slice(0, 12)})`;
}

/** A part of what is said, and whether the change is in it. */
export interface SayingPart {
  readonly text: string;
  readonly changed: boolean;
}

/** What is said, in parts; `scope → outcome`. @param fields that differ */
export function sayingParts(saying: Saying, fields: readonly ChangedField[], locale: Locale): readonly (readonly SayingPart[])[] {
  const { condition, region, period, outcome, claim } = saying;
  const part = (field: ChangedField, text: string): SayingPart[] => (text === '' ? [] : [{ text, changed: fields.includes(field) }]);
  const scope = [...part('condition', condition), ...part('region', region), ...part('period', period)];
  const missing = scope.length === 0 && fields.some((field) => field === 'condition' || field === 'region' || field === 'period');
  const notes = [
    ...(fields.includes('strength') ? part('strength', STRENGTH_WORDING[locale][claim.strength]) : []),
    ...(fields.includes('mood') ? part('mood', changeLabel(locale, claim.mood === 'example' ? 'mood.example' : 'mood.asserted')) : []),
  ];
  return [missing ? [{ text: changeLabel(locale, 'anyCase'), changed: true }] : scope, [...part('outcome', outcome), ...notes]];
}
