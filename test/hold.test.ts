// A corpus that is held as bytes gives what one gives that is held as it is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { Sayers } from '../src/compare/sayers.ts';
import type { Saying } from '../src/model/saying.ts';
import { loadRegister } from '../src/register/index.ts';
import { synthesize } from '../bench/corpus.ts';
import { shippedPacks } from './packs.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/articles', import.meta.url));
const packs = shippedPacks();
let cwd: string;
let options: Parameters<typeof audit>[0];

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-hold-'));
  for (const [name, text] of synthesize(EXAMPLES, 25)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const references = await loadRegister(fileURLToPath(new URL('../claims/register', import.meta.url)), packs, (file) => file);
  const told = { locale: 'zh', packs, asOf: '2026-11-22', allClaims: false, maxEvidence: 0, references } as const;
  options = { ...told, cwd, paths: ['.'], exclude: [] };
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('a corpus held as bytes', () => {
  it.each([
    ['as it is read', {}],
    ['with few claims listed', { maxEvidence: 2 }],
    ['with all claims listed', { allClaims: true }],
    ['where some files are what it is about', { focus: (file: string): boolean => file.endsWith('7.md'), maxEvidence: 3 }],
  ])('gives the same result, %s', async (_name, asked) => {
    const plain = await audit({ ...options, ...asked });
    // From the first claim on, from somewhere in the middle on, and never.
    for (const few of [0, 600]) expect(await audit({ ...options, ...asked, few })).toEqual(plain);
    expect(plain.findings.length).toBeGreaterThan(1);
    expect(plain.claims.filter(({ passages, evidence }) => passages.length > 0 && evidence.quote !== '').length).toBeGreaterThan(10);
  });
});

it('names the document that the first of all articles cites, whichever saying that article says', () => {
  const saying = (...articles: number[]): Saying => ({
    claim: {} as Saying['claim'],
    articles: Uint32Array.from(articles),
    claims: () => [],
    published: () => null,
    cites: (article) => (article === 1 ? null : `No. ${article}`),
  });
  const sayers = new Sayers();
  for (const one of [saying(1, 5), saying(1, 2, 7)]) sayers.add(one);
  expect(sayers.cites).toBe('No. 2');
});
