// An index answers as the articles would: the same findings as a full audit, whatever is asked and from where; and one that cannot be trusted is not used.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, extract, isCompared } from '../src/audit.ts';
import { check, publishedFiles } from '../src/check.ts';
import type { Checked } from '../src/check.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Fault } from '../src/model/fault.ts';
import type { Finding } from '../src/model/finding.ts';
import type { AuditResult } from '../src/model/result.ts';
import { loadRegister } from '../src/register/index.ts';
import { buildIndex } from '../src/store/index-build.ts';
import { publishedIn } from '../src/store/index-published.ts';
import { openIndex } from '../src/store/index-read.ts';
import { indexKey } from '../src/store/key.ts';
import { synthesize } from '../bench/corpus.ts';
import { shippedPacks } from './packs.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/articles', import.meta.url));
const REGISTER = fileURLToPath(new URL('../claims/register', import.meta.url));
const packs = shippedPacks();
let cwd: string;
let whole: AuditResult;
let options: Omit<Parameters<typeof audit>[0], 'paths'>;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-index-'));
  cpSync(EXAMPLES, join(cwd, 'articles'), { recursive: true });
  const references = await loadRegister(REGISTER, packs, (file) => file);
  options = { cwd, exclude: [], locale: 'en', packs, asOf: '2026-11-22', allClaims: true, maxEvidence: 0, references };
  whole = await audit({ ...options, paths: ['articles'] });
  await build('all.index');
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function build(name: string, key = indexKey(packs), folder = cwd, told = (claim: Claim): Claim => claim): Promise<void> {
  const builder = await buildIndex(join(folder, name), folder, key, folder, packs);
  const onFile: Parameters<typeof extract>[0]['onFile'] = (file, reading) =>
    builder.add(
      file,
      reading,
      reading.articles.flatMap(({ claims }) => claims.filter((claim) => isCompared(claim) && claim.mention === null).map(told)),
    );
  const corpus = await extract({ ...options, cwd: folder, paths: ['articles'], records: null, onFile }, () => {});
  builder.finish({ articles: corpus.articles.length, claims: 0, faults: corpus.faults, skipped: [] });
  builder.close();
}

const fault = (code: Fault['code'], file: string): Fault => ({ code, file, line: null, message: '' });

async function checked(paths: readonly string[], name = 'all.index', from = cwd): Promise<Checked> {
  let close = (): void => {};
  const open = async (): ReturnType<typeof openIndex> => {
    const index = await openIndex(join(cwd, name), indexKey(packs), from);
    close = index.close;
    return index;
  };
  const against = publishedIn(open, packs, { unusable: (reason) => fault('damaged', reason), outdated: (file) => fault('outdated', file) });
  try {
    return await check({ ...options, cwd: from, paths, stdin: null, against });
  } finally {
    close();
  }
}

/** A finding without the order of its sides and of what stands on them, and without the number that tells it from those that say the same elsewhere. */
const unordered = ({ sides, standing, id, ...finding }: Finding): unknown => ({
  ...finding,
  id: id.replace(/-\d+$/, ''),
  standing: standing && { ...standing, side: sides[standing.side]!.says },
  sides: sides
    .map((side) => ({ ...side, claims: side.claims.toSorted() }))
    .sort((a, b) => (a.says + a.claims < b.says + b.claims ? -1 : 1)),
});

/** The words around quotes stay with the articles. */
const bare = (claim: AuditResult['claims'][number]): AuditResult['claims'][number] => ({ ...claim, passages: [] });

const concerning = (file: string): Finding[] => {
  const files = new Map(whole.claims.map(({ id, evidence }) => [id, evidence.file]));
  return whole.findings.filter(({ sides }) => sides.some(({ claims }) => claims.some((id) => files.get(id) === file)));
};

describe('an index', () => {
  it('gives of each article of the corpus exactly the findings of a full audit in which it takes part, with what is quoted', async () => {
    const quotes = new Map(whole.claims.map((claim) => [claim.id, bare(claim)]));
    let told = 0;
    for (const file of readdirSync(join(cwd, 'articles')).map((name) => `articles/${name}`)) {
      const { result } = await checked([file]);
      expect(result.findings.map(unordered)).toEqual(concerning(file).map(unordered));
      expect(result.faults.filter(({ code }) => code === 'outdated' || code === 'damaged')).toEqual([]);
      told += result.findings.length;
      const cited = new Set(result.findings.flatMap(({ sides }) => sides.flatMap((side) => side.claims)));
      const claims = result.claims.filter(({ id }) => cited.has(id) && quotes.has(id));
      expect(claims.map(bare)).toEqual(claims.map(({ id }) => quotes.get(id)));
    }
    expect(told).toBeGreaterThan(whole.findings.length);
  });

  it('reads of other regions only what takes part', async () => {
    const folder = mkdtempSync(join(cwd, 'many-'));
    const names: string[] = [];
    for (const [name, text] of synthesize(EXAMPLES, 70)) {
      mkdirSync(join(folder, 'articles', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'articles', name), text);
      names.push(`articles/${name}`);
    }
    const here = { ...options, cwd: folder };
    const all = await audit({ ...here, paths: ['articles'] });
    const files = new Map(all.claims.map(({ id, evidence }) => [id, evidence.file]));
    await build('many.index', indexKey(packs), folder);
    const index = await openIndex(join(folder, 'many.index'), indexKey(packs), folder);
    const complaints = { unusable: (reason: string) => fault('damaged', reason), outdated: (file: string) => fault('outdated', file) };
    const published = publishedIn(() => Promise.resolve(index), packs, complaints);
    const reached = { near: 0, beyond: 0 };
    for (const file of names.slice(0, 40)) {
      let beyond = false;
      const against: typeof published = async (...asked) => {
        const found = await published(...asked);
        if (found.beyond === null) beyond = true;
        const speakers: NonNullable<typeof found.beyond>['speakers'] = (attributes) => {
          beyond = true;
          return found.beyond!.speakers(attributes);
        };
        return { ...found, beyond: found.beyond && { ...found.beyond, speakers } };
      };
      const { result } = await check({ ...here, paths: [file], stdin: null, against });
      reached[beyond ? 'beyond' : 'near']++;
      const told = all.findings.filter(({ sides }) => sides.some(({ claims }) => claims.some((id) => files.get(id) === file)));
      expect(result.findings.map(unordered)).toEqual(told.map(unordered));
    }
    index.close();
    expect(reached.near).toBeGreaterThan(0);
    expect(reached.beyond).toBeGreaterThan(0);
  });

  it('gives to the byte what the articles give, of articles that say the same many times over, and of an older version of the draft', async () => {
    const folder = mkdtempSync(join(cwd, 'repeated-'));
    mkdirSync(join(folder, 'articles'));
    const says = (isWiped: boolean): string => `# 职工医保\n\n职工医保个人账户的余额${isWiped ? '会' : '不会'}清零。\n`;
    for (let number = 0; number < 90; number++) writeFileSync(join(folder, 'articles', `${number}.md`), says(number % 9 === 4));
    await build('repeated.index', indexKey(packs), folder);
    const here = { ...options, cwd: folder, stdin: null };
    for (const [file, text] of [
      ['draft.md', says(true)],
      ['articles/0.md', says(true)],
      ['articles/13.md', says(true)],
      ['articles/13.md', says(false)],
    ] as const) {
      const before = file === 'draft.md' ? null : readFileSync(join(folder, file));
      writeFileSync(join(folder, file), text);
      for (const maxEvidence of [0, 1, 40]) {
        const index = await openIndex(join(folder, 'repeated.index'), indexKey(packs), folder);
        const complaints = {
          unusable: (reason: string) => fault('damaged', reason),
          outdated: (changed: string) => fault('outdated', changed),
        };
        const against = publishedIn(() => Promise.resolve(index), packs, complaints);
        const asked = { ...here, paths: [file], maxEvidence };
        const told = await check({ ...asked, against });
        const read = await check({ ...asked, against: publishedFiles({ ...asked, paths: ['articles'] }) });
        index.close();
        expect(told.result.findings).toEqual(read.result.findings);
        expect(told.result.findings.length).toBeGreaterThan(0);
        expect(told.result.claims.map(bare)).toEqual(read.result.claims.map(bare));
        expect({ ...told.result, findings: [], claims: [], faults: [] }).toEqual({ ...read.result, findings: [], claims: [], faults: [] });
        expect(told.published).toBe(read.published);
      }
      if (before !== null) writeFileSync(join(folder, file), before);
    }
  });

  it('can be asked from another folder', async () => {
    mkdirSync(join(cwd, 'desk'), { recursive: true });
    const { result } = await checked(['../articles/fund-rate.txt'], 'all.index', join(cwd, 'desk'));
    const here = await checked(['articles/fund-rate.txt']);
    expect(here.result.findings.length).toBeGreaterThan(0);
    expect(result.findings.map(({ id }) => id)).toEqual(here.result.findings.map(({ id }) => id));
    expect(result.claims.map(({ evidence }) => evidence.file.replace('../', ''))).toEqual(
      here.result.claims.map(({ evidence }) => evidence.file),
    );
    expect(result.articles.map(({ id }) => id.replace('../', ''))).toEqual(here.result.articles.map(({ id }) => id));
  });

  it('tells of an article that has changed since', async () => {
    const other = 'articles/fund-rate-new.txt';
    const before = readFileSync(join(cwd, other));
    writeFileSync(join(cwd, other), Buffer.concat([before, Buffer.from('\n')]));
    const { result } = await checked(['articles/fund-rate.txt']);
    writeFileSync(join(cwd, other), before);
    expect(result.faults.filter(({ code }) => code === 'outdated').map(({ file }) => file)).toEqual([other]);
    expect(result.findings.map(unordered)).toEqual(concerning('articles/fund-rate.txt').map(unordered));
  });

  it('is not used where it was made with other packs', async () => {
    await build('other.index', 'of another state');
    const { result, published } = await checked(['articles/fund-rate.txt'], 'other.index');
    expect(published).toBe(0);
    expect(result.faults).toEqual([fault('damaged', 'other')]);
  });

  const sql =
    (statement: string) =>
    (content: Buffer): Buffer => {
      const file = join(cwd, 'patched');
      writeFileSync(file, content);
      const opened = new DatabaseSync(file);
      opened.exec(statement);
      opened.close();
      return readFileSync(file);
    };
  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from('\u4e0d\u662f\u7d22\u5f15'.repeat(500))],
    ['cut short', (content: Buffer) => content.subarray(0, content.length >> 1)],
    ['noise all through', (content: Buffer) => Buffer.from(content.map((byte, at) => (at > 100 && at % 61 === 0 ? byte ^ 0x5a : byte)))],
    ['of another version', sql('PRAGMA user_version = 7')],
    ['without its key', sql('DELETE FROM meta')],
    ['without its buckets', sql('DROP TABLE bucket')],
    [
      'a view in place of its buckets',
      sql("DROP TABLE bucket; CREATE VIEW bucket AS SELECT 'x' AS attribute, 'y' AS region, x'00' AS data"),
    ],
    ['other bytes in its buckets', sql("UPDATE bucket SET data = x'00010203040506'")],
    ['text in its buckets', sql("UPDATE bucket SET data = 'text'")],
  ])('is not used and not fatal where it is %s', async (_name, damage) => {
    writeFileSync(join(cwd, 'bad.index'), damage(readFileSync(join(cwd, 'all.index'))));
    const { result, published } = await checked(['articles/fund-rate.txt'], 'bad.index');
    expect(published).toBe(0);
    expect(result.faults).toHaveLength(1);
    expect(['damaged', 'other']).toContain(result.faults[0]!.file);
    // The draft is audited all the same.
    expect(result.corpus).toMatchObject({ files: 1, articles: 1 });
  });

  it.each<[string, object]>([
    ['a condition', { condition: 'none' }],
    ['a constraint', { condition: [{ axis: 'x', kind: 'interval', range: { lo: '3', hi: null }, unit: '', spelled: [] }] }],
    ['an outcome', { outcome: { type: 'choice', values: null, modality: 'must' } }],
    ['a kind of outcome', { outcome: { type: 'toString' } }],
    ['a subject', { subject: { scheme: 3, thing: 'x', people: [] } }],
    ['a mood', { mood: 'sung' }],
  ])('is not used and not fatal where its claims have %s of another form', async (said, odd) => {
    const name = `odd-${said.replaceAll(' ', '-')}.index`;
    await build(name, indexKey(packs), cwd, (claim) => ({ ...claim, ...odd }) as Claim);
    const { result, published } = await checked(['articles/fund-rate.txt'], name);
    expect(published).toBe(0);
    expect(result.faults).toEqual([fault('damaged', 'damaged')]);
  });

  it('tells a dispute also where the rows of its files are damaged, and that they are', async () => {
    writeFileSync(join(cwd, 'bad.index'), sql("UPDATE file SET data = x'00010203040506'")(readFileSync(join(cwd, 'all.index'))));
    const { result } = await checked(['articles/fund-rate.txt'], 'bad.index');
    expect(result.findings.map(({ id }) => id)).toEqual(concerning('articles/fund-rate.txt').map(({ id }) => id));
    expect(result.faults).toEqual([fault('damaged', 'damaged')]);
  });
});
