// Who else speaks in a dispute: positions that are no part of a conflict by themselves, and say what one of its sides says to those whom the other side tells otherwise.
import type { Packs } from '../pack/pack.ts';
import type { Cluster } from './cluster.ts';
import { agree } from './outcome.ts';
import type { Position } from './position.ts';
import { relate } from './relate.ts';

/**
 * The cluster with its witnesses. A witness never makes a dispute, it only stands by one: its scope meets an opponent's,
 * its outcome is that of exactly one side and cannot be true beside an opponent's.
 */
export function withWitnesses(packs: Packs, cluster: Cluster, positions: readonly Position[]): Cluster {
  const parties = new Set(cluster.sides.flat());
  const joined = cluster.sides.map((side) => [...side]);
  for (const position of positions) {
    if (parties.has(position)) continue;
    const sides = [...cluster.sides.keys()].filter((at) => standsBy(packs, position, cluster.sides, at));
    if (sides.length === 1) joined[sides[0]!]!.push(position);
  }
  return { edges: cluster.edges, sides: joined };
}

function standsBy(packs: Packs, position: Position, sides: Cluster['sides'], at: number): boolean {
  const own = sides[at]!;
  if (!own.some((ally) => saysSame(position, ally) && relate(packs, position, ally) !== null)) return false;
  if (own.some((ally) => differs(position, ally) && relate(packs, position, ally) !== null)) return false;
  const foes = sides.filter((_, index) => index !== at).flat();
  return foes.some((foe) => opposes(packs, position, foe)) && foes.every((foe) => isInTheirCase(packs, position, foe));
}

/** Whether the two speak to somebody in common; of 待遇期前 and 待遇期后, or of two circles of people that only cross, it is not known. */
function isInTheirCase(packs: Packs, position: Position, foe: Position): boolean {
  const row = relate(packs, position, foe);
  return row !== null && row.axes.every(({ axis, relation }) => relation !== 'overlap' || position.axes.get(axis)?.kind === 'interval');
}

/** 70元左右 and 每月70元 spell one amount: what is exact, and how often, matters to who disputes it. */
function saysSame(one: Position, other: Position): boolean {
  if (one.outcome === other.outcome) return true;
  const [a, b] = [one.claim.outcome, other.claim.outcome];
  if (a.type !== 'number' || b.type !== 'number' || a.bound !== b.bound || a.unit !== b.unit) return false;
  return a.range.lo === b.range.lo && a.range.hi === b.range.hi && (a.per === b.per || a.per === null || b.per === null);
}

function opposes(packs: Packs, a: Position, b: Position): boolean {
  if (!differs(a, b)) return false;
  const row = relate(packs, a, b);
  if (row === null || row.period === 'apart') return false;
  // 年底 against 断缴: each tells of a case of its own.
  if (owns(a, b) && owns(b, a)) return false;
  // 通常消失 stands by those who say that it does; what may be so in some places stands by nobody.
  if ((a.claim.strength === 'hedged' && (!a.claim.typical || a.claim.hedgedByRegion)) || b.claim.strength === 'hedged') return false;
  if (row.region === 'same') return true;
  const wider = row.region === 'inside' ? b : a;
  return !wider.claim.hedgedByRegion;
}

const differs = (a: Position, b: Position): boolean => agree(a.claim.outcome, b.claim.outcome) === 'incompatible';

/** Whether `a` states a condition on something of which `b` says nothing. */
const owns = (a: Position, b: Position): boolean => [...a.axes.keys()].some((axis) => !b.axes.has(axis));
