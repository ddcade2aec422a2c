// The calculations that a sentence writes out, for `compare` to reckon again.
import type { Calculation } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import { hasRole } from '../parse/clause.ts';
import type { Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { unqualified } from './plain.ts';
import type { NewClaim } from './plain.ts';

/** Attribute id of calculations. */
export const CALCULATION = '算式';

/** Worked examples reckon too; what nobody asserts (a question, a refuted belief) is no calculation of the article's. */
export function calculationsOf(reading: Reading, unit: Unit, sentence: Sentence): NewClaim[] {
  if (sentence.mood === 'question' || sentence.mood === 'refuted' || unit.block.kind === 'title') return [];
  // «有人以为98+60=168»: beliefs and what denies them stand in one sentence, and it is not told here who reckons.
  if (sentence.clauses.some(({ tokens }) => hasRole(tokens, 'belief') || hasRole(tokens, 'denial'))) return [];
  return reading.scan.calculations
    .filter(({ start }) => start >= sentence.start && start < sentence.end)
    .map(({ start, end, ...calculation }) => calculationClaim(reading, sentence.mood, start, end, calculation));
}

/** The claim that records a calculation. */
export function calculationClaim(reading: Reading, mood: Sentence['mood'], start: number, end: number, calculation: Calculation): NewClaim {
  const text = reading.scan.text.slice(start, end);
  return unqualified({
    subject: { scheme: null, thing: CALCULATION, people: [] },
    attribute: CALCULATION,
    outcome: { type: 'text', text },
    mood,
    mention: { kind: 'calculation', text, until: null, term: null, as: null, calculation },
    evidence: toEvidence(reading.article, { start, end }),
    provenance: [{ field: 'mention', from: 'clause', span: { start, end } }],
  });
}
