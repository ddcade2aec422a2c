// Values of different years or versions of the policy stand side by side as if both were in force.
import type { Reason } from '../../model/finding.ts';
import type { Packs } from '../../pack/pack.ts';
import type { Edge } from '../cluster.ts';
import { describePosition } from '../describe.ts';
import type { Position } from '../position.ts';
import type { DisputeCheck } from './check.ts';
import { outcomesDiffer, regionsMeet } from './scope-reasons.ts';

const time = ({ claim }: Position): string =>
  claim.period ? (claim.period.year?.toString() ?? `${claim.period.from ?? ''}–${claim.period.to ?? ''}`) : (claim.published ?? '');

/** The side whose period ends first, or that was published first. */
function older(packs: Packs, { a, b }: Edge): Reason[] {
  const end = ({ claim }: Position): string => claim.period?.to ?? claim.period?.from ?? claim.published ?? '';
  const [left, right] = [end(a), end(b)];
  if (left === '' || right === '' || left === right) return [];
  return [{ code: 'period.update', args: { older: describePosition(packs, left < right ? a : b) } }];
}

export const superseded: DisputeCheck = {
  kind: 'superseded',
  family: 'dispute',
  why: (packs, edge) => [
    outcomesDiffer(packs, edge),
    { code: 'period.differs', args: { a: time(edge.a), b: time(edge.b) } },
    ...regionsMeet(edge),
    ...older(packs, edge),
  ],
};
