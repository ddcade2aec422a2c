// How two scopes stand to each other, axis by axis: same, inside, around, overlap, apart.
import type { Constraint, Interval, Period, Region } from '../model/claim.ts';
import type { Relation } from '../model/finding.ts';
import { relateConcepts } from '../pack/pack.ts';
import type { Axis, Packs } from '../pack/pack.ts';
import type { Position } from './position.ts';

export interface Row {
  readonly subject: Relation;
  /** All conditions and groups together. */
  readonly condition: Relation;
  /** Axes on which the two are not the same, with their relation. */
  readonly axes: readonly { readonly axis: string; readonly relation: Relation }[];
  readonly region: Relation;
  readonly period: Relation;
  readonly opaque: boolean;
}

/** The relations of `a` to `b`, or null as soon as one axis is apart. */
export function relate(packs: Packs, a: Position, b: Position): Row | null {
  // What will hold is apart from what holds; two rules for the same day to come meet.
  if (a.from !== b.from && !isLabelOnly(packs, a, b) && !isLabelOnly(packs, b, a)) return null;
  const subject = relateSubjects(packs, a, b);
  if (subject === 'apart') return null;
  const region = relateRegions(packs, a.claim.region, b.claim.region);
  if (region === 'apart') return null;
  const axes: { axis: string; relation: Relation }[] = [];
  const ignored = packs.attributes.get(a.claim.attribute)?.ignoreAxes ?? [];
  for (const axis of new Set([...a.axes.keys(), ...b.axes.keys()])) {
    if (ignored.includes(axis)) continue;
    const relation = relateConstraints(packs.axes.get(axis), a.axes.get(axis), b.axes.get(axis));
    if (relation === 'apart') return null;
    if (relation !== 'same') axes.push({ axis, relation });
  }
  return {
    subject,
    condition: combine(axes.map(({ relation }) => relation)),
    axes,
    region,
    period: relatePeriods(a.claim.period, b.claim.period),
    opaque: a.opaque !== b.opaque,
  };
}

/** 2027年度医保问答 beside an article without a year: a rule that does not change from year to year holds today, too. */
const isLabelOnly = (packs: Packs, { claim: labelled }: Position, { claim: other }: Position): boolean =>
  labelled.outcome.type !== 'number' &&
  labelled.period?.year != null &&
  other.period === null &&
  packs.attributes.get(labelled.attribute)?.yearly !== true;

/** All relations taken together: inside and around at once is an overlap. */
export function combine(relations: readonly Relation[]): Relation {
  const set = new Set(relations);
  if (set.has('apart')) return 'apart';
  if (set.has('overlap') || (set.has('inside') && set.has('around'))) return 'overlap';
  return set.has('inside') ? 'inside' : set.has('around') ? 'around' : 'same';
}

function relateSubjects(packs: Packs, a: Position, b: Position): Relation {
  const things = relateConcepts(packs, a.claim.subject.thing, b.claim.subject.thing);
  const [left, right] = [a.claim.subject.scheme, b.claim.subject.scheme];
  // A text that names no scheme means the one that its reader has in mind: neither wider nor narrower than the other's.
  const schemes = left === null || right === null ? 'same' : relateConcepts(packs, left, right);
  if (things === 'apart' || schemes === 'apart') return 'apart';
  return combine([things, schemes]);
}

export function relateConstraints(axis: Axis | undefined, a: Constraint | undefined, b: Constraint | undefined): Relation {
  // A rule that spares a few (新生儿除外) is for the others the same as one that says nothing of them.
  if (a === undefined) return b === undefined || b.kind === 'except' || isUsual(axis, b) ? 'same' : 'around';
  if (b === undefined) return a.kind === 'except' || isUsual(axis, a) ? 'same' : 'inside';
  if (a.kind === 'interval' && b.kind === 'interval') return meetAtLimit(a, b) ? 'overlap' : relateIntervals(a.range, b.range);
  if (a.kind === 'values' && b.kind === 'values') return relateValues(axis, a.values, b.values);
  if (a.kind === 'except' && b.kind === 'values') return flip(relateExcept(axis, b.values, a.values));
  if (a.kind === 'values' && b.kind === 'except') return relateExcept(axis, a.values, b.values);
  if (a.kind === 'except' && b.kind === 'except') return [...a.values].sort().join() === [...b.values].sort().join() ? 'same' : 'overlap';
  return 'overlap';
}

type Stretch = Extract<Constraint, { kind: 'interval' }>;

/** 5年及以下 and 满5年: both say in so many words that the limit is theirs. */
function meetAtLimit(a: Stretch, b: Stretch): boolean {
  const at = (below: Stretch, above: Stretch): boolean =>
    below.range.hi !== null && below.range.hi === above.range.lo && below.spelled.includes('hi') && above.spelled.includes('lo');
  return at(a, b) || at(b, a);
}

/** 在本市定点医院住院: what goes without saying is no special case. */
const isUsual = (axis: Axis | undefined, { kind, ...one }: Constraint): boolean =>
  kind === 'values' && axis?.usual !== null && 'values' in one && one.values.every((value) => value === axis?.usual);

const flip = (relation: Relation): Relation => (relation === 'inside' ? 'around' : relation === 'around' ? 'inside' : relation);

/** Values against what another rule leaves out: a case that it leaves out is apart from it. */
function relateExcept(axis: Axis | undefined, values: readonly string[], except: readonly string[]): Relation {
  const within = (value: string): boolean => except.some((out) => (axis?.values.get(value) ?? [value]).includes(out));
  if (values.every(within)) return 'apart';
  return values.some(within) ? 'overlap' : 'inside';
}

function relateValues(axis: Axis | undefined, a: readonly string[], b: readonly string[]): Relation {
  if (axis?.pair) return a.filter((value) => b.includes(value)).length > 1 ? 'same' : 'apart';
  const chain = (value: string): readonly string[] => axis?.values.get(value) ?? [value];
  const aInB = a.every((value) => b.some((other) => chain(value).includes(other)));
  const bInA = b.every((value) => a.some((other) => chain(value).includes(other)));
  if (aInB && bInA) return 'same';
  if (aInB) return 'inside';
  if (bInA) return 'around';
  const meet = a.some((value) => b.some((other) => chain(value).includes(other) || chain(other).includes(value)));
  return meet || axis?.exclusive === false ? 'overlap' : 'apart';
}

/**
 * Ranges that only touch at a limit are apart: writers are careless about who has the limit itself.
 * What conditions measure (months, years of age, money) is never below zero: ≤3个月 lies within 断缴 at all.
 */
export function relateIntervals(left: Interval, right: Interval): Relation {
  const [a, b] = [fromZero(left), fromZero(right)];
  const [aLo, aHi, bLo, bHi] = [a.lo ?? -Infinity, a.hi ?? Infinity, b.lo ?? -Infinity, b.hi ?? Infinity];
  const point = (aLo === aHi && !a.loOpen) || (bLo === bHi && !b.loOpen);
  if (aHi < bLo || bHi < aLo) return 'apart';
  if ((aHi === bLo || bHi === aLo) && !(point && touches(a, b))) return 'apart';
  const aInB = aLo >= bLo && aHi <= bHi && !(aLo === bLo && b.loOpen && !a.loOpen) && !(aHi === bHi && b.hiOpen && !a.hiOpen);
  const bInA = bLo >= aLo && bHi <= aHi && !(aLo === bLo && a.loOpen && !b.loOpen) && !(aHi === bHi && a.hiOpen && !b.hiOpen);
  if (aInB && bInA) return 'same';
  return aInB ? 'inside' : bInA ? 'around' : 'overlap';
}

const fromZero = (range: Interval): Interval => (range.lo === null ? { ...range, lo: 0, loOpen: true } : range);

/** Whether a single value lies in the other range, limits as stated. */
function touches(a: Interval, b: Interval): boolean {
  const holds = (range: Interval, value: number): boolean =>
    (range.lo === null || value > range.lo || (value === range.lo && !range.loOpen)) &&
    (range.hi === null || value < range.hi || (value === range.hi && !range.hiOpen));
  const value = a.lo === a.hi ? a.lo! : b.lo!;
  return holds(a, value) && holds(b, value);
}

/** No region and the whole country are one: the reader takes either as holding everywhere. */
export function relateRegions(packs: Packs, a: Region | null, b: Region | null): Relation {
  const [left, right] = [a?.code ?? '100000', b?.code ?? '100000'];
  if (left === right) return 'same';
  if (packs.regions.contains(right, left)) return 'inside';
  return packs.regions.contains(left, right) ? 'around' : 'apart';
}

export function relatePeriods(a: Period | null, b: Period | null): Relation {
  if (a === null || b === null) return a === b ? 'same' : a === null ? 'around' : 'inside';
  const [aFrom, aTo, bFrom, bTo] = [a.from ?? '0000', a.to ?? '9999', b.from ?? '0000', b.to ?? '9999'];
  if (aTo < bFrom || bTo < aFrom) return 'apart';
  if (aFrom === bFrom && aTo === bTo) return 'same';
  if (aFrom >= bFrom && aTo <= bTo) return 'inside';
  return bFrom >= aFrom && bTo <= aTo ? 'around' : 'overlap';
}
