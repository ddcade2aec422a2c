// Ladders made up at random: tiers that meet are silent, a ladder that lacks one of its middle tiers is reported there and nowhere else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../src/index.ts';
import { shippedPacks } from './packs.ts';

/** The same texts in every run: a gate must not turn red by chance. */
const SEED = Number(process.env['CLAIMLINT_SEED'] ?? 20261122);
const packs = shippedPacks();
const dir = mkdtempSync(join(tmpdir(), 'claimlint-gap-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** 职工医保断缴超过3个月不超过5个月的，等待期为4个月。 */
function tiers(limits: readonly number[]): string[] {
  return limits.map((limit, at) => {
    const next = limits[at + 1];
    const above = `\u8d85\u8fc7${limit}\u4e2a\u6708`;
    const span = next === undefined ? above : `${above}\u4e0d\u8d85\u8fc7${next}\u4e2a\u6708`;
    return `\u804c\u5de5\u533b\u4fdd\u65ad\u7f34${span}\u7684\uff0c\u7b49\u5f85\u671f\u4e3a${at + 30}\u5929\u3002`;
  });
}

async function gapsOf(lines: readonly string[]): Promise<string[]> {
  writeFileSync(join(dir, 'a.md'), `# \u7b49\u5f85\u671f\n\n${lines.join('\n\n')}\n`);
  const { findings, claims } = await audit({
    paths: ['a.md'],
    cwd: dir,
    exclude: [],
    locale: 'zh',
    packs,
    asOf: '2026-11-22',
    allClaims: true,
    maxEvidence: 0,
  });
  const quoteOf = new Map(claims.map(({ id, evidence }) => [id, evidence.quote]));
  return findings.filter(({ kind }) => kind === 'gap').flatMap(({ sides }) => sides[0]!.claims.map((id) => quoteOf.get(id)!));
}

const limits = fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { minLength: 4, maxLength: 7 }).map((list) => list.sort((a, b) => a - b));

describe('tiers', () => {
  it('are silent where they meet, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits.chain((list) => fc.shuffledSubarray(tiers(list), { minLength: list.length, maxLength: list.length })),
        async (lines) => {
          expect(await gapsOf(lines)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('are reported around the one that is missing', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.nat(), async (list, pick) => {
        const lines = tiers(list);
        const missing = 1 + (pick % (list.length - 2));
        const quotes = await gapsOf(lines.filter((_, at) => at !== missing));
        expect(quotes).toEqual([lines[missing - 1]!.slice(0, -1), lines[missing + 1]!.slice(0, -1)]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
