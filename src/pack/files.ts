// The YAML files of all packs, read and checked: once for each content, then from the cache.
import { readFileSync } from 'node:fs';
import { kept } from './cache.ts';
import type { Cache } from './cache.ts';
import type { z } from 'zod';
import { PackError } from './error.ts';
import type { Misnomer } from './error.ts';
import { listPackFiles, shownPath } from './list.ts';
import type { Arguments, PackMessage } from './messages.ts';
import { languageFile, packFile } from './schema.ts';
import type { LanguageFile, PackFile } from './schema.ts';
import { locateYaml } from './yaml.ts';

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
export function readPackFiles(dir: string, more: readonly string[], cache: Cache): PackFiles {
  const paths = listPackFiles(dir, more);
  const languages = paths.languages.map(readSource);
  const domains = paths.domains.map(readSource);
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
function parse<T extends z.ZodType>(form: string, { file, text }: Source, schema: T, cache: Cache): z.output<T> {
  return kept(cache, [form, text], () => locateYaml(text, shownPath(file), schema).data);
}

function readSource(file: string): Source {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new PackError(shownPath(file), 1, 1, 'file.unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}
