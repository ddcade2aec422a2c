// JSX that holds text → blocks, read as the web page that it would become.
import type { ts as Ts } from 'ts-morph';
import type { Article } from '../model/article.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { readBlocks } from './html-blocks.ts';
import type { FoundBlock } from './html-blocks.ts';
import { findContent, findRoles } from './html-role.ts';
import { inlinePieces } from './html.ts';
import { append, decodeReferences, newElement, newText, textWithin, walk, isElement } from './html-tree.ts';
import type { Element } from './html-tree.ts';
import { baseName } from './markdown.ts';
import { cut, textOf } from './strand.ts';
import type { Piece } from './strand.ts';
import type { Compiler, Syntax } from './ts-constant.ts';
import { readLiteral, readPart, unwrap } from './ts-literal.ts';
import { has, hasChinese, isProse, tellComputed } from './ts-module.ts';
import type { Module } from './ts-module.ts';

type Jsx = Ts.JsxElement | Ts.JsxSelfClosingElement | Ts.JsxFragment;

const MAX_DEPTH = 150;
const HAN = /\p{Script=Han}/u;
/** Elements that hold a line of text. */
const LINE = /^(?:h[1-6]|t[dh]|caption|p|li|d[td])$/;
/** Stands for what only running the code would tell. It is in no article: a block that has it is not read. */
const HOLE = '\ufffc';
/** Attributes that say how the page is built. */
const KEPT_ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  class: 'class',
  id: 'id',
  role: 'role',
  hidden: 'hidden',
  'aria-hidden': 'aria-hidden',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  scope: 'scope',
};

export const isJsx = (ts: Compiler, node: Syntax): node is Jsx =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);

/** The article that the markup of a module is; null where it holds no prose, only labels. */
export function readPage(module: Module, roots: readonly Syntax[]): Article | null {
  const { file } = module;
  if (!roots.some((root) => hasChinese(module, root))) return null;
  const body = buildTree(module, roots);
  const heading = firstHeading(body);
  const title = heading === null ? [] : inlinePieces(heading, file.text);
  const draft = startDraft(file);
  if (title.length > 0) draft.add('title', 0, title);
  const blocks = blocksOf(module, body, heading, title);
  if (!blocks.some(isBody)) return null;
  for (const block of blocks) draft.add(block.kind, block.level, block.pieces, block.table);
  return draft.finish({ id: file.path, title: title.length > 0 ? textOf(title) : baseName(file.path), published: null, teaser: false });
}

/** Adds the blocks of markup that is the value of a field. */
export function addJsx(module: Module, draft: Draft, roots: readonly Syntax[]): void {
  const body = buildTree(module, roots);
  const tables = new Map<number, number>();
  for (const { kind, level, pieces, table } of blocksOf(module, body, null, [])) {
    if (table === null) draft.add(kind, level, pieces);
    else {
      if (!tables.has(table.table)) tables.set(table.table, draft.newTable());
      draft.add(kind, level, pieces, { ...table, table: tables.get(table.table)! });
    }
  }
}

/** The blocks that can be read; what only running the code would tell is told of, and what may depend on it is left out. */
function blocksOf(module: Module, body: Element, heading: Element | null, title: readonly Piece[]): FoundBlock[] {
  const { file, layouts } = module;
  const roles = findRoles(body, layouts.page);
  const blocks = readBlocks(findContent(body, roles), file.text, roles, layouts, heading);
  // Labels around a component's values are no article.
  if (!blocks.some(isBody)) return [];
  const titleHole = holeIn(title);
  if (titleHole !== null) {
    tellHole(module, titleHole);
    return [];
  }
  const tables = new Set(blocks.filter((block) => isHead(block) && holeIn(block.pieces) !== null).map(({ table }) => table!.table));
  const read: FoundBlock[] = [];
  // What stands below a heading that is not known may depend on it, up to the next heading that is not below it.
  let unknown = 7;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= unknown) unknown = 7;
    const hole = holeIn(block.pieces);
    if (hole === null) {
      if (unknown > 6 && !(block.table !== null && tables.has(block.table.table))) read.push(block);
      continue;
    }
    if (block.kind === 'heading') unknown = Math.min(unknown, block.level);
    if (block.kind === 'heading' || isHead(block) || HAN.test(block.text)) tellHole(module, hole);
  }
  return read;
}

const isBody = ({ kind, text }: FoundBlock): boolean => kind !== 'heading' && kind !== 'context' && isProse(text);
/** A cell or caption that says what other cells are about. */
const isHead = ({ table }: FoundBlock): boolean => table !== null && (table.header || table.column < 1);
const holeIn = (pieces: readonly Piece[]): Piece | null => pieces.find(({ text }) => text === HOLE) ?? null;

function tellHole({ file, report, lineAt }: Module, { at, raw }: Piece): void {
  const detail = file.text.slice(at, at + Math.min(raw, 40)).replace(/\s+/g, ' ');
  report('not-analysed', lineAt(at), 'computed', { detail });
}

function firstHeading(body: Element): Element | null {
  let found: Element | null = null;
  walk(
    body,
    (node) => {
      if (found === null && isElement(node) && node.tagName === 'h1' && textWithin(node).trim() !== '') found = node;
      return found === null;
    },
    () => {},
  );
  return found;
}

/** The markup as a page: components are boxes, or part of the line where they stand among text. */
function buildTree(module: Module, roots: readonly Syntax[]): Element {
  const body = newElement('body', {});
  for (const root of roots) addNode(module, body, root, false, 0);
  return body;
}

function addNode(module: Module, parent: Element, node: Syntax, amongText: boolean, depth: number): void {
  const { ts, tree, file, report, lineAt } = module;
  if (depth > MAX_DEPTH) return report('not-analysed', lineAt(node.getStart(tree)), 'deep');
  if (ts.isJsxText(node)) {
    if (!node.containsOnlyTriviaWhiteSpaces) append(parent, newText(decodeReferences(file.text.slice(node.pos, node.end), node.pos)));
  } else if (ts.isJsxExpression(node)) {
    if (node.expression !== undefined) addExpression(module, parent, node.expression, node, amongText, depth);
  } else if (ts.isJsxFragment(node)) {
    addChildren(module, parent, node.children, depth);
  } else if (ts.isJsxElement(node)) {
    const element = openElement(module, parent, node.openingElement, amongText);
    addChildren(module, element, node.children, depth);
  } else if (ts.isJsxSelfClosingElement(node)) {
    openElement(module, parent, node, amongText);
  }
}

function addChildren(module: Module, parent: Element, children: readonly Syntax[], depth: number): void {
  const { ts } = module;
  const amongText = children.some((child) => ts.isJsxText(child) && !child.containsOnlyTriviaWhiteSpaces);
  for (const child of children) addNode(module, parent, child, amongText, depth + 1);
}

function addExpression(module: Module, parent: Element, expression: Syntax, place: Syntax, amongText: boolean, depth: number): void {
  const { ts, tree } = module;
  const inner = unwrap(ts, expression);
  if (isJsx(ts, inner)) return addNode(module, parent, inner, amongText, depth + 1);
  const pieces = readPart(module, inner);
  if (pieces !== null) {
    if (pieces.length > 0) append(parent, newText(pieces));
    return;
  }
  if (!amongText && hasChinese(module, inner)) tellComputed(module, inner);
  // Alone in a box it is a block of its own, and none is read; within a line it makes the line unknown.
  const start = place.getStart(tree);
  if (amongText || LINE.test(parent.tagName)) append(parent, newText([{ text: HOLE, at: start, raw: place.end - start }]));
}

/** Adds the element of a tag, and as its first blocks what a component is given as text. */
function openElement(module: Module, parent: Element, tag: Ts.JsxOpeningLikeElement, amongText: boolean): Element {
  const { ts, tree, layouts } = module;
  const name = tag.tagName.getText(tree);
  const isComponent = !/^[a-z][a-z0-9]*$/.test(name);
  const attributes: Record<string, string> = {};
  const given: Element[] = [];
  for (const attribute of tag.attributes.properties) {
    if (!ts.isJsxAttribute(attribute)) continue;
    const key = attribute.name.getText(tree);
    const { initializer } = attribute;
    if (Object.hasOwn(KEPT_ATTRIBUTES, key)) {
      const value = initializer === undefined ? '' : (literalOf(module, initializer) ?? []).map(({ text }) => text).join('');
      attributes[KEPT_ATTRIBUTES[key]!] = value;
    }
    if (!isComponent || initializer === undefined || !hasChinese(module, initializer)) continue;
    const { heading, body, title } = layouts.fields;
    const pieces = literalOf(module, initializer);
    if (pieces === null || !(has(heading, key) || has(title, key) || has(body, key))) continue;
    const box = newElement(has(heading, key) || has(title, key) ? 'h3' : 'p', {});
    append(box, newText(pieces));
    given.push(box);
  }
  const element = newElement(isComponent ? (amongText ? 'span' : 'div') : name, attributes);
  for (const box of given) append(element, box);
  append(parent, element);
  return element;
}

/** The value of an attribute: a string as in HTML, or a text in braces. */
function literalOf(module: Module, initializer: Syntax): readonly Piece[] | null {
  const { ts, tree, file } = module;
  if (ts.isStringLiteral(initializer)) {
    const start = initializer.getStart(tree) + 1;
    return decodeReferences(file.text.slice(start, initializer.end - 1), start);
  }
  if (!ts.isJsxExpression(initializer) || initializer.expression === undefined) return null;
  const literal = readLiteral(module, initializer.expression);
  return literal === null ? null : cut(literal, 0, literal.text.length);
}
