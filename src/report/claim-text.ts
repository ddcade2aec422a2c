// The fields of a claim in words, for those who want to see how a quote was read.
import type { Constraint, Interval, Outcome } from '../model/claim.ts';
import type { Locale, ReportedClaim } from '../model/result.ts';
import { label, STRENGTH_WORDING } from './wording.ts';
import type { Label } from './wording.ts';

export interface ClaimField {
  readonly name: Label;
  readonly text: string;
  /** The words are the audit's own, not of an article or a pack. */
  readonly own: boolean;
}

/** What a claim says, field by field; nothing in it is escaped. A mention of a date or term has no fields but its place in time and space. */
export function claimFields(
  { subject, attribute, condition, outcome, region, period, strength, mention }: ReportedClaim,
  locale: Locale,
): readonly ClaimField[] {
  const fields: ClaimField[] = [];
  const add = (name: Label, text: string, own = false): void => {
    fields.push(text === '' ? { name, text: label(locale, 'unstated'), own: true } : { name, text, own });
  };
  if (mention === null) {
    const names = [subject.scheme, subject.thing === subject.scheme ? null : subject.thing, ...subject.people];
    add('subject', names.filter((name) => name !== null && name !== '').join(' · '));
    add('attribute', attribute);
    add('condition', conditionText(condition, locale));
    add('outcome', outcomeText(outcome, locale), outcome.type === 'truth' || outcome.type === 'uniform');
    add('strength', STRENGTH_WORDING[locale][strength], true);
  }
  add('region', region?.name ?? '');
  add('period', periodText(period));
  return fields;
}

export function periodText(period: ReportedClaim['period']): string {
  if (period === null) return '';
  return period.from === null && period.to === null ? String(period.year ?? '') : `${period.from ?? '…'} – ${period.to ?? '…'}`;
}

export function conditionText(condition: readonly Constraint[], locale: Locale): string {
  return condition.map((constraint) => constraintText(constraint, locale)).join(' · ');
}

export function constraintText(constraint: Constraint, locale: Locale): string {
  switch (constraint.kind) {
    case 'interval':
      return `${constraint.axis} ${intervalText(constraint.range, constraint.unit)}`;
    case 'values':
      return `${constraint.axis} = ${constraint.values.join(label(locale, 'comma'))}`;
    case 'except':
      return label(locale, 'except', { values: constraint.values.join(label(locale, 'comma')) });
    case 'opaque':
      return constraint.text;
  }
}

export function outcomeText(outcome: Outcome, locale: Locale): string {
  switch (outcome.type) {
    case 'truth':
      return label(locale, outcome.value ? 'yes' : 'no');
    case 'uniform':
      return label(locale, outcome.value ? 'uniform' : 'varies');
    case 'number': {
      const value = `${outcome.approximate ? '≈ ' : ''}${intervalText(outcome.range, outcome.unit)}`;
      return outcome.per === null ? value : label(locale, 'per', { value, per: outcome.per });
    }
    case 'choice': {
      const values = outcome.values.join(label(locale, 'comma'));
      return outcome.modality === 'must' ? values : label(locale, outcome.modality, { values });
    }
    case 'text':
      return outcome.text;
  }
}

/** `300 元`, `≥ 3 月`, `> 3 月, ≤ 6 月`. */
function intervalText({ lo, hi, loOpen, hiOpen }: Interval, unit: string): string {
  const value = (number: number): string => `${Math.round(number * 100) / 100} ${unit}`.trimEnd();
  if (lo !== null && lo === hi) return value(lo);
  const limits = [lo === null ? '' : `${loOpen ? '>' : '≥'} ${value(lo)}`, hi === null ? '' : `${hiOpen ? '<' : '≤'} ${value(hi)}`];
  return limits.filter((limit) => limit !== '').join(', ') || '∞';
}
