// --watch: the command again whenever something that it goes by has changed. Nothing is cleared; it ends when it is interrupted.
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Locale } from '../model/result.ts';
import type { Arguments } from './command.ts';
import type { ExitCode } from './exit.ts';
import { findConfig } from './find-config.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { several, single } from './options.ts';
import { oneLine } from './printable.ts';
import { settingsOf, shown } from './settings.ts';
import type { Settings } from './settings.ts';

/** Milliseconds without a further change before the command runs: editors write a file in several steps. */
const QUIET = 300;
const NAMED = 3;

/** Runs once, then after each change; the last exit code is that of the whole. `run` tells what is wrong by itself. */
export async function watch(args: Arguments, run: () => Promise<ExitCode>, io: Io, early: Locale): Promise<ExitCode> {
  const changed = new Set<string>();
  let settings: Settings | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let code = await run();
  // A config that cannot be read was told; it is watched all the same, since it will be mended.
  settings = await settingsOf(args, io, early).catch(() => null);
  const locale = settings?.locale ?? early;
  const { watch: watchFiles } = await import('chokidar');
  const own = settings?.ownFiles ?? new Set<string>();
  const watcher = watchFiles(watchedPaths(args, settings, io), {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => own.has(resolve(path)) || basename(path) === 'node_modules' || isHidden(path, io.cwd),
  });
  const again = async (): Promise<void> => {
    timer = null;
    if (running) return;
    running = true;
    while (changed.size > 0) {
      const files = [...changed].map((file) => oneLine(shown(file, io))).sort();
      changed.clear();
      const names = files.slice(0, NAMED).join(', ') + (files.length > NAMED ? ', \u2026' : '');
      io.err(`\n${say(locale, 'watch.changed', { count: files.length, files: names })}\n`);
      code = await run();
    }
    running = false;
    io.err(`${say(locale, 'watch.waiting')}\n`);
  };
  watcher.on('all', (event, path) => {
    // A folder says nothing; the one of the reports is made by the run itself.
    if (event.endsWith('Dir')) return;
    changed.add(resolve(path));
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void again(), QUIET);
  });
  watcher.on('ready', () => io.err(`${say(locale, 'watch.waiting')}\n`));
  await interrupted();
  if (timer !== null) clearTimeout(timer);
  await watcher.close();
  return code;
}

const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

/** Folders such as .git and .cache; the caller may stand in one. */
function isHidden(path: string, cwd: string): boolean {
  const name = basename(path);
  return name.startsWith('.') && name !== '.' && name !== '..' && resolve(path) !== resolve(cwd) && !resolve(cwd).startsWith(resolve(path));
}

/** Articles, and all that says how they are read and judged. */
function watchedPaths(args: Arguments, settings: Settings | null, io: Io): string[] {
  const config = settings?.config ?? null;
  const fromCaller = [...args.positionals, ...several(args, 'against'), ...several(args, 'packs')];
  for (const name of ['register', 'waivers', 'baseline'] as const) {
    const file = single(args, name);
    if (file !== null) fromCaller.push(file);
  }
  const told = [
    ...(args.positionals.length === 0 ? (config?.paths ?? []) : []),
    ...(config?.against ?? []),
    ...(config?.packs ?? []),
    ...(config?.layouts ?? []),
    ...[config?.register, config?.waivers, config?.baseline].filter((path) => typeof path === 'string'),
    join('claims', 'waivers.yaml'),
  ];
  const named = single(args, 'config');
  const file = named === null ? findConfig(io.cwd) : resolve(io.cwd, named);
  const paths = [...fromCaller.map((path) => resolve(io.cwd, path)), ...told.map((path) => resolve(config?.folder ?? io.cwd, path))];
  if (args.positionals.length === 0 && config === null) paths.push(join(io.home, 'examples', 'articles'));
  return [...new Set([...paths.map(existing), ...(file === null ? [] : [file])])];
}

/** A pattern stands for the folder above its first sign; what is not there, for the folder in which it would be. */
function existing(path: string): string {
  let found = path;
  while (!existsSync(found) && dirname(found) !== found) found = dirname(found);
  return found;
}
