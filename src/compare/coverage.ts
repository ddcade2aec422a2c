// A whole corpus against the register: how much of it the register backs, and what a rule to come will make wrong.
import type { Claim } from '../model/claim.ts';
import { isInForce } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Coverage } from '../model/result.ts';
import type { Packs } from '../pack/pack.ts';
import { gatherPositions } from './position.ts';
import { backs, judgeReference, referencePositions, speakingOf } from './reference.ts';

/** Each claim that can be compared counts once: contradicted, if anything that it says or implies is; else backed, else not covered. */
export function coverageOf(claims: readonly Claim[], references: readonly Reference[], packs: Packs, asOf: string): Coverage {
  const rules = claims.filter(({ mood, mention, attribute }) => mood === 'asserted' && mention === null && packs.attributes.has(attribute));
  const told = new Set(rules.flatMap(({ attribute }) => [attribute, ...(packs.touches.get(attribute) ?? [])]));
  const register = referencePositions(speakingOf(references, packs, told), packs, asOf);
  const contradicted = new Set<Claim>();
  const backed = new Set<Claim>();
  // What no entry speaks of need not be gathered.
  const spokenOf = rules.filter(
    ({ attribute }) => register.has(attribute) || (packs.touches.get(attribute)?.some((other) => register.has(other)) ?? false),
  );
  for (const [attribute, positions] of gatherPositions(spokenOf, packs, asOf)) {
    const authorities = register.get(attribute) ?? [];
    for (const position of positions) {
      const held = authorities.some((authority) => judgeReference(packs, position, authority) !== null)
        ? contradicted
        : authorities.some((authority) => backs(packs, position, authority))
          ? backed
          : null;
      for (const claim of position.sayers.own) held?.add(claim);
    }
  }
  for (const claim of contradicted) backed.delete(claim);
  return {
    references: references.filter((reference) => isInForce(reference, asOf)).length,
    backed: backed.size,
    contradicted: contradicted.size,
    uncovered: rules.length - backed.size - contradicted.size,
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
