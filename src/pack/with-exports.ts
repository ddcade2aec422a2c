// The packs, and how the exports of this corpus are laid out: whatever reads with packs reads those too.
import { hash } from 'node:crypto';
import type { ExportRule } from '../model/export.ts';
import type { Packs } from './pack.ts';

/** What is kept by the key of the packs depends on the exports as well. */
export function withExports(packs: Packs, exports: readonly ExportRule[]): Packs {
  return exports.length === 0 ? packs : { ...packs, exports, key: hash('sha256', `${packs.key}\u0000${JSON.stringify(exports)}`) };
}
