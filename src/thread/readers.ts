// Threads that read files for a run. The result is the same with any number of them: they are told of files in order, and asked in that order.
import { Worker } from 'node:worker_threads';
import type { Readers, SentReading } from '../model/reading.ts';
import { readCache } from '../pack/cache.ts';
import { entryName } from '../pack/kept.ts';
import type { Packs } from '../pack/pack.ts';
import { unpackReading } from '../store/reading-bytes.ts';
import { SEPARATOR } from './message.ts';
import type { Answer, Order, Setting } from './message.ts';

/** Files under way for each thread: enough that none waits for the next while this one tells of what was read. */
const AHEAD = 8;
/** A thread takes a second to get going: below so many files it does not pay, nor before so many have turned out not to be kept. */
const LEAST_FILES = 400;
const LEAST_READ = 24;

export interface ReadersOptions extends Pick<Setting, 'cwd' | 'locale' | 'unread'> {
  readonly packs: Pick<Packs, 'folder' | 'key' | 'cache' | 'exports' | 'layouts'>;
  readonly threads: number;
  /** Use them from the first file on, however few there are. */
  readonly always: boolean;
}

/** Starts no thread before the first file. Null where threads could not open the packs, which nobody keeps. */
export function openReaders({
  threads,
  always,
  packs,
  cwd,
  locale,
  unread,
}: ReadersOptions): (Readers & { readonly close: () => void }) | null {
  const { folder, key, cache, exports, layouts } = packs;
  if (readCache(cache, entryName(key)) === null) return null;
  const setting: Setting = { packs: { folder, key, cache }, exports, layouts, cwd, locale, unread };
  const pool: Reader[] = [];
  return {
    ahead: threads * AHEAD,
    pays: (read, left) => pool.length > 0 || always || (read >= LEAST_READ && left >= LEAST_FILES),
    read(file, bytes) {
      while (pool.length < threads) pool.push(new Reader(setting));
      const least = pool.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      return least.ask({ file, bytes });
    },
    close: () => {
      for (const reader of pool) reader.close();
    },
  };
}

class Reader {
  readonly #worker: Worker;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  #gone = false;

  constructor(setting: Setting) {
    // In a checkout this file is TypeScript, in the package it is not.
    const name = import.meta.filename.endsWith('.ts') ? './worker.ts' : './worker.js';
    this.#worker = new Worker(new URL(name, import.meta.url), { workerData: setting });
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.(answer));
    // One that has ended reads nothing any more; what it was asked is read by whoever asked.
    const end = (): void => {
      this.#gone = true;
      for (const answer of this.#waiting.splice(0)) answer(null);
    };
    this.#worker.on('error', end);
    this.#worker.on('exit', end);
  }

  get waiting(): number {
    return this.#gone ? Number.POSITIVE_INFINITY : this.#waiting.length;
  }

  async ask(order: Order): Promise<SentReading | null> {
    if (this.#gone) return null;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.push(resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node's has none
      this.#worker.postMessage(order);
    });
    if (answer === null) return null;
    const { buffer, byteOffset, length } = answer.reading;
    return { ...unpackReading(Buffer.from(buffer, byteOffset, length)), provenance: answer.provenance.split(SEPARATOR) };
  }

  close(): void {
    void this.#worker.terminate();
  }
}
