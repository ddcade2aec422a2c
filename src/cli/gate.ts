// What a team has decided on findings, put onto a result: which are waived and which are known. What is gone is told.
import { markKnown, matchBaseline, partBaseline } from '../gate/baseline.ts';
import { applySuppressions, readSuppression } from '../gate/suppressions.ts';
import { applyWaivers } from '../gate/waivers.ts';
import { KINDS } from '../model/finding.ts';
import type { AuditResult } from '../model/result.ts';
import { filesFrom, isWhole, namedBaseline, pathsFrom, readBaseline } from './baseline-file.ts';
import type { Arguments } from './command.ts';
import { tellNotes } from './conclude.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { flag } from './options.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';
import { nearest } from './suggest.ts';
import { readWaivers, waiverFiles } from './waivers-file.ts';

export type Gate = (result: AuditResult) => Promise<AuditResult>;

/** Decisions and baseline. Reads them before the audit, so that a broken file is told at once. @throws CliError, PackError */
export async function openGate(args: Arguments, settings: Settings, io: Io): Promise<Gate> {
  const decide = await openDecisions(args, settings, io);
  const file = namedBaseline(args, settings.config, io);
  if (file === null) return decide;
  const baseline = await readBaseline(file, settings, io);
  const whole = isWhole(pathsFrom(file, args, settings.config, io), baseline);
  return async (undecided) => {
    const result = await decide(undecided);
    const match = matchBaseline(result, baseline, filesFrom(file, result, io));
    // What an audit of some files does not tell may still occur.
    const gone = result.scope !== null || !whole ? 0 : partBaseline(baseline, match).filter(({ kept }) => kept === null).length;
    const use = { file: shown(file, io), findings: baseline.findings.length, gone };
    if (gone > 0 && !settings.quiet) io.err(`${say(settings.locale, 'baseline.gone', use)}\n`);
    return { ...markKnown(result, match), baseline: use };
  };
}

/** What was decided on single findings. @throws CliError, PackError */
export async function openDecisions(args: Arguments, settings: Settings, io: Io): Promise<Gate> {
  const waivers = (await readWaivers(args, settings, io))?.waivers ?? [];
  const heeds = !flag(args, 'no-inline-suppressions') && (settings.config?.inlineSuppressions ?? true);
  return async (result) => {
    const decided = applyWaivers(result, waivers, waiverFiles(result, settings, io));
    const all = heeds ? applySuppressions(decided, await meantKinds(result)) : decided;
    tellNotes(all.notes, io);
    return all;
  };
}

/** For names in comments that are no kind, the kind that was probably meant. */
async function meantKinds({ directives }: AuditResult): Promise<Map<string, string>> {
  const meant = new Map<string, string>();
  for (const { text } of directives) {
    const read = readSuppression(text);
    const kind = 'wrong' in read && read.wrong === 'suppression-kind' ? await nearest(read.kind, KINDS) : null;
    if (kind !== null) meant.set(read.kind, kind);
  }
  return meant;
}
