// The audit document, and its way back from disk.
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../src/model/result.ts';
import { reporters } from '../src/report/index.ts';
import { parseResult } from '../src/report/schema.ts';
import { DECIDED, EMPTY, HOSTILE, largeResult, ORDINARY, resultWithText } from './fixtures/report/results.ts';

const render = (result: typeof ORDINARY): string => reporters.json.render(result, { locale: 'zh' });

/** The same data with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** What was not asked for is no key of the document. */
const written = (result: AuditResult): object =>
  Object.fromEntries(Object.entries(result).filter(([key, value]) => !['unread', 'scope', 'baseline'].includes(key) || value !== null));

describe('json', () => {
  it.each([
    ['empty', EMPTY],
    ['ordinary', ORDINARY],
    ['decided', DECIDED],
    ['hostile', resultWithText(HOSTILE)],
    ['large', largeResult(500)],
  ])('%s: nothing is lost or added, and it comes back from disk', (_, result) => {
    const text = render(result);
    expect(JSON.parse(text)).toEqual(written(result));
    expect(parseResult(JSON.parse(text))).toEqual(result);
    expect(render(parseResult(JSON.parse(text)))).toBe(text);
  });

  it('the order of keys is that of the model, whatever order they came in', () => {
    const text = render(ORDINARY);
    expect(render(reversed(ORDINARY) as typeof ORDINARY)).toBe(text);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(written(ORDINARY)));
    expect(text.startsWith('{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "claimlint",\n')).toBe(true);
  });

  it('a line is a line: one line feed at the end, no other line separator raw', () => {
    const text = render(resultWithText(HOSTILE));
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.match(/[\u2028\u2029\u0085]|\n\n$/g)).toBeNull();
    expect(text.match(/\\u2028/g)?.length).toBeGreaterThan(0);
  });
});

describe('parseResult', () => {
  const valid = (): Record<string, unknown> => JSON.parse(render(ORDINARY)) as Record<string, unknown>;
  /** The document with the value at `path` replaced; `undefined` takes the key out. */
  function changed(path: readonly (string | number)[], value: unknown): unknown {
    const document = valid();
    let at = document as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
    if (value === undefined) delete at[path.at(-1)!];
    else at[path.at(-1)!] = value;
    return document;
  }

  it.each<[readonly (string | number)[], unknown, string, string]>([
    [['schemaVersion'], 2, 'schemaVersion: 应为 1，实为 2', 'schemaVersion: expected 1, found 2'],
    [
      ['findings', 0, 'sides', 1, 'count'],
      '三',
      'findings[0].sides[1].count: 应为 数字，实为 "三"',
      'findings[0].sides[1].count: expected a number, found "三"',
    ],
    [
      ['findings', 0, 'sides', 1, 'count'],
      -1,
      'findings[0].sides[1].count: 应为 ≥ 0，实为 -1',
      'findings[0].sides[1].count: expected ≥ 0, found -1',
    ],
    [
      ['findings', 2, 'severity'],
      'fatal',
      'findings[2].severity: 应为 error 或 warning 或 info，实为 "fatal"',
      'findings[2].severity: expected error or warning or info, found "fatal"',
    ],
    [['articles'], undefined, 'articles: 应为 列表，缺少此项', 'articles: expected a list, it is missing'],
    [['asOf'], '2026-13-40', 'asOf: 应为 YYYY-MM-DD，实为 "2026-13-40"', 'asOf: expected YYYY-MM-DD, found "2026-13-40"'],
    [
      ['claims', 0, 'outcome', 'type'],
      'none',
      'claims[0].outcome.type: 应为 truth 或 number 或 choice 或 uniform 或 text，实为 "none"',
      'claims[0].outcome.type: expected truth or number or choice or uniform or text, found "none"',
    ],
    [
      ['claims', 0, 'condition', 0],
      null,
      'claims[0].condition[0]: 应为 对象，实为 null',
      'claims[0].condition[0]: expected an object, found null',
    ],
    [['corpus'], ['x'], 'corpus: 应为 对象，实为 列表', 'corpus: expected an object, found a list'],
  ])('%j', (path, value, chinese, english) => {
    expect(() => parseResult(changed(path, value))).toThrow(new Error(chinese));
    expect(() => parseResult(changed(path, value), 'en')).toThrow(new Error(english));
  });

  it.each([[null], [3], ['text'], [[]], [{}]])('%j is no result', (value) => {
    expect(() => parseResult(value, 'en')).toThrow(/^(the document|schemaVersion): expected [^\n]+$/);
  });

  it('several errors are counted, and a text of strangers in a message is tame', () => {
    const document = { ...valid(), corpus: 1, faults: [{ code: '\u202E\n\u001B[2J', file: 1, line: null, message: 'x' }] };
    expect(() => parseResult(document, 'en')).toThrow(new Error('corpus: expected an object, found 1 (and 2 more)'));
    const second = { ...valid(), locale: '\u202E\n\u001B[2J' };
    expect(() => parseResult(second, 'en')).toThrow(new Error('locale: expected zh or en, found "\\u202E\\n\\u001b[2J"'));
  });

  it('keys that it does not know are dropped, and none reaches a prototype', () => {
    const document = JSON.parse(render(ORDINARY).replace('{', '{"__proto__": {"polluted": true}, "later": 1,')) as unknown;
    const result = parseResult(document);
    expect(result).toEqual(ORDINARY);
    expect('polluted' in result).toBe(false);
  });
});
