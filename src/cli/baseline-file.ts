// The file of known findings: where it is, what stands in it, and how it names the files of a result.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Baseline, Files } from '../gate/baseline.ts';
import type { AuditResult } from '../model/result.ts';
import type { Arguments } from './command.ts';
import type { Config } from './config.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { single } from './options.ts';
import { fromConfig, shown } from './settings.ts';
import type { Settings } from './settings.ts';

const USUAL = 'claimlint-baseline.json';

/** Absolute path of the baseline that option or config name, or null. */
export function namedBaseline(args: Arguments, config: Config | null, io: Io): string | null {
  const named = single(args, 'baseline');
  if (named !== null) return resolve(io.cwd, named);
  return config?.baseline == null ? null : resolve(config.folder, config.baseline);
}

/** Where the baseline is written where nobody says otherwise: beside the config, else in the caller's folder. */
export const usualBaseline = (args: Arguments, config: Config | null, io: Io): string =>
  namedBaseline(args, config, io) ?? join(config?.folder ?? io.cwd, USUAL);

/** @throws CliError where there is none, PackError with line and column where it is broken */
export async function readBaseline(file: string, settings: Settings, io: Io): Promise<Baseline> {
  const { locale } = settings;
  const name = shown(file, io);
  if (!existsSync(file)) throw new CliError(say(locale, 'baseline.missing', { file: name }));
  const [{ readData }, { baselineForm }] = await Promise.all([import('./data-file.ts'), import('../gate/baseline-form.ts')]);
  return readData(file, name, baselineForm, locale);
}

/** Files as a baseline in this place names them: from its own folder, so that it means the same wherever claimlint is called. */
export const filesFrom = (file: string, result: Pick<AuditResult, 'articles' | 'faults'>, io: Io): Files =>
  filesIn(dirname(file), result, io);

/** Files as they are named from a folder. */
export function filesIn(folder: string, { articles, faults }: Pick<AuditResult, 'articles' | 'faults'>, io: Io): Files {
  const named = (path: string): string => relative(folder, resolve(io.cwd, path)).replaceAll('\\', '/');
  const unread = new Set(faults.map((fault) => named(fault.file)));
  const audited = new Set(articles.map((article) => named(article.file)).filter((path) => !unread.has(path)));
  const there = new Map<string, boolean>();
  const isThere = (path: string): boolean => {
    const known = there.get(path) ?? existsSync(resolve(folder, path));
    there.set(path, known);
    return known;
  };
  return { named, isThere: (path) => audited.has(path) || isThere(path), isAudited: (path) => audited.has(path) };
}

/** What the command line or the config names to be audited, as a baseline in this place writes it. */
export function pathsFrom(file: string, args: Arguments, config: Config | null, io: Io): string[] {
  const paths = args.positionals.length > 0 ? args.positionals : fromConfig(config?.paths ?? [], config, io);
  return [...new Set(paths.map((path) => relative(dirname(file), resolve(io.cwd, path)).replaceAll('\\', '/') || '.'))].sort();
}

/** Whether an audit of these paths, or of folders around them, can tell what of the baseline is gone. */
export const isWhole = (paths: readonly string[], baseline: Baseline): boolean =>
  baseline.paths.every((path) => paths.some((wider) => path === wider || isBelow(path, wider)));

function isBelow(path: string, folder: string): boolean {
  const rest = relative(folder, path);
  return !isAbsolute(rest) && !/^\.\.(?:[/\\]|$)/.test(rest);
}

/** What stands in a file that is about to be written anew, or null. */
export const textOf = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
