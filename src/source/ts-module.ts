// A file of TypeScript or JavaScript, parsed and never run, and what all that read from it need.
import type { ts as Ts } from 'ts-morph';
import type { SourceFile } from '../model/article.ts';
import { lineIn } from '../model/locate.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';
import { findConstants } from './ts-constant.ts';
import type { Compiler, Syntax } from './ts-constant.ts';
import { findComputed, newRoom, resolve } from './ts-literal.ts';
import type { Code } from './ts-literal.ts';

const HAN = /\p{Script=Han}/u;
/** A body is a sentence, or longer than a label. */
const SHORTEST_BODY = 12;

export interface Module extends Code {
  readonly file: SourceFile;
  readonly layouts: Layouts;
  readonly report: Report;
  readonly lineAt: (offset: number) => number;
  /** Lists and objects that an article refers to: they are part of it, not articles of their own. */
  readonly referred: Set<Syntax>;
  /** Those that are being read: a list may hold itself. */
  readonly open: Set<Syntax>;
}

/** Null after a report where the nesting is deeper than the compiler's stack. */
export function openModule(ts: Compiler, file: SourceFile, layouts: Layouts, report: Report): Module | null {
  const tree = parseModule(ts, file);
  if (tree === null) {
    report('not-analysed', null, 'deep');
    return null;
  }
  const lineAt = (offset: number): number => lineIn(file, offset);
  const [broken] = (tree as unknown as { parseDiagnostics?: readonly Ts.Diagnostic[] }).parseDiagnostics ?? [];
  if (broken !== undefined) {
    const detail = ts.flattenDiagnosticMessageText(broken.messageText, ' ');
    report('damaged', lineAt(broken.start ?? 0), 'syntax', { detail });
  }
  return {
    ts,
    file,
    tree,
    layouts,
    report,
    lineAt,
    constants: findConstants(ts, tree),
    room: newRoom(),
    referred: new Set(),
    open: new Set(),
  };
}

export function parseModule(ts: Compiler, file: SourceFile): Ts.SourceFile | null {
  const end = /\.[mc]?(tsx?|jsx?)$/i.exec(file.path)?.[1]?.toLowerCase();
  const kind = end === 'tsx' ? ts.ScriptKind.TSX : end === 'jsx' ? ts.ScriptKind.JSX : end === 'js' ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  try {
    return ts.createSourceFile('article.ts', file.text, ts.ScriptTarget.Latest, false, kind);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export interface Field {
  readonly key: string;
  readonly node: Syntax;
}

/** Names and values of an object; the name of a method or spread is none. */
export function fieldsOf(ts: Compiler, object: Ts.ObjectLiteralExpression): Field[] {
  return object.properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return [{ key: property.name.text, node: property.name }];
    if (!ts.isPropertyAssignment(property)) return [];
    const { name, initializer } = property;
    const key =
      ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) || ts.isNoSubstitutionTemplateLiteral(name)
        ? name.text
        : '';
    return [{ key, node: initializer }];
  });
}

export const has = (names: readonly string[], key: string): boolean => names.some((name) => name.toLowerCase() === key.toLowerCase());

export const isProse = (text: string): boolean => (text.length >= SHORTEST_BODY || text.includes('。')) && HAN.test(text);

export function hasChinese({ file }: Module, node: Syntax): boolean {
  return HAN.test(file.text.slice(node.pos, node.end));
}

/** A value that only running the code would tell, and that may be text. */
export function isComputed(ts: Compiler, node: Syntax): boolean {
  return (
    ts.isTemplateExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isBinaryExpression(node) ||
    ts.isConditionalExpression(node)
  );
}

/** Says of a text which part of it only running the code would tell; its place is that part's. */
export function tellComputed(module: Module, node: Syntax): void {
  const { ts, tree, file, report, lineAt } = module;
  const value = resolve(module, node);
  const part = findComputed(module, value) ?? value;
  const start = part.getStart(tree);
  const text = ts.isTemplateExpression(value) || ts.isBinaryExpression(value);
  const detail = excerpt(file.text.slice(start, part.end));
  report('not-analysed', lineAt(start), text && part !== value ? 'computed' : 'expression', { detail });
}

function excerpt(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
