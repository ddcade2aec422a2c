// What a clause speaks of, for one attribute: the nearest mention of something of which the attribute can be said.
import type { Attribute, Packs } from '../pack/pack.ts';
import { relateConcepts } from '../pack/pack.ts';
import { hasRole, JOINTS } from '../parse/clause.ts';
import type { TermToken } from '../parse/clause.ts';
import type { Layer } from './layer.ts';
import { resolveScheme } from './scheme.ts';
import type { Resolved } from './scheme.ts';

export interface SubjectOf {
  readonly thing: Resolved;
  /** Things named in one breath with it, of which the same is said: 子女教育和婴幼儿照护都是2000元. */
  readonly also: readonly Resolved[];
  readonly scheme: string | null;
  readonly schemeFrom: Resolved | null;
}

const FAR: ReadonlySet<string> = new Set(['title', 'heading', 'lead', 'context', 'block', 'pack']);

/** Scheme families apart: 养老 has its own 个人账户. */
export function fits(packs: Packs, thing: string, scheme: string | null): boolean {
  const own = packs.concepts.get(thing)?.scheme;
  if (!own || scheme === null) return true;
  return packs.concepts.get(own)!.family === packs.concepts.get(scheme)!.family;
}

const ABOVE: ReadonlySet<string> = new Set(['title', 'heading', 'caption']);

/**
 * A scheme that only an earlier sentence named, or only a word implied (转移手续), may be another than the matter's:
 * where the attribute does not exist in it, that of the heading or title is meant. One that the sentence itself names is never overruled.
 */
export function resolveSubject(
  packs: Packs,
  attribute: Attribute,
  layers: readonly Layer[],
  anchor: number,
  scheme: Resolved | null,
): SubjectOf | null {
  const found = subjectIn(packs, attribute, layers, anchor, scheme);
  if (found !== null || scheme === null || attribute.schemes.length === 0) return found;
  const { from, token } = scheme;
  // 参加职工医保或居民医保,失能状态持续6个月以上的: what the clause itself speaks of tells its scheme, whichever an earlier clause named.
  if (from === 'sentence') {
    const own = resolveScheme(packs, layers.slice(0, 1), anchor);
    if (own !== null && own.id !== scheme.id) return subjectIn(packs, attribute, layers, anchor, own);
  }
  const named = token === null || from === 'context' || layers.some((layer) => layer.kind !== 'block' && layer.tokens.includes(token));
  if (named) return null;
  const above = layers.filter((layer) => ABOVE.has(layer.kind));
  const other = above.length > 0 ? resolveScheme(packs, above, anchor) : null;
  return other === null || other.id === scheme.id ? null : subjectIn(packs, attribute, layers, anchor, other);
}

/**
 * Thing and scheme of a claim of `attribute` whose predicate stands at `anchor`; null where the context names nothing that fits.
 * A thing of another family than the scheme of the context is not meant.
 */
function subjectIn(
  packs: Packs,
  attribute: Attribute,
  layers: readonly Layer[],
  anchor: number,
  scheme: Resolved | null,
): SubjectOf | null {
  const thing = findThing(packs, attribute, layers, anchor, scheme) ?? (attribute.own ? ownThing(packs, attribute, scheme) : null);
  if (thing === null) return null;
  // Neither a thing nor a scheme is named: the cue alone would make any article one of this attribute's scheme.
  if (thing.from === 'pack' && scheme === null && attribute.schemes.length > 0) return null;
  let settled = settleScheme(packs, attribute, thing.id, scheme);
  // 居民医保, and below it «参加了职工医保的,可以退费»: what a case names besides is not the scheme of the rule.
  if (settled === undefined && scheme?.from === 'sentence') {
    const beside = layers.filter((layer) => layer.kind !== 'sentence' || layer.role !== 'condition');
    if (beside.length < layers.length) settled = settleScheme(packs, attribute, thing.id, resolveScheme(packs, beside, anchor));
  }
  if (settled === undefined) return null;
  const meant = settled !== null && FAR.has(thing.from) ? attribute.defaults[settled] : undefined;
  const found = meant === undefined ? thing : { id: meant, from: 'pack' as const, token: null };
  const also = meant === undefined ? coordinated(packs, attribute, layers, thing, scheme) : [];
  return { thing: found, also, scheme: settled, schemeFrom: settled !== null && scheme?.id === settled ? scheme : null };
}

/** 物业费、取暖费、普通装修: between two things of a list stand others that the packs do not know. */
const LIST_LENGTH = 24;
const isListed = (between: string): boolean =>
  between.length <= LIST_LENGTH &&
  between.startsWith('、') &&
  [...between].every((char) => char === '、' || (char >= '\u4e00' && char <= '\u9fff'));

/** The things that stand before the one found with nothing but 、 or 和 between them; none where the values come one by one (分别). */
function coordinated(packs: Packs, attribute: Attribute, layers: readonly Layer[], thing: Resolved, scheme: Resolved | null): Resolved[] {
  const layer = layers.find((one) => thing.token !== null && one.kind === thing.from && one.tokens.includes(thing.token));
  if (!layer || hasRole(layer.tokens, 'respectively')) return [];
  const { text } = layer.reading.scan;
  const found: Resolved[] = [];
  let next = thing.token!;
  for (const token of layer.concepts.toReversed()) {
    if (token.end > next.start) continue;
    if (!JOINTS.has(text.slice(token.end, next.start)) && !isListed(text.slice(token.end, next.start))) {
      if (next.start - token.end > 2) break;
      continue;
    }
    if (!isMeant(packs, attribute, token, scheme)) continue;
    if (token.ref !== thing.id && !found.some((other) => other.id === token.ref)) found.push({ id: token.ref, from: layer.kind, token });
    next = token;
  }
  return found;
}

function ownThing(packs: Packs, attribute: Attribute, scheme: Resolved | null): Resolved | null {
  const id =
    attribute.of.find((of) => fits(packs, of, scheme?.id ?? null)) ?? (attribute.schemes.length === 0 ? attribute.of[0] : undefined);
  return id === undefined ? null : { id, from: 'pack', token: null };
}

function findThing(packs: Packs, attribute: Attribute, layers: readonly Layer[], anchor: number, scheme: Resolved | null): Resolved | null {
  for (const layer of layers) {
    const { text } = layer.reading.scan;
    if (layer.concepts.length === 0) continue;
    let candidates: TermToken[] | null = null;
    for (const token of layer.concepts) {
      if (!isMeant(packs, attribute, token, scheme) || (layer.kind === 'clause' && isAside(text, layer, token.start, anchor))) continue;
      if (candidates === null) candidates = [token];
      else candidates.push(token);
    }
    if (candidates === null) continue;
    const ahead = layer.kind === 'clause' && candidates.at(-1)!.start > anchor;
    const before = wholesOf(layer, ahead ? candidates.filter((token) => token.start <= anchor) : candidates);
    const found = before.findLast((token) => token.detail !== 'weak') ?? before.at(-1) ?? candidates[0]!;
    const resolved: Resolved = { id: found.ref, from: layer.kind, token: found };
    return found.detail === 'weak' ? (narrowed(packs, attribute, layers, found, scheme) ?? resolved) : resolved;
  }
  return null;
}

/** 账户包含当年和历年两部分: what goes on of the whole is not said of the part named last. */
function wholesOf({ tokens }: Layer, candidates: readonly TermToken[]): readonly TermToken[] {
  if (!hasRole(tokens, 'consists')) return candidates;
  const consists = tokens.find((token) => token.category === 'role' && token.ref === 'consists')!;
  const wholes = candidates.filter((token) => token.end <= consists.start);
  return wholes.length > 0 ? wholes : candidates;
}

const NARROWING: ReadonlySet<string> = new Set(['clause', 'sentence', 'parent', 'lead', 'row', 'column', 'caption', 'heading', 'title']);

/** 提取 below a heading that speaks of 租房提取: the short form means the kind that the context names, if it names one only. */
function narrowed(
  packs: Packs,
  attribute: Attribute,
  layers: readonly Layer[],
  short: TermToken,
  scheme: Resolved | null,
): Resolved | null {
  for (const layer of layers) {
    if (!NARROWING.has(layer.kind)) continue;
    const kinds = layer.concepts.filter(
      (token) => isMeant(packs, attribute, token, scheme) && relateConcepts(packs, token.ref, short.ref) === 'inside',
    );
    if (kinds.length === 0) continue;
    return kinds.every((token) => token.ref === kinds[0]!.ref) ? { id: kinds[0]!.ref, from: layer.kind, token: kinds[0]! } : null;
  }
  return null;
}

const [OPEN, CLOSE] = [0x28, 0x29];

/** 满25年(含实际缴费年限): what a bracket adds is not what the sentence is about, unless the predicate stands in the bracket too. */
function isAside(text: string, { start, end }: Layer, at: number, anchor: number): boolean {
  let open = at;
  while (open >= start && text.charCodeAt(open) !== OPEN && text.charCodeAt(open) !== CLOSE) open--;
  if (open < start || text.charCodeAt(open) === CLOSE) return false;
  let close = at;
  while (close < end && text.charCodeAt(close) !== CLOSE) close++;
  return close < end && !(anchor > open && anchor < close);
}

function isMeant(packs: Packs, attribute: Attribute, token: TermToken, scheme: Resolved | null): boolean {
  if (!isOf(packs, attribute, token.ref)) return false;
  if (token.detail === 'weak' && scheme === null) return false;
  return fits(packs, token.ref, scheme?.id ?? null);
}

const things = new WeakMap<Attribute, { readonly packs: Packs; readonly is: Map<string, boolean> }>();

/** Whether a concept is a thing of which the attribute is said. Asked for each concept of each layer, of few attributes. */
function isOf(packs: Packs, attribute: Attribute, concept: string): boolean {
  let known = things.get(attribute);
  if (known === undefined || known.packs !== packs) things.set(attribute, (known = { packs, is: new Map() }));
  let is = known.is.get(concept);
  if (is === undefined) {
    const related = (of: string): boolean => ['same', 'inside'].includes(relateConcepts(packs, concept, of));
    known.is.set(concept, (is = packs.concepts.get(concept)?.kind === 'thing' && attribute.of.some(related)));
  }
  return is;
}

/** The scheme of the claim: as named, narrowed by the thing's own; undefined where the attribute does not exist in it. */
function settleScheme(packs: Packs, attribute: Attribute, thing: string, named: Resolved | null): string | null | undefined {
  if (attribute.schemes.length === 0 && packs.concepts.get(thing)?.schemeless) return null;
  let scheme = named?.id ?? null;
  const own = packs.concepts.get(thing)?.scheme ?? null;
  if (own !== null && (scheme === null || relateConcepts(packs, scheme, own) === 'around')) scheme = own;
  // 生育津贴 is of one scheme whichever other the text speaks of.
  if (attribute.schemes.length === 0) return fits(packs, thing, scheme) ? scheme : own;
  if (scheme === null) return attribute.schemes.length === 1 ? attribute.schemes[0]! : null;
  const relations = attribute.schemes.map((of) => relateConcepts(packs, scheme!, of));
  const within = relations.findIndex((relation) => relation === 'same' || relation === 'inside');
  if (within >= 0) return attribute.family ? attribute.schemes[within]! : scheme;
  const wider = attribute.schemes.filter((_, index) => relations[index] === 'around');
  if (wider.length === 0) return undefined;
  return wider.length === 1 ? wider[0]! : scheme;
}
