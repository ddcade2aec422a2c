// Which files the packs are made of, in the order in which they are read.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from './error.ts';

/** Folders under packs/ that are not packs of a domain. */
const OWN_FOLDERS = new Set(['language', 'regions', 'layouts']);

export interface PackPaths {
  readonly languages: readonly string[];
  readonly domains: readonly string[];
}

/** The files of the shipped packs in `dir` and of the folders `more`. Throws PackError for a folder that cannot be read. */
export function listPackFiles(dir: string, more: readonly string[]): PackPaths {
  const folders = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !OWN_FOLDERS.has(entry.name))
    .map((entry) => join(dir, entry.name))
    .sort(byCodeUnit);
  return { languages: yamlFiles(join(dir, 'language')), domains: [...folders, ...more].flatMap((folder) => yamlFiles(folder)) };
}

/** The YAML files of a folder. Throws PackError where it is none that can be read. */
export function yamlFiles(folder: string, shown: (path: string) => string = shownPath): string[] {
  let found: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    found = readdirSync(folder);
  } catch {
    throw new PackError(shown(folder), 1, 1, 'file.folder');
  }
  return found
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort(byCodeUnit)
    .map((name) => join(folder, name));
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A path as messages name it. */
export const shownPath = (file: string): string => file.replaceAll('\\', '/');
