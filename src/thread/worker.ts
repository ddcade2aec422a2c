// A thread that reads files, one after the other, and answers in the order in which it is asked.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { packProvenance } from '../claim/passage.ts';
import { keptPacks } from '../pack/kept.ts';
import type { Packs } from '../pack/pack.ts';
import { readFile } from '../read-file.ts';
import { openLayouts } from '../source/layouts.ts';
import { packReading } from '../store/reading-bytes.ts';
import { SEPARATOR } from './message.ts';
import type { Answer, Order, Setting } from './message.ts';

const { packs: kept, exports, layouts: more, cwd, locale, unread } = workerData as Setting;
const opened = keptPacks(kept.folder, kept.key, kept.cache);
const packs: Packs | null = opened && { ...opened, exports, layouts: more };
const layouts = packs && openLayouts(join(packs.folder, 'layouts'), packs.cache, packs.layouts);

async function answerTo({ file, bytes }: Order): Promise<Answer> {
  if (packs === null || layouts === null) return null;
  try {
    const given = bytes === null ? undefined : new Map([[file, bytes]]);
    const reading = await readFile(file, { cwd, layouts: await layouts, locale, packs, given, unread });
    const claims = reading.articles.flatMap((article) => article.claims);
    const provenance = claims.map((claim) => packProvenance(claim.provenance)).join(SEPARATOR);
    return { reading: packReading(reading), provenance };
  } catch {
    // Whoever asked reads the file himself, and fails where everybody can see it.
    return null;
  }
}

const port = parentPort!;
let last = Promise.resolve();
port.on('message', (order: Order) => {
  last = last.then(async () => {
    const answer = await answerTo(order);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node's has none
    port.postMessage(answer);
  });
});
