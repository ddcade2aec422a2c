// Builds dist/cli: the command with the libraries that it uses, in few files, since a start pays for each; their licences beside them;
// and dist/cache: what the shipped packs, layouts and register compile to, so that the first run is as fast as the next.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'dist', 'cli');
const CACHE = join(ROOT, 'dist', 'cache');

for (const folder of [OUT, CACHE]) rmSync(folder, { recursive: true, force: true });
const { output } = await build({
  cwd: ROOT,
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // Large, rarely needed, and loaded by those runs only.
  external: [/^ts-morph$/, /^natural\//],
  output: { dir: OUT, format: 'esm', chunkFileNames: '[name]-[hash].js' },
  logLevel: 'warn',
});

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
writeFileSync(join(OUT, 'LICENSES.txt'), licencesOf(modules));

const folder = mkdtempSync(join(tmpdir(), 'claimlint-bundle-'));
try {
  writeFileSync(join(folder, 'a.txt'), '\u804c\u5de5\u533b\u4fdd\n');
  const args = ['audit', 'a.txt', '--format', 'json', '--out', '-', '--no-cache'];
  const { INIT_CWD: _, ...env } = { ...process.env, CLAIMLINT_CACHE: CACHE };
  const { status, stderr } = spawnSync(process.execPath, [join(OUT, 'main.js'), ...args], { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the built command ended with ${status}: ${stderr}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// What each file says is of use only to who edits it.
for (const name of readdirSync(CACHE)) if (name.endsWith('.yaml')) rmSync(join(CACHE, name));

/** The licence of every package of which there is code in the bundle. */
function licencesOf(files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  return [...packages]
    .sort()
    .map((path) => {
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
      const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
      return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
