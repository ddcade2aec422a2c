// One file → its articles: decodes it and hands it to the reader of its format.
import { resolve } from 'node:path';
import type { Article, SourceFile } from '../model/article.ts';
import type { Fault } from '../model/fault.ts';
import type { Locale } from '../model/result.ts';
import { readFileText, textOf } from './decode.ts';
import { formatOf } from './format.ts';
import type { Format } from './format.ts';
import { groupLayouts } from './layouts.ts';
import type { Layouts } from './layouts.ts';
import type { Layout } from './layout.ts';
import { reporter } from './messages.ts';
import type { Report } from './messages.ts';
import { readText } from './text.ts';

export interface ReadOptions {
  readonly cwd: string;
  readonly layouts: readonly Layout[];
  readonly locale: Locale;
  /** What is to be read in place of what is on disk, by path. */
  readonly given?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface ReadResult {
  readonly articles: Article[];
  readonly faults: Fault[];
}

type Reader = (file: SourceFile, layouts: Layouts, report: Report) => Article[] | Promise<Article[]>;

/** One line per format. Parsers are loaded with the first file that needs them. */
const READERS: Readonly<Record<Format, Reader>> = {
  text: readText,
  markdown: async (...args) => [(await import('./markdown.ts')).readMarkdown(...args)],
  html: async (...args) => [(await import('./html.ts')).readHtml(...args)].filter((article) => article !== null),
  typescript: async (...args) => (await import('./typescript.ts')).readTypeScript(...args),
};

/** Reads the file at `path`, a path as `discover` gives it. Does not throw for what is in the file: faults say what could not be read. */
export async function readArticles(path: string, { cwd, layouts, locale, given }: ReadOptions): Promise<ReadResult> {
  const faults: Fault[] = [];
  const report = reporter(path, locale, faults);
  const bytes = given?.get(path);
  const text = bytes === undefined ? readFileText(resolve(cwd, path), report) : textOf(bytes, report);
  if (text === null) return { articles: [], faults };
  const articles = await READERS[formatOf(path) ?? 'text']({ path, text }, groupLayouts(layouts), report);
  return { articles, faults };
}
