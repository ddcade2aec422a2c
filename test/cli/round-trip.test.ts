// The commands fit together: extract + compare = audit, a saved audit renders the same again, JSON Lines go in and out.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
const AS_OF = ['--as-of', '2026-11-22'];
const TO_STDOUT = ['--format', 'json', '--out', '-', '--all-claims'];
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-round-'));
  cpSync(CORPUS, join(cwd, 'corpus'), { recursive: true });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function documentOf(stdout: string): AuditResult {
  return JSON.parse(stdout) as AuditResult;
}

describe('commands', () => {
  it('extract, then compare, gives the findings and claims of audit', () => {
    const audit = claimlint(['audit', 'corpus', ...AS_OF, ...TO_STDOUT], { cwd });
    const extract = claimlint(['extract', 'corpus'], { cwd });
    expect(extract.code).toBe(0);
    writeFileSync(join(cwd, 'claims.jsonl'), extract.stdout);
    const compare = claimlint(['compare', 'claims.jsonl', ...AS_OF, ...TO_STDOUT], { cwd });
    const piped = claimlint(['compare', '-', ...AS_OF, ...TO_STDOUT], { cwd, input: extract.stdout });
    expect([audit.code, compare.code, piped.code]).toEqual([1, 1, 1]);
    expect(documentOf(audit.stdout).findings.length).toBeGreaterThan(0);
    expect(documentOf(compare.stdout).findings).toEqual(documentOf(audit.stdout).findings);
    // The words around the quotes stay with the articles.
    const bare = documentOf(audit.stdout).claims.map((claim) => ({ ...claim, passages: [] }));
    expect(documentOf(compare.stdout).claims).toEqual(bare);
    expect(piped.stdout).toBe(compare.stdout);
    expect(extract.stdout.trimEnd().split('\n')).toHaveLength(documentOf(audit.stdout).corpus.claims);
  });

  it('a saved audit renders the same again, in its own language', () => {
    for (const locale of ['zh', 'en']) {
      claimlint(['audit', 'corpus', ...AS_OF, '--out', `first-${locale}`, '--quiet', '--locale', locale], { cwd });
      const again = claimlint(['report', `first-${locale}/audit.json`, '--out', `second-${locale}`, '--quiet'], { cwd });
      expect(again).toMatchObject({ code: 0, stdout: '', stderr: '' });
      expect(readdirSync(join(cwd, `second-${locale}`)).sort()).toEqual(['audit.html', 'audit.json', 'audit.md']);
      for (const name of ['audit.html', 'audit.json', 'audit.md']) {
        expect(readFileSync(join(cwd, `second-${locale}`, name), 'utf8')).toBe(readFileSync(join(cwd, `first-${locale}`, name), 'utf8'));
      }
    }
  });

  it('articles come as lines of JSON; a bad line is a fault and the others are read', () => {
    const article = { title: '停保提醒', text: '职工医保断缴以后,个人账户余额不会清零。', region: '山东省', published: '2025-04-08' };
    const input = [
      JSON.stringify({ id: 'a', ...article }),
      'no json',
      '{"title": 3}',
      JSON.stringify({ ...article, published: '2025-02-30' }),
      JSON.stringify(article),
      '',
    ].join('\n');
    const done = claimlint(['extract', '-'], { cwd, input });
    expect(done.code).toBe(3);
    expect(
      done.stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['stdin:2:', 'stdin:3:', 'stdin:4:']);
    const claims = done.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { article: string; region: { code: string } | null });
    expect([...new Set(claims.map((claim) => claim.article))]).toEqual(['a', 'stdin#5']);
    expect([...new Set(claims.map((claim) => claim.region?.code))]).toEqual(['370000']);
  });

  it('a bad claim is a fault; no claim at all ends with 2', () => {
    const extract = claimlint(['extract', 'corpus/account.md'], { cwd });
    const first = extract.stdout.split('\n')[0] ?? '';
    const done = claimlint(['compare', '-', ...TO_STDOUT], { cwd, input: `${first}\n{"id":"x"}\n${first}\n` });
    expect(done.code).toBe(3);
    expect(documentOf(done.stdout).faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'bad-record'],
      [3, 'bad-record'],
    ]);
    expect(claimlint(['compare', '-'], { cwd, input: '' }).code).toBe(2);
    expect(claimlint(['compare', 'nowhere.jsonl'], { cwd }).code).toBe(2);
  });

  it('a config is found from a folder below, and its paths are its own', () => {
    mkdirSync(join(cwd, '.git'), { recursive: true });
    mkdirSync(join(cwd, 'deep', 'er'), { recursive: true });
    writeFileSync(join(cwd, 'claimlint.yaml'), 'paths: [corpus]\nexclude: ["corpus/*.txt"]\nfailOn: never\nformats: [json]\nout: saved\n');
    const done = claimlint(['audit', ...AS_OF, '--quiet'], { cwd: join(cwd, 'deep', 'er') });
    expect(done.code).toBe(0);
    const { articles } = documentOf(readFileSync(join(cwd, 'saved', 'audit.json'), 'utf8'));
    expect(articles.map(({ file }) => file)).toEqual(['../../corpus/account.md', '../../corpus/resident.md', '../../corpus/transfer.md']);
    expect(readdirSync(join(cwd, 'saved'))).toEqual(['audit.json']);
    rmSync(join(cwd, 'claimlint.yaml'));
  });

  it('init writes a config that the audit takes, and does not overwrite one', () => {
    const folder = mkdtempSync(join(cwd, 'init-'));
    cpSync(CORPUS, join(folder, 'articles'), { recursive: true });
    expect(claimlint(['init'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
    const written = readFileSync(join(folder, 'claimlint.yaml'), 'utf8');
    expect(claimlint(['init', '--locale', 'en'], { cwd: folder }).code).toBe(2);
    expect(readFileSync(join(folder, 'claimlint.yaml'), 'utf8')).toBe(written);
    expect(claimlint(['init', '--force', '--locale', 'en'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'claimlint.yaml'), 'utf8')).not.toBe(written);
    expect(claimlint(['audit', ...AS_OF, '--quiet'], { cwd: folder }).code).toBe(1);
    expect(readdirSync(join(folder, 'reports')).sort()).toEqual(['audit.html', 'audit.json', 'audit.md']);
  });

  it('npm names the folder of the caller, for scripts of this package only', () => {
    const env = { INIT_CWD: join(cwd, 'corpus'), npm_package_json: join(ROOT, 'package.json') };
    const run = (more: Record<string, string>) => claimlint(['audit', 'account.md', ...TO_STDOUT], { cwd, env: { ...env, ...more } });
    expect(documentOf(run({}).stdout).articles.map(({ file }) => file)).toEqual(['account.md']);
    expect(run({ npm_package_json: '/elsewhere/package.json' }).code).toBe(2);
  });

  it('a path that begins with a dash stands after --', () => {
    writeFileSync(join(cwd, '--odd.md'), readFileSync(join(CORPUS, 'account.md')));
    const done = claimlint(['audit', ...TO_STDOUT, '--', '--odd.md'], { cwd });
    expect(documentOf(done.stdout).articles.map(({ file }) => file)).toEqual(['--odd.md']);
  });
});
