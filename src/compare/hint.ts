// Entries of the register that were not well verified: they join a dispute that articles have anyway, or give a hint.
import type { Packs } from '../pack/pack.ts';
import { clusterEdges } from './cluster.ts';
import type { Cluster, Edge } from './cluster.ts';
import { agree } from './outcome.ts';
import type { Position } from './position.ts';
import { relateRegions } from './relate.ts';

/** Whether an article says of the entry's very region what the entry says. */
const takesSide = (packs: Packs, { claim }: Position, authority: Position): boolean =>
  agree(claim.outcome, authority.claim.outcome) === 'compatible' && relateRegions(packs, claim.region, authority.claim.region) === 'same';

/** An edge that gives a hint only: the register's side was not well verified. */
const isHint = ({ verdict, a, b }: Edge): boolean => verdict.severity === 'info' && (a.reference !== null || b.reference !== null);

/**
 * The disputes of one attribute. Where the register can only hint, and the articles are at odds already, it stands by the side that it agrees with; else it makes a dispute of its own.
 */
export function disputesOf(packs: Packs, edges: readonly Edge[]): Cluster[] {
  const clusters = clusterEdges(
    packs,
    edges.filter((edge) => !isHint(edge)),
  );
  const left = edges.filter(isHint).filter((hint) => {
    const [claim, authority] = hint.a.reference === null ? [hint.a, hint.b] : [hint.b, hint.a];
    const joined = clusters.filter(({ sides }) => {
      const own = sides.find((side) => side.includes(claim));
      const side = own && sides.find((one) => one !== own && one.some((other) => takesSide(packs, other, authority)));
      if (side && !side.includes(authority)) side.push(authority);
      return side !== undefined;
    });
    return joined.length === 0;
  });
  return [...clusters, ...clusterEdges(packs, left)];
}
