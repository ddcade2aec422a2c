// How claimlint stands beside other programs, as ratios: `npm run bench [-- --articles N] [-- --bytes N] [-- --rounds N] [-- --only WORDS]`;
// `--short` takes the rows that need nothing but Node, and fails where one is more than twice what it was.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ratioOf } from './measure.ts';
import { ROWS } from './rows.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    bytes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const articles = Number(values.articles ?? (values.short ? 40 : 300));
const rounds = Number(values.rounds ?? (values.short ? 3 : 7));
const bytes = values.bytes === undefined ? undefined : Number(values.bytes);
if (![articles, rounds, bytes ?? 1].every((number) => Number.isInteger(number) && number > 0)) {
  console.error('articles, bytes and rounds are whole numbers, for instance: npm run bench -- --articles 2000 --rounds 7');
  process.exit(2);
}
const rows = ROWS.filter(({ name, held }) => name.includes(values.only ?? '') && (!values.short || held !== null));
const folder = mkdtempSync(join(tmpdir(), 'claimlint-bench-'));
let failed = false;
console.log(
  `${articles} articles${bytes === undefined ? '' : ` of ${bytes} bytes or more`}, medians of ${rounds} rounds, both sides in turn\n`,
);
console.log('| measured | bar | ratio | rounds from, to | ms |\n|---|---|---|---|---|');
try {
  for (const { name, bar, held, missing, sides, over = 1 } of rows) {
    const reason = missing?.() ?? null;
    if (reason !== null) {
      console.log(`| ${name} | ${shown(bar)} | not measured: ${reason} | | |`);
      continue;
    }
    const [own, other] = await sides({ folder, articles, bytes });
    const { ratio, spread, times } = await ratioOf(own, other, rounds);
    const far = values.short && held !== null && ratio / over > held * 2;
    failed ||= far;
    const mark = far ? ` **more than twice ${held}**` : '';
    console.log(
      `| ${name} | ${shown(bar)} | ${shown(ratio / over)}${mark} | ${spread.map((one) => shown(one / over)).join(', ')} | ${times.map((time) => time.toFixed(0)).join(' / ')} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed) process.exitCode = 1;

function shown(ratio: number): string {
  return ratio.toFixed(ratio < 10 ? 2 : 1);
}
