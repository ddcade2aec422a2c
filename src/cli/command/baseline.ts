// claimlint baseline: the committed list of the findings that a team lives with for now. Nothing is added to it unasked.
import { existsSync } from 'node:fs';
import { extend, knownOf, matchBaseline, partBaseline } from '../../gate/baseline.ts';
import type { Baseline, KnownFinding } from '../../gate/baseline.ts';
import { baselineText } from '../../gate/baseline-form.ts';
import type { Finding } from '../../model/finding.ts';
import type { AuditResult } from '../../model/result.ts';
import { auditAsAsked } from '../audited.ts';
import { filesFrom, isWhole, pathsFrom, readBaseline, textOf, usualBaseline } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { CliError } from '../error.ts';
import { completeness, EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { openDecisions } from '../gate.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { didYouMean, flag, GATE, READING, REGISTER } from '../options.ts';
import { print, writeWhole } from '../output.ts';
import { oneLine } from '../printable.ts';
import { settingsOf, shown } from '../settings.ts';
import type { Settings } from '../settings.ts';

const ACTIONS = ['create', 'prune', 'check'] as const;
type Action = (typeof ACTIONS)[number];

export const baseline: Command = {
  name: 'baseline',
  positionals: '<action> [paths..]',
  positional: ['positional.baseline', 'positional.paths'],
  about: 'command.baseline',
  options: [...GATE, 'add', 'force', 'as-of', 'clock-findings', 'severity', 'no-cache', ...REGISTER, ...READING],
  async run(args, io, early) {
    const asked = await settingsOf(args, io, early);
    const { locale, config } = asked;
    const [named = '', ...positionals] = args.positionals;
    const action = ACTIONS.find((one) => one === named);
    if (action === undefined)
      throw new CliError(
        say(locale, 'bad.action', { value: named, choices: ACTIONS.join(', ') }) + (await didYouMean(named, ACTIONS, locale)),
      );
    // The example corpus is nobody's to keep a list of.
    if (positionals.length === 0 && (config === null || config.paths.length === 0)) throw new CliError(say(locale, 'baseline.no-paths'));
    const file = usualBaseline(args, config, io);
    const replaces = action === 'create' && (flag(args, 'force') || !existsSync(file));
    if (action === 'create' && !replaces && !flag(args, 'add'))
      throw new CliError(say(locale, 'baseline.exists', { file: shown(file, io) }));
    const before = replaces ? { paths: [], findings: [] } : await readBaseline(file, asked, io);
    const paths = pathsFrom(file, { ...args, positionals }, config, io);
    if (action !== 'create' && !isWhole(paths, before))
      throw new CliError(say(locale, 'baseline.other-paths', { file: shown(file, io), paths: before.paths.join(', ') }));
    const settings = { ...asked, allClaims: false, unread: false };
    const decide = await openDecisions(args, settings, io);
    const result = await decide(await auditAsAsked({ ...args, positionals }, settings, io));
    return { create, prune, check }[action satisfies Action]({ file, before, paths, result, settings, io });
  },
};

interface Run {
  readonly file: string;
  /** What the baseline held; nothing where it is made anew. */
  readonly before: Baseline;
  /** What is audited, as the baseline writes it. */
  readonly paths: readonly string[];
  readonly result: AuditResult;
  readonly settings: Settings;
  readonly io: Io;
}

async function create({ file, before, paths, result, settings, io }: Run): Promise<ExitCode> {
  const files = filesFrom(file, result, io);
  const { known } = matchBaseline(result, before, files);
  const fresh = result.findings.filter(({ status }, at) => status === 'new' && !known[at]);
  const after = {
    paths: [...new Set([...before.paths, ...paths])].sort(),
    findings: extend(before.findings, knownOf(fresh, result, files)),
  };
  write({ file, settings, io }, after);
  tell(settings, io, 'baseline.created', { file: shown(file, io), count: after.findings.length, added: fresh.length });
  return completeness(result.faults);
}

async function prune({ file, before, result, settings, io }: Run): Promise<ExitCode> {
  const code = completeness(result.faults);
  // What an unread article says may still occur.
  if (code !== EXIT.clean) {
    io.err(`${say(settings.locale, 'baseline.incomplete', { file: shown(file, io) })}\n`);
    return code;
  }
  const parts = partBaseline(before, matchBaseline(result, before, filesFrom(file, result, io)));
  write({ file, settings, io }, { ...before, findings: parts.flatMap(({ kept }) => kept ?? []) });
  await list(goneIn(parts, '-'), settings, io);
  const gone = parts.filter(({ kept }) => kept === null).length;
  tell(settings, io, 'baseline.pruned', { file: shown(file, io), gone, count: before.findings.length - gone });
  return EXIT.clean;
}

async function check({ file, before, result, settings, io }: Run): Promise<ExitCode> {
  const match = matchBaseline(result, before, filesFrom(file, result, io));
  const gone = goneIn(partBaseline(before, match), '-');
  const fresh = result.findings.filter(({ status }, at) => status === 'new' && !match.known[at]);
  await list([...gone, ...fresh.map((finding) => `+ ${placeOf(finding, result)}${titleOf(finding)}`)], settings, io);
  tell(settings, io, 'baseline.checked', { file: shown(file, io), count: before.findings.length, gone: gone.length, added: fresh.length });
  const counted = fresh.filter(({ cause }) => settings.clockFindings === 'fail' || cause !== 'clock');
  return gone.length > 0 || counted.length > 0 ? EXIT.findings : completeness(result.faults);
}

function write({ file, settings, io }: Pick<Run, 'file' | 'settings' | 'io'>, after: Baseline): void {
  const text = baselineText(after);
  if (textOf(file) !== text) writeWhole([{ file, pieces: () => [text] }], io, settings.locale);
}

const goneIn = (parts: ReturnType<typeof partBaseline>, mark: string): string[] =>
  parts.flatMap(({ gone }) => (gone === null ? [] : [`${mark} ${gone.file === null ? '' : `${oneLine(gone.file)}: `}${titleOf(gone)}`]));

const titleOf = ({ kind, topic, sides }: Finding | KnownFinding): string =>
  oneLine(`${kind} \u00b7 ${topic} \u00b7 ${sides.map(({ says }) => says).join(' \u2260 ')}`);

function placeOf({ sides }: Finding, { claims }: AuditResult): string {
  const evidence = claims.find(({ id }) => id === sides[0]?.claims[0])?.evidence;
  return evidence === undefined ? '' : `${oneLine(evidence.file)}:${evidence.startLine}: `;
}

async function list(lines: readonly string[], { locale }: Settings, io: Io): Promise<void> {
  if (lines.length > 0) await print(`${lines.join('\n')}\n`, io, locale);
}

function tell({ locale, quiet }: Settings, io: Io, code: Parameters<typeof say>[1], args: Parameters<typeof say>[2]): void {
  if (!quiet) io.err(`${say(locale, code, args)}\n`);
}
