// The entry of action.yml: inputs → claimlint → annotations, summary page, report files, outputs. It needs no token.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { env } = process;
/** Places of annotations and of SARIF count from here. */
const folder = resolve(env['GITHUB_WORKSPACE'] ?? '.');
const reports = join(env['RUNNER_TEMP'] ?? ROOT, 'claimlint');

/** Of a job's whole summary page GitHub takes 1,024 KiB, and drops it when there is more. */
const SUMMARY = 1000 * 1024;

interface Ran {
  readonly code: number;
  readonly err: string;
}

async function main(): Promise<number> {
  mkdirSync(reports, { recursive: true });
  const program = install();
  const since = revision();
  const common = [...option('config'), ...option('locale'), ...option('as-of')];
  const file = (name: string): string => join(reports, name);
  const always = { json: file('audit.json'), sarif: file('claimlint.sarif'), summary: file('summary.md') };
  const written = isOn('html') ? { ...always, html: file('claimlint.html') } : { ...always, html: '' };
  const audit = await run(program, [
    'audit',
    ...common,
    ...option('fail-on'),
    ...option('clock-findings'),
    ...option('baseline'),
    ...(since === null ? [] : [`--changed-since=${since}`]),
    ...Object.entries(written).flatMap(([format, path]) => (path === '' ? [] : ['--report', `${format}=${path}`])),
    ...(isOn('annotations') ? ['--report', 'github=-'] : []),
    '--links=auto',
    '--',
    ...paths(),
  ]);
  // Only what was written by this run: an earlier step may have used the action too.
  const done = audit.code !== 2 && existsSync(written.json);
  if (!done) command('error', audit.err);
  if (done && isOn('summary')) summarise(written.summary);
  let told = '';
  if (done && since !== null && isOn('diff')) {
    const diff = await run(program, [
      'diff',
      `${since}...`,
      ...common,
      ...paths().map((path) => `--path=${path}`),
      '--fail-on=never',
      '--links=auto',
      '--quiet',
      `--report=markdown=${file('diff.md')}`,
    ]);
    if (diff.code === 2) command('warning', diff.err);
    else {
      told = file('diff.md');
      if (isOn('summary')) summarise(told);
    }
  }
  const counts = done ? countsOf(written.json) : { findings: 0, errors: 0 };
  output('exit-code', String(audit.code));
  output('findings', done ? String(counts.findings) : '');
  output('errors', done ? String(counts.errors) : '');
  for (const name of ['json', 'sarif', 'html'] as const) output(name, done ? written[name] : '');
  output('diff', told);
  return audit.code;
}

/** As the host hands it over: `INPUT_FAIL-ON`. */
function input(name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function isOn(name: string): boolean {
  const value = input(name).toLowerCase();
  if (value === 'true' || value === 'false' || value === '') return value !== 'false';
  throw new Error(`${name} is ${value}, expected true or false`);
}

function option(name: string): string[] {
  return input(name) === '' ? [] : [`--${name}=${input(name)}`];
}

function paths(): string[] {
  return input('paths')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '');
}

/** The revision that the change began at, null for an audit that tells of all. */
function revision(): string | null {
  const asked = input('changed-since') || 'auto';
  if (asked !== 'auto') return asked === 'none' ? null : asked;
  const event = env['GITHUB_EVENT_PATH'] === undefined ? {} : (JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'], 'utf8')) as Event);
  // The branch as it is now is behind the merge that is checked out, whatever has been merged meanwhile.
  const branch = env['GITHUB_BASE_REF'] ? `origin/${env['GITHUB_BASE_REF']}` : null;
  const known = (name: string): boolean =>
    spawnSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: folder }).status === 0;
  if (branch !== null && known(branch)) return branch;
  return event.pull_request?.base?.sha ?? event.merge_group?.base_sha ?? branch;
}

interface Event {
  readonly pull_request?: { readonly base?: { readonly sha?: string } };
  readonly merge_group?: { readonly base_sha?: string };
}

/** The file to run: of this checkout, or of the package that `version` names. */
function install(): string {
  const version = input('version');
  if (version === '') {
    // Only the page of the HTML report is built, with the development packages; without it there is less to install.
    const built = !isOn('html') || existsSync(join(ROOT, 'dist', 'page', 'index.html'));
    if (!existsSync(join(ROOT, 'node_modules')) || !built) npm(isOn('html') ? ['ci'] : ['ci', '--omit=dev'], ROOT);
    return join(ROOT, 'src', 'cli', 'main.ts');
  }
  const home = join(reports, 'package');
  mkdirSync(home, { recursive: true });
  const local = resolve(folder, version);
  const isFile = /\.t(?:ar\.)?gz$/.test(version) && !isAbsolute(version) && existsSync(local) && statSync(local).isFile();
  const spec = isFile ? local : /^[\w.^~-]+$/.test(version) ? `claimlint@${version}` : version;
  npm(['install', '--prefix', home, '--no-save', '--', spec], home);
  return join(home, 'node_modules', 'claimlint', 'dist', 'cli', 'main.js');
}

function npm([action, ...args]: readonly [string, ...string[]], cwd: string): void {
  console.log(`::group::npm ${action}`);
  const ran = spawnSync('npm', [action, '--no-audit', '--no-fund', ...args], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log('::endgroup::');
  if (ran.error !== undefined) throw new Error(`npm could not be started: ${ran.error.message}. A runner of one's own needs npm.`);
  if (ran.status !== 0) throw new Error(`npm ${action} ended with ${ran.status}`);
}

/** Runs claimlint; what it prints goes to the log, where the host takes the annotations from. */
function run(program: string, args: readonly string[]): Promise<Ran> {
  // Inputs are none of its business, and `INIT_CWD` would be taken for the caller's folder.
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:INPUT_|INIT_CWD$|npm_)/.test(name)));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: own, stdio: ['ignore', 'inherit', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stderr.write(chunk);
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 2, err: Buffer.concat(chunks).toString().trim().split('\n').at(-1) ?? '' }));
  });
}

/** Adds a file to the summary page, unless the page would grow too large to be shown at all. */
function summarise(file: string): void {
  const page = env['GITHUB_STEP_SUMMARY'];
  if (!page) return;
  const size = existsSync(page) ? statSync(page).size : 0;
  const text = readFileSync(file, 'utf8');
  if (size + Buffer.byteLength(text) <= SUMMARY) appendFileSync(page, `${text}\n`);
}

function countsOf(file: string): { findings: number; errors: number } {
  const { findings } = JSON.parse(readFileSync(file, 'utf8')) as { findings: { severity: string; status: string }[] };
  const counted = findings.filter(({ status }) => status === 'new');
  return { findings: counted.length, errors: counted.filter(({ severity }) => severity === 'error').length };
}

function output(name: string, value: string): void {
  const file = env['GITHUB_OUTPUT'];
  // No value of ours has a line end.
  if (file) appendFileSync(file, `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
}

function command(severity: 'error' | 'warning', text: string): void {
  const escaped = text.replace(/[%\r\n]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  console.log(`::${severity} title=claimlint::${escaped}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  command('error', error instanceof Error ? error.message : String(error));
  output('exit-code', '2');
  process.exitCode = 2;
}
