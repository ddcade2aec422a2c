// Articles against the register: what is in force on a day, who disagrees with it, and how much of a corpus it covers.
import type { Claim } from '../model/claim.ts';
import { isFirm } from '../model/reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Coverage } from '../model/result.ts';
import type { Packs } from '../pack/pack.ts';
import { clusterEdges } from './cluster.ts';
import type { Cluster, Edge } from './cluster.ts';
import { climbsTo, keepsWithin, needsMissing, scopeOf } from './judge.ts';
import type { Verdict } from './judge.ts';
import { agree } from './outcome.ts';
import { gatherPositions } from './position.ts';
import type { Position } from './position.ts';
import { relate, relateRegions } from './relate.ts';
import type { Row } from './relate.ts';

/** Whether the reference holds on `day` (ISO). */
export const isInForce = ({ source }: Reference, day: string): boolean =>
  (source.effectiveFrom ?? '0000') <= day && day <= (source.effectiveTo ?? '9999');

/** The positions of the references that are in force on `asOf`, by attribute. */
export function referencePositions(references: readonly Reference[], packs: Packs, asOf: string): Map<string, Position[]> {
  const byAttribute = new Map<string, Position[]>();
  for (const reference of references) {
    if (!isInForce(reference, asOf)) continue;
    for (const [attribute, positions] of gatherPositions([reference.claim], packs, asOf)) {
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
  if (agree(claim.claim.outcome, authority.claim.outcome) !== 'incompatible') return null;
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

/** How a claim's scope lies to that of a reference that bears upon it, or null: a special region's rule says nothing of the country. */
function bearing(packs: Packs, claim: Position, authority: Position): Row | null {
  const row = relate(packs, claim, authority);
  if (row === null || row.opaque || row.period === 'apart' || row.region === 'around') return null;
  return needsMissing(packs, claim, authority) || climbsTo(packs, claim, authority, row) ? null : row;
}

/** All of its articles were published before the rule began, and none says for when it speaks: they were right, or may have been. */
const isOutdated = ({ claim, claims }: Position, { source }: Reference): boolean =>
  claim.period === null &&
  claims.every(({ published }) => published !== null && source.effectiveFrom !== null && published < source.effectiveFrom);

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

export function coverageOf(claims: readonly Claim[], references: readonly Reference[], packs: Packs, asOf: string): Coverage {
  const register = referencePositions(references, packs, asOf);
  const counts = { backed: 0, contradicted: 0, uncovered: 0 };
  for (const [attribute, positions] of gatherPositions(claims, packs, asOf))
    for (const position of positions) counts[standing(packs, position, register.get(attribute) ?? [])] += position.claims.length;
  return { references: references.filter((reference) => isInForce(reference, asOf)).length, ...counts };
}

function standing(packs: Packs, position: Position, authorities: readonly Position[]): 'backed' | 'contradicted' | 'uncovered' {
  if (authorities.some((authority) => judgeReference(packs, position, authority) !== null)) return 'contradicted';
  return authorities.some((authority) => backs(packs, position, authority)) ? 'backed' : 'uncovered';
}

function backs(packs: Packs, position: Position, authority: Position): boolean {
  if (agree(position.claim.outcome, authority.claim.outcome) !== 'compatible') return false;
  const row = bearing(packs, position, authority);
  return row !== null && ['same', 'inside'].includes(scopeOf(position, authority, row));
}

/** Two references that contradict each other for one day and place. */
export interface Clash {
  readonly a: Reference;
  readonly b: Reference;
}

export function clashes(references: readonly Reference[], packs: Packs): Clash[] {
  const found: Clash[] = [];
  const positions = references.flatMap((reference) =>
    [...gatherPositions([reference.claim], packs, '9999-12-31').values()].flat().map((position) => ({ position, reference })),
  );
  for (const [index, left] of positions.entries()) {
    for (const right of positions.slice(index + 1)) {
      const [a, b] = [left.position, right.position];
      if (a.claim.attribute !== b.claim.attribute || left.reference === right.reference) continue;
      if (agree(a.claim.outcome, b.claim.outcome) !== 'incompatible') continue;
      const row = relate(packs, a, b);
      if (row === null || row.opaque || row.period === 'apart' || needsMissing(packs, a, b) || climbsTo(packs, a, b, row)) continue;
      if (row.region !== 'same' && (left.reference.local || right.reference.local || keepsWithin(a, b) || keepsWithin(b, a))) continue;
      const scope = scopeOf(a, b, row);
      const wider = scope === 'inside' ? b : a;
      if (scope === 'same' || wider.claim.strength === 'universal') found.push({ a: left.reference, b: right.reference });
    }
  }
  return found;
}

/** Claims of the corpus that `reference` will contradict once it is in force, and does not yet. */
export function affectedBy(claims: readonly Claim[], reference: Reference, packs: Packs): Claim[] {
  const day = reference.source.effectiveFrom!;
  const authorities = referencePositions([reference], packs, day);
  const rules = gatherPositions(claims, packs, day);
  return [...authorities].flatMap(([attribute, coming]) =>
    (rules.get(attribute) ?? [])
      .filter((rule) => coming.some((one) => judgeReference(packs, rule, one) !== null))
      .flatMap((rule) => rule.claims),
  );
}
