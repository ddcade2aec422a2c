// An answer of a few words (半年; 不能算工伤) says what the text that unfolds it says, in the same case and as firmly.
import type { Claim, Provenance } from '../model/claim.ts';
import { lineOf, toEvidence } from '../model/locate.ts';
import type { Packs } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { Clause, Sentence, Token, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { besideCue, cuesIn } from './attribute-cue.ts';
import { isPresence } from './lend.ts';
import type { NewClaim } from './plain.ts';
import { isNegated } from './polarity.ts';
import { STATEMENT } from './statement.ts';
import { outcomeOf } from './value.ts';

/** A claim with the place at which it was read. */
export interface Placed {
  readonly claim: Claim;
  readonly unit: number;
  readonly place: number;
  readonly clause: Clause;
}

/** Where an answer of a few words stands, and how far the text that unfolds it reaches. */
interface Headline {
  readonly unit: number;
  readonly sentence: Sentence;
  readonly place: number;
  /** Last unit of the text that unfolds it. */
  readonly to: number;
}

const OPENER_LENGTH = 20;
const ANSWER_LENGTH = 12;
/** The title, a note on where the text comes from, and then the answer. */
const OPENING_UNITS = 2;

/** What headlines say: those that were read, by id, with the case in which they hold, and those that only the text below them makes clear. */
export function unfoldHeadlines(
  packs: Packs,
  reading: Reading,
  placed: readonly Placed[],
): { headed: ReadonlyMap<string, Claim>; added: readonly NewClaim[] } {
  const headed = new Map<string, Claim>();
  const added: NewClaim[] = [];
  const compared = placed.filter(({ claim }) => claim.mention === null && claim.attribute !== STATEMENT);
  const byUnit = Map.groupBy(compared, ({ unit }) => unit);
  for (const headline of headlinesOf(reading)) {
    const { sentence } = headline;
    const near = byUnit.get(headline.unit) ?? [];
    const own = near.filter(({ place }) => place === headline.place);
    // Only the one headline that opens an article reaches beyond its unit.
    const below = (headline.to === headline.unit ? near : compared).filter(
      ({ claim, unit, place }) =>
        claim.mood === 'asserted' && (unit === headline.unit ? place > headline.place : unit > headline.unit && unit <= headline.to),
    );
    for (const { claim } of own) headed.set(claim.id, inItsCase(claim, below));
    const told = own.some(({ claim }) => below.some((other) => saysSame(other.claim, claim)));
    const untold = below.filter(({ claim }) => !told || own.every((other) => other.claim.attribute !== claim.attribute));
    const evidence = toEvidence(reading.article, { start: sentence.start, end: sentence.end });
    const onLine = headline.to > headline.unit && sharesLine(reading, headline);
    for (const said of restated(packs, reading, sentence, untold, told ? 'told' : own.length > 0 ? 'read' : 'unread', onLine))
      added.push({ ...said, evidence });
  }
  return { headed, added };
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A teaser has lost its line ends: its answer and its text stand on one line. */
const sharesLine = ({ article, units }: Reading, { unit, sentence }: Headline): boolean => {
  const next = units[unit + 1];
  return next?.block.kind === 'paragraph' && lineOf(article, sentence.end - 1) === lineOf(article, next.block.start);
};

const saysSame = (a: Claim, b: Claim): boolean => a.attribute === b.attribute && sameJson(a.outcome, b.outcome);

/** The short sentence that opens the article, and those that answer a question and go on. */
function headlinesOf({ units }: Reading): Headline[] {
  const found: Headline[] = [];
  let opening = 0;
  for (const unit of units) {
    const { kind } = unit.block;
    if (kind === 'title' || kind === 'context') continue;
    const [sentence] = unit.sentences;
    if (!sentence) continue;
    opening++;
    if (
      opening <= OPENING_UNITS &&
      (kind === 'paragraph' || kind === 'heading') &&
      unit.sentences.length === 1 &&
      isShort(sentence, OPENER_LENGTH)
    ) {
      found.push({ unit: unit.index, sentence, place: 0, to: units.length });
      opening = OPENING_UNITS;
      continue;
    }
    for (const [place, one] of unit.sentences.slice(0, -1).entries())
      if (isShort(one, ANSWER_LENGTH) && answers(units, unit, place))
        found.push({ unit: unit.index, sentence: one, place, to: unit.index });
  }
  return found;
}

const isShort = ({ start, end, mood }: Sentence, length: number): boolean => mood !== 'question' && end - start <= length;

function answers(units: readonly Unit[], unit: Unit, place: number): boolean {
  const before = place > 0 ? unit.sentences[place - 1] : units[unit.index - 1]?.sentences.at(-1);
  return before?.mood === 'question';
}

/** A headline holds in the case in which, and as firmly as, the text below it says the same. */
function inItsCase(claim: Claim, below: readonly Placed[]): Claim {
  const full = below.find(
    ({ claim: other }) =>
      saysSame(other, claim) &&
      claim.condition.every((one) => other.condition.some((two) => sameJson(one, two) || (one.axis === two.axis && isPresence(one)))),
  )?.claim;
  if (!full) return claim;
  const { condition, strength, hedgedByRegion, excepted } = full;
  const isCase = ({ field }: Provenance): boolean => field.startsWith('condition.');
  return {
    ...claim,
    condition,
    strength,
    hedgedByRegion,
    excepted,
    subject: { ...claim.subject, people: full.subject.people },
    provenance: [...claim.provenance.filter((one) => !isCase(one)), ...full.provenance.filter(isCase)],
  };
}

/** The claims of the first sentence below that say what the headline says; where it was told and repeated, what it says besides by its own words. */
function restated(
  packs: Packs,
  reading: Reading,
  sentence: Sentence,
  below: readonly Placed[],
  state: 'told' | 'read' | 'unread',
  onLine: boolean,
): NewClaim[] {
  const tokens = sentence.clauses.flatMap((clause) => clause.tokens);
  const match =
    below.find(({ claim }) => namesAlike(packs, reading, sentence, tokens, claim)) ??
    (state === 'told' ? undefined : below.find(({ claim }) => hasNumber(packs, tokens, claim))) ??
    (state === 'unread' ? answeredBy(sentence, below, onLine) : undefined);
  if (!match) return [];
  return below
    .filter(({ claim, unit, place }) => unit === match.unit && place === match.place && saysSame(claim, match.claim))
    .map(({ claim: { id: _id, article: _article, published: _published, cites: _cites, ...said } }) => said);
}

/** The headline has a word of the claim's attribute, and the same yes, way or number. */
function namesAlike(packs: Packs, reading: Reading, sentence: Sentence, tokens: readonly Token[], { attribute, outcome }: Claim): boolean {
  const { text } = reading.scan;
  return cuesIn(packs, tokens, text, sentence.end).some((cue) => {
    if (cue.attribute !== attribute) return false;
    if (outcome.type === 'choice') return outcome.values.includes(cue.list.slice('choice:'.length));
    if (outcome.type !== 'truth' || (cue.list !== 'yes' && cue.list !== 'no')) return false;
    const denied = isNegated(besideCue(tokens, cue), cue.verb, sentence.start, text);
    return ((cue.list === 'yes') !== denied) === outcome.value;
  });
}

/** The only number of the headline is the claim's. */
function hasNumber(packs: Packs, tokens: readonly Token[], { attribute: id, outcome }: Claim): boolean {
  const numbers = tokens.filter((token) => token.category === 'quantity');
  const [number] = numbers;
  if (numbers.length !== 1 || number?.category !== 'quantity' || outcome.type !== 'number') return false;
  const attribute = packs.attributes.get(id)!;
  if (attribute.type !== number.dimension) return false;
  const told = outcomeOf(attribute, number, false);
  return told.type === 'number' && told.unit === outcome.unit && sameJson(told.range, outcome.range);
}

const DENIALS = ['answerNo', 'negation', 'privative', 'outside', 'waives', 'abolished', 'only'];
const denies = (tokens: readonly Token[]): boolean => DENIALS.some((role) => hasRole(tokens, role));

/** Whether a clause tells its claim by a word that denies, 领不到 among them. */
function isDenial({ claim, clause }: Placed): boolean {
  const cue = claim.provenance.find(({ field }) => field === 'attribute')?.span;
  return (
    denies(clause.tokens) ||
    clause.tokens.some(
      (token) => token.category === 'role' && token.ref === 'filler' && cue != null && token.start >= cue.start && token.end <= cue.end,
    )
  );
}

/** Beside the word that answers there is room for one that says what of: 都可以, 不用补. */
const ROOM = 2;

/** Yes or no in so many words; null where the headline is no such answer. */
function bareAnswer({ clauses: [clause, ...others] }: Sentence): boolean | null {
  if (!clause || others.length > 0) return null;
  const word = clause.tokens.find(
    (token) => token.category === 'role' && ['answerYes', 'answerNo', 'only'].includes(token.ref) && token.start - clause.start < ROOM,
  );
  if (!word || clause.end - clause.start - (word.end - word.start) > ROOM) return null;
  return !denies(clause.tokens);
}

/**
 * 不能。 / 可以。 — the first sentence below that can be compared unfolds the bare answer where it denies as the answer does;
 * on the line of the answer itself it unfolds what is no yes or no (当天), if it is about one matter.
 */
function answeredBy(sentence: Sentence, below: readonly Placed[], onLine: boolean): Placed | undefined {
  const answer = bareAnswer(sentence);
  if (answer === null && (!onLine || sentence.clauses.some(({ tokens }) => hasRole(tokens, 'answerYes') || denies(tokens))))
    return undefined;
  const first = below.filter(({ unit, place }) => unit === below[0]!.unit && place === below[0]!.place);
  const verdicts = first.filter(({ claim: { outcome } }) => outcome.type === 'truth' || outcome.type === 'choice');
  const said = verdicts.length > 0 ? verdicts : answer === null ? first : [];
  const [one] = said;
  if (!one || !said.every(({ claim }) => saysSame(claim, one.claim))) return undefined;
  return answer === null || said.some((other) => isDenial(other) !== answer) ? one : undefined;
}
