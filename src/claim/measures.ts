// All measures of a kind that an article names beside its ladders of cases: so that a hole in a ladder can be told from a rung that was not read.
import type { Claim, Interval } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import type { Packs } from '../pack/pack.ts';
import type { Reading } from '../parse/read.ts';
import { quantitiesOf } from './draft.ts';
import { unqualified } from './plain.ts';
import type { NewClaim } from './plain.ts';

/** Attribute id of measures. */
export const MEASURES = '量度';

/** One mention for each unit in which two claims or more of the article tell their cases. */
export function measuresOf(packs: Packs, reading: Reading, claims: readonly Claim[]): NewClaim[] {
  const rungs = new Map<string, Set<string>>();
  for (const { condition } of claims) {
    for (const one of condition) {
      if (one.kind !== 'interval' || one.unit === '') continue;
      const type = packs.axes.get(one.axis)?.type;
      if (type === undefined) continue;
      const seen = rungs.get(type) ?? new Set();
      rungs.set(type, seen.add(`${one.range.lo}~${one.range.hi}`));
    }
  }
  const quantities = reading.units.flatMap((unit) => unit.sentences.flatMap((sentence) => sentence.clauses.flatMap(quantitiesOf)));
  return [...rungs]
    .filter(([, seen]) => seen.size > 1)
    .flatMap(([type]) => {
      const own = quantities.filter(({ dimension }) => dimension === type);
      const first = own[0];
      if (!first) return [];
      const ranges = new Map<string, Interval>(own.map(({ range }) => [JSON.stringify(range), range]));
      return [
        unqualified({
          subject: { scheme: null, thing: MEASURES, people: [] },
          attribute: MEASURES,
          outcome: { type: 'text', text: type },
          mood: 'asserted',
          mention: { kind: 'measures', text: type, until: null, term: null, as: null, ranges: [...ranges.values()] },
          evidence: toEvidence(reading.article, { start: first.start, end: first.end }),
          provenance: [],
        }),
      ];
    });
}
