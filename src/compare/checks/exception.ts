// One is a special case of the other with another outcome, and the wider one does not say that there are exceptions.
import type { DisputeCheck } from './check.ts';
import { isUniversal, outcomesDiffer, regionsMeet, scopesMeet } from './scope-reasons.ts';

export const exception: DisputeCheck = {
  kind: 'exception',
  family: 'dispute',
  why: (packs, edge) => [outcomesDiffer(packs, edge), scopesMeet(edge), ...regionsMeet(edge), ...isUniversal(edge)],
};
