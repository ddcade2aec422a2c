// One file or record through the reading stages: bytes → Article[] → tokens → units with clauses → Claim[]. Loaded by runs that have something to read.
import { extractClaims } from './claim/extract.ts';
import type { Extraction } from './claim/extract.ts';
import { packProvenance, passagesOf } from './claim/passage.ts';
import { explainUnread } from './claim/unread.ts';
import type { Article } from './model/article.ts';
import type { Claim } from './model/claim.ts';
import { lineOf } from './model/locate.ts';
import type { Passage } from './model/passage.ts';
import type { PlacedArticle } from './model/placed.ts';
import type { ArticleReading, FileReading } from './model/reading.ts';
import type { ArticleRecord } from './model/record.ts';
import type { ArticleSummary } from './model/result.ts';
import type { UnreadSentence } from './model/unread.ts';
import type { Packs } from './pack/pack.ts';
import { read } from './parse/read.ts';
import { scan } from './scan/scan.ts';
import { readArticles, readForeign, readRecord } from './source/index.ts';
import type { ReadOptions } from './source/index.ts';

export interface Stages extends ReadOptions {
  readonly packs: Packs;
  /** Whether the sentences that gave no claim are listed, with the reason. */
  readonly unread: boolean;
}

/** A reading with the article at hand, and the spans of the claims' fields. */
export interface FreshReading extends FileReading {
  readonly articles: readonly (ArticleReading & { readonly article: Article })[];
}

export async function readFile(file: string, stages: Stages): Promise<FreshReading> {
  const { articles, faults, directives } = await readArticles(file, { ...stages, exports: stages.packs.exports });
  const unread: UnreadSentence[] = [];
  const readings = articles.map((article) => readArticle(article, stages, unread));
  return { articles: readings, faults, directives, unread: stages.unread ? unread : null };
}

export async function readOne(record: ArticleRecord | PlacedArticle, stages: Omit<Stages, 'cwd'>): Promise<FreshReading> {
  const { articles, faults, directives } =
    'parts' in record ? await readForeign(record, stages) : { articles: [readRecord(record, stages.layouts)], faults: [], directives: [] };
  const unread: UnreadSentence[] = [];
  const readings = articles.map((article) => readArticle(article, stages, unread));
  return { articles: readings, faults, directives, unread: stages.unread ? unread : null };
}

function readArticle(
  article: Article,
  { packs, unread }: Pick<Stages, 'packs' | 'unread'>,
  listed: UnreadSentence[],
): FreshReading['articles'][number] {
  const reading = read(article, scan(article, packs));
  const extraction = extractClaims(reading, packs);
  if (unread) for (const one of extraction.unread) listed.push(explainUnread(packs, reading, one));
  return { article, summary: summaryOf(article, extraction), sentences: extraction.sentences, claims: extraction.claims };
}

/** The text around claims of one file. @param provenance by claim; what it lacks is read from the file again */
export async function passagesIn(
  file: string,
  claims: readonly Claim[],
  provenance: ReadonlyMap<string, string>,
  stages: Stages,
): Promise<Map<string, Passage[]>> {
  const { articles } = await readArticles(file, { ...stages, exports: stages.packs.exports });
  const byId = new Map(articles.map((article) => [article.id, article]));
  const known = new Map<string, Map<string, string>>();
  const again = (article: Article): Map<string, string> => {
    const made = known.get(article.id);
    if (made !== undefined) return made;
    const spans = new Map(
      readArticle(article, { ...stages, unread: false }, []).claims.map((one) => [one.id, packProvenance(one.provenance)]),
    );
    known.set(article.id, spans);
    return spans;
  };
  const passages = new Map<string, Passage[]>();
  for (const claim of claims) {
    const article = byId.get(claim.article);
    if (article === undefined) continue;
    const packed = provenance.get(claim.id) ?? again(article).get(claim.id) ?? '';
    passages.set(claim.id, passagesOf(article, claim, packed));
  }
  return passages;
}

function summaryOf(article: Article, extraction: Extraction): ArticleSummary {
  return {
    id: article.id,
    file: article.file.path,
    title: article.title,
    line: lineOf(article, 0),
    region: extraction.region,
    published: article.published,
    teaser: article.teaser,
    claims: extraction.claims.length,
    unread: extraction.unread.filter(({ aside }) => aside === null).length,
  };
}
