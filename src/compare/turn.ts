// Two articles at odds of which the register knows that the rule changed in between: each was right in its time.
import { isFirm } from '../model/reference.ts';
import type { Packs } from '../pack/pack.ts';
import type { Edge } from './cluster.ts';
import type { Position } from './position.ts';
import { backs, judgeReference } from './reference.ts';

/**
 * The edges, with a dispute of an article from before a rule with one that tells the rule as a matter of time. Where the rule is still to come on the day of
 * the audit, and the later article is from after its first day, there is no dispute yet. `rules` are the entries of any day.
 */
export function settleByTime(packs: Packs, edges: readonly Edge[], rules: readonly Position[], asOf: string): Edge[] {
  if (rules.length === 0) return [...edges];
  return edges.flatMap((edge) => {
    const { a, b } = edge;
    if (a.reference !== null || b.reference !== null) return [edge];
    const [from, later] = turnBetween(packs, a, b, rules) ?? turnBetween(packs, b, a, rules) ?? [null, b];
    if (from === null) return [edge];
    if (from <= asOf) return [{ ...edge, verdict: { ...edge.verdict, kind: 'superseded', severity: 'warning' } } satisfies Edge];
    return later.sayers.areAllPublished((day) => day !== null && day >= from) ? [] : [edge];
  });
}

/** The first day of the rule that `later` tells and that makes `earlier` outdated. */
function turnBetween(packs: Packs, earlier: Position, later: Position, rules: readonly Position[]): [string, Position] | null {
  const rule = rules.find(
    (one) => isFirm(one.reference!) && judgeReference(packs, earlier, one)?.kind === 'superseded' && backs(packs, later, one),
  );
  return rule === undefined ? null : [rule.reference!.source.effectiveFrom!, later];
}
