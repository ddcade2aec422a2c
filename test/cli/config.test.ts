// claimlint.yaml from end to end: the file that init writes, the schema for editors, where values come from, what they do.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema, configSchemaText } from '../../src/cli/config-schema.ts';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const SCHEMA = fileURLToPath(new URL('../../schema/claimlint.schema.json', import.meta.url));
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-config-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, content: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
}

const run = (...args: string[]): Run => claimlint(args, { cwd });
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

describe('the schema for editors', () => {
  it('is the one of the program: npm run schema writes it', () => {
    expect(readFileSync(SCHEMA, 'utf8')).toBe(configSchemaText());
    expect(run('config', 'schema').stdout).toBe(configSchemaText());
  });

  it('describes every key, and takes and refuses what the program does', () => {
    const { properties } = JSON.parse(configSchemaText()) as { properties: Record<string, { description?: string }> };
    expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
    for (const [text, fits] of [
      ['', true],
      ['paths: [a]\nsources: [{ files: x.csv, body: [a, b] }]\nseverities: { gap: off }\nregister: false', true],
      ['path: [a]', false],
      ['severities: { gaps: off }', false],
      ['severities: { gap: none }', false],
      ['sources: [{ title: a }]', false],
      ['failOn: errors', false],
    ] as const) {
      const data = (parse(text) ?? {}) as unknown;
      expect([text, validate(data), configSchema.safeParse(data).success]).toEqual([text, fits, fits]);
    }
  });
});

describe('claimlint init', () => {
  it.each(['zh', 'en'])('asks nothing and writes every key, in %s; the file changes nothing', (locale) => {
    const done = run('init', '--locale', locale);
    expect([done.code, done.stdout]).toEqual([0, '']);
    const text = readFileSync(join(cwd, 'claimlint.yaml'), 'utf8');
    expect(validate(parse(text))).toBe(true);
    const everything = text.replaceAll(/^# (?=\w+:|  )/gm, '');
    expect(Object.keys(parse(everything) as object).sort()).toEqual(Object.keys(configSchema.shape).sort());
    expect(validate(parse(everything))).toBe(true);
    expect(run('init').code).toBe(2);
    expect(run('config', 'print').code).toBe(0);
    expect((parse(text) as { paths: unknown }).paths).toEqual(['.']);
  });

  it('names the folder of articles and the list of known findings that are there', () => {
    write('articles/a.md', '# 题\n');
    write('content/b.md', '# 题\n');
    write('claimlint-baseline.json', '{ "schemaVersion": 1, "paths": ["articles"], "findings": [] }\n');
    expect(run('init', '--locale', 'en').stderr).toContain('audits articles');
    expect(parse(readFileSync(join(cwd, 'claimlint.yaml'), 'utf8'))).toMatchObject({
      paths: ['articles'],
      baseline: 'claimlint-baseline.json',
    });
    expect(run('baseline', 'check').code).toBe(0);
  });
});

describe('claimlint config print', () => {
  interface Printed {
    readonly file: string | null;
    readonly settings: readonly { readonly key: string; readonly value: unknown; readonly origins: readonly object[] }[];
  }
  const printed = (...args: string[]): Map<string, unknown> => {
    const { file, settings } = JSON.parse(run('config', 'print', '--json', ...args).stdout) as Printed;
    return new Map<string, unknown>([['file', file], ...settings.map(({ key, value, origins }) => [key, { value, origins }] as const)]);
  };

  it('tells for each value the option, the line of the config or that nobody set it', () => {
    mkdirSync(join(cwd, 'own'));
    write('site/x.md', '# 题\n');
    write(
      'claimlint.yaml',
      '# mine\npaths: [site]\n\nfailOn: warning\nlocale: en\nseverities:\n  gap: off\n  exception: error\npacks: [own]\n',
    );
    const settings = printed('--fail-on', 'never', '--severity', 'gap=info', '--no-register');
    expect(settings.get('file')).toBe('claimlint.yaml');
    expect(settings.get('paths')).toEqual({ value: ['site'], origins: [{ from: 'config', file: 'claimlint.yaml', line: 2 }] });
    expect(settings.get('failOn')).toEqual({ value: 'never', origins: [{ from: 'option', option: '--fail-on' }] });
    expect(settings.get('register')).toEqual({ value: false, origins: [{ from: 'option', option: '--no-register' }] });
    expect(settings.get('severities')).toEqual({
      value: { gap: 'info', exception: 'error' },
      origins: [
        { from: 'option', option: '--severity' },
        { from: 'config', file: 'claimlint.yaml', line: 6 },
      ],
    });
    expect(settings.get('clockFindings')).toEqual({ value: 'fail', origins: [{ from: 'default' }] });
    expect([...settings.keys()].sort()).toEqual(['file', ...Object.keys(configSchema.shape)].sort());
    const text = run('config', 'print').stdout;
    expect(text).toMatch(/^failOn: "warning" +# claimlint\.yaml:4$/m);
    const { locale, failOn } = parse(text) as { locale: string; failOn: string };
    expect({ locale, failOn }).toEqual({ locale: 'en', failOn: 'warning' });
  });

  it('says so where there is no config, and where the environment decides', () => {
    expect(printed().get('file')).toBeNull();
    const done = claimlint(['config', 'print', '--json'], { cwd, env: { LC_ALL: 'en_US.UTF-8' } });
    expect((JSON.parse(done.stdout) as Printed).settings.find(({ key }) => key === 'locale')?.origins).toEqual([
      { from: 'environment', variable: 'LC_ALL' },
    ]);
  });
});

describe('severities', () => {
  const audit = (...args: string[]): { code: number | null; findings: string[] } => {
    const done = run('audit', '.', '--as-of', '2026-11-22', '--no-register', '--format', 'json', '--out', '-', ...args);
    return {
      code: done.code,
      findings: (JSON.parse(done.stdout) as AuditResult).findings.map(({ kind, severity }) => `${severity} ${kind}`),
    };
  };

  it('are those of the config, over which options go; a kind that is off is not told', () => {
    write('a.md', '---\ndate: 2026-01-01\n---\n# 余额\n\n职工医保断缴期间，个人账户余额可以继续使用，不会清零。\n');
    write(
      'b.md',
      '---\ndate: 2026-01-01\n---\n# 断缴\n\n职工医保断缴三个月以上的，个人账户余额清零。\n参加新农合的村民，住院报销比例为65%。\n',
    );
    expect(audit()).toEqual({ code: 0, findings: ['warning exception', 'warning retired-term'] });
    write('claimlint.yaml', 'severities: { exception: error, retired-term: off }\n');
    expect(audit()).toEqual({ code: 1, findings: ['error exception'] });
    expect(audit('--severity', 'exception=info', '--severity', 'retired-term=warning')).toEqual({
      code: 0,
      findings: ['warning retired-term', 'info exception'],
    });
  });
});

describe('layouts', () => {
  it('of one’s own come before the shipped ones', () => {
    write(
      'page.txt',
      '断缴的后果\n\n职工医保断缴以后，个人账户余额不会清零。\n\n相邻文章\n失业金\n失业保险金最长领取24个月。\n频道 2025-03-19\n',
    );
    const titles = (): string[] => {
      const done = run('audit', 'page.txt', '--as-of', '2026-11-22', '--format', 'json', '--out', '-');
      return (JSON.parse(done.stdout) as AuditResult).articles.map(({ title }) => title);
    };
    expect(titles()).toEqual(['断缴的后果']);
    write(
      'layouts/portal.yaml',
      'form: crawled\nname: portal\nteasers: [相邻文章]\ndrop: []\nnotes: { starts: [], words: [] }\ninline: { answer: 20, heading: 16, label: 14, subheading: 12 }\n',
    );
    write('claimlint.yaml', 'layouts: [layouts]\n');
    expect(titles()).toEqual(['断缴的后果', '失业金']);
    write('layouts/portal.yaml', 'form: crawled\nname: portal\nteaser: [x]\n');
    const done = run('audit', 'page.txt', '--locale', 'en');
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('layouts/portal.yaml:');
  });
});

describe('a name that was mistyped in a config is told with its place, and the one that was meant', () => {
  const SOURCE = 'sources:\n  - files: a.csv\n';
  it.each([
    ['a key', 'locale: en\npath: [a]\n', '2:1', 'path', 'paths'],
    ['a key as an option is written', 'fail-on: error\n', '1:1', 'fail-on', 'failOn'],
    ['a key in capitals', 'Formats: [json]\n', '1:1', 'Formats', 'formats'],
    ['a key of a source', `${SOURCE}    titel: x\n`, '3:5', 'sources.0.titel', 'title'],
    ['a key that has to be there', 'sources:\n  - fils: a.csv\n', '2:5', 'sources.0.fils', 'files'],
    ['a kind', 'severities:\n  gap: off\n  contradicton: off\n', '3:3', 'severities.contradicton', 'contradiction'],
    ['a kind in a line', 'severities: { stale_date: off }\n', '1:15', 'severities.stale_date', 'stale-date'],
    ['a severity', 'severities:\n  gap: eror\n', '2:8', 'severities.gap', 'error'],
    ['a severity for the gate', 'failOn: warn\n', '1:9', 'failOn', 'warning'],
    ['a word for the gate', 'clockFindings: reprot\n', '1:16', 'clockFindings', 'report'],
    ['a language', 'locale: zn\n', '1:9', 'locale', 'zh'],
    ['a format', 'formats:\n  - json\n  - markdwn\n', '3:5', 'formats.1', 'markdown'],
    ['a format of texts', `${SOURCE}    format: htm\n`, '3:13', 'sources.0.format', 'html'],
    ['a truth', 'inlineSuppressions: ture\n', '1:21', 'inlineSuppressions', 'true'],
  ])('%s', (_name, yaml, place, key, meant) => {
    write('claimlint.yaml', yaml);
    write('a.md', '# 题\n');
    const en = run('audit', 'a.md', '--locale', 'en');
    expect([en.code, en.stdout, en.stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(en.stderr).toContain(`claimlint.yaml:${place}: `);
    expect(en.stderr).toContain(` ${key}`);
    expect(en.stderr.trimEnd()).toMatch(new RegExp(`Did you mean ${meant}\\?$`));
    const zh = run('config', 'print');
    expect([zh.code, zh.stderr.includes(`claimlint.yaml:${place}: `), zh.stderr.includes(meant)]).toEqual([2, true, true]);
  });

  it.each([
    ['key', 'mood: x\n', '1:1', 'paths, exclude, sources'],
    ['kind', 'severities: { mood: off }\n', '1:15', 'contradiction, exception, regional'],
  ])('where no %s is near, all that there are are told', (_what, yaml, place, listed) => {
    write('claimlint.yaml', yaml);
    const { code, stderr } = run('config', 'print', '--locale', 'en');
    expect([code, stderr.split('\n').length]).toEqual([2, 2]);
    for (const part of [`claimlint.yaml:${place}: unknown key`, listed]) expect(stderr).toContain(part);
  });
});

describe('what is wrong in a config is told with its place', () => {
  it.each([
    ['sources:\n  - title: x\n', 'claimlint.yaml:2:5', 'sources.0.files'],
    ['sources:\n  - files: ../a.csv\n', 'claimlint.yaml:2:12', '../a.csv'],
    ['layouts: [/etc]\n', 'claimlint.yaml:1:11', '/etc'],
    ['layouts: [nowhere.yaml]\n', 'nowhere.yaml', ''],
    ['register: 3\n', 'claimlint.yaml:1:11', 'false'],
  ])('%j', (yaml, ...parts) => {
    write('claimlint.yaml', yaml);
    write('a.md', '# 题\n');
    const done = run('audit', 'a.md', '--locale', 'en');
    expect(done.code).toBe(2);
    expect(done.stderr.trimEnd().split('\n')).toHaveLength(1);
    for (const part of parts) expect(done.stderr).toContain(part);
  });
});
