// An article that came as data → Article. Its file, in the eyes of a reader, is its title and below it its text.
import type { Article } from '../model/article.ts';
import type { ArticleRecord } from '../model/record.ts';
import { startDraft } from './draft.ts';
import { groupLayouts } from './layouts.ts';
import type { Layout } from './layout.ts';
import { addLines, splitLines } from './lines.ts';
import { wholeFile } from './strand.ts';

/** Reads the text as plain lines. Without `layouts` no numbers and bullets are known: every line is a paragraph. */
export function readRecord({ id, file, title, text, region, published }: ArticleRecord, layouts: readonly Layout[] = NONE): Article {
  const whole = wholeFile(`${title}\n${text}`);
  const draft = startDraft({ path: file, text: whole.text });
  draft.add('title', 0, [{ text: title, at: 0, raw: 0 }]);
  // The region stands nowhere in the text: its place is the title's.
  if (region !== null) draft.add('context', 0, [{ text: region, at: 0, raw: Math.max(1, title.length) }]);
  const from = title.length + 1;
  const lines = splitLines(text).map((line) => ({ ...line, start: line.start + from, end: line.end + from }));
  addLines(draft, whole, lines, groupLayouts(layouts).lines, () => false);
  return draft.finish({ id, title, published, teaser: false });
}

const NONE: readonly Layout[] = [];
