// What kept readings depend on, as one name: packs, layouts, language, the folder that paths are relative to, and the code that reads.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '../model/result.ts';
import { cacheKey } from '../pack/cache.ts';
import { yamlFiles } from '../pack/list.ts';
import type { Packs } from '../pack/pack.ts';

export interface Dependence {
  readonly packs: Packs;
  readonly locale: Locale;
  readonly cwd: string;
}

export function readingKey({ packs, locale, cwd }: Dependence): string {
  const layouts = yamlFiles(join(packs.folder, 'layouts')).map((file) => readFileSync(file));
  return cacheKey(['readings', codeOfReading(), packs.key, locale, cwd, ...layouts]);
}

/** Parts of src/ that have no say in what a reading gives. */
const APART: ReadonlySet<string> = new Set(['page', 'report', 'cli', 'compare', 'unread', 'register']);

/** In a bundle the names of its files, which hold hashes of what they say; in a checkout when each file of the code was written. */
function codeOfReading(): string {
  const folder = import.meta.dirname;
  if (!import.meta.filename.endsWith('.ts')) return readdirSync(folder).sort().join('\n');
  const src = dirname(folder);
  const lines: string[] = [];
  for (const part of readdirSync(src)) {
    if (APART.has(part)) continue;
    const files = part.endsWith('.ts') ? [part] : readdirSync(join(src, part)).map((name) => join(part, name));
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(src, file));
      lines.push(`${file} ${size} ${mtimeMs}`);
    }
  }
  return lines.sort().join('\n');
}
