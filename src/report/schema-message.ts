// What is wrong with a saved result, in one line: where, what is expected, what stands there.
import type { z } from 'zod';
import type { Locale } from '../model/result.ts';
import { oneLine } from './plain.ts';

const PHRASES = {
  zh: {
    root: '整个文档',
    expected: '应为 {what}',
    or: ' 或 ',
    comma: '，',
    found: '实为 {what}',
    missing: '缺少此项',
    more: '（另有 {n} 处）',
  },
  en: {
    root: 'the document',
    expected: 'expected {what}',
    or: ' or ',
    comma: ', ',
    found: 'found {what}',
    missing: 'it is missing',
    more: ' (and {n} more)',
  },
} as const satisfies Record<Locale, Record<string, string>>;

const TYPES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  null: { zh: 'null', en: 'null' },
};

/** One line about the first of `total` issues; `json` is what was checked. */
export function explainIssue(issue: z.core.$ZodIssue, total: number, json: unknown, locale: Locale): string {
  const phrases = PHRASES[locale];
  const at = issue.code === 'invalid_union' && issue.discriminator !== undefined ? discriminated(issue, json) : issue.path;
  const value = valueAt(json, at);
  const expected = phrases.expected.replace('{what}', () => expectation(issue, locale));
  const found = value === undefined ? phrases.missing : phrases.found.replace('{what}', () => typeName(value, locale));
  const more = total > 1 ? phrases.more.replace('{n}', String(total - 1)) : '';
  return `${pathText(at) || phrases.root}: ${expected}${phrases.comma}${found}${more}`;
}

function expectation(issue: z.core.$ZodIssue, locale: Locale): string {
  const { or } = PHRASES[locale];
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected]?.[locale] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(or);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(or) : issue.message;
    case 'too_small':
      return `≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `≤ ${String(issue.maximum)}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'YYYY-MM-DD' : issue.format;
    default:
      return issue.message;
  }
}

/** zod puts the path of a union at its key in some versions, at its object in others: always the key. */
function discriminated(issue: z.core.$ZodIssue & { readonly discriminator?: string | undefined }, json: unknown): PropertyKey[] {
  const value = valueAt(json, issue.path);
  const inside = typeof value === 'object' && value !== null && issue.path.at(-1) !== issue.discriminator;
  return inside ? [...issue.path, issue.discriminator!] : issue.path;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `findings[0].sides[1].count`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${oneLine(String(key))}`)).join('');
}

/** A short value as it stands, a long or large one by its type. */
function typeName(value: unknown, locale: Locale): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return TYPES['array']![locale];
  if (typeof value === 'object') return TYPES['object']![locale];
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length <= 40 ? oneLine(text) : (TYPES[typeof value]?.[locale] ?? typeof value);
}
