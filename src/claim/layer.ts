// What a clause can draw on, nearest first: itself, its sentence, its block, and the units of its context.
import type { Clause, ContextKind, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Token } from '../parse/clause.ts';

export type LayerKind = 'clause' | 'sentence' | 'later' | 'block' | ContextKind;

export interface Layer {
  readonly kind: LayerKind;
  readonly tokens: readonly Token[];
  /** Clause layers of the same sentence: how that clause stands there. */
  readonly role: Clause['role'] | null;
  readonly unit: Unit;
  readonly reading: Reading;
  /** Range in `Article.text`. */
  readonly start: number;
  readonly end: number;
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

const sentenceTokens = new WeakMap<Sentence, readonly Token[]>();

/** The tokens of a sentence: one list, whichever clause asks. */
function tokensOf(sentence: Sentence): readonly Token[] {
  let tokens = sentenceTokens.get(sentence);
  if (tokens === undefined) sentenceTokens.set(sentence, (tokens = sentence.clauses.flatMap((part) => part.tokens)));
  return tokens;
}

/** The layers of one clause. Tokens of a layer are in reading order. */
export function layersOf(reading: Reading, unit: Unit, place: number, index: number): Layer[] {
  const sentence = unit.sentences[place]!;
  const clause = sentence.clauses[index]!;
  const layers: Layer[] = [
    { kind: 'clause', tokens: clause.tokens, role: clause.role, unit, reading, start: clause.start, end: clause.end },
  ];
  for (let before = index - 1; before >= 0; before--) {
    const other = sentence.clauses[before]!;
    layers.push({ kind: 'sentence', tokens: other.tokens, role: other.role, unit, reading, start: other.start, end: other.end });
  }
  layers.push(...chainLayers(reading, unit, place));
  for (const other of sentence.clauses.slice(index + 1)) {
    layers.push({ kind: 'later', tokens: other.tokens, role: null, unit, reading, start: other.start, end: other.end });
  }
  for (let before = place - 1; before >= Math.max(0, place - 3); before--) {
    const other = unit.sentences[before]!;
    layers.push({
      kind: isLabel(other) || asks(unit, place, before) ? 'lead' : 'block',
      tokens: tokensOf(other),
      role: null,
      unit,
      reading,
      start: other.start,
      end: other.end,
    });
  }
  const question = questionOf(reading, unit);
  if (question) {
    const { block } = question;
    layers.push({ kind: 'lead', tokens: question.tokens, role: null, unit: question, reading, start: block.start, end: block.end });
  }
  for (const link of unit.context) {
    const other = reading.units[link.unit]!;
    // What a row head measures (断缴时长) stands at the head of its own column.
    const head = link.kind === 'row' ? other.context.find((up) => up.kind === 'column') : undefined;
    const measured = head ? reading.units[head.unit]!.tokens.filter((token) => token.category !== 'value') : [];
    const tokens = measured.length === 0 ? other.tokens : [...measured, ...other.tokens];
    layers.push({ kind: link.kind, tokens, role: null, unit: other, reading, start: other.block.start, end: other.block.end });
  }
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
  const layerOf = ({ tokens, start, end }: Clause, role: Clause['role']): Layer => ({
    kind: 'sentence',
    tokens,
    role,
    unit,
    reading,
    start,
    end,
  });
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
        .map((clause) => layerOf(clause, 'statement'))
    : [];
  return above ? [...before, layerOf(frame, 'condition')] : before;
}
