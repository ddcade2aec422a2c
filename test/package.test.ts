// The built package: what is in it, and that it installs and runs elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let contents: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimlint-package-'));
  const packed = npm(['pack', '--json', '--pack-destination', folder], ROOT);
  // npm 10 and 11 give an array, later ones an object by package name; what prepack prints stands before it.
  const data = JSON.parse(packed.slice(packed.search(/^[[{]/m))) as PackedFiles[] | Record<string, PackedFiles>;
  const [first] = Object.values(data);
  if (first === undefined) throw new Error(`npm pack gave nothing: ${packed}`);
  contents = first.files.map(({ path }) => path);
  const home = join(folder, 'elsewhere');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "name": "elsewhere", "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, first.filename)], home);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface PackedFiles {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function run(command: string, args: readonly string[], cwd: string): { status: number | null; stdout: string; stderr: string } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD$|NODE_OPTIONS$|VITEST)/.test(name)));
  return spawnSync(command, args, { cwd, env: { ...env, NO_COLOR: '1' }, encoding: 'utf8', maxBuffer: 1 << 28 });
}

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run('npm', args, cwd);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

describe('the package', () => {
  it('holds the program, its packs, its register, its schema and the examples, and no source or test', () => {
    expect(contents).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'package.json',
        'dist/cli/main.js',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/page/index.html',
      ]),
    );
    const folders = new Set(contents.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['claims', 'dist', 'examples', 'packs', 'schema']);
    expect(contents.filter((path) => /\.test\.|(?<!\.d)\.ts$/.test(path) && !path.startsWith('examples/'))).toEqual([]);
  });

  it('runs where it is installed', () => {
    const home = join(folder, 'elsewhere');
    writeFileSync(join(home, 'a.md'), '# 甲\n\n职工医保断缴以后,个人账户余额不会清零。\n');
    writeFileSync(join(home, 'b.md'), '# 乙\n\n职工医保断缴以后,个人账户余额会清零。\n');
    const claimlint = join(home, 'node_modules', '.bin', 'claimlint');
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(run(claimlint, ['--version'], home).stdout).toBe(`${manifest.version}\n`);
    const audit = run(claimlint, ['audit', 'a.md', 'b.md', '--as-of', '2026-11-22', '--format', 'json', '--out', '-'], home);
    expect(audit.stderr).toBe('');
    expect(audit.status).toBe(1);
    const result = JSON.parse(audit.stdout) as { findings: { kind: string }[]; tool: { version: string } };
    expect(result.findings.map(({ kind }) => kind)).toEqual(['contradiction']);
    expect(result.tool.version).toBe(manifest.version);
  });

  it('audits its examples where there is nothing else', () => {
    const home = join(folder, 'elsewhere', 'empty');
    mkdirSync(home);
    const audit = run(join(folder, 'elsewhere', 'node_modules', '.bin', 'claimlint'), ['audit', '--fail-on', 'never', '--quiet'], home);
    expect(audit.status).toBe(0);
    expect(audit.stderr).toContain('examples/articles');
  });

  it('makes the HTML report, and says what to do where its page is missing', () => {
    const home = join(folder, 'elsewhere');
    writeFileSync(join(home, 'a.md'), '# 甲\n\n职工医保断缴以后,个人账户余额不会清零。\n');
    const claimlint = join(home, 'node_modules', '.bin', 'claimlint');
    const args = ['audit', 'a.md', '--quiet', '--locale', 'en', '--report', 'html=page.html'];
    expect(run(claimlint, args, home)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(home, 'page.html'), 'utf8')).toMatch(/<script type="application\/gzip" id="audit">H4sI/);
    rmSync(join(home, 'page.html'));
    const page = join(home, 'node_modules', 'claimlint', 'dist', 'page');
    renameSync(page, `${page}-away`);
    const { status, stderr } = run(claimlint, args, home);
    renameSync(`${page}-away`, page);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run build:page');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(home, 'page.html'))).toBe(false);
  });

  it('is a library, too', () => {
    const home = join(folder, 'elsewhere');
    const script = "import('claimlint').then((library) => console.log(typeof library.audit))";
    expect(run(process.execPath, ['-e', script], home).stdout).toBe('function\n');
  });

  it('has types by which the programs of docs/api.md are right, and run', () => {
    const home = join(folder, 'elsewhere');
    const page = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8');
    const programs = [...page.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g)].map(([, name, code]) => ({
      name: `library-${name}`,
      code: code!,
    }));
    expect(programs.length).toBeGreaterThan(3);
    for (const { name, code } of programs) writeFileSync(join(home, name), code);
    const options = { module: 'nodenext', target: 'es2024', strict: true, noEmit: true, allowImportingTsExtensions: true };
    const types = { types: ['node'], typeRoots: [join(ROOT, 'node_modules', '@types')] };
    const project = { compilerOptions: { ...options, ...types }, include: ['library-*.ts'] };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(project));
    writeFileSync(join(home, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }\n');
    const checked = run(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', home], home);
    expect([checked.stdout, checked.stderr, checked.status]).toEqual(['', '', 0]);
    writeFileSync(join(home, 'feed.xml'), /```xml\n([^]*?)```/.exec(page)![1]!);
    const { stdout, stderr } = run(process.execPath, ['--disable-warning=ExperimentalWarning', 'library-feed.ts'], home);
    expect([stderr, stdout]).toEqual(['', /feed\.ts\n[^]*?```text\n([^]*?)```/.exec(page)![1]]);
  });
});
