// Values of different years or versions of the policy stand side by side as if both were in force.
import type { Reason } from '../../model/finding.ts';
import type { Packs } from '../../pack/pack.ts';
import type { Edge } from '../cluster.ts';
import { describePosition } from '../describe.ts';
import type { Position } from '../position.ts';
import { Sayers } from '../sayers.ts';
import type { DisputeCheck } from './check.ts';
import { outcomesDiffer, regionsMeet } from './scope-reasons.ts';

const time = ({ claim }: Position): string =>
  claim.period ? (claim.period.year?.toString() ?? `${claim.period.from ?? ''}–${claim.period.to ?? ''}`) : (claim.published ?? '');

/** So many articles are named; the report lists all of them. */
const NAMED = 3;

/** The side whose period ends first, or that was published first, and the articles on it. */
function older(packs: Packs, { a, b }: Edge, sides: readonly (readonly Position[])[]): Reason[] {
  const end = ({ claim }: Position): string => claim.period?.to ?? claim.period?.from ?? claim.published ?? '';
  const [left, right] = [end(a), end(b)];
  if (left === '' || right === '' || left === right) return [];
  const first = left < right ? a : b;
  const sayers = Sayers.together((sides.find((side) => side.includes(first)) ?? [first]).map((position) => position.sayers));
  const articles = sayers.articleCount;
  const places = new Map<string, string>();
  for (let asked = NAMED; places.size < Math.min(NAMED, articles); asked *= 4)
    for (const { article, evidence } of sayers.first(asked))
      if (places.size < NAMED && !places.has(article)) places.set(article, `${evidence.file}:${evidence.startLine}`);
  const more = articles > NAMED ? ` +${articles - NAMED}` : '';
  return [
    {
      code: 'period.update',
      args: { older: describePosition(packs, first), articles: `${[...places.values()].join(', ')}${more}` },
    },
  ];
}

export const superseded: DisputeCheck = {
  kind: 'superseded',
  family: 'dispute',
  why: (packs, edge, sides) => [
    outcomesDiffer(packs, edge),
    { code: 'period.differs', args: { a: time(edge.a), b: time(edge.b) } },
    ...regionsMeet(edge),
    ...older(packs, edge, sides),
  ],
};
