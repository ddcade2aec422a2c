// Claims as bytes: what many of them say alike stands once in a pool, the rest is a row of numbers.
import type { Claim } from '../model/claim.ts';
import { joinParts, splitParts } from '../pack/parts.ts';

/** Numbers of a row: article, number of the claim in it, then places in the pool, then where it stands. */
const WIDTH = 10;

type Shape = Omit<Claim, 'id' | 'article' | 'series' | 'section' | 'mention' | 'evidence' | 'provenance'>;

/** The articles to which claims belong, and the files in which these stand. */
export interface Owner {
  readonly id: string;
  readonly file: string;
}

const NO_PROVENANCE: Claim['provenance'] = [];

/**
 * @param articles numbers of articles by their ids
 * @throws Error where a claim's id is not its article's and a number: such claims come from elsewhere
 */
export function encodeClaims(claims: readonly Claim[], articles: ReadonlyMap<string, number>): Buffer {
  const pool = new Map<string, number>();
  const place = (value: unknown): number => {
    const key = JSON.stringify(value);
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, pool.size);
    return pool.size - 1;
  };
  const rows = new Uint32Array(claims.length * WIDTH);
  for (const [index, { id, article, series, section, mention, evidence, provenance: _, ...shape }] of claims.entries()) {
    const number = Number(id.slice(article.length + 1));
    if (id !== `${article}:${number}`) throw new Error(`claim ${id} is not numbered`);
    const { startLine, startColumn, endLine, endColumn, quote } = evidence;
    const said = [place(shape), place([series, section, mention]), place(quote)];
    rows.set([articles.get(article)!, number, ...said, startLine, startColumn, endLine, endColumn], index * WIDTH);
  }
  return joinParts([`[${[...pool.keys()].join(',')}]`, rows]);
}

/** The claims of `encodeClaims`, in their order. Equal parts are one object. @param ownerOf the article of a number */
export function decodeClaims(bytes: Buffer, ownerOf: (article: number) => Owner): Claim[] {
  const parts = splitParts(bytes);
  const pool = JSON.parse(parts.text()) as unknown[];
  const rows = parts.array(Uint32Array);
  const claims: Claim[] = [];
  for (let at = 0; at < rows.length; at += WIDTH) {
    const { id: article, file } = ownerOf(rows[at]!);
    const shape = pool[rows[at + 2]!] as Shape;
    const [series, section, mention] = pool[rows[at + 3]!] as [Claim['series'], Claim['section'], Claim['mention']];
    claims.push({
      id: `${article}:${rows[at + 1]}`,
      article,
      subject: shape.subject,
      attribute: shape.attribute,
      condition: shape.condition,
      outcome: shape.outcome,
      region: shape.region,
      period: shape.period,
      published: shape.published,
      cites: shape.cites,
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
        startLine: rows[at + 5]!,
        startColumn: rows[at + 6]!,
        endLine: rows[at + 7]!,
        endColumn: rows[at + 8]!,
        quote: pool[rows[at + 4]!] as string,
      },
      provenance: NO_PROVENANCE,
    });
  }
  return claims;
}
