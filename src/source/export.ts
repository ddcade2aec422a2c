// Exports of a CMS, many articles in one file: which field is what, and a record of such fields → an article.
import type { Article, SourceFile } from '../model/article.ts';
import type { BodyFormat, ExportRule } from '../model/export.ts';
import type { FaultCode } from '../model/fault.ts';
import { findDate } from './date.ts';
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
  finish(): Article[];
}

/** Makes articles of the records of one file. */
export function collectRecords(file: SourceFile, rule: ExportRule, layouts: Layouts, whole: Report): Collector {
  const articles: Article[] = [];
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
      for (const part of body) await addBody(draft, part, rule.format, layouts, report, file);
      if (draft.substance === 0) return true;
      const name = values.id[0]?.text.trim() ?? '';
      const own = name === '' || name.length > LONGEST_ID ? String(records) : name;
      const id = ids.has(own) ? `${own}@${line}` : own;
      ids.add(id);
      const date = values.published[0]?.text.slice(0, 100) ?? '';
      articles.push(
        draft.finish({
          id: `${file.path}#${id}`,
          title: title?.text.trim() || own,
          published: findDate(date, layouts.lines)?.iso ?? null,
          teaser: false,
        }),
      );
      return true;
    },
    finish() {
      for (const { count, code } of told.values())
        if (count > MOST_FAULTS) whole(code, null, 'more-faults', { count: count - MOST_FAULTS });
      return articles;
    },
  };
}

const TAG = /<(?:p|div|br|h[1-6]|ul|ol|li|table|span|section|article|strong|b|a|img)\b[^<>]{0,500}>/i;
const MARKUP = /^[ \t]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]|>|\|)|\*\*\S/m;

async function addBody(
  draft: ReturnType<typeof startDraft>,
  strand: Strand,
  format: BodyFormat,
  layouts: Layouts,
  report: Report,
  file: SourceFile,
): Promise<void> {
  const { text } = strand;
  const form = format !== 'auto' ? format : TAG.test(text) ? 'html' : MARKUP.test(text) ? 'markdown' : 'text';
  if (form === 'html') (await import('./html.ts')).addHtml(draft, strand, layouts, report, file);
  else if (form === 'markdown') (await import('./markdown.ts')).addMarkdown(draft, strand, layouts, report, file);
  else addLines(draft, strand, splitLines(text), layouts.lines, () => false);
}
