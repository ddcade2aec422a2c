// Claims as bytes, and back: where their fields stand comes back as it was, wherever that is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packProvenance } from '../src/claim/passage.ts';
import type { Claim, Provenance } from '../src/model/claim.ts';
import { claimTable, decodeClaims } from '../src/store/claim-table.ts';

const SEED = Number(process.env['CLAIMLINT_SEED'] ?? 20261122);

/** As far behind as the longest text may reach. */
const place = fc.integer({ min: 0, max: 20_000_000 });
const provenance: fc.Arbitrary<Provenance[]> = fc.array(
  fc.record({
    field: fc.constantFrom('subject.thing', 'outcome', 'condition.年龄|中断'),
    from: fc.constantFrom('clause', 'title'),
    span: fc.option(fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))),
  }),
  { maxLength: 6 },
);

const claim = (number: number): Claim => ({
  id: `a.md:${number}`,
  article: 'a.md',
  subject: { scheme: null, thing: '余额', people: [] },
  attribute: '余额清零',
  condition: [],
  outcome: { type: 'truth', value: number % 2 === 0 },
  region: null,
  period: null,
  published: null,
  cites: null,
  strength: 'plain',
  hedgedByRegion: false,
  typical: false,
  excepted: false,
  series: null,
  section: null,
  borrowed: false,
  mood: 'asserted',
  mention: null,
  evidence: { file: 'a.md', startLine: number, startColumn: 1, endLine: number, endColumn: 9, quote: `第${number}句` },
  provenance: [],
});

it('keep claims, and the spans of their fields, in their order', () => {
  fc.assert(
    fc.property(fc.array(provenance, { minLength: 1, maxLength: 12 }), (all) => {
      const table = claimTable(true);
      const told = all.map((one, index) => ({ claim: claim(index + 1), packed: packProvenance(one) }));
      for (const one of told) table.add(one.claim, one.packed);
      const packs: string[] = [];
      expect(decodeClaims(table.bytes(), (_, packed) => void packs.push(packed))).toEqual(told.map((one) => one.claim));
      expect(packs).toEqual(told.map(({ packed }) => packed));
    }),
    { seed: SEED, numRuns: 200 },
  );
});
