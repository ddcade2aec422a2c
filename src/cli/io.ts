// The world outside, as the commands see it: the only file that touches the process, the clock and the environment.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Io {
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** Home of the package: `packs/` and `examples/` stand in it. */
  readonly home: string;
  /** Folders where what is derived from packs and register is kept between runs. */
  readonly cache: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Standard output: what was asked for, and nothing else. Rejects with the system's error, for instance ENOSPC. */
  readonly out: (text: string | Uint8Array) => Promise<void>;
  /** Standard error: progress and diagnostics. */
  readonly err: (text: string) => void;
  readonly color: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number;
  /** Standard error is a terminal that somebody looks at. */
  readonly interactive: boolean;
  /** For runs that read much: the process is to collect its garbage early. */
  readonly spare: () => Promise<void>;
  /** Milliseconds, by the clock of the machine. */
  readonly now: () => number;
  /** ISO day in Asia/Shanghai. */
  readonly today: () => string;
}

/** The `Io` of this process. */
export function processIo(): Io {
  // This file is two folders below the package's, be it in `src` or in `dist`.
  const home = resolve(fileURLToPath(new URL('../..', import.meta.url)));
  const { env } = process;
  // To open a standard stream takes as long as a small audit takes to compare: each is opened when it is first used.
  const heard = new Set<NodeJS.WriteStream>();
  const opened = (stream: NodeJS.WriteStream): NodeJS.WriteStream => {
    // A write that fails rejects its own promise; without a listener it would also end the process.
    if (!heard.has(stream)) stream.on('error', () => {});
    heard.add(stream);
    return stream;
  };
  return {
    cwd: callersFolder(home, env),
    home,
    cache: cacheFolders(home, env),
    env,
    get stdin() {
      return process.stdin;
    },
    out: (text) => new Promise((done, fail) => opened(process.stdout).write(text, (error) => (error ? fail(error) : done()))),
    err: (text) => void opened(process.stderr).write(text),
    get color() {
      return wantsColor(env, process.stdout.isTTY === true);
    },
    get width() {
      return process.stdout.columns ?? 80;
    },
    get interactive() {
      return !env['CI'] && process.stderr.isTTY === true;
    },
    async spare() {
      const { setFlagsFromString } = await import('node:v8');
      // On a machine with much memory V8 lets garbage pile up to twice what is held; an audit that runs beside other work should not.
      setFlagsFromString('--heap-growing-percent=30');
      // What lived through one collection by chance V8 makes among the old from then on, where it keeps alive all that it leads to: whole articles.
      setFlagsFromString('--no-allocation-site-pretenuring');
    },
    now: () => Date.now(),
    today: () => shanghaiDay(Date.now()),
  };
}

/** CLAIMLINT_CACHE; else that of the package, where it may be written, or the user's; last what the package ships. */
function cacheFolders(home: string, env: Io['env']): string[] {
  const shipped = join(home, 'dist', 'cache');
  if (env['CLAIMLINT_CACHE']) return [resolve(env['CLAIMLINT_CACHE']), shipped];
  const user = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.cache');
  return [join(home, '.cache', 'packs'), join(user, 'claimlint'), shipped];
}

/** Colour is for terminals, unless FORCE_COLOR or NO_COLOR (of which the first wins) says otherwise. */
export function wantsColor(env: Io['env'], terminal: boolean): boolean {
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  if (env['NO_COLOR']) return false;
  return terminal && env['TERM'] !== 'dumb';
}

/** The day that it is in Shanghai (UTC+8, no summer time) at `now`, in milliseconds. */
export function shanghaiDay(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** npm runs a script in the package's folder and names the caller's in INIT_CWD; that counts only for scripts of this very package. */
function callersFolder(home: string, env: Io['env']): string {
  const caller = env['INIT_CWD'];
  const ours = env['npm_package_json'] !== undefined && resolve(env['npm_package_json']) === join(home, 'package.json');
  return caller !== undefined && ours && existsSync(caller) ? resolve(caller) : process.cwd();
}
