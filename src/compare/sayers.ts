// Who says something: claims at hand, and those of which an index tells. What is asked of all of them is answered from their articles as far as it can be.
import type { Claim } from '../model/claim.ts';
import { isSaying } from '../model/saying.ts';
import type { Saying, Speaker } from '../model/saying.ts';
import { byPlace } from '../model/place.ts';

/** An article: by its id where its claims are at hand, else by its number in the index. */
export type ArticleKey = string | number;

const NONE = new Uint32Array(0);

export class Sayers {
  /** Claims at hand, in the order of their places. */
  readonly own: Claim[] = [];
  readonly #told: Saying[] = [];
  #ids: ReadonlySet<string> | null = null;
  #numbers: Uint32Array | null = null;

  static of(claims: readonly Claim[]): Sayers {
    const sayers = new Sayers();
    sayers.own.push(...claims);
    return sayers;
  }

  /** All of several, each of them once, without some claims. */
  static together(several: readonly Sayers[], without: ReadonlySet<Claim> = new Set()): Sayers {
    const all = new Sayers();
    const own = new Set(several.flatMap((sayers) => sayers.own));
    for (const claim of [...own].filter((one) => !without.has(one)).sort(byPlace)) all.add(claim);
    for (const saying of new Set(several.flatMap((sayers) => sayers.#told))) all.add(saying);
    return all;
  }

  add(speaker: Speaker): void {
    if (isSaying(speaker)) {
      this.#told.push(speaker);
      this.#numbers = null;
    } else {
      this.own.push(speaker);
      this.#ids = null;
    }
  }

  get speakers(): Speaker[] {
    return [...this.own, ...this.#told];
  }

  /** Number of claims. */
  get count(): number {
    return this.#told.reduce((sum, { articles }) => sum + articles.length, this.own.length);
  }

  get articleCount(): number {
    return this.#ownArticles.size + this.#toldArticles.length;
  }

  /** The article, where all are of one; else null. */
  get onlyArticle(): ArticleKey | null {
    if (this.#told.length === 0) {
      const [first] = this.own;
      return this.own.every(({ article }) => article === first!.article) ? first!.article : null;
    }
    const told = this.#toldArticles;
    return this.own.length === 0 && told.length === 1 ? told[0]! : null;
  }

  /** Their articles, each once. */
  *articles(): Generator<ArticleKey> {
    yield* this.#ownArticles;
    yield* this.#toldArticles;
  }

  /** Articles in which the others speak too. */
  articlesWith(others: Sayers): ArticleKey[] {
    return [
      ...[...this.#ownArticles].filter((article) => others.#ownArticles.has(article)),
      ...shared(this.#toldArticles, others.#toldArticles),
    ];
  }

  sharesArticle(others: Sayers): boolean {
    return this.articlesWith(others).length > 0;
  }

  /** Whether the others speak in each of their articles. */
  speakOnlyWith(others: Sayers): boolean {
    return this.articleCount <= others.articleCount && this.articlesWith(others).length === this.articleCount;
  }

  /** All of them, as claims: to be asked for where they are few. */
  claims(): Claim[] {
    return this.first(Infinity);
  }

  /** The first of them in the order of their places. */
  first(count: number): Claim[] {
    if (this.#told.length === 0) return this.own.slice(0, count);
    return [...this.own.slice(0, count), ...this.#told.flatMap((saying) => saying.claims(count))].sort(byPlace).slice(0, count);
  }

  /** Whether the day of publication of each of their articles, null where it bears none, passes the test. */
  areAllPublished(test: (day: string | null) => boolean): boolean {
    return (
      this.own.every(({ published }) => test(published)) &&
      this.#told.every(({ articles, published }) => articles.every((article) => test(published(article))))
    );
  }

  /** The last day on which one of their articles was published; null where one of them bears none. */
  get newest(): string | null {
    let newest: string | null = null;
    const isDated = this.areAllPublished((day) => {
      if (day !== null && (newest === null || day > newest)) newest = day;
      return day !== null;
    });
    return isDated ? newest : null;
  }

  /** Number of the first document that one of their articles cites, in the order of their places; null where none does. */
  get cites(): string | null {
    for (const { cites } of this.own) if (cites !== null) return cites;
    let first: { article: number; document: string } | null = null;
    for (const { articles, cites } of this.#told) {
      const article = articles.find((one) => cites(one) !== null);
      // Numbers of articles are in the order of places, whichever saying it is that they share.
      if (article !== undefined && (first === null || article < first.article)) first = { article, document: cites(article)! };
    }
    return first?.document ?? null;
  }

  get #ownArticles(): ReadonlySet<string> {
    return (this.#ids ??= new Set(this.own.map(({ article }) => article)));
  }

  /** Ascending, each once. */
  get #toldArticles(): Uint32Array {
    return (this.#numbers ??= this.#told.length === 0 ? NONE : distinct(this.#told.map(({ articles }) => articles)));
  }
}

function distinct(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  // One list is in order already.
  if (lists.length > 1) all.sort();
  let kept = 0;
  for (let at = 0; at < all.length; at++) if (at === 0 || all[at] !== all[at - 1]) all[kept++] = all[at]!;
  return all.subarray(0, kept);
}

/** What two ascending lists have in common: each of the shorter is looked for in the longer, from where the last was found. */
function shared(a: Uint32Array, b: Uint32Array): number[] {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const both: number[] = [];
  let from = 0;
  for (const article of few) {
    let [low, high] = [from, many.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (many[middle]! < article) low = middle + 1;
      else high = middle;
    }
    if (many[low] === article) both.push(article);
    from = low;
  }
  return both;
}
