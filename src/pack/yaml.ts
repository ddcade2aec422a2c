// YAML that a stranger wrote → checked data, or one error that says where and what.
import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { PackError } from './error.ts';
import { explainIssue, explainSyntax } from './explain.ts';

const MAX_BYTES = 8_000_000;

/** Checked data, and where in the file its parts stand. */
export interface Located<T> {
  readonly data: T;
  /** 1-based line and column of the value at `path`, of its key where `key` is set. */
  readonly locate: (path: readonly PropertyKey[], key?: boolean) => readonly [number, number];
}

/**
 * Reads `file` and checks it against `schema`. `shown` is the path that messages name.
 * Throws PackError: unreadable, not YAML, or not of the schema's shape.
 */
export function readYaml<T extends z.ZodType>(file: string, shown: string, schema: T): z.output<T> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new PackError(shown, 1, 1, 'file.unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
  return checkYaml(text, shown, schema);
}

/** As `readYaml`, of a text that is at hand. */
export function checkYaml<T extends z.ZodType>(text: string, shown: string, schema: T): z.output<T> {
  return locateYaml(text, shown, schema).data;
}

/** As `checkYaml`, for callers that have more to say of the data's places. */
export function locateYaml<T extends z.ZodType>(text: string, shown: string, schema: T): Located<z.output<T>> {
  if (text.length > MAX_BYTES) throw new PackError(shown, 1, 1, 'file.too-large', { most: MAX_BYTES });
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false, merge: false });
  const at = (offset: number): readonly [number, number] => {
    const { line, col } = counter.linePos(offset);
    return [Math.max(line, 1), Math.max(col, 1)];
  };
  const broken = document.errors[0];
  if (broken) throw new PackError(shown, ...at(broken.pos[0]), ...explainSyntax(broken, text));
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  const locate = (path: readonly PropertyKey[], key = false): readonly [number, number] => at(offsetOf(document, path, key));
  if (checked.success) return { data: checked.data, locate };
  const issue = checked.error.issues[0]!;
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  throw new PackError(shown, ...locate(path, issue.code === 'unrecognized_keys'), ...explainIssue(issue, path, document.toJS(), schema));
}

/** Offset of the node at `path`, of its key where `key` is set; of the nearest parent that exists otherwise. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], key: boolean): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    if (isNode(node) && node.range) offset = node.range[0];
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      if (key && depth === path.length - 1) return offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node) {
      node = (node as { items: unknown[] }).items[Number(step)];
    } else {
      return offset;
    }
  }
  return isNode(node) && node.range ? node.range[0] : offset;
}
