// Values of different years or versions of the policy stand side by side as if both were in force.
import type { Position } from '../position.ts';
import type { DisputeCheck } from './check.ts';
import { outcomesDiffer, regionsMeet } from './scope-reasons.ts';

const time = ({ claim }: Position): string =>
  claim.period ? (claim.period.year?.toString() ?? `${claim.period.from ?? ''}–${claim.period.to ?? ''}`) : (claim.published ?? '');

export const superseded: DisputeCheck = {
  kind: 'superseded',
  family: 'dispute',
  why: (packs, edge) => [
    outcomesDiffer(packs, edge),
    { code: 'period.differs', args: { a: time(edge.a), b: time(edge.b) } },
    ...regionsMeet(edge),
  ],
};
