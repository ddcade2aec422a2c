// Where claimlint.yaml lies, if there is one. Most runs have none: what reads it is loaded only then.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FILES = ['claimlint.yaml', 'claimlint.yml'];

/** The nearest config from `cwd` up to the root of the git work tree; outside of one, only in `cwd` itself. Null where there is none. */
export function findConfig(cwd: string): string | null {
  const candidates: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of FILES) if (existsSync(join(folder, name))) candidates.push(join(folder, name));
    if (existsSync(join(folder, '.git'))) return candidates[0] ?? null;
    if (dirname(folder) === folder) break;
  }
  return candidates.find((file) => dirname(file) === resolve(cwd)) ?? null;
}
