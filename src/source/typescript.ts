// Content modules and tables of strings in TypeScript or JavaScript: parsed, never run.
import type { ts as Ts } from 'ts-morph';
import type { Article, SourceFile } from '../model/article.ts';
import { findLineStarts } from '../model/locate.ts';
import { findDate } from './date.ts';
import { dedent } from './dedent.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { FieldsLayout, Layouts } from './layout.ts';
import { addMarkdown } from './markdown.ts';
import type { Report } from './messages.ts';
import { cut } from './strand.ts';
import type { Strand } from './strand.ts';
import { readTable } from './ts-table.ts';
import { readLiteral, unwrap } from './ts-literal.ts';
import type { Compiler, Syntax } from './ts-literal.ts';

const HAN = /\p{Script=Han}/u;
/** A body is a sentence, or longer than a label. */
const SHORTEST_BODY = 12;
const MAX_DEPTH = 200;
/** Tables of Markdown in the strings are counted from 0. */
const FIRST_LIST = 1_000_000;

export interface Module {
  readonly ts: Compiler;
  readonly file: SourceFile;
  readonly tree: Ts.SourceFile;
  readonly layouts: Layouts;
  readonly report: Report;
  readonly lineAt: (offset: number) => number;
}

interface Field {
  readonly key: string;
  readonly node: Syntax;
}

/** The articles of a module; none where no string of it is Chinese. */
export async function readTypeScript(file: SourceFile, layouts: Layouts, report: Report): Promise<Article[]> {
  if (!HAN.test(file.text)) return [];
  const { ts } = await import('ts-morph');
  const tree = parse(ts, file);
  if (tree === null) {
    report('not-analysed', null, 'deep');
    return [];
  }
  const starts = findLineStarts(file.text);
  const lineAt = (offset: number): number => {
    let line = 1;
    for (let low = 0, high = starts.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) {
        line = middle + 1;
        low = middle + 1;
      } else high = middle - 1;
    }
    return line;
  };
  const module: Module = { ts, file, tree, layouts, report, lineAt };
  const articles: Article[] = [];
  const rest: Ts.ObjectLiteralExpression[] = [];
  const open: Syntax[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (ts.isObjectLiteralExpression(node)) {
      const article = readContent(module, node, articles.length);
      if (article !== null) {
        articles.push(article);
        continue;
      }
      rest.push(node);
    }
    const children: Syntax[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (let index = children.length - 1; index >= 0; index--) open.push(children[index]!);
  }
  if (articles.length === 0) {
    const table = readTable(module, rest);
    if (table !== null) articles.push(table);
  }
  return articles;
}

/** Null where the nesting is deeper than the compiler's stack. */
function parse(ts: Compiler, file: SourceFile): Ts.SourceFile | null {
  const kind = /\.[mc]?js$/i.test(file.path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  try {
    return ts.createSourceFile('article.ts', file.text, ts.ScriptTarget.Latest, false, kind);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Names and values of an object; the name of a method or spread is none. */
export function fieldsOf(ts: Compiler, object: Ts.ObjectLiteralExpression): Field[] {
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    const { name, initializer } = property;
    const key =
      ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) || ts.isNoSubstitutionTemplateLiteral(name)
        ? name.text
        : '';
    return [{ key, node: initializer }];
  });
}

const has = (names: readonly string[], key: string): boolean => names.some((name) => name.toLowerCase() === key.toLowerCase());

/** The article that an object with a title and a body is; null for any other object. */
function readContent(module: Module, object: Ts.ObjectLiteralExpression, number: number): Article | null {
  const { ts, file, tree, layouts } = module;
  const { fields } = layouts;
  const own = fieldsOf(ts, object);
  const titleField = fields.title
    .map((name) => own.find(({ key }) => key.toLowerCase() === name.toLowerCase()))
    .find((field) => field !== undefined);
  const title = titleField === undefined ? null : readLiteral(ts, titleField.node, tree);
  if (title === null || !HAN.test(title.text)) return null;
  const others = own.filter((field) => field !== titleField);
  if (!others.some(({ key, node }) => has(fields.body, key) && holdsBody(module, node, 0))) return null;

  const draft = startDraft(file);
  draft.add('title', 0, cut(title, 0, title.text.length));
  for (const { key, node } of others) {
    if (has(fields.region, key) || has(fields.tags, key)) addContext(module, draft, node);
  }
  for (const { key, node } of others) {
    if (!has(fields.region, key) && !has(fields.tags, key) && !has(fields.date, key)) addValue(module, draft, key, node, 2);
  }
  return draft.finish({
    id: number === 0 ? file.path : `${file.path}#${number}`,
    title: title.text.trim(),
    published: readDate(module, others, fields),
    teaser: false,
  });
}

function readDate({ ts, tree, layouts }: Module, fields: readonly Field[], layout: FieldsLayout): string | null {
  for (const name of layout.date) {
    const field = fields.find(({ key }) => key.toLowerCase() === name.toLowerCase());
    const date = field === undefined ? null : readLiteral(ts, field.node, tree);
    const found = date === null ? null : findDate(date.text.slice(0, 100), layouts.lines);
    if (found !== null) return found.iso;
  }
  return null;
}

/** Whether a value has the text of an article in it, as a literal or as something that would give it. */
function holdsBody(module: Module, wrapped: Syntax, depth: number): boolean {
  const { ts, tree } = module;
  if (depth > MAX_DEPTH) return false;
  const node = unwrap(ts, wrapped);
  const literal = readLiteral(ts, node, tree);
  if (literal !== null) return (literal.text.length >= SHORTEST_BODY || literal.text.includes('。')) && HAN.test(literal.text);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some((element) => holdsBody(module, element, depth + 1));
  if (ts.isObjectLiteralExpression(node)) return fieldsOf(ts, node).some((field) => holdsBody(module, field.node, depth + 1));
  return hasChinese(module, node);
}

function hasChinese({ file }: Module, node: Syntax): boolean {
  return HAN.test(file.text.slice(node.pos, node.end));
}

function addContext(module: Module, draft: Draft, wrapped: Syntax): void {
  const { ts, tree } = module;
  const node = unwrap(ts, wrapped);
  for (const value of ts.isArrayLiteralExpression(node) ? node.elements : [node]) {
    const literal = readLiteral(ts, value, tree);
    if (literal !== null) draft.add('context', 0, cut(literal, 0, literal.text.length));
  }
}

/** Adds a value of any form: strings are Markdown, lists and objects of strings follow in order. */
function addValue(module: Module, draft: Draft, key: string, wrapped: Syntax, level: number, depth = 0): void {
  const { ts, file, tree, layouts, report, lineAt } = module;
  const node = unwrap(ts, wrapped);
  if (depth > MAX_DEPTH) return report('not-analysed', lineAt(node.end), 'deep');
  const literal = readLiteral(ts, node, tree);
  if (literal !== null) return addText(module, draft, key, literal, level);
  if (ts.isArrayLiteralExpression(node)) {
    if (addRows(module, draft, node)) return;
    for (const element of node.elements) addValue(module, draft, key, element, level, depth + 1);
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const field of fieldsOf(ts, node)) addValue(module, draft, field.key, field.node, Math.min(level + 1, 6), depth + 1);
  } else if (hasChinese(module, node) || (has(layouts.fields.body, key) && isComputed(ts, node))) {
    const start = node.getStart(tree);
    report('not-analysed', lineAt(start), 'expression', { detail: excerpt(file.text.slice(start, node.end)) });
  }
}

/** A list of lists of strings, all of one length, is a table without a head; false where the list is no such. */
function addRows({ ts, tree }: Module, draft: Draft, list: Ts.ArrayLiteralExpression): boolean {
  const rows = list.elements.map((element) => {
    const row = unwrap(ts, element);
    return ts.isArrayLiteralExpression(row) ? row.elements.map((cell) => readLiteral(ts, cell, tree)) : [];
  });
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns || row.includes(null))) return false;
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      draft.add('cell', 0, cut(cell!, 0, cell!.text.length), { table: FIRST_LIST + list.pos, row, column, header: false });
    }
  }
  return true;
}

function isComputed(ts: Compiler, node: Syntax): boolean {
  return (
    ts.isTemplateExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isBinaryExpression(node)
  );
}

function excerpt(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function addText({ layouts, report, file }: Module, draft: Draft, key: string, literal: Strand, level: number): void {
  const { fields } = layouts;
  const { text } = literal;
  if (!HAN.test(text)) return;
  const all = cut(literal, 0, text.length);
  if (has(fields.note, key)) draft.add('note', 0, all);
  else if (has(fields.heading, key) && !/[\n\r]/.test(text.trim())) draft.add('heading', Math.min(level, 6), all);
  else if (has(fields.body, key) || /[。\n\r]/.test(text)) addMarkdown(draft, dedent(literal), layouts, report, file.text);
  else draft.add('context', 0, all);
}
