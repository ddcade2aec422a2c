// The command as a user runs it: a child process with an environment of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Run {
  readonly args: readonly string[];
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `claimlint args…`; nothing of the test's own environment but PATH is handed on. */
export function claimlint(args: readonly string[], { cwd, input, env }: Surroundings): Run {
  const child = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input: input ?? '',
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  if (child.error !== undefined) throw child.error;
  return { args, code: child.status, stdout: child.stdout, stderr: child.stderr };
}

/** A run as a small file that can be reviewed. */
export function transcript({ args, code, stdout, stderr }: Run): string {
  const words = args.map((word) => (/^[\w./:=-]+$/.test(word) ? word : `'${word}'`));
  return `$ claimlint ${words.join(' ')}\n[exit ${code}]\n--- stdout\n${stdout}--- stderr\n${stderr}`;
}
