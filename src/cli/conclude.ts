// The end of every command that makes or has a result: faults, reports, summary, exit code.
import type { Fault } from '../model/fault.ts';
import type { Note } from '../model/note.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { formats } from '../report/formats.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { print, writeWhole } from './output.ts';
import type { Output } from './output.ts';
import { oneLine } from './printable.ts';
import { shown } from './settings.ts';
import type { Settings } from './settings.ts';

/** One line per fault on standard error. */
export function tellFaults(faults: readonly Fault[], io: Io): void {
  for (const { file, line, message, code } of faults)
    io.err(`${asPath(oneLine(line === null ? file : `${file}:${line}`))}: ${oneLine(message)} [${code}]\n`);
}

/** One line per note on standard error. */
export function tellNotes(notes: readonly Note[], io: Io): void {
  for (const { file, line, message, code } of notes) io.err(`${asPath(oneLine(`${file}:${line}`))}: ${oneLine(message)} [${code}]\n`);
}

/** A file may be called `::error::`, which a runner of GitHub Actions would take for a command. */
function asPath(place: string): string {
  return /^\s*(?:::|##\[)/.test(place) ? `./${place}` : place;
}

/** Writes the reports that were asked for; the summary goes to standard output unless a report does. @throws CliError */
export async function deliver(result: AuditResult, settings: Settings, io: Io): Promise<void> {
  const { locale, destinations, quiet } = settings;
  const toFiles: Output[] = [];
  let printed: string | Uint8Array | null = null;
  for (const { format, file, links } of destinations) {
    const reporter = await formats[format].load();
    if (file === '-') printed = reporter.render(result, { locale, links });
    else toFiles.push({ file, pieces: () => reporter.pieces(result, { locale, links }) });
  }
  writeWhole(toFiles, io, locale);
  if (printed !== null) await print(printed, io, locale);
  else if (!quiet) {
    const { renderTerminal } = await import('../report/terminal.ts');
    await print(renderTerminal(result, { locale, color: io.color, width: io.width }), io, locale);
  }
  if (toFiles.length > 0 && !quiet) io.err(`${say(locale, 'written', { files: toFiles.map(({ file }) => shown(file, io)).join(', ') })}\n`);
}

/** Files from which on the memory of a run matters to others. */
const MANY = 200;

/** A line on standard error that is written over as the work goes on; only where somebody looks. */
export function progressOn(io: Io, locale: Locale, quiet: boolean): (done: number, total: number) => void {
  const isShown = !quiet && io.interactive;
  let step = -1;
  return (done, total) => {
    if (done === 1 && total > MANY) void io.spare();
    if (!isShown) return;
    const now = total === 0 ? 100 : Math.floor((done * 100) / total);
    if (now === step) return;
    step = now;
    io.err(done === total ? '\r\u001B[K' : `\r\u001B[K${say(locale, 'progress', { done, total })}`);
  };
}
