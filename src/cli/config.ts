// claimlint.yaml: read, validated with file, line and column. Data of strangers: nothing in it may point outside its folder.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Locale } from '../model/result.ts';
import { hostedLinks } from '../report/links.ts';
import { configSchema, schemaAt } from './config-schema.ts';
import type { ConfigData, SchemaPart } from './config-schema.ts';
import { CliError } from './error.ts';
import { say } from './messages.ts';
import { didYouMean } from './options.ts';
import { oneLine } from './printable.ts';

const LARGEST = 1 << 20;

export interface Config extends Readonly<ConfigData> {
  /** Absolute path of the file, and of the folder that its paths are relative to. */
  readonly file: string;
  readonly folder: string;
  /** Line of each key that stands in the file. */
  readonly lines: ReadonlyMap<string, number>;
}

/** @param shown the path as the user is to see it @throws CliError with `file:line:column` */
export async function readConfig(file: string, shown: string, locale: Locale): Promise<Config> {
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
  const parsed = configSchema.safeParse(data ?? {});
  if (!parsed.success) {
    const { issues } = parsed.error;
    // A key that is missing may well be one that was mistyped: then that is what has to be mended.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    if (issue !== undefined) throw new CliError(await told(issue, document, place, locale));
    throw parsed.error;
  }
  const written = isMap(document.contents) ? document.contents.items.map(({ key }) => String((key as { value?: unknown }).value)) : [];
  const places = new Map(written.map((key) => [key, lines.linePos(keyOffset(document, [], key)).line]));
  const config = { ...parsed.data, file, folder: dirname(file), lines: places };
  for (const key of ['paths', 'against', 'packs', 'layouts'] as const) {
    for (const [index, value] of config[key].entries()) mustStayInside(config.folder, value, [key, index]);
  }
  for (const key of ['register', 'waivers'] as const) {
    const value = config[key];
    if (typeof value === 'string') mustStayInside(config.folder, value, [key]);
  }
  if (config.links !== null && config.links !== 'auto' && hostedLinks(config.links) === null)
    throw new CliError(`${place(offsetOf(document, ['links']))}: ${say(locale, 'bad.links', { value: config.links })}`);
  for (const [index, { files }] of config.sources.entries())
    for (const pattern of [files].flat()) mustStayInside(config.folder, pattern, ['sources', index, 'files']);
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
    const { properties, propertyNames } = schemaAt(path);
    const known = properties ? Object.keys(properties) : (propertyNames?.enum ?? []).map(String);
    const meant = await didYouMean(unknown, known, locale);
    return (
      say(locale, 'config.unknown-key', { place: place(keyOffset(document, path, unknown)), key: [...path, unknown].join('.') }) +
      (meant || say(locale, 'config.known-keys', { keys: known.join(', ') }))
    );
  }
  const offset = offsetOf(document, path);
  const at = place(offset);
  if (issue.code === 'invalid_value') {
    const value = document.getIn(path);
    const choices = issue.values.map(String);
    const meant = typeof value === 'string' ? await didYouMean(value, choices, locale) : '';
    return say(locale, 'config.wrong-value', { place: at, key, expected: choices.join(', ') }) + meant;
  }
  if (document.getIn(path) === undefined && path.length > 1) return say(locale, 'config.missing-key', { place: at, key });
  const part = schemaAt(path);
  const written: unknown = document.getIn(path);
  const meant = part.type === 'boolean' && typeof written === 'string' ? await didYouMean(written, BOOLEANS, locale) : '';
  return say(locale, 'config.wrong-type', { place: at, key, expected: expected(part, locale) }) + meant;
}

const BOOLEANS = ['true', 'false'];

/** What a value is expected to be, in words. */
function expected(part: SchemaPart, locale: Locale): string {
  if (part.anyOf) return [...new Set(part.anyOf.filter(({ type }) => type !== 'null').map((one) => expected(one, locale)))].join(' / ');
  if (part.enum) return part.enum.map(String).join(', ');
  if (part.const !== undefined) return String(part.const);
  if (part.type === 'boolean') return BOOLEANS.join(', ');
  if (part.type === 'array') return say(locale, 'type.array');
  if (part.type === 'object') return say(locale, 'type.object');
  return part.type === 'string' ? say(locale, 'type.string') : (part.type ?? '');
}

function keyOffset(document: Document, path: readonly (string | number)[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  for (const { key: node } of isMap(map) ? map.items : []) {
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
