// The programs that claimlint is held against: installed on demand, and outside of the package, which does not depend on them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where they are kept between runs. */
export const PEERS =
  process.env['CLAIMLINT_BENCH_PEERS'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'claimlint-bench');

const VERSIONS: Readonly<Record<string, string>> = {
  '@node-rs/jieba': '2.0.3',
  'autocorrect-node': '2.14.0',
  'markdownlint-cli2': '0.24.1',
  textlint: '15.8.0',
  'textlint-rule-max-comma': '4.0.0',
  'textlint-rule-no-todo': '2.0.1',
  'textlint-rule-no-empty-section': '1.1.0',
};

/** Installs the packages that are missing; says why where that cannot be. */
export function install(names: readonly string[]): string | null {
  const missing = names.filter((name) => !existsSync(join(PEERS, 'node_modules', name)));
  if (missing.length === 0) return null;
  mkdirSync(PEERS, { recursive: true });
  if (!existsSync(join(PEERS, 'package.json'))) writeFileSync(join(PEERS, 'package.json'), '{ "private": true }\n');
  const wanted = missing.map((name) => `${name}@${VERSIONS[name]}`);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', PEERS, ...wanted], { encoding: 'utf8' });
  return status === 0 ? null : `npm install failed: ${stderr.trim().split('\n').at(-1)}`;
}

/** The program of a package. */
export const program = (name: string): string => join(PEERS, 'node_modules', '.bin', name);

/** Whether a program that npm does not have stands on the path. */
export const isThere = (name: string): boolean => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
