// What a team has decided on findings, put onto a result: which are known and which are waived. What is gone is told.
import { markKnown, matchBaseline, partBaseline } from '../gate/baseline.ts';
import type { AuditResult } from '../model/result.ts';
import { filesFrom, namedBaseline, readBaseline } from './baseline-file.ts';
import type { Arguments } from './command.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';

export type Gate = (result: AuditResult) => AuditResult;

/** Reads what was decided: before the audit, so that a broken file is told at once. @throws CliError, PackError */
export async function openGate(args: Arguments, settings: Settings, io: Io): Promise<Gate> {
  const file = namedBaseline(args, settings.config, io);
  if (file === null) return (result) => result;
  const baseline = readBaseline(file, settings, io);
  return (result) => {
    const match = matchBaseline(result, baseline, filesFrom(file, result, io));
    // What an audit of some files does not tell may still occur.
    const gone = result.scope !== null ? 0 : partBaseline(baseline, match).filter(({ kept }) => kept === null).length;
    const use = { file: shown(file, io), findings: baseline.findings.length, gone };
    if (gone > 0 && !settings.quiet) io.err(`${say(settings.locale, 'baseline.gone', use)}\n`);
    return { ...markKnown(result, match), baseline: use };
  };
}
