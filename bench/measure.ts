// Two things measured side by side: in turn, each round both, in changing order; what counts is the median of the ratios of the rounds.
import { spawnSync } from 'node:child_process';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit codes that are no failure. */
  readonly codes?: readonly number[];
}

/** Milliseconds on the clock that something took. */
export type Timed = () => number | Promise<number>;

/** A process from start to end, its output thrown away. @throws Error where it ends in another way than it should */
export function timed({ command, args, cwd, codes = [0] }: Command): Timed {
  return () => {
    const { INIT_CWD: _, NODE_OPTIONS: __, ...env } = process.env;
    const start = performance.now();
    const { status, error, stderr } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
    const time = performance.now() - start;
    if (error) throw error;
    if (status === null || !codes.includes(status))
      throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.toString().slice(-2000)}`);
    return time;
  };
}

export interface Ratio {
  readonly ratio: number;
  /** The least and the greatest ratio of a round. */
  readonly spread: readonly [number, number];
  /** Medians of both sides in milliseconds: for orientation, since they depend on the machine and on what else it does. */
  readonly times: readonly [number, number];
}

/** `own` against `other`, after one round that is not counted. */
export async function ratioOf(own: Timed, other: Timed, rounds: number): Promise<Ratio> {
  const times: [number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await own() : null;
    const second = await other();
    times.push([first ?? (await own()), second]);
  }
  const counted = times.slice(1);
  const ratios = counted.map(([a, b]) => a / b);
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    times: [median(counted.map(([a]) => a)), median(counted.map(([, b]) => b))],
  };
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
