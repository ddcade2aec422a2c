// What the parsers of YAML and of the form found wrong, in words of the catalogue.
import type { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { MOST_ALTERNATIVES } from './alternatives.ts';
import type { Misnomer } from './error.ts';
import type { Arguments, PackMessage } from './messages.ts';

type Explanation = readonly [code: PackMessage, args: Arguments, misnomer: Misnomer | null];

const SYNTAX: Readonly<Record<string, PackMessage>> = {
  TAB_AS_INDENT: 'yaml.tab',
  DUPLICATE_KEY: 'yaml.duplicate',
  BAD_INDENT: 'yaml.indent',
  BLOCK_AS_IMPLICIT_KEY: 'yaml.nested',
};
/** Marks of Chinese writing that stand where YAML has its own. */
const FULL_WIDTH = /[\uFF1A\uFF0C\uFF3B\uFF3D\u3010\u3011]/u;

export function explainSyntax({ code, pos, message }: YAMLParseError, text: string): Explanation {
  const known = SYNTAX[code];
  if (known) return [known, {}, null];
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const end = text.indexOf('\n', pos[0]);
  const mark = FULL_WIDTH.exec(text.slice(start, end < 0 ? text.length : end))?.[0];
  return mark === undefined ? ['yaml.other', { detail: message }, null] : ['yaml.full-width', { mark }, null];
}

/** Where `path` leads and what stands there, against what was expected. `data` is what was checked. */
export function explainIssue(issue: z.core.$ZodIssue, steps: readonly PropertyKey[], data: unknown, schema: z.ZodType): Explanation {
  const path = steps.map(String).join('.');
  const value = steps.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], data);
  const found = value === null ? '@type.null' : Array.isArray(value) ? '@type.array' : `@type.${typeof value}`;
  const wrongType = (expected: string): Explanation =>
    value === undefined ? ['form.missing', { path, expected }, null] : ['form.type', { path, expected, found }, null];
  switch (issue.code) {
    case 'unrecognized_keys':
      return ['form.unknown-key', { path }, { word: issue.keys[0]!, candidates: keysAt(schema, issue.path) }];
    case 'invalid_type':
      return wrongType(`@type.${issue.expected === 'record' ? 'object' : issue.expected === 'tuple' ? 'array' : issue.expected}`);
    case 'invalid_value': {
      const values = issue.values.map(String);
      return ['form.choice', { path, expected: values.join(', ') }, { word: String(value), candidates: values }];
    }
    case 'invalid_union':
      return wrongType('@type.words');
    case 'too_small':
      return ['form.empty', { path }, null];
    case 'custom': {
      const mark = FULL_WIDTH.exec(String(value))?.[0];
      return mark === undefined
        ? ['form.alternatives', { path, word: String(value), most: MOST_ALTERNATIVES }, null]
        : ['form.mark', { path, word: String(value), mark }, null];
    }
    default:
      return ['form.other', { path, detail: issue.message }, null];
  }
}

/** The keys that may stand at `path`. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const step = (at: unknown, key: PropertyKey): unknown => {
    const { shape, valueType, element } = (inner(at) as { readonly def?: Record<string, unknown> } | undefined)?.def ?? {};
    return (shape as Record<PropertyKey, unknown> | undefined)?.[key] ?? valueType ?? element;
  };
  const found = inner(path.reduce(step, schema)) as { readonly def?: { readonly shape?: object } } | undefined;
  return Object.keys(found?.def?.shape ?? {});
}

/** What stands in an optional. */
const inner = (schema: unknown): unknown =>
  (schema as { readonly def?: { readonly innerType?: unknown } } | undefined)?.def?.innerType ?? schema;
