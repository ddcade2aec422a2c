// The shipped packs, compiled once for all test files and runs.
import { join } from 'node:path';
import type { Packs } from '../src/pack/index.ts';
import { loadPacks } from '../src/pack/load.ts';

const ROOT = join(import.meta.dirname, '..');

/** Folders of what is derived from packs and register, as the command keeps it in a checkout. */
export const CACHE: readonly string[] = [join(ROOT, '.cache', 'packs')];

export const shippedPacks = (): Packs => loadPacks(join(ROOT, 'packs'), [], CACHE);
