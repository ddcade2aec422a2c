// Both hold for the same people in the same case, and cannot both be true; or the wider one says that it knows no exception.
import type { DisputeCheck } from './check.ts';
import { isUniversal, outcomesDiffer, regionsMeet, scopesMeet } from './scope-reasons.ts';

export const contradiction: DisputeCheck = {
  kind: 'contradiction',
  family: 'dispute',
  why: (packs, edge) => [outcomesDiffer(packs, edge), scopesMeet(edge), ...regionsMeet(edge), ...isUniversal(edge)],
};
