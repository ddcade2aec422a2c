// The table: from how two scopes relate, whether their different outcomes are a dispute, and of which kind.
import type { Claim } from '../model/claim.ts';
import type { Kind, Relation, Severity } from '../model/finding.ts';
import type { Packs } from '../pack/pack.ts';
import { agree } from './outcome.ts';
import type { Position } from './position.ts';
import { combine, relate } from './relate.ts';
import type { Row } from './relate.ts';
import { judgeExample } from './worked.ts';

export interface Verdict {
  readonly kind: Kind;
  readonly severity: Severity;
  readonly row: Row;
}

/** Clauses of one sentence that stand closer than this are a rule and its own exception, told together. */
const ONE_BREATH = 40;

/** The dispute between two positions, or null. Symmetric in its arguments up to the direction of the row. */
export function judge(packs: Packs, a: Position, b: Position): Verdict | null {
  if (agree(a.claim.outcome, b.claim.outcome) !== 'incompatible') return null;
  const row = relate(packs, a, b);
  if (row === null || row.opaque) return null;
  if (a.claim.outcome.type === 'uniform') return uniformVerdict(a, row);
  if (needsMissing(packs, a, b)) return null;
  if (sameSeries(a, b) || ofTwoSections(a, b) || restsOnGuess(a, b) || climbsTo(packs, a, b, row)) return null;
  // What one writer says in one breath differs by a case that was not understood: nobody contradicts himself within a few words.
  if (sameBreath(a, b)) return null;
  if (a.claim.mood === 'example' || b.claim.mood === 'example') return judgeExample(packs, a, b, row);
  const scope = scopeOf(a, b, row);
  if (a.claim.strength === 'hedged' && b.claim.strength === 'hedged') return mostVerdict(a, b, row);
  const time = timeVerdict(packs, a, b, row);
  if (time !== undefined) return time === null ? null : { kind: time, severity: 'warning', row };
  if (row.region === 'inside' || row.region === 'around') {
    const wider = row.region === 'inside' ? b : a;
    if (wider.claim.hedgedByRegion || wider.claim.strength === 'hedged' || isRough(wider)) return null;
    if (keepsWithin(row.region === 'inside' ? a : b, wider) || saysOnlyThatThereIs(wider)) return null;
    if (wider.claim.strength === 'universal') return { kind: 'contradiction', severity: 'error', row };
    return scope === 'overlap' || sparesGroup(packs, wider, row) ? null : { kind: 'regional', severity: 'warning', row };
  }
  if (scope === 'same') {
    if (a.claim.strength === 'hedged' || b.claim.strength === 'hedged') return null;
    return { kind: 'contradiction', severity: 'error', row };
  }
  if (scope === 'overlap') {
    if (a.claim.strength === 'hedged' || b.claim.strength === 'hedged') return null;
    // Each has a case of its own; only one that knows no exceptions reaches into the other's.
    const firm = a.claim.strength === 'universal' || b.claim.strength === 'universal';
    return firm ? { kind: 'contradiction', severity: 'error', row } : null;
  }
  const wider = scope === 'inside' ? b : a;
  if (wider.claim.strength === 'hedged' || wider.claim.excepted) return null;
  // 有的地方再报一半: what some places do is no exception to what holds elsewhere.
  if ((scope === 'inside' ? a : b).claim.hedgedByRegion) return null;
  if (wider.claim.strength === 'universal') return { kind: 'contradiction', severity: 'error', row };
  if (toldTogether(wider, wider === a ? b : a) || saysOnlyThatThereIs(wider)) return null;
  return { kind: 'exception', severity: 'warning', row };
}

/** 大多数地区一周 and 大多数地区两个月 cannot both be so; what may be in some places can. */
function mostVerdict(a: Position, b: Position, row: Row): Verdict | null {
  const alike = combine([row.subject, row.condition, row.region, row.period]) === 'same';
  return a.claim.typical && b.claim.typical && alike ? { kind: 'contradiction', severity: 'warning', row } : null;
}

/** 全国统一 is denied by whoever speaks of the country or a part of it; that the country has many rules does not deny that one province has one. */
function uniformVerdict(a: Position, row: Row): Verdict | null {
  const one = a.claim.outcome.type === 'uniform' && a.claim.outcome.value;
  if (row.region === (one ? 'inside' : 'around')) return null;
  return { kind: 'contradiction', severity: 'error', row };
}

/** Scopes taken together. Spans that share a part (≤6个月, >3个月) leave nobody in doubt who is told both: there they are the same case. */
export function scopeOf(a: Position, b: Position, row: Row): Relation {
  const shared = (axis: string): boolean => a.axes.get(axis)?.kind === 'interval' && b.axes.get(axis)?.kind === 'interval';
  return combine([row.subject, ...row.axes.map(({ axis, relation }) => (relation === 'overlap' && shared(axis) ? 'same' : relation))]);
}

/** A city's 等待期3个月 beside the country's 新生儿不设等待期: whom the country spares, a city that speaks of nobody in particular spares too. */
const sparesGroup = (packs: Packs, { claim: { outcome } }: Position, { region, axes }: Row): boolean =>
  outcome.type === 'number' &&
  outcome.range.hi === 0 &&
  axes.some(({ axis, relation }) => relation === (region === 'inside' ? 'around' : 'inside') && packs.axes.get(axis)?.people === true);

/** 全国在70%左右: an average that no region need keep to. */
const isRough = ({ claim: { outcome } }: Position): boolean => outcome.type === 'number' && outcome.approximate;

/** 断保设等待期 does not say for whom: that a case is spared denies nothing. */
const saysOnlyThatThereIs = ({ claim: { outcome, condition } }: Position): boolean =>
  outcome.type === 'number' &&
  outcome.range.hi === null &&
  outcome.range.loOpen &&
  outcome.range.lo === 0 &&
  !condition.some((one) => one.kind === 'interval' && (one.range.hi !== null || (one.range.lo ?? 0) > 0));

/** A region's 不超过3个月 keeps the country's 不超过6个月, its 不低于 keeps a lower one. */
export function keepsWithin({ claim: { outcome: inner } }: Position, { claim: { outcome: outer } }: Position): boolean {
  if (inner.type !== 'number' || outer.type !== 'number') return false;
  if (outer.bound === 'max' && inner.bound === 'exact') return (inner.range.hi ?? Infinity) <= (outer.range.hi ?? Infinity);
  if (outer.bound === 'min' && inner.bound === 'exact') return (inner.range.lo ?? 0) >= (outer.range.lo ?? 0);
  if (inner.bound !== outer.bound) return false;
  if (inner.bound === 'max') return (inner.range.hi ?? Infinity) <= (outer.range.hi ?? Infinity);
  return inner.bound === 'min' && (inner.range.lo ?? 0) >= (outer.range.lo ?? 0);
}

/** 满1年不满5年的最长12个月 and 满2年的6个月: within a stretch, a limit is climbed to. */
export function climbsTo(packs: Packs, a: Position, b: Position, row: Row): boolean {
  const attribute = packs.attributes.get(a.claim.attribute);
  if (!attribute?.limit || attribute.requirement) return false;
  const step = row.axes.find(({ axis }) => attribute.needAxes.includes(axis) && a.axes.get(axis)?.kind === 'interval');
  if (step === undefined || (step.relation !== 'inside' && step.relation !== 'around')) return false;
  const [inner, outer] = step.relation === 'inside' ? [a.claim.outcome, b.claim.outcome] : [b.claim.outcome, a.claim.outcome];
  return inner.type === 'number' && outer.type === 'number' && (inner.range.hi ?? Infinity) < (outer.range.hi ?? Infinity);
}

/** An axis that an attribute needs and that only one side states leaves the two incomparable, unless the other says that it holds for all (女职工一律). */
export function needsMissing(packs: Packs, a: Position, b: Position): boolean {
  const { needAxes = [], earnAxes = [] } = packs.attributes.get(a.claim.attribute) ?? {};
  // 任何情况下都不得提取 leaves no case out, though it names none.
  const tells = (one: Position, axis: string): boolean => one.axes.has(axis) || one.claim.strength === 'universal';
  // (失业人员除外) spares a few, and speaks of all others.
  const states = (one: Position, axis: string): boolean => one.axes.has(axis) && one.axes.get(axis)!.kind !== 'except';
  if (needAxes.some((axis) => (states(a, axis) || states(b, axis)) && !(tells(a, axis) && tells(b, axis)))) return true;
  if (leavesOutSpan(packs, a, b, needAxes)) return true;
  // 缴费满12个月的可以领 does not speak against 领不到 of those below; 领不到 without a condition does against it.
  const open = (one: Position, other: Position): boolean =>
    one.claim.outcome.type === 'truth' && one.claim.outcome.value && earnAxes.some((axis) => other.axes.has(axis) && !one.axes.has(axis));
  return open(a, b) || open(b, a);
}

/** 合并后最长24个月 and 可核定12个月, beside tables of spans: cases that are left out. */
function leavesOutSpan(packs: Packs, a: Position, b: Position, needAxes: readonly string[]): boolean {
  const attribute = packs.attributes.get(a.claim.attribute);
  if (!attribute?.limit || attribute.requirement) return false;
  return needAxes.some((axis) => packs.axes.get(axis)?.type !== 'values' && !a.axes.has(axis) && !b.axes.has(axis));
}

/** superseded, no dispute (null), or not a matter of time (undefined). */
function timeVerdict(packs: Packs, a: Position, b: Position, row: Row): Kind | null | undefined {
  const [left, right] = [a.claim, b.claim];
  if (row.period === 'apart') {
    // One article that tells both years tells a history.
    if (a.sayers.speakOnlyWith(b.sayers)) return null;
    // The country's figure of last year does not grow old by one city's figure of this year.
    const [inner, outer] = row.region === 'inside' ? [left, right] : [right, left];
    const elsewhere = row.region !== 'same' && (inner.period?.year ?? 0) > (outer.period?.year ?? 0);
    return elsewhere || left.strength === 'hedged' || right.strength === 'hedged' ? null : 'superseded';
  }
  if (row.period === 'inside' || row.period === 'around') {
    const [dated, open] = row.period === 'inside' ? [left, right] : [right, left];
    // 2019年5月以前是20%: whoever tells what held up to a day tells a history.
    if (dated.article === open.article) return dated.period?.from === null ? null : undefined;
    const year = dated.period?.year ?? null;
    if (
      year !== null &&
      packs.attributes.get(dated.attribute)?.yearly &&
      open.published !== null &&
      Number(open.published.slice(0, 4)) > year
    )
      return 'superseded';
  }
  return undefined;
}

/** The rows of a table, the items of a list: they differ by their case, whether or not it was understood. */
const sameSeries = (a: Position, b: Position): boolean =>
  isOneArticle(a, b) &&
  a.sayers.claims().every((left) => left.series !== null && b.sayers.claims().every((right) => left.series === right.series));

/** What one article says with words that no pack knows (意外伤害) in one place only, is said of two things. */
const ofTwoSections = (a: Position, b: Position): boolean =>
  a.claim.strength !== 'universal' &&
  b.claim.strength !== 'universal' &&
  isOneArticle(a, b) &&
  a.sayers.claims().every((left) => b.sayers.claims().every((right) => left.section !== right.section));

/** Whether one author would have to contradict himself by a number whose owner was found outside its own clause: where a reader errs, he errs there. */
const restsOnGuess = (a: Position, b: Position): boolean =>
  a.claim.outcome.type === 'number' && isOneArticle(a, b) && (isBorrowed(a) || isBorrowed(b));

const isOneArticle = (a: Position, b: Position): boolean => {
  const article = a.sayers.onlyArticle;
  return article !== null && article === b.sayers.onlyArticle;
};

const isBorrowed = ({ claim, sayers }: Position): boolean =>
  claim.strength !== 'universal' && sayers.claims().every(({ borrowed }) => borrowed);

/** 最长3年;距退休不足5年的,可延长至退休: whoever states the rule states the exception in the same breath. */
const toldTogether = (wider: Position, inner: Position): boolean =>
  wider.sayers.speakOnlyWith(inner.sayers) &&
  wider.sayers.claims().every((rule) => inner.sayers.claims().some((other) => inOneBreath(rule, other)));

const sameBreath = (a: Position, b: Position): boolean =>
  isOneArticle(a, b) && a.sayers.claims().every((left) => b.sayers.claims().every((right) => inOneBreath(left, right)));

function inOneBreath(left: Claim, right: Claim): boolean {
  if (left.article !== right.article || left.evidence.startLine !== right.evidence.startLine) return false;
  const [first, second] = left.evidence.startColumn < right.evidence.startColumn ? [left, right] : [right, left];
  return second.evidence.startColumn - first.evidence.endColumn < ONE_BREATH && first.evidence.startLine === first.evidence.endLine;
}
