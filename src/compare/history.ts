// Figures of the past that their articles tell beside those that came after: 2025年为700元,自2026年1月1日起降为600元.
import { relateConcepts } from '../pack/pack.ts';
import type { Packs } from '../pack/pack.ts';
import type { Edge } from './cluster.ts';
import type { Position } from './position.ts';
import { Sayers } from './sayers.ts';

/** The edges without those by which a figure would have grown old that every one of its articles tells as one that did. */
export function withoutHistories(packs: Packs, edges: readonly Edge[], positions: readonly Position[]): Edge[] {
  return edges.filter(({ a, b, verdict }) => {
    if (verdict.kind !== 'superseded' || verdict.row.period !== 'apart') return true;
    const older = startOf(a) < startOf(b) ? a : b;
    const later = positions.filter((one) => startOf(one) > startOf(older) && isOfSame(packs, one, older));
    return later.length === 0 || !older.sayers.speakOnlyWith(Sayers.together(later.map(({ sayers }) => sayers)));
  });
}

const isOfSame = (packs: Packs, { claim: one }: Position, { claim: other }: Position): boolean =>
  one.region?.code === other.region?.code && relateConcepts(packs, one.subject.thing, other.subject.thing) !== 'apart';

/** First day of what a position tells, '' where it has none. */
const startOf = ({ claim: { period } }: Position): string => period?.from ?? '';
