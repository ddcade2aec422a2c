// Git repositories that tests make: real ones, in temporary folders, whatever the machine's own settings of git.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

/** Nothing of the machine's settings, and authors and days that are always the same. */
export const GIT_ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.org',
  GIT_AUTHOR_DATE: '2026-11-01T08:00:00+0800',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.org',
  GIT_COMMITTER_DATE: '2026-11-01T08:00:00+0800',
} as const;

const noGit = spawnSync('git', ['--version']).error !== undefined;
if (noGit) process.stderr.write('git is not installed: the tests that need repositories are skipped\n');
export const WITHOUT_GIT = noGit;

export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Everything that is in the work tree, as one commit; returns its name. */
  readonly commit: (message?: string) => string;
  /** Runs claimlint in a folder of the repository. */
  readonly claimlint: (args: readonly string[], within?: string) => Run;
}

const made: string[] = [];

/** A temporary folder; `removeFolders` takes all of them away. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimlint-git-')));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A repository with one commit of `files` on the branch `main`. */
export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const folder = temporaryFolder();
  runGit(folder, 'init', '--quiet', '--initial-branch', 'main');
  const repository = repositoryIn(folder);
  repository.write(files);
  if (Object.keys(files).length > 0) repository.commit();
  return repository;
}

/** One that is there already: a clone, a work tree. */
export function repositoryIn(folder: string): Repository {
  const git = (...args: readonly string[]): string => runGit(folder, ...args);
  return {
    folder,
    git,
    write(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    },
    commit(message = 'change') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD').trim();
    },
    claimlint: (args, within = '.') => claimlint(args, { cwd: join(folder, within), env: GIT_ENV }),
  };
}

export function runGit(cwd: string, ...args: readonly string[]): string {
  const child = spawnSync('git', args, { cwd, env: { PATH: process.env['PATH'] ?? '', ...GIT_ENV }, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`git ${args.join(' ')}: ${child.stderr}`);
  return child.stdout;
}
