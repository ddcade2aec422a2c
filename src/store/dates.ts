// When the articles of an index were published, and which document each cites: by their numbers.
import type { Claim } from '../model/claim.ts';
import { joinParts, splitParts } from '../pack/parts.ts';

export interface Dates {
  /** YYYYMMDD for each article, 0 where it bears no day. */
  readonly days: number[];
  /** For each article one more than the place of its document in `documents`, 0 where it cites none. */
  readonly cites: number[];
  /** Documents by their numbers, each with its place. */
  readonly documents: Map<string, number>;
}

export const noDates = (): Dates => ({ days: [], cites: [], documents: new Map() });

/** Tells of the next article. @param claim one of its claims, all of which know; undefined where it has none, and nobody asks */
export function date({ days, cites, documents }: Dates, claim: Claim | undefined): void {
  days.push(Number((claim?.published ?? '').replaceAll('-', '')));
  const document = claim?.cites ?? null;
  if (document !== null && !documents.has(document)) documents.set(document, documents.size);
  cites.push(document === null ? 0 : documents.get(document)! + 1);
}

export const encodeDates = ({ days, cites, documents }: Dates): Buffer =>
  joinParts([JSON.stringify([...documents.keys()]), Uint32Array.from(days), Uint32Array.from(cites)]);

export function decodeDates(content: Buffer): { published: (article: number) => string | null; cites: (article: number) => string | null } {
  const parts = splitParts(content);
  const documents = JSON.parse(parts.text()) as string[];
  const days = parts.array(Uint32Array);
  const cites = parts.array(Uint32Array);
  const written = new Map<number, string | null>([[0, null]]);
  return {
    published: (article) => {
      const day = days[article] ?? 0;
      if (!written.has(day)) written.set(day, String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
      return written.get(day)!;
    },
    cites: (article) => documents[(cites[article] ?? 0) - 1] ?? null,
  };
}
