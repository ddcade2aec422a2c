// Which article of the one audit is which of the other: the same place and title, else the same title, else what it says.
import type { ArticleSummary } from '../model/result.ts';

/** What each article says, as keys of meaning. */
export type Sayings = ReadonlyMap<string, ReadonlySet<string>>;

/** Ids before → ids after. An article has one counterpart or none. */
export function pairArticles(
  before: readonly ArticleSummary[],
  after: readonly ArticleSummary[],
  saidBefore: Sayings,
  saidAfter: Sayings,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (one: string, other: string): void => void (pairs.set(one, other), taken.add(other));
  const openBefore = (): ArticleSummary[] => before.filter(({ id }) => !pairs.has(id));
  const openAfter = (): ArticleSummary[] => after.filter(({ id }) => !taken.has(id));
  // Teasers of a page are numbered, and move up when one is taken out: their title is looked at first.
  const byKey = (key: (article: ArticleSummary) => string): void => {
    const [ones, others] = [Map.groupBy(openBefore(), key), Map.groupBy(openAfter(), key)];
    for (const [name, own] of ones) {
      const found = others.get(name);
      if (name !== '' && own.length === 1 && found?.length === 1) pair(own[0]!.id, found[0]!.id);
    }
  };
  byKey(({ file, title }) => (title === '' ? '' : JSON.stringify([file, title])));
  byKey(({ id }) => id);
  byKey(({ title }) => title);
  for (const { one, other } of alike(openBefore(), openAfter(), saidBefore, saidAfter)) {
    if (!pairs.has(one) && !taken.has(other)) pair(one, other);
  }
  return pairs;
}

/** Articles that say for the most part the same, the most alike first: renamed files of which title and text were touched. */
function alike(before: readonly ArticleSummary[], after: readonly ArticleSummary[], saidBefore: Sayings, saidAfter: Sayings) {
  const holders = new Map<string, string[]>();
  for (const { id } of after) {
    for (const key of saidAfter.get(id) ?? []) {
      const own = holders.get(key);
      if (own === undefined) holders.set(key, [id]);
      else own.push(id);
    }
  }
  const found: { one: string; other: string; shared: number }[] = [];
  for (const { id: one } of before) {
    const counts = new Map<string, number>();
    const own = saidBefore.get(one) ?? new Set();
    for (const key of own) for (const other of holders.get(key) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    for (const [other, shared] of counts) {
      if (shared * 2 >= Math.min(own.size, saidAfter.get(other)!.size)) found.push({ one, other, shared });
    }
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => b.shared - a.shared || order(a.one, b.one) || order(a.other, b.other));
}
