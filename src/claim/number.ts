// Numbers → values of attributes: each number goes to the nearest word that can own it, or is a condition.
import { relateConcepts } from '../pack/pack.ts';
import type { Attribute } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { QuantityToken } from '../parse/clause.ts';
import { draftOf, endsOf } from './amount.ts';
import type { Owner } from './amount.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import { accepts, isExcludedIn, meetsNeeds } from './fit.ts';
import { conditionQuantities } from './condition.ts';
import type { Draft, Site } from './draft.ts';
import { quantitiesOf, residue } from './draft.ts';
import {
  casesInOrder,
  deltaBefore,
  describesPersons,
  isAgeOf,
  isAssorted,
  isCounterexample,
  isDenied,
  isFormer,
  isOperand,
  setsCaseApart,
} from './in-order.ts';
import type { LayerKind } from './layer.ts';
import { isTaken } from './rung.ts';
import { resolveScheme } from './scheme.ts';
import { isConvertible, toBase } from './value.ts';
import { wordedDrafts } from './worded.ts';

/** Above a bare value its owner may stand in a title; a clause with so many other words speaks of something else. */
const BARE: Record<LayerKind, number> = {
  clause: 99,
  sentence: 8,
  later: -1,
  block: 4,
  parent: 7,
  lead: 7,
  row: 99,
  column: 99,
  caption: 6,
  heading: 7,
  title: 4,
  context: -1,
};
const NO_ATTRIBUTES: ReadonlySet<Attribute> = new Set();
const NUMERIC_LISTS = new Set(['cues', 'inverse']);

/** All numeric claims of a clause. */
export function numberDrafts(site: Site): Draft[] {
  const quantities = quantitiesOf(site.clause);
  if (quantities.length === 0) return wordedDrafts(site, NO_ATTRIBUTES);
  const drafts: Draft[] = [];
  const conditions = conditionQuantities(site.packs, site.clause.tokens);
  const { text } = site.reading.scan;
  const own = cuesIn(site.packs, site.clause.tokens, text, site.clause.end, CUES.number);
  const owners = new Map<QuantityToken, Owner>();
  for (const quantity of quantities) {
    if (isFormer(site, quantity, quantities) || isDenied(site.clause, quantity) || isOperand(text, quantity)) continue;
    if (isAssorted(site, quantity, quantities) || isCounterexample(site, quantity)) continue;
    // An age without 年龄 beside it is a condition only where nothing can own it.
    const held = conditions.get(quantity);
    // 5万元至10万元报65%: a band of costs, which no word of money owns.
    if (held?.cue === null && quantity.dimension === 'money') continue;
    // An axis of a few attributes takes no number from all the others.
    const gap = held && held.cue !== null && held.axis.only.length === 0 ? held.gap : null;
    const owner = findOwner(site, quantity, own, gap, quantities);
    if (owner !== null) owners.set(quantity, owner);
  }
  const outcomes = new Set(owners.keys());
  const cases = casesInOrder(site, [...outcomes]);
  for (const [quantity, owner] of owners) {
    const made = draftOf(site, owner, quantity, [...outcomes]);
    const told = cases?.get(quantity);
    if (cases === null) drafts.push(...endsOf(site.packs, made));
    else if (told) drafts.push({ ...made, case: told });
  }
  drafts.push(...wordedDrafts(site, new Set(drafts.map((draft) => draft.attribute))));
  return drafts.map((draft) => ({ ...draft, used: outcomes }));
}

function findOwner(
  site: Site,
  quantity: QuantityToken,
  own: readonly Cue[],
  conditionGap: number | null,
  quantities: readonly QuantityToken[],
): Owner | null {
  // The head of a row tells the case: 起付线以上至6万元.
  if (isHeadCell(site) || isAgeOf(site, quantity, quantities)) return null;
  const inClause = candidates(site, quantity, own)
    .map((cue) => ({ cue, gap: gapOf(site, cue, quantity, quantities) }))
    .filter(({ gap }) => gap >= 0)
    .sort((a, b) => a.gap - b.gap || a.cue.token.start - b.cue.token.start || (a.cue.attribute < b.cue.attribute ? -1 : 1));
  const hanging = hangs(site, quantity);
  const aside = describesPersons(site, quantity) || setsCaseApart(site, quantity);
  const conditional = site.clause.role !== 'statement' && !hanging;
  for (const { cue, gap } of inClause) {
    const attribute = cue.means;
    if (conditionGap !== null) {
      if (conditional && !(attribute.requirement && (attribute.threshold || !leadsToNumber(site)) && quantity.bound !== 'range')) continue;
      // 自付超过1万元的部分进入大病保险: what goes on from the number itself is nearer than any word before it.
      const goesOn = cue.token.start === quantity.end && (site.reading.scan.text[quantity.end] === '的' || isHinged(site, quantity));
      if (!conditional && gap > conditionGap && !attribute.requirement && !goesOn) continue;
    } else if (!hanging && !mayStand(site, attribute)) continue;
    // 每人每年724元: the basis of the number alone does not say of what it is.
    if (gap === 0 && cue.token.start >= quantity.start && !attribute.requirement && isElsewhere(site, attribute)) continue;
    if (!attribute.requirement && aside) continue;
    if (accepts(site, attribute, quantity.start)) return { attribute, cue, from: 'clause' };
  }
  if (conditionGap !== null || site.clause.role === 'label') return null;
  if (hanging) {
    const next = site.layers.find((layer) => layer.kind === 'later')!;
    const cue = candidates(site, quantity, cuesIn(site.packs, next.tokens, site.reading.scan.text, next.end, CUES.number)).find(
      // 满4个月发42天,奖励假不给: how much there is of something is not told ahead of it.
      (one) => (one.means.requirement || one.means.limit || one.token.start > next.start) && accepts(site, one.means, quantity.start),
    );
    if (cue) return { attribute: cue.means, cue, from: 'later' };
  }
  const rest = residue(site);
  const bare = isBare(site, quantity);
  for (const layer of site.layers.slice(1)) {
    if (rest > BARE[layer.kind] || (!bare && layer.kind !== 'row' && layer.kind !== 'column' && layer.role !== 'label')) continue;
    const found = candidates(site, quantity, cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end, CUES.number)).filter(
      (cue) =>
        !isTaken(site.packs, layer, cue, quantity) &&
        !((ABOVE.has(layer.kind) || layer.role === 'label') && isElsewhere(site, cue.means)) &&
        mayStand(site, cue.means) &&
        !(aside && !cue.means.requirement) &&
        accepts(site, cue.means, quantity.start),
    );
    // 实际缴费年限 before the 缴费年限 within it; of equals the last.
    const cue = found.reduce<Cue | undefined>(
      (best, one) => (best && best.end - best.token.start > one.end - one.token.start ? best : one),
      undefined,
    );
    if (cue) return { attribute: cue.means, cue, from: layer.kind };
  }
  return null;
}

/** 缴费满90天后方能享受: what follows hangs on the span, which is what one waits. */
const isHinged = ({ clause }: Site, quantity: QuantityToken): boolean =>
  clause.tokens.some((token) => token.category === 'role' && token.ref === 'hinge' && token.start === quantity.end + 1);

/** 财政补助再提高24元,达到724元 under a title that speaks of what people pay: the sentence has told that this is something else. */
const isElsewhere = (site: Site, attribute: Attribute): boolean =>
  isExcludedIn(site.reading.scan.text, site.clause.tokens, attribute, site.sentence.start, site.clause.start, site.clause.start, 2);

/** 加发 | 满65岁10元: the head of the row says that this is something else. */
const isHeadedElse = (site: Site, attribute: Attribute): boolean =>
  site.unit.block.table !== null &&
  site.layers.some(
    ({ kind, tokens, start, end }) => kind === 'row' && isExcludedIn(site.reading.scan.text, tokens, attribute, start, end, start, 2),
  );

const ABOVE: ReadonlySet<LayerKind> = new Set<LayerKind>(['block', 'heading', 'title', 'lead']);

const WITHIN = new Set(['', '前', '之前', '以前', '内', '以内', '之内']);

/** 至少在退休前3个月,书面告知单位: a time that ends its clause is the time of what the next clause tells. */
function hangs({ clause, sentence, index, reading }: Site, quantity: QuantityToken): boolean {
  const next = sentence.clauses[index + 1];
  if (!next || clause.role === 'label' || !['duration', 'workdays'].includes(quantity.dimension)) return false;
  if (!WITHIN.has(reading.scan.text.slice(quantity.end, clause.end)) || hasRole(clause.tokens, 'if')) return false;
  return !next.turned && !next.tokens.some((token) => token.category === 'quantity' && token.dimension === quantity.dimension);
}

/** In a case that is yet to be decided (离职后三个月之内参保的,…) a number is a value only of what is required. */
const mayStand = ({ clause, sentence, index }: Site, attribute: Attribute): boolean =>
  clause.role !== 'condition' || attribute.requirement || index === sentence.clauses.length - 1;

/** 二级医院400元: a value and its case, no thing and no word of the same scheme that speaks of numbers of its own. */
function isBare(site: Site, quantity: QuantityToken): boolean {
  const { packs } = site;
  if (isReckoned(site, site.clause.start, quantity)) return false;
  const scheme = resolveScheme(packs, site.layers, quantity.start)?.id ?? null;
  const related = (other: string): boolean => scheme === null || relateConcepts(packs, scheme, other) !== 'apart';
  return site.clause.tokens.every((token) => {
    if (token.category === 'concept') return packs.concepts.get(token.ref)!.kind === 'scheme';
    if (token.category !== 'attribute' || token.end - token.start < 2) return true;
    // 每月 of 每月95元 is its time basis.
    if (token.start >= quantity.start && token.end <= quantity.end) return true;
    return token.words.every(({ ref, detail }) => {
      if (!NUMERIC_LISTS.has(detail)) return true;
      const { schemes } = packs.attributes.get(ref)!;
      return schemes.length === 0 || !schemes.some(related);
    });
  });
}

/** 剩8000元, 医保付7200元: a step of a reckoning. */
function isReckoned({ clause }: Site, from: number, quantity: QuantityToken): boolean {
  return clause.tokens.some(
    (token) => token.category === 'role' && token.ref === 'reckoned' && token.start >= from && token.end <= quantity.start,
  );
}

function candidates(site: Site, quantity: QuantityToken, cues: readonly Cue[]): Cue[] {
  // 相当于3个月失业金: an amount told in months is no span.
  const measured = site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'worth' && token.end === quantity.start);
  if (measured && quantity.dimension === 'duration') return [];
  const delta = deltaBefore(site, quantity);
  return cues.filter((cue) => {
    // 一年涨半年: the year is part of the word that owns the other number.
    if (
      cue.token.start <= quantity.start &&
      cue.token.end >= quantity.end &&
      cue.token.end - cue.token.start > quantity.end - quantity.start
    )
      return false;
    if (delta !== null && (cue.token.start >= delta.end || cue.end <= delta.start)) return false;
    const attribute = cue.means;
    return (
      sameKind(attribute, quantity) &&
      inRange(attribute, quantity) &&
      meetsNeeds(site, attribute) &&
      !isRuledOut(site, attribute, quantity, cue.end) &&
      !isHeadedElse(site, attribute)
    );
  });
}

export function sameKind(attribute: Attribute, quantity: QuantityToken): boolean {
  if (attribute.type === quantity.dimension) return true;
  return isConvertible(attribute, quantity.dimension);
}

export function inRange(attribute: Attribute, quantity: QuantityToken): boolean {
  if (attribute.range === null) return true;
  const [lo, hi] = attribute.range;
  const value = toBase(attribute, quantity.range, quantity.dimension);
  const low = value.lo ?? value.hi ?? 0;
  return low >= lo && (attribute.upper === null ? (value.hi ?? value.lo ?? 0) : low) <= hi;
}

/** Distance in characters, or -1 where another number of the kind stands between. Words before a number are nearer than words after it. */
function gapOf(site: Site, cue: Cue, quantity: QuantityToken, quantities: readonly QuantityToken[]): number {
  // 每人每年最高3万元 is one number with its cue in it.
  if (cue.token.start >= quantity.start && cue.end <= quantity.end) return 0;
  const before = cue.token.start <= quantity.start;
  const [from, to] = before ? [cue.end, quantity.start] : [quantity.end, cue.token.start];
  // 扣除起付线900元后为20000元: the word has its number, the next one is what remains.
  const nearer = before ? quantities.findLast((other) => other.start >= from && other.end <= to) : undefined;
  if (nearer && isReckoned(site, nearer.end, quantity)) return -1;
  // 缴费6年对应18个月: what is required is told, the next number is what it brings.
  if (
    nearer &&
    nearer.dimension === quantity.dimension &&
    isRequirement(site, cue) &&
    !LISTED.test(site.reading.scan.text.slice(nearer.end, quantity.start))
  )
    return -1;
  if (!before && quantities.some((other) => other !== quantity && other.start >= from && other.end <= to)) return -1;
  // 满25年(含实际缴费年限): the bracket explains the number, it does not own it.
  if (!before && site.reading.scan.text.slice(from, to).includes('(')) return -1;
  // 85%的报销比例 owns its number; in 缴费400元后的返款 the number belongs to the clause that 的 closes.
  if (!before && /.的|的.{5}/.test(site.reading.scan.text.slice(from, to).trim())) return -1;
  return before ? Math.max(0, to - from) : to - from + 4;
}

const LISTED = /^(?:以上|以下|\([^)]*\))?[、和或至到,;及]/;

const isRequirement = (site: Site, cue: Cue): boolean => cue.means.requirement;

/** A word that belongs to another attribute, between the number before and this one, right behind it, or right behind its cue (60日内可以申请复议). */
export function isRuledOut(site: Site, attribute: Attribute, quantity: QuantityToken, cueEnd = 0): boolean {
  if (attribute.not.length === 0) return false;
  const { text } = site.reading.scan;
  let from = site.clause.start;
  for (const { end } of quantitiesOf(site.clause)) if (end <= quantity.start) from = end;
  const to = Math.min(
    site.clause.end,
    Math.max(quantity.end + (text[quantity.end] === '(' ? 0 : 4), cueEnd > quantity.end ? cueEnd + 2 : 0),
  );
  return isExcludedIn(text, site.clause.tokens, attribute, from, to, site.clause.start);
}

/** Whether a later clause of the sentence, or the other cells of the row, give a number or a verdict of their own. */
function leadsToNumber(site: Site): boolean {
  return site.sentence.clauses
    .slice(site.index + 1)
    .some((clause) =>
      clause.tokens.some((token) => token.category === 'quantity' && token.dimension !== 'age' && !isDenied(clause, token)),
    );
}

function isHeadCell(site: Site): boolean {
  return site.unit.block.table !== null && (site.unit.block.table.header || site.unit.block.table.column === 0);
}
