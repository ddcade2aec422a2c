// Reference claims that contradict each other: a register in which there are any is not fit for use.
import type { Reference } from '../model/reference.ts';
import type { Packs } from '../pack/pack.ts';
import { climbsTo, keepsWithin, needsMissing, scopeOf } from './judge.ts';
import { agree } from './outcome.ts';
import { gatherPositions } from './position.ts';
import { relate } from './relate.ts';

/** Two references that contradict each other for one day and place. */
export interface Clash {
  readonly a: Reference;
  readonly b: Reference;
}

export function clashes(references: readonly Reference[], packs: Packs): Clash[] {
  const found: Clash[] = [];
  const positions = references.flatMap((reference) =>
    [...gatherPositions([reference.claim], packs, '9999-12-31').values()].flat().map((position) => ({ position, reference })),
  );
  for (const [index, left] of positions.entries()) {
    for (const right of positions.slice(index + 1)) {
      const [a, b] = [left.position, right.position];
      if (a.claim.attribute !== b.claim.attribute || left.reference === right.reference) continue;
      if (agree(a.claim.outcome, b.claim.outcome) !== 'incompatible') continue;
      const row = relate(packs, a, b);
      if (row === null || row.opaque || row.period === 'apart' || needsMissing(packs, a, b) || climbsTo(packs, a, b, row)) continue;
      if (row.region !== 'same' && (left.reference.local || right.reference.local || keepsWithin(a, b) || keepsWithin(b, a))) continue;
      const scope = scopeOf(a, b, row);
      const wider = scope === 'inside' ? b : a;
      if (scope === 'same' || wider.claim.strength === 'universal') found.push({ a: left.reference, b: right.reference });
    }
  }
  return found;
}
