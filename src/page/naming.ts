// What views, facets, orders, states and fields are called.
import type { Locale } from '../model/result.ts';
import { oneLine } from '../report/plain.ts';
import { label } from '../report/wording.ts';
import type { View } from './address.ts';
import type { Facet, Sort } from './filter.ts';
import type { TriageState } from './triage.ts';

export const VIEW_WORDS = {
  zh: { findings: '发现', overview: '概览', coverage: '覆盖范围', compare: '比较' },
  en: { findings: 'Findings', overview: 'Overview', coverage: 'Coverage', compare: 'Compare' },
} as const satisfies Record<Locale, Record<View, string>>;

export const FACET_WORDS = {
  zh: { severity: '级别', kind: '类型', triage: '处理', status: '状态', topic: '主题', region: '地区', article: '文章' },
  en: { severity: 'Severity', kind: 'Kind', triage: 'Triage', status: 'Status', topic: 'Topic', region: 'Region', article: 'Article' },
} as const satisfies Record<Locale, Record<Facet, string>>;

export const SORT_WORDS = {
  zh: { grave: '严重程度', spread: '涉及的文章数', topic: '主题', newest: '发布日期（新的在前）' },
  en: { grave: 'severity', spread: 'number of articles', topic: 'topic', newest: 'newest article' },
} as const satisfies Record<Locale, Record<Sort, string>>;

export const TRIAGE_WORDS = {
  zh: { open: '待处理', confirmed: '属实', fixed: '已改', 'false-alarm': '误报', accepted: '接受现状' },
  en: { open: 'open', confirmed: 'confirmed', fixed: 'fixed', 'false-alarm': 'false alarm', accepted: 'accepted' },
} as const satisfies Record<Locale, Record<TriageState, string>>;

export const FIELD_WORDS = {
  zh: { scheme: '制度', thing: '对象', mention: '提及' },
  en: { scheme: 'Scheme', thing: 'Thing', mention: 'Mention' },
} as const satisfies Record<Locale, Record<string, string>>;

/** Where a claim has something that its clause leaves out. */
const SOURCES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    clause: '本分句',
    sentence: '本句前文',
    later: '本句后文',
    block: '上下文',
    parent: '上级条目',
    lead: '引出的段落',
    row: '行首',
    column: '列首',
    caption: '表题',
    heading: '小标题',
    title: '标题',
    context: '文章信息或前文',
  },
  en: {
    clause: 'clause',
    sentence: 'sentence',
    later: 'rest of the sentence',
    block: 'context',
    parent: 'item above',
    lead: 'lead',
    row: 'row head',
    column: 'column head',
    caption: 'caption',
    heading: 'heading',
    title: 'title',
    context: 'front matter or text before',
  },
};

export const nameSource = (from: string, locale: Locale): string =>
  Object.hasOwn(SOURCES[locale], from) ? SOURCES[locale][from]! : oneLine(from, 40);

/** A field as passages name it, for a reader. */
export function nameField(key: string, locale: Locale): string {
  const [name = '', axis = ''] = key.split('.', 2);
  if (name === 'condition') return `${label(locale, 'condition')} ${axis === 'opaque' ? '' : oneLine(axis, 40)}`.trimEnd();
  if (name === 'subject') return axis === 'scheme' ? FIELD_WORDS[locale].scheme : FIELD_WORDS[locale].thing;
  if (name === 'mention') return FIELD_WORDS[locale].mention;
  return name === 'outcome' || name === 'region' || name === 'period' || name === 'attribute' ? label(locale, name) : oneLine(name, 40);
}

export const TIME_WORDS = {
  zh: { text: '文中写明', published: '发布日期', register: '登记' },
  en: { text: 'stated in the text', published: 'published', register: 'register' },
} as const satisfies Record<Locale, Record<'text' | 'published' | 'register', string>>;
