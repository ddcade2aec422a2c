// Sentences that gave no claim, by reason and by the words that tell them from others: a list that a person can work through.
import { UNREAD_REASONS } from '../model/unread.ts';
import type { ListedSentence, UnreadGroup, UnreadReason, UnreadSentence } from '../model/unread.ts';
import { evenly, findWords, termsOf } from './term.ts';

/** Groups of one reason; what is left over is one more, without words. */
const GROUPS = 30;
/** Words that name a group, and the part of its sentences in which each of them must stand. */
const NAMES = 3;
const SHARE = 0.5;
/** Articles and words by which the rarity of words is weighed: the table is filled word by article. */
const ARTICLES = 800;
const WORDS = 4000;

/**
 * The groups, largest first within each reason; `most` sentences of each are listed (0: all), and `count` tells the whole number.
 * The same sentences in the same order give the same groups.
 */
export async function groupUnread(sentences: readonly UnreadSentence[], most: number): Promise<UnreadGroup[]> {
  if (sentences.length === 0) return [];
  const known = findWords(sentences);
  const terms = sentences.map((sentence) => termsOf(sentence, known));
  const weights = await weigh(sentences, terms);
  const byReason = new Map<UnreadReason, number[]>();
  for (const [index, { reason }] of sentences.entries()) {
    const list = byReason.get(reason);
    if (list) list.push(index);
    else byReason.set(reason, [index]);
  }
  return UNREAD_REASONS.flatMap((reason) =>
    partition(byReason.get(reason) ?? [], terms, weights).map(({ names, members }) => ({
      reason,
      terms: names,
      count: members.length,
      sentences: (most === 0 ? members : members.slice(0, most)).map((index) => listed(sentences[index]!)),
    })),
  );
}

const listed = ({ article, evidence, attribute }: UnreadSentence): ListedSentence => ({ article, evidence, attribute });

/** How telling each word is: rare among the articles (the idf of natural, over our own words). */
async function weigh(sentences: readonly UnreadSentence[], terms: readonly (readonly string[])[]): Promise<ReadonlyMap<string, number>> {
  // Only here and not by the root of natural, which reads ./.env and prints.
  const { TfIdf } = await import('natural/lib/natural/tfidf/index.js');
  const articles = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const [index, { article }] of sentences.entries()) {
    const own = articles.get(article);
    if (own) own.push(...terms[index]!);
    else articles.set(article, [...terms[index]!]);
    for (const term of terms[index]!) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
  const kept = new Set(frequent.slice(0, WORDS).map(([term]) => term));
  const model = new TfIdf();
  for (const own of evenly([...articles.values()], ARTICLES)) model.addDocument(own.filter((term) => kept.has(term)));
  // A word of all articles weighs nearly nothing, but never less than that.
  return new Map([...kept].map((term) => [term, Math.max(0.01, model.idf(term)) * Math.sqrt(term.length)]));
}

interface Part {
  readonly names: readonly string[];
  readonly members: readonly number[];
}

/** Takes the word that tells most of the sentences at hand, again and again; the sentences without such a word come last. */
function partition(all: readonly number[], terms: readonly (readonly string[])[], weights: ReadonlyMap<string, number>): Part[] {
  const parts: Part[] = [];
  let rest = all;
  while (parts.length < GROUPS) {
    const best = rank(rest, terms, weights)[0];
    if (!best) break;
    const members = rest.filter((index) => terms[index]!.includes(best.term));
    parts.push({ names: namesOf(best.term, members, terms, weights), members });
    rest = rest.filter((index) => !terms[index]!.includes(best.term));
  }
  parts.sort((a, b) => b.members.length - a.members.length || byCodeUnit(a.names[0]!, b.names[0]!));
  return rest.length > 0 ? [...parts, { names: [], members: rest }] : parts;
}

/** The words that stand in at least two of the sentences, the most telling first: how often they stand there, times how rare they are. */
function rank(
  members: readonly number[],
  terms: readonly (readonly string[])[],
  weights: ReadonlyMap<string, number>,
): { term: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const index of members) for (const term of terms[index]!) if (weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const score = ([term, count]: readonly [string, number]): number => count * weights.get(term)!;
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => score(b) - score(a) || b[0].length - a[0].length || byCodeUnit(a[0], b[0]))
    .map(([term, count]) => ({ term, count }));
}

/** The word of a group and others that most of its sentences share; none that says another one over again. */
function namesOf(
  first: string,
  members: readonly number[],
  terms: readonly (readonly string[])[],
  weights: ReadonlyMap<string, number>,
): string[] {
  const names = [first];
  for (const { term, count } of rank(members, terms, weights)) {
    if (names.length === NAMES) break;
    if (count < Math.max(2, members.length * SHARE) || names.some((name) => overlaps(name, term))) continue;
    names.push(term);
  }
  return names;
}

/** 公租房租 and 租金 are pieces of one string. */
function overlaps(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  for (let length = Math.min(a.length, b.length) - 1; length > 0; length--)
    if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return true;
  return false;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
