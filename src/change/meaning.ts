// What a claim means, as a key: claims with the same key say the same, wherever and in whatever words they stand.
import type { Constraint, Outcome } from '../model/claim.ts';
import type { ReportedClaim } from '../model/result.ts';
import { CHANGED_FIELDS } from '../model/change.ts';
import type { ChangedField } from '../model/change.ts';

/** Whether a claim says something that others could dispute: no mention of a date or term, no question, nothing that was not understood. */
export function isSaying({ mention, mood, outcome }: ReportedClaim): boolean {
  return mention === null && (mood === 'asserted' || mood === 'example') && outcome.type !== 'text';
}

/** The country is named or meant: both are one. */
const COUNTRY = '100000';

const FIELD_KEYS: Readonly<Record<ChangedField, (claim: ReportedClaim) => unknown>> = {
  // The people of a claim are among its conditions too, where they are understood.
  subject: ({ subject }) => [subject.scheme, subject.thing, sorted(subject.people)],
  condition: ({ condition }) => sorted(condition.map((constraint) => JSON.stringify(constraintKey(constraint)))),
  region: ({ region }) => (region === null ? COUNTRY : region.code),
  period: ({ period }) => (period === null ? null : [period.from, period.to, period.year]),
  outcome: ({ outcome }) => outcomeKey(outcome),
  strength: ({ strength }) => strength,
  mood: ({ mood }) => mood,
};

const keys = new WeakMap<ReportedClaim, Readonly<Record<ChangedField, string>>>();

/** A key per field; equal keys mean the same. */
export function fieldKeys(claim: ReportedClaim): Readonly<Record<ChangedField, string>> {
  let own = keys.get(claim);
  if (own === undefined) {
    own = Object.fromEntries(CHANGED_FIELDS.map((field) => [field, JSON.stringify(FIELD_KEYS[field](claim))])) as Record<
      ChangedField,
      string
    >;
    keys.set(claim, own);
  }
  return own;
}

export function meaningOf(claim: ReportedClaim): string {
  const own = fieldKeys(claim);
  return [claim.attribute, ...CHANGED_FIELDS.map((field) => own[field])].join('\n');
}

/** The axes on which a claim states a condition, whatever their values. */
export function axesOf({ condition }: ReportedClaim): string {
  return sorted(condition.map(({ axis, kind }) => `${axis} ${kind}`)).join('\n');
}

function constraintKey(constraint: Constraint): unknown {
  switch (constraint.kind) {
    case 'interval': {
      const { lo, hi, loOpen, hiOpen } = constraint.range;
      // Whether the text spells out that a limit belongs to the range is wording.
      return [constraint.axis, 'interval', lo, hi, loOpen, hiOpen];
    }
    case 'values':
    case 'except':
      return [constraint.axis, constraint.kind, sorted(constraint.values)];
    case 'opaque':
      return ['opaque', constraint.text.replace(/\s+/g, '')];
  }
}

function outcomeKey(outcome: Outcome): unknown {
  switch (outcome.type) {
    case 'truth':
    case 'uniform':
      return [outcome.type, outcome.value];
    case 'number': {
      const { range, unit, per, approximate } = outcome;
      return ['number', range.lo, range.hi, range.loOpen, range.hiOpen, unit, per, approximate];
    }
    case 'choice':
      return ['choice', outcome.modality, sorted(outcome.values)];
    case 'text':
      return ['text', outcome.text];
  }
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
