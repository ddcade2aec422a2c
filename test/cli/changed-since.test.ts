// audit --changed-since: which findings are told, and where, in real repositories.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import { GIT_ENV, removeFolders, repositoryIn, repositoryWith, runGit, temporaryFolder, WITHOUT_GIT } from './repository.ts';
import type { Repository } from './repository.ts';

/** The highest share of wages that goes into the housing fund, as an article says it. */
const rate = (percent: number, more = ''): string => `# 公积金\n\n${more}住房公积金缴存比例最高不超过${percent}%。\n`;
/** Something that contradicts nothing here. */
const other = (age: number): string => `# 退休\n\n从${age}年起，职工养老保险按月领取。\n`;

const OPTIONS = ['--no-register', '--as-of', '2026-11-22', '--quiet'];

function audit(
  repository: Repository,
  revision: string,
  within = '.',
  paths: readonly string[] = ['.'],
): AuditResult & { code: number | null } {
  const run = repository.claimlint(['audit', ...paths, '--changed-since', revision, ...OPTIONS, '--format', 'json', '--out', '-'], within);
  if (run.stdout === '') throw new Error(run.stderr);
  return { ...(JSON.parse(run.stdout) as AuditResult), code: run.code };
}

/** File of the first place of each side, finding by finding. */
function places({ findings, claims }: AuditResult): string[][] {
  const files = new Map(claims.map(({ id, evidence }) => [id, evidence.file]));
  return findings.map(({ sides }) => sides.map((side) => files.get(side.claims[0]!)!));
}

// Each of these starts several programs.
vi.setConfig({ testTimeout: 120_000 });
afterEach(removeFolders);

describe.skipIf(WITHOUT_GIT)('audit --changed-since', () => {
  it('tells of a change in A that contradicts the untouched B at A, and leaves out what was there before', () => {
    // c and d disagree already; a comes first in every other order.
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12), 'c.md': other(2024), 'd.md': other(2025) });
    repository.write({ 'b.md': rate(20) });
    const result = audit(repository, 'HEAD');
    expect(places(result)).toEqual([['b.md', 'a.md']]);
    expect(result.code).toBe(1);
    expect(result.scope).toEqual({
      changedSince: 'HEAD',
      base: repository.git('rev-parse', 'HEAD').trim(),
      files: ['b.md'],
      deleted: [],
      settings: [],
    });
    expect(result.corpus.articles).toBe(4);
  });

  it('is clean where a change takes part in no finding', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(20), 'c.md': other(2024) });
    repository.write({ 'c.md': other(2025) });
    expect(repository.claimlint(['audit', '.', ...OPTIONS]).code).toBe(1);
    const result = audit(repository, 'HEAD');
    expect(result.findings).toEqual([]);
    expect(result.code).toBe(0);
  });

  it('reports at the changed side in every format, also where that side stands better', () => {
    const cited = '根据国办发〔2021〕14号，';
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12) });
    repository.write({ 'b.md': rate(20, cited) });
    const reports = ['github=n.txt', 'sarif=s.json', 'gitlab=g.json', 'junit=j.xml', 'rdjson=r.json', 'summary=s.md', 'json=a.json'];
    repository.claimlint(['audit', '.', '--changed-since', 'HEAD', ...OPTIONS, ...reports.flatMap((report) => ['--report', report])]);
    const read = (file: string): string => readFileSync(join(repository.folder, file), 'utf8');
    const json = JSON.parse(read('a.json')) as AuditResult;
    expect(json.findings[0]!.standing?.side).toBe(0);
    expect(read('n.txt')).toMatch(/^::error file=b\.md,line=3,/);
    const sarif = JSON.parse(read('s.json')).runs[0].results[0];
    expect(sarif.locations[0].physicalLocation.artifactLocation.uri).toBe('b.md');
    expect(sarif.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('a.md');
    expect(JSON.parse(read('g.json'))[0].location.path).toBe('b.md');
    expect(read('j.xml')).toContain('<testsuite name="b.md"');
    expect(JSON.parse(read('r.json')).diagnostics[0].location.path).toBe('b.md');
    expect(read('s.md')).toMatch(
      /自 HEAD 以来有改动的 1 个文件[\s\S]+说法 A：上限 → 至多20% · \[b\.md:3\][\s\S]+说法 B：上限 → 至多12% · \[a\.md:3\]/,
    );
    // The document keeps its order when it is rendered again.
    expect(repository.claimlint(['report', 'a.json', '--report', 'github=-']).stdout).toBe(read('n.txt'));
  });

  it('names the changed claims first on their side, before the limit of --max-evidence cuts', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12), 'c.md': rate(12), 'd.md': rate(20) });
    repository.write({ 'c.md': `${rate(12)}\n又及。\n` });
    const run = repository.claimlint([
      'audit',
      '.',
      '--changed-since',
      'HEAD',
      ...OPTIONS,
      '--max-evidence',
      '1',
      '--format',
      'json',
      '--out',
      '-',
    ]);
    const result = JSON.parse(run.stdout) as AuditResult;
    expect(places(result)).toEqual([['c.md', 'd.md']]);
    expect(result.findings[0]!.sides.map(({ count }) => count)).toEqual([3, 1]);
  });

  it('sees staged, unstaged and untracked files, whatever they are called, and none that are ignored', () => {
    const repository = repositoryWith({ 'base.md': rate(12), '.gitignore': 'ignored.md\n' });
    repository.write({ '已 暂存.md': rate(20) });
    repository.git('add', '--all');
    repository.write({ '"引号" 与 空格.md': rate(21), '目录/新 文件.md': rate(22), 'ignored.md': rate(23) });
    const result = audit(repository, 'HEAD', '.', ['.', 'ignored.md']);
    expect(result.scope?.files).toEqual(['"引号" 与 空格.md', '已 暂存.md', '目录/新 文件.md']);
    expect(places(result)[0]!.at(-1)).toMatch(/^(?:base|ignored)\.md$/);
  });

  it('follows a rename to its new name, and tells what is gone', () => {
    const repository = repositoryWith({ 'base.md': rate(12), 'old.md': rate(20), 'gone.md': rate(30) });
    repository.git('mv', 'old.md', 'new.md');
    repository.git('rm', '--quiet', 'gone.md');
    const result = audit(repository, 'HEAD');
    expect(places(result)).toEqual([['new.md', 'base.md']]);
    expect(result.scope).toMatchObject({ files: ['new.md'], deleted: ['gone.md'] });
  });

  it('takes the merge base, not the tip of a branch that has gone on', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12), 'c.md': other(2024) });
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.git('checkout', '--quiet', '-b', 'draft');
    repository.write({ 'c.md': other(2025) });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'b.md': rate(20) });
    repository.commit();
    repository.git('checkout', '--quiet', 'draft');
    const result = audit(repository, 'main');
    expect(result.scope).toMatchObject({ base, files: ['c.md'] });
    expect(result.findings).toEqual([]);
  });

  it('works from a folder below the root, with paths that are relative to it', () => {
    const repository = repositoryWith({ 'articles/a.md': rate(12), 'articles/b.md': rate(12), 'drafts/c.md': rate(12) });
    repository.write({ 'drafts/c.md': rate(20), 'articles/b.md': rate(12, '公积金。') });
    const result = audit(repository, 'HEAD', 'drafts', ['.', '../articles']);
    expect(result.scope?.files).toEqual(['../articles/b.md', 'c.md']);
    expect(places(result)).toEqual([['../articles/b.md', 'c.md']]);
  });

  it('works in a linked work tree and through a symbolic link', () => {
    const repository = repositoryWith({ 'articles/a.md': rate(12), 'articles/b.md': rate(12) });
    const tree = join(temporaryFolder(), 'tree');
    repository.git('worktree', 'add', '--quiet', '--detach', tree);
    symlinkSync('articles', join(tree, 'link'));
    writeFileSync(join(tree, 'articles/b.md'), rate(20));
    expect(places(audit(repositoryIn(tree), 'main'))).toEqual([['articles/b.md', 'articles/a.md']]);
    expect(places(audit(repositoryIn(tree), 'main', '.', ['link']))).toEqual([['link/b.md', 'link/a.md']]);
  });

  it('looks into submodules', () => {
    const inner = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12) });
    const repository = repositoryWith({ 'c.md': rate(12) });
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'inner');
    repository.commit();
    repository.write({ 'inner/b.md': rate(20) });
    expect(places(audit(repository, 'HEAD'))).toEqual([['inner/b.md', 'c.md']]);
    repositoryIn(join(repository.folder, 'inner')).commit();
    expect(audit(repository, 'HEAD').scope?.files).toEqual(['inner/b.md']);
    // Before it was added, all of it was not there.
    expect(audit(repository, 'HEAD~1').scope?.files).toEqual(['inner/a.md', 'inner/b.md']);
  });

  it('finds the repository of the articles where the caller stands in none, and says what lies outside', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12) });
    repository.write({ 'b.md': rate(20) });
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'c.md'), rate(12));
    const args = ['audit', repository.folder, '--changed-since', 'HEAD', ...OPTIONS, '--fail-on', 'never', '--locale', 'en'];
    expect(claimlint(args, { cwd, env: GIT_ENV }).stderr).toBe('');
    const both = claimlint([...args, 'c.md'], { cwd, env: GIT_ENV });
    expect(both.stderr).toMatch(/^outside of the repository .+ taken as unchanged: c\.md \(1\)$/m);
    const none = repository.claimlint(['audit', join(cwd, 'c.md'), '--changed-since', 'HEAD', ...OPTIONS, '--locale', 'en']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/^error: all articles lie outside of the repository/);
  });

  it('tells that config and packs have changed, without reporting all', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(20), 'claimlint.yaml': 'paths: [.]\n' });
    repository.write({ 'claimlint.yaml': 'paths: ["."]\n' });
    const result = audit(repository, 'HEAD');
    expect(result.findings).toEqual([]);
    expect(result.scope?.settings).toEqual(['claimlint.yaml']);
    expect(repository.claimlint(['audit', '.', '--changed-since', 'HEAD', '--no-register']).stdout).toContain('claimlint diff');
  });

  it('lists unread sentences of changed files only', () => {
    const unread = '职工医保住院每年报销3次。\n';
    const repository = repositoryWith({ 'a.md': `# 一\n\n${unread}`, 'b.md': `# 二\n\n${unread}` });
    repository.write({ 'b.md': `# 二\n\n${unread}另有说明。\n` });
    const run = repository.claimlint(['audit', '.', '--changed-since', 'HEAD', '--unread', ...OPTIONS, '--format', 'json', '--out', '-']);
    const files = (JSON.parse(run.stdout) as AuditResult).unread!.flatMap(({ sentences }) =>
      sentences.map(({ evidence }) => evidence.file),
    );
    expect(new Set(files)).toEqual(new Set(['b.md']));
  });

  it('runs nothing that a repository names, and changes nothing in it', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12), '.gitattributes': '*.md filter=x diff=x\n' });
    const ran = join(temporaryFolder(), 'ran');
    const program = join(temporaryFolder(), 'program');
    writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\ncat\n`, { mode: 0o755 });
    for (const name of [
      'core.fsmonitor',
      'diff.external',
      'filter.x.clean',
      'filter.x.process',
      'diff.x.textconv',
      'diff.x.command',
      'core.pager',
    ])
      repository.git('config', name, program);
    repository.git('config', 'filter.x.required', 'true');
    repository.write({ 'b.md': rate(20) });
    const index = readFileSync(join(repository.folder, '.git/index'));
    expect(places(audit(repository, 'HEAD'))).toEqual([['b.md', 'a.md']]);
    expect(existsSync(ran)).toBe(false);
    expect(readFileSync(join(repository.folder, '.git/index')).equals(index)).toBe(true);
  });

  it('answers in a hook, where git names its own index', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(12) });
    repository.write({ 'b.md': rate(20) });
    const env = { ...GIT_ENV, GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    const run = claimlint(['audit', '.', '--changed-since', 'HEAD', ...OPTIONS], { cwd: repository.folder, env });
    expect(run).toMatchObject({ code: 1, stderr: '' });
  });
});

describe.skipIf(WITHOUT_GIT)('audit --changed-since, where it cannot be known', () => {
  const refused = (repository: Repository, revision: string): string => {
    const run = repository.claimlint(['audit', '.', `--changed-since=${revision}`, ...OPTIONS, '--locale', 'en']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    return run.stderr;
  };

  it('says that there is no repository', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.md'), rate(12));
    expect(refused(repositoryIn(folder), 'HEAD')).toMatch(/is in no git repository/);
  });

  it.each(['nowhere', 'main..HEAD', 'HEAD:a.md', '--output=x', '-p', ' '])('refuses the revision %j', (revision) => {
    const repository = repositoryWith({ 'a.md': rate(12) });
    expect(refused(repository, revision)).toMatch(/no revision/);
    expect(existsSync(join(repository.folder, 'x'))).toBe(false);
  });

  it('says that a repository without a commit has no HEAD', () => {
    const repository = repositoryWith({});
    repository.write({ 'a.md': rate(12) });
    expect(refused(repository, 'HEAD')).toMatch(/no revision HEAD/);
  });

  it('says how to deepen a shallow clone', () => {
    const origin = repositoryWith({ 'a.md': rate(12) });
    origin.git('checkout', '--quiet', '-b', 'draft');
    origin.write({ 'b.md': rate(20) });
    origin.commit();
    origin.git('checkout', '--quiet', 'main');
    origin.write({ 'c.md': other(2024) });
    origin.commit();
    const clone = join(temporaryFolder(), 'clone');
    runGit('/', 'clone', '--quiet', '--depth', '1', '--no-single-branch', '--branch', 'draft', `file://${origin.folder}`, clone);
    expect(refused(repositoryIn(clone), 'origin/main')).toMatch(/git fetch --unshallow.+fetch-depth: 0/);
    expect(refused(repositoryIn(clone), 'v1')).toMatch(/git fetch --unshallow.+fetch-depth: 0/);
    runGit(clone, 'fetch', '--quiet', '--unshallow');
    expect(places(audit(repositoryIn(clone), 'origin/main'))).toEqual([['b.md', 'a.md']]);
  });

  it('says that two histories have nothing in common', () => {
    const repository = repositoryWith({ 'a.md': rate(12) });
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit('of its own');
    expect(refused(repository, 'main')).toMatch(/no history in common/);
  });

  it('says that git is not installed', () => {
    const repository = repositoryWith({ 'a.md': rate(12) });
    const run = claimlint(['audit', '.', '--changed-since', 'HEAD', '--locale', 'en'], {
      cwd: repository.folder,
      env: { PATH: '/nowhere' },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/git was not found/);
  });

  it('does not take a folder that is moved away during a rename for anything else', () => {
    const repository = repositoryWith({ 'one/a.md': rate(12), 'b.md': rate(20) });
    mkdirSync(join(repository.folder, 'two'));
    renameSync(join(repository.folder, 'one/a.md'), join(repository.folder, 'two/a.md'));
    rmSync(join(repository.folder, 'one'), { recursive: true });
    // Unstaged, git sees a deletion and an untracked file.
    expect(audit(repository, 'HEAD').scope).toMatchObject({ files: ['two/a.md'], deleted: ['one/a.md'] });
  });
});

describe('check', () => {
  it('reports at the draft, also where the draft stands better', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), rate(12));
    writeFileSync(join(cwd, 'draft.md'), rate(20, '根据国办发〔2021〕14号，'));
    const run = claimlint(['check', 'draft.md', '--against', 'a.md', ...OPTIONS, '--report', 'github=-'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^::error file=draft\.md,line=3,/);
  });
});
