// git, called without a shell, so that nothing of a repository runs: no hook, monitor, filter, external diff, pager, prompt or fetch.
import { execFile } from 'node:child_process';
import type { Locale } from '../../model/result.ts';
import { CliError } from '../error.ts';
import type { Io } from '../io.ts';
import { oneLine } from '../printable.ts';
import { say } from '../messages.ts';

/** Output of one call: the names of a million files, or as many blobs as `snapshot` asks for at a time. */
const MOST = 1 << 30;

/** Settings of a repository that start programs, and of those that know better how to read a file than it is. */
const HARMLESS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.external=', 'submodule.recurse=false', 'core.quotePath=true'];

export interface Git {
  /** Absolute path of the folder that git is called in. */
  readonly folder: string;
  readonly io: Io;
  readonly locale: Locale;
  /** Further settings, `name=value`. */
  readonly settings: readonly string[];
}

export interface GitOutput {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** Runs git, whatever it answers. @throws CliError where there is no git */
export async function git({ folder, io, locale, settings }: Git, args: readonly string[], input = ''): Promise<GitOutput> {
  const options = [...HARMLESS, ...settings].flatMap((setting) => ['-c', setting]);
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      ['--no-pager', '--literal-pathspecs', ...options, ...args],
      { cwd: folder, env: environment(io.env), encoding: 'buffer', maxBuffer: MOST, windowsHide: true },
      (error, out, err) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') done({ code, out, err: err.toString() });
        else if (error?.code === 'ENOENT') fail(new CliError(say(locale, 'git.missing')));
        else fail(error ?? new Error('git'));
      },
    );
    // A git that ends before it has read all of it says why by itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** What git printed. @throws CliError with its complaint */
export async function gitOutput(where: Git, args: readonly string[], input = ''): Promise<Buffer> {
  const { code, out, err } = await git(where, args, input);
  if (code === 0) return out;
  throw new CliError(say(where.locale, 'git.failed', { command: `git ${args[0]!}`, reason: oneLine(complaint(err)) }));
}

/** The first line of a complaint, without the word before it. */
export function complaint(err: string): string {
  const lines = err.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.startsWith('fatal: ')) ?? lines[0] ?? '').replace(/^fatal: /, '');
}

/** Output of `-z` as its parts. */
export function parts(out: Buffer): string[] {
  return out.toString().split('\0').slice(0, -1);
}

/**
 * Variables that are not handed on. A hook gets those that name its repository and index, which are found anyway, and would be taken for a
 * submodule's too.
 */
const OTHERS =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|PREFIX|NAMESPACE|EXTERNAL_DIFF|DIFF_OPTS|PAGER|TRACE.*|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/;

/** The caller's own, without what would make git look elsewhere, wait for somebody, or run something. */
function environment(env: Io['env']): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OTHERS.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ASKPASS: '',
    LC_ALL: 'C',
  };
}
