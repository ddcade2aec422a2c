// The example corpus: what examples/README.md says was planted is found, nothing else is, and no near-miss is taken for a conflict.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { KINDS } from '../src/model/finding.ts';
import type { Finding, Kind } from '../src/model/finding.ts';
import type { AuditResult, ReportedClaim } from '../src/model/result.ts';
import { shippedPacks } from './packs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARTICLES = 'examples/articles';

/** Findings per kind. Kept here too, so that a row lost from the README cannot pass unseen. */
const COUNTS: Readonly<Record<Kind, number>> = {
  contradiction: 9,
  exception: 2,
  regional: 2,
  superseded: 3,
  'stale-date': 8,
  'floating-date': 2,
  'retired-term': 3,
  arithmetic: 0,
  gap: 0,
};

interface Place {
  readonly file: string;
  readonly quote: string;
}

interface Planted {
  readonly id: string;
  readonly kind: string;
  /** Per side, the places that tell it: one side for notices, two for disputes. */
  readonly sides: readonly (readonly Place[])[];
}

/** Cells of the rows of the README whose first cell is one capital letter and two digits. */
const rows = readFileSync(`${ROOT}/examples/README.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d\d \|/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

const placesOf = (cell: string): Place[] =>
  cell.split('<br>').map((text) => {
    const [, file, quote] = /^(\S+) 「([^」]+)」$/.exec(text) ?? [];
    if (file === undefined || quote === undefined) throw new Error(`no place: ${text}`);
    return { file: `${ARTICLES}/${file}`, quote };
  });

const rowsOf = (letter: string): string[][] => rows.filter(([id]) => id!.startsWith(letter));
const disputes = rowsOf('D').map(([id, kind, a, b]): Planted => ({ id: id!, kind: kind!, sides: [placesOf(a!), placesOf(b!)] }));
const notices = rowsOf('N').map(([id, kind, place]): Planted => ({ id: id!, kind: kind!, sides: [placesOf(place!)] }));
const pairs = rowsOf('C').map(([id, a, b]) => ({ id: id!, a: placesOf(a!)[0]!, b: placesOf(b!)[0]! }));
const orderly = rowsOf('T').map(([id, place]) => ({ id: id!, place: placesOf(place!)[0]! }));

let result: AuditResult;
let claims: ReadonlyMap<string, ReportedClaim>;

beforeAll(async () => {
  const packs = shippedPacks();
  const options = { paths: [ARTICLES], exclude: [], cwd: ROOT, asOf: '2026-11-22', locale: 'zh', allClaims: true, maxEvidence: 0 } as const;
  result = await audit({ ...options, packs });
  claims = new Map(result.claims.map((claim) => [claim.id, claim]));
});

/** A quote may be more or less of a sentence than the claim takes. */
const stands = (claim: ReportedClaim, { file, quote }: Place): boolean =>
  claim.evidence.file === file && (claim.evidence.quote.includes(quote) || quote.includes(claim.evidence.quote));

/** Indices of the sides of a finding on which a place stands. */
const sidesWith = (finding: Finding, place: Place): number[] =>
  finding.sides.flatMap((side, index) => (side.claims.some((id) => stands(claims.get(id)!, place)) ? [index] : []));

/** Each planted side stands on a side of its own. */
function tells(finding: Finding, planted: Planted): boolean {
  if (finding.kind !== planted.kind || finding.sides.length < planted.sides.length) return false;
  const taken = new Set<number>();
  return planted.sides.every((places) => {
    const common = finding.sides.findIndex(
      (_, index) => !taken.has(index) && places.every((place) => sidesWith(finding, place).includes(index)),
    );
    taken.add(common);
    return common >= 0;
  });
}

const show = ({ kind, topic, sides }: Finding): string => `${kind} ${topic}: ${sides.map(({ says }) => says).join(' / ')}`;

describe('the example corpus', () => {
  it('is read whole, from every source format', () => {
    expect(result.faults).toEqual([]);
    expect(result.corpus.files).toBeGreaterThanOrEqual(26);
    const teasers = new Map<string, number>();
    for (const { file, teaser } of result.articles) if (teaser) teasers.set(file, (teasers.get(file) ?? 0) + 1);
    expect([...teasers.values()].sort()).toEqual([3, 3, 4]);
    const endings = new Set(result.articles.map(({ file }) => file.slice(file.lastIndexOf('.'))));
    expect([...endings].sort()).toEqual(['.html', '.js', '.md', '.ts', '.txt']);
  });

  it('gives the planted number of findings of each kind', () => {
    const found = Object.fromEntries(KINDS.map((kind) => [kind, result.findings.filter((finding) => finding.kind === kind).length]));
    expect(found).toEqual(COUNTS);
  });

  it.each([...disputes, ...notices].map((planted) => [planted.id, planted] as const))('finds %s once', (_, planted) => {
    expect(result.findings.filter((finding) => tells(finding, planted)).map(show)).toHaveLength(1);
  });

  it('finds nothing else', () => {
    const planted = [...disputes, ...notices];
    expect(result.findings.filter((finding) => !planted.some((one) => tells(finding, one))).map(show)).toEqual([]);
    expect(planted).toHaveLength(Object.values(COUNTS).reduce((sum, count) => sum + count, 0));
  });

  it('has at least as many near-misses as planted findings', () => {
    expect(pairs.length + orderly.length).toBeGreaterThanOrEqual(disputes.length + notices.length);
    expect(pairs).toHaveLength(45);
    expect(orderly).toHaveLength(10);
  });

  it.each(pairs.map((pair) => [pair.id, pair] as const))('reads both of %s and sets them on no two sides', (_, { a, b }) => {
    const unread = [a, b].filter((place) => !result.claims.some((claim) => stands(claim, place)));
    expect(unread).toEqual([]);
    const apart = result.findings.filter((finding) =>
      sidesWith(finding, a).some((left) => sidesWith(finding, b).some((right) => left !== right)),
    );
    expect(apart.map(show)).toEqual([]);
  });

  it.each(orderly.map((one) => [one.id, one] as const))('leaves %s alone', (_, { place }) => {
    expect(readFileSync(`${ROOT}/${place.file}`, 'utf8')).toContain(place.quote);
    const named = result.findings.filter((finding) => finding.sides.length === 1 && sidesWith(finding, place).length > 0);
    expect(named.map(show)).toEqual([]);
  });
});
