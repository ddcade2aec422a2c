// An object with a title and a body, of whatever form → an article.
import type { ts as Ts } from 'ts-morph';
import type { Article } from '../model/article.ts';
import { findDate } from './date.ts';
import { dedent } from './dedent.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { addMarkdown } from './markdown.ts';
import { cut } from './strand.ts';
import type { Strand } from './strand.ts';
import type { Syntax } from './ts-constant.ts';
import { addJsx, isJsx } from './ts-jsx.ts';
import { readLiteral, resolve, unwrap } from './ts-literal.ts';
import { fieldsOf, has, hasChinese, isComputed, isProse, tellComputed } from './ts-module.ts';
import type { Field, Module } from './ts-module.ts';

const HAN = /\p{Script=Han}/u;
const MAX_DEPTH = 200;

/** The article that an object with a title and a body is, its id still to be given; `unread` for one whose title is computed; null for any other object. */
export function readContent(module: Module, object: Ts.ObjectLiteralExpression): Article | 'unread' | null {
  const { ts, file, layouts } = module;
  const { fields } = layouts;
  const own = fieldsOf(ts, object);
  const titleField = fields.title
    .map((name) => own.find(({ key }) => key.toLowerCase() === name.toLowerCase()))
    .find((field) => field !== undefined);
  if (titleField === undefined) return null;
  const others = own.filter((field) => field !== titleField);
  const bodies = others.filter(({ key }) => has(fields.body, key));
  const title = readLiteral(module, titleField.node);
  if (title === null) {
    // What the title would say, the text takes for granted: it is not read without.
    if (!isComputed(ts, unwrap(ts, titleField.node)) || !bodies.some(({ node }) => holdsBody(module, node, 0))) return null;
    tellComputed(module, titleField.node);
    return 'unread';
  }
  if (!HAN.test(title.text)) return null;
  if (!bodies.some(({ node }) => holdsBody(module, node, 0))) {
    for (const { node } of bodies) if (isComputed(ts, unwrap(ts, node)) && !ts.isIdentifier(unwrap(ts, node))) tellComputed(module, node);
    return null;
  }

  const draft = startDraft(file);
  draft.add('title', 0, cut(title, 0, title.text.length));
  for (const { key, node } of others) {
    if (has(fields.region, key) || has(fields.tags, key)) addContext(module, draft, node);
  }
  for (const { key, node } of others) {
    if (!has(fields.region, key) && !has(fields.tags, key) && !has(fields.date, key)) addValue(module, draft, key, node, 2);
  }
  return draft.finish({ id: file.path, title: title.text.trim(), published: readDate(module, others), teaser: false });
}

function readDate(module: Module, fields: readonly Field[]): string | null {
  const { layouts } = module;
  for (const name of layouts.fields.date) {
    const field = fields.find(({ key }) => key.toLowerCase() === name.toLowerCase());
    const date = field === undefined ? null : readLiteral(module, field.node);
    const found = date === null ? null : findDate(date.text.slice(0, 100), layouts.lines);
    if (found !== null) return found.iso;
  }
  return null;
}

/** Whether a value has the text of an article in it, as a literal or as something that would give it. */
function holdsBody(module: Module, wrapped: Syntax, depth: number): boolean {
  const { ts } = module;
  if (depth > MAX_DEPTH) return false;
  const node = resolve(module, wrapped);
  const literal = readLiteral(module, node);
  if (literal !== null) return isProse(literal.text);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some((element) => holdsBody(module, element, depth + 1));
  if (ts.isObjectLiteralExpression(node)) return fieldsOf(ts, node).some((field) => holdsBody(module, field.node, depth + 1));
  return hasChinese(module, node);
}

function addContext(module: Module, draft: Draft, wrapped: Syntax): void {
  const { ts } = module;
  const node = resolve(module, wrapped);
  for (const value of ts.isArrayLiteralExpression(node) ? node.elements : [node]) {
    const literal = readLiteral(module, value);
    if (literal !== null) draft.add('context', 0, cut(literal, 0, literal.text.length));
    else if (isComputed(ts, value)) tellComputed(module, value);
  }
}

/** Adds a value of any form: strings are Markdown, lists and objects of strings follow in order. */
function addValue(module: Module, draft: Draft, key: string, wrapped: Syntax, level: number, depth = 0): void {
  const { ts, layouts, report, lineAt } = module;
  const node = resolve(module, wrapped);
  if (depth > MAX_DEPTH) return report('not-analysed', lineAt(node.end), 'deep');
  const literal = readLiteral(module, node);
  if (literal !== null) return addText(module, draft, key, literal, level);
  if (node !== unwrap(ts, wrapped)) return addReferred(module, draft, key, node, level, depth);
  if (ts.isArrayLiteralExpression(node)) {
    if (addRows(module, draft, node)) return;
    for (const element of node.elements) addValue(module, draft, key, element, level, depth + 1);
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const field of fieldsOf(ts, node)) addValue(module, draft, field.key, field.node, Math.min(level + 1, 6), depth + 1);
  } else if (isJsx(ts, node)) {
    addJsx(module, draft, [node]);
  } else if (hasChinese(module, node) || (has(layouts.fields.body, key) && isComputed(ts, node))) {
    tellComputed(module, node);
  }
}

function addReferred(module: Module, draft: Draft, key: string, node: Syntax, level: number, depth: number): void {
  if (module.open.has(node)) return tellComputed(module, node);
  module.referred.add(node);
  module.open.add(node);
  addValue(module, draft, key, node, level, depth + 1);
  module.open.delete(node);
}

/** A list of lists of strings, all of one length, is a table without a head; false where the list is no such. */
function addRows(module: Module, draft: Draft, list: Ts.ArrayLiteralExpression): boolean {
  const { ts } = module;
  const rows = list.elements.map((element) => {
    const row = unwrap(ts, element);
    return ts.isArrayLiteralExpression(row) ? row.elements.map((cell) => readLiteral(module, cell)) : [];
  });
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns || row.includes(null))) return false;
  const table = draft.newTable();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries())
      draft.add('cell', 0, cut(cell!, 0, cell!.text.length), { table, row, column, header: false });
  }
  return true;
}

function addText({ layouts, report, file }: Module, draft: Draft, key: string, literal: Strand, level: number): void {
  const { fields } = layouts;
  const { text } = literal;
  if (!HAN.test(text)) return;
  const all = cut(literal, 0, text.length);
  if (has(fields.note, key)) draft.add('note', 0, all);
  else if (has(fields.heading, key) && !/[\n\r]/.test(text.trim())) draft.add('heading', Math.min(level, 6), all);
  else if (has(fields.body, key) || /[。\n\r]/.test(text)) addMarkdown(draft, dedent(literal), layouts, report, file);
  else draft.add('context', 0, all);
}
