// The list of waivers: where it is, and what stands in it, with the line of each entry.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FindingWaiver } from '../gate/waivers.ts';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { single } from './options.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';

/** A list that stands by itself, below comments. */
const BARE = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*- /;

/** None where nobody names a list and there is none at the usual place. @throws CliError, PackError with line and column */
export async function readWaivers(args: Arguments, { config, locale }: Settings, io: Io): Promise<FindingWaiver[]> {
  const named = single(args, 'waivers');
  if (named === null && config?.waivers === false) return [];
  const told = named === null ? (config?.waivers ?? null) : named;
  const folder = named === null && config !== null ? config.folder : io.cwd;
  const file = resolve(folder, told === null || told === false ? join('claims', 'waivers.yaml') : told);
  const name = shown(file, io);
  if (!existsSync(file)) {
    if (told === null) return [];
    throw new CliError(say(locale, 'waivers.missing', { file: name }));
  }
  // Most runs have no such list: what reads one is loaded only then.
  const [{ readLocated, textIn }, { bareWaiversForm, waiversForm }] = await Promise.all([
    import('./data-file.ts'),
    import('../gate/waivers-form.ts'),
  ]);
  const text = textIn(file, name, locale);
  const bare = BARE.test(text) ? readLocated(text, name, bareWaiversForm, locale) : null;
  const keyed = bare === null ? readLocated(text, name, waiversForm, locale) : null;
  const lines = new Map<string, number>();
  return (bare?.data ?? keyed?.data.waivers ?? []).map(({ finding, decision, reason, who, until }, index) => {
    const [line, column] = bare?.locate([index, 'finding'], true) ?? keyed!.locate(['waivers', index, 'finding'], true);
    const first = lines.get(finding);
    if (first !== undefined) throw new CliError(`${name}:${line}:${column}: ${say(locale, 'waivers.twice', { finding, first })}`);
    lines.set(finding, line);
    return { finding, waiver: { by: 'file', decision, reason, who: who === '' ? null : who, until: until ?? null, file: name, line } };
  });
}
