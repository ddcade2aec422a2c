// Ready-to-use files for CI hosts: their shape, and their entries run with what the hosts set.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseAllDocuments, parseDocument } from 'yaml';
import { isReadable } from '../src/audit.ts';
import { GIT_ENV, removeFolders, repositoryIn, repositoryWith, runGit, temporaryFolder, WITHOUT_GIT } from './cli/repository.ts';
import type { Repository } from './cli/repository.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const MANIFEST = JSON.parse(read('package.json')) as { bin: Record<string, string>; files: string[]; scripts: Record<string, string> };

/** Without errors and warnings, duplicate keys among them. */
function yamlOf(text: string): unknown {
  const document = parseDocument(text);
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

const rate = (percent: number): string => `# 公积金\n\n住房公积金缴存比例最高不超过${percent}%。\n`;

// Each of these starts several programs.
vi.setConfig({ testTimeout: 120_000 });
afterEach(removeFolders);

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

describe('action.yml', () => {
  const action = yamlOf(read('action.yml')) as Action;
  const entry = read('ci/github.ts');
  const named = (call: RegExp): string[] => [...new Set([...entry.matchAll(call)].map((match) => match[1]!))].sort();

  it('has the keys that the host asks for, and an entry that is in the repository', () => {
    expect(Object.keys(action).sort()).toEqual(['branding', 'description', 'inputs', 'name', 'outputs', 'runs']);
    expect(action.runs.using).toBe('node24');
    expect(existsSync(join(ROOT, action.runs.main))).toBe(true);
  });

  it('describes every input and output that the entry knows, and no other', () => {
    expect(named(/\b(?:input|option|isOn)\('([\w-]+)'\)/g)).toEqual(Object.keys(action.inputs).sort());
    expect([...named(/\boutput\('([\w-]+)'/g), 'html', 'json', 'sarif'].sort()).toEqual(Object.keys(action.outputs).sort());
    const described = [...Object.values(action.inputs), ...Object.values(action.outputs)];
    expect(described.filter(({ description }) => description.length < 10)).toEqual([]);
    // A default that is no text would come out as something else on the host.
    expect(Object.values(action.inputs).filter((one) => typeof one.default !== 'string')).toEqual([]);
  });
});

describe.skipIf(WITHOUT_GIT)('the entry of the action', () => {
  const { inputs } = yamlOf(read('action.yml')) as Action;

  interface Job {
    readonly code: number | null;
    readonly log: string;
    readonly err: string;
    readonly outputs: Readonly<Record<string, string>>;
    readonly summary: string;
  }

  /** A step as a runner starts it: inputs with their defaults, files for outputs and summary, no token. */
  function step(
    repository: Repository,
    given: Readonly<Record<string, string>>,
    event: object = {},
    env: Readonly<Record<string, string>> = {},
  ): Job {
    const temporary = temporaryFolder();
    const file = (name: string, text = ''): string => {
      writeFileSync(join(temporary, name), text);
      return join(temporary, name);
    };
    const set = Object.entries({ ...Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, one.default])), ...given });
    const [output, page] = [file('output'), file('summary', '# 前一步\n')];
    const child = spawnSync(process.execPath, [join(ROOT, 'ci/github.ts')], {
      cwd: repository.folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        ...GIT_ENV,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: repository.folder,
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: page,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'owner/content',
        GITHUB_SHA: 'f'.repeat(40),
        RUNNER_TEMP: temporary,
        ...Object.fromEntries(set.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
        ...env,
      },
      encoding: 'utf8',
    });
    const outputs = Object.fromEntries(
      readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    return {
      code: child.status,
      log: child.stdout,
      err: child.stderr,
      outputs: outputs as Record<string, string>,
      summary: readFileSync(page, 'utf8'),
    };
  }

  /** `main`, and a branch whose new article contradicts it; what is checked out is their merge, as the host has it. */
  function pullRequest(): Repository {
    const origin = repositoryWith({
      'articles/a.md': rate(12),
      'articles/c.md': rate(12),
      'claimlint.yaml': 'paths: [articles]\nregister: false\n',
    });
    origin.git('checkout', '--quiet', '-b', 'draft');
    origin.write({ 'articles/b 新.md': rate(20) });
    origin.commit();
    origin.git('checkout', '--quiet', 'main');
    origin.write({ 'articles/c.md': `${rate(12)}\n又及。\n` });
    origin.commit();
    origin.git('checkout', '--quiet', '-b', 'merged');
    origin.git('merge', '--quiet', '--no-edit', 'draft');
    const clone = join(temporaryFolder(), 'clone');
    runGit('/', 'clone', '--quiet', `file://${origin.folder}`, clone);
    runGit(clone, 'checkout', '--quiet', '--detach', 'origin/merged');
    return repositoryIn(clone);
  }

  const BASE = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };

  it('annotates the change of a pull request, writes summary, files and outputs, and fails', () => {
    const job = step(pullRequest(), {}, { pull_request: { base: { sha: '0'.repeat(40) } } }, BASE);
    expect(job.code).toBe(1);
    expect(job.log.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::error file=articles\/b 新\.md,line=3,/),
    ]);
    expect(job.outputs).toMatchObject({ 'exit-code': '1', findings: '1', errors: '1' });
    expect(job.summary).toMatch(/^# 前一步\n# 政策文章一致性审核/);
    expect(job.summary).toContain(`https://github.com/owner/content/blob/${'f'.repeat(40)}/articles/b%20%E6%96%B0.md?plain=1#L3`);
    expect(job.summary).toMatch(/<!-- claimlint diff -->[\s\S]+发现：出现 1[\s\S]+新增的说法/);
    const sarif = JSON.parse(readFileSync(job.outputs['sarif']!, 'utf8')) as { runs: { results: { locations: object[] }[] }[] };
    expect(sarif.runs[0]!.results[0]!.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'articles/b%20%E6%96%B0.md' } } },
    ]);
    for (const name of ['json', 'html', 'diff']) expect(existsSync(job.outputs[name]!)).toBe(true);
  });

  it('audits all of a push, and of nothing that is not asked for it says anything', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(20) });
    const job = step(repository, {
      paths: 'a.md\n b.md \n',
      annotations: 'false',
      summary: 'false',
      html: 'false',
      'fail-on': 'never',
      locale: 'en',
    });
    expect(job).toMatchObject({ code: 0, summary: '# 前一步\n', outputs: { 'exit-code': '0', diff: '', html: '' } });
    expect(Number(job.outputs['errors'])).toBeGreaterThan(0);
    expect(job.log).not.toContain('::');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('runs the package that version names', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'tools/claimlint.tgz': '…' });
    const bin = temporaryFolder();
    // In place of npm, which would need a network: it tells what it was called with, and installs what runs here.
    const main = `import ${JSON.stringify(join(ROOT, 'src/cli/main.ts'))};`;
    const dist = 'node_modules/claimlint/dist/cli';
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "npm: $*"\nmkdir -p ${dist} && echo '${main}' > ${dist}/main.js\n`, { mode: 0o755 });
    const called = (version: string): string => {
      const job = step(repository, { paths: 'a.md', version }, {}, { PATH: `${bin}:${process.env['PATH'] ?? ''}` });
      expect(job.code).toBe(0);
      return /^npm: (.*)$/m.exec(job.log)![1]!.split(' -- ').at(-1)!;
    };
    expect(called('tools/claimlint.tgz')).toBe(join(repository.folder, 'tools/claimlint.tgz'));
    expect(called('0.1.0')).toBe('claimlint@0.1.0');
    expect(called('https://example.org/claimlint.tgz')).toBe('https://example.org/claimlint.tgz');
  });

  it('takes the base of a merge queue from the event', () => {
    const repository = pullRequest();
    const sha = repository.git('rev-parse', 'origin/main').trim();
    const job = step(repository, { diff: 'false' }, { merge_group: { base_sha: sha } });
    expect(job.log).toMatch(/^::error file=articles\/b 新\.md,/m);
    expect(job.outputs['diff']).toBe('');
    expect((JSON.parse(readFileSync(job.outputs['json']!, 'utf8')) as { scope: { base: string } }).scope.base).toBe(sha);
  });

  it('tells at the run what is wrong with a shallow checkout, in an annotation', () => {
    const origin = pullRequest();
    const clone = join(temporaryFolder(), 'shallow');
    runGit('/', 'clone', '--quiet', '--depth', '1', `file://${origin.folder}`, clone);
    const job = step(
      repositoryIn(clone),
      {},
      { pull_request: { base: { sha: origin.git('rev-parse', 'origin/main').trim() } } },
      { ...BASE, GITHUB_BASE_REF: 'main' },
    );
    expect(job).toMatchObject({ code: 2, summary: '# 前一步\n', outputs: { 'exit-code': '2', findings: '', sarif: '' } });
    expect(job.log).toMatch(/^::error title=claimlint::.+fetch-depth: 0/m);
  });

  it.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ 'fail-on': 'sometimes' }, /^::error title=claimlint::.+--fail-on/m],
    [{ annotations: 'perhaps' }, /^::error title=claimlint::annotations is perhaps/m],
    [{ 'changed-since': '--output=x' }, /^::error title=claimlint::.+--output=x/m],
    [{ paths: '--version\n$(touch x)' }, /^::error title=claimlint::/m],
  ])('refuses %j', (given, message) => {
    const repository = repositoryWith({ 'a.md': rate(12) });
    const job = step(repository, { paths: '.', ...given });
    expect(job.code).toBe(2);
    expect(job.log).toMatch(message);
    expect(existsSync(join(repository.folder, 'x'))).toBe(false);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly exclude: string;
}

describe('.pre-commit-hooks.yaml', () => {
  const hooks = yamlOf(read('.pre-commit-hooks.yaml')) as Hook[];
  const hook = hooks[0]!;
  /** Patterns of Python, in which the flag stands in the pattern. */
  const pattern = (text: string): RegExp => new RegExp(text.replace(/^\(\?i\)/, ''), text.startsWith('(?i)') ? 'i' : '');

  it('has the keys that pre-commit knows, and an entry that the package installs', () => {
    const known = ['id', 'name', 'entry', 'language', 'description', 'files', 'exclude', 'require_serial', 'minimum_pre_commit_version'];
    expect(hooks.flatMap((one) => Object.keys(one).filter((key) => !known.includes(key)))).toEqual([]);
    expect(hook.language).toBe('node');
    expect(Object.keys(MANIFEST.bin)).toContain(hook.entry.split(' ')[0]);
    // It installs with `npm install git+file://…`, which runs nothing but this.
    expect(MANIFEST.scripts['prepare']).toBe('node scripts/prepare.mjs');
  });

  it('passes the files that hold articles', () => {
    const passed = (file: string): boolean => pattern(hook.files).test(file) && !pattern(hook.exclude).test(file);
    const names = [
      'a.md',
      'a.MARKDOWN',
      'a.txt',
      'a.docx',
      'a.htm',
      'a.html',
      'a.ts',
      'a.mts',
      'a.cts',
      'a.tsx',
      'a.js',
      'a.mjs',
      'a.cjs',
      'a.jsx',
      'a.d.ts',
      'a.d.mts',
      'a.png',
      'a',
      'md',
      'a.md.bak',
    ];
    expect(names.filter(passed)).toEqual(names.filter(isReadable));
  });

  it.skipIf(WITHOUT_GIT)('told of staged files, fails by what they contradict', () => {
    const repository = repositoryWith({ 'articles/a.md': rate(12), 'claimlint.yaml': 'paths: [articles]\n' });
    repository.write({ 'articles/新 文.md': rate(20), 'notes.rst': '…' });
    repository.git('add', '--all');
    const staged = repository
      .git('diff', '--staged', '--name-only', '--no-ext-diff', '--diff-filter=ACMRTUXB', '-z')
      .split('\0')
      .slice(0, -1);
    const files = staged.filter((file) => pattern(hook.files).test(file) && !pattern(hook.exclude).test(file));
    const run = repository.claimlint([...hook.entry.split(' ').slice(1), '--no-register', ...files]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/articles\/新 文\.md:3[\s\S]+articles\/a\.md:3/);
    // `pre-commit run --all-files`: all that is published is among the files.
    const all = repository.claimlint(['check', '--no-register', 'articles/a.md', 'articles/新 文.md']);
    expect(all).toMatchObject({ code: 1, stderr: '' });
    expect(repository.claimlint(['check', '--no-register', 'articles/a.md', 'articles/新 文.md', '--fail-on', 'never']).code).toBe(0);
    // A hook that changes files has failed, whatever it says.
    expect(repository.git('status', '--porcelain', '-z')).toBe('A  articles/新 文.md\0A  notes.rst\0');
  });
});

describe('templates/claimlint.yml', () => {
  const documents = parseAllDocuments(read('templates/claimlint.yml'));
  const [head, jobs] = [...documents].map((document) => document.toJS() as object) as unknown as [
    { spec: { inputs: Record<string, { default?: string; options?: string[]; description?: string }> } },
    Record<
      string,
      {
        script: string[];
        before_script: string[];
        variables: Record<string, string>;
        artifacts: { when: string; paths: string[]; reports: Record<string, string> };
      }
    >,
  ];
  const job = Object.values(jobs)[0]!;

  it('is a component: inputs first, then a job that uses all of them and no other', () => {
    expect([...documents].flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    const used = new Set([...read('templates/claimlint.yml').matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map((match) => match[1]!));
    expect([...used].sort()).toEqual(Object.keys(head.spec.inputs).sort());
    expect(Object.values(head.spec.inputs).filter(({ default: one, options }) => options !== undefined && !options.includes(one!))).toEqual(
      [],
    );
    expect(job.artifacts).toMatchObject({ when: 'always', reports: { codequality: expect.any(String), junit: expect.any(String) } });
    expect(Object.values(job.artifacts.reports).every((file) => file.startsWith(job.artifacts.paths[0]!))).toBe(true);
    // Inputs are put into the text: only where a shell takes them for one word.
    expect(job.script.join('\n') + job.before_script.join('\n')).not.toContain('$[[');
  });

  /** The script of the job as a runner starts it, with `claimlint` on the path. */
  function runJob(
    repository: Repository,
    given: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>>,
  ): { code: number | null; out: string } {
    const bin = temporaryFolder();
    mkdirSync(join(bin, 'bin'));
    const command = join(bin, 'bin', 'claimlint');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'src/cli/main.ts')}' "$@"\n`);
    chmodSync(command, 0o755);
    const value = (text: string): string =>
      text.replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name: string) => given[name] ?? head.spec.inputs[name]!.default ?? '');
    const variables = Object.fromEntries(
      Object.entries(job.variables).map(([name, text]) => [name, value(text).replace('$CI_PROJECT_DIR', repository.folder)]),
    );
    const child = spawnSync('sh', ['-e', '-c', job.script.join('\n')], {
      cwd: repository.folder,
      env: {
        ...GIT_ENV,
        ...variables,
        // What the packs compile to is at hand here.
        CLAIMLINT_CACHE: join(ROOT, '.cache', 'packs'),
        PATH: `${join(bin, 'bin')}:${process.env['PATH'] ?? ''}`,
        CI: 'true',
        CI_PROJECT_DIR: repository.folder,
        CI_PROJECT_URL: 'https://gitlab.example/g/p',
        CI_COMMIT_SHA: 'f'.repeat(40),
        ...env,
      },
      encoding: 'utf8',
    });
    return { code: child.status, out: child.stdout + child.stderr };
  }

  it.skipIf(WITHOUT_GIT)('writes the reports of a merge request, and fails by what it opens', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'c.md': rate(12) });
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ 'b.md': rate(20) });
    repository.commit();
    const { code, out } = runJob(repository, { paths: '.' }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(out).not.toMatch(/claimlint diff: /);
    expect(code).toBe(1);
    const report = (file: string): string => readFileSync(join(repository.folder, file), 'utf8');
    expect(
      (JSON.parse(report(job.artifacts.reports['codequality']!)) as { location: { path: string } }[]).map(({ location }) => location.path),
    ).toEqual(['b.md']);
    expect(report(job.artifacts.reports['junit']!)).toContain('<testsuite name="b.md"');
    expect(report('claimlint-reports/change.md')).toContain('https://gitlab.example/g/p/-/blob/');
    // A second run does not take the reports of the first for articles.
    const again = JSON.parse(report('claimlint-reports/audit.json')) as { corpus: { files: number } };
    expect(again.corpus.files).toBe(3);
  });

  it.skipIf(WITHOUT_GIT)('audits all of a branch, with further options', () => {
    const repository = repositoryWith({ 'a.md': rate(12), 'b.md': rate(20) });
    const { code } = runJob(
      repository,
      { paths: 'a.md b.md', options: '--no-register --as-of 2026-11-22', fail_on: 'never', locale: 'en' },
      {},
    );
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(repository.folder, 'claimlint-reports/audit.json'), 'utf8'))).toMatchObject({
      asOf: '2026-11-22',
      locale: 'en',
      register: null,
    });
    expect(existsSync(join(repository.folder, 'claimlint-reports/change.md'))).toBe(false);
  });
});
