// Under which conditions a claim holds: typed constraints from the clause and from what stands above it, one per axis.
import type { Constraint, Interval } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Clause } from '../parse/clause.ts';
import { hasRole } from '../parse/clause.ts';
import type { Attribute, Axis, Dimension, Packs } from '../pack/pack.ts';
import type { QuantityToken, TermToken, Token } from '../parse/clause.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import { isPresence, lends, POSITIVE, resumes } from './lend.ts';
import { oncePer } from './once.ts';
import type { Layer, LayerKind } from './layer.ts';
import { isAbsent } from './polarity.ts';
import { isLeftByException, isProviso, missedIn, restIn, riddleOf, unreadCase } from './riddle.ts';
import { ladderIn, RUNGS, rungsIn } from './rung.ts';
import { valuesIn } from './named-value.ts';

export interface Found {
  readonly constraint: Constraint;
  readonly from: LayerKind;
  readonly start: number;
  readonly end: number;
}

/** A number belongs to an axis cue at most so many characters before it, or so many after. */
const BEFORE = 12;
const AFTER = 5;

interface Held {
  readonly axis: Axis;
  readonly cue: TermToken | null;
  readonly gap: number;
}

/** The quantities of a token list that are conditions: quantity → axis. */
export function conditionQuantities(packs: Packs, tokens: readonly Token[], anywhere = false): ReadonlyMap<QuantityToken, Held> {
  return (anywhere ? heldAnywhere : heldNear)(packs, tokens);
}

const heldNear = oncePer((packs, tokens) => findHeld(packs, tokens, false));
const heldAnywhere = oncePer((packs, tokens) => findHeld(packs, tokens, true));

function findHeld(packs: Packs, tokens: readonly Token[], anywhere: boolean): Map<QuantityToken, Held> {
  const found = new Map<QuantityToken, Held>();
  const quantities = tokens.filter((token) => token.category === 'quantity');
  if (quantities.length === 0) return found;
  const cues = tokens.filter((token): token is TermToken => token.category === 'axis');
  for (const quantity of quantities) {
    let best: Held | null = null;
    for (const cue of cues) {
      const axis = packs.axes.get(cue.ref)!;
      if (axis.type !== (quantity.dimension as Dimension)) continue;
      const gap = cue.start < quantity.start ? Math.max(0, quantity.start - cue.end) : cue.start - quantity.end + 4;
      if (!anywhere && (cue.start < quantity.start ? gap > BEFORE : cue.start - quantity.end > AFTER)) continue;
      if (best === null || gap < best.gap) best = { axis, cue, gap };
    }
    if (best) found.set(quantity, best);
    else if (quantity.dimension === 'age' || (quantity.dimension === 'money' && (anywhere || isBand(tokens, quantity)))) {
      const axis = [...packs.axes.values()].find((one) => one.type === quantity.dimension && one.only.length === 0);
      if (axis) found.set(quantity, { axis, cue: null, gap: BEFORE });
    }
  }
  return found;
}

/** How far behind a band of costs its percentage may stand. */
const BAND = 8;

/** 5万元至10万元报65%, 10万元以上的部分按70%: costs with limits, and the percentage that holds between them. */
const isBand = (tokens: readonly Token[], money: QuantityToken): boolean =>
  money.bound !== 'exact' &&
  tokens.some(
    (other) =>
      other.category === 'quantity' && other.dimension === 'percent' && other.start >= money.end && other.start - money.end <= BAND,
  );

/** The constraints that a list of tokens states, those between `from` and `to` only. */
export function constraintsIn(
  packs: Packs,
  tokens: readonly Token[],
  layer: LayerKind,
  from: number,
  to: number,
  outcome: ReadonlySet<Token>,
): readonly Found[] {
  const whole = tokens.length === 0 || (tokens[0]!.start >= from && tokens.at(-1)!.start < to);
  const within = whole ? tokens : tokens.filter((token) => token.start >= from && token.start < to);
  if (!whole) return findConstraints(packs, within, layer, outcome);
  for (const quantity of conditionQuantities(packs, within, layer === 'row').keys())
    if (outcome.has(quantity)) return findConstraints(packs, within, layer, outcome);
  const stated = statedIn(packs, within);
  return (stated[layer] ??= findConstraints(packs, within, layer, NO_TOKENS));
}

const NO_TOKENS: ReadonlySet<Token> = new Set();

/** By kind of layer, where none of the numbers is an outcome: each claim below a layer asks again. */
const statedIn = oncePer((): Partial<Record<LayerKind, readonly Found[]>> => ({}));

function findConstraints(packs: Packs, within: readonly Token[], layer: LayerKind, outcome: ReadonlySet<Token>): readonly Found[] {
  const found: Found[] = [];
  // 哪怕断缴十年: the length is the extreme of all lengths.
  const conceded = hasRole(within, 'concessive');
  for (const [quantity, { axis, cue }] of conditionQuantities(packs, within, layer === 'row')) {
    if (outcome.has(quantity) || conceded) continue;
    // Said twice in one stretch, the later one stands nearer to the verdict.
    if (isToldOf(found, axis.id)) {
      const earlier = found.findIndex((other) => other.constraint.axis === axis.id);
      found.splice(earlier, 1);
    }
    found.push({
      constraint: {
        axis: axis.id,
        kind: 'interval',
        range: cue && isAbsent(within, cue) ? below(quantity.range) : lasting(axis, quantity, within),
        unit: quantity.unit,
        spelled: cue && isAbsent(within, cue) ? [] : quantity.spelled,
      },
      from: layer,
      start: Math.min(quantity.start, cue?.start ?? quantity.start),
      end: Math.max(quantity.end, cue?.end ?? quantity.end),
    });
  }
  for (const token of within) {
    if (token.category !== 'axis') continue;
    const axis = packs.axes.get(token.ref)!;
    if (!axis.presence || isAbsent(within, token) || isToldOf(found, axis.id)) continue;
    found.push({
      constraint: { axis: axis.id, kind: 'interval', range: POSITIVE, unit: '', spelled: [] },
      from: layer,
      start: token.start,
      end: token.end,
    });
  }
  for (const value of valuesIn(packs, within)) found.push({ ...value, from: layer });
  return found;
}

/** Apart from the loops that ask it: a closure within a loop costs an object a round. */
const isToldOf = (found: readonly Found[], axis: string): boolean => found.some((other) => other.constraint.axis === axis);

/** 没有缴满12个月: what was not reached. */
const below = (range: Interval): Interval =>
  range.lo === null || range.loOpen ? range : { lo: null, hi: range.lo, loOpen: false, hiOpen: true };

/** 若连续3个月未缴费, 断缴1个月后: what lasts has lasted so long at least. */
function lasting(axis: Axis, quantity: QuantityToken, tokens: readonly Token[]): Interval {
  if (!axis.presence || quantity.bound !== 'exact') return quantity.range;
  // 断缴一个月后补缴的: it has ended.
  if (tokens.some((token) => token.category === 'role' && token.ref === 'resume' && token.start >= quantity.end)) return quantity.range;
  const since =
    hasRole(tokens, 'if') || tokens.some((token) => token.category === 'role' && token.ref === 'after' && token.start === quantity.end);
  return since ? { ...quantity.range, hi: null, hiOpen: false } : quantity.range;
}

/**
 * All constraints of a claim: those of its stretch of the clause, then of each layer the axes that are still open.
 * A condition that was recognised but gave nothing is kept as opaque text.
 */
export function resolveConditions(
  packs: Packs,
  attribute: Attribute | null,
  layers: readonly Layer[],
  clause: Clause,
  text: string,
  from: number,
  to: number,
  outcome: ReadonlySet<Token>,
  answers: boolean,
): Found[] {
  const found: Found[] = [];
  const taken = new Set<string>();
  const applies = (axis: string): boolean => {
    if (attribute === null) return true;
    if (attribute.ignoreAxes.includes(axis)) return false;
    const only = packs.axes.get(axis)?.only ?? [];
    return only.length === 0 || only.includes(attribute.id);
  };
  const take = (list: readonly Found[]): void => {
    for (const one of list) {
      if (!applies(one.constraint.axis)) continue;
      if (!taken.has(one.constraint.axis)) found.push(one);
      else if (packs.axes.get(one.constraint.axis)?.pair) widenPair(found, one);
      else {
        // 断缴期间 below 断缴超过一年的: the parent tells how long.
        const vague = found.findIndex((other) => other.constraint.axis === one.constraint.axis && isPresence(other.constraint));
        if (vague >= 0 && !isPresence(one.constraint)) found[vague] = one;
      }
    }
    for (const one of list) taken.add(one.constraint.axis);
  };
  take(ladderIn(packs, attribute, layers[0]!, from, to, outcome));
  take(constraintsIn(packs, clause.tokens, 'clause', from, to, outcome));
  if (clause.role === 'condition') take(rungsIn(packs, layers, 0, outcome));
  const rest = isLeftByException(layers) ? undefined : restIn(clause, attribute, from, to);
  if (rest) found.push(opaque(text.slice(rest.start, rest.end), 'clause', rest));
  const missed = attribute === null ? null : missedIn(clause, attribute, text);
  if (missed && found.length === 0) found.push(opaque(text.slice(missed.start, missed.end), 'clause', missed));
  const hinges = hasRole(clause.tokens, 'hinge');
  for (const [index, layer] of layers.entries()) {
    if (index === 0) continue;
    let states = false;
    if (layer.cases && layer.kind !== 'context' && (layer.kind !== 'later' || isProviso(layer))) {
      const own = lentBy(packs, layer, clause, outcome, answers, hinges && index === 1);
      if (own.length === 0 && RUNGS.has(layer.kind) && layer.role !== 'statement') own.push(...rungsIn(packs, layers, index, outcome));
      take(ladderIn(packs, attribute, layer, 0, Number.POSITIVE_INFINITY, outcome));
      take(own);
      states = own.length > 0;
    }
    const riddle = riddleOf(layer, text, states) ?? (answers && !states ? unreadCase(layer, text) : null);
    if (riddle !== null) found.push(opaque(riddle, layer.kind, layer));
    else if (attribute !== null && layer.kind === 'sentence' && layer.role === 'condition' && supposesItself(packs, layer, attribute, text))
      found.push(opaque(text.slice(layer.start, layer.end), layer.kind, layer));
  }
  return found;
}

/** 未能直接结算的,先行垫付: a rule for those of whom the matter is settled the other way is none for all. */
const supposesItself = (packs: Packs, { tokens, end }: Layer, attribute: Attribute, text: string): boolean =>
  attribute.type === 'truth' && cuesIn(packs, tokens, text, end, CUES.verdict).some((cue) => cue.means === attribute);

/** What a layer states that holds for the clause too. */
function lentBy(packs: Packs, layer: Layer, clause: Clause, outcome: ReadonlySet<Token>, answers: boolean, hinges: boolean): Found[] {
  const as = layer.role === 'label' ? 'row' : layer.kind;
  const stated = constraintsIn(packs, layer.tokens, as, 0, Number.POSITIVE_INFINITY, outcome);
  if (stated.length === 0 || isProviso(layer)) return [...stated];
  const resumed = resumes(packs, clause, layer);
  return stated.filter((one) => lends(layer, one, packs, answers, hinges, resumed));
}

const opaque = (text: string, from: LayerKind, { start, end }: Span): Found => {
  return { constraint: { axis: 'opaque', kind: 'opaque', text }, from, start, end };
};

/** 领低保的老人,还能同时领高龄津贴: the second of a pair stands in another stretch than the first. */
function widenPair(found: Found[], more: Found): void {
  const at = found.findIndex((other) => other.constraint.axis === more.constraint.axis);
  const one = found[at]?.constraint;
  if (one?.kind !== 'values' || more.constraint.kind !== 'values' || one.values.length > 1) return;
  found[at] = { ...found[at]!, constraint: { ...one, values: [...new Set([...one.values, ...more.constraint.values])] } };
}

/** Whether an exception is stated whose scope was not understood: such a claim says itself that it does not hold everywhere. */
export function hasOpenException(tokens: readonly Token[], found: readonly Found[]): boolean {
  const stated = hasRole(tokens, 'excepted') || (hasRole(tokens, 'exceptOpen') && hasRole(tokens, 'exceptClose'));
  return stated && !found.some((one) => one.constraint.kind === 'except');
}
