// The calculations that a sentence writes out, for `compare` to reckon again.
import type { Claim } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import { hasRole } from '../parse/clause.ts';
import type { Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';

/** Attribute id of calculations. */
export const CALCULATION = '算式';

/** Worked examples reckon too; what nobody asserts (a question, a refuted belief) is no calculation of the article's. */
export function calculationsOf(reading: Reading, unit: Unit, sentence: Sentence): Omit<Claim, 'id' | 'article' | 'published'>[] {
  if (sentence.mood === 'question' || sentence.mood === 'refuted' || unit.block.kind === 'title') return [];
  // «有人以为98+60=168»: beliefs and what denies them stand in one sentence, and it is not told here who reckons.
  if (sentence.clauses.some(({ tokens }) => hasRole(tokens, 'belief') || hasRole(tokens, 'denial'))) return [];
  const { scan, article } = reading;
  return scan.calculations
    .filter(({ start }) => start >= sentence.start && start < sentence.end)
    .map(({ start, end, by, left, right }) => {
      const text = scan.text.slice(start, end);
      return {
        subject: { scheme: null, thing: CALCULATION, people: [] },
        attribute: CALCULATION,
        condition: [],
        outcome: { type: 'text', text },
        region: null,
        period: null,
        strength: 'plain',
        hedgedByRegion: false,
        typical: false,
        excepted: false,
        series: null,
        mood: sentence.mood,
        mention: { kind: 'calculation', text, until: null, term: null, as: null, calculation: { by, left, right } },
        evidence: toEvidence(article, { start, end }),
        provenance: [{ field: 'mention', from: 'clause', span: { start, end } }],
      };
    });
}
