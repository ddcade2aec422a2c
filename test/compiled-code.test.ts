// Compiled code of the bundle, kept between runs: used where it is what was kept, of the very chunk; else compiled anew, and never in the way.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { CompiledCode } from '../src/cli/compiled-code.ts';

const root = mkdtempSync(join(tmpdir(), 'claimlint-code-'));
let count = 0;
let chunks: string;
let kept: string;

beforeEach(() => {
  chunks = join(root, String(count++));
  kept = join(chunks, 'kept');
  mkdirSync(chunks);
  writeFileSync(
    join(chunks, 'start.js'),
    `const part = require('./part.js');\nexports.say = (name) => part.greet(name);\nexports.same = () => require('./part.js') === part;\n`,
  );
  writeFileSync(join(chunks, 'part.js'), `exports.greet = (name) => 'hello ' + name;\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Start {
  readonly say: (name: string) => string;
  readonly same: () => boolean;
}

/** What a run says, and the entries after it. */
function run(command = 'audit'): { said: string; entries: Record<string, string> } {
  const code = new CompiledCode(chunks, kept, command);
  const start = code.load('start.js') as Start;
  expect(start.same()).toBe(true);
  const said = start.say('you');
  code.keep();
  return { said, entries: entries() };
}
const entries = (): Record<string, string> =>
  Object.fromEntries(readdirSync(kept).map((name) => [name, readFileSync(join(kept, name)).toString('base64')]));

it('is kept by chunk and command, grows for a few runs, and is then left alone', () => {
  const first = run();
  expect(first.said).toBe('hello you');
  expect(Object.keys(first.entries)).toHaveLength(2);
  const second = run();
  expect(Object.keys(second.entries)).toEqual(Object.keys(first.entries));
  expect(second.entries).not.toEqual(first.entries);
  run();
  const fourth = run();
  const fifth = run();
  expect(fifth).toEqual(fourth);
  expect(Object.keys(run('check').entries)).toHaveLength(4);
});

it('is not used where it is damaged, cut short or empty, and made anew', () => {
  const { entries: whole } = run();
  for (const damage of [
    (bytes: Buffer) => bytes.fill(7, bytes.length - 20),
    (bytes: Buffer) => bytes.fill(7, 1, 5),
    (bytes: Buffer) => bytes.subarray(0, 60),
    () => Buffer.alloc(0),
  ]) {
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), damage(readFileSync(join(kept, name))));
    const { said, entries: mended } = run();
    expect(said).toBe('hello you');
    expect(Object.keys(mended)).toEqual(Object.keys(whole));
    // The first of the runs that add to it, again.
    for (const name of Object.keys(mended)) expect(readFileSync(join(kept, name))[0]).toBe(1);
  }
});

it('is of the chunk as it is now, be it as long as before', () => {
  run();
  writeFileSync(join(chunks, 'part.js'), `exports.greet = (name) => 'adieu ' + name;\n`);
  expect(run().said).toBe('adieu you');
});

it('does without where nothing can be written', () => {
  writeFileSync(kept, 'a file, no folder');
  const code = new CompiledCode(chunks, kept, 'audit');
  expect((code.load('start.js') as Start).say('me')).toBe('hello me');
  code.keep();
  expect(readFileSync(kept, 'utf8')).toBe('a file, no folder');
});

it('gives chunks the modules of Node and of packages', () => {
  writeFileSync(join(chunks, 'later.js'), `exports.base = require('node:path').basename;\n`);
  const { base } = new CompiledCode(chunks, kept, 'audit').load('later.js') as { base: (path: string) => string };
  expect(base('a/b.txt')).toBe('b.txt');
});
