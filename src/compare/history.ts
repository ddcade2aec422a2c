// Figures of the past that their articles tell beside those that came after: 2025年为700元,自2026年1月1日起降为600元.
import { relateConcepts } from '../pack/pack.ts';
import type { Packs } from '../pack/pack.ts';
import type { Edge } from './cluster.ts';
import type { Position } from './position.ts';
import type { ArticleKey } from './sayers.ts';

/** The edges without those by which a figure would have grown old that every one of its articles tells as one that did. */
export function withoutHistories(packs: Packs, edges: readonly Edge[], positions: readonly Position[]): Edge[] {
  const known = new Map<Position, boolean>();
  return edges.filter(({ a, b, verdict }) => {
    if (verdict.kind !== 'superseded' || verdict.row.period !== 'apart') return true;
    const older = startOf(a) < startOf(b) ? a : b;
    let history = known.get(older);
    if (history === undefined) known.set(older, (history = isHistory(packs, older, positions)));
    return !history;
  });
}

/** Whether each of its articles tells, too, what held later. */
function isHistory(packs: Packs, older: Position, positions: readonly Position[]): boolean {
  const telling = new Set<ArticleKey>();
  for (const one of positions)
    if (startOf(one) > startOf(older) && isOfSame(packs, one, older))
      for (const article of older.sayers.articlesWith(one.sayers)) telling.add(article);
  return telling.size === older.sayers.articleCount;
}

const isOfSame = (packs: Packs, { claim: one }: Position, { claim: other }: Position): boolean =>
  one.region?.code === other.region?.code && relateConcepts(packs, one.subject.thing, other.subject.thing) !== 'apart';

/** First day of what a position tells, '' where it has none. */
const startOf = ({ claim: { period } }: Position): string => period?.from ?? '';
