// The repository that a command is about, and the commits that a revision means in it.
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Locale } from '../../model/result.ts';
import { CliError } from '../error.ts';
import type { Io } from '../io.ts';
import { oneLine } from '../printable.ts';
import { say } from '../messages.ts';
import { fixedPart } from '../path.ts';
import { shown } from '../settings.ts';
import { complaint, git, gitOutput, parts } from './git.ts';
import type { Git } from './git.ts';

export interface Repository extends Git {
  /** The root of its work tree, as the system names it: without symbolic links. The same as `folder`. */
  readonly root: string;
}

/**
 * The repository of the caller's folder; where that is in none, the one of the first path that is.
 * @param paths files, folders or globs, relative to the caller's folder @throws CliError
 */
export async function repositoryOf(paths: readonly string[], io: Io, locale: Locale): Promise<Repository> {
  const folders = [io.cwd, ...paths.map((path) => folderOf(resolve(io.cwd, fixedPart(path))))];
  let reason = '';
  for (const folder of new Set(folders)) {
    const { code, out, err } = await git({ folder, io, locale, settings: [] }, ['rev-parse', '--show-toplevel']);
    const root = out.toString().replace(/\n$/, '');
    if (code === 0 && root !== '') {
      const where = { folder: resolve(root), root: resolve(root), io, locale };
      return { ...where, settings: await withoutPrograms({ ...where, settings: [] }) };
    }
    // Not “not a repository”: it is owned by somebody else, or broken, or has no work tree.
    if (/dubious ownership/i.test(err)) throw new CliError(say(locale, 'git.ownership', { folder: shown(folder, io) }));
    if (reason === '' && !/not a git repository/i.test(err)) reason = oneLine(complaint(err));
  }
  const folder = shown(io.cwd, io) === '.' ? io.cwd : shown(io.cwd, io);
  if (reason !== '') throw new CliError(say(locale, 'git.refused', { folder, reason }));
  throw new CliError(say(locale, 'git.no-repository', { folder }));
}

/** The nearest folder that exists. */
function folderOf(path: string): string {
  let folder = path;
  while (!existsSync(folder) || !statSync(folder).isDirectory()) {
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return folder;
}

/** Filters that the repository itself names would run when its files are compared: for this call they do nothing. Those of the user stay. */
export async function withoutPrograms(where: Git): Promise<string[]> {
  const { out } = await git(where, ['config', '--null', '--show-scope', '--name-only', '--get-regexp', '^filter\\.']);
  const named = parts(out);
  const settings: string[] = [];
  for (let at = 0; at + 1 < named.length; at += 2) {
    const [scope, name] = [named[at]!, named[at + 1]!];
    if (scope !== 'local' && scope !== 'worktree') continue;
    settings.push(name.endsWith('.required') ? `${name}=false` : `${name}=`);
  }
  return settings;
}

/** The commit that `revision` means. @throws CliError where it means none, or looks like an option */
export async function commitOf(revision: string, where: Repository): Promise<string> {
  const { locale } = where;
  if (revision === '' || revision.startsWith('-')) throw new CliError(say(locale, 'git.bad-revision', { revision }));
  const { code, out } = await git(where, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  const commit = out.toString().trim();
  if (code === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  const shallow = await isShallow(where);
  throw new CliError(say(locale, shallow ? 'git.unknown-revision.shallow' : 'git.unknown-revision', { revision }));
}

/** The newest commit that both come from. @throws CliError where the clone does not reach back so far, or there is none */
export async function mergeBase(revision: string, other: string, where: Repository): Promise<string> {
  const commits = [await commitOf(revision, where), await commitOf(other, where)];
  const { code, out, err } = await git(where, ['merge-base', ...commits]);
  const base = out.toString().split('\n')[0]!.trim();
  if (code === 0 && base !== '') return base;
  if (await isShallow(where)) throw new CliError(say(where.locale, 'git.shallow', { revision }));
  if (code === 1) throw new CliError(say(where.locale, 'git.unrelated', { revision, other }));
  throw new CliError(say(where.locale, 'git.failed', { command: 'git merge-base', reason: oneLine(complaint(err)) }));
}

async function isShallow(where: Git): Promise<boolean> {
  return (await gitOutput(where, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
}
