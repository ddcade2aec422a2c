// Claims as bytes: what many of them say alike stands once in a pool, the rest is a row of numbers.
import type { Claim } from '../model/claim.ts';
import { BEFORE_SPANS } from '../model/passage.ts';
import { joinParts, splitParts } from '../pack/parts.ts';

/** Numbers of a row: places in the pool of what it says and belongs to, its number in the article, where it stands, and how many bytes tell the spans of its fields. */
const WIDTH = 11;
const FIRST_ROWS = 4;

/** What claims say: all but where they stand, and what is told of their articles. */
type Shape = Omit<Claim, 'id' | 'article' | 'published' | 'cites' | 'series' | 'section' | 'mention' | 'evidence' | 'provenance'>;
type Owner = readonly [article: string, file: string, published: string | null, cites: string | null];
type Place = readonly [Claim['series'], Claim['section'], Claim['mention']];

const NO_PROVENANCE: Claim['provenance'] = [];

export interface ClaimTable {
  /** Number of its claims. */
  readonly length: () => number;
  /** @param packed the spans of its fields, as `packProvenance` makes them @returns what the claim says, in one string: the same for all that say the same */
  readonly add: (claim: Claim, packed?: string) => string;
  readonly bytes: () => Buffer;
}

/**
 * @param quoted whether the quotes are kept as well
 * @throws Error in `add` where a claim's id is not its article's and a number: such a claim comes from elsewhere
 */
export function claimTable(quoted: boolean): ClaimTable {
  const pool = new Map<string, number>();
  const placeOf = (key: string): number => {
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, pool.size);
    return pool.size - 1;
  };
  const place = (value: Owner | Place | string): number => placeOf(JSON.stringify(value));
  const spans: number[] = [];
  let rows = new Uint32Array(FIRST_ROWS * WIDTH);
  let length = 0;
  return {
    length: () => length / WIDTH,
    add(claim, packed = '') {
      const { id, article, published, cites, series, section, mention, evidence } = claim;
      const said = saidBy(claim);
      const number = Number(id.slice(article.length + 1));
      if (id !== `${article}:${number}`) throw new Error(`claim ${id} is not numbered`);
      const { file, startLine, startColumn, endLine, endColumn, quote } = evidence;
      if (length === rows.length) {
        const more = new Uint32Array(rows.length * 2);
        more.set(rows);
        rows = more;
      }
      const cut = packed.lastIndexOf(BEFORE_SPANS);
      const places = [
        place([article, file, published, cites]),
        placeOf(said),
        place([series, section, mention]),
        place(quoted ? quote : ''),
        place(packed.slice(0, cut + 1)),
      ];
      const before = spans.length;
      if (cut > 0) for (const step of packed.slice(cut + 1).split(',')) pushNumber(spans, Number(step));
      rows.set([...places, number, startLine, startColumn, endLine, endColumn, spans.length - before], length);
      length += WIDTH;
      return said;
    },
    bytes: () => joinParts([`[${[...pool.keys()].join(',')}]`, rows.subarray(0, length), Uint8Array.from(spans)]),
  };
}

/** Seven bits a byte, the lowest first, the eighth where more follow; the sign stands in the lowest. */
function pushNumber(bytes: number[], value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
}

/** The numbers that `pushNumber` wrote. */
function numbersIn(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let [value, unit] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 0x7f) * unit;
    unit *= 0x80;
    if (byte > 0x7f) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    [value, unit] = [0, 1];
  }
  return numbers;
}

/** What a claim says, in one string: the same for all that say the same. */
export function saidBy(claim: Claim): string {
  const { subject, attribute, condition, outcome, region, period, strength, hedgedByRegion, typical, excepted, borrowed, mood } = claim;
  const said: Shape = {
    subject,
    attribute,
    condition,
    outcome,
    region,
    period,
    strength,
    hedgedByRegion,
    typical,
    excepted,
    borrowed,
    mood,
  };
  return JSON.stringify(said);
}

/**
 * The claims of a table, in their order. Equal parts are one object.
 * @param onPacked is told of the spans of the fields of each, as they were added
 */
export function decodeClaims(bytes: Buffer, onPacked: (claim: Claim, packed: string) => void = () => {}): Claim[] {
  const parts = splitParts(bytes);
  const pool = JSON.parse(parts.text()) as unknown[];
  const rows = parts.array(Uint32Array);
  const spans = parts.array(Uint8Array);
  let told = 0;
  const claims: Claim[] = [];
  for (let at = 0; at < rows.length; at += WIDTH) {
    const [article, file, published, cites] = pool[rows[at]!] as Owner;
    const shape = pool[rows[at + 1]!] as Shape;
    const [series, section, mention] = pool[rows[at + 2]!] as Place;
    const claim: Claim = {
      id: `${article}:${rows[at + 5]}`,
      article,
      subject: shape.subject,
      attribute: shape.attribute,
      condition: shape.condition,
      outcome: shape.outcome,
      region: shape.region,
      period: shape.period,
      published,
      cites,
      strength: shape.strength,
      hedgedByRegion: shape.hedgedByRegion,
      typical: shape.typical,
      excepted: shape.excepted,
      series,
      section,
      borrowed: shape.borrowed,
      mood: shape.mood,
      mention,
      evidence: {
        file,
        startLine: rows[at + 6]!,
        startColumn: rows[at + 7]!,
        endLine: rows[at + 8]!,
        endColumn: rows[at + 9]!,
        quote: pool[rows[at + 3]!] as string,
      },
      provenance: NO_PROVENANCE,
    };
    const fields = pool[rows[at + 4]!] as string;
    onPacked(claim, fields === '' ? '' : fields + numbersIn(spans.subarray(told, (told += rows[at + 10]!))).join(','));
    claims.push(claim);
  }
  return claims;
}
