// --changed-since: which files of an audit have changed, and what its document says of that.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AuditResult } from '../model/result.ts';
import type { Scope } from '../model/scope.ts';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import type { Changes } from './git/changed.ts';
import type { Repository } from './git/repository.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { isWithin } from './path.ts';
import { several, single } from './options.ts';
import { registerFolder } from './references.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';

export interface Focus {
  /** Whether a file, as the result names it, has changed. */
  readonly has: (file: string) => boolean;
  /** The result, telling what it is about. Says on standard error what could not be known. @throws CliError where nothing could */
  readonly tell: (result: AuditResult) => AuditResult;
}

/** Null without the option. @param paths that are audited @throws CliError */
export async function focusOf(args: Arguments, settings: Settings, paths: readonly string[], io: Io): Promise<Focus | null> {
  const since = single(args, 'changed-since');
  if (since === null) return null;
  const [{ repositoryOf }, { changesSince }] = await Promise.all([import('./git/repository.ts'), import('./git/changed.ts')]);
  const where = await repositoryOf(paths, io, settings.locale);
  const changes = await changesSince(since, where);
  const known = new Map<string, { readonly path: string; readonly changed: boolean }>();
  const folders = new Map<string, string>();
  const look = (file: string): { readonly path: string; readonly changed: boolean } => {
    let found = known.get(file);
    if (found === undefined) {
      const path = realPath(resolve(io.cwd, file), folders);
      found = { path, changed: changes.files.has(path) || changes.folders.some((folder) => isWithin(folder, path)) };
      known.set(file, found);
    }
    return found;
  };
  const settingFiles = changedSettings(settingPlaces(args, settings, io), changes, io);
  return {
    has: (file) => look(file).changed,
    tell(result) {
      const files = [...new Set([...result.articles, ...result.faults].map(({ file }) => file))];
      const outside = files.filter((file) => !isWithin(where.root, look(file).path));
      tellOutside(outside, files.length, where, settings, io);
      return {
        ...result,
        scope: scopeOf(
          changes,
          files.filter((file) => look(file).changed),
          settingFiles,
          io,
        ),
      };
    },
  };
}

function tellOutside(outside: readonly string[], total: number, where: Repository, { locale }: Settings, io: Io): void {
  if (outside.length === 0) return;
  const { root } = where;
  if (outside.length === total) throw new CliError(say(locale, 'git.all-outside', { root }));
  const files = `${outside.slice(0, 3).join(', ')}${outside.length > 3 ? ' …' : ''}`;
  io.err(`${say(locale, 'git.outside', { count: outside.length, root, files })}\n`);
}

function scopeOf({ since, base, deleted }: Changes, files: readonly string[], settings: readonly string[], io: Io): Scope {
  const sorted = [...files].sort((a, b) => (a < b ? -1 : 1));
  return { changedSince: since, base, files: sorted, deleted: deleted.map((file) => shown(file, io)), settings };
}

/** Where what decides about all articles is kept: files and folders. */
function settingPlaces(args: Arguments, { config }: Settings, io: Io): string[] {
  const register = registerFolder(args, config, io);
  const packs = (config?.packs ?? []).map((folder) => resolve(config!.folder, folder));
  const given = several(args, 'packs').map((folder) => resolve(io.cwd, folder));
  const named = single(args, 'waivers');
  const waivers = named ?? (config?.waivers === false ? null : (config?.waivers ?? join('claims', 'waivers.yaml')));
  const from = named === null && config !== null ? config.folder : io.cwd;
  const files = [config?.file ?? null, waivers === null ? null : resolve(from, waivers), register];
  return [...files.filter((file) => file !== null), join(io.home, 'packs'), ...packs, ...given];
}

function changedSettings(places: readonly string[], changes: Changes, io: Io): string[] {
  const real = places.map((place) => realPath(place, new Map()));
  const changed = [...changes.files, ...changes.deleted].filter((file) => real.some((place) => isWithin(place, file)));
  return changed.map((file) => shown(file, io)).sort((a, b) => (a < b ? -1 : 1));
}

/** Without symbolic links, as git names files; of what is not there, as far as it is. */
function realPath(path: string, folders: Map<string, string>): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    if (folder === path) return path;
    const real = folders.get(folder) ?? realPath(folder, folders);
    folders.set(folder, real);
    return join(real, basename(path));
  }
}
