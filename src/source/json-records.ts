// JSON Lines, one article per line, and JSON that is a list of articles. Strings are read where they stand in the file.
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { SourceFile } from '../model/article.ts';
import type { ExportRule } from '../model/export.ts';
import { lineIn } from '../model/locate.ts';
import { readEscapes } from './escape.ts';
import { collectRecords, ROLES, usualNames } from './export.ts';
import type { Collector, Exported, Values } from './export.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';
import { join } from './strand.ts';
import type { Strand } from './strand.ts';

/** Steps of a path of names: `content.rendered`. */
const MOST_STEPS = 10;

export async function readJsonLines(file: SourceFile, layouts: Layouts, report: Report, rule: ExportRule): Promise<Exported> {
  const collector = collectRecords(file, rule, layouts, report);
  const { text } = file;
  let number = 0;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    number++;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const node = parse(line, number, collector.report);
      if (node !== null && !(await takeRecord(collector, file, node, start, number, layouts, rule))) break;
    }
    start = end + 1;
  }
  return collector.finish();
}

export async function readJsonList(file: SourceFile, layouts: Layouts, report: Report, rule: ExportRule): Promise<Exported> {
  const collector = collectRecords(file, rule, layouts, report);
  const list = parse(file.text, null, collector.report, file);
  if (list !== null && list.type !== 'array') report('bad-record', 1, 'not-an-array');
  for (const node of list?.type === 'array' ? (list.children ?? []) : [])
    if (!(await takeRecord(collector, file, node, 0, lineIn(file, node.offset), layouts, rule))) break;
  return collector.finish();
}

/** Null after a report. `line`: that of the text in the file, where it is one line. */
function parse(text: string, line: number | null, report: Report, file: SourceFile | null = null): Node | null {
  const errors: ParseError[] = [];
  let node: Node | undefined;
  try {
    node = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report('not-analysed', line, 'deep');
    return null;
  }
  const [broken] = errors;
  if (broken === undefined && node !== undefined) return node;
  const offset = broken?.offset ?? 0;
  const detail = `${broken === undefined ? '' : printParseErrorCode(broken.error)}, column ${offset - text.lastIndexOf('\n', offset - 1)}`;
  report('bad-record', file === null ? line : lineIn(file, offset), 'bad-json', { detail });
  return null;
}

async function takeRecord(
  collector: Collector,
  file: SourceFile,
  node: Node,
  base: number,
  line: number,
  layouts: Layouts,
  rule: ExportRule,
): Promise<boolean> {
  const { report } = collector;
  if (node.type !== 'object') {
    report('bad-record', line, 'not-an-object');
    return true;
  }
  const values: Record<string, Strand[]> = {};
  for (const role of ROLES) {
    const named = rule[role];
    const nodes = named.length > 0 ? named.map((name) => valueAt(node, name)) : [firstOf(node, usualNames(role, layouts))];
    const isNeeded = role === 'body' || (role === 'title' && (named.length > 0 || rule.body.length === 0));
    if (isNeeded && nodes.every((one) => one === null)) {
      report('bad-record', line, 'no-field', { field: named.join(', ') || role });
      return true;
    }
    values[role] = nodes.flatMap((one) => (one === null ? [] : strandsOf(file.text, one, base)));
  }
  return collector.take(values as unknown as Values, line);
}

function firstOf(node: Node, names: readonly string[]): Node | null {
  for (const name of names) {
    const value = valueAt(node, name);
    if (value !== null) return value;
  }
  return null;
}

/** The value of a key, or of a path of keys; of a key that is there twice, the last, as everywhere in JSON. */
function valueAt(node: Node, path: string): Node | null {
  const own = (from: Node, key: string): Node | null => {
    const properties = from.type === 'object' ? (from.children ?? []) : [];
    const found = properties.findLast(({ children }) => children?.[0]?.value === key);
    return found?.children?.[1] ?? null;
  };
  const whole = own(node, path);
  if (whole !== null || !path.includes('.')) return whole;
  let value: Node | null = node;
  for (const step of path.split('.').slice(0, MOST_STEPS)) value = value === null ? null : own(value, step);
  return value;
}

/** The text of a string or number, the texts of a list of such. */
function strandsOf(text: string, node: Node, base: number): Strand[] {
  const start = base + node.offset;
  const end = start + node.length;
  if (node.type === 'string') return [join(readEscapes(text, start + 1, end - 1))];
  if (node.type === 'number') return [join([{ text: text.slice(start, end), at: start, raw: 0 }])];
  if (node.type === 'array')
    return (node.children ?? []).filter(({ type }) => type === 'string').flatMap((one) => strandsOf(text, one, base));
  return [];
}
