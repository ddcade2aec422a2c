// Content modules, pages in JSX and tables of strings in TypeScript or JavaScript: parsed, never run.
import type { ts as Ts } from 'ts-morph';
import type { Article, SourceFile } from '../model/article.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';
import type { Syntax } from './ts-constant.ts';
import { readContent } from './ts-content.ts';
import { isJsx, readPage } from './ts-jsx.ts';
import { openModule } from './ts-module.ts';
import { readTable } from './ts-table.ts';

const HAN = /\p{Script=Han}/u;
/** A file whose strings are written in escapes only. */
const ESCAPED_HAN = /\\u(?:[4-9][0-9a-f]{3}|\{[0-9a-f]{4,6}\})/i;

/** The articles of a module; none where no string of it is Chinese. */
export async function readTypeScript(file: SourceFile, layouts: Layouts, report: Report): Promise<Article[]> {
  if (!HAN.test(file.text) && !ESCAPED_HAN.test(file.text)) return [];
  const { ts } = await import('ts-morph');
  const module = openModule(ts, file, layouts, report);
  if (module === null) return [];
  const { tree, referred } = module;
  const found: { node: Syntax; article: Article }[] = [];
  const rest: Ts.ObjectLiteralExpression[] = [];
  const markup: Syntax[] = [];
  const open: { node: Syntax; inMarkup: boolean }[] = [{ node: tree, inMarkup: false }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node } = top;
    let { inMarkup } = top;
    if (ts.isObjectLiteralExpression(node)) {
      const article = readContent(module, node);
      if (article !== null) {
        if (article !== 'unread') found.push({ node, article });
        continue;
      }
      rest.push(node);
    } else if (isJsx(ts, node)) {
      if (!inMarkup) markup.push(node);
      inMarkup = true;
    }
    const children: Syntax[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (let index = children.length - 1; index >= 0; index--) open.push({ node: children[index]!, inMarkup });
  }
  const isReferred = within(referred);
  const articles = found.filter(({ node }) => !isReferred(node)).map(({ article }) => article);
  const page = markup.length === 0 ? null : readPage(module, markup);
  if (page !== null) articles.push(page);
  if (articles.length === 0) {
    const table = readTable(module, rest);
    if (table !== null) articles.push(table);
  }
  return articles.map((article, number) => (number === 0 ? article : { ...article, id: `${file.path}#${number}` }));
}

/** Tells whether a node lies within one of others. */
function within(others: ReadonlySet<Syntax>): (node: Syntax) => boolean {
  const ranges: { pos: number; end: number }[] = [];
  for (const { pos, end } of [...others].sort((a, b) => a.pos - b.pos || b.end - a.end)) {
    const last = ranges.at(-1);
    // Syntax nests: a range that begins within another one ends there too.
    if (last === undefined || pos >= last.end) ranges.push({ pos, end });
  }
  return (node) => {
    let low = 0;
    for (let high = ranges.length; low < high;) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.end <= node.pos) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low];
    return range !== undefined && range.pos <= node.pos && node.end <= range.end;
  };
}
