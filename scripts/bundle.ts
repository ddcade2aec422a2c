// Builds dist/cli: the command with the libraries that it uses, in few files, since a start pays for each; their licences beside them;
// and dist/cache: what the shipped packs, layouts and register compile to, so that the first run is as fast as the next.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import type { RolldownOutput } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'dist', 'cli');
const CACHE = join(ROOT, 'dist', 'cache');

for (const folder of [OUT, CACHE]) rmSync(folder, { recursive: true, force: true });
const options = {
  cwd: ROOT,
  input: { main: 'src/cli/bundled.ts', start: 'src/cli/start.ts', worker: 'src/thread/worker.ts' },
  platform: 'node',
  // Large, rarely needed, and loaded by those runs only.
  external: [/^ts-morph$/, /^natural\//],
  preserveEntrySignatures: 'allow-extension',
  // yargs asks where a package lies that a config of its own extends; here none does.
  checks: { emptyImportMeta: false },
  logLevel: 'warn',
} as const;
// What runs of the same kind load together is one file each: to find and link thirty small ones costs more than to read a larger one.
const trial = await build({ ...options, write: false });
const core = loadedBy(trial.output, ['cli/io.ts', 'cli/run.ts', 'cli/command/audit.ts', 'cli/command/check.ts', 'report/json.ts']);
const store = loadedBy(trial.output, ['store/kept.ts', 'store/key.ts']);
const reading = loadedBy(trial.output, ['read-file.ts']);
const groups = [
  { name: 'core', test: (id: string): boolean => core.has(id) },
  { name: 'kept', test: (id: string): boolean => store.has(id) && !core.has(id) },
  { name: 'reading', test: (id: string): boolean => reading.has(id) && !store.has(id) && !core.has(id) },
];
const { output } = await build({
  ...options,
  output: {
    dir: OUT,
    // Not modules of ECMAScript: of those, V8's compiled code cannot be kept but by Node, which keeps too little of it (cli/compiled-code.ts).
    format: 'cjs',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups, includeDependenciesRecursively: false },
    plugins: [{ name: 'modules-of-node', renderChunk: askedFor }],
  },
});

// The package is one of ECMAScript modules; the chunks are none.
writeFileSync(join(OUT, 'package.json'), '{ "type": "commonjs" }\n');

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

/**
 * Modules of Node as they are: to `require` or import one, Node asks it for all that it has, and much of that (streams, encodings, the
 * cryptography of the web) is otherwise loaded by those that use it. An older Node, which has no such function, is told so by the first file.
 */
function askedFor(code: string): string {
  const whole = code
    .replace(/\brequire\("(node:[\w/]+)"\)/g, 'process.getBuiltinModule?.("$1")')
    .replace(/\bimport\("(node:[\w/]+)"\)/g, 'Promise.resolve(process.getBuiltinModule("$1"))')
    // What compiles a chunk (cli/compiled-code.ts) knows no imports; the packages that stay outside are of CommonJS.
    .replace(/\bawait import\("([\w/.-]+)"\)/g, 'require("$1")');
  const left = /^.*(?<!getBuiltinModule(?:\?\.)?\()"node:.*$|^[^*]*\bawait import\(.*$/m.exec(whole);
  if (left !== null) throw new Error(`an import that is not understood: ${left[0]}`);
  return whole;
}

/** Modules that are loaded with these of src/, without those that are asked for later. */
function loadedBy(chunks: RolldownOutput['output'], entries: readonly string[]): ReadonlySet<string> {
  const byName = new Map(chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])));
  const open = entries.map((entry) => {
    const found = [...byName.values()].find(({ moduleIds }) => moduleIds.includes(join(ROOT, 'src', entry)));
    if (found === undefined) throw new Error(`the bundle has no ${entry}`);
    return found;
  });
  const seen = new Set(open);
  for (const chunk of seen) for (const name of chunk.imports) if (byName.has(name)) seen.add(byName.get(name)!);
  const main = join(ROOT, 'src', 'cli', 'start.ts');
  return new Set([...seen].flatMap(({ moduleIds }) => moduleIds).filter((id) => id !== main));
}

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
