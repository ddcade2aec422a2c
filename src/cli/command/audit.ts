// claimlint audit: the main job.
import { audit as auditArticles } from '../../audit.ts';
import { noArticles, selectArticles } from '../articles.ts';
import type { Command } from '../command.ts';
import { deliver, progressOn, tellFaults } from '../conclude.ts';
import { exitCode } from '../exit.ts';
import { COMPARING, READING, REGISTER, REPORTING } from '../options.ts';
import { referencesOf } from '../references.ts';
import { focusOf } from '../scope.ts';
import { packsOf, settingsOf } from '../settings.ts';

export const audit: Command = {
  name: 'audit',
  positionals: '[paths..]',
  positional: 'positional.paths',
  about: 'command.audit',
  options: [...COMPARING, 'changed-since', 'unread', ...REGISTER, ...REPORTING, ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale, exclude, allClaims, maxEvidence, unread } = settings;
    const packs = await packsOf(args, settings.config, io, locale);
    const { paths, asOf } = selectArticles(args, settings, io);
    const focus = await focusOf(args, settings, paths, io);
    const references = await referencesOf(args, settings.config, packs, io, locale);
    const onProgress = progressOn(io, locale, settings.quiet);
    const whole = await auditArticles({
      paths,
      cwd: io.cwd,
      exclude,
      asOf,
      locale,
      packs,
      allClaims,
      maxEvidence,
      references,
      unread,
      focus: focus?.has ?? null,
      onProgress,
    });
    tellFaults(whole.faults, io);
    // A file that was found and could not be read is a gap in the audit (3), not a wrong path (2).
    if (whole.corpus.files === 0 && whole.faults.every(({ code }) => code === 'unreadable')) throw noArticles(paths, settings);
    const result = focus === null ? whole : focus.tell(whole);
    await deliver(result, settings, io);
    return exitCode(result, settings.failOn, settings.clockFindings);
  },
};
