// What the other stages may use of this one.
export { discover, pathFrom } from './discover.ts';
export type { Discovery, DiscoverOptions } from './discover.ts';
export { isReadable } from './format.ts';
export { openLayouts } from './layouts.ts';
export type { Layout } from './layout.ts';
export { readArticles } from './read.ts';
export type { ReadOptions, ReadResult } from './read.ts';
export { readRecord } from './record.ts';
export { readForeign } from './read.ts';
