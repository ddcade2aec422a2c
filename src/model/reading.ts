// What the reading of a file gave, as plain data that can be kept until the file changes.
import type { Claim } from './claim.ts';
import type { Directive } from './directive.ts';
import type { Fault } from './fault.ts';
import type { Passage } from './passage.ts';
import type { ArticleSummary } from './result.ts';
import type { UnreadSentence } from './unread.ts';

export interface ArticleReading {
  readonly summary: ArticleSummary;
  readonly sentences: number;
  /** Their provenance is empty where they were kept. */
  readonly claims: readonly Claim[];
}

export interface FileReading {
  readonly articles: readonly ArticleReading[];
  readonly faults: readonly Fault[];
  readonly directives: readonly Directive[];
  /** The sentences that gave no claim; null where they were not asked for. */
  readonly unread: readonly UnreadSentence[] | null;
}

/** What is known of a file before it is read. */
export interface Looked {
  /** What its reading gave when it was the same as now; else null. */
  readonly reading: FileReading | null;
  /** What the file says, where that had to be looked at. */
  readonly bytes: Uint8Array | null;
  /** Keeps what the reading of `bytes` gave. */
  readonly keep: (reading: FileReading) => void;
}

/** Readings of earlier runs. Nothing of it is trusted, and nothing of it is needed. */
export interface KeptReadings {
  /** Null where nothing can be said of the file. `unread`: whether the reading must list the sentences that gave no claim. */
  readonly look: (file: string, unread: boolean) => Looked | null;
  /** What was shown around the claims of a file that was looked at and is the same as before, by claim. */
  readonly passages: (file: string) => ReadonlyMap<string, readonly Passage[]>;
  readonly keepPassages: (file: string, passages: ReadonlyMap<string, readonly Passage[]>) => void;
}

/** A reading made by another thread. The spans of the claims' fields are packed, claim by claim: few of them are ever looked at. */
export interface SentReading extends FileReading {
  readonly provenance: readonly string[];
}

/** Other threads that read files. */
export interface Readers {
  /** Files that may be under way at a time. */
  readonly ahead: number;
  /** Whether it pays to hand the next file out: so many have been read in this run, so many are left at most. */
  readonly pays: (read: number, left: number) => boolean;
  /** `bytes`: what the file says, where that is known. Null where the caller had better read it himself, and meet what went wrong. */
  readonly read: (file: string, bytes: Uint8Array | null) => Promise<SentReading | null>;
}
