// Worked examples: the case of one person stands by a rule or disputes it, and makes no rule itself.
import type { Packs } from '../pack/pack.ts';
import type { Verdict } from './judge.ts';
import type { Position } from './position.ts';
import { combine } from './relate.ts';
import type { Row } from './relate.ts';

/** Whether an example tells all that its attribute depends on; what depends on nothing that the packs know of may depend on what they do not know. */
export function isWhole(packs: Packs, { claim, axes, opaque }: Position): boolean {
  const { needAxes } = packs.attributes.get(claim.attribute)!;
  return needAxes.length > 0 && opaque === '' && claim.strength !== 'hedged' && needAxes.every((axis) => axes.has(axis));
}

/** An example disputes a rule within whose case it lies: that grade 7 gets 13 months says that no 老王 of grade 7 gets 15. */
export function judgeExample(packs: Packs, a: Position, b: Position, row: Row): Verdict | null {
  if (a.claim.mood === b.claim.mood) return null;
  const [example, rule] = a.claim.mood === 'example' ? [a, b] : [b, a];
  const inward = example === a ? 'inside' : 'around';
  const within = (relation: Row['region']): boolean => relation === 'same' || relation === inward;
  if (!within(combine([row.subject, row.condition])) || !within(row.region) || row.period === 'apart') return null;
  if (rule.claim.strength === 'hedged' || rule.claim.excepted || staysBelow(packs, example, rule)) return null;
  // A person told of without a region may live in any.
  if (rule.claim.region !== null && row.region !== 'same') return null;
  return { kind: 'contradiction', severity: 'error', row };
}

/** Somebody may get less than the most that is given. */
function staysBelow(packs: Packs, { claim: { outcome: got } }: Position, { claim: { outcome: limit, attribute } }: Position): boolean {
  if (got.type !== 'number' || limit.type !== 'number') return false;
  const atMost = limit.bound === 'max' || packs.attributes.get(attribute)!.limit;
  return atMost && (got.range.hi ?? Infinity) <= (limit.range.hi ?? Infinity);
}
