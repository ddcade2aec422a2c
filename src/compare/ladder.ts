// Claims of one article that tell one thing by tiers of one axis: 断缴3个月以内 …, 超过3个月 …
import type { Claim, Constraint, Interval } from '../model/claim.ts';
import { STATEMENT } from '../claim/statement.ts';
import type { Packs } from '../pack/pack.ts';
import { constraintKey, outcomeKey } from './position.ts';

type Stretch = Extract<Constraint, { kind: 'interval' }>;

export interface Rung {
  readonly range: Interval;
  /** The constraint that tells the tier. */
  readonly stretch: Stretch;
  readonly claim: Claim;
}

export interface Ladder {
  readonly axis: string;
  /** From the lowest up; no two alike. */
  readonly rungs: readonly Rung[];
}

/** Tiers are told one after the other: so many lines may stand between two. */
const APART = 6;

/** The ladders of all articles, in the order of their claims. */
export function laddersOf(packs: Packs, claims: readonly Claim[]): Ladder[] {
  const groups = new Map<string, { axis: string; rungs: Rung[] }>();
  for (const claim of claims) {
    if (
      claim.mood !== 'asserted' ||
      claim.mention !== null ||
      claim.attribute === STATEMENT ||
      claim.strength === 'hedged' ||
      claim.excepted
    )
      continue;
    if (claim.condition.some(({ kind }) => kind === 'opaque')) continue;
    for (const stretch of claim.condition) {
      if (stretch.kind !== 'interval' || stretch.unit === '') continue;
      const key = keyOf(claim, stretch);
      const group = groups.get(key) ?? { axis: stretch.axis, rungs: [] };
      group.rungs.push({ range: stretch.range, stretch, claim });
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap(({ axis, rungs }) => {
    const ladder = { axis, rungs: [...firstOfEach(rungs)].sort(byRange) };
    return isLadder(packs, rungs, ladder) ? [ladder] : [];
  });
}

/** Everything but the tier: article, subject, other conditions, region, time, and what the outcome is measured in. */
function keyOf({ article, attribute, subject, condition, region, period, outcome }: Claim, stretch: Stretch): string {
  const others = condition.filter((one) => one !== stretch).map(constraintKey);
  return [
    article,
    attribute,
    subject.scheme ?? '',
    subject.thing,
    stretch.axis,
    others.sort().join('&'),
    region?.code ?? '',
    period ? `${period.from ?? ''}/${period.to ?? ''}` : '',
    outcome.type === 'number' ? `${outcome.unit}/${outcome.per ?? ''}` : outcome.type,
  ].join('|');
}

const rangeKey = ({ lo, hi, loOpen, hiOpen }: Interval): string => `${loOpen ? '(' : '['}${lo},${hi}${hiOpen ? ')' : ']'}`;

function firstOfEach(rungs: readonly Rung[]): Rung[] {
  const seen = new Map<string, Rung>();
  for (const rung of rungs) if (!seen.has(rangeKey(rung.range))) seen.set(rangeKey(rung.range), rung);
  return [...seen.values()];
}

const low = ({ lo }: Interval): number => lo ?? -Infinity;
const high = ({ hi }: Interval): number => hi ?? Infinity;

const byRange = (a: Rung, b: Rung): number =>
  low(a.range) - low(b.range) || high(a.range) - high(b.range) || Number(a.range.loOpen) - Number(b.range.loOpen);

/**
 * Two tiers or more with outcomes that differ, told close together, none within another. A single value is an example (缴费10年 …),
 * but for the shortest of what befalls one (断缴1个月 …).
 */
function isLadder(packs: Packs, told: readonly Rung[], { axis, rungs }: Ladder): boolean {
  if (rungs.length < 2) return false;
  if (new Set(rungs.map(({ claim }) => outcomeKey(claim.outcome))).size < 2) return false;
  // One tier with two outcomes is a dispute, and tells of two rules.
  if (
    told.some((rung) =>
      rungs.some((own) => rangeKey(own.range) === rangeKey(rung.range) && outcomeKey(own.claim.outcome) !== outcomeKey(rung.claim.outcome)),
    )
  )
    return false;
  const lines = rungs.map(({ claim }) => claim.evidence.startLine).sort((a, b) => a - b);
  if (lines.some((line, at) => at > 0 && line - lines[at - 1]! > APART)) return false;
  return rungs.every(({ range }, at) => {
    const next = rungs[at + 1]?.range;
    if (range.lo !== null && range.lo === range.hi && (at > 0 || !packs.axes.get(axis)?.presence)) return false;
    return next === undefined || (low(range) < low(next) && high(range) < high(next)) || high(range) === low(next);
  });
}
