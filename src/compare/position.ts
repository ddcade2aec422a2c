// Equal claims → one position: the work of comparing grows with what is said, not with how often.
import type { Claim, Constraint, Outcome } from '../model/claim.ts';
import { STATEMENT } from '../claim/statement.ts';
import { UNITS } from '../claim/value.ts';
import type { Reference } from '../model/reference.ts';
import { claimOf } from '../model/saying.ts';
import type { Speaker } from '../model/saying.ts';
import type { Attribute, Bearing, Packs } from '../pack/pack.ts';
import { Sayers } from './sayers.ts';

export interface Position {
  /** What the claims say, without the places; equal for equal claims. */
  readonly key: string;
  readonly claim: Claim;
  /** Its outcome in one string; equal for equal outcomes. */
  readonly outcome: string;
  /** Who says it. */
  readonly sayers: Sayers;
  /** Conditions by axis, people among them. */
  readonly axes: ReadonlyMap<string, Constraint>;
  /** What was not understood of its conditions; empty where all was. */
  readonly opaque: string;
  /** The day on which it begins to hold, where that is still to come. */
  readonly from: string | null;
  /** The entry of the register that says it; null for what articles say. */
  readonly reference: Reference | null;
  /** What its claims stand by rather than say: it can stand on a side, and never makes one. */
  readonly borne: boolean;
}

/**
 * Positions of what can be compared on `asOf`, by attribute. Rules that begin later meet those of the same day only (see `relate`).
 * @param speakers in the order of their places
 */
export function gatherPositions(
  speakers: Iterable<Speaker>,
  packs: Packs,
  asOf: string,
  mood: 'asserted' | 'example' = 'asserted',
): Map<string, Position[]> {
  return gather(speakers, asOf, false, (claim) => (claim.mood === mood && isSaid(claim) ? [claim, ...implied(claim, packs)] : []));
}

/** What claims say about an attribute without being of it, or by taking the contrary back: it bears one side of a dispute out. By attribute. */
export function gatherBorne(speakers: Iterable<Speaker>, packs: Packs, asOf: string): Map<string, Position[]> {
  return gather(speakers, asOf, true, (claim) => {
    if (!isSaid(claim)) return [];
    if (claim.mood === 'refuted') return takenBack(claim);
    return claim.mood === 'asserted' || claim.mood === 'example' ? borneBy(claim, packs) : [];
  });
}

const isSaid = ({ mention, attribute }: Claim): boolean => mention === null && attribute !== STATEMENT;

/** Positions of what `saying` finds in each claim: equal sayings are one position. */
function gather(
  speakers: Iterable<Speaker>,
  asOf: string,
  borne: boolean,
  saying: (claim: Claim) => readonly Claim[],
): Map<string, Position[]> {
  const known = new Map<string, Position>();
  const byAttribute = new Map<string, Position[]>();
  for (const speaker of speakers) {
    for (const said of saying(claimOf(speaker))) {
      const key = keyOf(said);
      const position = known.get(key);
      if (position) {
        position.sayers.add(speaker);
        continue;
      }
      const axes = new Map(
        said.condition.filter((constraint) => constraint.kind !== 'opaque').map((constraint) => [constraint.axis, constraint]),
      );
      const sayers = new Sayers();
      sayers.add(speaker);
      const made: Position = {
        key,
        claim: said,
        outcome: outcomeKey(said.outcome),
        sayers,
        axes,
        opaque: said.condition
          .flatMap((constraint) => (constraint.kind === 'opaque' ? [constraint.text] : []))
          .sort()
          .join('|'),
        from: said.period?.from != null && said.period.from > asOf ? said.period.from : null,
        reference: null,
        borne,
      };
      known.set(key, made);
      const list = byAttribute.get(said.attribute);
      if (list) list.push(made);
      else byAttribute.set(said.attribute, [made]);
    }
  }
  return byAttribute;
}

/** What a claim says besides: money that goes into an account says that there is one. */
function implied(claim: Claim, packs: Packs): Claim[] {
  const implies = packs.attributes.get(claim.attribute)?.implies;
  if (!implies) return [];
  if (claim.outcome.type === 'truth' && !claim.outcome.value) return [];
  return [asOther(claim, packs.attributes.get(implies.attribute)!, { type: 'truth', value: implies.value })];
}

/** 断缴期间费用自费 stands by who says that benefits stop at once. */
function borneBy(claim: Claim, packs: Packs): Claim[] {
  const { outcome, attribute } = claim;
  const answer = outcome.type === 'truth' ? [outcome.value] : outcome.type === 'choice' && outcome.modality !== 'not' ? outcome.values : [];
  return (packs.attributes.get(attribute)?.bears ?? [])
    .filter(({ when }) => when === null || (answer as readonly (boolean | string)[]).includes(when))
    .map((bearing) => {
      const target = packs.attributes.get(bearing.attribute)!;
      const said = asOther(claim, target, outcomeOf(target, bearing.value));
      // 2030年起逐年提高 tells of today, and 各省可另行增加 is itself what says that regions differ.
      const open = said.outcome.type === 'uniform' ? ({ strength: 'plain', hedgedByRegion: false } as const) : {};
      return { ...said, ...open, period: null };
    });
}

/** 清零是误解 stands by who says that nothing is wiped. */
function takenBack(claim: Claim): Claim[] {
  const { outcome } = claim;
  if (outcome.type !== 'truth') return [];
  return [{ ...claim, mood: 'asserted', outcome: { type: 'truth', value: !outcome.value }, strength: 'plain', hedgedByRegion: false }];
}

function asOther(claim: Claim, target: Attribute, outcome: Outcome): Claim {
  return {
    ...claim,
    attribute: target.id,
    subject: { ...claim.subject, thing: target.of.includes(claim.subject.thing) ? claim.subject.thing : target.of[0]! },
    outcome,
    // 都按单位平均工资计发 leaves no exception as to how, and says nothing of whether all get it.
    strength: claim.strength === 'universal' ? 'plain' : claim.strength,
  };
}

function outcomeOf(target: Attribute, value: Bearing['value']): Outcome {
  if (typeof value === 'boolean') return { type: 'truth', value };
  if (typeof value === 'object') return { type: 'uniform', value: value.uniform };
  if (typeof value === 'string') return { type: 'choice', values: [value], modality: target.single ? 'must' : 'may' };
  const range = { lo: value, hi: value, loOpen: false, hiOpen: false };
  return { type: 'number', range, bound: 'exact', unit: UNITS[target.type] ?? '', per: target.per, approximate: false };
}

function keyOf(claim: Claim): string {
  const { subject, outcome } = claim;
  return [
    claim.attribute,
    subject.scheme ?? '',
    subject.thing,
    claim.condition.map(constraintKey).sort().join('&'),
    outcomeKey(outcome),
    claim.region?.code ?? '',
    claim.period ? `${claim.period.from ?? ''}/${claim.period.to ?? ''}` : '',
    claim.strength,
    claim.hedgedByRegion ? 'r' : '',
    claim.typical ? 't' : '',
    claim.excepted ? 'x' : '',
  ].join('|');
}

export function constraintKey(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'interval': {
      const spelled = constraint.spelled.join('');
      const { lo, hi, loOpen, hiOpen } = constraint.range;
      return `${constraint.axis}:${loOpen ? '(' : '['}${lo ?? ''},${hi ?? ''}${hiOpen ? ')' : ']'}${spelled}`;
    }
    case 'opaque':
      return `?${constraint.text}`;
    default:
      return `${constraint.axis}${constraint.kind === 'except' ? '≠' : '='}${[...constraint.values].sort().join('/')}`;
  }
}

export function outcomeKey(outcome: Claim['outcome']): string {
  switch (outcome.type) {
    case 'truth':
      return String(outcome.value);
    case 'uniform':
      return `uniform:${outcome.value}`;
    case 'number':
      return `${outcome.bound}:${outcome.range.lo ?? ''}~${outcome.range.hi ?? ''}${outcome.unit}${outcome.per ?? ''}${outcome.approximate ? '≈' : ''}`;
    case 'choice':
      return `${outcome.modality}:${outcome.values.join('/')}`;
    case 'text':
      return outcome.text;
  }
}
