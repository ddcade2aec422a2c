// The YAML files of all packs, read and checked: once for each content, then from the cache.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheKey, readCache, writeCache } from './cache.ts';
import type { z } from 'zod';
import { PackError } from './error.ts';
import type { Misnomer } from './error.ts';
import type { Arguments, PackMessage } from './messages.ts';
import { languageFile, packFile } from './schema.ts';
import type { LanguageFile, PackFile } from './schema.ts';
import { locateYaml } from './yaml.ts';

/** Folders under packs/ that are not packs of a domain. */
const OWN_FOLDERS = new Set(['language', 'regions', 'layouts']);

/** A domain file: its data, and an error that names the place of `path` in it. */
export interface DomainFile {
  readonly data: PackFile;
  readonly error: (path: readonly string[], code: PackMessage, args?: Arguments, misnomer?: Misnomer | null) => PackError;
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
  return {
    languages: languages.map((source) => parse('language', source, languageFile, cache)),
    domains: domains.map((source) => ({
      data: parse('domain', source, packFile, cache),
      error: (path, ...what) => {
        const shown = shownPath(source.file);
        return new PackError(shown, ...locateYaml(source.text, shown, packFile).locate(path, true), ...what);
      },
    })),
  };
}

/** One file by itself, so that an edit of one does not cost the reading of all. */
function parse<T extends z.ZodType>(form: string, { file, text }: Source, schema: T, cache: string | null): z.output<T> {
  const key = cacheKey([form, text]);
  const kept = cache === null ? null : readCache(cache, key);
  if (kept !== null) return kept as z.output<T>;
  const { data } = locateYaml(text, shownPath(file), schema);
  if (cache !== null) writeCache(cache, key, data);
  return data;
}

function yamlFiles(folder: string): string[] {
  let found: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    found = readdirSync(folder);
  } catch {
    throw new PackError(shownPath(folder), 1, 1, 'file.folder');
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
    throw new PackError(shownPath(file), 1, 1, 'file.unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const shownPath = (file: string): string => file.replaceAll('\\', '/');
