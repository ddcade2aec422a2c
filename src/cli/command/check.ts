// claimlint check: drafts against what is published; for the editor's desk, where an answer is wanted at every save.
import { resolve } from 'node:path';
import type { Fault } from '../../model/fault.ts';
import { check as checkDrafts } from '../../check.ts';
import { noArticles, publishedPaths } from '../articles.ts';
import type { Command } from '../command.ts';
import { deliver, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { exitCode } from '../exit.ts';
import { openGate } from '../gate.ts';
import { say } from '../messages.ts';
import { COMPARING, GATE, READING, REGISTER, REPORTING, single } from '../options.ts';
import { fixedPart, isWithin } from '../path.ts';
import { withPublished } from '../published.ts';
import { referencesOf } from '../references.ts';
import { packsOf, settingsOf } from '../settings.ts';
import type { Settings } from '../settings.ts';

/** More than any article may have: what is beyond need not be read to be refused. */
const MOST_BYTES = 32_000_000;

export const check: Command = {
  name: 'check',
  positionals: '<drafts..>',
  positional: 'positional.drafts',
  about: 'command.check',
  options: ['against', 'stdin-filename', 'no-cache', ...COMPARING, ...GATE, 'unread', 'watch', ...REGISTER, ...REPORTING, ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { config, locale, allClaims, maxEvidence, unread, reports } = settings;
    const paths = args.positionals.filter((path) => path !== '-');
    const named = single(args, 'stdin-filename');
    const fromStdin = args.positionals.includes('-');
    if (named !== null && !fromStdin) throw new CliError(say(locale, 'stdin.filename'));
    const against = publishedPaths(args, settings, io);
    const gate = await openGate(args, settings, io);
    const packs = await packsOf(args, config, io, locale);
    const references = await referencesOf(args, config, packs, io, locale);
    const asOf = settings.asOf ?? io.today();
    const options = {
      cwd: io.cwd,
      locale,
      packs,
      paths,
      // What the corpus leaves out is often where the drafts are.
      exclude: reports,
      stdin: fromStdin ? { file: named ?? 'stdin', bytes: await readAll(io.stdin) } : null,
      asOf,
      allClaims,
      maxEvidence,
      references,
      severities: settings.severities,
      unread,
    };
    const { result, drafts, published } = await withPublished(args, settings, against, packs, io, (held, kept) =>
      checkDrafts({ ...options, kept, against: held }),
    );
    // Where all that is published is among the drafts, each is held against the others.
    const within = (file: string): boolean => against.some((path) => isWithin(resolve(io.cwd, fixedPart(path)), resolve(io.cwd, file)));
    const isMissing = published === 0 && !drafts.articles.some(({ file }) => within(file));
    const missing: Fault[] = isMissing ? [nothingPublished(against, settings)] : [];
    const whole = await gate({ ...result, faults: [...result.faults, ...missing] });
    tellFaults(whole.faults, io);
    if (drafts.files === 0 && drafts.faults.every(({ code }) => code === 'unreadable')) throw noArticles(args.positionals, settings);
    // Reports are written where one asks for them: who saves a file wants to be told, and no more.
    const asked = (['format', 'out', 'report'] as const).some((name) => args.options[name] !== undefined);
    await deliver(whole, asked ? settings : { ...settings, destinations: [] }, io);
    return exitCode(whole, settings.failOn, settings.clockFindings);
  },
};

const nothingPublished = (against: readonly string[], { locale }: Settings): Fault => ({
  code: 'unreadable',
  file: against.join(', '),
  line: null,
  message: say(locale, 'check.nothing-published'),
});

async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}
