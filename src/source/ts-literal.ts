// Literals of a TypeScript file → strands: what a string says, each character tied to the source text.
import type { ts as Ts } from 'ts-morph';
import { readEscapes } from './escape.ts';
import { append, join, textOf } from './strand.ts';
import type { Piece, Strand } from './strand.ts';
import type { Compiler, Constants, Syntax } from './ts-constant.ts';

/** A parsed file, as far as its strings are concerned. */
export interface Code {
  readonly ts: Compiler;
  readonly tree: Ts.SourceFile;
  readonly constants: Constants;
  /** How much of the file may still be read again because something refers to it: a small file must not make a huge article. */
  readonly room: { left: number };
}

const MOST_REPEATED = 20_000_000;
const COST_OF_REFERENCE = 1000;

export function newRoom(): { left: number } {
  return { left: MOST_REPEATED };
}

/** Calls that give the literal back but for white space. */
const HARMLESS_CALLS = new Set(['trim', 'trimStart', 'trimEnd']);
/** Tags that give the template back but for its indentation. */
const HARMLESS_TAGS = new Set(['dedent', 'outdent', 'stripIndent', 'md', 'markdown', 'html']);

/** Constants that name constants: so deep, so many characters. Beyond it somebody builds a text that is no article's. */
const MAX_DEPTH = 30;
const LONGEST_CONSTANT = 20_000;
const MOST_PIECES = 200_000;

/** `as const`, `satisfies T`, parentheses, `.trim()` taken off. */
export function unwrap(ts: Compiler, node: Syntax): Syntax {
  let inner = node;
  for (;;) {
    if (
      ts.isAsExpression(inner) ||
      ts.isSatisfiesExpression(inner) ||
      ts.isParenthesizedExpression(inner) ||
      ts.isNonNullExpression(inner) ||
      ts.isTypeAssertionExpression(inner)
    )
      inner = inner.expression;
    else if (
      ts.isCallExpression(inner) &&
      ts.isPropertyAccessExpression(inner.expression) &&
      HARMLESS_CALLS.has(inner.expression.name.text) &&
      inner.arguments.length === 0
    )
      inner = inner.expression.expression;
    else return inner;
  }
}

/** What stands for a value in the file: constants are followed to where they are set. */
export function resolve(code: Code, node: Syntax): Syntax {
  let value = unwrap(code.ts, node);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const next = code.constants.valueOf(value);
    if (next === null) return value;
    const target = unwrap(code.ts, next);
    code.room.left -= target.end - target.pos + COST_OF_REFERENCE;
    if (code.room.left < 0) return value;
    value = target;
  }
  return value;
}

/**
 * What a text in the code says: a string, a template, several that are added up or joined, or a constant that is one. Constants
 * within a text stand at the place where they are put in; one that is the whole text, where it is set. Null for anything else.
 */
export function readLiteral(code: Code, node: Syntax): Strand | null {
  const read = readParts(code, resolve(code, node), 0);
  return Array.isArray(read) ? join(read) : null;
}

/** As `readLiteral`, for what stands in the middle of a text: a constant is read at the place of its name. */
export function readPart(code: Code, node: Syntax): Piece[] | null {
  const read = readParts(code, node, 0, true);
  return Array.isArray(read) ? read : null;
}

/** The first part of a text that only running the code would tell; null where it can be read. */
export function findComputed(code: Code, node: Syntax): Syntax | null {
  const read = readParts(code, resolve(code, node), 0);
  return Array.isArray(read) ? null : read;
}

type Part = { readonly node: Syntax; readonly place: Piece | null } | Piece;

/** The pieces of a text, or what of it cannot be read. `within`: it is a part of another text, and may be a number. */
function readParts(code: Code, root: Syntax, depth: number, within = false): Piece[] | Syntax {
  const { ts, tree } = code;
  const text = tree.text;
  const pieces: Piece[] = [];
  const open: Part[] = [{ node: root, place: null }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (pieces.length > MOST_PIECES) return root;
    if ('text' in part) {
      pieces.push(part);
      continue;
    }
    const node = unwrap(ts, part.node);
    const inside = within || node !== root;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      // Two numbers are added up, not written one after the other.
      if (isNumber(code, node.left) && isNumber(code, node.right)) return node;
      open.push({ node: node.right, place: null }, { node: node.left, place: null });
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      append(pieces, readEscapes(text, node.getStart(tree) + 1, node.end - 1));
    } else if (ts.isTemplateExpression(node)) {
      openTemplate(code, node, open);
    } else if (ts.isTaggedTemplateExpression(node)) {
      const { tag, template } = node;
      if (ts.isIdentifier(tag) && HARMLESS_TAGS.has(tag.text)) open.push({ node: template, place: null });
      else if (tag.getText(tree) === 'String.raw' && ts.isNoSubstitutionTemplateLiteral(template)) {
        const start = template.getStart(tree) + 1;
        pieces.push({ text: text.slice(start, template.end - 1), at: start, raw: 0 });
      } else return node;
    } else if (isJoin(ts, node)) {
      openJoin(code, node, open);
    } else if (inside) {
      const said = depth > MAX_DEPTH ? null : constantText(code, node, depth);
      if (said === null) return node;
      const at = node.getStart(tree);
      if (said !== '') pieces.push({ text: said, at: part.place?.at ?? at, raw: part.place?.raw ?? node.end - at });
    } else return node;
  }
  return pieces;
}

function openTemplate({ ts, tree }: Code, node: Ts.TemplateExpression, open: Part[]): void {
  const parts: Part[] = readEscapes(tree.text, node.head.getStart(tree) + 1, node.head.end - 2);
  let from = node.head.end - 2;
  for (const { expression, literal } of node.templateSpans) {
    const start = literal.getStart(tree) + 1;
    parts.push({ node: expression, place: { text: '', at: from, raw: start - from } });
    const end = literal.end - (ts.isTemplateTail(literal) ? 1 : 2);
    append(parts as Piece[], readEscapes(tree.text, start, end));
    from = end;
  }
  for (let index = parts.length - 1; index >= 0; index--) open.push(parts[index]!);
}

type Join = Ts.CallExpression & { readonly expression: Ts.PropertyAccessExpression & { readonly expression: Ts.ArrayLiteralExpression } };

/** `['…', '…'].join('\n')`. */
function isJoin(ts: Compiler, node: Syntax): node is Join {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'join' &&
    ts.isArrayLiteralExpression(node.expression.expression) &&
    node.arguments.length === 1 &&
    ts.isStringLiteralLike(node.arguments[0]!)
  );
}

function openJoin({ tree }: Code, node: Join, open: Part[]): void {
  const { elements } = node.expression.expression;
  const between = (node.arguments[0] as Ts.StringLiteralLike).text;
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index]!;
    open.push({ node: element, place: null });
    const before = elements[index - 1];
    if (before === undefined) continue;
    const raw = element.getStart(tree) - before.end;
    if (between !== '') open.push({ text: between, at: before.end, raw: Math.max(1, raw) });
  }
}

function isNumber(code: Code, node: Syntax): boolean {
  return code.ts.isNumericLiteral(resolve(code, node));
}

/** What a constant or a number that is put into a text adds to it. */
function constantText(code: Code, node: Syntax, depth: number): string | null {
  const { ts, constants } = code;
  if (ts.isNumericLiteral(node)) return String(Number(node.text));
  const value = constants.valueOf(node);
  if (value === null) return null;
  let text = texts.get(value);
  if (text === undefined) {
    // Until it is known: one that is made of itself has no value.
    texts.set(value, null);
    const read = readParts(code, value, depth + 1, true);
    const whole = Array.isArray(read) ? textOf(read) : null;
    text = whole === null || whole.length > LONGEST_CONSTANT ? null : whole;
    texts.set(value, text);
  }
  code.room.left -= (text?.length ?? 0) + COST_OF_REFERENCE;
  return code.room.left < 0 ? null : text;
}

/** What constants say, by the node that sets them. */
const texts = new WeakMap<Syntax, string | null>();
