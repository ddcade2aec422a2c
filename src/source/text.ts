// Plain text: notes as somebody typed them, and crawled pages with their list of teasers.
import type { Article, SourceFile } from '../model/article.ts';
import { findDate, labelledDate } from './date.ts';
import { startDraft } from './draft.ts';
import type { CrawledLayout, Layouts, LinesLayout } from './layout.ts';
import { addLines, splitLines } from './lines.ts';
import type { Line } from './lines.ts';
import { cut, wholeFile } from './strand.ts';
import type { Strand } from './strand.ts';
import { addTeaserText } from './teaser.ts';

/** Lines longer than this are no date line, no marker, no furniture: they are not looked at. */
const LONGEST_FURNITURE = 40;
/** So many characters of a date line may be the name of the channel. */
const LONGEST_CHANNEL = 16;
const LEAST_NOTE_WORDS = 2;
const LEAST_MENU = 3;

/** The articles of a text file: the main one, and the teasers below it. */
export function readText(file: SourceFile, layouts: Layouts): Article[] {
  const strand = wholeFile(file.text);
  const lines = splitLines(file.text);
  for (const layout of layouts.crawled) {
    const at = lines.findIndex((line) => isOneOf(strand, line, layout.teasers));
    if (at < 0) continue;
    const page: Page = { file, strand, lines: layouts.lines, layout };
    return [readMain(page, lines.slice(0, at)), ...readTeasers(page, lines.slice(at + 1))].filter((article) => article !== null);
  }
  const main = readMain({ file, strand, lines: layouts.lines, layout: null }, lines);
  return main === null ? [] : [main];
}

interface Page {
  readonly file: SourceFile;
  readonly strand: Strand;
  readonly lines: LinesLayout;
  readonly layout: CrawledLayout | null;
}

function readMain({ file, strand, lines: linesLayout, layout }: Page, all: readonly Line[]): Article | null {
  const body = layout === null ? all : all.filter((line) => !isOneOf(strand, line, layout.drop));
  const kept = body[0] && isMenu(strand, body[0], linesLayout) ? body.slice(1) : body;
  const [first, ...lines] = kept;
  if (first === undefined) return null;
  const draft = startDraft(file);
  const title = strand.text.slice(first.start, first.end);
  draft.add('title', 0, cut(strand, first.start, first.end));
  let published: string | null = null;
  const notes = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const words = strand.text.slice(line.start, Math.min(line.end, line.start + 2000));
    const date = line.end - line.start <= 120 && !words.includes('。') ? labelledDate(words, linesLayout) : null;
    if (date !== null) notes.add(index);
    published ??= date;
    if (layout !== null && isNote(words, index === 0 || index >= lines.length - 2, layout)) notes.add(index);
  }
  addLines(draft, strand, lines, linesLayout, (index) => notes.has(index));
  return draft.finish({ id: file.path, title, published, teaser: false });
}

function isNote(words: string, outer: boolean, { notes }: CrawledLayout): boolean {
  if (notes.starts.some((start) => words.startsWith(start))) return true;
  return outer && notes.words.filter((word) => words.includes(word)).length >= LEAST_NOTE_WORDS;
}

function readTeasers(page: Page, all: readonly Line[]): Article[] {
  const { strand, layout } = page;
  const lines = all.filter((line) => !isOneOf(strand, line, layout!.drop) && !isOneOf(strand, line, layout!.teasers));
  const teasers: Article[] = [];
  let from = 0;
  for (let index = 0; index <= lines.length; index++) {
    const date = index < lines.length ? closingDate(page, lines[index]!) : null;
    if (date === null && index < lines.length) continue;
    const group = lines.slice(from, index);
    from = index + 1;
    if (group.length < 2) continue;
    const [title, ...body] = group as [Line, ...Line[]];
    const draft = startDraft(page.file);
    draft.add('title', 0, cut(strand, title.start, title.end));
    for (const line of body) addTeaserText(draft, strand, line.start, line.end, page.lines, layout!);
    teasers.push(
      draft.finish({
        id: `${page.file.path}#${teasers.length + 1}`,
        title: strand.text.slice(title.start, title.end),
        published: date,
        teaser: true,
      }),
    );
  }
  return teasers;
}

/** The date of a line such as `频道 2025-03-19`. */
function closingDate({ strand, lines }: Page, line: Line): string | null {
  if (line.end - line.start > LONGEST_FURNITURE) return null;
  const words = strand.text.slice(line.start, line.end);
  const found = findDate(words, lines);
  if (found === null || found.end !== words.length || found.start > LONGEST_CHANNEL) return null;
  return /[,\uff0c。;\uff1b:\uff1a]/.test(words.slice(0, found.start)) ? null : found.iso;
}

/** 首页 | 法规库 | 问答: names of other pages. */
function isMenu(strand: Strand, line: Line, { menu }: LinesLayout): boolean {
  if (line.end - line.start > LONGEST_FURNITURE) return false;
  const shown = strand.text.slice(line.start, line.end);
  const parts = menu.marks.reduce((text, mark) => text.replaceAll(mark, '|'), shown).split('|');
  const words = parts.filter((part) => part !== '');
  return words.length >= LEAST_MENU && words.some((word) => menu.words.includes(word));
}

function isOneOf(strand: Strand, line: Line, words: readonly string[]): boolean {
  return line.end - line.start <= LONGEST_FURNITURE && words.includes(strand.text.slice(line.start, line.end));
}
