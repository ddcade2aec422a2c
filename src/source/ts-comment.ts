// Comments for claimlint in TypeScript and JavaScript, and those of HTML in Markdown that stands in a string.
import type { ts as Ts } from 'ts-morph';
import type { SourceFile } from '../model/article.ts';
import { markupComments } from './comment.ts';
import type { Comment } from './comment.ts';
import type { Compiler, Syntax } from './ts-constant.ts';
import { parseModule } from './ts-module.ts';

/** More of them than anybody writes: the rest asks in vain. */
const MOST = 1000;

/** Those that hold `mark`. */
export async function commentsInTypeScript(file: SourceFile, mark: string): Promise<Comment[]> {
  const { ts } = await import('ts-morph');
  const tree = parseModule(ts, file);
  if (tree === null) return [];
  const found = new Map<number, Comment>();
  const known = new Map<number, Lead>();
  let left = MOST;
  for (let at = file.text.indexOf(mark); at >= 0 && left-- > 0; at = file.text.indexOf(mark, at + mark.length)) {
    const comment = commentAt(ts, tree, at, known);
    if (comment !== null) found.set(comment.start, comment);
  }
  return [...found.values()];
}

/** Where a token begins, and the comments before it. */
interface Lead {
  readonly start: number;
  readonly ranges: readonly Ts.CommentRange[];
}

/** The comment around an offset: before the token that it belongs to, or in the text of a string. `known`: what was looked up, by token. */
function commentAt(ts: Compiler, tree: Ts.SourceFile, at: number, known: Map<number, Lead>): Comment | null {
  const token = tokenAt(ts, tree, at);
  const { text } = tree;
  let lead = known.get(token.pos);
  if (lead === undefined) {
    const ranges = [...(ts.getTrailingCommentRanges(text, token.pos) ?? []), ...(ts.getLeadingCommentRanges(text, token.pos) ?? [])];
    lead = { start: token.getStart(tree), ranges };
    known.set(token.pos, lead);
  }
  const { start, ranges } = lead;
  if (at >= start) {
    if (!ts.isStringLiteralLike(token)) return null;
    const open = text.lastIndexOf('<!--', at);
    const close = text.indexOf('-->', at);
    return open < start || close < 0 || close >= token.end ? null : (markupComments(text.slice(open, close + 3), open)[0] ?? null);
  }
  const range = ranges.find(({ pos, end }) => pos < at && at < end);
  if (range === undefined) return null;
  const inner = text.slice(range.pos + 2, range.kind === ts.SyntaxKind.MultiLineCommentTrivia ? range.end - 2 : range.end);
  return { text: inner.replace(/^[\s*]+/, '').trim(), start: range.pos, end: range.end };
}

/** The smallest part of the tree, what stands before it included, that holds the offset. */
function tokenAt(ts: Compiler, tree: Ts.SourceFile, at: number): Syntax {
  let node: Syntax = tree;
  for (;;) {
    const inner: Syntax | undefined = node
      .getChildren(tree)
      .find(({ kind, pos, end }) => kind !== ts.SyntaxKind.JSDoc && pos <= at && at < end);
    if (inner === undefined) return node;
    node = inner;
  }
}
