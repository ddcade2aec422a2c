// claimlint explain: how each claim on a line was read, field by field, with the characters that gave it.
import { extract } from '../../audit.ts';
import type { Reading } from '../../audit.ts';
import type { Claim } from '../../model/claim.ts';
import type { Article } from '../../model/article.ts';
import type { Locale } from '../../model/result.ts';
import type { UnreadSentence } from '../../model/unread.ts';
import type { Command } from '../command.ts';
import { tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { EXIT } from '../exit.ts';
import { say } from '../messages.ts';
import { READING } from '../options.ts';
import { print } from '../output.ts';
import { packsOf, settingsOf } from '../settings.ts';

/** A claim together with the article whose text its provenance points into. */
export interface Placed {
  readonly claim: Claim;
  readonly article: Article;
}

export const explain: Command = {
  name: 'explain',
  positionals: '<place>',
  positional: 'positional.place',
  about: 'command.explain',
  options: READING,
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale } = settings;
    const { file, line } = placeOf(args.positionals[0] ?? '', locale);
    const packs = await packsOf(args, settings.config, io, locale);
    const readings: Reading[] = [];
    const each = (reading: Reading): void => void readings.push(reading);
    const unread: UnreadSentence[] = [];
    const onUnread = (sentence: UnreadSentence): void => {
      if (sentence.evidence.startLine <= line && line <= sentence.evidence.endLine) unread.push(sentence);
    };
    const corpus = await extract({ paths: [file], records: null, cwd: io.cwd, exclude: [], locale, packs, onUnread }, each);
    tellFaults(corpus.faults, io);
    const source = readings[0]?.article?.file;
    if (source === undefined) throw new CliError(say(locale, 'no-articles.place', { file }));
    const lines = source.text.split(/\r\n|\n|\r/);
    const text = lines[line - 1];
    if (text === undefined) throw new CliError(say(locale, 'no-line', { file, line, count: lines.length }));
    const claims: Placed[] = [];
    for (const { article, claims: all } of readings) {
      if (article === null) continue;
      for (const claim of all) if (claim.evidence.startLine <= line && line <= claim.evidence.endLine) claims.push({ claim, article });
    }
    const { explanationOf } = await import('../explanation.ts');
    await print(explanationOf({ file: source.path, line, text }, claims, unread, locale), io, locale);
    return EXIT.clean;
  },
};

/** `docs/a.md:12` → its parts. @throws CliError */
function placeOf(value: string, locale: Locale): { file: string; line: number } {
  const parts = /^(.+):([1-9]\d{0,8})$/s.exec(value);
  if (parts?.[1] === undefined) throw new CliError(say(locale, 'bad.place', { value }));
  return { file: parts[1], line: Number(parts[2]) };
}
