// Time and memory by corpus size: audits synthetic corpora in child processes, one thread, and once more after one article has changed.
// `npm run bench:size [-- sizes…] [-- --bytes N]`, default 5000 10000 20000, articles of 2,800 bytes.
//
// CPU time is told beside the clock: it depends less on who else is at work. What counts is how an article's share changes with the size.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { synthesize } from './corpus.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_SIZES = [5_000, 10_000, 20_000];
const HOUR = 3_600_000;

const { values, positionals } = parseArgs({ options: { bytes: { type: 'string' } }, allowPositionals: true });
const sizes = positionals.map(Number);
const length = values.bytes === undefined ? undefined : Number(values.bytes);
if ([...sizes, length ?? 1].some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('sizes are whole numbers of articles, for instance: npm run bench:size -- 1000 2000 --bytes 300');
  process.exit(2);
}
console.log('articles      MB   seconds   CPU s   CPU ms/article   peak RSS MB   again, one changed: seconds   of all');
for (const size of sizes.length > 0 ? sizes : DEFAULT_SIZES) measure(size);

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly peak: number;
}

function measure(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-bench-'));
  try {
    let bytes = 0;
    let last = '';
    for (const [name, text] of synthesize(join(ROOT, 'examples', 'articles'), size, length)) {
      last = join(folder, 'articles', name);
      mkdirSync(join(last, '..'), { recursive: true });
      writeFileSync(last, text);
      // Long ago: what has just been written is hashed again by the second run.
      utimesSync(last, new Date(Date.now() - HOUR), new Date(Date.now() - HOUR));
      bytes += Buffer.byteLength(text);
    }
    const first = audit(folder);
    appendFileSync(last, '\n');
    const again = audit(folder);
    const row = [
      String(size).padStart(8),
      (bytes / 1e6).toFixed(1).padStart(8),
      first.seconds.toFixed(1).padStart(10),
      first.cpu.toFixed(1).padStart(8),
      ((first.cpu * 1000) / size).toFixed(3).padStart(17),
      String(Math.round(first.peak)).padStart(14),
      again.seconds.toFixed(1).padStart(30),
      (again.seconds / first.seconds).toFixed(2).padStart(9),
    ];
    console.log(row.join(''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is kept between runs is kept in the folder. */
function audit(folder: string): Run {
  const args = ['src/cli/main.ts', 'audit', join(folder, 'articles'), '--as-of', '2026-11-22', '--fail-on', 'never', '--quiet'];
  const { INIT_CWD: _, ...env } = process.env;
  const started = performance.now();
  // The child reports its own peak: getrusage of children would keep the greatest of all runs.
  const child = spawnSync(
    process.execPath,
    [
      '--import',
      join(ROOT, 'bench', 'peak.ts'),
      ...args,
      '--threads',
      '1',
      '--max-evidence',
      '5',
      '--format',
      'json',
      '--out',
      join(folder, 'out'),
    ],
    {
      cwd: ROOT,
      env: { ...env, CLAIMLINT_CACHE: join(folder, 'cache') },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const told = /^peak-rss-kb (\d+)\ncpu-us (\d+)$/m.exec(child.stderr);
  if ((child.status !== 0 && child.status !== 3) || told === null)
    throw new Error(`audit failed (${child.status}): ${child.stderr.slice(0, 2000)}`);
  return { seconds, peak: Number(told[1]) / 1024, cpu: Number(told[2]) / 1e6 };
}
