// check tells what a full audit tells of the drafts, and nothing else.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { check, publishedFiles } from '../src/check.ts';
import type { Checked } from '../src/check.ts';
import type { AuditResult } from '../src/model/result.ts';
import type { Finding } from '../src/model/finding.ts';
import { loadRegister } from '../src/register/index.ts';
import { shippedPacks } from './packs.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/articles', import.meta.url));
const REGISTER = fileURLToPath(new URL('../claims/register', import.meta.url));
const PACKS = shippedPacks();
let cwd: string;
let whole: AuditResult;
let options: Omit<Parameters<typeof audit>[0], 'paths'>;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-check-'));
  cpSync(EXAMPLES, join(cwd, 'articles'), { recursive: true });
  const references = await loadRegister(REGISTER, PACKS, (file) => file);
  options = { cwd, exclude: [], locale: 'en', packs: PACKS, asOf: '2026-11-22', allClaims: true, maxEvidence: 0, references };
  whole = await audit({ ...options, paths: ['articles'] });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const fileOf = (result: AuditResult): ((id: string) => string) => {
  const files = new Map(result.claims.map(({ id, evidence }) => [id, evidence.file]));
  return (id) => files.get(id)!;
};

/** A finding without the order of its sides and of what stands on them. */
const unordered = ({ sides, standing, ...finding }: Finding): unknown => ({
  ...finding,
  standing: standing && { ...standing, side: sides[standing.side]!.says },
  sides: sides
    .map((side) => ({ ...side, claims: side.claims.toSorted() }))
    .sort((a, b) => (a.says + a.claims < b.says + b.claims ? -1 : 1)),
});

/** What a full audit tells of a file, found without the code under test. */
const concerning = (file: string): Finding[] => {
  const of = fileOf(whole);
  return whole.findings.filter(({ sides }) => sides.some(({ claims }) => claims.some((id) => of(id) === file)));
};

const against = (): Parameters<typeof check>[0]['against'] => publishedFiles({ ...options, paths: ['articles'] });
const checked = (paths: readonly string[], stdin: Parameters<typeof check>[0]['stdin'] = null): Promise<Checked> =>
  check({ ...options, paths, stdin, against: against() });

describe('check', () => {
  it('tells of an article of the corpus exactly what a full audit tells of it, its own side and claims first', async () => {
    const files = readdirSync(join(cwd, 'articles')).map((name) => `articles/${name}`);
    const disputed = files.filter((file) => concerning(file).length > 1).slice(0, 4);
    expect(disputed).toHaveLength(4);
    for (const file of disputed) {
      const { result } = await checked([file]);
      const of = fileOf(result);
      expect(result.findings.map(unordered)).toEqual(concerning(file).map(unordered));
      for (const { sides } of result.findings) {
        const own = sides.map(({ claims }) => claims.map((id) => of(id) === file));
        expect(own.map((side) => side[0] === true)).toEqual(own.map((side) => side.includes(true)).sort((a, b) => Number(b) - Number(a)));
        for (const side of own) expect(side).toEqual(side.toSorted((a, b) => Number(b) - Number(a)));
      }
    }
  });

  it('reads a draft in place of the article of its name, from standard input too', async () => {
    const file = concerning('articles/fund-rate.txt').length > 0 ? 'articles/fund-rate.txt' : '';
    expect(file).not.toBe('');
    const bytes = new TextEncoder().encode('# Nothing\n\n\u4eca\u5929\u662f\u4e2a\u597d\u5929\u6c14\u3002\n');
    const emptied = await checked([], { file, bytes });
    expect(emptied.result.findings).toEqual([]);
    expect(emptied.published).toBe(whole.corpus.articles - 1);
    const same = await checked([], { file: `./articles/../${file}`, bytes: readFileSync(join(cwd, file)) });
    expect(same.result.findings.map(unordered)).toEqual(concerning(file).map(unordered));
  });

  it('tells the notices of drafts, and what two drafts dispute between themselves', async () => {
    const rate = (percent: number): string =>
      `# \u516c\u79ef\u91d1\n\n\u4f4f\u623f\u516c\u79ef\u91d1\u7f34\u5b58\u6bd4\u4f8b\u7684\u4e0a\u9650\u4e3a${percent}%\u3002\n`;
    writeFileSync(join(cwd, 'a.md'), rate(12));
    writeFileSync(join(cwd, 'b.md'), `${rate(15)}\n\u8bf7\u57282025\u5e7412\u670831\u65e5\u524d\u7f34\u8d39\u3002\n`);
    writeFileSync(join(cwd, 'c.md'), '# C\n\n\u4eca\u5929\u662f\u4e2a\u597d\u5929\u6c14\u3002\n');
    const { result } = await check({
      ...options,
      references: null,
      paths: ['a.md', 'b.md'],
      stdin: null,
      against: publishedFiles({ ...options, paths: ['c.md'] }),
    });
    expect(result.findings.map(({ kind }) => kind)).toEqual(['contradiction', 'stale-date']);
    expect(result.corpus).toMatchObject({ files: 2, articles: 2 });
    expect(result.articles.map(({ file }) => file)).toEqual(['a.md', 'b.md']);
  });
});
