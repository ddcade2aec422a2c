// claimlint.yaml: read, validated with file, line and column. Data of strangers: nothing in it may point outside its folder.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import type { Locale } from '../model/result.ts';
import { hostedLinks } from '../report/links.ts';
import { CliError } from './error.ts';
import { CLOCK_FINDINGS, FAIL_ON } from './exit.ts';
import { LOCALES, say } from './messages.ts';
import { didYouMean } from './options.ts';
import { oneLine } from './printable.ts';

const LARGEST = 1 << 20;

const texts = z.array(z.string().min(1)).default([]);

/** The form of the config; `formats` is checked against the reporters that there are. */
function schemaFor(formats: readonly string[]) {
  return z.strictObject({
    paths: texts,
    exclude: texts,
    against: texts,
    packs: texts,
    register: z
      .union([z.string().min(1), z.literal(false)])
      .nullable()
      .default(null),
    baseline: z.string().min(1).nullable().default(null),
    waivers: z
      .union([z.string().min(1), z.literal(false)])
      .nullable()
      .default(null),
    out: z.string().min(1).nullable().default(null),
    formats: z.array(z.enum(formats as [string, ...string[]])).default([]),
    links: z.string().min(1).nullable().default(null),
    failOn: z.enum(FAIL_ON).nullable().default(null),
    clockFindings: z.enum(CLOCK_FINDINGS).nullable().default(null),
    locale: z
      .enum(LOCALES as readonly [Locale, ...Locale[]])
      .nullable()
      .default(null),
  });
}

export interface Config extends Readonly<z.infer<ReturnType<typeof schemaFor>>> {
  /** Absolute path of the file, and of the folder that its paths are relative to. */
  readonly file: string;
  readonly folder: string;
}

/** @param shown the path as the user is to see it @throws CliError with `file:line:column` */
export async function readConfig(file: string, shown: string, formats: readonly string[], locale: Locale): Promise<Config> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new CliError(say(locale, 'config.missing', { file: shown }));
  if (statSync(file).size > LARGEST) throw new CliError(say(locale, 'config.too-large', { file: shown }));
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  const fault = document.errors[0];
  if (fault !== undefined) throw new CliError(say(locale, 'config.syntax', { place: place(fault.pos[0]), detail: oneLine(fault.message) }));
  if (document.contents !== null && !isMap(document.contents)) throw new CliError(say(locale, 'config.not-a-mapping', { place: place(0) }));
  const data = toData(document, locale, place);
  const parsed = schemaFor(formats).safeParse(data ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    if (issue !== undefined) throw new CliError(await told(issue, document, place, locale));
    throw parsed.error;
  }
  const config = { ...parsed.data, file, folder: dirname(file) };
  for (const key of ['paths', 'against', 'packs'] as const) {
    for (const [index, value] of config[key].entries()) mustStayInside(config.folder, value, [key, index]);
  }
  for (const key of ['register', 'waivers'] as const) {
    const value = config[key];
    if (typeof value === 'string') mustStayInside(config.folder, value, [key]);
  }
  if (config.links !== null && config.links !== 'auto' && hostedLinks(config.links) === null)
    throw new CliError(`${place(offsetOf(document, ['links']))}: ${say(locale, 'bad.links', { value: config.links })}`);
  for (const key of ['out', 'baseline'] as const) {
    const value = config[key];
    if (value !== null) mustStayInside(config.folder, value, [key]);
  }
  return config;

  function mustStayInside(folder: string, value: string, path: readonly (string | number)[]): void {
    if (inside(folder, value)) return;
    throw new CliError(say(locale, 'config.outside', { place: place(offsetOf(document, path)), key: path.join('.'), value }));
  }
}

function toData(document: Document, locale: Locale, place: (offset: number) => string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Aliases that unfold without bound, or that name no anchor.
    throw new CliError(say(locale, 'config.syntax', { place: place(0), detail: oneLine((error as Error).message) }));
  }
}

/** Whether `value` names something in `folder`, also once symbolic links are followed as far as they exist. */
export function inside(folder: string, value: string): boolean {
  if (isAbsolute(value)) return false;
  const target = resolve(folder, value);
  if (!within(folder, target)) return false;
  let existing = target;
  while (!existsSync(existing) && existing !== folder) existing = dirname(existing);
  return within(realpathSync(folder), realpathSync(existing));
}

function within(folder: string, target: string): boolean {
  const path = relative(folder, target);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

async function told(issue: z.core.$ZodIssue, document: Document, place: (offset: number) => string, locale: Locale): Promise<string> {
  const path = issue.path as readonly (string | number)[];
  const key = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys[0] ?? '';
    const known = Object.keys(schemaFor(['-']).shape);
    return (
      say(locale, 'config.unknown-key', { place: place(keyOffset(document, unknown)), key: unknown }) +
      (await didYouMean(unknown, known, locale))
    );
  }
  const at = place(offsetOf(document, path));
  if (issue.code === 'invalid_value')
    return say(locale, 'config.wrong-value', { place: at, key, expected: issue.values.map(String).join(', ') });
  const expected = issue.code === 'invalid_type' ? issue.expected : 'string';
  const name = expected === 'array' ? say(locale, 'type.array') : expected === 'string' ? say(locale, 'type.string') : expected;
  return say(locale, 'config.wrong-type', { place: at, key, expected: name });
}

function keyOffset(document: Document, key: string): number {
  if (!isMap(document.contents)) return 0;
  for (const { key: node } of document.contents.items) {
    const scalar = node as { value?: unknown; range?: [number, number, number] | null };
    if (String(scalar.value) === key) return scalar.range?.[0] ?? 0;
  }
  return 0;
}

/** Offset of the value at `path`, or of the nearest one around it that stands in the file. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
