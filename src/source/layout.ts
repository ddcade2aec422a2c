// packs/layouts/*.yaml: how lines, crawled pages, web pages and content modules are laid out.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shownPath, yamlFiles } from '../pack/list.ts';
import { checkYaml } from '../pack/yaml.ts';

export { groupLayouts } from './layouts.ts';
export type { Layouts } from './layouts.ts';

const word = z.string().min(1).max(100);
const words = z.array(word).max(1000);
const length = z.number().int().min(0).max(100);

const marker = z.strictObject({
  open: z.string().max(10),
  /** The characters that a numeral is made of. */
  numeral: word,
  close: z.string().max(10),
  level: z.number().int().min(1).max(6),
});

const lines = z.strictObject({
  form: z.literal('lines'),
  markers: z.array(marker).max(100),
  bullets: z.array(z.string().length(1)).max(100),
  dates: z.array(word.regex(/Y.*M.*D/, 'has to hold Y, M and D in this order')).max(20),
  dateLabels: words,
  menu: z.strictObject({ marks: z.array(z.string().length(1)).max(20), words }),
});

const crawled = z.strictObject({
  form: z.literal('crawled'),
  name: word,
  teasers: words.min(1),
  drop: words,
  notes: z.strictObject({ starts: words, words }),
  inline: z.strictObject({ answer: length, heading: length, label: length, subheading: length }),
});

const page = z.strictObject({
  form: z.literal('page'),
  content: words,
  context: words,
  byline: words,
  drop: words,
  pathSeparators: words,
  dateMeta: words,
});

const fields = z.strictObject({
  form: z.literal('fields'),
  title: words,
  date: words,
  region: words,
  tags: words,
  body: words,
  heading: words,
  note: words,
  question: words,
  answer: words,
});

const layout = z.discriminatedUnion('form', [lines, crawled, page, fields]);

export type Layout = z.output<typeof layout>;
export type Marker = z.output<typeof marker>;
export type LinesLayout = z.output<typeof lines>;
export type CrawledLayout = z.output<typeof crawled>;
export type PageLayout = z.output<typeof page>;
export type FieldsLayout = z.output<typeof fields>;

/** A file, and what messages name it. */
export interface LayoutFile {
  readonly shown: string;
  readonly text: string;
}

/** Reads all layouts of a folder, by name of file. Throws PackError with file, line and column. */
export const loadLayouts = (dir: string): Layout[] =>
  checkLayouts(yamlFiles(dir).map((file) => ({ shown: shownPath(file), text: readFileSync(file, 'utf8') })));

export const checkLayouts = (files: readonly LayoutFile[]): Layout[] => files.map(({ shown, text }) => checkYaml(text, shown, layout));
