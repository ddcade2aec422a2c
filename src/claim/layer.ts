// What a clause can draw on, nearest first: itself, its sentence, its block, and the units of its context.
import type { Span } from '../model/span.ts';
import type { Clause, ContextKind, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { TermToken, Token } from '../parse/clause.ts';
import { oncePerList } from './once.ts';

export type LayerKind = 'clause' | 'sentence' | 'later' | 'block' | ContextKind;

export interface Layer {
  readonly kind: LayerKind;
  readonly tokens: readonly Token[];
  /** Those of the tokens that name schemes and things, and those that name places: few, and asked for often. */
  readonly concepts: readonly TermToken[];
  readonly regions: readonly TermToken[];
  /** Whether any token may tell a case: a value, an axis, a number. */
  readonly cases: boolean;
  /** Whether any token is a date. */
  readonly dated: boolean;
  /** Which lists of words were looked for in its text, and whether one of them stands there; null until one was. */
  says: Map<readonly string[], boolean> | null;
  /** Clause layers of the same sentence: how that clause stands there. */
  readonly role: Clause['role'] | null;
  readonly unit: Unit;
  readonly reading: Reading;
  /** Range in `Article.text`. */
  readonly start: number;
  readonly end: number;
}

interface Names {
  readonly concepts: readonly TermToken[];
  readonly regions: readonly TermToken[];
  readonly cases: boolean;
  readonly dated: boolean;
}

/** The names in a list of tokens: looked for once, in however many layers the list takes part. */
const namesIn = oncePerList((tokens: readonly Token[]): Names => {
  const concepts: TermToken[] = [];
  const regions: TermToken[] = [];
  let cases = false;
  let dated = false;
  for (const token of tokens) {
    switch (token.category) {
      case 'concept':
        concepts.push(token);
        break;
      case 'region':
        regions.push(token);
        break;
      case 'value':
      case 'axis':
      case 'quantity':
        cases = true;
        break;
      case 'date':
        dated = true;
        break;
    }
  }
  return { concepts, regions, cases, dated };
});

export function layerOf(
  kind: LayerKind,
  tokens: readonly Token[],
  role: Clause['role'] | null,
  unit: Unit,
  reading: Reading,
  { start, end }: Span,
): Layer {
  const { concepts, regions, cases, dated } = namesIn(tokens);
  return { kind, tokens, concepts, regions, cases, dated, says: null, role, unit, reading, start, end };
}

/** A short run of cases without a verdict (二级医疗机构) heads what follows it in its paragraph. */
const LABEL_LENGTH = 15;
function isLabel(sentence: Sentence): boolean {
  if (sentence.end - sentence.start > LABEL_LENGTH) return false;
  const tokens = tokensOf(sentence);
  return (
    tokens.some((token) => token.category === 'value' || token.category === 'concept') &&
    tokens.every((token) => token.category !== 'quantity' && token.category !== 'role')
  );
}

/** The tokens of a sentence: one list, whichever clause asks. */
export const tokensOf = ({ clauses }: Sentence): readonly Token[] => tokensIn(clauses);

const tokensIn = oncePerList((clauses: readonly Clause[]): readonly Token[] =>
  clauses.length === 1 ? clauses[0]!.tokens : clauses.flatMap((part) => part.tokens),
);

/** The layers of one clause. Tokens of a layer are in reading order. */
export function layersOf(reading: Reading, unit: Unit, place: number, index: number): Layer[] {
  const sentence = unit.sentences[place]!;
  const clause = sentence.clauses[index]!;
  const layers: Layer[] = [layerOf('clause', clause.tokens, clause.role, unit, reading, clause)];
  for (let before = index - 1; before >= 0; before--) {
    const other = sentence.clauses[before]!;
    layers.push(layerOf('sentence', other.tokens, other.role, unit, reading, other));
  }
  layers.push(...chainLayers(reading, unit, place));
  for (let after = index + 1; after < sentence.clauses.length; after++) {
    const other = sentence.clauses[after]!;
    layers.push(layerOf('later', other.tokens, null, unit, reading, other));
  }
  layers.push(...sentencesBefore(reading, unit, place), ...layersAround(reading, unit));
  return layers;
}

/** Layers that the clauses of a unit share: the sentences before each sentence, and the units around. */
const sharedOf = oncePerList((): { readonly preceding: (readonly Layer[])[]; around: readonly Layer[] | null } => ({
  preceding: [],
  around: null,
}));

/** The sentences before one, in its unit: the same for all its clauses. */
function sentencesBefore(reading: Reading, unit: Unit, place: number): readonly Layer[] {
  const { preceding } = sharedOf(unit.sentences);
  const known = preceding[place];
  if (known !== undefined) return known;
  const layers: Layer[] = [];
  for (let at = place - 1; at >= Math.max(0, place - 3); at--) {
    const other = unit.sentences[at]!;
    layers.push(layerOf(isLabel(other) || asks(unit, place, at) ? 'lead' : 'block', tokensOf(other), null, unit, reading, other));
  }
  preceding[place] = layers;
  return layers;
}

/** The units that lend to a unit: the same for all its clauses. */
function layersAround(reading: Reading, unit: Unit): readonly Layer[] {
  const shared = sharedOf(unit.sentences);
  if (shared.around !== null) return shared.around;
  const layers: Layer[] = [];
  const question = questionOf(reading, unit);
  if (question) layers.push(layerOf('lead', question.tokens, null, question, reading, question.block));
  for (const link of unit.context) {
    const other = reading.units[link.unit]!;
    // What a row head measures (断缴时长) stands at the head of its own column.
    const head = link.kind === 'row' ? other.context.find((up) => up.kind === 'column') : undefined;
    const measured = head ? reading.units[head.unit]!.tokens.filter((token) => token.category !== 'value') : [];
    const tokens = measured.length === 0 ? other.tokens : [...measured, ...other.tokens];
    layers.push(layerOf(link.kind, tokens, null, other, reading, other.block));
  }
  shared.around = layers;
  return layers;
}

/** 问:起付线多少? 答:400元。 — the last question before a sentence leads to it. */
const asks = (unit: Unit, place: number, at: number): boolean =>
  unit.sentences[at]!.mood === 'question' && unit.sentences.slice(at + 1, place).every((other) => other.mood !== 'question');

/** The question on the line before, which this unit answers. */
function questionOf(reading: Reading, unit: Unit): Unit | null {
  const before = reading.units[unit.index - 1];
  if (unit.block.kind !== 'paragraph' || before?.block.kind !== 'paragraph' || unit.sentences[0]?.mood === 'question') return null;
  return before.sentences.at(-1)?.mood === 'question' ? before : null;
}

const hasCase = (clause: Clause): boolean => clause.tokens.some((token) => token.category === 'value' || token.category === 'axis');

/**
 * What a chain of semicolons hands on. 购买首套住房,单方缴存的,最高贷90万元;双方缴存的,120万元: the case above the cases holds for all of them;
 * where the later part names no thing of its own (购买首套住房最高贷90万元;单方60万元), so do the other cases of the part before.
 */
function chainLayers(reading: Reading, unit: Unit, place: number): Layer[] {
  let first = place;
  while (first > 0 && reading.scan.text[unit.sentences[first - 1]!.end] === ';') first--;
  if (first === place) return [];
  const asLayer = (clause: Clause, role: Clause['role']): Layer => layerOf('sentence', clause.tokens, role, unit, reading, clause);
  const [frame, inner, verdict] = unit.sentences[first]!.clauses;
  const above =
    frame &&
    inner &&
    verdict &&
    hasCase(frame) &&
    hasCase(inner) &&
    !inner.turned &&
    !frame.tokens.some((token) => token.category === 'quantity');
  const elliptic = unit.sentences[place]!.clauses.every((clause) =>
    clause.tokens.every((token) => token.category !== 'concept' || token.detail === 'weak'),
  );
  const part = unit.sentences[place - 1]!.clauses;
  // 困难人员最长三年,临近退休的可以到退休;毕业生最长两年: what is told after the verdict is a case of that verdict.
  const told = part.findIndex(({ tokens }) => tokens.some((token) => token.category === 'quantity'));
  const before = elliptic
    ? part
        .slice(0, told < 0 ? part.length : told + 1)
        .toReversed()
        .map((clause) => asLayer(clause, 'statement'))
    : [];
  return above ? [...before, asLayer(frame, 'condition')] : before;
}
