// Scores the audit against the gold sets beside the checkout (../shared/gold); says so and passes where there are none. `--list` lists every miss.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GOLD = resolve(ROOT, '..', 'shared', 'gold');
const SCORER = join(GOLD, 'score.mjs');
/** The gold sets were annotated as of this day. */
const AS_OF = '2026-11-22';

const flags = process.argv.slice(2);
const unknown = flags.filter((flag) => flag !== '--list' && flag !== '--json');
if (unknown.length > 0) {
  console.error(`unknown option ${unknown.join(' ')}; known: --list, --json`);
  process.exit(2);
}
const sets = existsSync(SCORER)
  ? readdirSync(GOLD, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(GOLD, entry.name, 'corpus')))
      .map(({ name }) => name)
      .sort()
  : [];
if (sets.length === 0) console.log('accuracy: no gold set found beside the checkout (../shared/gold), nothing to score');
const folder = mkdtempSync(join(tmpdir(), 'claimlint-accuracy-'));
try {
  for (const set of sets) process.exitCode = score(set) || process.exitCode;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Audits one set and prints its scores; the exit code of whatever failed, else 0. */
function score(set: string): number {
  const corpus = join(GOLD, set, 'corpus');
  const report = join(folder, `${set}.json`);
  const audit = run(
    [join(ROOT, 'src/cli/main.ts'), 'audit', '.', '--no-register', '--as-of', AS_OF, '--all-claims', '--max-evidence', '0'].concat([
      '--fail-on',
      'never',
      '--locale',
      'zh',
      '--quiet',
      '--report',
      `json=${report}`,
    ]),
    corpus,
  );
  // 3 is an audit with faults: some gold articles are meant not to be readable.
  if (audit !== 0 && audit !== 3) return audit;
  console.log(`\n== ${set}`);
  return run([SCORER, '--gold', join(GOLD, set), '--corpus', corpus, '--report', report, ...flags], ROOT);
}

function run(args: readonly string[], cwd: string): number {
  const { INIT_CWD: _, ...env } = process.env;
  return spawnSync(process.execPath, args, { cwd, env, stdio: 'inherit' }).status ?? 1;
}
