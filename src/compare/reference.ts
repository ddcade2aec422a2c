// An article's position against an entry of the register: whether the entry bears upon it, and what follows where they differ.
import { isFirm, isInForce } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Packs } from '../pack/pack.ts';
import type { Edge } from './cluster.ts';
import { climbsTo, keepsWithin, needsMissing, scopeOf } from './judge.ts';
import type { Verdict } from './judge.ts';
import { agree } from './outcome.ts';
import { gatherPositions } from './position.ts';
import type { Position } from './position.ts';
import { relate, relateRegions } from './relate.ts';
import type { Row } from './relate.ts';

const FOREVER = '9999-12-31';
const WHOLE_COUNTRY = '100000';

/** The positions of the references that are in force on `asOf`, by attribute. */
export const referencePositions = (references: readonly Reference[], packs: Packs, asOf: string): Map<string, Position[]> =>
  positionsOf(
    references.filter((reference) => isInForce(reference, asOf)),
    packs,
  );

/** The references that speak of one of these attributes, or imply something of it. */
export const speakingOf = (
  references: readonly Reference[],
  packs: Packs,
  attributes: { has: (attribute: string) => boolean },
): Reference[] =>
  references.filter(
    ({ claim: { attribute } }) =>
      attributes.has(attribute) || (packs.touches.get(attribute)?.some((other) => attributes.has(other)) ?? false),
  );

/** The positions of references, each on a day on which it is in force, by attribute. */
export function positionsOf(references: readonly Reference[], packs: Packs): Map<string, Position[]> {
  const byAttribute = new Map<string, Position[]>();
  for (const reference of references) {
    for (const [attribute, positions] of gatherPositions([reference.claim], packs, FOREVER)) {
      const list = byAttribute.get(attribute) ?? [];
      byAttribute.set(attribute, [...list, ...positions.map((position) => ({ ...position, key: reference.claim.id, reference }))]);
    }
  }
  return byAttribute;
}

/**
 * The dispute of an article with the register, or null. The register is right; what it leaves to the regions, what it says of another time and what a
 * special case of it may provide is no dispute.
 */
export function judgeReference(packs: Packs, a: Position, b: Position): Verdict | null {
  if (a.reference !== null && b.reference !== null) return null;
  const [claim, authority] = a.reference === null ? [a, b] : [b, a];
  const reference = authority.reference!;
  if (agree(claim.claim.outcome, authority.claim.outcome) !== 'incompatible' && !setsForCountry(claim, authority)) return null;
  const row = bearing(packs, claim, authority);
  if (row === null || claim.claim.strength === 'hedged') return null;
  if (reference.local || (row.region === 'inside' && keepsWithin(claim, authority))) return null;
  const scope = scopeOf(claim, authority, row);
  const wider = scope === 'inside' ? authority : claim;
  if (scope === 'overlap' || (scope !== 'same' && wider.claim.strength !== 'universal')) return null;
  const turned = a === claim ? row : relate(packs, a, b)!;
  const kind = isOutdated(claim, reference) ? 'superseded' : 'contradiction';
  const severity = !isFirm(reference) ? 'info' : kind === 'superseded' ? 'warning' : 'error';
  return { kind, severity, row: turned };
}

/** 全国实缴不得少于15年, where the register knows that the country has no one figure. */
const setsForCountry = ({ claim }: Position, { claim: { outcome } }: Position): boolean =>
  outcome.type === 'uniform' &&
  !outcome.value &&
  claim.outcome.type === 'number' &&
  claim.region?.code === WHOLE_COUNTRY &&
  !claim.typical &&
  !claim.hedgedByRegion;

/** How a claim's scope lies to that of a reference that bears upon it, or null: a special region's rule says nothing of the country. */
export function bearing(packs: Packs, claim: Position, authority: Position): Row | null {
  const row = relate(packs, claim, authority);
  if (row === null || row.opaque || row.period === 'apart' || row.region === 'around') return null;
  if (speaksLater(claim, authority.reference)) return null;
  return needsMissing(packs, claim, authority) || climbsTo(packs, claim, authority, row) ? null : row;
}

/** An article from after an entry's last day does not speak of it, though the audit is as of a day before. */
const speaksLater = ({ claim, sayers }: Position, reference: Reference | null): boolean => {
  const last = reference?.source.effectiveTo ?? null;
  return last !== null && claim.period === null && sayers.areAllPublished((day) => day !== null && day > last);
};

/** Whether an article says what the entry says, of its case or a part of it. */
export function backs(packs: Packs, position: Position, authority: Position): boolean {
  if (agree(position.claim.outcome, authority.claim.outcome) !== 'compatible') return false;
  const row = bearing(packs, position, authority);
  return row !== null && ['same', 'inside'].includes(scopeOf(position, authority, row));
}

/** The edges without those of a claim with a wider entry where one of its own region bears it out: there that one goes before. */
export function withoutOverruled(packs: Packs, edges: readonly Edge[], authorities: readonly Position[]): Edge[] {
  return edges.filter(({ a, b }) => {
    if (a.reference === null && b.reference === null) return true;
    const [claim, wider] = a.reference === null ? [a, b] : [b, a];
    return !authorities.some((one) => relateRegions(packs, one.claim.region, wider.claim.region) === 'inside' && backs(packs, claim, one));
  });
}

/** All of its articles were published before the rule began, and none says for when it speaks: they were right, or may have been. */
const isOutdated = ({ claim, sayers }: Position, { source }: Reference): boolean =>
  claim.period === null && source.effectiveFrom !== null && sayers.areAllPublished((day) => day !== null && day < source.effectiveFrom!);
