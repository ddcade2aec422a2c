// The small readers of the command line: dates, counts, names, colours, lines of JSON, exit codes.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CliError } from '../../src/cli/error.ts';
import { exitCode } from '../../src/cli/exit.ts';
import { shanghaiDay, wantsColor } from '../../src/cli/io.ts';
import { jsonLine, linesOf } from '../../src/cli/lines.ts';
import { CATALOGUE, LOCALES, say } from '../../src/cli/messages.ts';
import { count, earlyLocale, isoDay } from '../../src/cli/options.ts';
import { oneLine, printable } from '../../src/cli/printable.ts';
import { nearest } from '../../src/cli/suggest.ts';
import type { FaultCode } from '../../src/model/fault.ts';
import type { Severity } from '../../src/model/finding.ts';
import { TOOL } from '../../src/model/tool.ts';
import type { AuditResult } from '../../src/model/result.ts';

function resultWith(severities: readonly Severity[], faults: readonly FaultCode[], status: 'new' | 'known' = 'new'): AuditResult {
  return {
    schemaVersion: 1,
    tool: { name: 'claimlint', version: '0' },
    asOf: '2026-11-22',
    scope: null,
    locale: 'zh',
    packs: [],
    corpus: { files: 1, articles: 1, sentences: 0, claims: 0, unread: 0 },
    articles: [],
    claims: [],
    findings: severities.map((severity, index) => ({
      id: String(index),
      kind: 'contradiction',
      severity,
      topic: '',
      message: '',
      reasons: [],
      standing: null,
      sides: [],
      cause: 'author',
      status,
      waiver: null,
    })),
    register: null,
    unread: null,
    regions: [],
    skipped: [],
    baseline: null,
    directives: [],
    notes: [],
    faults: faults.map((code) => ({ code, file: 'a', line: null, message: '' })),
  };
}

describe('exit code', () => {
  it.each([
    [[], [], 'error', 0],
    [['error'], [], 'error', 1],
    [['warning'], [], 'error', 0],
    [['warning'], [], 'warning', 1],
    [['info'], [], 'warning', 0],
    [['info'], [], 'info', 1],
    [['error'], [], 'never', 0],
    [[], ['unreadable'], 'error', 3],
    [['error'], ['unreadable'], 'error', 1],
    [['error'], ['unreadable'], 'never', 3],
    [['warning'], ['encoding'], 'error', 3],
    [[], ['not-analysed'], 'error', 0],
    [[], ['not-analysed', 'bad-record'], 'error', 3],
  ] as const)('%j, %j, --fail-on %s → %i', (severities, faults, failOn, code) => {
    expect(exitCode(resultWith(severities, faults), failOn)).toBe(code);
  });

  it('known findings do not count', () => {
    expect(exitCode(resultWith(['error'], [], 'known'), 'info')).toBe(0);
  });
});

describe('values', () => {
  it('every day of the calendar is a date, in its own form', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(isoDay(day, 'zh')).toBe(day);
      }),
    );
  });

  it.each([
    '2026-13-40',
    '2026-02-30',
    '2025-02-29',
    '2026-1-1',
    '20260101',
    '2026-00-10',
    '',
    'today',
    '2026-01-01T00:00',
    '2026-01-01\n',
  ])('%j is no date', (value) => {
    expect(() => isoDay(value, 'en')).toThrow(CliError);
  });

  it.each(['-1', '1.5', 'x', '', '1e3', '99999999999'])('%j is no count', (value) => {
    expect(() => count(value, 'zh')).toThrow(CliError);
  });

  it('the day is that of Shanghai', () => {
    expect(shanghaiDay(Date.parse('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(shanghaiDay(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it.each([
    [[], {}, 'zh'],
    [[], { LC_ALL: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C' }, 'zh'],
    [[], { LC_ALL: 'enough' }, 'zh'],
    [['--locale', 'zh'], { LC_ALL: 'en' }, 'zh'],
    [['--locale=en'], {}, 'en'],
    [['--', '--locale=en'], {}, 'zh'],
    [['--locale', 'fr'], { LC_ALL: 'en' }, 'en'],
  ] as const)('language of %j with %j is %s', (argv, env, locale) => {
    expect(earlyLocale(argv, env)).toBe(locale);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ] as const)('colour with %j on a terminal (%s) is %s', (env, terminal, color) => {
    expect(wantsColor(env, terminal)).toBe(color);
  });

  it.each([
    ['formt', 'format'],
    ['as-off', 'as-of'],
    ['asof', 'as-of'],
    ['qiuet', 'quiet'],
    ['zzz', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('%s is near %s', async (word, name) => {
    expect(await nearest(word, ['format', 'as-of', 'quiet', 'out'])).toBe(name);
  });
});

describe('text of strangers', () => {
  it('cannot steer a terminal or fake a second line', () => {
    expect(printable('a\u001B[31mb\u202Ec\nd')).toBe('a\\u001B[31mb\\u202Ec\nd');
    expect(oneLine('a\n  错误:b')).toBe('a 错误:b');
  });

  it('cannot bring placeholders of its own', () => {
    expect(say('en', 'bad.choice', { option: '{value}', value: '{choices}', choices: 'x' })).toContain(
      '--{value} is {choices}, expected one of: x',
    );
  });

  it('every message takes the same arguments in both languages', () => {
    expect(LOCALES).toEqual(['zh', 'en']);
    const argumentsOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const { zh, en } = CATALOGUE;
    const differing = (Object.keys(zh) as (keyof typeof zh)[]).filter(
      (code) => argumentsOf(zh[code]).join() !== argumentsOf(en[code]).join(),
    );
    expect(differing).toEqual([]);
  });
});

describe('lines of JSON', () => {
  it('survive every cut into chunks, and Unicode line ends', async () => {
    const value = fc.record({ text: fc.string({ unit: 'binary' }).map((text) => `${text}\u2028\u2029政策\n`) });
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), async (values, size) => {
        const bytes = Buffer.from(values.map(jsonLine).join(''));
        const read: unknown[] = [];
        for await (const { text } of linesOf(cut(bytes, size))) read.push(JSON.parse(text ?? ''));
        expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 60 },
    );
  });

  it('are numbered with the blank ones, and a bad byte spoils its own only', async () => {
    const read: unknown[] = [];
    for await (const line of linesOf(cut(Buffer.concat([Buffer.from('\uFEFF1\r\n\n'), Buffer.from([0xff, 0x0a]), Buffer.from('4')]), 3)))
      read.push([line.number, line.text?.trim() ?? null]);
    expect(read).toEqual([
      [1, '1'],
      [3, null],
      [4, '4'],
    ]);
  });
});

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('the program', () => {
  it('has the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string; version: string };
    expect(TOOL).toEqual({ name: manifest.name, version: manifest.version });
  });
});
