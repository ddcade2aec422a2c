// The YAML files of all packs, read and checked: once for each content, then from the cache.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheKey, readCache, writeCache } from './cache.ts';
import { PackError } from './error.ts';
import { languageFile, packFile } from './schema.ts';
import type { LanguageFile, PackFile } from './schema.ts';
import { locateYaml } from './yaml.ts';

/** Folders under packs/ that are not packs of a domain. */
const OWN_FOLDERS = new Set(['language', 'regions', 'layouts']);

/** A domain file: its data, and an error that names the place of `path` in it. */
export interface DomainFile {
  readonly data: PackFile;
  readonly error: (path: readonly string[], message: string) => PackError;
}

export interface PackFiles {
  readonly languages: readonly LanguageFile[];
  readonly domains: readonly DomainFile[];
}

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Reads language and domain files in the order of their names; throws PackError for the first that is not as it should be. */
export function readPackFiles(dir: string, more: readonly string[], cache: string | null): PackFiles {
  const folders = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !OWN_FOLDERS.has(entry.name))
    .map((entry) => join(dir, entry.name))
    .sort(byCodeUnit);
  const languages = yamlFiles(join(dir, 'language')).map(readSource);
  const domains = [...folders, ...more].flatMap(yamlFiles).map(readSource);
  const key = cacheKey([...languages, ...domains].map(({ text }) => text));
  const kept = cache === null ? null : (readCache(cache, key) as { languages: LanguageFile[]; domains: PackFile[] } | null);
  const made = kept ?? {
    languages: languages.map(({ file, text }) => locateYaml(text, shownPath(file), languageFile).data),
    domains: domains.map(({ file, text }) => locateYaml(text, shownPath(file), packFile).data),
  };
  if (cache !== null && kept === null) writeCache(cache, key, made);
  return {
    languages: made.languages,
    domains: domains.map(({ file, text }, index) => ({
      data: made.domains[index]!,
      error: (path, message) => new PackError(shownPath(file), ...locateYaml(text, shownPath(file), packFile).locate(path, true), message),
    })),
  };
}

function yamlFiles(folder: string): string[] {
  let found: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    found = readdirSync(folder);
  } catch {
    throw new PackError(shownPath(folder), 1, 1, 'is not a folder that can be read');
  }
  return found
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort(byCodeUnit)
    .map((name) => join(folder, name));
}

function readSource(file: string): Source {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new PackError(shownPath(file), 1, 1, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const shownPath = (file: string): string => file.replaceAll('\\', '/');
