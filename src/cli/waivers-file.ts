// The list of waivers: where it is, and what stands in it, with the line of each entry.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FindingWaiver } from '../gate/waivers.ts';
import type { Files } from '../gate/baseline.ts';
import type { AuditResult } from '../model/result.ts';
import { filesIn } from './baseline-file.ts';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { single } from './options.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';

/** A list that stands by itself, below comments. */
const BARE = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*- /;

/** A list that somebody has just begun. */
const NOTHING = /^\s*(?:#|$)/;

/** A list of waivers as it stands on the disk. */
export interface WaiversFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly waivers: readonly FindingWaiver[];
  /** Where in the document an entry stands. */
  readonly pathTo: (index: number) => readonly (string | number)[];
}

/** Null where nobody names a list and there is none at the usual place. @throws CliError, PackError with line and column */
export async function readWaivers(args: Arguments, { config, locale }: Settings, io: Io): Promise<WaiversFile | null> {
  const named = single(args, 'waivers');
  if (named === null && config?.waivers === false) return null;
  const told = named === null ? (config?.waivers ?? null) : named;
  const folder = named === null && config !== null ? config.folder : io.cwd;
  const file = resolve(folder, told === null || told === false ? join('claims', 'waivers.yaml') : told);
  const name = shown(file, io);
  if (!existsSync(file)) {
    if (told === null) return null;
    throw new CliError(say(locale, 'waivers.missing', { file: name }));
  }
  // Most runs have no such list: what reads one is loaded only then.
  const [{ readLocated, textIn }, { bareWaiversForm, waiverOf, waiversForm }] = await Promise.all([
    import('./data-file.ts'),
    import('../gate/waivers-form.ts'),
  ]);
  const text = textIn(file, name, locale);
  if (text.split('\n').every((line) => NOTHING.test(line))) return { file, text, waivers: [], pathTo: (index) => [index] };
  const bare = BARE.test(text) ? readLocated(text, name, bareWaiversForm, locale) : null;
  const keyed = bare === null ? readLocated(text, name, waiversForm, locale) : null;
  const lines = new Map<string, number>();
  const pathTo = (index: number): (string | number)[] => (bare === null ? ['waivers', index] : [index]);
  const { locate } = (bare ?? keyed)!;
  const waivers = (bare?.data ?? keyed?.data.waivers ?? []).map((entry, index) => {
    const { finding } = entry;
    const [line, column] = locate([...pathTo(index), 'finding'], true);
    const first = lines.get(finding);
    if (first !== undefined) throw new CliError(`${name}:${line}:${column}: ${say(locale, 'waivers.twice', { finding, first })}`);
    lines.set(finding, line);
    return waiverOf(entry, name, line);
  });
  return { file, text, waivers, pathTo };
}

/** What the list's `said.file` counts from: the config's folder, so that it means the same wherever claimlint is called. */
export const waiverFiles = (result: AuditResult, { config }: Settings, io: Io): Files => filesIn(config?.folder ?? io.cwd, result, io);
