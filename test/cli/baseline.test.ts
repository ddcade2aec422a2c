// A team's list of known findings, kept by the commands in a folder of articles: what it lets pass, and what it never does.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const FILE = 'claimlint-baseline.json';
const SIX = '# 断缴之后\n\n职工医保断缴超过3个月的，等待期为6个月。\n';
const THREE = '# 中断缴费\n\n职工医保断缴超过3个月的，等待期为3个月。\n';
const RETIRED = '# 村卫生室\n\n如今村民仍然参加新农合。\n';
const DEADLINE = '# 缴费\n\n请在2026年12月20日前缴纳居民医保费。\n';
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-baseline-'));
  write('docs/six.md', SIX);
  write('docs/three.md', THREE);
  write('docs/village.md', RETIRED);
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const run = (...args: string[]): Run => claimlint(args, { cwd });
const COMMON = ['--as-of', '2026-11-22', '--no-register'];
const baseline = (action: string, ...more: string[]): Run => run('baseline', action, 'docs', ...COMMON, ...more);
const create = (...more: string[]): Run => baseline('create', ...more);

/** Kind and status of each finding, and the exit code, of an audit with the baseline. */
function audited(...more: string[]): { readonly code: number | null; readonly found: string[]; readonly result: AuditResult } {
  const { code, stdout, stderr } = run('audit', 'docs', ...COMMON, '--baseline', FILE, '--format', 'json', '--out', '-', ...more);
  if (stdout === '') throw new Error(stderr);
  const result = JSON.parse(stdout) as AuditResult;
  return { code, found: result.findings.map(({ kind, status }) => `${kind} ${status}`), result };
}

const kept = (): string => readFileSync(join(cwd, FILE), 'utf8');

describe('baseline create', () => {
  it('writes what is found; an audit with it is green and shows all the same', () => {
    const made = create();
    expect([made.code, made.stdout]).toEqual([0, '']);
    expect(made.stderr).toContain('2 项');
    expect(kept()).toContain('等待期');
    expect(audited('--fail-on', 'info')).toMatchObject({ code: 0, found: ['contradiction known', 'retired-term known'] });
    expect(run('audit', 'docs', ...COMMON, '--format', 'json', '--out', '-').code).toBe(1);
  });

  it('leaves a list alone that is there, unless told what to do with it', () => {
    create();
    const before = kept();
    write('docs/nine.md', '# 又一篇\n\n个税起征点为每月3500元。\n\n如今老人仍然参加新农保。\n');
    const refused = create();
    expect(refused.code).toBe(2);
    for (const way of ['--add', '--force', 'prune']) expect(refused.stderr).toContain(way);
    expect(kept()).toBe(before);
    rmSync(join(cwd, 'docs/village.md'));
    expect(create('--add').code).toBe(0);
    expect([kept().includes('新农保'), kept().includes('新农合')]).toEqual([true, true]);
    expect(create('--force').code).toBe(0);
    expect([kept().includes('新农保'), kept().includes('新农合')]).toEqual([true, false]);
  });

  it('wants to know of which articles: nobody keeps a list of the examples', () => {
    const done = run('baseline', 'create');
    expect([done.code, done.stderr.split('\n').length]).toEqual([2, 2]);
  });

  it('is as the config says', () => {
    write('claimlint.yaml', 'paths: [docs]\nbaseline: keep/known.json\nregister: false\n');
    mkdirSync(join(cwd, 'keep'));
    expect(run('baseline', 'create', '--as-of', '2026-11-22').code).toBe(0);
    expect(readFileSync(join(cwd, 'keep/known.json'), 'utf8')).toContain('"file": "../docs/village.md"');
    expect(run('audit', '--as-of', '2026-11-22', '--fail-on', 'info', '--quiet').code).toBe(0);
    // From another folder it is the same list.
    expect(
      claimlint(['audit', '--config', '../claimlint.yaml', '--as-of', '2026-11-22', '--fail-on', 'info', '--quiet'], {
        cwd: join(cwd, 'docs'),
      }).code,
    ).toBe(0);
  });

  it('of articles that could not all be read says so', () => {
    write('docs/broken.md', '');
    expect(create().code).toBe(3);
    expect(kept()).toContain('新农合');
  });
});

describe('a known finding', () => {
  beforeEach(() => void create());

  it('stays known when articles are renamed, moved, reflowed and retitled', () => {
    mkdirSync(join(cwd, 'docs/old'));
    renameSync(join(cwd, 'docs/six.md'), join(cwd, 'docs/old/z.md'));
    renameSync(join(cwd, 'docs/village.md'), join(cwd, 'docs/old/a.md'));
    write(
      'docs/three.md',
      `---\ntitle: 停保怎么办\n---\n\n## 说明\n\n${'欢迎咨询。\n\n'.repeat(9)}职工医保断缴超过\n3个月的，**等待期**为\n3个月。\n`,
    );
    expect(audited('--fail-on', 'info')).toMatchObject({ code: 0, found: ['contradiction known', 'retired-term known'] });
    expect(baseline('check').code).toBe(0);
  });

  it('stays known when another article says what a side says', () => {
    write('docs/nine.md', '# 再谈\n\n职工医保断缴超过3个月的，等待期为6个月。\n');
    const { code, result } = audited();
    expect([code, result.findings[0]!.sides.map(({ count }) => count).sort()]).toEqual([0, [1, 2]]);
    write('docs/ten.md', '# 三谈\n\n职工医保断缴超过3个月的，等待期一律为6个月。\n');
    expect(audited().code).toBe(0);
  });

  it.each([
    ['another value', '3个月的，等待期为3个月', '3个月的，等待期为9个月'],
    ['another condition', '超过3个月的，等待期为3', '超过4个月的，等待期为3'],
    ['a region', '职工医保断缴', '长沙市职工医保断缴'],
    ['more firmly', '等待期为', '等待期一律为'],
  ])('is new again with %s', (_, from, to) => {
    const text = THREE.replace(from, to);
    expect(text).not.toBe(THREE);
    write('docs/three.md', text);
    const { found, result } = audited();
    expect(found.filter((one) => !one.startsWith('retired')).map((one) => one.split(' ')[1])).toEqual(['new']);
    expect(result.baseline).toEqual({ file: FILE, findings: 2, gone: 1 });
  });

  it('does not cover one more of its kind', () => {
    write('docs/town.md', RETIRED);
    expect(audited('--fail-on', 'warning')).toMatchObject({
      code: 1,
      found: expect.arrayContaining(['contradiction known', 'retired-term known', 'retired-term new']) as string[],
    });
  });

  it('of one article does not cover another one that is audited alone', () => {
    write('docs/town.md', RETIRED);
    const done = run('audit', 'docs/town.md', ...COMMON, '--baseline', FILE, '--fail-on', 'warning', '--quiet');
    expect(done.code).toBe(1);
  });
});

describe('baseline check and prune', () => {
  beforeEach(() => void create());

  it('check tells what is gone and what is new, prune drops the former and never adds', () => {
    write('docs/three.md', '# 中断缴费\n\n请以窗口的答复为准。\n');
    write('docs/town.md', '# 养老\n\n如今老人仍然参加新农保。\n');
    const checked = baseline('check');
    expect(checked.code).toBe(1);
    const lines = checked.stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(0, 15))).toEqual(['- contradiction', '+ docs/town.md:']);
    const before = kept();
    expect(baseline('check').stdout).toBe(checked.stdout);
    expect(kept()).toBe(before);

    expect(baseline('prune').code).toBe(0);
    expect([kept().includes('等待期'), kept().includes('新农合'), kept().includes('新农保')]).toEqual([false, true, false]);
    expect(baseline('check').stdout.trimEnd().split('\n')).toHaveLength(1);
    // What was fixed and comes back is new.
    write('docs/three.md', THREE);
    expect(audited().code).toBe(1);
  });

  it('takes a folder around the articles for them', () => {
    run('baseline', 'create', 'docs', ...COMMON);
    expect(run('baseline', 'check', '.', ...COMMON).code).toBe(0);
    expect(run('baseline', 'check', join('..', basename(cwd)), ...COMMON).code).toBe(0);
    expect(run('baseline', 'check', 'doc', ...COMMON).code).toBe(2);
  });

  it('neither takes a part of the articles for all of them, nor does an audit', () => {
    const before = kept();
    for (const action of ['check', 'prune']) {
      const done = run('baseline', action, 'docs/six.md', ...COMMON);
      expect([done.code, done.stdout, done.stderr.includes('docs')]).toEqual([2, '', true]);
    }
    expect(kept()).toBe(before);
    const part = run('audit', 'docs/six.md', ...COMMON, '--baseline', FILE, '--format', 'json', '--out', '-');
    expect([part.code, part.stderr]).toEqual([0, '']);
    // The same folder, whatever it is called and from wherever.
    expect(run('baseline', 'check', './docs/', ...COMMON).code).toBe(0);
    expect(claimlint(['baseline', 'check', '.', ...COMMON, '--baseline', `../${FILE}`], { cwd: join(cwd, 'docs') }).code).toBe(0);
  });

  it('prune leaves the list alone where an article could not be read', () => {
    const before = kept();
    write('docs/three.md', '');
    expect(baseline('prune').code).toBe(3);
    expect(kept()).toBe(before);
  });

  it('an audit says that there is something to prune', () => {
    rmSync(join(cwd, 'docs/village.md'));
    const done = run('audit', 'docs', ...COMMON, '--baseline', FILE, '--format', 'summary', '--out', '-');
    expect(done.stderr).toContain('baseline prune');
    expect(run('audit', 'docs', ...COMMON, '--baseline', FILE, '--format', 'summary', '--out', '-', '--quiet').stderr).toBe('');
  });
});

describe('findings of time alone', () => {
  beforeEach(() => write('docs/deadline.md', DEADLINE));
  const later = ['--as-of', '2026-12-25'];

  it('are new when the time has come, known once they are in the list', () => {
    create();
    expect(audited('--fail-on', 'warning').code).toBe(0);
    expect(audited('--fail-on', 'warning', ...later)).toMatchObject({ code: 1, found: expect.arrayContaining(['stale-date new']) });
    expect(audited('--fail-on', 'warning', '--clock-findings', 'report', ...later).code).toBe(0);
    expect([baseline('check', ...later).code, baseline('check', ...later, '--clock-findings', 'report').code]).toEqual([1, 0]);
    create('--add', ...later);
    expect(audited('--fail-on', 'warning', ...later)).toMatchObject({ code: 0, found: expect.arrayContaining(['stale-date known']) });
  });
});

describe('a list that cannot be used', () => {
  const cases: readonly (readonly [name: string, text: string, ...parts: string[]])[] = [
    ['that is no JSON', '{\n  "schemaVersion": 1,\n  "findings": [\n', `${FILE}:`],
    ['of a later version', '{\n  "schemaVersion": 2,\n  "findings": []\n}\n', `${FILE}:2:20`, 'schemaVersion'],
    ['with an unknown key', '{\n  "schemaVersion": 1,\n  "findings": [],\n  "finding": []\n}\n', `${FILE}:4:3`, 'finding'],
    [
      'with a fingerprint that is none',
      '{ "schemaVersion": 1,\n  "findings": [\n    { "kind": "gap", "severity": "info", "topic": "",\n      "sides": [{ "says": "", "fingerprints": ["x"] }] }\n  ] }\n',
      `${FILE}:4:48`,
      'findings.0.sides.0.fingerprints.0',
    ],
    ['with a kind that is none', '{ "schemaVersion": 1, "findings": [\n  { "kind": "contradicton" } ] }', `${FILE}:2:13`, 'contradiction'],
    ['with a comma too many', '{ "schemaVersion": 1, "findings": [], }', FILE],
    ['left by a merge', '{\n  "schemaVersion": 1,\n<<<<<<< HEAD\n  "findings": []\n=======\n>>>>>>> x\n}\n', `${FILE}:3:1`],
  ];
  it.each(cases)('%s is told with its place, before anything is audited', (_name, text, ...parts) => {
    write(FILE, text);
    for (const done of [run('audit', 'docs', '--baseline', FILE), baseline('create', '--add')]) {
      expect([done.code, done.stdout, done.stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
      for (const part of parts) expect(done.stderr).toContain(part);
    }
    expect(kept()).toBe(text);
  });

  it('that is not there is no empty one', () => {
    const done = run('audit', 'docs', '--baseline', 'nowhere.json');
    expect([done.code, done.stderr.includes('nowhere.json'), done.stderr.includes('baseline create')]).toEqual([2, true, true]);
    expect(baseline('prune').code).toBe(2);
  });

  it('named by a config outside of its folder', () => {
    write('claimlint.yaml', 'baseline: ../known.json\n');
    const done = run('audit', 'docs');
    expect([done.code, done.stderr.includes('claimlint.yaml:1:11')]).toEqual([2, true]);
  });
});
