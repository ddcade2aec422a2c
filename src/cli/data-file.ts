// Files that the gate keeps (baseline, waivers): data that others wrote, or that a merge broke. What is wrong is told with line and column.
import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import type { Locale } from '../model/result.ts';
import { PackError } from '../pack/error.ts';
import { locateYaml } from '../pack/yaml.ts';
import type { Located } from '../pack/yaml.ts';
import { CliError } from './error.ts';
import { reasonOf, say } from './messages.ts';
import { oneLine } from './printable.ts';

const LARGEST = 1 << 27;

/** JSON of the form. @throws CliError, PackError */
export function readData<T extends z.ZodType>(file: string, shown: string, form: T, locale: Locale): z.output<T> {
  const text = textIn(file, shown, locale);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // YAML, of which JSON is a part, knows the place; what only YAML takes (a comma too many) is told as it came.
    readLocated(text, shown, form, locale);
    throw new CliError(`${shown}: ${say(locale, 'data.syntax', { detail: oneLine((error as Error).message) })}`);
  }
  const checked = form.safeParse(data);
  return checked.success ? checked.data : readLocated(text, shown, form, locale).data;
}

/** YAML of the form, and where its parts stand. @throws CliError, PackError */
export function readLocated<T extends z.ZodType>(text: string, shown: string, form: T, locale: Locale): Located<z.output<T>> {
  try {
    return locateYaml(text, shown, form);
  } catch (error) {
    if (error instanceof PackError) error.locale = locale;
    throw error;
  }
}

/** The text of such a file. @throws CliError, also where a merge conflict is left in it */
export function textIn(file: string, shown: string, locale: Locale): string {
  let text: string;
  try {
    if (statSync(file).size > LARGEST) throw new CliError(say(locale, 'data.too-large', { file: shown }));
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(say(locale, 'data.unreadable', { file: shown, reason: reasonOf(locale, error) }));
  }
  const marker = /^(?:<{7} |={7}$|>{7} )/m.exec(text);
  if (marker === null) return text;
  const line = text.slice(0, marker.index).split('\n').length;
  throw new CliError(`${shown}:${line}:1: ${say(locale, 'data.conflict')}`);
}
