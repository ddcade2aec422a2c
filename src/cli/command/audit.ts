// claimlint audit: the main job.
import { auditAsAsked } from '../audited.ts';
import type { Command } from '../command.ts';
import { deliver } from '../conclude.ts';
import { exitCode } from '../exit.ts';
import { openGate } from '../gate.ts';
import { COMPARING, GATE, READING, REGISTER, REPORTING } from '../options.ts';
import { settingsOf } from '../settings.ts';

export const audit: Command = {
  name: 'audit',
  positionals: '[paths..]',
  positional: 'positional.paths',
  about: 'command.audit',
  options: [...COMPARING, ...GATE, 'changed-since', 'unread', 'threads', 'watch', 'no-cache', ...REGISTER, ...REPORTING, ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const gate = await openGate(args, settings, io);
    const result = await gate(await auditAsAsked(args, settings, io));
    await deliver(result, settings, io);
    return exitCode(result, settings.failOn, settings.clockFindings);
  },
};
