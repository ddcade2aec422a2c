// What a run is to do: options over config over defaults, every value checked.
import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { openPacks, PackError, withCorpus } from '../pack/index.ts';
import type { Packs } from '../pack/index.ts';
import { formats } from '../report/formats.ts';
import type { Format } from '../report/formats.ts';
import type { Severities } from '../audit.ts';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Kind, Severity } from '../model/finding.ts';
import type { ExportRule } from '../model/export.ts';
import type { Links } from '../report/links.ts';
import type { Locale } from '../model/result.ts';
import type { Arguments } from './command.ts';
import type { Config } from './config.ts';
import { CliError } from './error.ts';
import { CLOCK_FINDINGS, FAIL_ON } from './exit.ts';
import type { ClockFindings, FailOn } from './exit.ts';
import { findConfig } from './find-config.ts';
import type { Io } from './io.ts';
import { linksOf } from './links.ts';
import { LOCALES, say } from './messages.ts';
import { count, flag, isoDay, oneOf, several, single } from './options.ts';

export const FORMATS = Object.keys(formats) as readonly Format[];

/** Where one report goes: an absolute path, or `-` for standard output. */
export interface Destination {
  readonly format: Format;
  readonly file: string;
  readonly links: Links;
}

export interface Settings {
  readonly config: Config | null;
  readonly locale: Locale;
  readonly quiet: boolean;
  readonly asOf: string | null;
  readonly failOn: FailOn;
  readonly clockFindings: ClockFindings;
  readonly severities: Severities;
  readonly allClaims: boolean;
  readonly unread: boolean;
  readonly maxEvidence: number;
  /** Glob patterns of what is not read, relative to the caller's folder. */
  readonly exclude: readonly string[];
  /** Those of them that are reports of this tool. */
  readonly reports: readonly string[];
  /** The same as absolute paths. */
  readonly ownFiles: ReadonlySet<string>;
  readonly destinations: readonly Destination[];
}

/** @throws CliError naming the option or the place in the config that is wrong */
export async function settingsOf(args: Arguments, io: Io, early: Locale): Promise<Settings> {
  const named = single(args, 'locale');
  if (named !== null) await oneOf('locale', named, LOCALES, early);
  const config = await configOf(args, io, early);
  const locale = (named as Locale | null) ?? config?.locale ?? early;
  const asOf = single(args, 'as-of');
  const failOn = single(args, 'fail-on');
  const clock = single(args, 'clock-findings');
  const maxEvidence = single(args, 'max-evidence');
  const usual = config?.out == null ? 'reports' : resolve(config.folder, config.out);
  const out = single(args, 'out') ?? usual;
  const destinations = await destinationsOf(args, config, out, io, locale);
  const ownFiles = filesOf(out === '-' ? usual : out, destinations, io);
  const reports = ownReports(ownFiles, io);
  return {
    config,
    locale,
    quiet: flag(args, 'quiet'),
    asOf: asOf === null ? null : isoDay(asOf, locale),
    failOn: failOn === null ? (config?.failOn ?? 'error') : await oneOf<FailOn>('fail-on', failOn, FAIL_ON, locale),
    clockFindings:
      clock === null ? (config?.clockFindings ?? 'fail') : await oneOf<ClockFindings>('clock-findings', clock, CLOCK_FINDINGS, locale),
    severities: { ...config?.severities, ...(await severitiesOf(args, locale)) },
    allClaims: flag(args, 'all-claims'),
    unread: flag(args, 'unread'),
    maxEvidence: maxEvidence === null ? 50 : count(maxEvidence, locale),
    exclude: [...patternsFromConfig(config?.exclude ?? [], config, io), ...reports],
    reports,
    ownFiles,
    destinations,
  };
}

const LEVELS = [...SEVERITIES, 'off'] as const;

/** KIND=LEVEL of the command line. @throws CliError */
export async function severitiesOf(args: Arguments, locale: Locale): Promise<Severities> {
  const severities: Partial<Record<Kind, Severity | 'off'>> = {};
  for (const value of several(args, 'severity')) {
    const cut = value.indexOf('=');
    if (cut < 1) throw new CliError(say(locale, 'bad.severity', { value }));
    const kind = await oneOf<Kind>('severity', value.slice(0, cut), KINDS, locale);
    severities[kind] = await oneOf('severity', value.slice(cut + 1), LEVELS, locale);
  }
  return severities;
}

/** The shipped packs, and those that options and config add. @throws CliError, PackError */
export async function packsOf(args: Arguments, config: Config | null, io: Io, locale: Locale): Promise<Packs> {
  const added = [
    ...several(args, 'packs').map((folder) => resolve(io.cwd, folder)),
    ...(config?.packs ?? []).map((folder) => resolve((config as Config).folder, folder)),
  ];
  for (const folder of added) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new CliError(say(locale, 'packs.not-a-folder', { folder: shown(folder, io) }));
  }
  try {
    const layouts = (config?.layouts ?? []).map((path) => resolve((config as Config).folder, path));
    for (const path of layouts)
      if (!statSync(path, { throwIfNoEntry: false })) throw new CliError(say(locale, 'layouts.missing', { file: shown(path, io) }));
    return withCorpus(await openPacks(join(io.home, 'packs'), added, io.cache), { exports: exportsOf(config, io), layouts });
  } catch (error) {
    if (error instanceof PackError) error.locale = locale;
    throw error;
  }
}

/** How the config says that exports are laid out. */
function exportsOf(config: Config | null, io: Io): readonly ExportRule[] {
  const list = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : [value].flat());
  return (config?.sources ?? []).map(({ files, id, title, body, region, published, format, delimiter }) => ({
    files: patternsFromConfig(list(files), config, io),
    id: list(id),
    title: list(title),
    body: list(body),
    region: list(region),
    published: list(published),
    format,
    delimiter: delimiter ?? null,
  }));
}

/** Paths of the config, which are relative to its folder, as they are from the caller's. */
export function fromConfig(paths: readonly string[], config: Config | null, io: Io): readonly string[] {
  const prefix = config === null ? '' : slashes(relative(io.cwd, config.folder));
  return prefix === '' ? paths : paths.map((path) => `${prefix}/${path}`);
}

/** Patterns of the config, as in .gitignore, as they are from the caller's folder: one with a slash is about the config's folder, another one about all below it. */
export function patternsFromConfig(patterns: readonly string[], config: Config | null, io: Io): readonly string[] {
  if (config === null || config.folder === io.cwd) return patterns;
  const isBelow = slashes(relative(io.cwd, config.folder));
  return patterns.map((pattern) => {
    const mark = pattern.startsWith('!') ? '!' : '';
    const own = pattern.slice(mark.length);
    const end = own.endsWith('/') ? '/' : '';
    const body = own.slice(0, own.length - end.length);
    // From within the config's folder, what holds for all below it holds here.
    if (!body.includes('/')) return /^(?:\.\.\/?)+$/.test(isBelow) ? pattern : `${mark}${isBelow}/**/${body}${end}`;
    const path = slashes(relative(io.cwd, join(config.folder, body)));
    return `${mark}${path.startsWith('../') || path.includes('/') ? path : `/${path}`}${end}`;
  });
}

/** A path as the user is to see it: relative to the caller's folder, with `/`; as it is where that is shorter. */
export function shown(file: string, io: Io): string {
  const path = relative(io.cwd, file) || '.';
  return slashes(path.length < file.length ? path : file);
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

async function configOf(args: Arguments, io: Io, locale: Locale): Promise<Config | null> {
  const named = single(args, 'config');
  const file = named === null ? findConfig(io.cwd) : resolve(io.cwd, named);
  if (file === null) return null;
  const { readConfig } = await import('./config.ts');
  return readConfig(file, shown(file, io), locale);
}

async function destinationsOf(args: Arguments, config: Config | null, out: string, io: Io, locale: Locale): Promise<Destination[]> {
  const destinations: Destination[] = [];
  const links = linksOf(single(args, 'links') ?? config?.links ?? null, io, locale);
  const add = (format: Format, file: string): void => void destinations.push({ format, file, links: links(file) });
  for (const value of several(args, 'report')) {
    const cut = value.indexOf('=');
    if (cut < 1 || cut === value.length - 1) throw new CliError(say(locale, 'bad.report', { value }));
    const format = await oneOf('report', value.slice(0, cut), FORMATS, locale);
    add(format, resolveOut(value.slice(cut + 1), io));
  }
  if (destinations.length === 0 || single(args, 'format') !== null || single(args, 'out') !== null) {
    const named: Format[] = [];
    for (const value of several(args, 'format')) named.push(await oneOf('format', value, FORMATS, locale));
    const chosen = named.length > 0 ? named : config !== null && config.formats.length > 0 ? (config.formats as Format[]) : DEFAULT_FORMATS;
    for (const format of new Set(chosen)) add(format, out === '-' ? '-' : resolve(io.cwd, out, formats[format].fileName));
  }
  const toStdout = destinations.filter(({ file }) => file === '-').length;
  if (toStdout > 1) throw new CliError(say(locale, 'out.one-format', { count: toStdout }));
  const files = destinations.map(({ file }) => file);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new CliError(say(locale, 'out.same-file', { file: shown(twice, io) }));
  return destinations;
}

const DEFAULT_FORMATS: readonly Format[] = ['json', 'markdown', 'html'];

function resolveOut(file: string, io: Io): string {
  return file === '-' ? '-' : resolve(io.cwd, file);
}

/** Where reports go, or went in an earlier run. */
function filesOf(out: string, destinations: readonly Destination[], io: Io): ReadonlySet<string> {
  const files = [...FORMATS.map((format) => resolve(io.cwd, out, formats[format].fileName)), ...destinations.map(({ file }) => file)];
  return new Set(files.filter((file) => file !== '-'));
}

/** An audit of a folder that holds its own reports, of this or an earlier run, must not read them as articles. */
function ownReports(files: ReadonlySet<string>, io: Io): readonly string[] {
  return [...files].map((file) => slashes(relative(io.cwd, file)).replace(/[[\](){}*?!+@|\\]/g, '\\$&'));
}
