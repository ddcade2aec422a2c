// Paths, folders and globs → the files to read, in one order on every machine.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ExportRule } from '../model/export.ts';
import type { Fault } from '../model/fault.ts';
import type { Locale, Skipped, SkipReason } from '../model/result.ts';
import { exportFormatOf, formatOf } from './format.ts';
import { reporter, systemCode } from './messages.ts';
import { matcher } from './pattern.ts';
import { isTamePattern } from './tame.ts';

export interface DiscoverOptions {
  /** Absolute; what is found is shown relative to it. */
  readonly cwd: string;
  /** Patterns as in .gitignore, relative to `cwd`. */
  readonly exclude: readonly string[];
  /** Exports, files that hold many articles: a folder gives those that are named here. */
  readonly exports?: readonly ExportRule[];
  readonly locale?: Locale;
}

export interface Discovery {
  /** Relative to `cwd`, with `/`, sorted by code unit, without repetition. */
  readonly files: string[];
  readonly skipped: Skipped[];
  readonly faults: Fault[];
}

/** Skipped files that are named. */
const NAMED = 50;

const MAX_IGNORE_FILE = 1_000_000;

/** Finds the files to read. A folder gives the files of known formats below it; a file that is named is read whatever its name. */
export async function discover(paths: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const { cwd, exclude, exports = [], locale = 'zh' } = options;
  const faults: Fault[] = [];
  const found = new Set<string>();
  const excluded = matcher(exclude);
  const ignored = matcher(gitignore(cwd));
  const isExport = matcher(exports.flatMap(({ files }) => files));
  const isSource = (path: string): boolean => formatOf(path) !== null || (exportFormatOf(path) !== null && isExport(path));
  const show = (file: string): string => pathFrom(cwd, file);
  const passed = new Map<SkipReason, Set<string>>();
  const skip = (reason: SkipReason, path: string): void =>
    void (passed.get(reason) ?? passed.set(reason, new Set()).get(reason)!).add(path);
  const add = (file: string, named: boolean): void => {
    const path = show(file);
    if (excluded(path)) skip('excluded', path);
    else if (!named && ignored(path)) skip('ignored', path);
    else found.add(path);
  };
  const fail = (path: string, message: 'missing' | 'no-match' | 'pattern' | 'folder' | 'unreadable', reason = ''): void =>
    reporter(path, locale, faults)('unreadable', null, message, { reason });
  const walkFolder = (folder: string): void => {
    const open = [folder];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      let entries: Dirent[];
      try {
        entries = readdirSync(next, { withFileTypes: true });
      } catch (error) {
        fail(show(next), 'folder', systemCode(error));
        continue;
      }
      for (const entry of entries) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const file = join(next, entry.name);
        if (entry.isFile()) {
          if (!isSource(show(file))) skip('format', show(file));
          else add(file, false);
        } else if (entry.isDirectory()) {
          const inner = `${show(file)}/`;
          if (excluded(inner)) skip('excluded', inner);
          else if (ignored(inner)) skip('ignored', inner);
          else open.push(file);
        }
      }
    }
  };
  for (const path of paths) {
    const file = resolve(cwd, path);
    if (existsSync(file)) {
      try {
        if (statSync(file).isDirectory()) walkFolder(file);
        else add(file, true);
      } catch (error) {
        fail(show(file), 'unreadable', systemCode(error));
      }
      continue;
    }
    // Loaded only where a path may be a pattern.
    const { globSync, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(path)) fail(show(file), 'missing');
    else if (!isTamePattern(path)) fail(path, 'pattern');
    else {
      const matches = globSync(path, {
        cwd,
        absolute: true,
        dot: false,
        extglob: false,
        followSymbolicLinks: false,
        expandDirectories: false,
        ignore: ['**/node_modules/**'],
      });
      const files = matches.filter((match) => isSource(show(resolve(match))));
      if (files.length === 0) fail(path, 'no-match');
      for (const match of files) add(resolve(match), false);
    }
  }
  const skipped = (['format', 'excluded', 'ignored'] as const).flatMap((reason) => {
    const passedOver = sorted(passed.get(reason) ?? []);
    return passedOver.length === 0 ? [] : [{ reason, count: passedOver.length, files: passedOver.slice(0, NAMED) }];
  });
  return { files: sorted(found), skipped, faults };
}

const sorted = (paths: Iterable<string>): string[] => [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** `file`, absolute or relative to `cwd`, as the path by which it is known: relative, with `/`. */
export function pathFrom(cwd: string, name: string): string {
  const file = resolve(cwd, name);
  const path = relative(cwd, file);
  return (isAbsolute(path) || path === '' ? file : path).split(sep).join('/');
}

function gitignore(cwd: string): string[] {
  try {
    const file = join(cwd, '.gitignore');
    const stat = statSync(file);
    if (!stat.isFile() || stat.size > MAX_IGNORE_FILE) return [];
    return readFileSync(file).toString('utf8').split(/\r?\n/);
  } catch (error) {
    systemCode(error);
    return [];
  }
}
