// Threads change nothing but the time: the same bytes with any number of them, whatever becomes of one, and faults told in the same words.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import type { Readers } from '../src/model/reading.ts';
import { openReaders } from '../src/thread/readers.ts';
import { claimlint } from './cli/claimlint.ts';
import { CACHE, shippedPacks } from './packs.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/articles', import.meta.url));
const packs = shippedPacks();
const cwd = mkdtempSync(join(tmpdir(), 'claimlint-threads-'));
const OPTIONS = ['--as-of', '2026-11-22', '--fail-on', 'never', '--no-cache', '--all-claims', '--unread'];

beforeAll(() => {
  mkdirSync(join(cwd, 'articles'));
  for (const name of readdirSync(EXAMPLES)) cpSync(join(EXAMPLES, name), join(cwd, 'articles', name));
  writeFileSync(join(cwd, 'articles', 'broken.md'), Uint8Array.of(0xff, 0x41, 0xe4));
  writeFileSync(join(cwd, 'articles', 'empty.md'), '');
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...more: string[]): ReturnType<typeof claimlint> => {
  const env = { CLAIMLINT_CACHE: CACHE[0]! };
  return claimlint(['audit', 'articles', ...OPTIONS, '--format', 'json', '--out', '-', ...more], { cwd, env });
};

const SETTING = { packs, cwd, locale: 'zh', unread: true } as const;

async function auditWith(readers: Readers | null): Promise<string> {
  const options = { cwd, exclude: [], locale: 'zh', packs, asOf: '2026-11-22', allClaims: true, maxEvidence: 50, unread: true } as const;
  return JSON.stringify(await audit({ ...options, paths: ['articles'], readers }));
}

describe('--threads', () => {
  it('gives the same bytes, the same messages and the same exit code with every number', { timeout: 120_000 }, () => {
    const one = run('--threads', '1');
    expect(one.code).toBe(3);
    expect(one.stderr).toContain('broken.md');
    for (const threads of ['2', '5', 'auto']) {
      const other = run('--threads', threads);
      expect({ ...other, args: [] }).toEqual({ ...one, args: [] });
    }
  });

  it.each(['0', '65', '-1', '1.5', 'many', ''])('refuses %j', (value) => {
    const { code, stderr, stdout } = run(`--threads=${value}`, '--locale', 'en');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('from 1 to 64');
  });
});

describe('readers', () => {
  it('read in other threads what one thread reads', { timeout: 60_000 }, async () => {
    const readers = openReaders({ ...SETTING, threads: 2, always: true })!;
    let sent = 0;
    const counting: Readers = { ...readers, read: (file, bytes) => (sent++, readers.read(file, bytes)) };
    expect(await auditWith(counting)).toBe(await auditWith(null));
    expect(sent).toBe(readdirSync(join(cwd, 'articles')).length);
    readers.close();
  });

  it('are not needed: what they do not read is read here, in order', { timeout: 60_000 }, async () => {
    const readers = openReaders({ ...SETTING, threads: 1, always: true })!;
    let turn = 0;
    const fickle: Readers = { ...readers, read: (file, bytes) => (turn++ % 3 === 0 ? Promise.resolve(null) : readers.read(file, bytes)) };
    expect(await auditWith(fickle)).toBe(await auditWith(null));
    readers.close();
  });

  it('that have ended leave the rest to whoever asks', { timeout: 60_000 }, async () => {
    const readers = openReaders({ ...SETTING, threads: 2, always: true })!;
    let turn = 0;
    const mortal: Readers = {
      ...readers,
      read: (file, bytes) => {
        if (turn++ === 5) readers.close();
        return readers.read(file, bytes);
      },
    };
    expect(await auditWith(mortal)).toBe(await auditWith(null));
  });

  it('are none where nobody keeps the packs', () => {
    expect(openReaders({ ...SETTING, packs: { ...packs, cache: [] }, threads: 2, always: true })).toBe(null);
  });

  it('start where there is enough to read that is not kept', () => {
    const readers = openReaders({ ...SETTING, threads: 2, always: false })!;
    expect([readers.pays(0, 100_000), readers.pays(23, 100_000), readers.pays(24, 399), readers.pays(24, 400)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    readers.close();
  });
});
