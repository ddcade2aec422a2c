// All words of the packs, one a line, for programs that look for fixed strings.
import { step } from '../src/pack/lexicon.ts';
import type { Packs } from '../src/pack/pack.ts';

export function termsOf({ lexicon }: Packs): string[] {
  /** A code unit of each class: the others of a class are forms of the same character. */
  const units = new Map<number, number>();
  for (let unit = lexicon.classes.length - 1; unit > 0; unit--) if (lexicon.classes[unit] !== 0) units.set(lexicon.classes[unit]!, unit);
  const terms: string[] = [];
  const walk = (state: number, word: string): void => {
    for (const unit of units.values()) {
      const next = step(lexicon, state, unit);
      if (next === 0) continue;
      const longer = word + String.fromCharCode(unit);
      if (lexicon.values[next] !== 0) terms.push(longer);
      walk(next, longer);
    }
  };
  walk(0, '');
  return terms;
}
