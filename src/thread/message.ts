// What goes between the thread of a run and those that read for it.
import type { ExportRule } from '../model/export.ts';
import type { Locale } from '../model/result.ts';
import type { Cache } from '../pack/cache.ts';

/** What a reading thread needs to know before it reads: packs are opened from the cache, not sent. */
export interface Setting {
  readonly packs: { readonly folder: string; readonly key: string; readonly cache: Cache };
  readonly exports: readonly ExportRule[];
  readonly layouts: readonly { readonly shown: string; readonly text: string }[];
  readonly cwd: string;
  readonly locale: Locale;
  /** Whether sentences that gave no claim are listed. */
  readonly unread: boolean;
}

export interface Order {
  readonly file: string;
  /** What the file says, where that is known. */
  readonly bytes: Uint8Array | null;
}

/** The reading and the packed provenance of its claims; null where it failed. */
export type Answer = { readonly reading: Uint8Array; readonly provenance: string } | null;

/** Between the packed provenance of two claims. */
export const SEPARATOR = '\0';
