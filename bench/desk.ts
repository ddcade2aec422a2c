// What an editor waits for: the start of a command, check against an index, a second audit. `npm run bench:desk [-- articles [indexed]]`, default 500 10000.
//
// Every figure is a ratio, measured side by side: rounds alternate, the median of the rounds' ratios counts. The built command is measured where there is
// one (npm run build:cli), else the sources. An index of more articles than there are holds each of them again under other names.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { extract, isCompared } from '../src/audit.ts';
import type { FileReading } from '../src/model/reading.ts';
import { loadPacks } from '../src/pack/load.ts';
import { buildIndex } from '../src/store/index-build.ts';
import { synthesize } from './corpus.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'cli', 'main.js');
const ROUNDS = 7;
const HOUR = 3_600_000;
const TOLD = ['--as-of', '2026-11-22', '--fail-on', 'never', '--quiet', '--format', 'json', '--out', 'out'];

export interface Row {
  readonly measured: string;
  readonly ratio: number;
  /** Not to be exceeded, and aimed at. */
  readonly bar: number;
  readonly aim: number;
}

/** @param articles of the corpus that is audited @param indexed articles of the index */
export async function deskRows(articles: number, indexed: number): Promise<Row[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'claimlint-desk-'));
  try {
    for (const [name, text] of synthesize(join(ROOT, 'examples', 'articles'), articles)) write(join(cwd, 'articles', name), text);
    const [[, draft]] = [...synthesize(join(ROOT, 'examples', 'articles'), articles + 1)].slice(-1) as [[string, string]];
    write(join(cwd, 'draft.md'), draft);
    write(join(cwd, 'one.txt'), draft);
    const run = runner(cwd);
    const empty = (): number => timed(() => node(cwd, ['-e', '0']));
    const audit = (...more: string[]): number => run(['audit', ...more, ...TOLD]);
    audit('one.txt');
    const rows: Row[] = [
      { measured: 'audit one.txt / an empty process', ratio: side(() => audit('one.txt'), empty), bar: 3, aim: 1.8 },
      { measured: '  … read anew (--no-cache)', ratio: side(() => audit('one.txt', '--no-cache'), empty), bar: 3, aim: 1.8 },
    ];
    run(['index', 'one.txt', '--out', 'one.index', '--quiet']);
    const index = await indexOf(cwd, indexed, keyOf(join(cwd, 'one.index')));
    const check = (): number => run(['check', 'draft.md', '--against', index, ...TOLD]);
    rows.push({ measured: `check draft.md, index of ${indexed} / an empty process`, ratio: side(check, empty), bar: 5, aim: 3 });
    const full = audit('articles', '--no-cache');
    rows.push({
      measured: `check draft.md, index of ${indexed} / full audit of ${articles}`,
      ratio: check() / full,
      bar: 1 / 8,
      aim: 1 / 20,
    });
    audit('articles');
    const changed = join(cwd, 'articles', '0000', '000000.md');
    const again = (): number => {
      appendFileSync(changed, '\n');
      return audit('articles');
    };
    const ratio = median([again(), again(), again()]) / Math.min(full, audit('articles', '--no-cache'));
    rows.push({ measured: `audit after one change of ${articles} / full audit`, ratio, bar: 1 / 3, aim: 1 / 6 });
    return rows;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Long enough ago that it is not hashed again. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, new Date(Date.now() - HOUR), new Date(Date.now() - HOUR));
}

function runner(cwd: string): (args: readonly string[]) => number {
  const main = existsSync(BUILT) ? BUILT : join(ROOT, 'src', 'cli', 'main.ts');
  return (args) => timed(() => node(cwd, [main, ...args]));
}

function node(cwd: string, args: readonly string[]): void {
  const env: NodeJS.ProcessEnv = { ...process.env, CLAIMLINT_CACHE: join(cwd, '.cache') };
  delete env['INIT_CWD'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`);
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function side(one: () => number, other: () => number): number {
  return median(Array.from({ length: ROUNDS }, () => one() / other()));
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** The key that the measured command asks of an index. */
function keyOf(index: string): string {
  const database = new DatabaseSync(index, { readOnly: true });
  const key = String(database.prepare('SELECT key FROM meta').get()?.['key']);
  database.close();
  return key;
}

async function indexOf(cwd: string, indexed: number, key: string): Promise<string> {
  const packs = loadPacks(join(ROOT, 'packs'), [], [join(cwd, '.cache')]);
  const readings: [string, FileReading][] = [];
  const onFile = (file: string, reading: FileReading): void => void readings.push([file, reading]);
  await extract({ paths: ['articles'], records: null, cwd, exclude: [], locale: 'zh', packs, onFile }, () => {});
  const builder = await buildIndex(join(cwd, 'all.index'), cwd, key, cwd, packs);
  // Files are told in the order of their paths.
  const copies = Array.from({ length: indexed }, (_, number) => {
    const [file, reading] = readings[number % readings.length]!;
    const again =
      number < readings.length ? (text: string): string => text : (text: string): string => text.replace(file, `${number}/${file}`);
    return { path: again(file), reading, again };
  }).sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, reading, again } of copies) {
    const copied = copyOf(reading, again);
    const claims = copied.articles.flatMap((article) => article.claims);
    builder.add(
      path,
      copied,
      claims.filter((claim) => isCompared(claim) && claim.mention === null),
    );
  }
  builder.finish({ articles: indexed, claims: 0, faults: [], skipped: [] });
  builder.close();
  return 'all.index';
}

const copyOf = (reading: FileReading, again: (text: string) => string): FileReading => ({
  ...reading,
  articles: reading.articles.map(({ summary, claims, ...rest }) => ({
    ...rest,
    summary: { ...summary, id: again(summary.id), file: again(summary.file) },
    claims: claims.map((claim) => ({
      ...claim,
      id: again(claim.id),
      article: again(claim.article),
      series: claim.series && again(claim.series),
      evidence: { ...claim.evidence, file: again(claim.evidence.file) },
    })),
  })),
});

if (import.meta.main) {
  const [articles = 500, indexed = 10_000] = process.argv.slice(2).map(Number);
  if (![articles, indexed].every((count) => Number.isInteger(count) && count > 0)) {
    console.error('two numbers of articles, for instance: npm run bench:desk -- 500 10000');
    process.exit(2);
  }
  const rows = await deskRows(articles, indexed);
  console.log('  ratio     bar     aim');
  for (const { measured, ratio, bar, aim } of rows)
    console.log([ratio, bar, aim].map((value) => value.toFixed(value < 1 ? 3 : 2).padStart(7)).join(' '), ` ${measured}`);
}
