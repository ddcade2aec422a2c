// A whole corpus against the register: how much of it the register backs, and what a rule to come will make wrong.
import type { Claim } from '../model/claim.ts';
import { isInForce } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Coverage } from '../model/result.ts';
import { claimOf, countOf } from '../model/saying.ts';
import type { Speaker } from '../model/saying.ts';
import type { Packs } from '../pack/pack.ts';
import { gatherPositions } from './position.ts';
import { backs, judgeReference, referencePositions, speakingOf } from './reference.ts';

/** Each claim that can be compared counts once: contradicted, if anything that it says or implies is; else backed, else not covered. @param speakers in the order of their places */
export function coverageOf(speakers: readonly Speaker[], references: readonly Reference[], packs: Packs, asOf: string): Coverage {
  const rules = speakers.filter((speaker) => {
    const { mood, mention, attribute } = claimOf(speaker);
    return mood === 'asserted' && mention === null && packs.attributes.has(attribute);
  });
  const attributes = new Set(rules.map((rule) => claimOf(rule).attribute));
  const told = new Set([...attributes].flatMap((attribute) => [attribute, ...(packs.touches.get(attribute) ?? [])]));
  const register = referencePositions(speakingOf(references, packs, told), packs, asOf);
  const contradicted = new Set<Speaker>();
  const backed = new Set<Speaker>();
  // What no entry speaks of need not be gathered.
  const isSpokenOf = (attribute: string): boolean =>
    register.has(attribute) || (packs.touches.get(attribute)?.some((other) => register.has(other)) ?? false);
  const spokenOf = rules.filter((rule) => isSpokenOf(claimOf(rule).attribute));
  for (const [attribute, positions] of gatherPositions(spokenOf, packs, asOf)) {
    const authorities = register.get(attribute) ?? [];
    for (const position of positions) {
      const held = authorities.some((authority) => judgeReference(packs, position, authority) !== null)
        ? contradicted
        : authorities.some((authority) => backs(packs, position, authority))
          ? backed
          : null;
      for (const speaker of position.sayers.speakers) held?.add(speaker);
    }
  }
  for (const speaker of contradicted) backed.delete(speaker);
  const count = (some: Iterable<Speaker>): number => Array.from(some, countOf).reduce((sum, own) => sum + own, 0);
  return {
    references: references.filter((reference) => isInForce(reference, asOf)).length,
    backed: count(backed),
    contradicted: count(contradicted),
    uncovered: count(rules) - count(backed) - count(contradicted),
  };
}

/** Per reference, the claims of the corpus that it will contradict from its first day on; references of one day are looked at together. */
export function affectedBy(claims: readonly Claim[], coming: readonly Reference[], packs: Packs): Map<Reference, Claim[]> {
  const affected = new Map<Reference, Claim[]>();
  for (const [day, references] of Map.groupBy(coming, ({ source }) => source.effectiveFrom!)) {
    const rules = gatherPositions(claims, packs, day);
    for (const reference of references) {
      const wrong = [...referencePositions([reference], packs, day)].flatMap(([attribute, authorities]) =>
        (rules.get(attribute) ?? []).filter((rule) => authorities.some((one) => judgeReference(packs, rule, one) !== null)),
      );
      affected.set(reference, [...new Set(wrong.flatMap((rule) => rule.sayers.own))]);
    }
  }
  return affected;
}
