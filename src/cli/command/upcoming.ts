// claimlint upcoming: which articles a change about to come into force will make wrong, so that editors can work ahead.
import { upcoming as lookAhead } from '../../audit.ts';
import type { Change } from '../../audit.ts';
import { citeDocument, isFirm } from '../../model/reference.ts';
import type { Locale } from '../../model/result.ts';
import { noArticles, selectArticles } from '../articles.ts';
import type { Command } from '../command.ts';
import { progressOn, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { completeness } from '../exit.ts';
import { say } from '../messages.ts';
import { READING, single } from '../options.ts';
import { print } from '../output.ts';
import { oneLine } from '../printable.ts';
import { referencesOf } from '../references.ts';
import { packsOf, settingsOf } from '../settings.ts';

export const upcoming: Command = {
  name: 'upcoming',
  positionals: '[paths..]',
  positional: 'positional.paths',
  about: 'command.upcoming',
  options: ['within', 'as-of', 'format', 'register', ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale, exclude } = settings;
    const packs = await packsOf(args, settings.config, io, locale);
    const { paths, asOf } = selectArticles(args, settings, io);
    const until = dayAfter(asOf, single(args, 'within') ?? '90d', locale);
    const references = (await referencesOf(args, settings.config, packs, io, locale)) ?? [];
    const onProgress = progressOn(io, locale, settings.quiet);
    const { changes, corpus } = await lookAhead({ paths, cwd: io.cwd, exclude, asOf, until, locale, packs, references, onProgress });
    tellFaults(corpus.faults, io);
    if (corpus.files === 0 && corpus.faults.every(({ code }) => code === 'unreadable')) throw noArticles(paths, settings);
    const wanted = single(args, 'format');
    await print(
      wanted === 'json' ? `${JSON.stringify({ asOf, until, changes: changes.map(plain) }, null, 2)}\n` : told(changes, asOf, until, locale),
      io,
      locale,
    );
    return completeness(corpus.faults);
  },
};

/** 90d, 6m from a day. @throws CliError */
function dayAfter(day: string, within: string, locale: Locale): string {
  const parts = /^(\d{1,4})([dm])$/.exec(within);
  if (parts === null) throw new CliError(say(locale, 'bad.within', { value: within }));
  const date = new Date(`${day}T00:00:00Z`);
  if (parts[2] === 'd') date.setUTCDate(date.getUTCDate() + Number(parts[1]));
  else date.setUTCMonth(date.getUTCMonth() + Number(parts[1]));
  return date.toISOString().slice(0, 10);
}

const plain = ({ reference, claims }: Change): object => ({
  source: reference.source,
  states: reference.claim.evidence.quote,
  claims: claims.map(({ id, article, evidence }) => ({ id, article, evidence })),
});

function told(changes: readonly Change[], from: string, to: string, locale: Locale): string {
  if (changes.length === 0) return `${say(locale, 'upcoming.none', { from, to })}\n`;
  const blocks = changes.map(({ reference, claims }) =>
    [
      say(locale, 'upcoming.change', { day: reference.source.effectiveFrom ?? '', states: reference.claim.evidence.quote }),
      `  ${say(locale, 'upcoming.source', { source: citeDocument(reference.source) })}${isFirm(reference) ? '' : say(locale, 'upcoming.hint')}`,
      ...claims.map(({ evidence: { file, startLine, quote } }) => `  ${file}:${startLine} ${oneLine(quote)}`),
    ].join('\n'),
  );
  const all = changes.flatMap(({ claims }) => claims);
  const counts = {
    articles: new Set(all.map(({ article }) => article)).size,
    claims: new Set(all).size,
    changes: changes.length,
    from,
    to,
  };
  return `${blocks.join('\n\n')}\n\n${say(locale, 'upcoming.counts', counts)}\n`;
}
