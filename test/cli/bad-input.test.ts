// Bad input: a clear line on stderr, the exit code of the contract, nothing half written, and the other articles audited all the same.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const GOOD = '# 停保提醒\n\n职工医保断缴以后,个人账户余额不会清零。\n';
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-bad-'));
  write('good.md', GOOD);
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(cwd, name), content);
}

function run(...args: string[]): Run {
  return claimlint(args, { cwd });
}

/** The audit document of `good.md` and whatever stands beside it. */
function audited(paths: readonly string[] = ['.']): { run: Run; result: AuditResult } {
  const done = run('audit', ...paths, '--as-of', '2026-11-22', '--format', 'json', '--out', '-');
  return { run: done, result: JSON.parse(done.stdout) as AuditResult };
}

function expectLine(done: Run, code: number, ...parts: string[]): void {
  expect(done.code).toBe(code);
  expect(done.stderr.trimEnd().split('\n')).toHaveLength(1);
  for (const part of parts) expect(done.stderr).toContain(part);
}

describe('an article that cannot be read is a fault, and the others are audited', () => {
  const cases: readonly (readonly [name: string, file: string, code: string, content: string | Uint8Array])[] = [
    ['empty', 'bad.md', 'empty', ''],
    ['blank', 'bad.txt', 'empty', ' \n\n'],
    ['binary', 'bad.txt', 'binary', Uint8Array.from([0x89, 0x50, 0, 0, 1, 2, 3, 0, 0xff])],
    ['neither UTF-8 nor GB18030', 'bad.txt', 'encoding', Uint8Array.from([0xe5, 0x8c, 0xbb, 0x0a, 0xff, 0xff, 0x0a, 0x41])],
    ['HTML without a body', 'bad.html', 'no-body', '<!doctype html><html><head><title>x</title></head></html>'],
  ];
  it.each(cases)('%s', (_name, file, code, content) => {
    write(file, content);
    const { run: done, result } = audited();
    expect(done.code).toBe(3);
    expect(result.faults.map((fault) => [fault.file, fault.code])).toEqual([[file, code]]);
    expectLine(done, 3, file, code);
    expect(result.articles.map((article) => article.file)).toEqual(['good.md']);
  });

  it('broken front matter, whose article is read all the same', () => {
    write('bad.md', '---\ntitle: [停保\n---\n\n正文在这里,写明个人账户的钱不会清零。\n');
    const { run: done, result } = audited();
    expect(done.code).toBe(3);
    expect(result.faults.map((fault) => [fault.file, fault.code])).toEqual([['bad.md', 'front-matter']]);
    expect(result.articles.map((article) => article.file)).toEqual(['bad.md', 'good.md']);
  });

  it('a dangling link and a folder with the name of an article', () => {
    symlinkSync('nowhere', join(cwd, 'link.md'));
    mkdirSync(join(cwd, 'folder.txt'));
    const { run: done, result } = audited(['good.md', 'link.md', 'folder.txt']);
    expect(done.code).toBe(3);
    expect(result.faults.map((fault) => [fault.file, fault.code])).toContainEqual(['link.md', 'unreadable']);
    expect(result.articles.map((article) => article.file)).toEqual(['good.md']);
  });

  it('one line of 5 MB is long, not bad', () => {
    write(
      'long.txt',
      `医保问答\n\n${'缴费满25年可以享受待遇,这是本地的规定。天气晴好,大家都来看一看走一走,顺便把要问的话写在纸上带过来,当场就有人答。'.repeat(30_000)}\n`,
    );
    const { run: done, result } = audited();
    expect(result.faults).toEqual([]);
    expect(done.code).not.toBe(2);
    expect(result.articles.map((article) => article.file)).toEqual(['good.md', 'long.txt']);
  }, 120_000);
});

describe('an audit that cannot be done as asked ends with 2', () => {
  it('a folder without articles', () => {
    mkdirSync(join(cwd, 'empty'));
    expectLine(run('audit', 'empty'), 2, 'empty', '没有找到文章');
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  it('a pack with an unknown key', () => {
    mkdirSync(join(cwd, 'pack'));
    write('pack/pack.yaml', 'name: 测试\nconceptz: {}\n');
    expectLine(run('audit', '.', '--packs', 'pack'), 2, 'pack.yaml:2:1', 'conceptz');
  });

  it('a pack folder that is none', () => {
    expectLine(run('audit', '.', '--packs', 'good.md'), 2, 'good.md');
  });

  const configs: readonly (readonly [name: string, yaml: string, ...parts: string[]])[] = [
    ['a wrong type', 'paths: 3\n', 'claimlint.yaml:1:8', 'paths'],
    ['a wrong type in a list', '# x\nexclude:\n  - a\n  - {b: 1}\n', 'claimlint.yaml:4:5', 'exclude.1'],
    ['a wrong value', 'failOn: errors\n', 'claimlint.yaml:1:9', 'error, warning, info, never'],
    ['an unknown key', 'locale: zh\npath: [a]\n', 'claimlint.yaml:2:1', 'paths'],
    ['broken YAML', 'paths: [a\n', 'claimlint.yaml:'],
    ['no mapping', '- a\n', 'claimlint.yaml:1:1'],
    ['a key twice', 'out: a\nout: b\n', 'claimlint.yaml:2:1'],
    ['a path that leaves the folder', 'paths: ["../x"]\n', 'claimlint.yaml:1:9', '../x'],
    ['an absolute path', 'out: /tmp\n', 'claimlint.yaml:1:6', '/tmp'],
    [
      'aliases without end',
      `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n`,
      'claimlint.yaml:',
    ],
  ];
  it.each(configs)('a config with %s', (_name, yaml, ...parts) => {
    write('claimlint.yaml', yaml);
    expectLine(run('audit'), 2, ...parts);
  });

  it('a config that leaves its folder through a link', () => {
    symlinkSync(tmpdir(), join(cwd, 'link'));
    write('claimlint.yaml', 'out: link/elsewhere\n');
    expectLine(run('audit'), 2, 'claimlint.yaml:1:6', 'link/elsewhere');
  });

  it('a config that is not there', () => {
    expectLine(run('audit', '--config', 'other.yaml'), 2, 'other.yaml');
  });
});

describe('reports are written whole or not at all', () => {
  it('the output folder is a file', () => {
    write('out', 'x');
    const done = run('audit', 'good.md', '--out', 'out', '--quiet');
    expectLine(done, 2, 'out/audit.json');
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe('x');
  });

  it('the output folder cannot be made', () => {
    expectLine(run('audit', 'good.md', '--out', '/proc/claimlint/reports', '--quiet'), 2, '/proc/claimlint/reports/audit.json');
  });

  it('the second of two files cannot be written: the first is not there either', () => {
    mkdirSync(join(cwd, 'taken.html'));
    const done = run('audit', 'good.md', '--quiet', '--report', 'json=new/a.json', '--report', 'html=taken.html');
    expectLine(done, 2, 'taken.html');
    expect(readdirSync(cwd).sort()).toEqual(['good.md', 'taken.html']);
    expect(readdirSync(join(cwd, 'taken.html'))).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('the disk is full', () => {
    write('old.json', 'old');
    const done = run('audit', 'good.md', '--quiet', '--report', 'json=old.json', '--report', 'html=/dev/full');
    expectLine(done, 2, '/dev/full', '磁盘已满');
    expect(readdirSync(cwd).sort()).toEqual(['good.md', 'old.json']);
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('old');
  });

  it.runIf(existsSync('/dev/full'))('standard output is a full disk', () => {
    const command = '"$0" "$1" audit good.md --format json --out - > /dev/full';
    const done = spawnSync('sh', ['-c', command, process.execPath, MAIN], { cwd, env: { PATH: process.env['PATH'] }, encoding: 'utf8' });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain('磁盘已满');
  });

  it('a second run does not read the reports of the first', () => {
    run(
      'audit',
      '.',
      '--as-of',
      '2026-11-22',
      '--quiet',
      '--format',
      'json',
      '--format',
      'markdown',
      '--format',
      'html',
      '--format',
      'summary',
    );
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['audit.html', 'audit.json', 'audit.md', 'summary.md']);
    expect(audited().result.articles.map((article) => article.file)).toEqual(['good.md']);
    const again = run('audit', '.', '--as-of', '2026-11-22', '--quiet', '--out', 'reports', '--format', 'json');
    expect(again.code).not.toBe(2);
    const result = JSON.parse(readFileSync(join(cwd, 'reports', 'audit.json'), 'utf8')) as AuditResult;
    expect(result.articles.map((article) => article.file)).toEqual(['good.md']);
  });
});
