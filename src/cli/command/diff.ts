// claimlint diff: what a change says differently, for those who review it.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { audit, claimWords } from '../../audit.ts';
import type { AuditOptions } from '../../audit.ts';
import { changeOf } from '../../change/change.ts';
import type { AuditedEnd } from '../../change/change.ts';
import type { Change } from '../../model/change.ts';
import type { Fault } from '../../model/fault.ts';
import type { AuditResult, Locale } from '../../model/result.ts';
import { changeFormats } from '../../report/change/formats.ts';
import type { ChangeFormat } from '../../report/change/formats.ts';
import type { Links } from '../../report/links.ts';
import { noArticles } from '../articles.ts';
import type { Arguments, Command } from '../command.ts';
import { progressOn, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { changeExitCode } from '../exit.ts';
import type { Repository } from '../git/repository.ts';
import { openGate } from '../gate.ts';
import type { Io } from '../io.ts';
import { withKept } from '../kept.ts';
import { linksOf } from '../links.ts';
import { say } from '../messages.ts';
import { GATE, oneOf, READING, REGISTER, several, single } from '../options.ts';
import { print, writeWhole } from '../output.ts';
import { referencesOf } from '../references.ts';
import { readSavedAudit } from '../saved-audit.ts';
import { fromConfig, packsOf, settingsOf, shown } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { withTemporaryFolder } from '../temporary.ts';

const FORMATS = Object.keys(changeFormats) as readonly ChangeFormat[];

export const diff: Command = {
  name: 'diff',
  positionals: '<revisions..>',
  positional: 'positional.revisions',
  about: 'command.diff',
  formats: FORMATS,
  options: [
    'path',
    'as-of',
    'fail-on',
    'clock-findings',
    'severity',
    ...GATE,
    'no-cache',
    ...REGISTER,
    'format',
    'report',
    'links',
    ...READING,
  ],
  async run(args, io, early) {
    const settings = await settingsOf(withoutReports(args), io, early);
    const { locale, quiet } = settings;
    const outputs = await outputsOf(args, settings, io);
    const links = linksOf(single(args, 'links') ?? settings.config?.links ?? null, io, locale);
    const [first, second] = endsOf(args.positionals, locale);
    const gate = await openGate(args, settings, io);
    const packs = await packsOf(args, settings.config, io, locale);
    const paths = pathsOf(args, settings, io);
    const reading = {
      paths,
      cwd: io.cwd,
      exclude: settings.exclude,
      asOf: settings.asOf ?? io.today(),
      locale,
      packs,
      allClaims: true,
      maxEvidence: 0,
      severities: settings.severities,
      references: await referencesOf(args, settings.config, packs, io, locale),
      onProgress: progressOn(io, locale, quiet),
    } as const;
    const before = await endOf(first, reading, settings, io);
    const after = second === null ? await worktree(args, reading, io) : await endOf(second, reading, settings, io);
    if (before.result.corpus.files + after.result.corpus.files === 0) throw noArticles(paths, settings);
    const faults = faultsOf(before.result, after.result, paths, io);
    tellFaults(faults, io);
    // What is known or waived does not fail, also where this very change says so.
    const decided = { ...after, result: await gate(after.result) };
    const change = changeOf(before, decided, (claim) => claimWords(packs, claim), faults, locale);
    await write(change, outputs, links, settings, io);
    return changeExitCode(change, settings.failOn, settings.clockFindings);
  },
};

/** What to compare, the older first; null for the work tree. `A..B` and `A...B` are written as for git. @throws CliError */
function endsOf([first, second, extra]: readonly string[], locale: Locale): readonly [string, string | null] {
  if (extra !== undefined) throw new CliError(say(locale, 'diff.too-many', { value: extra }));
  const range = second === undefined ? /^(.+?)(\.\.\.?)([^.].*)$/s.exec(first!) : null;
  if (range === null || first!.endsWith('.json')) return [first!, second ?? null];
  const [, from, dots, to] = range as unknown as [string, string, string, string];
  return [dots === '...' ? `${from}...${to}` : from, to];
}

type Reading = AuditOptions & { readonly asOf: string };

async function worktree(args: Arguments, reading: Reading, io: Io): Promise<AuditedEnd> {
  const result = await withKept(args, reading.packs, io, reading.locale, (kept) => audit({ ...reading, kept }));
  return { name: null, commit: null, result };
}

/** An audit that is saved in a file of this name, else the articles of the revision. @throws CliError */
async function endOf(name: string, reading: Reading, settings: Settings, io: Io): Promise<AuditedEnd> {
  const { locale } = settings;
  const kind = statSync(resolve(io.cwd, name), { throwIfNoEntry: false });
  if (kind?.isFile() || /\.json$/i.test(name)) {
    const result = await readSavedAudit(name, io, locale);
    if (result.scope !== null) throw new CliError(say(locale, 'diff.scoped', { file: name }));
    const listed = result.claims.filter(({ id }) => !id.startsWith('register:')).length;
    if (listed < result.corpus.claims) throw new CliError(say(locale, 'diff.few-claims', { file: name }));
    return { name, commit: null, result };
  }
  if (kind?.isDirectory() && /[/\\.]/.test(name)) throw new CliError(say(locale, 'diff.folder', { name }));
  const [{ repositoryOf }, { takeSnapshot }] = await Promise.all([import('../git/repository.ts'), import('../git/snapshot.ts')]);
  const where = await repositoryOf(reading.paths, io, locale);
  const commit = await commitNamed(name, where);
  return withTemporaryFolder(async (folder) => {
    const cwd = await takeSnapshot(commit, reading.paths, folder, where);
    return { name, commit, result: await audit({ ...reading, cwd }) };
  });
}

/** `REV`, or `REV...` and `REV...OTHER` for what REV and HEAD (or OTHER) both come from. @throws CliError */
async function commitNamed(name: string, where: Repository): Promise<string> {
  const { commitOf, mergeBase } = await import('../git/repository.ts');
  const dots = name.indexOf('...');
  if (dots > 0) return mergeBase(name.slice(0, dots), name.slice(dots + 3) || 'HEAD', where);
  return commitOf(name, where);
}

/** --path, else what the config names, else all below the caller's folder. */
function pathsOf(args: Arguments, { config }: Settings, io: Io): readonly string[] {
  const given = several(args, 'path');
  if (given.length > 0) return given;
  return config !== null && config.paths.length > 0 ? fromConfig(config.paths, config, io) : ['.'];
}

/** A path that one of the two does not have is what the change is about, and no fault. */
function faultsOf(before: AuditResult, after: AuditResult, paths: readonly string[], io: Io): readonly Fault[] {
  const names = new Set([...paths, ...paths.map((path) => shown(resolve(io.cwd, path), io))]);
  const missing = ({ faults }: AuditResult): Set<string> =>
    new Set(faults.filter(({ code, file }) => code === 'unreadable' && names.has(file)).map(({ file }) => file));
  const [goneBefore, goneAfter] = [missing(before), missing(after)];
  const inOne = (file: string): boolean => goneBefore.has(file) !== goneAfter.has(file);
  const kept = ({ faults }: AuditResult): Fault[] => faults.filter(({ file }) => !inOne(file));
  const seen = new Set<string>();
  return [...kept(after), ...kept(before)].filter((fault) => {
    const key = JSON.stringify(fault);
    return !seen.has(key) && seen.add(key);
  });
}

interface ChangeOutput {
  readonly format: ChangeFormat;
  /** Absolute, or `-`. */
  readonly file: string;
}

function withoutReports({ positionals, options }: Arguments): Arguments {
  const { format: _format, report: _report, links: _links, ...rest } = options;
  return { positionals, options: rest };
}

/** @throws CliError */
async function outputsOf(args: Arguments, { locale }: Settings, io: Io): Promise<readonly ChangeOutput[]> {
  const outputs: ChangeOutput[] = [];
  for (const value of several(args, 'report')) {
    const cut = value.indexOf('=');
    if (cut < 1 || cut === value.length - 1) throw new CliError(say(locale, 'bad.report', { value }));
    const format = await oneOf('report', value.slice(0, cut), FORMATS, locale);
    const file = value.slice(cut + 1);
    outputs.push({ format, file: file === '-' ? '-' : resolve(io.cwd, file) });
  }
  for (const value of several(args, 'format')) outputs.push({ format: await oneOf('format', value, FORMATS, locale), file: '-' });
  if (outputs.length === 0) outputs.push({ format: 'markdown', file: '-' });
  const printed = outputs.filter(({ file }) => file === '-').length;
  if (printed > 1) throw new CliError(say(locale, 'out.one-format', { count: printed }));
  const files = outputs.map(({ file }) => file);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new CliError(say(locale, 'out.same-file', { file: shown(twice, io) }));
  return outputs;
}

async function write(
  change: Change,
  outputs: readonly ChangeOutput[],
  links: (file: string) => Links,
  { locale }: Settings,
  io: Io,
): Promise<void> {
  const texts: { file: string; text: string }[] = [];
  for (const { format, file } of outputs)
    texts.push({ file, text: await changeFormats[format](change, { locale, links: links(file), color: io.color, width: io.width }) });
  writeWhole(
    texts.filter(({ file }) => file !== '-').map(({ file, text }) => ({ file, pieces: () => [text] })),
    io,
    locale,
  );
  for (const { file, text } of texts) if (file === '-') await print(text, io, locale);
}
