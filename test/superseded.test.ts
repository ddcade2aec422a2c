// A figure of an older year beside a newer one: which articles need an update.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { word } from '../src/model/wording.ts';
import { shippedPacks } from './packs.ts';

const packs = shippedPacks();
const cwd = mkdtempSync(join(tmpdir(), 'claimlint-superseded-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const fee = (year: number, sum: number): string => `# ${year}年襄阳居民医保\n\n襄阳居民医保${year}年度个人缴费标准为每人${sum}元。\n`;

describe('a figure of an older year', () => {
  it('is told with the articles that need an update', async () => {
    for (const place of ['a', 'b', 'c', 'd']) writeFileSync(join(cwd, `${place}.md`), fee(2024, 380));
    writeFileSync(join(cwd, 'new.md'), fee(2026, 420));
    const options = { paths: ['.'], cwd, exclude: [], asOf: '2026-11-22', packs, allClaims: false, maxEvidence: 0 } as const;
    const { findings } = await audit({ ...options, locale: 'en' });
    const { reasons } = findings.find(({ kind }) => kind === 'superseded')!;
    const update = reasons.find(({ code }) => code === 'period.update')!;
    expect(update.args['articles']).toBe('a.md:3, b.md:3, c.md:3 +1');
    expect(word('zh', update.code, update.args)).toContain('a.md:3, b.md:3, c.md:3 +1 需要更新或注明年份');
    expect(word('en', update.code, update.args)).toContain('to tell the year: a.md:3, b.md:3, c.md:3 +1');
  });
});
