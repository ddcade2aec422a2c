// One file → its articles: decodes it and hands it to the reader of its format.
import { resolve } from 'node:path';
import type { Article, SourceFile } from '../model/article.ts';
import type { Directive } from '../model/directive.ts';
import type { Fault } from '../model/fault.ts';
import type { PlacedArticle } from '../model/placed.ts';
import type { Locale } from '../model/result.ts';
import { directivesIn, directivesInRecords, tellUnheeded } from './directive.ts';
import { readFileBytes, readFileText, textOf } from './decode.ts';
import type { ExportRule } from '../model/export.ts';
import { ruleFor } from './export.ts';
import type { Exported } from './export.ts';
import { exportFormatOf, formatOf } from './format.ts';
import type { ExportFormat, Format } from './format.ts';
import { groupLayouts } from './layouts.ts';
import type { Layouts } from './layouts.ts';
import type { Layout } from './layout.ts';
import { reporter } from './messages.ts';
import type { Report } from './messages.ts';
import { readText } from './text.ts';

export interface ReadOptions {
  readonly cwd: string;
  readonly layouts: readonly Layout[];
  /** Which field of an export is what. */
  readonly exports?: readonly ExportRule[];
  readonly locale: Locale;
  /** What is to be read in place of what is on disk, by path. */
  readonly given?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface ReadResult {
  readonly articles: Article[];
  readonly faults: Fault[];
  /** Comments that ask to leave a finding alone. */
  readonly directives: Directive[];
}

type Reader = (file: SourceFile, layouts: Layouts, report: Report) => Article[] | Promise<Article[]>;

/** One line per format. Parsers are loaded with the first file that needs them. */
const READERS: Readonly<Record<Exclude<Format, 'docx'>, Reader>> = {
  text: readText,
  markdown: async (...args) => [(await import('./markdown.ts')).readMarkdown(...args)],
  html: async (...args) => [(await import('./html.ts')).readHtml(...args)].filter((article) => article !== null),
  typescript: async (...args) => (await import('./typescript.ts')).readTypeScript(...args),
};

type ExportReader = (file: SourceFile, layouts: Layouts, report: Report, rule: ExportRule) => Promise<Exported>;

/** One line per format of exports. */
const EXPORT_READERS: Readonly<Record<ExportFormat, ExportReader>> = {
  csv: async (...args) => (await import('./csv.ts')).readCsv(...args),
  json: async (...args) => (await import('./json-records.ts')).readJsonList(...args),
  'json-lines': async (...args) => (await import('./json-records.ts')).readJsonLines(...args),
};

/** Exports are larger than articles. */
const MAX_EXPORT = 100_000_000;

/** Reads the file at `path`, a path as `discover` gives it. Does not throw for what is in the file: faults say what could not be read. */
export async function readArticles(path: string, { cwd, layouts, locale, given, exports = [] }: ReadOptions): Promise<ReadResult> {
  const faults: Fault[] = [];
  const report = reporter(path, locale, faults);
  const format = formatOf(path);
  const exported = format === null ? exportFormatOf(path) : null;
  if (format === 'docx') {
    const articles = await readBinary(path, given?.get(path) ?? readFileBytes(resolve(cwd, path), report), layouts, report);
    tellUnheeded(articles, report);
    return { articles, faults, directives: [] };
  }
  const most = exported === null ? undefined : MAX_EXPORT;
  const bytes = given?.get(path);
  const text = bytes === undefined ? readFileText(resolve(cwd, path), report, most) : textOf(bytes, report, most);
  if (text === null) return { articles: [], faults, directives: [] };
  const file = { path, text };
  const grouped = groupLayouts(layouts);
  if (exported !== null) {
    const { articles, comments } = await EXPORT_READERS[exported](file, grouped, report, ruleFor(path, exports));
    return { articles, faults, directives: directivesInRecords(file, comments) };
  }
  const articles = await READERS[format ?? 'text'](file, grouped, report);
  if ((format ?? 'text') === 'text') tellUnheeded(articles, report);
  return { articles, faults, directives: await directivesIn(file, format ?? 'text', articles, grouped) };
}

/** As `readArticles`, of an article that a reader of somebody else's made. */
export async function readForeign(
  article: PlacedArticle,
  { layouts, locale }: Pick<ReadOptions, 'layouts' | 'locale'>,
): Promise<ReadResult> {
  const faults: Fault[] = [];
  const report = reporter(String(article?.file?.path ?? article?.id), locale, faults);
  const made = await (await import('./placed.ts')).readPlaced(article, groupLayouts(layouts), report);
  return { articles: made === null ? [] : [made], faults, directives: [] };
}

/** A format that is no text. */
async function readBinary(path: string, bytes: Uint8Array | null, layouts: readonly Layout[], report: Report): Promise<Article[]> {
  if (bytes === null) return [];
  if (bytes.length === 0) {
    report('empty', null, 'empty');
    return [];
  }
  const article = (await import('./docx.ts')).readDocx(path, bytes, groupLayouts(layouts), report);
  return article === null ? [] : [article];
}
