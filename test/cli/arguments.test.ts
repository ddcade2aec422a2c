// Lines that are plainly in order are read without yargs, and mean the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { allCommands } from '../../src/cli/command/index.ts';
import { OPTIONS } from '../../src/cli/options.ts';
import type { OptionName } from '../../src/cli/options.ts';
import { parse } from '../../src/cli/parse.ts';

const COMMANDS = await allCommands();
const NAMES = Object.keys(OPTIONS) as OptionName[];
const word = fc.constantFrom('a.md', 'b', '-', '2026-11-22', '10', '甲 乙', 'json', '1e3', '-1', '--', 'x=y', '');
const option = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => [`--${name}`]),
  fc.tuple(fc.constantFrom(...NAMES), word).map(([name, value]) => [`--${name}=${value}`]),
  fc.tuple(fc.constantFrom(...NAMES), word).map(([name, value]) => [`--${name}`, value]),
  fc.constantFrom(['--help'], ['-h'], ['--version'], ['-q'], ['--no-quiet'], ['--quite']),
);
const line = fc
  .tuple(
    fc.constantFrom(...COMMANDS.map(({ name }) => name), 'adit', '--quiet'),
    fc.array(fc.oneof({ arbitrary: word.map((text) => [text]), weight: 1 }, { arbitrary: option, weight: 2 }), { maxLength: 5 }),
  )
  .map(([command, rest]) => [command, ...rest.flat()]);

const quickly = (argv: readonly string[]): ReturnType<typeof readArguments> => {
  const command = COMMANDS.find(({ name }) => name === argv[0]);
  return command === undefined ? null : readArguments(argv, command);
};

const single = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

describe('a line in order', () => {
  it('means what it means to yargs', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(line, async (argv) => {
        const quick = quickly(argv);
        if (quick === null) return;
        read++;
        const whole = await parse(argv, COMMANDS, 'en', 80);
        if (!('command' in whole)) throw new Error(whole.print);
        expect(whole.command.name).toBe(quick.command.name);
        expect(quick.args.positionals).toEqual(whole.args.positionals);
        expect(Object.keys(quick.args.options).sort()).toEqual(Object.keys(whole.args.options).sort());
        // yargs keeps all values of an option that takes one; the last of them counts.
        for (const [name, value] of Object.entries(whole.args.options))
          expect(quick.args.options[name as OptionName]).toEqual(OPTIONS[name as OptionName].repeatable ? value : single(value));
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    [['audit', '--help']],
    [['audit', '--nonsense']],
    [['audit', '--as-of']],
    [['report']],
    [['report', 'a', 'b']],
    [['init', 'a']],
    [['adit']],
    [['--version']],
    [[]],
  ])('is not %j', (argv) => {
    expect(quickly(argv)).toBeNull();
  });
});
