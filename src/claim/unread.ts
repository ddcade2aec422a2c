// Why a sentence that bears a number, a date or a word that decides gave no claim that can be compared: for those who edit packs.
import type { Claim } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import type { Run, UnreadReason, UnreadSentence } from '../model/unread.ts';
import { relateConcepts } from '../pack/pack.ts';
import type { Attribute, Packs } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { Sentence, Token, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { cuesIn } from './attribute-cue.ts';
import { conditionQuantities } from './condition.ts';
import { quantitiesOf } from './draft.ts';
import type { Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { layersOf, tokensOf } from './layer.ts';
import { inRange, isRuledOut, sameKind } from './number.ts';
import { resolveScheme } from './scheme.ts';
import { nearestThing } from './statement.ts';
import { fits, resolveSubject } from './thing.ts';

/** A sentence without a comparable claim; `aside` where nobody would expect one. */
export interface Unread {
  readonly unit: Unit;
  readonly place: number;
  readonly aside: UnreadReason | null;
}

const DECIDES: ReadonlySet<string> = new Set(['negation', 'may', 'must', 'only']);
const TOPICS: ReadonlySet<string> = new Set(['title', 'heading', 'caption']);

/** Words that decide; one character alone (能, 可, 需) stands inside too many other words. */
const decides = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.category === 'role' && DECIDES.has(token.ref) && token.end - token.start >= 2);

const hasNumber = (tokens: readonly Token[]): boolean => tokens.some((token) => token.category === 'quantity');

/** The sentence as unread, or null where it bears nothing to read or was read. `claims` are those that it gave. */
export function unreadOf(unit: Unit, place: number, claims: readonly Claim[], compared: boolean): Unread | null {
  if (compared) return null;
  const sentence = unit.sentences[place]!;
  const tokens = tokensOf(sentence);
  const weighty = hasNumber(tokens) || decides(tokens);
  // A date alone is read once it is recorded for the notices.
  if (!weighty && (!tokens.some((token) => token.category === 'date') || claims.some((claim) => claim.mention !== null))) return null;
  return { unit, place, aside: asideOf(unit, sentence, tokens, claims) };
}

function asideOf(unit: Unit, sentence: Sentence, tokens: readonly Token[], claims: readonly Claim[]): UnreadReason | null {
  if (sentence.mood !== 'asserted') return sentence.mood === 'supposed' ? 'example' : sentence.mood;
  if (claims.some((claim) => claim.mood === 'refuted')) return 'refuted';
  if (hasRole(tokens, 'history') || claims.some((claim) => claim.mood === 'history')) return 'history';
  const { kind, table } = unit.block;
  return TOPICS.has(kind) || (table !== null && (table.header || table.column === 0)) ? 'heading' : null;
}

/** The sentence with its reason and its words. */
export function explainUnread(packs: Packs, reading: Reading, { unit, place, aside }: Unread): UnreadSentence {
  const sentence = unit.sentences[place]!;
  const { reason, attribute } = aside === null ? reasonOf(packs, reading, unit, place) : { reason: aside, attribute: null };
  const { article } = reading;
  const evidence = toEvidence(article, { start: sentence.start, end: sentence.end });
  return { article: article.id, evidence, reason, attribute, ...wordsOf(reading, sentence) };
}

interface Cause {
  readonly reason: UnreadReason;
  readonly attribute: string | null;
}

/** The first reason that applies: what has no subject needs no attribute. */
function reasonOf(packs: Packs, reading: Reading, unit: Unit, place: number): Cause {
  const sentence = unit.sentences[place]!;
  const tokens = tokensOf(sentence);
  if (!hasNumber(tokens) && !decides(tokens)) return { reason: 'date', attribute: null };
  const sites = sentence.clauses.map((clause, index): Site => {
    const layers = layersOf(reading, unit, place, index);
    return { packs, reading, unit, sentence, place, index, clause, layers };
  });
  if (!sites.some(hasSubject)) return { reason: 'subject', attribute: null };
  const kept = sites.flatMap(rejections);
  const cause = kept.find(({ reason }) => reason === 'thing') ?? kept[0];
  if (cause) return cause;
  const bare = sites.some(({ clause }) => {
    const conditions = conditionQuantities(packs, clause.tokens);
    return quantitiesOf(clause).some((quantity) => !conditions.has(quantity));
  });
  if (bare) return { reason: 'number', attribute: null };
  return { reason: decides(tokens) ? 'verdict' : 'condition', attribute: null };
}

function hasSubject({ packs, layers, clause }: Site): boolean {
  const scheme = resolveScheme(packs, layers, clause.end);
  return scheme !== null || nearestThing(packs, layers, null) !== null;
}

/** Attributes of the scheme at hand whose words stand in the clause, and what keeps each of them from being read. */
function rejections(site: Site): Cause[] {
  const { packs, clause, layers, reading } = site;
  const quantities = quantitiesOf(clause);
  return cuesIn(packs, clause.tokens, reading.scan.text, clause.end).flatMap(({ attribute: id, list, token }): Cause[] => {
    const attribute = packs.attributes.get(id)!;
    const numeric = list === 'cues' || list === 'inverse';
    const kin = quantities.filter((quantity) => sameKind(attribute, quantity));
    if (numeric && kin.length === 0) return [];
    const anchor = kin[0]?.start ?? token.start;
    const scheme = resolveScheme(packs, layers, anchor);
    // Where its own conditions are not met, the word is one of another matter.
    if (!isAtHome(packs, attribute, scheme?.id ?? null) || !meetsNeeds(site, attribute)) return [];
    if (resolveSubject(packs, attribute, layers, anchor, scheme) === null) return [{ reason: 'thing', attribute: id }];
    const odd = numeric && kin.every((quantity) => !inRange(attribute, quantity) || isRuledOut(site, attribute, quantity));
    return odd ? [{ reason: 'excluded', attribute: id }] : [];
  });
}

/** Whether an attribute can be said of something in a scheme. */
function isAtHome(packs: Packs, attribute: Attribute, scheme: string | null): boolean {
  if (scheme === null) return false;
  return (
    attribute.of.some((of) => packs.concepts.get(of)!.kind === 'thing' && fits(packs, of, scheme)) &&
    (attribute.schemes.length === 0 || attribute.schemes.some((of) => relateConcepts(packs, scheme, of) !== 'apart'))
  );
}

const NAMING: ReadonlySet<string> = new Set(['concept', 'value', 'axis', 'attribute']);
const CUTTING: ReadonlySet<string> = new Set(['quantity', 'date', 'region']);
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** Words of the packs in the sentence, and the Han text that stands between longer function words, numbers, dates and regions. */
function wordsOf({ scan }: Reading, sentence: Sentence): Pick<UnreadSentence, 'words' | 'runs'> {
  const words = new Set<string>();
  const runs: Run[] = [];
  const weak = new Set<number>();
  const tokens = tokensOf(sentence);
  for (const { category, start, end } of tokens) if (category === 'role' && end - start === 1) weak.add(start);
  let at = sentence.start;
  const step = (to: number): void => {
    for (const { 0: text, index } of scan.text.slice(at, Math.max(at, to)).matchAll(HAN_RUN)) {
      const start = at + index;
      runs.push({ text, weak: [...text].flatMap((_, offset) => (weak.has(start + offset) ? offset : [])) });
    }
  };
  for (const token of tokens) {
    if (NAMING.has(token.category) && token.end - token.start >= 2) words.add(scan.text.slice(token.start, token.end));
    if (!CUTTING.has(token.category) && !(token.category === 'role' && token.end - token.start > 1)) continue;
    step(token.start);
    at = Math.max(at, token.end);
  }
  step(sentence.end);
  return { words: [...words], runs };
}
