// What is compiled of the packs and kept: the same as what was read, found out where it is damaged, and never in the way.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAutomaton } from '../src/pack/automaton.ts';
import { readCache, writeCache } from '../src/pack/cache.ts';
import { compilePacks } from '../src/pack/compile.ts';
import type { Packs } from '../src/pack/index.ts';
import { entriesAt, step } from '../src/pack/lexicon.ts';
import { loadPacks } from '../src/pack/load.ts';
import { decodeTables, encodeTables } from '../src/pack/tables.ts';
import { loadRegister } from '../src/register/load.ts';
import { CACHE, shippedPacks } from './packs.ts';

const ROOT = join(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'claimlint-cache-'));
let count = 0;
let cache: string;

beforeEach(() => {
  cache = join(root, String(count++));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A small copy of the packs' form: one domain, one language, regions as shipped. */
function smallPacks(terms: string): string {
  const dir = join(root, `packs-${count++}`);
  for (const folder of ['language', 'regions', 'domain']) mkdirSync(join(dir, folder), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'packs/regions')))
    writeFileSync(join(dir, 'regions', name), readFileSync(join(ROOT, 'packs/regions', name)));
  writeFileSync(join(dir, 'language', 'traditional.txt'), '戶户\n');
  writeFileSync(join(dir, 'language', 'zh.yaml'), 'roles:\n  negation: [不]\n');
  writeFileSync(join(dir, 'domain', 'pack.yaml'), `name: 试\nconcepts:\n  甲:\n    kind: thing\n    terms: ${terms}\n`);
  return dir;
}

const meaningOf = ({ lexicon }: Packs, text: string): string => {
  let state = 0;
  for (const [index, unit] of [...text].entries()) {
    state = step(lexicon, state, unit.charCodeAt(0));
    if (state === 0) return `ends at ${index}`;
  }
  return entriesAt(lexicon, state)
    .map(({ category, ref, detail }) => [category, ref, detail].join(' ').trim())
    .join(', ');
};
const entries = (): string[] => readdirSync(cache).filter((name) => name.endsWith('.packs'));

describe('compiled packs', () => {
  it('are what was compiled, to the last word', () => {
    const tables = compilePacks(join(ROOT, 'packs'), [], CACHE);
    const packs = decodeTables(encodeTables(tables), { folder: '', key: '', cache: [] });
    for (const part of ['concepts', 'axes', 'attributes', 'retired'] as const) expect([...packs[part]]).toStrictEqual([...tables[part]]);
    const names = [...tables.regions.names].map(([name, { text, codes, kind, own }]) => [name, { text, codes, kind, own }]);
    expect([...packs.regions.terms]).toStrictEqual(names);
    expect([...tables.regions.divisions].filter(([code, name]) => packs.regions.name(code) !== name)).toEqual([]);
    expect(packs.fold).toEqual(tables.fold);
    const wrong: string[] = [];
    for (const [term, meanings] of tables.terms) {
      const told = meanings.map(({ category, ref, detail }) => [category, ref, detail].join(' ').trim()).join(', ');
      if (meaningOf(packs, term) !== told) wrong.push(term);
    }
    expect(wrong).toEqual([]);
    expect(tables.terms.size).toBeGreaterThan(10_000);
  });

  it('follow their files', () => {
    const dir = smallPacks('[个人账户]');
    expect(meaningOf(loadPacks(dir, [], [cache]), '个人账户')).toBe('concept 甲');
    writeFileSync(join(dir, 'domain', 'pack.yaml'), 'concepts: {乙: {kind: thing, terms: [个人账户]}}\n');
    expect(meaningOf(loadPacks(dir, [], [cache]), '个人账户')).toBe('concept 乙');
    writeFileSync(join(dir, 'language', 'zh.yaml'), 'roles:\n  negation: [个人账户]\n');
    expect(meaningOf(loadPacks(dir, [], [cache]), '个人账户')).toBe('role negation, concept 乙');
    expect(entries()).toHaveLength(3);
  });

  it('are compiled again where the entry is damaged, cut short or empty', () => {
    const dir = smallPacks('[个人账户]');
    loadPacks(dir, [], [cache]);
    const [name] = entries();
    const whole = readFileSync(join(cache, name!));
    const flipped = [0, 5, 9, 40, whole.length >> 1, whole.length - 1].map((at) => {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      return damaged;
    });
    for (const damaged of [...flipped, whole.subarray(0, 1000), whole.subarray(0, 7), Buffer.alloc(0), Buffer.concat([whole, whole])]) {
      writeFileSync(join(cache, name!), damaged);
      expect(meaningOf(loadPacks(dir, [], [cache]), '个人账户')).toBe('concept 甲');
      expect(readFileSync(join(cache, name!)).equals(whole)).toBe(true);
    }
  });

  it('do without a folder that can be written', () => {
    const dir = smallPacks('[个人账户]');
    writeFileSync(cache, 'a file');
    expect(meaningOf(loadPacks(dir, [], [cache]), '个人账户')).toBe('concept 甲');
    expect(readFileSync(cache, 'utf8')).toBe('a file');
    const next = `${cache}-next`;
    loadPacks(dir, [], [join(cache, 'below'), next]);
    expect(readdirSync(next).filter((name) => name.endsWith('.packs'))).toHaveLength(1);
  });

  it('are written whole by processes that do so at the same time', async () => {
    const dir = smallPacks('[个人账户]');
    const script = `import { openPacks } from ${JSON.stringify(join(ROOT, 'src/pack/index.ts'))};
      console.log((await openPacks(${JSON.stringify(dir)}, [], [${JSON.stringify(cache)}])).concepts.size);`;
    const run = (): Promise<string> =>
      new Promise((done) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
        let said = '';
        child.stdout.on('data', (data) => (said += data));
        child.on('close', () => done(said.trim()));
      });
    expect(await Promise.all([run(), run(), run()])).toEqual(['1', '1', '1']);
    expect(entries()).toHaveLength(1);
    expect(readdirSync(cache).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readCache([cache], entries()[0]!)).not.toBeNull();
  });

  it('are not kept without end', () => {
    for (let index = 0; index < 20; index++) writeCache([cache], `${index}.packs`, Buffer.from(String(index)));
    expect(entries()).toHaveLength(12);
    expect(readCache([cache], '19.packs')?.toString()).toBe('19');
  });
});

it('a kept register is the one that was read', async () => {
  const packs = shippedPacks();
  const read = await loadRegister(join(ROOT, 'claims/register'), { ...packs, cache: [] }, (path) => path);
  await loadRegister(join(ROOT, 'claims/register'), { ...packs, cache: [cache] }, (path) => path);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(await loadRegister(join(ROOT, 'claims/register'), { ...packs, cache: [cache] }, (path) => path)).toStrictEqual(read);
});

describe('the automaton', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '\uffff', '\u0000'), minLength: 1, maxLength: 7 });

  it('knows the words that it was built of, and no others', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.nat(5)), fc.array(text, { maxLength: 30 }), (dictionary, others) => {
        const words = new Map(Object.entries(dictionary));
        const automaton = buildAutomaton(words);
        for (const word of [...words.keys(), ...others, ...[...words.keys()].map((known) => known.slice(1))]) {
          let state = 0;
          for (let at = 0; at < word.length && (at === 0 || state !== 0); at++) state = step(automaton, state, word.charCodeAt(at));
          const value = state === 0 ? undefined : automaton.values[state]! - 1;
          expect(value === -1 ? undefined : value).toBe(words.get(word));
        }
      }),
    );
  });
});
