// The articles of a commit, in a temporary folder of the form of the work tree; the work tree itself is not touched.
import { closeSync, ftruncateSync, mkdirSync, openSync, realpathSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { isReadable } from '../../audit.ts';
import { CliError } from '../error.ts';
import { say } from '../messages.ts';
import { fixedPart, isWithin } from '../path.ts';
import { gitOutput, parts } from './git.ts';
import type { Repository } from './repository.ts';

/** Bytes of blobs that are asked for at a time. */
const BATCH = 1 << 26;
/** Larger files are refused unread, so that only their size matters. */
const LARGEST = 1 << 26;

interface Entry {
  readonly mode: string;
  readonly blob: string;
  readonly size: number;
  /** From the root of the repository, with `/`. */
  readonly path: string;
}

/**
 * Writes what an audit of `paths` (relative to the caller's folder) reads of a commit.
 * @param folder empty, and the caller's to remove
 * @returns the folder in which those paths mean the articles of the commit @throws CliError
 */
export async function takeSnapshot(commit: string, paths: readonly string[], folder: string, where: Repository): Promise<string> {
  const caller = realpathSync(where.io.cwd);
  if (!isWithin(where.root, caller)) throw new CliError(say(where.locale, 'diff.caller-outside', { root: where.root }));
  const wanted = wantedOf(paths, caller, where);
  const tree = parts(await gitOutput(where, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit])).map(entryOf);
  const entries = tree.filter(({ path }) => isTame(path));
  const isWanted = ({ path }: Entry): boolean =>
    wanted.files.has(path) || (isReadable(path) && wanted.prefixes.some((prefix) => prefix === '' || path.startsWith(`${prefix}/`)));
  await writeBlobs(
    entries.filter((entry) => entry.mode.startsWith('100') && isWanted(entry)),
    folder,
    where,
  );
  await writeLinks(
    entries.filter((entry) => entry.mode === '120000'),
    folder,
    where,
  );
  const cwd = join(folder, relative(where.root, caller));
  mkdirSync(cwd, { recursive: true });
  return cwd;
}

interface Wanted {
  /** Files that are read whatever they are called. */
  readonly files: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** @throws CliError for a path that no commit can have */
function wantedOf(paths: readonly string[], caller: string, where: Repository): Wanted {
  const prefixes = paths.flatMap((path) => {
    const fixed = resolve(caller, fixedPart(path));
    const beyond = path
      .slice(fixedPart(path).length)
      .split(/[/{},]/)
      .includes('..');
    if (!isWithin(where.root, fixed) || beyond) throw new CliError(say(where.locale, 'diff.outside', { path, root: where.root }));
    // Through a symbolic link, the articles lie elsewhere in the repository.
    return [fixed, realOf(fixed)].filter((place) => isWithin(where.root, place)).map((place) => slashes(relative(where.root, place)));
  });
  const ignoring = slashes(relative(where.root, join(caller, '.gitignore')));
  return { files: new Set([...prefixes, ignoring]), prefixes };
}

function entryOf(line: string): Entry {
  const tab = line.indexOf('\t');
  const [mode, , blob, size] = line.slice(0, tab).split(/ +/) as [string, string, string, string];
  return { mode, blob, size: size === '-' ? 0 : Number(size), path: line.slice(tab + 1) };
}

/** A tree made by hand can name places outside of the folder, or the repository's own files. */
function isTame(path: string): boolean {
  return (
    !path.startsWith('/') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/^\.git$/i.test(part)) &&
    !/[\\:]/.test(sep === '\\' ? path : '')
  );
}

async function writeBlobs(entries: readonly Entry[], folder: string, where: Repository): Promise<void> {
  for (let at = 0; at < entries.length;) {
    const batch: Entry[] = [];
    for (let bytes = 0; at < entries.length && (batch.length === 0 || bytes + entries[at]!.size <= BATCH); at++) {
      batch.push(entries[at]!);
      bytes += entries[at]!.size;
    }
    const small = batch.filter(({ size }) => size <= LARGEST);
    const blobs = await readBlobs(small, where);
    for (const entry of batch) {
      const file = join(folder, ...entry.path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      const blob = blobs.get(entry);
      if (blob === undefined) writeHole(file, entry.size);
      else writeFileSync(file, blob, { flag: 'wx' });
    }
  }
}

/** As large as the blob, without its bytes. */
function writeHole(file: string, size: number): void {
  const descriptor = openSync(file, 'wx');
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
}

/** @throws CliError where a clone lacks some of them */
async function readBlobs(entries: readonly Entry[], where: Repository): Promise<Map<Entry, Buffer>> {
  const blobs = new Map<Entry, Buffer>();
  if (entries.length === 0) return blobs;
  const out = await gitOutput(where, ['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join(''));
  let at = 0;
  for (const entry of entries) {
    // `<name> blob <size>`, the bytes, a line feed.
    const end = out.indexOf(0x0a, at);
    const [, type, size] = out.subarray(at, end).toString().split(' ');
    if (type !== 'blob') throw new CliError(say(where.locale, 'git.lacking', { file: entry.path }));
    blobs.set(entry, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return blobs;
}

/** Links that stay within the folder; last, so that nothing is written through one. */
async function writeLinks(entries: readonly Entry[], folder: string, where: Repository): Promise<void> {
  const targets = await readBlobs(entries, where);
  const made: string[] = [];
  for (const [{ path }, target] of targets) {
    const link = join(folder, ...path.split('/'));
    const to = target.toString();
    if (posix.isAbsolute(to) || posix.normalize(posix.join(posix.dirname(path), to)).startsWith('..')) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(to, link);
      made.push(link);
    } catch {
      // Something else stands there, or the system has no links: the audit says that the file is missing.
    }
  }
  const root = realpathSync(folder);
  for (const link of made) if (!isWithin(root, realOf(link))) unlinkSync(link);
}

/** Where a path leads; itself where it leads nowhere. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
