// Calculations made up at random: what is right by construction is never reported, what is wrong always.
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
const dir = mkdtempSync(join(tmpdir(), 'claimlint-arithmetic-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What is reported of a text with one calculation per line. */
async function reported(lines: readonly string[]): Promise<string[]> {
  writeFileSync(join(dir, 'a.md'), `# \u6d4b\u7b97\n\n${lines.join('\n\n')}\n`);
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
  const lineOf = new Map(claims.map(({ id, evidence }) => [id, evidence.startLine]));
  const at = findings
    .filter(({ kind }) => kind === 'arithmetic')
    .flatMap(({ sides }) => sides.flatMap((side) => side.claims.map((id) => lineOf.get(id)!)));
  return [...new Set(at)].sort((a, b) => a - b).map((line) => lines[(line - 3) / 2]!);
}

/** From ten on: a share of less is below a cent, and written as 0. */
const amount = fc.integer({ min: 10, max: 30000 });
const rate = fc.integer({ min: 2, max: 990 }).map((tenths) => tenths / 10);
const days = fc.integer({ min: 16, max: 190 });
/** At least a hundredth, so that no rounding explains it. */
const error = fc.constantFrom(0.5, 0.8, 0.9, 1.1, 1.25, 1.9, 3, 10);
const round = (value: number): number => Math.round(value * 100) / 100;

interface Sum {
  readonly text: (result: number) => string;
  readonly result: number;
}

const sums: fc.Arbitrary<Sum> = fc.oneof(
  fc.tuple(days, days).map(([a, b]) => ({ text: (c: number) => `${a}\u5929+${b}\u5929=${c}\u5929`, result: a + b })),
  fc
    .tuple(amount, amount, amount)
    .map(([a, b, c]) => ({ text: (d: number) => `\uff08${a}+${b}\uff09\u00d7${c}=${d}`, result: (a + b) * c })),
  fc.tuple(amount, rate).map(([a, b]) => ({ text: (c: number) => `${a}\u5143\u00d7${b}%=${c}\u5143`, result: (a * b) / 100 })),
  fc.tuple(amount, rate).map(([a, b]) => ({ text: (c: number) => `${a}\u5143\u7684${b}%\u5373${c}\u5143`, result: (a * b) / 100 })),
  fc.tuple(amount, days).map(([a, b]) => ({ text: (c: number) => `${a}\u00f730\u00d7${b}=${c}\u5143`, result: (a / 30) * b })),
  fc
    .tuple(amount, amount)
    .map(([a, b]) => ({ text: (c: number) => `${a + b}\u5143\u51cf\u53bb${a}\u5143\uff0c\u8fd8\u5269${c}\u5143`, result: b })),
  fc
    .tuple(amount, amount)
    .map(([a, b]) => ({ text: (c: number) => `${a}\u5143\u52a0\u4e0a${b}\u5143\u7b49\u4e8e${c}\u5143`, result: a + b })),
);

describe('calculations', () => {
  it('are not reported where they are right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sums, { minLength: 20, maxLength: 40 }), async (list) => {
        expect(await reported(list.map(({ text, result }) => `${text(round(result))}\u3002`))).toEqual([]);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });

  it('are not reported where they are rounded or cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(sums, fc.constantFrom(Math.round, Math.floor)), { minLength: 20, maxLength: 40 }),
        async (list) => {
          const lines = list.filter(([{ result }]) => result >= 10).map(([{ text, result }, cut]) => `${text(cut(result))}\u3002`);
          expect(await reported(lines)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 15 },
    );
  });

  it('are always reported where they are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(sums, error), { minLength: 20, maxLength: 40 }), async (list) => {
        const lines = [
          ...new Set(list.filter(([{ result }]) => result >= 10).map(([{ text, result }, by]) => `${text(round(result * by))}\u3002`)),
        ];
        expect(await reported(lines)).toEqual(lines);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });
});
