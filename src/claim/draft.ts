// A claim in the making: what was said and by which characters, before its scope is resolved.
import type { Outcome } from '../model/claim.ts';
import type { Clause, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Attribute, Packs } from '../pack/pack.ts';
import type { QuantityToken, TermToken, Token } from '../parse/clause.ts';
import type { Layer, LayerKind } from './layer.ts';
import { oncePerList } from './once.ts';
import { unexplained } from './residue.ts';

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

/** The numbers of a clause: asked for by every candidate of every number. */
export const quantitiesOf = ({ tokens }: Clause): readonly QuantityToken[] => quantitiesIn(tokens);

const quantitiesIn = oncePerList((tokens: readonly Token[]): readonly QuantityToken[] =>
  tokens.filter((token) => token.category === 'quantity'),
);

/** Number of Han characters of a clause, brackets apart, that no token explains. */
export const residue = ({ clause, reading }: Site): number =>
  unexplained(reading.scan.text, clause.tokens, clause.start, clause.end, false).length;
