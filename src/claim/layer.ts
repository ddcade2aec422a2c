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
  const tokens = sentence.clauses.flatMap((clause) => clause.tokens);
  return (
    tokens.some((token) => token.category === 'value' || token.category === 'concept') &&
    tokens.every((token) => token.category !== 'quantity' && token.category !== 'role')
  );
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
  for (const other of sentence.clauses.slice(index + 1)) {
    layers.push({ kind: 'later', tokens: other.tokens, role: null, unit, reading, start: other.start, end: other.end });
  }
  for (let before = place - 1; before >= Math.max(0, place - 3); before--) {
    const other = unit.sentences[before]!;
    layers.push({
      kind: isLabel(other) ? 'lead' : 'block',
      tokens: other.clauses.flatMap((part) => part.tokens),
      role: null,
      unit,
      reading,
      start: other.start,
      end: other.end,
    });
  }
  for (const link of unit.context) {
    const other = reading.units[link.unit]!;
    // What a row head measures (断缴时长) stands at the head of its own column.
    const head = link.kind === 'row' ? other.context.find((up) => up.kind === 'column') : undefined;
    const tokens = head ? [...reading.units[head.unit]!.tokens, ...other.tokens] : other.tokens;
    layers.push({ kind: link.kind, tokens, role: null, unit: other, reading, start: other.block.start, end: other.block.end });
  }
  return layers;
}
