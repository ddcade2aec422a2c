// Whether a claim is asserted, refuted or history, as the clauses of its sentence tell; the mood of the sentence comes from `parse`.
import type { Mood } from '../model/claim.ts';
import { hasRole } from '../parse/clause.ts';
import type { Token } from '../parse/clause.ts';
import type { Site } from './draft.ts';

/** History said in the clause, or before it in the sentence with nothing that turns to the present. */
export function moodOf(site: Site, wide: readonly Token[], anchor: number): Mood {
  const { sentence, index } = site;
  if (sentence.mood !== 'asserted') return sentence.mood;
  // 有人说清零,其实年年结转: up to the denial it is the belief that speaks.
  const denial = sentence.clauses.findIndex((clause) => hasRole(clause.tokens, 'denial') || hasRole(clause.tokens, 'rejects'));
  const belief = sentence.clauses.findIndex((clause) => hasRole(clause.tokens, 'belief'));
  if (belief >= 0 && denial > belief && index >= belief && index < denial) return 'refuted';
  if (index === denial && isTakenBack(sentence.clauses[index]!.tokens, anchor)) return 'refuted';
  if (sentence.clauses[index]!.tokens.some((token) => token.category === 'role' && token.ref === 'distrusts' && token.end <= anchor))
    return 'refuted';
  // 最长36个月,这不是事实: what stands right before it is taken back.
  if (sentence.clauses[index + 1] && hasRole(sentence.clauses[index + 1]!.tokens, 'rejects')) return 'refuted';
  // 2023年6月以前要先申请,现在不用: up to a time that is told as past by what holds now.
  const ends = sentence.clauses[index]!.tokens.some((token) => token.category === 'date' && token.open === 'until' && token.start < anchor);
  if (ends && sentence.clauses.slice(index + 1).some((clause) => hasRole(clause.tokens, 'now'))) return 'history';
  for (let at = index; at >= 0; at--) {
    const { tokens, turned } = sentence.clauses[at]!;
    if (tokens.some((token) => isPast(token) && !isAfterLength(tokens, token) && !tellsWho(site, tokens, token, anchor))) return 'history';
    if (
      tokens.some((token) => token.category === 'date' && token.precision === 'year' && token.open === 'until') &&
      !hasRole(wide, 'directive')
    )
      return 'history';
    if (turned || hasRole(tokens, 'now')) break;
  }
  return 'asserted';
}

/** “只有90天”的说法是错误的, 以为只有90天是不对的: said in the clause of the denial, before it. */
function isTakenBack(tokens: readonly Token[], anchor: number): boolean {
  const denial = tokens.find((token) => token.category === 'role' && (token.ref === 'denial' || token.ref === 'rejects'));
  if (!denial || denial.start < anchor) return false;
  return (
    denial.category === 'role' &&
    (denial.ref === 'rejects' || tokens.some((token) => token.category === 'role' && token.ref === 'belief' && token.end <= denial.start))
  );
}

const isPast = (token: Token): boolean => token.category === 'role' && token.ref === 'history';

/** 原来在乡镇企业上班的女职工,现在…: the past of whom the rule is about; what holds for them stands behind. 2014年以前退休的 tells when. */
function tellsWho({ packs, reading }: Site, tokens: readonly Token[], past: Token, anchor: number): boolean {
  const { text } = reading.scan;
  if (tokens.some((token) => (token.category === 'date' || token.category === 'quantity') && token.end === past.start)) return false;
  return tokens.some((token) => {
    if (token.start <= past.end || token.end > anchor) return false;
    if (token.category === 'role') return token.ref === 'whom';
    return token.category === 'value' && packs.axes.get(token.ref)!.people && text[token.start - 1] === '的';
  });
}

/** 退休半年以前: a length of time before something, not the past. */
const isAfterLength = (tokens: readonly Token[], past: Token): boolean =>
  tokens.some((token) => token.category === 'quantity' && ['duration', 'age'].includes(token.dimension) && token.end === past.start);
