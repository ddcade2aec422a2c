// The run of this process: all that `claimlint` does, once the code for it is found.
import { processIo } from './io.ts';
import { run } from './run.ts';

export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processIo());
}
