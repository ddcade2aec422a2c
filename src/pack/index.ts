// What the other stages use of the packs.
export { PackError } from './error.ts';
export { openPacks } from './kept.ts';
export { relateConcepts } from './pack.ts';
export type { Packs } from './pack.ts';
export { withCorpus } from './with-corpus.ts';
