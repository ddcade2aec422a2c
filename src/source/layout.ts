// packs/layouts/*.yaml: how lines, crawled pages, web pages and content modules are laid out.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PackError } from '../pack/error.ts';
import { readYaml } from '../pack/yaml.ts';

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

/** Reads all layouts of a folder, by name of file. Throws PackError with file, line and column. */
export function loadLayouts(dir: string): Layout[] {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    throw new PackError(dir.replaceAll('\\', '/'), 1, 1, 'file.folder');
  }
  return names
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(dir, name))
    .map((file) => readYaml(file, file.replaceAll('\\', '/'), layout));
}

/** The layouts by what they are about. What no file describes has no words. */
export interface Layouts {
  readonly lines: LinesLayout;
  readonly crawled: readonly CrawledLayout[];
  readonly page: PageLayout;
  readonly fields: FieldsLayout;
}

const grouped = new WeakMap<readonly Layout[], Layouts>();

export function groupLayouts(layouts: readonly Layout[]): Layouts {
  let groups = grouped.get(layouts);
  if (groups === undefined) {
    const first = <F extends Layout['form']>(form: F): Extract<Layout, { form: F }> | undefined =>
      layouts.find((one): one is Extract<Layout, { form: F }> => one.form === form);
    groups = {
      lines: first('lines') ?? { form: 'lines', markers: [], bullets: [], dates: [], dateLabels: [], menu: { marks: [], words: [] } },
      crawled: layouts.filter((one) => one.form === 'crawled'),
      page: first('page') ?? { form: 'page', content: [], context: [], byline: [], drop: [], pathSeparators: [], dateMeta: [] },
      fields: first('fields') ?? {
        form: 'fields',
        title: [],
        date: [],
        region: [],
        tags: [],
        body: [],
        heading: [],
        note: [],
        question: [],
        answer: [],
      },
    };
    grouped.set(layouts, groups);
  }
  return groups;
}
