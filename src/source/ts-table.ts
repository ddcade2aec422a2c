// A table of strings, such as the texts of a site: one article for the file, its values the paragraphs.
import type { ts as Ts } from 'ts-morph';
import type { Article } from '../model/article.ts';
import { startDraft } from './draft.ts';
import { baseName } from './markdown.ts';
import { cut } from './strand.ts';
import type { Piece, Strand } from './strand.ts';
import { readLiteral } from './ts-literal.ts';
import { fieldsOf } from './typescript.ts';
import type { Module } from './typescript.ts';

const HAN = /\p{Script=Han}/u;

interface Row {
  readonly stem: string;
  /** Last part of the key, in lower case. */
  readonly last: string;
  readonly value: Strand;
}

/** Null where no value is Chinese. */
export function readTable(module: Module, objects: readonly Ts.ObjectLiteralExpression[]): Article | null {
  const rows = objects.flatMap((object, number) => rowsOf(module, object, number));
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
  for (const row of rows) if (!isPaired(row)) draft.add('paragraph', 0, cut(row.value, 0, row.value.text.length));
  for (const row of rows) {
    if (!isPaired(row) || question.includes(row.last)) continue;
    const { value } = questions.get(row.stem)!;
    draft.add('heading', 2, cut(value, 0, value.text.length));
    draft.add('paragraph', 0, cut(row.value, 0, row.value.text.length));
  }
  return draft.finish({ id: file.path, title: comment?.text ?? baseName(file.path), published: null, teaser: false });
}

function rowsOf({ ts, file, tree, report, lineAt }: Module, object: Ts.ObjectLiteralExpression, number: number): Row[] {
  return fieldsOf(ts, object).flatMap(({ key, node }) => {
    const value = readLiteral(ts, node, tree);
    if (value === null) {
      const computed = ts.isTemplateExpression(node) || ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node);
      if (computed && HAN.test(file.text.slice(node.pos, node.end)))
        report('not-analysed', lineAt(node.end), 'expression', { detail: key });
      return [];
    }
    if (!HAN.test(value.text)) return [];
    const cutAt = Math.max(key.lastIndexOf('.'), key.lastIndexOf('_'), key.lastIndexOf('-'), key.search(/[A-Z][a-z]*$/) - 1);
    return [{ stem: `${number}:${key.slice(0, Math.max(0, cutAt))}`, last: key.slice(cutAt + 1).toLowerCase(), value }];
  });
}

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
      if (HAN.test(text)) return { text, at: pos + raw.indexOf(text), raw: 0 };
    }
  }
  return null;
}
