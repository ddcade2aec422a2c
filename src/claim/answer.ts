// The bare answer under a question: yes or no by itself, behind its case, or the question's own verb, said or denied («发工资吗» / «不发»).
import type { Clause, Token } from '../parse/clause.ts';

/** 不发, 照发, 能补办: what is taken up of the question is no longer. */
const LONGEST = 4;

export interface Answer {
  readonly value: boolean;
  /** What it takes up of the question, which the question's predicate must hold; null for a plain yes or no. */
  readonly verb: string | null;
}

export function answerOf(clause: Clause, text: string): Answer | null {
  const opening = clause.tokens.filter((token) => token.category === 'role' && token.start === clause.start);
  for (const token of opening) if (isRole(token, 'answerYes') || isRole(token, 'answerNo')) return plain(isRole(token, 'answerYes'));
  // 年限够就不用: behind its case.
  const last = clause.tokens.find(
    (token) => (isRole(token, 'bareYes') || isRole(token, 'bareNo')) && TAIL.has(text.slice(token.end, clause.end)) && isLed(clause, token),
  );
  if (last) return plain(isRole(last, 'bareYes'));
  const denial = opening.find((token) => isRole(token, 'negation') || isRole(token, 'privative'));
  const verb = text.slice(denial?.end ?? clause.start, clause.end).replace(/[的了]$/, '');
  return verb.length > 0 && verb.length <= LONGEST ? { value: denial === undefined, verb } : null;
}

const TAIL: ReadonlySet<string> = new Set(['', '了', '的']);

const isLed = (clause: Clause, token: Token): boolean =>
  clause.tokens.some((before) => isRole(before, 'then') && before.end === token.start);

const plain = (value: boolean): Answer => ({ value, verb: null });

const isRole = (token: Token, role: string): boolean => token.category === 'role' && token.ref === role;
