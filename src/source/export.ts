// Exports of a CMS, many articles in one file: which field is what, and a record of such fields → an article.
import type { Article, SourceFile } from '../model/article.ts';
import type { BodyFormat, ExportRule } from '../model/export.ts';
import type { FaultCode } from '../model/fault.ts';
import { toFile } from '../model/locate.ts';
import type { Comment } from './comment.ts';
import { findDate } from './date.ts';
import { MARK } from './directive.ts';
import { startDraft } from './draft.ts';
import type { Layouts } from './layout.ts';
import { addLines, splitLines } from './lines.ts';
import type { Report } from './messages.ts';
import { matcher } from './pattern.ts';
import { cut } from './strand.ts';
import type { Strand } from './strand.ts';

export const USUAL: ExportRule = { files: [], id: [], title: [], body: [], region: [], published: [], format: 'auto', delimiter: null };

export function ruleFor(path: string, rules: readonly ExportRule[]): ExportRule {
  return rules.find(({ files }) => matcher(files)(path)) ?? USUAL;
}

export const ROLES = ['id', 'title', 'body', 'region', 'published'] as const;
export type Role = (typeof ROLES)[number];

/** Names under which a field is looked for, in order, where the config names none. */
export function usualNames(role: Role, { fields }: Layouts): readonly string[] {
  if (role === 'id') return ['id', 'slug', 'url', 'guid'];
  return role === 'published' ? fields.date : fields[role];
}

/** One record: the values of its fields, each at its place. A body may come in several parts. */
export type Values = Readonly<Record<Role, readonly Strand[]>>;

export const MOST_RECORDS = 200_000;
const MOST_FAULTS = 20;
const LONGEST_ID = 200;

export interface Collector {
  readonly articles: readonly Article[];
  /** Takes a record; false once there are too many. `line` is where it starts. */
  take(values: Values, line: number): Promise<boolean>;
  /** As a report, but of each message only so many times. */
  readonly report: Report;
  /** Says how many faults were left out. */
  finish(): Exported;
}

export interface Exported {
  readonly articles: Article[];
  /** Comments for claimlint in the texts of articles, at their places in the file. */
  readonly comments: ReadonlyMap<Article, readonly Comment[]>;
}

/** Makes articles of the records of one file. */
export function collectRecords(file: SourceFile, rule: ExportRule, layouts: Layouts, whole: Report): Collector {
  const articles: Article[] = [];
  const comments = new Map<Article, readonly Comment[]>();
  const ids = new Set<string>();
  const told = new Map<string, { count: number; code: FaultCode }>();
  const report: Report = Object.assign(
    ((code, line, message, args) => {
      const seen = told.get(message) ?? { count: 0, code };
      told.set(message, seen);
      if (++seen.count <= MOST_FAULTS) whole(code, line, message, args);
    }) as Report,
    { say: whole.say },
  );
  let records = 0;
  return {
    articles,
    report,
    async take(values, line) {
      if (++records > MOST_RECORDS) {
        report('too-large', line, 'too-many-records', { limit: MOST_RECORDS });
        return false;
      }
      const title = values.title[0] ?? null;
      const body = values.body.filter(({ text }) => text.trim() !== '');
      // A record without a text is a page without one.
      if (body.length === 0) return true;
      const draft = startDraft(file);
      if (title !== null) draft.add('title', 0, cut(title, 0, title.text.length));
      for (const region of values.region) draft.add('context', 0, cut(region, 0, region.text.length));
      const own: Comment[] = [];
      for (const part of body) {
        const form = formOf(part, rule.format);
        await addBody(draft, part, form, layouts, report, file);
        if (part.text.includes(MARK)) own.push(...(await commentsOf(part, form, layouts, report, file, line)));
      }
      if (draft.substance === 0) return true;
      const name = values.id[0]?.text.trim() ?? '';
      const named = name === '' || name.length > LONGEST_ID ? String(records) : name;
      const id = ids.has(named) ? `${named}@${line}` : named;
      ids.add(id);
      const date = values.published[0]?.text.slice(0, 100) ?? '';
      const article = draft.finish({
        id: `${file.path}#${id}`,
        title: title?.text.trim() || named,
        published: findDate(date, layouts.lines)?.iso ?? null,
        teaser: false,
      });
      articles.push(article);
      if (own.length > 0) comments.set(article, own);
      return true;
    },
    finish() {
      for (const { count, code } of told.values())
        if (count > MOST_FAULTS) whole(code, null, 'more-faults', { count: count - MOST_FAULTS });
      return { articles, comments };
    },
  };
}

const TAG = /<(?:p|div|br|h[1-6]|ul|ol|li|table|span|section|article|strong|b|a|img)\b[^<>]{0,500}>/i;
const MARKUP = /^[ \t]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]|>|\|)|\*\*\S/m;

/** A comment for claimlint is markup, also where nothing else is. */
const ASKS = new RegExp(`<!--\\s*${MARK}`);

type Form = Exclude<BodyFormat, 'auto'>;

function formOf({ text }: Strand, format: BodyFormat): Form {
  if (format !== 'auto') return format;
  return TAG.test(text) ? 'html' : MARKUP.test(text) || ASKS.test(text) ? 'markdown' : 'text';
}

async function addBody(
  draft: ReturnType<typeof startDraft>,
  strand: Strand,
  form: Form,
  layouts: Layouts,
  report: Report,
  file: SourceFile,
): Promise<void> {
  if (form === 'html') (await import('./html.ts')).addHtml(draft, strand, layouts, report, file);
  else if (form === 'markdown') (await import('./markdown.ts')).addMarkdown(draft, strand, layouts, report, file);
  else addLines(draft, strand, splitLines(strand.text), layouts.lines, () => false);
}

/** @param line where the record starts */
async function commentsOf(
  { text, remap }: Strand,
  form: Form,
  layouts: Layouts,
  report: Report,
  { path }: SourceFile,
  line: number,
): Promise<Comment[]> {
  if (form === 'text') {
    report('not-analysed', line, 'no-comments');
    return [];
  }
  const found =
    form === 'html'
      ? (await import('./html.ts')).commentsInHtml(text)
      : (await import('./markdown.ts')).commentsInMarkdown({ path, text }, layouts);
  return found.map((comment) => ({ ...comment, ...toFile(remap, comment) }));
}
