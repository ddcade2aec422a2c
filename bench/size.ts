// Time and memory by corpus size: audits synthetic corpora in child processes. `npm run bench:size [-- sizes…]`, default 5000 10000 20000.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesize } from './corpus.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_SIZES = [5_000, 10_000, 20_000];

interface Measure {
  readonly articles: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('sizes are whole numbers of articles, for instance: npm run bench:size -- 1000 2000');
  process.exit(2);
}
console.log('articles      MB   seconds   ms/article   MB/s   peak RSS MB');
for (const size of sizes.length > 0 ? sizes : DEFAULT_SIZES) {
  const { articles, megabytes, seconds, peakMegabytes } = measure(size);
  const row = [
    String(articles).padStart(8),
    megabytes.toFixed(1).padStart(8),
    seconds.toFixed(2).padStart(10),
    ((seconds * 1000) / articles).toFixed(3).padStart(13),
    (megabytes / seconds).toFixed(1).padStart(7),
    String(Math.round(peakMegabytes)).padStart(14),
  ];
  console.log(row.join(''));
}

function measure(size: number): Measure {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-bench-'));
  try {
    let bytes = 0;
    for (const [name, text] of synthesize(join(ROOT, 'examples', 'articles'), size)) {
      const file = join(folder, name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
      bytes += statSync(file).size;
    }
    const output = join(folder, 'out');
    const args = ['src/cli/main.ts', 'audit', folder, '--as-of', '2026-11-22', '--fail-on', 'never', '--quiet', '--out', output];
    const { INIT_CWD: _, ...env } = process.env;
    const started = performance.now();
    // The child reports its own peak: getrusage of children would keep the greatest of all runs.
    const child = spawnSync(process.execPath, ['--import', join(ROOT, 'bench', 'peak.ts'), ...args], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - started) / 1000;
    const peak = /^peak-rss-kb (\d+)$/m.exec(child.stderr)?.[1];
    if ((child.status !== 0 && child.status !== 3) || peak === undefined)
      throw new Error(`audit failed (${child.status}): ${child.stderr.slice(0, 2000)}`);
    return { articles: size, megabytes: bytes / 1e6, seconds, peakMegabytes: Number(peak) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
