// One holds for a region inside the other's, with another outcome, and the wider one does not say that regions differ.
import type { DisputeCheck } from './check.ts';
import { isUniversal, outcomesDiffer, regionsMeet, scopesMeet } from './scope-reasons.ts';

export const regional: DisputeCheck = {
  kind: 'regional',
  family: 'dispute',
  why: (packs, edge) => [outcomesDiffer(packs, edge), scopesMeet(edge), ...regionsMeet(edge), ...isUniversal(edge)],
};
