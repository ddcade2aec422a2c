// Reports as a user gets them: where they are written, what they link to, every format from one saved audit.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processIo } from '../../src/cli/io.ts';
import { linksOf } from '../../src/cli/links.ts';
import { formats } from '../../src/report/formats.ts';
import type { Format } from '../../src/report/formats.ts';
import { reporters } from '../../src/report/index.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
const FORMATS = Object.keys(formats) as Format[];
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-formats-'));
  cpSync(CORPUS, join(cwd, 'docs'), { recursive: true });
  const done = run(['audit', 'docs', '--as-of', '2026-11-22', '--report', 'json=audit.json']);
  if (done.code !== 1) throw new Error(done.stderr);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function run(args: readonly string[]): Run {
  return claimlint(args, { cwd });
}

describe('report', () => {
  it('renders a saved audit in every format at once, each into a file of its own name', () => {
    const done = run(['report', 'audit.json', '--out', 'all', ...FORMATS.flatMap((format) => ['--format', format])]);
    expect([done.code, done.stderr.split('\n').length]).toEqual([0, 2]);
    expect(readdirSync(join(cwd, 'all')).sort()).toEqual(FORMATS.map((format) => formats[format].fileName).sort());
  });

  it('gives the same bytes by --report as by --format, and on standard output', () => {
    const reports = FORMATS.flatMap((format) => ['--report', `${format}=again/${formats[format].fileName}`]);
    expect(run(['report', 'audit.json', '--quiet', ...reports]).code).toBe(0);
    for (const format of FORMATS) {
      const [first, second] = ['all', 'again'].map((folder) => readFileSync(join(cwd, folder, formats[format].fileName)));
      expect(first!.length).toBeGreaterThan(0);
      expect([format, first!.equals(second!)]).toEqual([format, true]);
    }
    const printed = run(['report', 'audit.json', '--format', 'json', '--out', '-']);
    expect([printed.code, printed.stderr]).toEqual([0, '']);
    expect(printed.stdout).toBe(readFileSync(join(cwd, 'all', 'audit.json'), 'utf8'));
  });

  it('loads the reporter that the library has under the name, and no two write to one file', async () => {
    for (const format of FORMATS) expect(await formats[format].load()).toBe(reporters[format]);
    expect(Object.keys(reporters)).toEqual(FORMATS);
    expect(new Set(FORMATS.map((format) => formats[format].fileName)).size).toBe(FORMATS.length);
  });

  it('help names every format', () => {
    const { stdout } = run(['report', '--help']);
    for (const format of FORMATS) expect(stdout.replace(/\s+/g, ' ')).toMatch(new RegExp(`[ ：:]${format}[, \\[]`));
  });
});

describe('links', () => {
  const names = ['account.md?plain=1', 'transfer.md?plain=1', 'village.txt'];
  const below = (lead: string): string[] => names.map((name) => lead + name);
  /** Targets of the links in a Markdown report. */
  const targets = (text: string): string[] => [...new Set([...text.matchAll(/\]\(([^)#]+)#/g)].map((match) => match[1]!))].sort();

  it('lead from where the report is to where the articles are', () => {
    const done = run(['report', 'audit.json', '--report', 'markdown=deep/er/audit.md', '--report', 'summary=-']);
    expect(done.code).toBe(0);
    expect(targets(readFileSync(join(cwd, 'deep/er/audit.md'), 'utf8'))).toEqual(below('../../docs/'));
    expect(targets(done.stdout)).toEqual(below('docs/'));
  });

  it('lead to the host that the config names, unless an option names another', () => {
    mkdirSync(join(cwd, 'set'));
    writeFileSync(join(cwd, 'set/claimlint.yaml'), 'links: https://github.com/o/r/blob/abc/\n');
    const links = (...args: string[]): string[] => {
      const done = claimlint(['report', '../audit.json', '--format', 'markdown', '--out', '-', ...args], { cwd: join(cwd, 'set') });
      return targets(done.stdout);
    };
    expect(links()).toEqual(below('https://github.com/o/r/blob/abc/docs/'));
    expect(links('--links', 'https://x.example/')).toEqual(below('https://x.example/docs/'));
  });

  it('a config cannot make them lead to a script', () => {
    mkdirSync(join(cwd, 'bad'));
    writeFileSync(join(cwd, 'bad/claimlint.yaml'), 'out: x\nlinks: javascript:alert(1)\n');
    const done = claimlint(['report', '../audit.json'], { cwd: join(cwd, 'bad'), env: { LC_ALL: 'en' } });
    expect(done.code).toBe(2);
    expect(done.stderr).toMatch(/^error: claimlint\.yaml:2:8: javascript:alert\(1\) is no address to link to[^\n]+\n$/);
    expect(existsSync(join(cwd, 'bad/x'))).toBe(false);
  });

  const GITHUB = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'abc', GITHUB_WORKSPACE: '/w' };
  const GITLAB = { CI_PROJECT_URL: 'https://gitlab.com/g/r', CI_COMMIT_SHA: 'abc', CI_PROJECT_DIR: '/w' };
  it.each([
    [null, GITHUB, '/w', '../a.md?plain=1#L3'],
    ['auto', {}, '/w', '../a.md?plain=1#L3'],
    ['auto', GITHUB, '/w', 'https://github.com/o/r/blob/abc/a.md?plain=1#L3-L4'],
    ['auto', GITHUB, '/w/文 章', 'https://github.com/o/r/blob/abc/%E6%96%87%20%E7%AB%A0/a.md?plain=1#L3-L4'],
    ['auto', GITHUB, '/elsewhere', 'https://github.com/o/r/blob/abc/a.md?plain=1#L3-L4'],
    ['auto', GITLAB, '/w', 'https://gitlab.com/g/r/-/blob/abc/a.md?plain=1#L3-4'],
    ['https://x.example/{file}#{line}', GITHUB, '/w', 'https://x.example/a.md#3'],
  ])('%j in %j, called in %s', (target, env, folder, expected) => {
    const links = linksOf(target, { ...processIo(), cwd: folder, env }, 'en');
    expect(links(join(folder, 'reports/audit.md'))('a.md', 3, 4)).toBe(expected);
  });

  it('what is no address is told', () => {
    expect(() => linksOf('ftp://x', processIo(), 'en')).toThrow(/^ftp:\/\/x is no address to link to; expected [^\n]+$/);
  });
});
