// claimlint compare: claims → findings, the same as an audit of the articles that they came from.
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { assemble, compareClaims } from '../../audit.ts';
import type { Corpus } from '../../audit.ts';
import type { Claim } from '../../model/claim.ts';
import type { Fault } from '../../model/fault.ts';
import type { ArticleSummary, Locale } from '../../model/result.ts';
import type { ClaimRecord } from '../claim-line.ts';
import type { Command } from '../command.ts';
import { deliver, tellFaults } from '../conclude.ts';
import { CliError } from '../error.ts';
import { exitCode } from '../exit.ts';
import { openGate } from '../gate.ts';
import type { Io } from '../io.ts';
import { reasonOf, say } from '../messages.ts';
import { COMPARING, GATE, READING, REGISTER, REPORTING } from '../options.ts';
import { referencesOf } from '../references.ts';
import { packsOf, settingsOf } from '../settings.ts';

export const compare: Command = {
  name: 'compare',
  positionals: '<claims..>',
  positional: 'positional.claims',
  about: 'command.compare',
  options: [...COMPARING, ...GATE, ...REGISTER, ...REPORTING, ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale, allClaims, maxEvidence } = settings;
    const gate = await openGate(args, settings, io);
    const packs = await packsOf(args, settings.config, io, locale);
    if (args.positionals.includes('-') && args.positionals.length > 1) throw new CliError(say(locale, 'stdin.alone'));
    const { claims, corpus } = await readClaims(args.positionals, io, locale);
    if (claims.length === 0) {
      tellFaults(corpus.faults, io);
      throw new CliError(say(locale, 'no-claims', { paths: args.positionals.join(', ') }));
    }
    const options = {
      asOf: settings.asOf ?? io.today(),
      locale,
      packs,
      allClaims,
      maxEvidence,
      severities: settings.severities,
      references: await referencesOf(args, settings.config, packs, io, locale),
    };
    const result = await gate(assemble(corpus, claims, compareClaims(claims, options), options));
    tellFaults(result.faults, io);
    await deliver(result, settings, io);
    return exitCode(result, settings.failOn, settings.clockFindings);
  },
};

/** What the articles were is known from their claims only: those without any are not counted. */
async function readClaims(paths: readonly string[], io: Io, locale: Locale): Promise<{ claims: Claim[]; corpus: Corpus }> {
  const [{ claimRecord }, { recordsOf }] = await Promise.all([import('../claim-lines.ts'), import('../record-lines.ts')]);
  const claims: Claim[] = [];
  const faults: Fault[] = [];
  const articles = new Map<string, ArticleSummary>();
  const files = new Set<string>();
  const ids = new Set<string>();
  for (const path of paths) {
    const shownPath = path === '-' ? 'stdin' : path;
    const chunks: AsyncIterable<Uint8Array> = path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path));
    try {
      for await (const { line, value } of recordsOf(chunks, claimRecord, shownPath, locale, faults)) {
        if (ids.has(value.id)) {
          faults.push({ code: 'bad-record', file: shownPath, line, message: say(locale, 'fault.repeated', { id: value.id }) });
          continue;
        }
        ids.add(value.id);
        claims.push(claimOf(value));
        files.add(value.evidence.file);
        if (!articles.has(value.article)) articles.set(value.article, articleOf(value));
      }
    } catch (error) {
      faults.push({
        code: 'unreadable',
        file: shownPath,
        line: null,
        message: say(locale, 'fault.claims-unreadable', { reason: reasonOf(locale, error) }),
      });
    }
  }
  const counts = new Map<string, number>();
  for (const { article } of claims) counts.set(article, (counts.get(article) ?? 0) + 1);
  const summaries = [...articles.values()].map((article) => ({ ...article, claims: counts.get(article.id) ?? 0 }));
  return { claims, corpus: { files: files.size, articles: summaries, sentences: 0, unread: 0, skipped: [], faults, directives: [] } };
}

function claimOf({ title: _title, teaser: _teaser, ...claim }: ClaimRecord): Claim {
  return { ...claim, provenance: [] };
}

function articleOf({ article, evidence, title, teaser, published }: ClaimRecord): ArticleSummary {
  return { id: article, file: evidence.file, title, line: 1, region: null, published, teaser, claims: null, unread: null };
}
