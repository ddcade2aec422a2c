// Articles in which an attribute takes too many values for one rule: they list cases that were not understood (persons, years, sums), and dispute nobody.
import type { Edge } from './cluster.ts';
import type { ArticleKey } from './sayers.ts';

/** Two values for one case are a contradiction; so many are a list. */
const LIST = 4;

/** The edges without those of articles that give one attribute `LIST` values or more, all at odds with each other. */
export function steady(edges: readonly Edge[]): Edge[] {
  const values = new Map<ArticleKey, Set<string>>();
  for (const { a, b } of edges) {
    if (a.claim.outcome.type !== 'number') continue;
    for (const article of a.sayers.articlesWith(b.sayers)) {
      const known = values.get(article) ?? new Set();
      values.set(article, known.add(a.outcome).add(b.outcome));
    }
  }
  const lists = new Set([...values].filter(([, known]) => known.size >= LIST).map(([article]) => article));
  if (lists.size === 0) return [...edges];
  return edges.filter(({ a, b }) => [a, b].every(({ sayers }) => [...sayers.articles()].some((article) => !lists.has(article))));
}
