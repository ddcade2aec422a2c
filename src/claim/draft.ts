// A claim in the making: what was said and by which characters, before its scope is resolved.
import type { Outcome } from '../model/claim.ts';
import type { Clause, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Attribute, Packs } from '../pack/pack.ts';
import type { QuantityToken, TermToken, Token } from '../parse/clause.ts';
import type { Layer, LayerKind } from './layer.ts';

/** The place at which claims are looked for. */
export interface Site {
  readonly packs: Packs;
  readonly reading: Reading;
  readonly unit: Unit;
  readonly sentence: Sentence;
  /** Index of the sentence in its unit, and of the clause in the sentence. */
  readonly place: number;
  readonly index: number;
  readonly clause: Clause;
  readonly layers: readonly Layer[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Draft {
  readonly attribute: Attribute;
  readonly outcome: Outcome;
  /** Offset at which the predicate or number stands. */
  readonly anchor: number;
  readonly anchorEnd: number;
  /** Where its own conditions may stand, the most telling stretch first. */
  readonly stretches: readonly Stretch[];
  readonly used: ReadonlySet<Token>;
  readonly cueFrom: LayerKind;
  readonly cue: Stretch | null;
  /** The case that 分别 gives this value, or null. */
  readonly case: TermToken | null;
  /** Where the claim is read, if not at the clause: an item below the words that announce it. */
  readonly site: Site | null;
}

export const quantitiesOf = (clause: Clause): QuantityToken[] =>
  clause.tokens.filter((token): token is QuantityToken => token.category === 'quantity');

/** Number of Han characters of a clause, brackets apart, that no token explains. */
export function residue(site: Site): number {
  const { text } = site.reading.scan;
  let count = 0;
  let at = site.clause.start;
  let depth = 0;
  const step = (to: number): void => {
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x28) depth++;
      else if (code === 0x29) depth--;
      else if (depth <= 0 && code >= 0x4e00 && code <= 0x9fff) count++;
    }
  };
  for (const token of site.clause.tokens) {
    step(token.start);
    at = Math.max(at, token.end);
  }
  step(site.clause.end);
  return count;
}
