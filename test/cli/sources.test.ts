// Articles that are no files of their own, audited as a user would: exports named in the config, positions in the file on disk.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-sources-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
}

/** The audit, after each quote of it was cut out of its file. */
function audit(...args: string[]): AuditResult {
  const run = claimlint(['audit', ...args, '--as-of', '2026-11-22', '--no-register', '--format', 'json', '--out', '-', '--locale', 'en'], {
    cwd,
  });
  const result = JSON.parse(run.stdout) as AuditResult;
  expect(result.claims.length).toBeGreaterThan(0);
  for (const { evidence: place } of result.claims) {
    const lines = readFileSync(join(cwd, place.file), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/(?<=\n)/);
    const cut = lines.slice(place.startLine - 1, place.endLine);
    cut[cut.length - 1] = cut.at(-1)!.slice(0, place.endColumn - 1);
    cut[0] = cut[0]!.slice(place.startColumn - 1);
    expect(cut.join('')).toBe(place.quote);
  }
  return result;
}

describe('exports of a CMS', () => {
  it('are audited together with other articles, as the config lays them out', () => {
    write('site/articles/a.md', '# 余额\n\n职工医保断缴期间，个人账户余额可以继续使用，不会清零。\n');
    write(
      'site/export/posts.csv',
      '\ufeffpost_id,post_title,post_content\r\n41,断缴的后果,"<p>职工医保断缴三个月以上的，<br>个人账户余额""清零""。</p>"\r\n42,缴存比例,"<p>住房公积金缴存比例最高不超过12%。</p>"\r\n',
    );
    write('site/export/posts.jsonl', '{"id": "u1", "name": "\\u7f34存", "text": "住房公积金单位缴存比例\\u6700高可到15%。"}\n');
    write('site/export/other.csv', 'x\n1\n');
    write(
      'site/claimlint.yaml',
      'paths: [.]\nsources:\n  - files: export/posts.csv\n    id: post_id\n    title: post_title\n    body: [post_content]\n    format: html\n  - files: ["*.jsonl"]\n    title: name\n',
    );
    const result = audit('site', '--config', 'site/claimlint.yaml');
    expect(result.faults).toEqual([]);
    expect(result.articles.map(({ id, title, line }) => ({ id, title, line }))).toEqual([
      { id: 'site/articles/a.md', title: '余额', line: 1 },
      { id: 'site/export/posts.csv#41', title: '断缴的后果', line: 2 },
      { id: 'site/export/posts.csv#42', title: '缴存比例', line: 3 },
      { id: 'site/export/posts.jsonl#u1', title: '缴存', line: 1 },
    ]);
    expect(result.skipped.flatMap(({ files }) => files)).toEqual(['site/claimlint.yaml', 'site/export/other.csv']);
    const places = result.findings.map(({ kind, sides }) => ({
      kind,
      files: sides.map(({ claims }) => result.claims.find(({ id }) => id === claims[0])!.evidence.file).sort(),
    }));
    expect(places).toEqual([
      { kind: 'contradiction', files: ['site/export/posts.csv', 'site/export/posts.jsonl'] },
      { kind: 'exception', files: ['site/articles/a.md', 'site/export/posts.csv'] },
    ]);
    expect(
      result.findings.every(({ sides }) =>
        sides.every(({ claims }) => result.claims.some(({ id, passages }) => id === claims[0] && passages.length > 0)),
      ),
    ).toBe(true);
  });

  it('and exclusions are meant from the folder of the config, wherever one stands', () => {
    const article = '# 余额\n\n职工医保断缴期间，个人账户余额可以继续使用，不会清零。\n';
    for (const name of ['site/a.md', 'site/b.draft.md', 'site/sub/c.md', 'site/sub/d.draft.md', 'site/old/e.md', 'site/sub/old/f.md'])
      write(name, article);
    write('site/x.csv', 'title,body\n余额,职工医保断缴以后个人账户余额不会清零。\n');
    write('site/sub/x.csv', 'title,body\n余额,职工医保断缴以后个人账户余额不会清零。\n');
    write('site/claimlint.yaml', 'exclude: ["*.draft.md", /old]\nsources: [{ files: sub/*.csv }]\n');
    const files = (from: string): readonly string[] => {
      const run = claimlint(
        [
          'audit',
          from === '.' ? 'site' : from === 'site' ? '.' : '..',
          '--config',
          join(cwd, 'site/claimlint.yaml'),
          '--format',
          'json',
          '--out',
          '-',
          '--as-of',
          '2026-11-22',
        ],
        { cwd: join(cwd, from) },
      );
      return (JSON.parse(run.stdout) as AuditResult).articles.map(({ file }) => file);
    };
    expect(files('.')).toEqual(['site/a.md', 'site/sub/c.md', 'site/sub/old/f.md', 'site/sub/x.csv']);
    expect(files('site')).toEqual(['a.md', 'sub/c.md', 'sub/old/f.md', 'sub/x.csv']);
    expect(files('site/sub')).toEqual(['../a.md', 'c.md', 'old/f.md', 'x.csv']);
  });

  it('say which column the config should have named, and end with 3', () => {
    write('posts.csv', 'a,b\n断缴,职工医保断缴三个月以上的，个人账户余额清零。\n');
    write('good.md', '# 余额\n\n职工医保断缴期间，个人账户余额可以继续使用，不会清零。\n');
    const run = claimlint(['audit', 'posts.csv', 'good.md', '--as-of', '2026-11-22', '--quiet', '--locale', 'en'], { cwd });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('posts.csv:1: no column is known for title or body among a, b');
  });
});
