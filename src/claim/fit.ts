// Whether a cue is said of the matter at all: the words it needs are there, and it is asserted rather than spoken about.
import type { Span } from '../model/span.ts';
import type { Attribute } from '../pack/pack.ts';
import { hasRole, isWordOf } from '../parse/clause.ts';
import type { Clause, Token } from '../parse/clause.ts';
import { besideCue } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import { holdsDenial, isNegated } from './polarity.ts';
import type { Site } from './draft.ts';
import type { Layer } from './layer.ts';
import { oncePerList } from './once.ts';
import { resolveScheme } from './scheme.ts';
import { resolveSubject } from './thing.ts';

const FAR: ReadonlySet<string> = new Set(['title', 'context', 'block']);

/**
 * Whether the words that an attribute needs stand in the clause or its context, and those that rule a verdict out do not stand in the clause.
 * `question` is what a bare answer answers: it holds the words that the answer leaves out.
 */
export function meetsNeeds(site: Site, attribute: Attribute, question: Span | null = null): boolean {
  if (attribute.not.length + attribute.elsewhere.length + attribute.about.length + attribute.needs.length === 0) return true;
  if (question !== null) return findsNeeds(site, attribute, question);
  const met = metIn(site.layers);
  // What announces a list stands in for an item's clause.
  if (met.clause !== site.clause) [met.clause, met.known] = [site.clause, new Map()];
  let meets = met.known.get(attribute);
  if (meets === undefined) met.known.set(attribute, (meets = findsNeeds(site, attribute, null)));
  return meets;
}

/** Each number of a clause asks of the same attributes. */
const metIn = oncePerList((): { clause: Clause | null; known: Map<Attribute, boolean> } => ({
  clause: null,
  known: new Map(),
}));

function findsNeeds(site: Site, attribute: Attribute, question: Span | null): boolean {
  const { text } = site.reading.scan;
  const verdict = attribute.type === 'truth' || attribute.type === 'choice';
  if (attribute.not.length > 0 && verdict && says(text, site.clause, attribute.not)) return false;
  if (question !== null && says(text, question, attribute.not)) return false;
  if (attribute.elsewhere.length > 0 && says(text, site.sentence, attribute.elsewhere)) return false;
  if (attribute.about.length > 0 && !says(text, site.sentence, attribute.about) && !anySays(site.layers, attribute.about, false))
    return false;
  if (attribute.needs.length === 0) return true;
  // A verdict is about the matter at hand: what the title or an earlier sentence speaks of is too far away.
  return says(text, site.sentence, attribute.needs) || anySays(site.layers, attribute.needs, verdict && question === null);
}

const says = (text: string, { start, end }: Span, words: readonly string[]): boolean => holdsAny(text.slice(start, end), words);

function anySays(layers: readonly Layer[], words: readonly string[], near: boolean): boolean {
  for (const layer of layers) if (!(near && FAR.has(layer.kind)) && layerSays(layer, words)) return true;
  return false;
}

function holdsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** Whether a layer has one of the words: asked once for all clauses that draw on it. */
function layerSays(layer: Layer, words: readonly string[]): boolean {
  const known = (layer.says ??= new Map());
  let has = known.get(words);
  if (has === undefined) known.set(words, (has = says(layer.reading.scan.text, layer, words)));
  return has;
}

/** Whether something is spoken of at `anchor` of which the attribute may be said. */
export function accepts({ packs, layers }: Site, attribute: Attribute, anchor: number): boolean {
  return resolveSubject(packs, attribute, layers, anchor, resolveScheme(packs, layers, anchor)) !== null;
}

/**
 * Whether a word that rules the attribute out stands in a stretch by itself: not as part of a word of the attribute (产假 in 陪产假), nor in (含视同年限).
 * `tokens` are those of the stretch; a bracket is looked for from `opening` on; words of fewer characters than `shortest` do not count.
 */
export function isExcludedIn(
  text: string,
  tokens: readonly Token[],
  attribute: Attribute,
  from: number,
  to: number,
  opening: number,
  shortest = 1,
): boolean {
  const { not } = attribute;
  if (not.length === 0 || from >= to) return false;
  // Only the stretch is searched: a word that it lacks would be looked for to the end of the article.
  const stretch = text.slice(from, to);
  // Nearly all are missing, and to ask that here makes no closure.
  for (const word of not)
    if (word.length >= shortest && stretch.includes(word) && standsIn(text, tokens, attribute, stretch, word, from, opening)) return true;
  return false;
}

function standsIn(
  text: string,
  tokens: readonly Token[],
  attribute: Attribute,
  stretch: string,
  word: string,
  from: number,
  opening: number,
): boolean {
  for (let found = stretch.indexOf(word); found >= 0; found = stretch.indexOf(word, found + 1)) {
    const at = from + found;
    const end = at + word.length;
    const own = tokens.some(
      (token) =>
        token.start <= at &&
        token.end >= end &&
        token.end - token.start > word.length &&
        (isWordOf(token, attribute.id) || (token.category === 'concept' && attribute.of.includes(token.ref))),
    );
    if (!own && !isIncluded(text, opening, at)) return true;
  }
  return false;
}

/** In a bracket that tells what is counted in. */
function isIncluded(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  const open = before.lastIndexOf('(');
  return open >= 0 && !before.includes(')', open) && before.startsWith('含', open + 1);
}

/** 余额清零的原因, 清零问题: spoken about, not asserted. */
export function isNominal(site: Site, cue: Cue): boolean {
  const { text } = site.reading.scan;
  if (cue.end >= site.clause.end) return false;
  // 无需担心清零问题, 不存在清零现象: to deny the topic is to deny the matter.
  // 是专为在校学生设立的保险: what something was made for is said of it.
  for (const token of site.clause.tokens) {
    if (token.category === 'role' && token.end <= cue.token.start && (token.ref === 'dispels' || token.ref === 'meantFor')) return false;
  }
  // 此前累计的缴费年限: said of the years in passing.
  if (text[cue.end - 1] === '的') return true;
  if (text[cue.end] === '的' && cue.end + 1 < site.clause.end && text[cue.end + 1] !== ' ') return true;
  // 余额消失通常与停缴有关: who tells what it comes of says that it comes about.
  if (hasRole(site.clause.tokens, 'caused') && site.clause.tokens.some((token) => isMost(token) && token.start === cue.end)) return false;
  // 不办理退费手续: what is denied with its procedure is denied.
  if (!hasRole(site.clause.tokens, 'topic')) return false;
  const topic = site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'topic' && token.start === cue.end);
  if (!topic) return false;
  const { tokens, start } = site.clause;
  return !holdsDenial(tokens, cue.token.start, cue.end) && !isNegated(besideCue(tokens, cue), cue.verb, start, text);
}

const isMost = (token: Token): boolean => token.category === 'role' && token.ref === 'most';
