// A folder for the time of one piece of work, gone after it, also where the work fails or is stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | null = null;
  const remove = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    remove();
    release();
    // What the signal does where nobody listens: the caller sees how the program ended.
    process.kill(process.pid, signal);
  };
  const release = (): void => SIGNALS.forEach((signal) => void process.removeListener(signal, stop));
  // Before there is a folder: a signal may come at any time.
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    folder = mkdtempSync(join(tmpdir(), 'claimlint-'));
    return await work(folder);
  } finally {
    remove();
    release();
  }
}
