// An index as what drafts are held against.
import type { Claim } from '../model/claim.ts';
import type { Directive } from '../model/directive.ts';
import type { Fault } from '../model/fault.ts';
import type { Against, Cited } from '../model/published.ts';
import type { ArticleSummary } from '../model/result.ts';
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
      const attributes = meeting(own, packs);
      const claims = (isWanted: (region: string) => boolean): Claim[] =>
        index.claims(attributes, isWanted).filter(({ evidence }) => !files.has(evidence.file));
      const isNear = nearTo(own, packs);
      const near = claims(isNear ?? (() => true));
      let broken = false;
      const all = (): Claim[] => {
        try {
          return claims(() => true);
        } catch (error) {
          if (!(error instanceof IndexError)) throw error;
          broken = true;
          return near;
        }
      };
      const replaced = [...files].reduce((sum, file) => sum + index.articlesIn(file), 0);
      const { articles, faults, skipped } = index.about;
      const left = faults.filter(({ file }) => !files.has(file));
      return {
        articles: articles - replaced,
        claims: near,
        beyond: isNear && { mixed: index.mixed(attributes), claims: all },
        faults: left,
        skipped,
        cited: (cited) => Promise.resolve(citedIn(index, cited, complaints, broken)),
      };
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      const nothing: Cited = { claims: [], articles: [], passages: new Map(), faults: [], directives: [] };
      const faults = [complaints.unusable(error.reason)];
      return { articles: 0, claims: [], beyond: null, faults, skipped: [], cited: () => Promise.resolve(nothing) };
    }
  };
}

/** Attributes under which claims are kept that can meet these: their own, and those of which they say something besides. */
function meeting(own: readonly Claim[], packs: Packs): string[] {
  const told = own.filter(({ mention }) => mention === null).map(({ attribute }) => attribute);
  return [...new Set([...told, ...told.flatMap((attribute) => packs.touches.get(attribute) ?? [])])].sort();
}

/** Which regions (by code, '' for none) lie around those of the claims or within them; null where one of the claims is of no region or of all. */
function nearTo(own: readonly Claim[], { regions }: Packs): ((region: string) => boolean) | null {
  const codes = new Set(own.filter(({ mention }) => mention === null).map(({ region }) => region?.code ?? null));
  if ([...codes].some((code) => code === null || regions.parent(code) === null)) return null;
  return (region) => region === '' || [...codes].some((code) => regions.contains(region, code!) || regions.contains(code!, region));
}

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
