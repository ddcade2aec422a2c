// What a pack adds to names that another one declares: words join the lists that are there, and nothing else changes.
import type { DomainFile } from './files.ts';
import type { PackMessage } from './messages.ts';
import type { Extension, PackFile } from './schema.ts';

type Section = keyof Extension;
type Entry = Readonly<Record<string, unknown>>;

const UNKNOWN: Readonly<Record<Section, PackMessage>> = {
  concepts: 'concept.unknown',
  axes: 'axis.unknown',
  attributes: 'attribute.unknown',
  retired: 'retired.unknown',
};

/** The files with the words of every `extends` put where the name is declared. Throws PackError for a name that nobody declares. */
export function extendFiles(files: readonly DomainFile[]): readonly DomainFile[] {
  const data: PackFile[] = files.map((file) => file.data);
  for (const { data: own, error } of files) {
    for (const [section, entries] of Object.entries(own.extends ?? {}) as [Section, Readonly<Record<string, Entry>>][]) {
      for (const [id, words] of Object.entries(entries)) {
        const at = data.findIndex((file) => Object.hasOwn(file[section] ?? {}, id));
        if (at < 0) {
          const candidates = data.flatMap((file) => Object.keys(file[section] ?? {}));
          throw error(['extends', section, id], UNKNOWN[section], { from: 'extends', id }, { word: id, candidates });
        }
        const declared = data[at]![section] as Readonly<Record<string, Entry>>;
        data[at] = { ...data[at]!, [section]: { ...declared, [id]: join(declared[id]!, words) } };
      }
    }
  }
  return files.map((file, index) => ({ ...file, data: data[index]! }));
}

/** Lists are put one behind the other, mappings are joined key by key. */
function join(base: Entry, more: Entry): Entry {
  const joined: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(more)) {
    if (value === undefined) continue;
    joined[key] = joinValues(base[key], value);
  }
  return joined;
}

function joinValues(base: unknown, more: unknown): unknown {
  if (base === undefined) return more;
  if (Array.isArray(base)) return Array.isArray(more) ? [...(base as unknown[]), ...(more as unknown[])] : base;
  // A value of an axis that says of what it is a kind has its words under `terms`.
  if (Array.isArray(more)) return join(base as Entry, { terms: more as unknown[] });
  return join(base as Entry, more as Entry);
}
