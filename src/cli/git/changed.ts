// What of a work tree is not as a commit has it: staged, unstaged and untracked files, renames under their new name, submodules file by file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { git, gitOutput, parts } from './git.ts';
import { mergeBase, withoutPrograms } from './repository.ts';
import type { Repository } from './repository.ts';

export interface Changes {
  /** The revision as it was named, and the commit that the work tree was compared with. */
  readonly since: string;
  readonly base: string;
  /** Absolute paths, without symbolic links. */
  readonly files: ReadonlySet<string>;
  /** Folders of which all files count as changed: submodules that are new, or whose earlier commit is not at hand. */
  readonly folders: readonly string[];
  readonly deleted: readonly string[];
}

/** Compares the work tree with the newest commit that `since` and HEAD have in common. @throws CliError */
export async function changesSince(since: string, where: Repository): Promise<Changes> {
  const base = await mergeBase(since, 'HEAD', where);
  const changes = { files: new Set<string>(), folders: [] as string[], deleted: [] as string[] };
  await collect(where, base, changes);
  changes.deleted.sort((a, b) => (a < b ? -1 : 1));
  return { since, base, ...changes };
}

interface Collected {
  readonly files: Set<string>;
  readonly folders: string[];
  readonly deleted: string[];
}

const LINK = '160000';

async function collect(where: Repository, base: string, into: Collected): Promise<void> {
  const options = [
    '--raw',
    '-z',
    '--no-abbrev',
    '--find-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--ignore-submodules=none',
  ];
  const fields = parts(await gitOutput(where, ['diff', ...options, base, '--']));
  for (let at = 0; at < fields.length;) {
    // `:100644 100644 <blob> <blob> R087`, then the path, of renames and copies the new one behind it.
    const [oldMode, newMode, oldBlob, , status] = fields[at]!.slice(1).split(' ') as [string, string, string, string, string];
    const renamed = /^[RC]/.test(status);
    const from = join(where.root, fields[at + 1]!);
    const to = renamed ? join(where.root, fields[at + 2]!) : from;
    at += renamed ? 3 : 2;
    if (newMode === LINK) await collectModule(where, to, oldMode === LINK ? oldBlob : null, into);
    else if (status === 'D') into.deleted.push(from);
    else into.files.add(to);
  }
  for (const path of parts(await gitOutput(where, ['ls-files', '-z', '--others', '--exclude-standard']))) {
    // A repository of its own within this one is told as a folder.
    if (path.endsWith('/')) into.folders.push(join(where.root, path.slice(0, -1)));
    else into.files.add(join(where.root, path));
  }
}

/** @param base its commit before, null where it was none */
async function collectModule(where: Repository, root: string, base: string | null, into: Collected): Promise<void> {
  if (!existsSync(root)) return;
  const module = { ...where, folder: root, root, settings: await withoutPrograms({ ...where, folder: root, settings: [] }) };
  // A submodule that is not checked out has no files; one without the earlier commit cannot tell which of them are as they were.
  const known = base !== null && (await git(module, ['cat-file', '-e', `${base}^{commit}`])).code === 0;
  if (known) await collect(module, base, into);
  else into.folders.push(root);
}
