// What a number says once its owner is known: its bound, the part that it tells, and where its conditions may stand.
import type { Outcome } from '../model/claim.ts';
import type { Attribute, Packs } from '../pack/pack.ts';
import { hasRole, JOINTS } from '../parse/clause.ts';
import type { Clause, QuantityToken, Sentence, Token } from '../parse/clause.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site, Stretch } from './draft.ts';
import type { LayerKind } from './layer.ts';
import { atLeast, outcomeOf } from './value.ts';

export interface Owner {
  readonly attribute: Attribute;
  readonly cue: Cue;
  readonly from: LayerKind;
}

export function draftOf(site: Site, owner: Owner, quantity: QuantityToken, quantities: readonly QuantityToken[]): Draft {
  const { attribute, cue } = owner;
  const at = quantities.indexOf(quantity);
  const previous = quantities[at - 1];
  const { text } = site.reading.scan;
  // 女性55岁或50岁: the case before the first of them holds for both.
  let first = at;
  while (first > 0 && JOINTS.has(text.slice(quantities[first - 1]!.end, quantities[first]!.start))) first--;
  const stretches: Stretch[] =
    quantities.length === 1
      ? [{ from: site.clause.start, to: site.clause.end }]
      : [
          { from: quantities[first - 1]?.end ?? site.clause.start, to: at === quantities.length - 1 ? site.clause.end : quantity.end },
          { from: site.clause.start, to: quantities[0]!.start },
        ];
  const inverse = inverseAround(site, owner, quantity);
  const outcome = outcomeOf(attribute, quantity, inverse);
  return {
    attribute,
    outcome: isFloor(site, quantity, previous) || isAtLeast(site, attribute, quantity) ? atLeast(outcome) : outcome,
    anchor: quantity.start,
    anchorEnd: quantity.end,
    stretches,
    used: new Set<Token>(),
    cueFrom: owner.from,
    cue: { from: cue.token.start, to: cue.end },
    case: null,
    site: null,
  };
}

/** 备案一次管6个月以上: of what is given at most elsewhere, so much at least. */
const isAtLeast = ({ reading }: Site, attribute: Attribute, quantity: QuantityToken): boolean =>
  attribute.limit &&
  !attribute.requirement &&
  quantity.bound === 'min' &&
  reading.scan.text.slice(quantity.start, quantity.end + 2).includes('以上');

/** 60%至300%之间: the low end is the one limit, the high end the other. */
export function endsOf(packs: Packs, draft: Draft): Draft[] {
  const { attribute, outcome } = draft;
  if (attribute.upper === null || outcome.type !== 'number' || outcome.bound !== 'range') return [draft];
  const { lo, hi } = outcome.range;
  const at = (value: number | null): Outcome => ({
    ...outcome,
    bound: 'exact',
    range: { lo: value, hi: value, loOpen: false, hiOpen: false },
  });
  return [
    { ...draft, outcome: at(lo) },
    { ...draft, attribute: packs.attributes.get(attribute.upper)!, outcome: at(hi) },
  ];
}

/** 基础养老金的全国最低标准,2024年为123元,2025年为143元: said once for the numbers behind it. */
const headsWithFloor = ({ clauses }: Sentence, clause: Clause): boolean =>
  clauses[0] !== clause && clauses[0]!.tokens.every(({ category }) => category !== 'quantity') && hasRole(clauses[0]!.tokens, 'floor');

/** 全国最低标准143元, 各地可以再加: nobody who pays more contradicts it. */
function isFloor({ clause, sentence, unit, place }: Site, quantity: QuantityToken, previous: QuantityToken | undefined): boolean {
  const marked = clause.tokens.some(
    (token) =>
      token.category === 'role' && token.ref === 'floor' && token.end <= quantity.start && token.start >= (previous?.end ?? clause.start),
  );
  if (marked || headsWithFloor(sentence, clause)) return true;
  const after = [...sentence.clauses, ...(unit.sentences[place + 1]?.clauses.slice(0, 1) ?? [])];
  return after.some((other) => other.start >= clause.start && hasRole(other.tokens, 'regionAbove'));
}

/** 个人自付15% says what the fund does not pay. */
function inverseAround(site: Site, owner: Owner, quantity: QuantityToken): boolean {
  const { text } = site.reading.scan;
  // 个人负担的合规费用: what is paid for, not who pays how much.
  const isBase = (end: number): boolean => text.startsWith('的', end) || text.startsWith('超过', end);
  if (owner.cue.list === 'inverse') return !isBase(owner.cue.end);
  if (owner.attribute.type !== 'percent') return false;
  return site.clause.tokens.some(
    (token) =>
      token.category === 'attribute' &&
      token.words.some(({ ref, detail }) => ref === owner.attribute.id && detail === 'inverse') &&
      token.start < quantity.start &&
      quantity.start - token.end <= 4 &&
      !isBase(token.end),
  );
}
