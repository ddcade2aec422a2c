// Cases measured without a word beside them: the rungs of a ladder (满5年不满10年), and a measure that goes on with what was measured before.
import type { TableCell } from '../model/article.ts';
import type { Interval } from '../model/claim.ts';
import type { Attribute, Axis, Packs } from '../pack/pack.ts';
import type { QuantityToken, Token } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Cue } from './attribute-cue.ts';
import { conditionQuantities } from './condition.ts';
import type { Found } from './condition.ts';
import { isExcludedIn } from './fit.ts';
import type { Layer, LayerKind } from './layer.ts';
import { oncePerList } from './once.ts';

/** Where a case without a word of its own may stand above the clause. */
export const RUNGS: ReadonlySet<LayerKind> = new Set<LayerKind>(['sentence', 'parent', 'row']);
const LADDER: ReadonlySet<LayerKind> = new Set<LayerKind>(['clause', 'sentence', 'lead', 'parent', 'row', 'heading']);

/** 断缴3个月以内可以补缴,超过3个月的不能: a bare measure of a case goes on with what was measured before it. */
export function rungsIn(packs: Packs, layers: readonly Layer[], index: number, outcome: ReadonlySet<Token>): Found[] {
  const layer = layers[index]!;
  const held = conditionQuantities(packs, layer.tokens);
  const bare = layer.tokens.find(
    (token): token is QuantityToken =>
      token.category === 'quantity' &&
      token.bound !== 'exact' &&
      ['duration', 'money'].includes(token.dimension) &&
      !outcome.has(token) &&
      !held.has(token),
  );
  if (!bare) return [];
  for (const farther of layers.slice(index + 1)) {
    if (farther.kind === 'later') continue;
    const cue = farther.tokens.findLast((token) => token.category === 'axis' && packs.axes.get(token.ref)!.type === bare.dimension);
    if (cue?.category === 'axis') return [{ ...foundAt(cue.ref, bare, bare.range, bare.spelled), from: farther.kind }];
  }
  return [];
}

const foundAt = (axis: string, quantity: QuantityToken, range: Interval, spelled: QuantityToken['spelled']): Omit<Found, 'from'> => ({
  constraint: { axis, kind: 'interval', range, unit: quantity.unit, spelled },
  start: quantity.start,
  end: quantity.end,
});

/** The ladder on which the values of an attribute climb (by years of contribution), or null. */
function ladderOf(packs: Packs, attribute: Attribute | null): Axis | null {
  if (attribute === null) return null;
  let ladders = laddersOf.get(packs);
  if (ladders === undefined) laddersOf.set(packs, (ladders = [...packs.axes.values()].filter(({ steps }) => steps.length > 0)));
  return ladders.find(({ only }) => only.includes(attribute.id)) ?? null;
}

const laddersOf = new WeakMap<Packs, readonly Axis[]>();

/** The rung that a layer names: any measure of the ladder's kind in it that is not itself the value. */
export function ladderIn(
  packs: Packs,
  attribute: Attribute | null,
  layer: Layer,
  from: number,
  to: number,
  outcome: ReadonlySet<Token>,
): Found[] {
  const axis = ladderOf(packs, attribute);
  if (axis === null || !LADDER.has(layer.kind)) return [];
  // 距退休不足1年: measured by an axis of the same attribute.
  const held = conditionQuantities(packs, layer.tokens);
  const isHeld = (token: QuantityToken): boolean => {
    const by = held.get(token);
    return by !== undefined && by.cue !== null && by.axis !== axis && by.axis.only.includes(attribute!.id);
  };
  const measures = layer.tokens.filter(
    (token): token is QuantityToken =>
      token.category === 'quantity' &&
      !isHeld(token) &&
      token.dimension === axis.type &&
      token.start >= from &&
      token.start < to &&
      !outcome.has(token) &&
      (token.range.hi ?? token.range.lo ?? 0) >= axis.steps[0]!,
  );
  const first = measures[0];
  if (first === undefined) return [];
  // 满1年、在5年以下: two limits of one rung.
  const [lo, hi] = [measures.map(({ range }) => range.lo), measures.map(({ range }) => range.hi)];
  const range: Interval = {
    lo: Math.max(...lo.map((limit) => limit ?? 0)),
    hi: Math.min(...hi.map((limit) => limit ?? Number.POSITIVE_INFINITY)),
    loOpen: false,
    hiOpen: true,
  };
  const rung = onSteps(ownSteps(layer, axis) ?? axis.steps, range.lo! > range.hi! ? { ...range, ...measures.at(-1)!.range } : range);
  const spelled = (['lo', 'hi'] as const).filter((end) =>
    measures.some((measure) => measure.spelled.includes(end) && measure.range[end] === rung[end]),
  );
  const found = foundAt(axis.id, first, { ...rung, hiOpen: rung.hiOpen && !spelled.includes('hi') }, spelled);
  return [{ ...found, from: layer.kind, end: measures.at(-1)!.end }];
}

const stepsOf = oncePerList(() => new Map<string, readonly number[] | null>());

/** A table that climbs by steps of its own (满1年, 满2年, 满3年 …): its rungs are no longer than the shortest of them. Null where it has the steps of the pack. */
function ownSteps({ kind, unit, reading }: Layer, axis: Axis): readonly number[] | null {
  const own = unit.block.table;
  if (kind !== 'row' || own === null) return null;
  const known = stepsOf(reading.units);
  const key = `${own.table} ${own.column} ${axis.id}`;
  let steps = known.get(key);
  if (steps === undefined) known.set(key, (steps = stepsIn(reading, own, axis)));
  return steps;
}

function stepsIn(reading: Reading, own: TableCell, axis: Axis): readonly number[] | null {
  const limits = reading.units
    .filter(({ block }) => block.table?.table === own.table && block.table.column === own.column && !block.table.header)
    .map(({ tokens }) => tokens.find((token) => token.category === 'quantity' && token.dimension === axis.type))
    .map((token) => (token?.category === 'quantity' ? token.range.lo : null))
    .filter((limit) => limit !== null)
    .sort((a, b) => a - b);
  if (limits.length < 3 || limits.every((limit) => axis.steps.includes(limit))) return null;
  const shortest = limits
    .slice(1)
    .map((limit, index) => limit - limits[index]!)
    .filter((step) => step > 0)
    .reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
  return limits.flatMap((limit) => [limit, limit + shortest]).sort((a, b) => a - b);
}

/** 满5年 on a ladder means the rung that begins there, 不满5年 the one that ends there; a single value stays what it is. */
function onSteps(steps: readonly number[], range: Interval): Interval {
  const lo = range.lo ?? 0;
  const hi = range.hi ?? Number.POSITIVE_INFINITY;
  if (lo === hi) return { lo, hi, loOpen: false, hiOpen: false };
  const below = steps.findLast((step) => step < hi) ?? 0;
  const above = steps.find((step) => step > lo) ?? Number.POSITIVE_INFINITY;
  const top = Number.isFinite(hi) ? hi : above;
  return { lo: lo > 0 ? lo : below, hi: Number.isFinite(top) ? top : null, loOpen: false, hiOpen: true };
}

/** 缴费1至5年:12个月: the word before a case's own number owns that one. */
export function isTaken(packs: Packs, layer: Layer, cue: Cue, { dimension }: QuantityToken): boolean {
  const attribute = cue.means;
  // A title about something else: 技能补贴要交多久, for a cue 多久 of another benefit.
  const { text } = layer.reading.scan;
  if (layer.kind === 'title' && isExcludedIn(text, layer.tokens, attribute, layer.start, layer.end, layer.start)) return true;
  const after = layer.tokens.filter((token) => token.category === 'quantity' && token.dimension === dimension && token.start >= cue.end);
  if (layer.role === 'label' || layer.role === 'condition' || layer.kind === 'row') return after.length > 0;
  return layer.kind === 'block' && after.length > 1 && attribute.requirement;
}
