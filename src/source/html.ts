// A web page → its article: title, context, blocks, date of publication.
import type { Article, SourceFile } from '../model/article.ts';
import { lineIn, toFile } from '../model/locate.ts';
import type { Comment } from './comment.ts';
import { findDate, labelledDate } from './date.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { readBlocks } from './html-blocks.ts';
import type { FoundBlock } from './html-blocks.ts';
import { findContent, findRoles } from './html-role.ts';
import type { Roles } from './html-role.ts';
import { attribute, isElement, isText, parsePage, piecesOf, textWithin, walk } from './html-tree.ts';
import type { Element, Node } from './html-tree.ts';
import type { Layouts } from './layout.ts';
import { baseName } from './markdown.ts';
import type { Report } from './messages.ts';
import { append, collapse, endOf, project, textOf, trim } from './strand.ts';
import type { Piece, Strand } from './strand.ts';

/** The article of a page, or null after a report where it has no body. */
export function readHtml(file: SourceFile, layouts: Layouts, report: Report): Article | null {
  const html = file.text;
  const tree = parsePage(html);
  if (tree === null) {
    report('not-analysed', null, 'deep');
    return null;
  }
  const page = survey(tree);
  if (page.body === null) {
    report('no-body', null, 'no-body');
    return null;
  }
  const roles = findRoles(page.body, layouts.page);
  const content = findContent(page.body, roles);
  const heading = page.h1.find((one) => textWithin(one).trim() !== '') ?? null;
  const name = page.title === null ? [] : inlinePieces(page.title, html);
  const own = heading === null ? [] : inlinePieces(heading, html);
  const title = own.length > 0 ? own : name;
  // The path and the date often stand beside the article, not in it.
  const around =
    content === page.body
      ? []
      : readBlocks(page.body, html, roles, layouts, heading).filter(({ kind }) => kind === 'context' || kind === 'note');
  const blocks = readBlocks(content, html, roles, layouts, heading);

  const draft = startDraft(file);
  draft.add('title', 0, title);
  if (own.length > 0 && textOf(own) !== textOf(name)) draft.add('context', 0, name);
  const seen = new Set(blocks.map(({ at }) => at));
  for (const block of around) if (!seen.has(block.at)) draft.add(block.kind, 0, block.pieces);
  const titleAt = own[0]?.at ?? -1;
  for (const block of blocks) draft.add(isFurniture(block, titleAt) ? 'note' : block.kind, block.level, block.pieces, block.table);
  if (draft.substance === 0) {
    report('no-body', null, 'no-body');
    return null;
  }
  const published = page.published(layouts) ?? dateIn([...around, ...blocks], layouts) ?? bylineDate(page.body, roles, layouts);
  return draft.finish({ id: file.path, title: title.length > 0 ? textOf(title) : baseName(file.path), published, teaser: false });
}

/** Adds the blocks of HTML that stands in a string: a body without the page around it. */
export function addHtml(draft: Draft, strand: Strand, layouts: Layouts, report: Report, file: SourceFile): void {
  const tree = parsePage(strand.text);
  const body = tree === null ? null : survey(tree).body;
  if (body === null) {
    report('not-analysed', lineIn(file, toFile(strand.remap, { start: 0, end: 0 }).start), 'deep');
    return;
  }
  const tables = new Map<number, number>();
  for (const { kind, level, pieces, table } of readBlocks(body, strand.text, findRoles(body, layouts.page), layouts, null)) {
    if (table !== null && !tables.has(table.table)) tables.set(table.table, draft.newTable());
    draft.add(kind, level, project(strand, pieces), table === null ? null : { ...table, table: tables.get(table.table)! });
  }
}

/** The comments of a page. */
export function commentsInHtml(html: string): Comment[] {
  const found: Comment[] = [];
  const tree = parsePage(html);
  if (tree === null) return found;
  const take = (node: Node): boolean => {
    const place = node.sourceCodeLocation;
    if (node.nodeName === '#comment' && place)
      found.push({ text: (node as { data: string }).data.trim(), start: place.startOffset, end: place.endOffset });
    return true;
  };
  walk(tree, take, () => {});
  return found.sort((a, b) => a.start - b.start);
}

/** What stands above the title and is no sentence: names of the site, counters. */
function isFurniture({ kind, text, at }: FoundBlock, titleAt: number): boolean {
  return at < titleAt && (kind === 'paragraph' || kind === 'item') && !text.includes('。');
}

interface Page {
  body: Element | null;
  title: Element | null;
  h1: Element[];
  metas: Element[];
  times: Element[];
  published(layouts: Layouts): string | null;
}

function survey(tree: NonNullable<ReturnType<typeof parsePage>>): Page {
  const page: Page = {
    body: null,
    title: null,
    h1: [],
    metas: [],
    times: [],
    published: ({ page: { dateMeta }, lines }) => {
      const isDate = (name: string): boolean => dateMeta.some((one) => one.toLowerCase() === name);
      for (const meta of page.metas) {
        const names = ['name', 'property', 'itemprop'].map((key) => attribute(meta, key)?.toLowerCase() ?? '');
        const found = names.some(isDate) ? findDate((attribute(meta, 'content') ?? '').slice(0, 100), lines) : null;
        if (found !== null) return found.iso;
      }
      for (const time of page.times) {
        const found = findDate((attribute(time, 'datetime') ?? '').slice(0, 100), lines);
        if (found !== null) return found.iso;
      }
      return null;
    },
  };
  walk(
    tree,
    (node) => {
      if (!isElement(node)) return false;
      if (node.tagName === 'body') page.body ??= node;
      if (node.tagName === 'title') page.title ??= node;
      if (node.tagName === 'h1') page.h1.push(node);
      if (node.tagName === 'meta') page.metas.push(node);
      if (node.tagName === 'time') page.times.push(node);
      return true;
    },
    () => {},
  );
  return page;
}

export function inlinePieces(element: Element, html: string): Piece[] {
  const pieces: Piece[] = [];
  walk(
    element,
    (node) => {
      if (!isText(node)) return !isElement(node) || (node.tagName !== 'script' && node.tagName !== 'style');
      const more = piecesOf(node, html);
      // The parser moves text out of a broken table; what stands elsewhere in the file is not part of the line.
      if (more[0] !== undefined && more[0].at >= endOf(pieces)) append(pieces, more);
      return true;
    },
    () => {},
  );
  return trim(collapse(pieces));
}

function dateIn(blocks: readonly FoundBlock[], { lines }: Layouts): string | null {
  for (const { kind, text } of blocks) {
    if (kind !== 'note') continue;
    const date = labelledDate(text, lines);
    if (date !== null) return date;
  }
  return null;
}

/** A date without a label, in an element that is named for it. */
function bylineDate(body: Element, roles: Roles, { lines }: Layouts): string | null {
  let date: string | null = null;
  walk(
    body,
    (node) => {
      if (date !== null || !isElement(node) || roles.roleOf(node) === 'drop') return false;
      if (roles.roleOf(node) === 'byline') {
        const text = textWithin(node);
        if (text.length <= 120 && !text.includes('。')) date = findDate(text, lines)?.iso ?? null;
      }
      return true;
    },
    () => {},
  );
  return date;
}
