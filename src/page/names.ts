// Names of regions and articles by their codes and ids, as far as the audit tells them.
import type { ArticleSummary, AuditResult } from '../model/result.ts';

interface Names {
  readonly regions: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, ArticleSummary>;
}

const known = new WeakMap<AuditResult, Names>();

function namesOf(result: AuditResult): Names {
  let names = known.get(result);
  if (names === undefined) {
    names = {
      regions: new Map(result.claims.flatMap(({ region }) => (region === null ? [] : [[region.code, region.name] as const]))),
      articles: new Map(result.articles.map((article) => [article.id, article])),
    };
    known.set(result, names);
  }
  return names;
}

/** The name of a region; the code itself where the audit does not tell it. */
export const nameRegion = (code: string, result: AuditResult): string => namesOf(result).regions.get(code) ?? code;

export const articleOf = (id: string, result: AuditResult): ArticleSummary | null => namesOf(result).articles.get(id) ?? null;
