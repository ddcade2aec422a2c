// What a position says, in the words of the packs and short enough for a heading.
import type { Constraint, Interval, Outcome } from '../model/claim.ts';
import { UNLIMITED_MONTHS } from '../claim/value.ts';
import type { Packs } from '../pack/pack.ts';
import type { Position } from './position.ts';

/** 男 · 中断时长>3个月 → 清零. */
export function describePosition(packs: Packs, { claim }: Pick<Position, 'claim'>): string {
  const scope = [
    claim.region?.name ?? '',
    claim.period?.year ? `${claim.period.year}年` : '',
    ...claim.condition.filter((one) => one.kind !== 'opaque').map((one) => describeConstraint(one)),
  ].filter((text) => text !== '');
  const outcome = describeOutcome(packs, claim.attribute, claim.outcome);
  return scope.length > 0 ? `${scope.join(' · ')} → ${outcome}` : outcome;
}

/** 职工医保 · 个人账户 · 余额清零. */
export function describeTopic({ claim }: Pick<Position, 'claim'>): string {
  const { scheme, thing } = claim.subject;
  return [scheme, thing === scheme ? null : thing, claim.attribute]
    .filter((part, at, all) => part !== null && all.indexOf(part) === at)
    .join(' · ');
}

export function describeConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'interval':
      return `${constraint.axis}${describeInterval(constraint.range, constraint.unit)}`;
    case 'values':
      return constraint.values.join('/');
    case 'except':
      return `${constraint.values.join('/')}除外`;
    case 'opaque':
      return constraint.text;
  }
}

export function describeOutcome(packs: Packs, attribute: string, outcome: Outcome): string {
  switch (outcome.type) {
    case 'truth': {
      const says = packs.attributes.get(attribute)?.says;
      return outcome.value ? (says?.yes ?? attribute) : (says?.no ?? `不${attribute}`);
    }
    case 'number': {
      if (packs.attributes.get(attribute)?.type === 'frequency') return `每${describeValue(outcome.range, outcome.unit)}一次`;
      const per = outcome.per === null ? '' : `每${outcome.per}`;
      return `${per}${outcome.approximate ? '约' : ''}${describeValue(outcome.range, outcome.unit)}`;
    }
    case 'choice': {
      // 可近亲属, but no 可12333: a number is what it is.
      const names = packs.attributes.get(attribute)?.type === 'identifier';
      const word = names ? (outcome.modality === 'not' ? '不是' : '') : { must: '', may: '可', not: '不可' }[outcome.modality];
      return `${word}${outcome.values.join('/')}`;
    }
    case 'uniform':
      return outcome.value ? '全国统一' : '各地不同';
    case 'text':
      return outcome.text;
  }
}

/** 1.5万元, 12年, 8%. */
export const describeAmount = (value: number, unit: string): string => {
  if (unit === '元' && value >= 10000 && value % 100 === 0) return `${value / 10000}万元`;
  if (unit === '月') return duration(value);
  return `${Math.round(value * 100) / 100}${unit}`;
};

function duration(months: number): string {
  if (months >= UNLIMITED_MONTHS) return '长期';
  if (months >= 12 && months % 12 === 0) return `${months / 12}年`;
  if (Number.isInteger(months)) return `${months}个月`;
  const days = Math.round(months * 30);
  return days >= 1 ? `${days}天` : `${Math.round(months * 720)}小时`;
}

function describeValue({ lo, hi }: Interval, unit: string): string {
  if (lo !== null && lo === hi) return describeAmount(lo, unit);
  if (lo === null) return hi === null ? '' : `至多${describeAmount(hi, unit)}`;
  return hi === null ? `至少${describeAmount(lo, unit)}` : `${describeAmount(lo, unit)}至${describeAmount(hi, unit)}`;
}

function describeInterval({ lo, hi, loOpen, hiOpen }: Interval, unit: string): string {
  if (lo === 0 && loOpen && hi === null) return '发生';
  if (lo !== null && lo === hi) return `=${describeAmount(lo, unit)}`;
  return `${lo === null ? '' : `${loOpen ? '>' : '≥'}${describeAmount(lo, unit)}`}${hi === null ? '' : `${hiOpen ? '<' : '≤'}${describeAmount(hi, unit)}`}`;
}
