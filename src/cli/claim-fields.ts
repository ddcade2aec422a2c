// The fields of a claim as `explain` names and writes them.
import type { Claim, Constraint, Interval, Outcome } from '../model/claim.ts';
import type { Locale } from '../model/result.ts';

export const FIELDS = [
  'scheme',
  'thing',
  'people',
  'attribute',
  'condition',
  'outcome',
  'region',
  'period',
  'published',
  'strength',
  'mood',
  'mention',
] as const;
export type Field = (typeof FIELDS)[number];

export const FIELD_LABELS = {
  zh: {
    scheme: '制度',
    thing: '对象',
    people: '人群',
    attribute: '属性',
    condition: '条件',
    outcome: '结果',
    region: '地区',
    period: '期间',
    published: '发布日期',
    strength: '强度',
    mood: '语态',
    mention: '提及',
  },
  en: {
    scheme: 'scheme',
    thing: 'thing',
    people: 'people',
    attribute: 'attribute',
    condition: 'condition',
    outcome: 'outcome',
    region: 'region',
    period: 'period',
    published: 'published',
    strength: 'strength',
    mood: 'mood',
    mention: 'mention',
  },
} as const satisfies Record<Locale, Record<Field, string>>;

const STRENGTHS = {
  zh: { universal: '一概如此', plain: '一般陈述', hedged: '有保留' },
  en: { universal: 'universal', plain: 'plain', hedged: 'hedged' },
} as const satisfies Record<Locale, Record<Claim['strength'], string>>;

const MOODS = {
  zh: {
    asserted: '断言',
    refuted: '被否定的说法',
    question: '疑问',
    example: '举例',
    supposed: '假设',
    history: '过去的规定',
    future: '将来的规定',
  },
  en: {
    asserted: 'asserted',
    refuted: 'refuted',
    question: 'question',
    example: 'example',
    supposed: 'supposition',
    history: 'history',
    future: 'future',
  },
} as const satisfies Record<Locale, Record<Claim['mood'], string>>;

/** Where a field was read, in Chinese; English shows the key itself. */
const FROM: Readonly<Record<string, string>> = {
  clause: '本分句',
  sentence: '本句',
  'parent item': '上级条目',
  parent: '上级条目',
  heading: '小标题',
  'table head': '表头',
  title: '标题',
  context: '上下文',
  pack: '词表',
  later: '本句后文',
  block: '同段前文',
  lead: '引出的段落',
  row: '行首',
  column: '列首',
  caption: '表题',
  nowhere: '未写明',
};

export function fromLabel(from: string, locale: Locale): string {
  return locale === 'zh' && Object.hasOwn(FROM, from) ? (FROM[from] ?? from) : from;
}

/** What stands in the field, or null where nothing does. */
export function valueOf(claim: Claim, field: Field, locale: Locale): string | null {
  switch (field) {
    case 'scheme':
      return claim.subject.scheme;
    case 'thing':
      return claim.subject.thing || null;
    case 'people':
      return claim.subject.people.join('、') || null;
    case 'attribute':
      return claim.attribute;
    case 'condition':
      return claim.condition.map(constraintText).join(' & ') || null;
    case 'outcome':
      return outcomeText(claim.outcome, locale);
    case 'region':
      return claim.region === null ? null : `${claim.region.name} (${claim.region.code})`;
    case 'period':
      return claim.period === null ? null : `${claim.period.from ?? '…'} – ${claim.period.to ?? '…'}`;
    case 'published':
      return claim.published;
    case 'strength':
      return STRENGTHS[locale][claim.strength];
    case 'mood':
      return MOODS[locale][claim.mood];
    case 'mention':
      return claim.mention === null
        ? null
        : [claim.mention.kind, claim.mention.text, claim.mention.until, claim.mention.as].filter(Boolean).join(' ');
  }
}

/** Months that are no whole number were days in the text, or hours. */
function measureText(range: Interval, unit: string): string {
  const whole = (limit: number | null): boolean => limit === null || Number.isInteger(limit);
  if (unit !== '月' || (whole(range.lo) && whole(range.hi))) return `${intervalText(range)} ${unit}`;
  const short = [range.lo, range.hi].every((limit) => limit === null || Math.abs(limit) * 30 < 1);
  const [per, name] = short ? [720, '小时'] : [30, '天'];
  const scaled = (limit: number | null): number | null => (limit === null ? null : Math.round(limit * per));
  return `${intervalText({ ...range, lo: scaled(range.lo), hi: scaled(range.hi) })} ${name}`;
}

function constraintText(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'interval':
      return `${constraint.axis} ${measureText(constraint.range, constraint.unit)}`.trimEnd();
    case 'values':
      return `${constraint.axis} = ${constraint.values.join(' | ')}`;
    case 'except':
      return `${constraint.axis} ≠ ${constraint.values.join(' | ')}`;
    case 'opaque':
      return `? ${constraint.text}`;
  }
}

function outcomeText(outcome: Outcome, locale: Locale): string {
  switch (outcome.type) {
    case 'truth':
      return locale === 'zh' ? (outcome.value ? '是' : '否') : outcome.value ? 'yes' : 'no';
    case 'uniform':
      return locale === 'zh' ? (outcome.value ? '全国统一' : '各地不同') : outcome.value ? 'one rule nationwide' : 'differs by region';
    case 'number':
      return `${outcome.approximate ? '≈ ' : ''}${measureText(outcome.range, outcome.unit)}${outcome.per === null ? '' : `/${outcome.per}`}`;
    case 'choice':
      return `${outcome.modality}: ${outcome.values.join(' | ')}`;
    case 'text':
      return outcome.text;
  }
}

/** `= 300`, `≥ 3`, `(3, 6]`. */
function intervalText({ lo, hi, loOpen, hiOpen }: Interval): string {
  if (lo !== null && lo === hi) return `= ${lo}`;
  if (lo === null && hi === null) return '∞';
  if (lo === null) return `${hiOpen ? '<' : '≤'} ${hi}`;
  if (hi === null) return `${loOpen ? '>' : '≥'} ${lo}`;
  return `${loOpen ? '(' : '['}${lo}, ${hi}${hiOpen ? ')' : ']'}`;
}
