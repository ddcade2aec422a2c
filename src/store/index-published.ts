// An index as what drafts are held against.
import type { Claim } from '../model/claim.ts';
import type { Directive } from '../model/directive.ts';
import type { Fault } from '../model/fault.ts';
import type { Against, Beyond, Cited } from '../model/published.ts';
import type { ArticleSummary } from '../model/result.ts';
import type { Saying } from '../model/saying.ts';
import type { Packs } from '../pack/pack.ts';
import { IndexError } from './index-read.ts';
import type { Index, IndexedFile } from './index-read.ts';

/** What is said of an index that cannot be used, and of an article that is no longer what was indexed. */
export interface Complaints {
  readonly unusable: (reason: IndexError['reason']) => Fault;
  readonly outdated: (file: string) => Fault;
}

/** What is wrong with the index is a fault: the drafts are then compared with what could be read of it. */
export function publishedIn(open: () => Promise<Index>, packs: Packs, complaints: Complaints): Against {
  return async (own, files) => {
    try {
      const index = await open();
      const near = nearness(own, packs);
      const { regions } = packs;
      let isBroken = false;
      const speakers = (isAbout: (attribute: string) => boolean, isWanted: (attribute: string, region: string) => boolean): Saying[] =>
        index.sayings((attribute, region) => matters(attribute, packs).some((one) => isAbout(one) && isWanted(one, region)), files);
      const first = speakers(
        (attribute) => near.has(attribute),
        (attribute, region) => region === '' || isNear(near.get(attribute)!, region, regions),
      );
      const mixed = new Map<string, ReadonlySet<string | number>>();
      const beyond: Beyond = {
        reaches(attribute, region, articles) {
          const codes = near.get(attribute) ?? null;
          if (codes === null) return false;
          if (region === null || !codes.some((code) => regions.contains(code, region))) return true;
          const several = mixed.get(attribute) ?? index.mixed(attribute);
          mixed.set(attribute, several);
          return several.size > 0 && Array.from(articles).some((article) => several.has(article));
        },
        speakers(attributes) {
          try {
            return speakers(
              (attribute) => attributes.has(attribute),
              () => true,
            );
          } catch (error) {
            if (!(error instanceof IndexError)) throw error;
            isBroken = true;
            return first;
          }
        },
      };
      const replaced = [...files].reduce((sum, file) => sum + index.articlesIn(file), 0);
      const { articles, faults, skipped } = index.about;
      return {
        articles: articles - replaced,
        speakers: first,
        beyond: [...near.values()].every((codes) => codes === null) ? null : beyond,
        faults: faults.filter(({ file }) => !files.has(file)),
        skipped,
        cited: (cited) => Promise.resolve(citedIn(index, cited, complaints, isBroken || index.isDamaged())),
      };
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      const nothing: Cited = { claims: [], articles: [], passages: new Map(), faults: [], directives: [] };
      const faults = [complaints.unusable(error.reason)];
      return { articles: 0, speakers: [], beyond: null, faults, skipped: [], cited: () => Promise.resolve(nothing) };
    }
  };
}

/** What a claim of an attribute says something of. */
const matters = (attribute: string, { touches }: Packs): readonly string[] => [attribute, ...(touches.get(attribute) ?? [])];

/** By attribute of which drafts say something, the regions of which they say it; null where one of their claims is of no region or of all. */
function nearness(own: readonly Claim[], packs: Packs): Map<string, readonly string[] | null> {
  const near = new Map<string, readonly string[] | null>();
  for (const { mention, attribute, region } of own) {
    if (mention !== null) continue;
    const isSomewhere = region !== null && packs.regions.parent(region.code) !== null;
    for (const matter of matters(attribute, packs)) {
      const codes = near.get(matter);
      near.set(matter, codes === null || !isSomewhere ? null : [...new Set([...(codes ?? []), region.code])]);
    }
  }
  return near;
}

/** Whether a region lies around one of these, or within it. */
const isNear = (codes: readonly string[] | null, region: string, regions: Packs['regions']): boolean =>
  codes === null || codes.some((code) => regions.contains(region, code) || regions.contains(code, region));

/** The claims with their quotes, as they were read. */
function citedIn(index: Index, cited: readonly Claim[], { unusable, outdated }: Complaints, broken: boolean): Cited {
  const claims: Claim[] = [];
  const articles: ArticleSummary[] = [];
  const faults: Fault[] = broken ? [unusable('damaged')] : [];
  const directives: Directive[] = [];
  for (const [file, own] of Map.groupBy(cited, ({ evidence }) => evidence.file)) {
    const found = readingOf(index, file);
    if (found === null) {
      if (faults.every(({ code }) => code !== 'damaged')) faults.push(unusable('damaged'));
      claims.push(...own);
      continue;
    }
    if (found.same === false) faults.push(outdated(file));
    directives.push(...found.reading.directives);
    const ids = new Set(own.map(({ id }) => id));
    for (const { summary, claims: all } of found.reading.articles) {
      const quoted = all.filter(({ id }) => ids.has(id));
      if (quoted.length > 0) articles.push(summary);
      claims.push(...quoted);
    }
  }
  return { claims, articles, passages: new Map(), faults, directives };
}

/** Null where the index does not hold what it says that it holds. */
function readingOf(index: Index, file: string): IndexedFile | null {
  try {
    return index.file(file);
  } catch (error) {
    if (error instanceof IndexError) return null;
    throw error;
  }
}
