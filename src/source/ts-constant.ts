// Constants of a file: what a name in it stands for, where that can be told without running anything.
import type { ts as Ts } from 'ts-morph';

export type Compiler = typeof Ts;
export type Syntax = Ts.Node;

/** `A.b.c` of objects in objects. */
const MAX_STEPS = 20;

export interface Constants {
  /** What a name or a path of names (`LIMITS.days`) was set to for good, or null. */
  valueOf(node: Syntax): Syntax | null;
}

/** The constants of `tree`; it is searched when the first name is asked for. */
export function findConstants(ts: Compiler, tree: Ts.SourceFile): Constants {
  let values: ReadonlyMap<string, Syntax | null> | null = null;
  const valueOf = (node: Syntax, steps: number): Syntax | null => {
    if (steps > MAX_STEPS) return null;
    if (ts.isIdentifier(node)) {
      values ??= bindingsOf(ts, tree);
      return values.get(node.text) ?? null;
    }
    const step = stepOf(ts, node);
    if (step === null) return null;
    const owner = valueOf(step.owner, steps + 1);
    if (owner === null || !isFrozen(ts, owner)) return null;
    let object: Syntax = owner;
    while (ts.isAsExpression(object) || ts.isSatisfiesExpression(object) || ts.isParenthesizedExpression(object))
      object = object.expression;
    return ts.isObjectLiteralExpression(object) ? propertyOf(ts, object, step.key) : null;
  };
  return { valueOf: (node) => valueOf(node, 0) };
}

function stepOf(ts: Compiler, node: Syntax): { owner: Syntax; key: string } | null {
  if (ts.isPropertyAccessExpression(node)) return { owner: node.expression, key: node.name.text };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
    return { owner: node.expression, key: node.argumentExpression.text };
  return null;
}

/** What is not `as const` may be changed later on. What stands inside of that is frozen with it. */
function isFrozen(ts: Compiler, node: Syntax): boolean {
  if (ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) return isFrozen(ts, node.expression);
  if (ts.isAsExpression(node))
    return ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) && node.type.typeName.text === 'const';
  return false;
}

/** Null where a spread could bring the property too, or it is set twice. */
function propertyOf(ts: Compiler, object: Ts.ObjectLiteralExpression, key: string): Syntax | null {
  let found: Syntax | null = null;
  for (const property of object.properties) {
    if (ts.isSpreadAssignment(property)) return null;
    if (!ts.isPropertyAssignment(property)) continue;
    const { name, initializer } = property;
    if (!(ts.isIdentifier(name) || ts.isStringLiteral(name)) || name.text !== key) continue;
    if (found !== null) return null;
    found = initializer;
  }
  return found;
}

/** Every name that the file gives to something, with the value where it is the only one of that name and a constant. */
function bindingsOf(ts: Compiler, tree: Ts.SourceFile): Map<string, Syntax | null> {
  const values = new Map<string, Syntax | null>();
  const open: Syntax[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (ts.isVariableDeclarationList(node)) {
      const isConst = (node.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
      for (const { name, initializer } of node.declarations)
        if (ts.isIdentifier(name)) values.set(name.text, values.has(name.text) || !isConst ? null : (initializer ?? null));
    } else {
      const name = nameOf(ts, node);
      if (name !== null) values.set(name, null);
    }
    ts.forEachChild(node, (child) => void open.push(child));
  }
  return values;
}

/** The name that a node binds, other than that of a declared variable. */
function nameOf(ts: Compiler, node: Syntax): string | null {
  const binds =
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassLike(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node) ||
    ts.isImportEqualsDeclaration(node);
  return binds && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : null;
}
