// Which scheme a clause speaks of: the nearest that is named, refined by what heading and title say.
import type { Packs } from '../pack/pack.ts';
import { relateConcepts } from '../pack/pack.ts';
import type { TermToken, Token } from '../parse/clause.ts';
import type { Layer, LayerKind } from './layer.ts';
import { oncePer, oncePerList } from './once.ts';

export interface Resolved {
  readonly id: string;
  readonly from: LayerKind | 'pack';
  readonly token: TermToken | null;
}

const FAR: ReadonlySet<LayerKind> = new Set<LayerKind>(['title', 'heading', 'context']);
const NEAR: ReadonlySet<Resolved['from']> = new Set<Resolved['from']>(['clause', 'sentence']);
const familyOf = (packs: Packs, id: string): string => packs.concepts.get(id)!.family;

const isScheme = (packs: Packs, token: Token): token is TermToken =>
  token.category === 'concept' && token.detail !== 'weak' && packs.concepts.get(token.ref)?.kind === 'scheme';

/** The scheme, or null where nothing names one. `anchor` is the offset of the claim's predicate in the clause. */
export function resolveScheme(packs: Packs, layers: readonly Layer[], anchor: number): Resolved | null {
  const known = schemesIn(layers);
  let found = known.get(anchor);
  if (found === undefined) known.set(anchor, (found = findScheme(packs, layers, anchor)));
  return found;
}

/** Every candidate of a clause asks for its scheme; the layers are made once per clause. */
const schemesIn = oncePerList(() => new Map<number, Resolved | null>());

function findScheme(packs: Packs, layers: readonly Layer[], anchor: number): Resolved | null {
  const own = impliedScheme(packs, layers);
  let generic: Resolved | null = null;
  for (const layer of layers) {
    // 失业金 in the clause is nearer than the 医保 of the title or of the sentence before.
    const nearer = own !== null && (layer.kind === 'block' ? NEAR.has(own.from) : FAR.has(layer.kind));
    if (generic === null && own !== null && nearer) {
      if (!FAR.has(own.from as LayerKind) && namesOnlyOthers(packs, layer, own.id)) return own;
    }
    if (layer.concepts.length === 0) continue;
    if (layer.kind === 'later') continue;
    const named = schemesOf(packs, layer, anchor);
    if (named.length === 0) continue;
    const found = layer.kind === 'clause' ? nearest(packs, named, anchor) : pick(packs, named, layer.kind);
    if (found === null) continue;
    const resolved: Resolved = { id: found.ref, from: layer.kind, token: found };
    if (generic === null) {
      if (!hasKinds(packs, found.ref)) return resolved;
      generic = resolved;
    } else if (packs.concepts.get(found.ref)?.ancestors.includes(generic.id)) {
      // A heading that says 居民医保 tells which 医保 the clause below it means.
      if (!hasKinds(packs, found.ref)) return resolved;
      generic = resolved;
    }
  }
  const short = shortScheme(packs, layers, anchor, (generic ?? own)?.id ?? null);
  if (short !== null) return short;
  // Where no scheme is named, 工伤认定 says of which it is a part.
  if (generic === null) {
    const spoken = own ?? onlyScheme(packs, layers[0]!.reading.scan.tokens).only;
    // 慢特病 is of 医保 in general; the kinds that the article names tell which.
    if (spoken === null || !hasKinds(packs, spoken.id)) return spoken;
    generic = spoken;
  }
  const kinds = namedSchemes(packs, layers[0]!.reading.scan.tokens).filter((token) =>
    packs.concepts.get(token.ref)!.ancestors.includes(generic!.id),
  );
  // The one kind that the article has named so far, if it is one only: 医保 alone means that one.
  const before = kinds.filter((token) => token.start <= layers[0]!.end);
  if (before.length === 1) return { id: before[0]!.ref, from: 'context', token: before[0]! };
  const usual = kinds.length === 0 ? packs.concepts.get(generic.id)!.usual : null;
  return usual === null ? generic : { ...generic, id: usual };
}

const NO_SCHEMES: readonly TermToken[] = [];

/** Those that a layer names as its own. */
function schemesOf(packs: Packs, layer: Layer, anchor: number): readonly TermToken[] {
  let named: TermToken[] | null = null;
  for (const token of layer.concepts) {
    if (!isScheme(packs, token) || isCompared(layer.tokens, token) || isCountedIn(layer, token, anchor)) continue;
    if (named === null) named = [token];
    else named.push(token);
  }
  return named ?? NO_SCHEMES;
}

/** Whether a layer names schemes, and none of the family. */
function namesOnlyOthers(packs: Packs, { concepts }: Layer, scheme: string): boolean {
  let any = false;
  for (const token of concepts) {
    if (!isScheme(packs, token)) continue;
    if (familyOf(packs, token.ref) === familyOf(packs, scheme)) return false;
    any = true;
  }
  return any;
}

const HEADS: ReadonlySet<LayerKind> = new Set<LayerKind>(['clause', 'sentence', 'lead', 'parent', 'row', 'column', 'heading']);

/** Where 医保 is spoken of, 居民报六成 means 居民医保: the nearest short form of a kind of the general scheme. */
function shortScheme(packs: Packs, layers: readonly Layer[], anchor: number, general: string | null): Resolved | null {
  if (general === null || !hasKinds(packs, general)) return null;
  for (const layer of layers) {
    if (!HEADS.has(layer.kind)) continue;
    const named = layer.concepts.filter(
      (token) =>
        token.detail === 'weak' && packs.concepts.get(token.ref)!.ancestors.includes(general) && !isCountedIn(layer, token, anchor),
    );
    const before = layer.kind === 'clause' ? named.filter((token) => token.start <= anchor) : named;
    const found = layer.kind === 'clause' ? (before.at(-1) ?? named[0]) : named[0];
    if (found === undefined || (layer.kind !== 'clause' && named.some((token) => token.ref !== found.ref))) continue;
    return { id: found.ref, from: layer.kind, token: found };
  }
  return null;
}

/** The first mention of each particular scheme of an article. */
const namedSchemes = oncePer((packs, tokens): readonly TermToken[] => {
  const first = new Map<string, TermToken>();
  for (const token of tokens)
    if (isScheme(packs, token) && !hasKinds(packs, token.ref) && !first.has(token.ref)) first.set(token.ref, token);
  return [...first.values()];
});

/** The one family of schemes of which the whole article speaks, by name or by its things; none where it speaks of none or of several. */
const onlyScheme = oncePer((packs, tokens): { readonly only: Resolved | null } => {
  // 个人账户 is of health insurance or of the pension: what stands for two at one place tells neither.
  const named = new Map<string, TermToken | null>();
  for (const token of tokens) {
    if (token.category !== 'concept' || token.detail === 'weak') continue;
    const { kind, scheme, family } = packs.concepts.get(token.ref)!;
    const id = kind === 'scheme' ? family : scheme === null ? null : familyOf(packs, scheme);
    if (id === null) continue;
    const place = `${token.start}-${token.end}`;
    const other = named.get(place);
    named.set(place, other === undefined || other?.ref === id ? { ...token, ref: id } : null);
  }
  const told = [...named.values()].filter((token) => token !== null);
  const [first] = told;
  const only: Resolved | null =
    first === undefined || told.some(({ ref }) => ref !== first.ref) ? null : { id: first.ref, from: 'context', token: first };
  return { only };
});

/** The scheme of the nearest things that belong to one scheme only; null where none is near or they disagree. */
function impliedScheme(packs: Packs, layers: readonly Layer[]): Resolved | null {
  for (const layer of layers) {
    let found: TermToken | null = null;
    for (const token of layer.concepts) {
      if (token.detail === 'weak') continue;
      const scheme = packs.concepts.get(token.ref)?.scheme ?? null;
      if (scheme === null || layer.concepts.some((other) => other !== token && other.start === token.start && other.end === token.end))
        continue;
      if (found !== null && found.ref !== scheme) return null;
      found ??= { ...token, ref: scheme };
    }
    if (found) return { id: found.ref, from: layer.kind, token: found };
  }
  return null;
}

function isCompared(tokens: readonly Token[], { start }: TermToken): boolean {
  for (const token of tokens)
    if (token.end === start && token.category === 'role' && (token.ref === 'than' || token.ref === 'toward')) return true;
  return false;
}

const COUNTED = /^(?:不|已|其中|)(?:含|包括|包含)/;

/** 单位费率8%(含生育保险0.5%): what a bracket counts in is not what the clause is of, unless the predicate stands in the bracket too. */
function isCountedIn({ reading, start, end }: Layer, scheme: TermToken, anchor: number): boolean {
  const text = reading.scan.text.slice(start, end);
  const open = text.lastIndexOf('(', scheme.start - start);
  if (open < 0 || !COUNTED.test(text.slice(open + 1, open + 5))) return false;
  const close = text.indexOf(')', open);
  return close >= scheme.end - start && !(anchor > start + open && anchor < start + close);
}

const hasKinds = (packs: Packs, id: string): boolean => packs.concepts.get(id)?.general === true;

/** Within the clause: the last scheme before the predicate, else the first after it; two in one breath are their common kind. */
function nearest(packs: Packs, named: readonly TermToken[], anchor: number): TermToken | null {
  const before = named.filter((token) => token.start <= anchor);
  const nearestOne = before.at(-1) ?? named[0]!;
  // 城乡居民医疗保险(即医保): the general name after the particular one means the same.
  const last = before.findLast((token) => packs.concepts.get(token.ref)!.ancestors.includes(nearestOne.ref)) ?? nearestOne;
  const other = before.at(-2);
  if (other && other.ref !== last.ref && last.start - other.end <= 3 && relateConcepts(packs, other.ref, last.ref) === 'apart') {
    const family = packs.concepts.get(last.ref)!.ancestors.find((up) => packs.concepts.get(other.ref)!.ancestors.includes(up));
    if (family) return { ...last, ref: family };
  }
  return last;
}

/** Elsewhere: the last one named; a title that names two schemes says nothing about either. */
function pick(packs: Packs, named: readonly TermToken[], kind: LayerKind): TermToken | null {
  if (kind === 'title' || kind === 'heading' || kind === 'context') {
    const specific = named.filter((token) => !hasKinds(packs, token.ref));
    const distinct = new Set(specific.map((token) => token.ref));
    if (distinct.size > 1) return named.find((token) => hasKinds(packs, token.ref)) ?? null;
    return specific[0] ?? named.at(-1)!;
  }
  return named.at(-1)!;
}
