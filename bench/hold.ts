// Memory in which an audit holds the claims of a corpus: `npm run bench:hold [-- articles…]`, default 20000 100000 200000.
//
// 300 synthetic articles are read once and held again under other names, as many times as it takes: what is measured is what grows with the corpus.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { extract, isCompared } from '../src/audit.ts';
import { packProvenance } from '../src/claim/passage.ts';
import { holdClaims } from '../src/hold.ts';
import type { Claim } from '../src/model/claim.ts';
import { loadPacks } from '../src/pack/load.ts';
import { synthesize } from './corpus.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READ = 300;

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [20_000, 100_000, 200_000];
if (sizes.some((size) => !Number.isInteger(size) || size < READ)) {
  console.error(`numbers of articles, ${READ} at least, for instance: npm run bench:hold -- 20000`);
  process.exit(2);
}
if (sizes.length > 1) {
  // One process for each: what one has left behind would be counted for the next.
  console.log('  articles     claims    held MB  an article KB');
  for (const size of sizes) spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(size)], { stdio: 'inherit' });
} else {
  setFlagsFromString('--expose-gc');
  await measure(sizes[0]!, runInNewContext('gc') as () => void);
}

async function measure(size: number, collect: () => void): Promise<void> {
  /** Bytes in use, once what nobody needs is gone. */
  const used = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const articles = await read();
  const held = holdClaims();
  const before = used();
  let claims = 0;
  for (let number = 0; number < size; number++) {
    const article = articles[number % articles.length]!;
    claims += article.length;
    await held.add(...renamed(article, `${Math.floor(number / articles.length)}/`));
  }
  const megabytes = (used() - before) / 1e6;
  console.log(
    [size, claims, Math.round(megabytes), ((megabytes * 1000) / size).toFixed(1)].map((value) => String(value).padStart(10)).join(' '),
  );
  // Asked at the end, so that nothing is freed before.
  if (held.speakers().length === 0) throw new Error('nothing was held');
}

/** Claims that are compared, article by article. */
async function read(): Promise<Claim[][]> {
  const cwd = mkdtempSync(join(tmpdir(), 'claimlint-hold-'));
  try {
    for (const [name, text] of synthesize(join(ROOT, 'examples', 'articles'), READ)) {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const found: Claim[][] = [];
    const packs = loadPacks(join(ROOT, 'packs'));
    await extract({ paths: ['.'], records: null, cwd, exclude: [], locale: 'zh', packs }, ({ claims }) => {
      found.push(claims.filter((claim) => isCompared(claim) && claim.mention === null));
    });
    return found;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function renamed(claims: readonly Claim[], folder: string): [claims: Claim[], packed: string[]] {
  const again = claims.map((claim) => ({
    ...claim,
    id: folder + claim.id,
    article: folder + claim.article,
    evidence: { ...claim.evidence, file: folder + claim.evidence.file },
  }));
  return [again, claims.map(({ provenance }) => packProvenance(provenance))];
}
