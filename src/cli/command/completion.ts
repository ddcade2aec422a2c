// claimlint completion: a script for the shell that completes commands, options and values.
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { LOCALES } from '../messages.ts';
import { oneOf, single } from '../options.ts';
import { print } from '../output.ts';

export const completion: Command = {
  name: 'completion',
  positionals: '<shell>',
  positional: 'positional.shell',
  about: 'command.completion',
  options: ['locale'],
  async run(args, io, early) {
    const named = single(args, 'locale');
    const locale = named === null ? early : await oneOf('locale', named, LOCALES, early);
    const { completionOf, SHELLS } = await import('../completion.ts');
    const shell = await oneOf('shell', args.positionals[0] ?? '', SHELLS, locale);
    const { allCommands } = await import('./index.ts');
    await print(completionOf(shell, await allCommands(), locale), io, locale);
    return EXIT.clean;
  },
};
