// Articles that go through what people say: a line that is nothing but a saying in quotation marks is looked into, not asserted.
import { hasRole } from './clause.ts';
import type { Unit } from './clause.ts';

/** Before the quotation: 传言一:, 第十五句, 1. */
const LABEL = 10;
/** So many such lines make a list of sayings of all of them. */
const SEVERAL = 3;

/** The units with such sayings marked as refuted: where there are several, or where the next line denies it. */
export function settleSayings(text: string, units: readonly Unit[]): readonly Unit[] {
  const sayings = units.filter((unit) => isSaying(text, unit));
  if (sayings.length === 0) return units;
  const refuted = new Set(sayings.filter((unit) => sayings.length >= SEVERAL || isDenied(units[unit.index + 1])));
  if (refuted.size === 0) return units;
  return units.map((unit) =>
    refuted.has(unit) ? { ...unit, sentences: unit.sentences.map((sentence) => ({ ...sentence, mood: 'refuted' as const })) } : unit,
  );
}

function isSaying(text: string, { block }: Unit): boolean {
  if (block.kind === 'title' || block.kind === 'context') return false;
  const said = text.slice(block.start, block.end).trimEnd();
  const open = said.indexOf('\u201c');
  const close = said.indexOf('\u201d');
  return open >= 0 && open <= LABEL && close > open && said.length - close <= 2 && said.indexOf('\u201c', open + 1) < 0;
}

const isDenied = (unit: Unit | undefined): boolean => {
  const first = unit?.sentences[0]?.clauses[0]?.tokens ?? [];
  return ['denial', 'rejects', 'answerNo'].some((role) => hasRole(first, role));
};
