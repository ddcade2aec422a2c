// What V8 makes of the chunks of the bundle, kept between runs. Node's own cache is written as soon as a module is loaded, and so holds none of the functions
// that are compiled when they are first called; here it is written when the run is over, by command, since each calls others.
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

type Chunk = (exports: object, require: (id: string) => unknown, module: { exports: object }, file: string, folder: string) => void;

/** How many runs have added to an entry, then digests of the chunk and of what is kept of it, stand before it. */
const DIGEST = 20;
const HEADER = 1 + 2 * DIGEST;
/** So many runs add to an entry what the ones before have not called. */
const MOST_RUNS = 4;
/** More entries than this are not kept: some ten chunks a command, for a few commands and versions. */
const MOST_ENTRIES = 200;

const digestOf = (content: Uint8Array): Buffer => hash('sha1', content, 'buffer');

/** Loads chunks of CommonJS, each once. */
export class CompiledCode {
  readonly #chunks: string;
  readonly #kept: string;
  /** All that changes what V8 makes of a chunk, or which of its functions are called. */
  readonly #situation: string;
  readonly #require: NodeJS.Require;
  readonly #loaded = new Map<string, { exports: object }>();
  readonly #open: { readonly entry: string; readonly runs: number; readonly source: Buffer; readonly script: Script }[] = [];

  /** @param chunks their folder @param kept where compiled code is kept @param command what is run */
  constructor(chunks: string, kept: string, command: string) {
    this.#chunks = chunks;
    this.#kept = kept;
    this.#situation = [process.version, process.arch, process.env['NODE_OPTIONS'] ?? '', ...process.execArgv, command].join('\u0000');
    this.#require = createRequire(join(chunks, 'main.js'));
  }

  /** What a chunk exports. */
  load(name: string): object {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(name, module);
    const file = join(this.#chunks, name);
    const run = this.#compile(name, file).runInThisContext() as Chunk;
    run(module.exports, (id) => (id.startsWith('./') ? this.load(id.slice(2)) : this.#require(id)), module, file, this.#chunks);
    return module.exports;
  }

  #compile(name: string, file: string): Script {
    const source = readFileSync(file);
    const entry = `${name}-${hash('sha1', `${this.#situation}\u0000${name}`).slice(0, 16)}`;
    const known = readEntry(join(this.#kept, entry), source);
    const cachedData = known?.subarray(HEADER);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`, {
      filename: file,
      cachedData,
    });
    const runs = known === undefined || script.cachedDataRejected === true ? 0 : known[0]!;
    if (runs < MOST_RUNS) this.#open.push({ entry, runs: runs + 1, source, script });
    return script;
  }

  /** Keeps what had to be compiled. That it cannot be written is no fault: the next run compiles it again. */
  keep(): void {
    if (this.#open.length === 0) return;
    try {
      mkdirSync(this.#kept, { recursive: true });
      for (const { entry, runs, source, script } of this.#open) {
        const data = script.createCachedData();
        const part = join(this.#kept, `${entry}.${process.pid}.part`);
        writeFileSync(part, Buffer.concat([Buffer.of(runs), digestOf(source), digestOf(data), data]));
        renameSync(part, join(this.#kept, entry));
      }
      this.#prune();
    } catch {
      // No room, no right, or another process at the same work.
    }
  }

  /** Removes all but the entries that were written last. */
  #prune(): void {
    const names = readdirSync(this.#kept);
    if (names.length <= MOST_ENTRIES) return;
    const written = new Map(names.map((name) => [name, statSync(join(this.#kept, name), { throwIfNoEntry: false })?.mtimeMs ?? 0]));
    const old = names.sort((a, b) => written.get(b)! - written.get(a)!).slice(MOST_ENTRIES);
    for (const name of old) rmSync(join(this.#kept, name), { force: true });
  }
}

/** The entry of a chunk, where it is whole and of this very chunk: V8 itself looks only at lengths. */
function readEntry(file: string, source: Buffer): Buffer | undefined {
  let entry: Buffer;
  try {
    entry = readFileSync(file);
  } catch {
    return undefined;
  }
  const own = digestOf(source).equals(entry.subarray(1, 1 + DIGEST));
  return own && digestOf(entry.subarray(HEADER)).equals(entry.subarray(1 + DIGEST, HEADER)) ? entry : undefined;
}
