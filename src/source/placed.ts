// An article of a reader of one's own → Article. What the reader says of places is checked: a wrong map would send every editor to the wrong line.
import { z } from 'zod';
import type { Article, SourceFile } from '../model/article.ts';
import type { PlacedArticle, PlacedBlock, PlacedBody, PlacedText } from '../model/placed.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Layouts } from './layout.ts';
import { addLines, splitLines } from './lines.ts';
import type { Report } from './messages.ts';
import { join } from './strand.ts';

const count = z.int().nonnegative();
const text = z.array(z.strictObject({ text: z.string(), at: count, raw: count }));
const table = z.strictObject({ table: count, row: z.int().min(-1), column: z.int().min(-1), header: z.boolean() });
const block = z.strictObject({
  kind: z.enum(['title', 'heading', 'paragraph', 'item', 'caption', 'cell', 'context', 'note']),
  level: count.max(99),
  text,
  table: table.nullable(),
});
const body = z.strictObject({ format: z.enum(['html', 'markdown', 'text']), text });
const placed = z.strictObject({
  id: z.string().min(1),
  file: z.strictObject({ path: z.string().min(1), text: z.string() }),
  title: text,
  context: z.array(text),
  published: z.iso.date().nullable(),
  parts: z.array(z.union([body, block])),
}) satisfies z.ZodType<PlacedArticle>;

/** Null after a report. */
export async function readPlaced(article: PlacedArticle, layouts: Layouts, report: Report): Promise<Article | null> {
  const checked = placed.safeParse(article);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    report('bad-record', null, 'placed', { detail: `${issue!.path.join('.')}: ${issue!.message}` });
    return null;
  }
  const { id, file, title, context, published, parts } = article;
  const wrong = [title, ...context, ...parts.map((part) => part.text)].flat().find((piece) => !isThere(piece, file));
  if (wrong !== undefined) {
    const there = file.text.slice(wrong.at, wrong.at + Math.max(wrong.raw, wrong.text.length));
    report('bad-record', null, 'misplaced', { id, at: wrong.at, text: shorten(wrong.text), there: shorten(there) });
    return null;
  }
  const draft = startDraft(file);
  draft.add('title', 0, title);
  for (const one of context) draft.add('context', 0, one);
  for (const part of parts) await addPart(draft, part, layouts, report, file);
  const name = title.map((piece) => piece.text).join('');
  return draft.finish({ id, title: name.trim() || id, published, teaser: false });
}

/** Whether the file has the piece where it says so. */
const isThere = ({ text: said, at, raw }: PlacedText, { text: whole }: SourceFile): boolean =>
  raw === 0 ? whole.startsWith(said, at) : at + raw <= whole.length;

const shorten = (said: string): string => (said.length <= 40 ? said : `${said.slice(0, 40).toWellFormed()}\u2026`);

async function addPart(draft: Draft, part: PlacedBody | PlacedBlock, layouts: Layouts, report: Report, file: SourceFile): Promise<void> {
  if ('kind' in part) {
    draft.add(part.kind, part.level, part.text, part.table);
    return;
  }
  const strand = join(part.text);
  if (part.format === 'html') (await import('./html.ts')).addHtml(draft, strand, layouts, report, file);
  else if (part.format === 'markdown') (await import('./markdown.ts')).addMarkdown(draft, strand, layouts, report, file);
  else addLines(draft, strand, splitLines(strand.text), layouts.lines, () => false);
}
