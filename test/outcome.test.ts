import { describe, expect, it } from 'vitest';
import { agree } from '../src/compare/outcome.ts';
import type { Outcome } from '../src/model/claim.ts';

const amount = (value: number, per: string | null): Outcome => ({
  type: 'number',
  range: { lo: value, hi: value, loOpen: false, hiOpen: false },
  bound: 'exact',
  unit: '元',
  per,
  approximate: false,
});

describe('amounts on other time bases', () => {
  it.each([
    [15, '日', 450, '月', 'compatible'],
    [15, '日', 600, '月', 'incompatible'],
    [15, '日', 5475, '年', 'compatible'],
    [90, '月', 1080, '年', 'compatible'],
    [90, '月', 1090, '年', 'incompatible'],
    [90, '月', 90, null, 'compatible'],
    [90, '月', 90, '次', 'incomparable'],
  ] as const)('%d a %s and %d a %s are %s', (a, perA, b, perB, expected) => {
    expect(agree(amount(a, perA), amount(b, perB))).toBe(expected);
    expect(agree(amount(b, perB), amount(a, perA))).toBe(expected);
  });
});
