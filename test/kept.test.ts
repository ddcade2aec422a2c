// Readings that are kept between runs change nothing but the time: the same bytes with none, cold, warm, damaged, and by several at once.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { openKept } from '../src/store/kept.ts';
import type { Kept } from '../src/store/kept.ts';
import { readingKey } from '../src/store/key.ts';
import { CACHE, shippedPacks } from './packs.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/articles', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const packs = shippedPacks();
const top = mkdtempSync(join(tmpdir(), 'claimlint-kept-'));
const HOUR = 3_600_000;
let cwd: string;
let cache: string;
/** Files that had to be read, of those that were looked at. */
let read: string[];

beforeEach(() => {
  cwd = mkdtempSync(join(top, 'run-'));
  cache = join(cwd, '.cache');
  mkdirSync(join(cwd, 'articles'));
  for (const name of readdirSync(EXAMPLES).slice(0, 12)) cpSync(join(EXAMPLES, name), join(cwd, 'articles', name));
  writeFileSync(join(cwd, 'articles', 'broken.md'), Uint8Array.of(0xff, 0x41, 0xe4));
  for (const name of readdirSync(join(cwd, 'articles'))) age(name);
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Long enough ago that nobody wonders whether it was written twice in one moment. */
const age = (name: string): void => utimesSync(join(cwd, 'articles', name), new Date(Date.now() - HOUR), new Date(Date.now() - HOUR));

const open = (key = readingKey({ packs, locale: 'zh', cwd })): Promise<Kept | null> =>
  openKept({ folders: [cache], cwd, key, now: Date.now });

async function auditWith(kept: Kept | null, unread = false): Promise<string> {
  read = [];
  const watched: Kept | null = kept && {
    ...kept,
    look: (file, listed) => {
      const looked = kept.look(file, listed);
      if (looked?.reading === null) read.push(file);
      return looked;
    },
  };
  const options = { cwd, exclude: [], locale: 'zh', packs, asOf: '2026-11-22', allClaims: true, maxEvidence: 50, unread } as const;
  const result = await audit({ ...options, paths: ['articles'], kept: watched });
  kept?.close();
  return JSON.stringify(result);
}

const database = (): string =>
  join(
    cache,
    readdirSync(cache).find((name) => name.endsWith('.claims'))!,
  );
const all = (): string[] =>
  readdirSync(join(cwd, 'articles'))
    .map((name) => `articles/${name}`)
    .sort();

describe('kept readings', () => {
  it('give the same bytes as none, and spare the reading of what is the same', async () => {
    const plain = await auditWith(null);
    expect(await auditWith(await open())).toBe(plain);
    expect(read).toEqual(all());
    expect(await auditWith(await open())).toBe(plain);
    expect(read).toEqual([]);
    // Faults are kept too, and told again.
    expect(JSON.parse(plain)).toMatchObject({ faults: [{ file: 'articles/broken.md' }] });
  });

  it('give the sentences that were not read, to who asks for them later', async () => {
    const plain = await auditWith(null, true);
    await auditWith(await open());
    expect(await auditWith(await open(), true)).toBe(plain);
    expect(read).toEqual(all());
    expect(await auditWith(await open(), true)).toBe(plain);
    expect(read).toEqual([]);
  });

  it('are left for the files that have changed, have come or only look newer', async () => {
    await auditWith(await open());
    const [first, second, third] = readdirSync(join(cwd, 'articles'));
    writeFileSync(join(cwd, 'articles', first!), readFileSync(join(cwd, 'articles', second!)));
    cpSync(join(cwd, 'articles', second!), join(cwd, 'articles', 'new.md'));
    utimesSync(join(cwd, 'articles', third!), new Date(), new Date());
    const plain = await auditWith(null);
    expect(await auditWith(await open())).toBe(plain);
    expect(read).toEqual([`articles/${first}`, 'articles/new.md'].sort());
  });

  it('are not taken for a file that was written twice in one moment', async () => {
    const file = join(cwd, 'articles', 'twice.md');
    const text = (percent: number): string =>
      `# \u516c\u79ef\u91d1\n\n\u4f4f\u623f\u516c\u79ef\u91d1\u7f34\u5b58\u6bd4\u4f8b\u7684\u4e0a\u9650\u4e3a${percent}%\u3002\n`;
    writeFileSync(file, text(12));
    const { atime, mtime } = statSync(file);
    await auditWith(await open());
    writeFileSync(file, text(15));
    utimesSync(file, atime, mtime);
    const plain = await auditWith(null);
    expect(await auditWith(await open())).toBe(plain);
    expect(read).toEqual(['articles/twice.md']);
  });

  it('belong to one state of packs, layouts and code', async () => {
    await auditWith(await open('a'.repeat(64)));
    await auditWith(await open('b'.repeat(64)));
    expect(read).toEqual(all());
    // Another's file under one's own name is seen for what it is.
    cpSync(join(cache, `${'a'.repeat(40)}.claims`), join(cache, `${'c'.repeat(40)}.claims`));
    await auditWith(await open('c'.repeat(64)));
    expect(read).toEqual(all());
    const names = new Set([
      readingKey({ packs, locale: 'zh', cwd }),
      readingKey({ packs, locale: 'en', cwd }),
      readingKey({ packs, locale: 'zh', cwd: top }),
    ]);
    expect(names.size).toBe(3);
  });

  const sql =
    (statement: string) =>
    (file: string): void => {
      const opened = new DatabaseSync(file);
      opened.exec(statement);
      opened.close();
    };
  const bytes =
    (change: (content: Buffer) => Uint8Array) =>
    (file: string): void =>
      writeFileSync(file, change(readFileSync(file)));
  it.each([
    ['empty', bytes(() => Buffer.alloc(0))],
    ['garbage', bytes(() => Buffer.from('no database at all'.repeat(100)))],
    ['cut short', bytes((content) => content.subarray(0, content.length / 2))],
    [
      'with a page of noise',
      bytes((content) => Buffer.concat([content.subarray(0, 4096), Buffer.alloc(4096, 0xa5), content.subarray(8192)])),
    ],
    ['with noise all through', bytes((content) => content.map((byte, at) => (at > 100 && at % 97 === 0 ? byte ^ 0x5a : byte)))],
    ['of another version', sql('PRAGMA user_version = 99')],
    ['without its tables', sql('DROP TABLE file')],
    ['with a view in place of a table', sql("DROP TABLE file; CREATE VIEW file AS SELECT 'articles/x' AS path")],
    ['with rows of other bytes', sql("UPDATE file SET data = x'0102030405060708'; UPDATE passage SET data = 'text'")],
    [
      'with rows under other names',
      sql("UPDATE file SET path = path || '.old'; UPDATE file SET path = 'articles/broken.md' WHERE path LIKE '%cash%'"),
    ],
  ])('are made anew where their file is %s', async (_name, damage) => {
    const plain = await auditWith(null);
    await auditWith(await open());
    damage(database());
    expect(await auditWith(await open())).toBe(plain);
    expect(await auditWith(await open())).toBe(plain);
    await auditWith(await open());
    expect(read).toEqual([]);
  });

  it('are done without where nothing can be written', async () => {
    const key = readingKey({ packs, locale: 'zh', cwd });
    expect(await openKept({ folders: ['/dev/null/nowhere'], cwd, key, now: Date.now })).toBeNull();
  });

  it('are kept and used by several processes at once', async () => {
    const run = (): Promise<{ code: number | null; out: string; err: string }> =>
      new Promise((done) => {
        const args = [MAIN, 'audit', 'articles', '--as-of', '2026-11-22', '--quiet', '--format', 'json', '--out', '-'];
        const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] ?? '', CLAIMLINT_CACHE: cache } });
        let [out, err] = ['', ''];
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
        child.on('close', (code) => done({ code, out, err }));
      });
    // Compiled packs are at hand: it is not they that are tried here.
    for (const name of readdirSync(CACHE[0]!)) if (/\.(?:packs|json)$/.test(name)) cpSync(join(CACHE[0]!, name), join(cache, name));
    const first = await Promise.all([run(), run(), run()]);
    const second = await Promise.all([run(), run()]);
    const [one] = first;
    expect(one.code).toBe(1);
    expect(one.out.length).toBeGreaterThan(1000);
    for (const other of [...first, ...second]) expect(other).toEqual(one);
    expect(one.err).not.toMatch(/SQLite|Error/);
  });
});
