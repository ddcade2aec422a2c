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
  return cacheKey(['readings', codeOfReading(writtenAt), packs.key, locale, cwd, ...layoutsOf(packs)]);
}

/** As `readingKey`, the same wherever the program stands and whoever runs it. */
export function indexKey(packs: Packs): string {
  return cacheKey(['index', codeOfReading(contentOf), packs.key, ...layoutsOf(packs)]);
}

const layoutsOf = ({ folder }: Packs): Buffer[] => yamlFiles(join(folder, 'layouts')).map((file) => readFileSync(file));

/** Parts of src/ that have no say in what a reading gives. */
const APART: ReadonlySet<string> = new Set(['page', 'report', 'gate', 'cli', 'compare', 'unread', 'register', 'thread']);

/** In a bundle the names of its files, which hold hashes of what they say; in a checkout what `describe` tells of each file of the code. */
function codeOfReading(describe: (file: string) => string): string {
  const folder = import.meta.dirname;
  if (!import.meta.filename.endsWith('.ts')) return readdirSync(folder).sort().join('\n');
  const src = dirname(folder);
  const lines: string[] = [];
  for (const part of readdirSync(src)) {
    if (APART.has(part)) continue;
    const files = part.endsWith('.ts') ? [part] : readdirSync(join(src, part)).map((name) => join(part, name));
    for (const file of files) lines.push(`${file} ${describe(join(src, file))}`);
  }
  return lines.sort().join('\n');
}

function writtenAt(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

const contentOf = (file: string): string => readFileSync(file, 'latin1');
