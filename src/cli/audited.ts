// The audit as options and config ask for it: the start of every command that goes from articles to findings.
import { audit } from '../audit.ts';
import type { AuditResult } from '../model/result.ts';
import { noArticles, selectArticles } from './articles.ts';
import type { Arguments } from './command.ts';
import { progressOn, tellFaults } from './conclude.ts';
import type { Io } from './io.ts';
import { withKept } from './kept.ts';
import { withReaders } from './threads.ts';
import { referencesOf } from './references.ts';
import { focusOf } from './scope.ts';
import { packsOf } from './settings.ts';
import type { Settings } from './settings.ts';

/** Faults are told on standard error. @throws CliError, PackError */
export async function auditAsAsked(args: Arguments, settings: Settings, io: Io): Promise<AuditResult> {
  const { locale, exclude, allClaims, maxEvidence, unread } = settings;
  const packs = await packsOf(args, settings.config, io, locale);
  const { paths, asOf } = selectArticles(args, settings, io);
  const focus = await focusOf(args, settings, paths, io);
  const references = await referencesOf(args, settings.config, packs, io, locale);
  const onProgress = progressOn(io, locale, settings.quiet);
  const asked = {
    paths,
    cwd: io.cwd,
    exclude,
    asOf,
    locale,
    packs,
    allClaims,
    maxEvidence,
    references,
    severities: settings.severities,
    unread,
    focus: focus?.has ?? null,
    onProgress,
  };
  const result = await withReaders(args, asked, io, (readers) =>
    withKept(args, packs, io, locale, (kept) => audit({ ...asked, kept, readers })),
  );
  tellFaults(result.faults, io);
  // A file that was found and could not be read is a gap in the audit (3), not a wrong path (2).
  if (result.corpus.files === 0 && result.faults.every(({ code }) => code === 'unreadable')) throw noArticles(paths, settings);
  return focus === null ? result : focus.tell(result);
}
