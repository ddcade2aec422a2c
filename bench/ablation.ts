// What each mechanism gives: the scores on the gold sets beside the checkout (../shared/gold) without it. `npm run ablation [words of a group or name…]`
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { parse, stringify } from 'yaml';
import { extractClaims } from '../src/claim/extract.ts';
import { compare } from '../src/compare/compare.ts';
import type { Article } from '../src/model/article.ts';
import type { Claim } from '../src/model/claim.ts';
import { loadPacks } from '../src/pack/load.ts';
import type { Packs } from '../src/pack/index.ts';
import { read } from '../src/parse/read.ts';
import { scan } from '../src/scan/scan.ts';
import type { Scan, Token } from '../src/scan/scan.ts';
import { readArticles } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';
import { mechanismsOf } from './mechanisms.ts';
import type { FileEdit, Mechanism } from './mechanisms.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKS = join(ROOT, 'packs');
const GOLD = resolve(ROOT, '..', 'shared', 'gold');
const SCORER = join(GOLD, 'score.mjs');
/** The gold sets were annotated as of this day. */
const AS_OF = '2026-11-22';

const HEAD =
  'per set: F1 of the disputes, more or less than with everything, precision, recall, right kind, pairs; F1 of the notices; clear pairs violated';

/** What the scorer tells of one set. */
interface Score {
  readonly disputes: {
    readonly f1: number;
    readonly precision: number;
    readonly recall: number;
    readonly kindAccuracy: number;
    readonly pairRecall: number;
  };
  readonly notices: { readonly f1: number };
  readonly clear: { readonly violated: number };
}

interface Read {
  readonly article: Article;
  readonly scan: Scan;
  readonly claims: readonly Claim[];
}

interface Corpus {
  readonly name: string;
  readonly articles: readonly Read[];
}

const wanted = process.argv.slice(2);
const sets = existsSync(SCORER)
  ? readdirSync(GOLD, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(GOLD, entry.name, 'corpus')))
      .map(({ name }) => name)
      .sort()
  : [];
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-ablation-'));
  try {
    const cache = join(folder, 'cache');
    const packs = loadPacks(PACKS, [], [cache]);
    const corpora: Corpus[] = [];
    for (const name of sets) corpora.push(await readCorpus(name, packs));
    const roles = Object.keys((parse(readFileSync(join(PACKS, 'language', 'zh.yaml'), 'utf8')) as { roles: object }).roles);
    const chosen = mechanismsOf(packs, roles).filter(
      ({ group, name }) => wanted.length === 0 || wanted.some((word) => group === word || name.includes(word)),
    );
    const whole = await Promise.all(corpora.map((corpus) => scoreOf(corpus, { group: '', name: 'everything' }, packs, folder)));
    console.log(HEAD);
    print('', 'everything', whole, whole);
    /** Mechanisms without which every finding, or at least every score, is what it was. */
    const idle: Record<'findings' | 'scores', string[]> = { findings: [], scores: [] };
    for (const mechanism of chosen) {
      const [without, gone] = withoutWords(mechanism, packs, folder, cache);
      const scores = await Promise.all(corpora.map((corpus) => scoreOf(corpus, mechanism, without, folder, gone)));
      if (scores.every((score, index) => score === whole[index])) idle.findings.push(`${mechanism.group} ${mechanism.name}`);
      else if (JSON.stringify(scores) === JSON.stringify(whole)) idle.scores.push(`${mechanism.group} ${mechanism.name}`);
      else print(mechanism.group, mechanism.name, scores, whole);
    }
    console.log(`\nchanges findings and no score: ${idle.scores.join(', ')}`);
    console.log(`changes nothing: ${idle.findings.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readCorpus(name: string, packs: Packs): Promise<Corpus> {
  const cwd = join(GOLD, name, 'corpus');
  const layouts = loadLayouts(join(PACKS, 'layouts'));
  const articles: Read[] = [];
  for (const file of readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()) {
    const source = await readArticles(file, { cwd, layouts, locale: 'zh' });
    for (const article of source.articles) {
      const scanned = scan(article, packs);
      articles.push({ article, scan: scanned, claims: extractClaims(read(article, scanned), packs).claims });
    }
  }
  return { name, articles };
}

/** Packs of which a mechanism takes words away, and those words; the packs as they are for any other. */
function withoutWords({ packs: change, files }: Mechanism, packs: Packs, folder: string, cache: string): [Packs, readonly string[] | null] {
  if (change) return [change(packs), null];
  if (!files) return [packs, null];
  const copy = join(folder, 'packs');
  rmSync(copy, { recursive: true, force: true });
  cpSync(PACKS, copy, { recursive: true });
  const gone: string[] = [];
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.yaml') && !/^(?:layouts|regions)/.test(name)) gone.push(...editFile(join(copy, name), files));
  }
  return [loadPacks(copy, [], [cache]), gone];
}

function editFile(file: string, edit: FileEdit): readonly string[] {
  const data = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const gone = edit(data);
  if (gone.length > 0) writeFileSync(file, stringify(data));
  return gone;
}

function withWords(token: Token, stays: (list: string) => boolean): Token[] {
  if (token.category !== 'attribute') return [token];
  const words = token.words.filter(({ detail }) => stays(detail));
  return words.length === token.words.length ? [token] : words.length === 0 ? [] : [{ ...token, words }];
}

/** The claims of an article without the mechanism; those that it has anyway where the mechanism cannot matter to it. */
function claimsOf(one: Read, mechanism: Mechanism, packs: Packs, gone: readonly string[] | null): readonly Claim[] {
  const { token: stays, word: means, reading, packs: change } = mechanism;
  if (gone !== null && !gone.some((word) => one.scan.text.includes(word))) return one.claims;
  const scanned = gone === null ? one.scan : scan(one.article, packs);
  const kept = stays ? scanned.tokens.filter(stays) : scanned.tokens;
  const tokens = means ? kept.flatMap((token) => withWords(token, means)) : kept;
  if (
    gone === null &&
    !reading &&
    !change &&
    tokens.length === one.scan.tokens.length &&
    tokens.every((own, at) => own === one.scan.tokens[at])
  )
    return one.claims;
  const whole = read(one.article, { ...scanned, tokens });
  return extractClaims(reading ? reading(whole) : whole, packs).claims;
}

/** What everything together gives on each set: a mechanism whose findings are the same needs no scoring. */
const known = new Map<string, { readonly key: string; readonly score: Score }>();

async function scoreOf(
  corpus: Corpus,
  mechanism: Mechanism,
  packs: Packs,
  folder: string,
  gone: readonly string[] | null = null,
): Promise<Score> {
  const claims = corpus.articles
    .flatMap((one) => claimsOf(one, mechanism, packs, gone))
    .flatMap((claim) => (mechanism.claim ? (mechanism.claim(claim) ?? []) : claim));
  const findings = compare(claims, { packs, asOf: AS_OF, locale: 'zh', maxEvidence: 0 });
  const key = JSON.stringify([findings, claims.length]);
  const same = known.get(corpus.name);
  if (same?.key === key) return same.score;
  const report = join(folder, `${corpus.name}.json`);
  writeFileSync(report, JSON.stringify({ claims: claims.map(({ id, evidence }) => ({ id, evidence })), findings }));
  const score = await runScorer(corpus.name, report);
  if (same === undefined) known.set(corpus.name, { key, score });
  return score;
}

function runScorer(set: string, report: string): Promise<Score> {
  const args = [SCORER, '--gold', join(GOLD, set), '--corpus', join(GOLD, set, 'corpus'), '--report', report, '--json'];
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => void (text += chunk.toString()));
    child.on('error', fail);
    child.on('close', () => {
      rmSync(report, { force: true });
      try {
        settle(JSON.parse(text) as Score);
      } catch (error) {
        fail(error as Error);
      }
    });
  });
}

/** One line: per set the figures of `HEAD`. */
function print(group: string, name: string, scores: readonly Score[], whole: readonly Score[]): void {
  const cells = scores.map(({ disputes, notices, clear }, index) => {
    const change = disputes.f1 - whole[index]!.disputes.f1;
    const sign = Math.abs(change) < 0.0005 ? '     =' : `${change > 0 ? '+' : ''}${change.toFixed(3)}`;
    const rest = [disputes.precision, disputes.recall, disputes.kindAccuracy, disputes.pairRecall, notices.f1]
      .map((value) => (value ?? 0).toFixed(3))
      .join(' ');
    return `${sets[index]} ${disputes.f1.toFixed(3)} ${sign.padStart(6)}  ${rest}  ${String(clear.violated).padStart(2)}`;
  });
  console.log(`${group.padEnd(10)}${name}${' '.repeat(Math.max(1, 36 - stringWidth(name)))}${cells.join('   ')}`);
}

if (sets.length === 0) console.log('ablation: no gold set found beside the checkout (../shared/gold), nothing to score');
else await main();
