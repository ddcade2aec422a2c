// Which parts of a page are the article, which tell where it stands, and which are furniture.
import type { PageLayout } from './layout.ts';
import { attribute, isElement, isText, walk } from './html-tree.ts';
import type { Element, Node } from './html-tree.ts';

export type Role = 'drop' | 'context' | 'byline' | 'content' | null;

const DROPPED_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'script',
  'style',
  'form',
  'noscript',
  'template',
  'iframe',
  'svg',
  'math',
  'select',
  'button',
  'dialog',
  'object',
  'audio',
  'video',
  'canvas',
  'textarea',
  'head',
]);
const DROPPED_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'menubar', 'toolbar']);
const LONGEST_BYLINE = 200;
/** These hold the page and are furniture under no name. */
const KEPT_TAGS = new Set(['html', 'body', 'main', 'article', 'h1', 'title', 'table', 'tbody', 'tr', 'td', 'th']);

export interface Roles {
  roleOf(node: Element): Role;
  /** Characters of text, and of text in links, that the node holds outside of furniture. */
  weightOf(node: Element): { text: number; link: number };
}

/** Finds out about every element below `root`. */
export function findRoles(root: Element, layout: PageLayout): Roles {
  const words = {
    drop: new Set(layout.drop),
    context: new Set(layout.context),
    byline: new Set(layout.byline),
    content: new Set(layout.content),
  };
  const whole = measure(root, () => false);
  const total = whole.get(root)?.text ?? 0;
  const roles = new Map<Element, Role>();
  walk(
    root,
    (node) => {
      if (isElement(node)) roles.set(node, judge(node, words, whole.get(node)?.text ?? 0, total));
      return true;
    },
    () => {},
  );
  const kept = measure(root, (node) => roles.get(node) === 'drop' || roles.get(node) === 'context');
  return { roleOf: (node) => roles.get(node) ?? null, weightOf: (node) => kept.get(node) ?? { text: 0, link: 0 } };
}

function judge(
  node: Element,
  words: Record<'drop' | 'context' | 'byline' | 'content', ReadonlySet<string>>,
  length: number,
  total: number,
): Role {
  const large = length * 2 > total;
  const { tagName } = node;
  const role = attribute(node, 'role')?.toLowerCase() ?? '';
  if (tagName === 'article' || tagName === 'main' || role === 'main' || role === 'article') return 'content';
  const isHidden =
    attribute(node, 'hidden') !== null ||
    attribute(node, 'aria-hidden') === 'true' ||
    /display\s{0,5}:\s{0,5}none/i.test((attribute(node, 'style') ?? '').slice(0, 500));
  if (DROPPED_TAGS.has(tagName) || isHidden) return tagName === 'form' && large ? null : 'drop';
  const names = namesOf(node);
  const named = (list: ReadonlySet<string>): boolean => names.some((name) => list.has(name));
  if (named(words.context) && !large && !KEPT_TAGS.has(tagName)) return 'context';
  if (KEPT_TAGS.has(tagName)) return named(words.content) ? 'content' : null;
  if (!large) {
    if (DROPPED_ROLES.has(role)) return 'drop';
    if (tagName === 'header' && !isInside(node, 'article', 'main')) return 'drop';
    if (named(words.drop)) return 'drop';
  }
  if (length <= LONGEST_BYLINE && named(words.byline)) return 'byline';
  return named(words.content) ? 'content' : null;
}

/** Words of class and id, whole and in parts, in lower case and as they are. */
function namesOf(node: Element): string[] {
  const names: string[] = [];
  for (const value of [attribute(node, 'class'), attribute(node, 'id')]) {
    for (const name of (value ?? '').slice(0, 300).split(/\s+/)) {
      if (name === '') continue;
      names.push(name, name.toLowerCase());
      for (const part of name.replace(/([a-z])([A-Z])/g, '$1-$2').split(/[-_]+/)) names.push(part.toLowerCase());
    }
  }
  return names;
}

function isInside(node: Element, ...tags: string[]): boolean {
  for (let up = node.parentNode; up !== null && isElement(up); up = up.parentNode) if (tags.includes(up.tagName)) return true;
  return false;
}

function measure(root: Element, leaveOut: (node: Element) => boolean): Map<Element, { text: number; link: number }> {
  const weights = new Map<Element, { text: number; link: number }>();
  const open: { text: number; link: number }[] = [{ text: 0, link: 0 }];
  let links = 0;
  walk(
    root,
    (node: Node) => {
      if (isText(node)) {
        const length = node.value.trim().length;
        const top = open.at(-1)!;
        top.text += length;
        if (links > 0) top.link += length;
        return false;
      }
      if (!isElement(node) || node.tagName === 'script' || node.tagName === 'style' || leaveOut(node)) return false;
      open.push({ text: 0, link: 0 });
      if (node.tagName === 'a') links++;
      return true;
    },
    (node) => {
      if (!isElement(node)) return;
      const weight = open.pop()!;
      weights.set(node, weight);
      const up = open.at(-1)!;
      up.text += weight.text;
      up.link += weight.link;
      if (node.tagName === 'a') links--;
    },
  );
  weights.set(root, open[0]!);
  return weights;
}

/** A part is the article if it holds most of the text that is not links; otherwise the whole page is. */
const SHARE = 0.6;

export function findContent(root: Element, roles: Roles): Element {
  const score = (node: Element): number => {
    const { text, link } = roles.weightOf(node);
    return text - link;
  };
  const least = score(root) * SHARE;
  let best = root;
  walk(
    root,
    (node) => {
      if (!isElement(node)) return false;
      const role = roles.roleOf(node);
      if (role === 'drop' || role === 'context') return false;
      // The innermost one that still holds enough.
      if (role === 'content' && score(node) >= least && score(node) > 0) best = node;
      return true;
    },
    () => {},
  );
  return best;
}
