// claimlint diff: revisions of real repositories and saved audits, and what becomes of the work tree.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';
import { GIT_ENV, removeFolders, repositoryIn, repositoryWith, runGit, temporaryFolder, WITHOUT_GIT } from './repository.ts';
import type { Repository } from './repository.ts';

const rate = (percent: number): string => `# 公积金\n\n住房公积金缴存比例最高不超过${percent}%。\n`;
const wait = (months: number): string => `# 等待期\n\n职工医保断缴3个月以上的，等待期为${months}个月。\n`;

const OPTIONS = ['--no-register', '--as-of', '2026-11-22'];

const run = (repository: Repository, args: readonly string[], within = '.'): Run =>
  repository.claimlint(['diff', ...args, ...OPTIONS], within);

function changeOf(repository: Repository, args: readonly string[], within = '.'): Change {
  const { stdout, stderr } = run(repository, [...args, '--format', 'json'], within);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Change;
}

/** Outcomes before and after, with the file. */
const altered = ({ altered: all }: Change): string[] =>
  all.map(({ before, after }) => `${after.claim.evidence.file}: ${before.outcome} ⇒ ${after.outcome}`);

const counts = ({ altered: a, added, dropped, opened, closed }: Change): number[] =>
  [a, added, dropped, opened, closed].map((list) => list.length);

// Each of these starts several programs.
vi.setConfig({ testTimeout: 120_000 });
afterEach(removeFolders);

describe.skipIf(WITHOUT_GIT)('diff', () => {
  it('tells what the work tree says otherwise than a revision, and leaves the work tree alone', () => {
    const repository = repositoryWith({ 'a.md': wait(3), 'b.md': rate(12) });
    repository.write({ 'a.md': wait(6), 'c d/新.md': rate(20) });
    const before = repository.git('status', '--porcelain', '--untracked-files=all', '-z');
    const index = readFileSync(join(repository.folder, '.git/index'));
    const result = run(repository, ['HEAD']);
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).toContain(
      '| 职工医保 · 等待期 · 等待期长度 | 中断时长≥3个月 → **3个月** | 中断时长≥3个月 → **6个月** | [a.md:3](a.md?plain=1#L3) |',
    );
    expect(result.stdout).toMatch(/1\. \*\*✕ 错误 · 前后矛盾：.+\n +- 说法 A：.+ · \[c d\/新\.md:3\].+\n +- 说法 B：.+ · \[b\.md:3\]/);
    expect(repository.git('status', '--porcelain', '--untracked-files=all', '-z')).toBe(before);
    expect(readFileSync(join(repository.folder, '.git/index')).equals(index)).toBe(true);
  });

  it('compares two revisions, and with three dots from where they part', () => {
    const repository = repositoryWith({ 'a.md': wait(3), 'b.md': rate(12) });
    repository.git('checkout', '--quiet', '-b', 'draft');
    repository.write({ 'a.md': wait(6) });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'b.md': rate(10) });
    repository.commit();
    expect(altered(changeOf(repository, ['main', 'draft']))).toEqual(['a.md: 3个月 ⇒ 6个月', 'b.md: 至多10% ⇒ 至多12%']);
    repository.git('checkout', '--quiet', 'draft');
    expect(altered(changeOf(repository, ['main...']))).toEqual(['a.md: 3个月 ⇒ 6个月']);
    expect(altered(changeOf(repository, ['draft...main']))).toEqual(['b.md: 至多12% ⇒ 至多10%']);
    expect(altered(changeOf(repository, ['draft..main']))).toEqual(['a.md: 6个月 ⇒ 3个月', 'b.md: 至多12% ⇒ 至多10%']);
    expect(altered(changeOf(repository, ['main...', 'draft']))).toEqual(['a.md: 3个月 ⇒ 6个月']);
  });

  it('knows renamed and deleted files', () => {
    const repository = repositoryWith({ 'a.md': wait(3), 'b.md': rate(12), 'c.md': rate(20) });
    repository.git('mv', 'a.md', 'z.md');
    repository.git('rm', '--quiet', 'c.md');
    const change = changeOf(repository, ['HEAD']);
    expect(counts(change)).toEqual([0, 0, 1, 0, 1]);
    expect(run(repository, ['HEAD']).code).toBe(0);
  });

  it('takes paths from --path or the config, relative to the caller, and a folder that is new', () => {
    const repository = repositoryWith({ 'sub/old/a.md': wait(3), 'other.md': rate(12), '.gitignore': '' });
    repository.write({ 'sub/old/a.md': wait(6), 'other.md': rate(20), 'sub/new/b.md': rate(12) });
    expect(altered(changeOf(repository, ['HEAD', '--path', 'old', '--path', 'new'], 'sub'))).toEqual(['old/a.md: 3个月 ⇒ 6个月']);
    expect(altered(changeOf(repository, ['HEAD', '--path', '../*.md'], 'sub'))).toEqual(['../other.md: 至多12% ⇒ 至多20%']);
    repository.write({ 'claimlint.yaml': 'paths: [sub]\nexclude: ["**/new/**"]\n' });
    expect(counts(changeOf(repository, ['HEAD']))).toEqual([1, 0, 0, 0, 0]);
    expect(run(repository, ['HEAD', '--path', 'sub/old']).code).toBe(0);
    const nowhere = run(repository, ['HEAD', '--path', 'sub', '--path', 'nowhere']);
    expect(nowhere.code).toBe(3);
    expect(nowhere.stderr).toMatch(/^nowhere: /m);
  });

  it('follows links within the repository, and none out of it', () => {
    const repository = repositoryWith({ 'real/a.md': wait(3) });
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.md'), rate(12));
    symlinkSync('real', join(repository.folder, 'articles'));
    symlinkSync(join(outside, 'secret.md'), join(repository.folder, 'real', 'out.md'));
    mkdirSync(join(repository.folder, 'deep'));
    symlinkSync('..', join(repository.folder, 'deep', 'up'));
    symlinkSync(`deep/up/../${outside.split('/').at(-1)}/secret.md`, join(repository.folder, 'sly.md'));
    repository.commit();
    rmSync(join(repository.folder, 'real', 'out.md'));
    rmSync(join(repository.folder, 'sly.md'));
    repository.write({ 'real/a.md': wait(6) });
    expect(altered(changeOf(repository, ['HEAD', '--path', 'articles']))).toEqual(['articles/a.md: 3个月 ⇒ 6个月']);
    const change = changeOf(repository, ['HEAD', '--path', '.', '--path', 'sly.md', '--path', 'real/out.md']);
    expect(change.dropped).toEqual([]);
  });

  it('reads the bytes of a commit, whatever attributes and filters there are', () => {
    const repository = repositoryWith({
      'a.md': wait(3),
      '.gitattributes': '*.md filter=x export-ignore export-subst eol=crlf\n',
    });
    const ran = join(temporaryFolder(), 'ran');
    repository.git('config', 'filter.x.smudge', `touch '${ran}'; cat`);
    expect(changeOf(repository, ['HEAD']).before).toMatchObject({ articles: 1 });
    expect(existsSync(ran)).toBe(false);
  });

  it('compares saved audits, and one with the work tree', () => {
    const repository = repositoryWith({ 'a.md': wait(3), 'b.md': rate(12) });
    const save = (file: string, ...more: readonly string[]): void =>
      void repository.claimlint([
        'audit',
        'a.md',
        'b.md',
        ...OPTIONS,
        '--quiet',
        '--max-evidence',
        '0',
        ...more,
        '--report',
        `json=${file}`,
      ]);
    save('old.json', '--all-claims');
    save('few.json');
    repository.write({ 'a.md': wait(6) });
    save('new.json', '--all-claims');
    save('part.json', '--all-claims', '--changed-since', 'HEAD');
    expect(altered(changeOf(repository, ['old.json', 'new.json']))).toEqual(['a.md: 3个月 ⇒ 6个月']);
    expect(altered(changeOf(repository, ['old.json', '--path', '*.md']))).toEqual(['a.md: 3个月 ⇒ 6个月']);
    expect(altered(changeOf(repository, ['new.json', 'HEAD', '--path', '*.md']))).toEqual(['a.md: 6个月 ⇒ 3个月']);
    const refused = (file: string): Run => run(repository, [file, 'new.json', '--locale', 'en']);
    expect(refused('few.json')).toMatchObject({ code: 2, stdout: '' });
    expect(refused('few.json').stderr).toMatch(/--all-claims/);
    expect(refused('part.json').stderr).toMatch(/--changed-since/);
    expect(refused('a.md').stderr).toMatch(/is not JSON/);
  });

  it('fails by what the change opens, at and above --fail-on', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(20), 'c.md': wait(3) });
    repository.write({ 'c.md': wait(6) });
    expect(run(repository, ['HEAD']).code).toBe(0);
    expect(changeOf(repository, ['HEAD']).remaining).toBe(1);
    repository.write({ 'd.md': wait(9) });
    expect(run(repository, ['HEAD']).code).toBe(1);
    expect(run(repository, ['HEAD', '--fail-on', 'never']).code).toBe(0);
    repository.write({ 'd.md': '# 缴费\n\n请在2025年12月31日前缴纳居民医保费。\n' });
    expect(run(repository, ['HEAD']).code).toBe(0);
    expect(run(repository, ['HEAD', '--fail-on', 'warning']).code).toBe(1);
    expect(run(repository, ['HEAD', '--fail-on', 'warning', '--clock-findings', 'report']).code).toBe(0);
  });

  it('does not fail by what is waived in the very change', () => {
    const repository = repositoryWith({ 'a.md': rate(12) });
    repository.write({ 'b.md': rate(20) });
    const [finding] = changeOf(repository, ['HEAD']).opened;
    repository.write({ 'claims/waivers.yaml': `- { finding: ${finding!.id}, decision: accepted, reason: 过渡期, who: 张三 }\n` });
    const change = changeOf(repository, ['HEAD']);
    expect(change.opened.map(({ status }) => status)).toEqual(['waived']);
    expect(run(repository, ['HEAD', '--locale', 'en']).stdout).toMatch(/^1\. .+ \*waived\*$/m);
    expect(run(repository, ['HEAD']).code).toBe(0);
  });

  it('writes several reports, and links where it is told to', () => {
    const repository = repositoryWith({ 'a.md': wait(3) });
    repository.write({ 'a.md': wait(6) });
    const args = [
      'HEAD',
      '--report',
      'markdown=out/change.md',
      '--report',
      'json=out/change.json',
      '--links',
      'https://example.org/o/r/blob/x/',
    ];
    expect(run(repository, args)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(repository.folder, 'out/change.md'), 'utf8')).toContain('(https://example.org/o/r/blob/x/a.md?plain=1#L3)');
    expect(JSON.parse(readFileSync(join(repository.folder, 'out/change.json'), 'utf8'))).toMatchObject({ changeVersion: 1 });
    expect(run(repository, ['HEAD', '--format', 'terminal', '--locale', 'en']).stdout).toMatch(/^~ .+a\.md:3\n +.+3个月 ⇒ .+6个月$/m);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a revision that there is not', ['nowhere'], /no revision nowhere/],
    ['an audit that there is not', ['before.json'], /cannot read before\.json: no such path/],
    ['an option in place of a revision', ['--', '--output=x'], /is no revision/],
    ['a folder', ['./articles'], /--path \.\/articles/],
    ['three of them', ['HEAD', 'HEAD', 'HEAD'], /one too many/],
    ['a path outside', ['HEAD', '--path', '../x'], /lies outside of the repository/],
    ['a pattern that climbs out', ['HEAD', '--path', 'articles/*/../../../x/*.md'], /lies outside of the repository/],
    ['an unknown format', ['HEAD', '--format', 'jsn'], /markdown, terminal, json.+json\?/],
    ['no article', ['HEAD', '--path', 'none'], /no article found/],
    ['no revision', [], /missing argument/],
  ])('refuses %s', (_, args, message) => {
    const repository = repositoryWith({ 'articles/a.md': wait(3) });
    // What follows `--` is no option any more.
    const result = repository.claimlint(['diff', ...OPTIONS, '--locale', 'en', ...args]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });

  it('says how to deepen a shallow clone', () => {
    const origin = repositoryWith({ 'a.md': wait(3) });
    origin.write({ 'a.md': wait(6) });
    origin.commit();
    const clone = join(temporaryFolder(), 'clone');
    runGit('/', 'clone', '--quiet', '--depth', '1', `file://${origin.folder}`, clone);
    const { code, stderr } = run(repositoryIn(clone), ['HEAD~1', '--locale', 'en']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/fetch-depth: 0/);
  });

  it('writes nothing of a tree made by hand outside of its folder', () => {
    const repository = repositoryWith({ 'a.md': wait(3) });
    const blob = repository.git('hash-object', '-w', 'a.md').trim();
    const tree = join(repository.folder, 'tree');
    // mktree refuses such names, so the object is written as it is.
    const entry = (mode: string, name: string): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(blob, 'hex')]);
    writeFileSync(tree, Buffer.concat([entry('100644', '..'), entry('100644', '.git'), entry('100644', 'b.md')]));
    const name = repository.git('hash-object', '-w', '-t', 'tree', '--literally', 'tree').trim();
    rmSync(tree);
    const commit = repository.git('commit-tree', name, '-m', 'sly').trim();
    expect(changeOf(repository, [commit]).before).toMatchObject({ articles: 1 });
  });
});

describe.skipIf(WITHOUT_GIT)('the temporary folder of diff', () => {
  const start = (repository: Repository, temporary: string) =>
    spawn(process.execPath, [fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)), 'diff', 'HEAD', ...OPTIONS], {
      cwd: repository.folder,
      env: { PATH: process.env['PATH'] ?? '', ...GIT_ENV, TMPDIR: temporary },
      stdio: 'ignore',
    });

  it('is gone afterwards, also after an error', () => {
    const repository = repositoryWith({ 'a.md': wait(3) });
    const temporary = temporaryFolder();
    const env = { ...GIT_ENV, TMPDIR: temporary };
    expect(claimlint(['diff', 'HEAD', ...OPTIONS], { cwd: repository.folder, env }).code).toBe(0);
    expect(claimlint(['diff', 'HEAD', 'nowhere', ...OPTIONS], { cwd: repository.folder, env }).code).toBe(2);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is gone after %s, which ends the program', async (signal) => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`a${index}.md`, wait(3).repeat(20)]));
    const repository = repositoryWith(files);
    const temporary = temporaryFolder();
    const child = start(repository, temporary);
    const ended = new Promise<NodeJS.Signals | number | null>((done) => child.on('exit', (code, by) => done(by ?? code)));
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
