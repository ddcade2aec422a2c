// The units of reading: a unit per block, its sentences, their clauses.
import type { Block } from '../model/article.ts';
import type { AttributeToken, Token } from '../scan/scan.ts';

// What clauses are made of, for the stage that reads them.
export type { AttributeToken, DateToken, QuantityToken, Scan, TermToken, Token } from '../scan/scan.ts';

/**
 * label: what stands before a colon · condition: 如果…, …的, …时 ·
 * statement: everything else.
 */
export type ClauseRole = 'label' | 'condition' | 'statement';

export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly role: ClauseRole;
  readonly tokens: readonly Token[];
  /** Begins with 但, 而, 不过 …: takes the subject on, but not the polarity or the outcome. */
  readonly turned: boolean;
  /** Which line of the sentence, where line breaks were lost: a hedge does not reach across. */
  readonly line: number;
}

export type SentenceMood = 'asserted' | 'question' | 'refuted' | 'example' | 'supposed' | 'history';

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
  readonly mood: SentenceMood;
  /** One of several years told one after the other, or of a year's report: its date is no rule's. */
  readonly chronicle?: boolean;
}

export type ContextKind = 'parent' | 'lead' | 'row' | 'column' | 'caption' | 'heading' | 'title' | 'context';

/** Another unit that lends what a clause leaves out. */
export interface ContextLink {
  readonly kind: ContextKind;
  /** Index into `Reading.units`. */
  readonly unit: number;
}

export interface Unit {
  readonly index: number;
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  /** All tokens of the block, in reading order. */
  readonly tokens: readonly Token[];
  /** Nearest first. */
  readonly context: readonly ContextLink[];
}

/** Two names are a pair where nothing but this stands between them. */
export const JOINTS: ReadonlySet<string> = new Set(['、', '和', '与', '及', '或', '以及', '跟', '同', '或者']);

/** Whether a clause holds a function word of the role. */
export function hasRole(tokens: readonly Token[], role: string): boolean {
  // A loop without a closure: no function is called more often.
  for (const token of tokens) if (token.category === 'role' && token.ref === role) return true;
  return false;
}

/** Whether a token is a word of the attribute, in whichever of its lists. */
export function isWordOf(token: Token, attribute: string): token is AttributeToken {
  if (token.category !== 'attribute') return false;
  for (const { ref } of token.words) if (ref === attribute) return true;
  return false;
}
