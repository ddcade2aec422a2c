// The files of a register: parsed, checked, and made into reference claims.
import type { Reference } from '../model/reference.ts';
import { PackError } from '../pack/error.ts';
import type { Packs } from '../pack/pack.ts';
import { locateYaml } from '../pack/yaml.ts';
import { EntryFault, referenceOf } from './entry.ts';
import { registerFile } from './form.ts';

/** A file, and what messages and reports name it. */
export interface RegisterFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The reference claims of the files, in their order.
 * @throws PackError with file, line and column: unreadable, wrong form, names that no pack declares, dates out of order, an id that stands twice
 */
export function readRegister(files: readonly RegisterFile[], packs: Packs): Reference[] {
  const references: Reference[] = [];
  const ids = new Map<string, string>();
  for (const { name, text } of files) {
    const { data, locate } = locateYaml(text, name, registerFile);
    for (const [index, entry] of data.claims.entries()) {
      const at = (path: readonly string[], key = true): readonly [number, number] => locate(['claims', index, ...path], key);
      const first = ids.get(entry.id);
      if (first !== undefined) throw new PackError(name, ...at(['id']), 'register.twice', { id: entry.id, place: first });
      const [line, column] = at(['states'], false);
      ids.set(entry.id, `${name}:${line}`);
      try {
        references.push(referenceOf(entry, placeOf(text, name, line, column, entry.states), packs));
      } catch (error) {
        if (!(error instanceof EntryFault)) throw error;
        const { path, code, args, candidates } = error;
        const word = String(args['id'] ?? args['value'] ?? args['thing'] ?? '');
        throw new PackError(name, ...at(path), code, args, candidates.length > 0 ? { word, candidates } : null);
      }
    }
  }
  return references;
}

/** A sentence stands on one line of the file, from `column` on. */
const placeOf = (text: string, file: string, line: number, column: number, states: string): Reference['claim']['evidence'] => {
  const written = text.split('\n')[line - 1] ?? '';
  const start = Math.max(column - 1, written.indexOf(states, column - 1));
  return { file, startLine: line, startColumn: start + 1, endLine: line, endColumn: start + 1 + states.length, quote: states };
};
