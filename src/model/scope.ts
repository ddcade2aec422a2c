// What of a corpus an audit tells about, where that is not all of it.

/** Every finding of such an audit has one of `files` on its first side, there before all others. The whole corpus was read and compared. */
export interface Scope {
  /** The revision as it was named; null where the files themselves were named. */
  readonly changedSince: string | null;
  /** The commit that the files were compared with: the newest that the revision and what is checked out have in common. */
  readonly base: string | null;
  /** Files of the corpus that are told about, as `file` has them elsewhere, sorted. */
  readonly files: readonly string[];
  /** Files that are gone since: they take no part, and what they said contradicts nobody any more. */
  readonly deleted: readonly string[];
  /** Config, packs and register that changed too: what that does to the findings of other files is not told here. */
  readonly settings: readonly string[];
}
