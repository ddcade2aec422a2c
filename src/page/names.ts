// Regions and articles by their codes and ids, as far as the audit tells them.
import type { ArticleSummary, AuditResult, ReportedRegion } from '../model/result.ts';

interface Names {
  readonly regions: ReadonlyMap<string, ReportedRegion>;
  readonly articles: ReadonlyMap<string, ArticleSummary>;
}

const known = new WeakMap<AuditResult, Names>();

function namesOf(result: AuditResult): Names {
  let names = known.get(result);
  if (names === undefined) {
    const regions = new Map(result.regions.map((region) => [region.code, region]));
    // An audit of an earlier version tells only the regions that claims name.
    for (const { region } of result.claims)
      if (region !== null && !regions.has(region.code)) regions.set(region.code, { ...region, parent: null });
    names = { regions, articles: new Map(result.articles.map((article) => [article.id, article])) };
    known.set(result, names);
  }
  return names;
}

/** The name of a region; the code itself where the audit does not tell it. */
export const nameRegion = (code: string, result: AuditResult): string => namesOf(result).regions.get(code)?.name ?? code;

export const articleOf = (id: string, result: AuditResult): ArticleSummary | null => namesOf(result).articles.get(id) ?? null;

/** A region and those around it below the whole country, outermost first; the country by itself is its own path. */
export function pathOf(code: string, result: AuditResult): readonly string[] {
  const { regions } = namesOf(result);
  const path: string[] = [];
  for (let at: string | null = code; at !== null && !path.includes(at); at = regions.get(at)?.parent ?? null) path.unshift(at);
  return path.length > 1 && regions.get(path[0]!)?.parent === null ? path.slice(1) : path;
}
