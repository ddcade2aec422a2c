// Whether a layer is a condition of which not all was understood: it must not vanish, for then the claim would stand for every case.
import { hasRole, isWordOf } from '../parse/clause.ts';
import type { Attribute } from '../pack/pack.ts';
import type { Clause, TermToken, Token } from '../parse/clause.ts';
import type { Layer, LayerKind } from './layer.ts';
import { contentOf, unexplained } from './residue.ts';

/** 可以退,只要待遇期还没开始: the case stands behind what holds in it. 只有出国才能取 is a rule of its own. */
export const isProviso = (layer: Layer): boolean =>
  layer.kind === 'later' && opensWith(layer, 'proviso') && !hasRole(layer.tokens, 'hinge');

/** 专家提醒: who says it is no case. */
const isSpeaker = (layer: Layer): boolean =>
  layer.role === 'label' && layer.tokens.some((token) => token.category === 'role' && token.ref === 'says' && token.end === layer.end);

/** 容易弄混的: what the writer thinks of it is no case. */
const isRemark = (layer: Layer): boolean => layer.role === 'label' && hasRole(layer.tokens, 'remark');

/** 无责任人的意外伤害,门诊起付线100元: a name with nothing said of it heads what follows. */
const isTopic = (layer: Layer): boolean =>
  layer.role === 'statement' &&
  layer.end - layer.start <= TOPIC &&
  layer.tokens.every(({ category }) => category === 'concept' || category === 'value' || category === 'axis');

const opensWith = (layer: Layer, role: string): boolean =>
  layer.tokens.some((token) => token.category === 'role' && token.ref === role && token.start === layer.start);

const endsWith = (layer: Layer, role: string): boolean =>
  layer.tokens.some((token) => token.category === 'role' && token.ref === role && token.end === layer.end);

/** 提交材料并审核通过后: how one goes about it leaves nobody out; who does not, is a case. */
const isStep = (tokens: readonly Token[]): boolean =>
  hasRole(tokens, 'step') && !hasRole(tokens, 'negation') && !hasRole(tokens, 'privative');

/** A condition with so many characters that no word of the packs explains says something that was not understood. */
const RIDDLE = 3;
/** So many where a case that was understood stands beside them (家庭成员名下有汽车的). */
const RIDDLE_BESIDE = 6;
/** … and a name is at most so long. */
const TOPIC = 14;

/** 断缴超过三个月的: is a case; 住房 only names a topic. */
const isCase = (layer: Layer): boolean =>
  layer.tokens.some(
    (token) => token.category === 'role' && (token.ref === 'if' || (token.ref === 'conditionEnd' && layer.end - token.end <= 1)),
  );

/** 超过3个月呢?: a question that goes on about what the one before it asked. */
const asksOfSpan = (layer: Layer): boolean =>
  layer.kind === 'lead' &&
  layer.tokens.some((token) => token.category === 'quantity' && token.bound !== 'exact' && token.start === layer.start);

const HEADING: ReadonlySet<LayerKind> = new Set<LayerKind>(['sentence', 'row', 'parent', 'lead', 'later']);

/** The characters of a condition before the claim's own words that nothing explains, where they are enough to say something; else null. */
export function riddleOf(layer: Layer, text: string, known: boolean): string | null {
  // What stands elsewhere heads nothing.
  if (!HEADING.has(layer.kind)) return null;
  // 不论什么原因 leaves no case out.
  if (hasRole(layer.tokens, 'whether') || isStep(layer.tokens) || isSpeaker(layer) || isRemark(layer)) return null;
  // 晚于这个期限的,…: which one, only the text above tells.
  if (!known && layer.kind === 'sentence' && hasRole(layer.tokens, 'missed') && (layer.role === 'condition' || endsWith(layer, 'resume')))
    return text.slice(layer.start, layer.end);
  if (!known && asksOfSpan(layer)) return text.slice(layer.start, layer.end);
  const heads =
    isProviso(layer) ||
    (layer.kind === 'sentence' && (layer.role === 'condition' || layer.role === 'label' || isTopic(layer))) ||
    layer.kind === 'row' ||
    (layer.kind === 'parent' && isCase(layer));
  if (!heads) return null;
  const unknown = contentOf(unexplained(text, layer.tokens, layer.start, layer.end, true));
  return unknown.length >= (known ? RIDDLE_BESIDE : RIDDLE) ? unknown : null;
}

/** So many characters of a question that nothing explains tell a case; fewer are its manner of asking. */
const ASKED = 8;

/** 在岗位上突发急病,第二天走了,算吗: the case of whoever asks, of which the answer holds. */
export function unreadCase(layer: Layer, text: string): string | null {
  if (layer.kind !== 'lead') return null;
  const unknown = contentOf(unexplained(text, layer.tokens, layer.start, layer.end, true));
  return unknown.length >= ASKED ? unknown : null;
}

/** 其他300元, 时间长了只能补年限: a case that only what stands around it tells. 其余由个人缴纳 as a word of the attribute is what it says, no case. */
export function restIn({ tokens }: Clause, attribute: Attribute | null, from: number, to: number): Token | undefined {
  const worded = ({ start, end }: Token): boolean =>
    tokens.some((cue) => attribute !== null && isWordOf(cue, attribute.id) && cue.start <= start && cue.end >= end);
  return tokens.find(
    (token) =>
      token.category === 'role' &&
      (token.ref === 'others' || token.ref === 'someLength') &&
      token.start >= from &&
      token.start < to &&
      !worded(token),
  );
}

/** 除伤残外,其他情形都不退: what is left is told by the exception before it, which the claim has among its cases. */
export const isLeftByException = (layers: readonly Layer[]): boolean =>
  layers[1]?.kind === 'sentence' && hasRole(layers[1].tokens, 'exceptOpen');

/** 逾期只能逐月延缴: the case is that a time was missed, whichever it was. What is said of missing it (逾期不予受理) has no other case. */
export function missedIn({ tokens, start }: Clause, { needs, about }: Attribute, text: string): TermToken | null {
  for (const token of tokens) {
    if (token.category !== 'role' || token.ref !== 'late' || token.start !== start) continue;
    const word = text.slice(token.start, token.end);
    const isMatter = (words: readonly string[]): boolean => words.some((one) => word.includes(one));
    return isMatter(needs) || isMatter(about) ? null : token;
  }
  return null;
}
