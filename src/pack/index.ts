// What the other stages use of the packs.
export { PackError } from './error.ts';
export { loadPacks } from './load.ts';
export { relateConcepts } from './pack.ts';
export type { Packs } from './pack.ts';
