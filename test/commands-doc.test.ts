// docs/commands.md tells of each option which commands take it: what it says is what they take.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allCommands } from '../src/cli/command/index.ts';

const DOC = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', 'commands.md');
/** Shows what the others would be told, and so takes their options. */
const SHOWS_SETTINGS = 'config';

/** Rows of the table of options: their names, and the commands after them; those of "all …" are left out. */
const rows = readFileSync(DOC, 'utf8')
  .split('\n')
  .map((line) => line.replaceAll('\\|', '/').split('|'))
  .filter((cells) => cells.length === 5 && cells[1]!.startsWith(' `--') && !cells[2]!.startsWith(' all '))
  .map(([, names, commands]) => ({
    names: Array.from(names!.matchAll(/--([a-z-]+)/g), ([, name]) => name!),
    commands: commands!.trim().split(', '),
  }));

it('names the commands of every option that not all take', async () => {
  const commands = (await allCommands()).filter(({ name }) => name !== SHOWS_SETTINGS);
  const taking = (names: readonly string[]): string[] =>
    commands.filter(({ options }) => options.some((option) => names.includes(option))).map(({ name }) => name);
  // An option may have a row for each kind of thing that it names (--out DIR, --out FILE), and a row may have two options.
  const ways = Map.groupBy(rows, ({ names }) => names.join(' '));
  const said = [...ways].map(([names, own]) => `${names}: ${[...new Set(own.flatMap((row) => row.commands))].sort().join(', ')}`);
  const taken = [...ways].map(([names]) => `${names}: ${taking(names.split(' ')).sort().join(', ')}`);
  expect(said.length).toBeGreaterThan(20);
  expect(said).toEqual(taken);
});
