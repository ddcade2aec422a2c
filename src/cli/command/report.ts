// claimlint report: a saved audit, rendered again.
import type { Command } from '../command.ts';
import { deliver } from '../conclude.ts';
import { EXIT } from '../exit.ts';
import { REPORTING, single } from '../options.ts';
import { readSavedAudit } from '../saved-audit.ts';
import { settingsOf } from '../settings.ts';

export const report: Command = {
  name: 'report',
  positionals: '<audit>',
  positional: 'positional.audit',
  about: 'command.report',
  options: [...REPORTING, 'locale', 'quiet'],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const result = await readSavedAudit(args.positionals[0] ?? '', io, settings.locale);
    // A saved audit keeps its language unless another one is asked for.
    const locale = single(args, 'locale') === null ? result.locale : settings.locale;
    await deliver(result, { ...settings, locale }, io);
    return EXIT.clean;
  },
};
