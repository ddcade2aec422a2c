// How long the HTML report of a large audit takes to make, to open and to filter. `npm run bench:page -- 20000`
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSER, Desk } from '../test/browser/browser.ts';
import { largeResult } from '../test/fixtures/report/results.ts';

const ROUNDS = 5;
const count = Number(process.argv[2] ?? 20_000);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const tell = (what: string, times: readonly number[]): void =>
  console.log(`${what.padEnd(34)} ${median(times).toFixed(0).padStart(6)} ms   (${times.map((time) => time.toFixed(0)).join(', ')})`);

if (BROWSER === null) process.exit(0);
const desk = new Desk();
await desk.start();
try {
  const result = largeResult(count);
  const made: number[] = [];
  let address = '';
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    address = desk.write('many.html', result);
    made.push(performance.now() - start);
  }
  console.log(`${count} findings, ${(statSync(fileURLToPath(address)).size / 1e6).toFixed(2)} MB, medians of ${ROUNDS} rounds`);
  tell('made', made);
  const times = { load: [] as number[], search: [] as number[], again: [] as number[], facet: [] as number[], end: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { page } = await desk.visit(address);
    await page.locator('.card').first().waitFor();
    times.load.push(performance.now() - start);
    const filtered = async (act: () => Promise<unknown>, shown: RegExp): Promise<number> => {
      const from = performance.now();
      await act();
      await page.locator('.state', { hasText: shown }).waitFor();
      return performance.now() - from;
    };
    const field = page.getByRole('searchbox', { name: '搜索' });
    times.search.push(await filtered(() => field.fill(`主题${count - 1}`), /^1 \//));
    times.again.push(await filtered(() => field.fill(`主题${count - 2}`), /^1 \//));
    await filtered(() => field.fill(''), new RegExp(`^${count} 项`));
    times.facet.push(await filtered(() => page.locator('.counts button.error').click(), new RegExp(`^${count} / `)));
    const from = performance.now();
    await page.goto(`${address}#finding=f${count - 1}`);
    await page.locator(`[data-finding="f${count - 1}"] .body`).waitFor();
    times.end.push(performance.now() - from);
    await page.context().close();
  }
  tell('opened, first finding drawn', times.load);
  tell('first search (texts are folded)', times.search);
  tell('further search', times.again);
  tell('facet', times.facet);
  tell('link to the last finding', times.end);
} finally {
  await desk.stop();
}
