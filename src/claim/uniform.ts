// Whether a rule is one for the whole country: 全国统一, 各省不得另定, against 由各统筹地区确定. Said of any attribute that the sentence speaks of.
import type { Attribute } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { TermToken, Token } from '../parse/clause.ts';
import { cuesIn } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import { residue } from './draft.ts';
import { unexplained } from './residue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { layersOf } from './layer.ts';
import type { Layer, LayerKind } from './layer.ts';
import { numberDrafts } from './number.ts';
import { resolveScheme } from './scheme.ts';
import { resolveSubject } from './thing.ts';
import { draft } from './verdict.ts';

const WHOLE_COUNTRY = '100000';

/** How many unexplained characters a clause may have to speak of what stands in that layer. */
const REACH: Partial<Record<LayerKind, number>> = { clause: 99, sentence: 12, later: 12, block: 6, parent: 3, heading: 3, title: 3 };

/** Claims of a clause that says of an attribute whether regions differ in it. */
export function uniformDrafts(site: Site): Draft[] {
  const value = uniformity(site);
  if (value === null) return [];
  const [own] = numberDrafts(site);
  if (own) return [uniform(site, own, value)];
  const [clause, ...others] = site.layers;
  const named = spokenOf(site, [clause!]);
  if (named.length === 0 && hasOtherMatter(site)) return [];
  const beside = named.length > 0 ? undefined : numberBeside(site);
  if (beside) return [uniform(site, beside, value)];
  const drafts: Draft[] = [];
  for (const cue of named.length > 0 ? named : spokenOf(site, others)) {
    const attribute = cue.means;
    if (drafts.some((other) => other.attribute === attribute)) continue;
    drafts.push(uniform(site, draft(site, attribute, { type: 'uniform', value }, cue), value));
  }
  return drafts;
}

const uniform = ({ clause }: Site, base: Draft, value: boolean): Draft => ({
  ...base,
  outcome: { type: 'uniform', value },
  anchor: clause.start,
  anchorEnd: clause.end,
});

/** The figure that the clause announces (全国已经统一:男30年) or looks back on (各省不得另定). */
function numberBeside(site: Site): Draft | undefined {
  const { reading, unit, sentence, place, index } = site;
  const rest = residue(site);
  const at = (sentenceAt: number, clauseAt: number): Draft | undefined => {
    const other = unit.sentences[sentenceAt];
    const clause = other?.clauses[clauseAt];
    if (!other || !clause || other.mood === 'question') return undefined;
    return numberDrafts({
      ...site,
      sentence: other,
      place: sentenceAt,
      index: clauseAt,
      clause,
      layers: layersOf(reading, unit, sentenceAt, clauseAt),
    })[0];
  };
  if (rest <= REACH.later! && index + 1 < sentence.clauses.length) {
    const found = at(place, index + 1);
    if (found) return found;
  }
  if (rest > REACH.block!) return undefined;
  if (index > 0) return at(place, index - 1);
  const before = unit.sentences[place - 1];
  return (
    before &&
    at(
      place - 1,
      before.clauses.findLastIndex((clause) => clause.tokens.some((token) => token.category === 'quantity')),
    )
  );
}

/** Words without which nothing is said of it. */
const TELLING = ['varies', 'uniform', 'same'];

/** true: one rule for the whole country; false: each region has its own; null: nothing is said of it. */
function uniformity({ clause, reading }: Site): boolean | null {
  if (!TELLING.some((role) => hasRole(clause.tokens, role)) || hasRole(clause.tokens, 'question')) return null;
  const roles = clause.tokens.filter((token): token is TermToken => token.category === 'role');
  if (roles.some((token) => token.ref === 'varies')) return false;
  const nationwide = clause.tokens.some((token) => token.category === 'region' && token.ref === WHOLE_COUNTRY);
  const { text } = reading.scan;
  for (const token of roles) {
    if (token.ref !== 'uniform' && token.ref !== 'same') continue;
    const denied = isDenied(clause.tokens, token, text);
    // 没有统一的数字 speaks of the country without naming it.
    if (token.ref === 'same' && !nationwide && !(denied && tellsExtent(clause.tokens))) continue;
    return !denied;
  }
  return null;
}

/** 没有统一, 并非全国统一. */
function isDenied(tokens: readonly Token[], at: Token, text: string): boolean {
  return tokens.some(
    (token) =>
      token.category === 'role' &&
      (token.ref === 'negation' || token.ref === 'privative') &&
      token.end <= at.start &&
      !/[,;]/.test(text.slice(token.end, at.start)),
  );
}

/** 没有统一的天数,由各省自己定: says nothing but that, and so means what the article is about. */
const ELLIPTIC_REACH = 12;

function isElliptic({ clause, sentence, index }: Site): boolean {
  const names = clause.tokens.some((token) => token.category === 'quantity' || (token.category === 'concept' && token.detail !== 'weak'));
  if (names) return false;
  if (tellsExtent(clause.tokens)) return true;
  const word = variesIn(clause.tokens);
  const before = sentence.clauses[index - 1];
  return word?.start === clause.start && (before === undefined || tellsExtent(before.tokens));
}

const variesIn = (tokens: readonly Token[]): Token | undefined =>
  tokens.find((token) => token.category === 'role' && token.ref === 'varies');

const tellsExtent = (tokens: readonly Token[]): boolean => hasRole(tokens, 'extent') || hasRole(tokens, 'measured');

/** 材料清单各省不同: says it of something else. */
const OTHER_MATTER = 3;

function hasOtherMatter({ clause, reading }: Site): boolean {
  const word = variesIn(clause.tokens);
  if (word === undefined) return false;
  const said = clause.tokens.filter((token) => token.category === 'region' || (token.category === 'role' && token.ref !== 'topic'));
  return unexplained(reading.scan.text, said, clause.start, word.start, false).length >= OTHER_MATTER;
}

/** The longest words of numbers in the nearest layer that has any. */
function spokenOf(site: Site, layers: readonly Layer[]): Cue[] {
  const rest = residue(site);
  const reach = isElliptic(site) ? ELLIPTIC_REACH : 0;
  for (const layer of layers) {
    if (rest > Math.max(REACH[layer.kind] ?? -1, layer.kind === 'context' ? -1 : reach)) continue;
    const cues = cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end).filter((cue) => isMeant(site, cue, layer));
    const longest = Math.max(...cues.map((cue) => cue.end - cue.token.start));
    if (longest > 1) return cues.filter((cue) => cue.end - cue.token.start === longest);
  }
  return [];
}

const NUMBERLESS: ReadonlySet<Attribute['type']> = new Set(['truth', 'choice', 'season', 'identifier']);

/** The layer must name the thing too: 退休 alone does not speak of the age. */
function isMeant(site: Site, cue: Cue, layer: Layer): boolean {
  const { packs, layers, clause } = site;
  const attribute = cue.means;
  if (cue.list !== 'cues' || NUMBERLESS.has(attribute.type) || !meetsNeeds(site, attribute)) return false;
  const subject = resolveSubject(packs, attribute, layers, clause.end, resolveScheme(packs, layers, clause.start));
  const token = subject?.thing.token ?? null;
  return token !== null && [layer, clause].some(({ start, end }) => token.start >= start && token.end <= end);
}
