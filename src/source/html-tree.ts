// HTML → tree, with a limit on what a page may cost, and walks that do not recurse.
import { defaultTreeAdapter, html as parse5Html, parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { align } from './align.ts';
import type { Notation } from './align.ts';
import { textOf } from './strand.ts';
import type { Piece } from './strand.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements that are open at a time: the parser looks through all of them for each tag. */
const MAX_DEPTH = 400;

class TooDeep extends Error {}

/** The page's tree, or null where its nesting would cost the parser too much. */
export function parsePage(html: string): Parent | null {
  let depth = 0;
  // A tag takes three characters; what is beyond was multiplied by the parser's repairs.
  let left = html.length / 3 + 1000;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      if (--left < 0) throw new TooDeep();
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      if (++depth > MAX_DEPTH) throw new TooDeep();
    },
    onItemPop: () => void depth--,
  };
  try {
    return parse(html, { sourceCodeLocationInfo: true, treeAdapter });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node;
export const isText = (node: Node | Parent): node is TextNode => node.nodeName === '#text';

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** Visits everything below `root` in reading order. `enter` returns false to pass over what is inside; `leave` follows only where it did not. */
export function walk(root: Parent, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  const stack: { node: Node; leaving: boolean }[] = [];
  const push = (parent: Parent): void => {
    for (let index = parent.childNodes.length - 1; index >= 0; index--) stack.push({ node: parent.childNodes[index]!, leaving: false });
  };
  push(root);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.leaving) {
      leave(top.node);
      continue;
    }
    if (!enter(top.node)) continue;
    stack.push({ node: top.node, leaving: true });
    if ('childNodes' in top.node) push(top.node);
  }
}

const meanings = new Map<string, string>();
const HTML: Notation = { entity: entityOf, escapes: false };

function entityOf(reference: string): string {
  let meaning = meanings.get(reference);
  if (meaning === undefined) {
    const node = parseFragment(reference).childNodes[0];
    meaning = node !== undefined && isText(node) ? node.value : '';
    if (meanings.size < 5000) meanings.set(reference, meaning);
  }
  return meaning;
}

/** Text of which another reader knows the places: markup that is no HTML. */
const placed = new WeakMap<TextNode, readonly Piece[]>();

export function newText(pieces: readonly Piece[]): TextNode {
  const node = defaultTreeAdapter.createTextNode(textOf(pieces));
  placed.set(node, pieces);
  return node;
}

export function newElement(tag: string, attributes: Readonly<Record<string, string>>): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return defaultTreeAdapter.createElement(tag, parse5Html.NS.HTML, attrs);
}

export function append(parent: Element, child: Node): void {
  defaultTreeAdapter.appendChild(parent, child);
}

/** The characters of a text with character references in it, each with its place. */
export function decodeReferences(raw: string, at: number): Piece[] {
  const node = raw.includes('&') ? parseFragment(raw.replaceAll('<', ' ')).childNodes[0] : undefined;
  return node === undefined || !isText(node) ? [{ text: raw, at, raw: 0 }] : align(node.value, raw, at, HTML);
}

/** The characters of a text node with their places in `html`. */
export function piecesOf(node: TextNode, html: string): Piece[] {
  const known = placed.get(node);
  if (known !== undefined) return [...known];
  const place = node.sourceCodeLocation;
  if (!place || node.value === '') return [];
  return align(node.value, html.slice(place.startOffset, place.endOffset), place.startOffset, HTML);
}

/** Text of everything inside. */
export function textWithin(root: Parent): string {
  const texts: string[] = [];
  walk(
    root,
    (node) => {
      if (isText(node)) texts.push(node.value);
      return true;
    },
    () => {},
  );
  return texts.join('');
}
