// The commands, in the order in which the help lists them. A run loads its own; help and complaints need all.
import type { Command } from '../command.ts';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./audit.ts')).audit,
  check: async () => (await import('./check.ts')).check,
  index: async () => (await import('./index-corpus.ts')).index,
  diff: async () => (await import('./diff.ts')).diff,
  extract: async () => (await import('./extract.ts')).extract,
  compare: async () => (await import('./compare.ts')).compare,
  report: async () => (await import('./report.ts')).report,
  explain: async () => (await import('./explain.ts')).explain,
  baseline: async () => (await import('./baseline.ts')).baseline,
  waivers: async () => (await import('./waivers.ts')).waivers,
  init: async () => (await import('./init.ts')).init,
  config: async () => (await import('./config.ts')).config,
  register: async () => (await import('./register.ts')).register,
  upcoming: async () => (await import('./upcoming.ts')).upcoming,
  completion: async () => (await import('./completion.ts')).completion,
};

/** The command of this name, or null. */
export async function commandOf(name: string | undefined): Promise<Command | null> {
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name]!() : null;
}

export function allCommands(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
