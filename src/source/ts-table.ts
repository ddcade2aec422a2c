// A table of strings, such as the texts of a site: one article for the file, its values the paragraphs.
import type { ts as Ts } from 'ts-morph';
import type { Article } from '../model/article.ts';
import { startDraft } from './draft.ts';
import { dedent } from './dedent.ts';
import type { Draft } from './draft.ts';
import { addMarkdown, baseName } from './markdown.ts';
import { cut } from './strand.ts';
import type { Piece, Strand } from './strand.ts';
import type { Syntax } from './ts-constant.ts';
import { readLiteral, resolve } from './ts-literal.ts';
import { fieldsOf, hasChinese, isComputed, tellComputed } from './ts-module.ts';
import type { Module } from './ts-module.ts';

const HAN = /\p{Script=Han}/u;

interface Row {
  readonly stem: string;
  /** Last part of the key, in lower case. */
  readonly last: string;
  readonly value: Strand;
}

/** Null where no value is Chinese. */
export function readTable(module: Module, objects: readonly Ts.ObjectLiteralExpression[]): Article | null {
  const { ts } = module;
  const rows = [
    ...exportedBy(module).flatMap(({ key, node }) => rowsOfValue(module, key, node, 'export')),
    ...objects.flatMap((object, number) => fieldsOf(ts, object).flatMap(({ key, node }) => rowsOfValue(module, key, node, String(number)))),
  ];
  if (rows.length === 0) return null;
  const { file, layouts } = module;
  const { question, answer } = layouts.fields;
  const questions = new Map(rows.filter(({ last }) => question.includes(last)).map((row) => [row.stem, row]));
  const answered = new Set(rows.filter(({ stem, last }) => answer.includes(last) && questions.has(stem)).map(({ stem }) => stem));
  const isPaired = ({ stem, last }: Row): boolean => answered.has(stem) && (question.includes(last) || answer.includes(last));

  const draft = startDraft(file);
  const comment = leadingComment(module);
  if (comment !== null) draft.add('context', 0, [comment]);
  // What has no question of its own comes first: below the headings it would seem to answer one.
  for (const row of rows) if (!isPaired(row)) addText(module, draft, row.value);
  for (const row of rows) {
    if (!isPaired(row) || question.includes(row.last)) continue;
    const { value } = questions.get(row.stem)!;
    draft.add('heading', 2, cut(value, 0, value.text.length));
    addText(module, draft, row.value);
  }
  return draft.finish({ id: file.path, title: comment?.text ?? baseName(file.path), published: null, teaser: false });
}

/** A text of several blocks is Markdown; another one is a paragraph, whatever it begins with. */
function addText({ layouts, report, file }: Module, draft: Draft, value: Strand): void {
  if (/[\n\r][ \t]*[\n\r]|[\n\r][ \t]*(?:[-*+#|>]|\d+\.)/.test(value.text)) addMarkdown(draft, dedent(value), layouts, report, file);
  else draft.add('paragraph', 0, cut(value, 0, value.text.length));
}

/** Texts that the module gives out by themselves: `export const notice = '…'`, `export default '…'`. */
function exportedBy({ ts, tree }: Module): { key: string; node: Syntax }[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return [{ key: 'default', node: statement.expression }];
    if (!ts.isVariableStatement(statement) || !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined ? [{ key: name.text, node: initializer }] : [],
    );
  });
}

/** The text of a value, or the texts of a list. */
function rowsOfValue(module: Module, key: string, node: Syntax, owner: string): Row[] {
  const { ts } = module;
  const inner = resolve(module, node);
  const list = ts.isArrayLiteralExpression(inner)
    ? inner.elements.filter((element) => !ts.isObjectLiteralExpression(resolve(module, element)))
    : [inner];
  return list.flatMap((element) => {
    const value = readLiteral(module, element);
    if (value === null) {
      if (isComputed(ts, resolve(module, element)) && hasChinese(module, element)) tellComputed(module, element);
      return [];
    }
    if (!HAN.test(value.text)) return [];
    const cutAt = Math.max(key.lastIndexOf('.'), key.lastIndexOf('_'), key.lastIndexOf('-'), key.search(/[A-Z][a-z]*$/) - 1);
    return [{ stem: `${owner}:${key.slice(0, Math.max(0, cutAt))}`, last: key.slice(cutAt + 1).toLowerCase(), value }];
  });
}

/** How comments for claimlint begin. */
const OURS = 'claimlint-';

/** The first comment that has something to say, without its signs. */
function leadingComment({ ts, file, tree }: Module): Piece | null {
  for (const { pos, end } of ts.getLeadingCommentRanges(file.text, tree.getFullStart()) ?? []) {
    const raw = file.text.slice(pos, end);
    const lines = raw.split(/\r\n|\n|\r/);
    for (const line of lines) {
      const text = line
        .replace(/^\s{0,50}(?:\/\/+|\/\*+|\*(?!\/))?\s{0,50}/, '')
        .replace(/\s{0,50}\*\/$/, '')
        .trim();
      if (HAN.test(text) && !text.startsWith(OURS)) return { text, at: pos + raw.indexOf(text), raw: 0 };
    }
  }
  return null;
}
