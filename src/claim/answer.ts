// The bare answer under a question: yes or no by itself, behind its case, or the question's own verb, said or denied («发工资吗» / «不发»).
import type { Clause, Token } from '../parse/clause.ts';

/** 不发, 照发, 能补办: what is taken up of the question is no longer. */
const LONGEST = 4;

export interface Answer {
  readonly value: boolean;
  /** What it takes up of the question, which the question's predicate must hold; null for a plain yes or no. */
  readonly verb: string | null;
}

/** @param question its text, folded like `text` */
export function answerOf(clause: Clause, text: string, question: string): Answer | null {
  const opening = clause.tokens.filter((token) => token.category === 'role' && token.start === clause.start);
  const word = opening.find((token) => isRole(token, 'answerYes') || isRole(token, 'answerNo'));
  // 能反悔吗 / 不能随便取: what goes on with something that was not asked says that, and answers nothing.
  if (word) return keepsTo(question, text.slice(word.end, clause.end)) ? plain(isRole(word, 'answerYes')) : null;
  // 年限够就不用: behind its case.
  const last = clause.tokens.find(
    (token) => (isRole(token, 'bareYes') || isRole(token, 'bareNo')) && TAIL.has(text.slice(token.end, clause.end)) && isLed(clause, token),
  );
  if (last) return plain(isRole(last, 'bareYes'));
  const denial = opening.find((token) => isRole(token, 'negation') || isRole(token, 'privative'));
  const verb = text.slice(denial?.end ?? clause.start, clause.end).replace(/[的了]$/, '');
  return verb.length > 0 && verb.length <= LONGEST ? { value: denial === undefined, verb } : null;
}

const keepsTo = (question: string, rest: string): boolean => {
  const said = rest.replace(/[^\u4e00-\u9fff]/g, '');
  if (said.length < 2) return true;
  for (let at = 0; at + 1 < said.length; at++) if (question.includes(said.slice(at, at + 2))) return true;
  return false;
};

const TAIL: ReadonlySet<string> = new Set(['', '了', '的']);

const isLed = (clause: Clause, token: Token): boolean =>
  clause.tokens.some((before) => isRole(before, 'then') && before.end === token.start);

const plain = (value: boolean): Answer => ({ value, verb: null });

const isRole = (token: Token, role: string): boolean => token.category === 'role' && token.ref === role;
