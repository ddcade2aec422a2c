// claimlint check as an editor or a hook calls it: standard input, the config, where reports go.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
const AS_OF = ['--as-of', '2026-11-22'];
const TO_STDOUT = [...AS_OF, '--format', 'json', '--out', '-'];
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-check-cli-'));
  cpSync(CORPUS, join(cwd, 'articles'), { recursive: true });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const documentOf = ({ stdout }: Run): AuditResult => JSON.parse(stdout) as AuditResult;

describe('claimlint check', () => {
  it('reads a draft from standard input, in the format and in place of the article that its name tells', () => {
    const text = readFileSync(join(cwd, 'articles', 'account.md'));
    const args = ['check', '-', '--stdin-filename', 'articles/account.md', '--against', 'articles', ...TO_STDOUT];
    const piped = claimlint(args, { cwd, input: text });
    const named = claimlint(['check', 'articles/account.md', '--against', 'articles', ...TO_STDOUT], { cwd });
    expect(piped.code).toBe(1);
    expect(piped.stdout).toBe(named.stdout);
    // Without a name it is plain text, shown as stdin, and stands beside the article.
    const bare = documentOf(claimlint(['check', '-', '--against', 'articles', ...TO_STDOUT], { cwd, input: text }));
    expect(bare.articles[0]).toMatchObject({ file: 'stdin', title: '---' });
  });

  it('takes what is published from the config, and writes reports only where they are asked for', () => {
    mkdirSync(join(cwd, 'site', 'drafts'), { recursive: true });
    cpSync(CORPUS, join(cwd, 'site', 'live'), { recursive: true });
    cpSync(join(CORPUS, 'account.md'), join(cwd, 'site', 'drafts', 'new.md'));
    const check = (config: string, ...more: string[]): Run => {
      writeFileSync(join(cwd, 'site', 'claimlint.yaml'), config);
      return claimlint(['check', 'drafts/new.md', ...AS_OF, '--quiet', ...more], { cwd: join(cwd, 'site') });
    };
    // What is excluded from the corpus can be a draft.
    const plain = check('paths: [.]\nexclude: [drafts]\nformats: [html]\n');
    expect(plain).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(readdirSync(join(cwd, 'site')).sort()).toEqual(['claimlint.yaml', 'drafts', 'live']);
    const published = check('paths: [drafts]\nagainst: [live]\nformats: [html]\n', '--format', 'json', '--out', '-');
    const files = new Set(documentOf(published).claims.map(({ evidence }) => evidence.file));
    expect([...files].filter((file) => !file.startsWith('claims/')).sort()).toEqual([
      'drafts/new.md',
      'live/account.md',
      'live/transfer.md',
    ]);
    expect(check('against: [../articles]\n').code).toBe(2);
    check('against: [live]\nformats: [summary]\n', '--out', 'told');
    expect(readdirSync(join(cwd, 'site', 'told'))).toEqual(['summary.md']);
  });

  it('is incomplete where a side is missing, and cannot be done without a draft', () => {
    const quiet = (...args: string[]): Run => claimlint(['check', ...args, ...AS_OF, '--quiet'], { cwd });
    writeFileSync(join(cwd, 'calm.md'), '# A\n\nB\n');
    writeFileSync(join(cwd, 'blank.md'), '');
    mkdirSync(join(cwd, 'empty'), { recursive: true });
    expect(quiet('calm.md', '--against', 'articles').code).toBe(0);
    expect(quiet('calm.md', '--against', 'empty')).toMatchObject({ code: 3, stderr: expect.stringContaining('empty: ') });
    expect(quiet('calm.md', '--against', 'articles', '--against', 'nowhere').code).toBe(3);
    expect(quiet('blank.md', '--against', 'articles').code).toBe(3);
    expect(quiet('nowhere.md', '--against', 'articles').code).toBe(2);
    expect(quiet('calm.md', '--against', 'articles', '--stdin-filename', 'a.md').code).toBe(2);
  });

  it('asks an index as it asks the articles', () => {
    const index = (...args: string[]): Run => claimlint(['index', ...args, '--locale', 'en'], { cwd });
    expect(index('articles')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^written: claimlint\.index, 4 articles, \d+ claims\n$/),
    });
    expect(readdirSync(cwd).filter((name) => name.includes('claimlint.index'))).toEqual(['claimlint.index']);
    const check = (against: string, ...more: string[]): Run =>
      claimlint(['check', 'articles/account.md', '--against', against, ...TO_STDOUT, '--locale', 'en', ...more], { cwd });
    const bare = (run: Run): unknown => {
      const { claims, ...rest } = documentOf(run);
      return { ...rest, claims: claims.map((claim) => ({ ...claim, passages: [] })) };
    };
    const asked = check('claimlint.index');
    expect(asked).toMatchObject({ code: 1, stderr: '' });
    expect(bare(asked)).toEqual(bare(check('articles')));
    // Another run takes its place; what cannot be written leaves it alone.
    expect(index('articles', '--quiet')).toMatchObject({ code: 0, stderr: '' });
    expect(index('nowhere').code).toBe(2);
    expect(index('articles', '--out', 'no/such/folder.index').code).toBe(2);
    expect(index('articles', '--out', 'articles').code).toBe(2);
    expect(check('claimlint.index').stdout).toBe(asked.stdout);
    expect(check('claimlint.index', '--against', 'articles').code).toBe(2);
    writeFileSync(join(cwd, 'claimlint.index'), readFileSync(join(cwd, 'claimlint.index')).subarray(0, 5000));
    expect(check('claimlint.index', '--fail-on', 'never')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^claimlint\.index: the index is damaged and was not used/),
    });
    expect(readdirSync(cwd).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});
