// A register's folder → reference claims; made once for each content of its files and of the packs, then from the cache.
import { readFileSync } from 'node:fs';
import type { Reference } from '../model/reference.ts';
import { keptLater } from '../pack/cache.ts';
import { yamlFiles } from '../pack/list.ts';
import type { Packs } from '../pack/pack.ts';

/**
 * The reference claims of `folder`, in the order of files and entries. `shown` makes of a path what messages and reports name.
 * @throws PackError with file, line and column: unreadable, wrong form, names that no pack declares, dates out of order, an id that stands twice
 */
export async function loadRegister(folder: string, packs: Packs, shown: (file: string) => string): Promise<Reference[]> {
  const files = yamlFiles(folder, shown).map((file) => ({ name: shown(file), text: readFileSync(file, 'utf8') }));
  return keptLater(packs.cache, ['register', packs.key, ...files.flatMap(({ name, text }) => [name, text])], async () => {
    const { readRegister } = await import('./read.ts');
    return readRegister(files, packs);
  });
}
