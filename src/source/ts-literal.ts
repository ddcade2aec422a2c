// Literals of a TypeScript file → strands: what a string says, each character tied to the source text.
import type { ts as Ts } from 'ts-morph';
import { append, join } from './strand.ts';
import type { Piece, Strand } from './strand.ts';

export type Compiler = typeof Ts;
export type Syntax = Ts.Node;

/** Calls that give the literal back but for white space. */
const HARMLESS_CALLS = new Set(['trim', 'trimStart', 'trimEnd']);

/** `as const`, `satisfies T`, parentheses, `.trim()` taken off. */
export function unwrap(ts: Compiler, node: Syntax): Syntax {
  let inner = node;
  for (;;) {
    if (ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isParenthesizedExpression(inner) || ts.isNonNullExpression(inner))
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

/** What a string or a template without substitutions says, also where several are added up; null for anything else. */
export function readLiteral(ts: Compiler, wrapped: Syntax, tree: Ts.SourceFile): Strand | null {
  const pieces: Piece[] = [];
  const open: Syntax[] = [wrapped];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const inner = unwrap(ts, node);
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) open.push(inner.right, inner.left);
    else if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner))
      append(pieces, readEscapes(tree.text, inner.getStart(tree) + 1, inner.end - 1));
    else return null;
  }
  return join(pieces);
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
const CODED = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}/y;

/** The characters of `source.slice(start, end)`, the inside of a literal. */
function readEscapes(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = source.indexOf('\\', start); at >= 0 && at < end; at = source.indexOf('\\', from)) {
    if (at > from) pieces.push({ text: source.slice(from, at), at: from, raw: 0 });
    const next = source[at + 1] ?? '';
    CODED.lastIndex = at + 1;
    const coded = CODED.exec(source);
    let text: string;
    let length: number;
    if (coded !== null) {
      const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '0', 16);
      text = code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      length = 1 + coded[0].length;
    } else if (next === '\r' || next === '\n') {
      text = '';
      length = source.startsWith('\r\n', at + 1) ? 3 : 2;
    } else {
      text = SIMPLE[next] ?? next;
      length = 2;
    }
    if (text !== '') pieces.push({ text, at, raw: length });
    from = at + length;
  }
  if (end > from) pieces.push({ text: source.slice(from, end), at: from, raw: 0 });
  return pieces;
}
