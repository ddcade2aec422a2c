// Where, when and how firmly a claim holds: region, period, strength.
import type { Period, Region, Strength } from '../model/claim.ts';
import { hasRole, isWordOf } from '../parse/clause.ts';
import type { Clause, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Packs } from '../pack/pack.ts';
import type { DateToken, TermToken, Token } from '../parse/clause.ts';
import type { Site } from './draft.ts';
import { layerOf } from './layer.ts';
import type { Layer, LayerKind } from './layer.ts';
import { oncePerList } from './once.ts';

export interface Placed<T> {
  readonly value: T;
  readonly from: LayerKind;
  readonly start: number;
  readonly end: number;
}

/** The region: the nearest that is named; the innermost of several in one stretch. A place where one is treated is no scope. */
export function resolveRegion(packs: Packs, layers: readonly Layer[], from: number, to: number): Placed<Region> | null {
  let aside = false;
  for (const layer of layers) {
    if (layer.kind === 'block' || layer.kind === 'later') continue;
    // 国家规定的98天,我省增加90天: the country is what this place is set against.
    aside ||= (layer.kind === 'clause' || layer.kind === 'sentence') && hasRole(layer.tokens, 'here');
    if (layer.regions.length === 0) continue;
    const named = placesIn(packs, layer, aside);
    if (named.length === 0) continue;
    const near = layer.kind === 'clause' ? named.filter((token) => token.start >= from && token.start < to) : named;
    const pool = near.length > 0 ? near : named.filter((token) => token.start < from);
    let found: TermToken | null = null;
    for (const token of pool) {
      if (found === null || packs.regions.contains(found.ref, token.ref)) found = token;
      else if (layer.kind === 'clause' && !packs.regions.contains(token.ref, found.ref)) found = token;
    }
    if (found) return { ...placedAt(packs, found), from: layer.kind };
  }
  const issuer = layers[0] ? issuerOf(layers[0].reading) : null;
  return issuer && { ...placedAt(packs, issuer), from: 'context' };
}

const placesIn = (packs: Packs, layer: Layer, aside: boolean): TermToken[] =>
  layer.regions.filter((token) => !isDestination(layer.tokens, token) && !(aside && packs.regions.parent(token.ref) === null));

const placedAt = (packs: Packs, { ref, start, end }: TermToken): Omit<Placed<Region>, 'from'> => ({
  value: { code: ref, name: packs.regions.name(ref) },
  start,
  end,
});

/** Who writes an article, or to whom, stands among its first or last lines: so many units. */
const MARGIN = 3;

/** What an article tells of its own place; null until it was asked for. */
const tellingOf = oncePerList((): { issuer: { readonly token: TermToken | null } | null; local: boolean | null } => ({
  issuer: null,
  local: null,
}));

/** 市医保中心 behind the name of a place, or 根据《某市办法》, at the head or the foot: an article that says it of one place only is about that place. */
function issuerOf(reading: Reading): TermToken | null {
  const known = tellingOf(reading.units);
  return (known.issuer ??= { token: findIssuer(reading) }).token;
}

function findIssuer(reading: Reading): TermToken | null {
  const { units } = reading;
  const margin = units.filter(({ block }, index) => block.kind !== 'title' && (index <= MARGIN || index >= units.length - MARGIN));
  const named = margin.flatMap(({ tokens }) => {
    const offices = new Set(tokens.flatMap((token) => (token.category === 'role' && token.ref === 'office' ? [token.start] : [])));
    return tokens.filter(
      (token): token is TermToken => token.category === 'region' && (offices.has(token.end) || reading.scan.text[token.start - 1] === '《'),
    );
  });
  return named.length > 0 && named.every(({ ref }) => ref === named[0]!.ref) ? named[0]! : null;
}

/** Whether an article speaks of 本市, 我省: of some place, even where it names none. */
export function isLocal(reading: Reading): boolean {
  return (tellingOf(reading.units).local ??= reading.units.some(({ tokens }) => hasRole(tokens, 'here')));
}

/** 转到省城, 到上海、南京住院: where one goes, not where the rule holds. */
function isDestination(tokens: readonly Token[], region: TermToken): boolean {
  for (const token of tokens) {
    if (token.category === 'role') {
      if (token.ref === 'toward' && token.end <= region.start && region.start - token.end <= 1) return true;
    } else if (token.category === 'region' && token.end === region.start - 1 && isDestination(tokens, token)) return true;
  }
  return false;
}

/** 过了2027年2月28日再缴的: a case. */
const isMissed = (tokens: readonly Token[], date: DateToken): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'missed' && token.end === date.start);

/** The period: a dated expression of the sentence (behind the clause only where it tells how long a figure holds), else the year that heading or title bear as a label. */
export function resolvePeriod(layers: readonly Layer[]): Placed<Period> | null {
  for (const layer of layers) {
    if (layer.kind === 'block' || layer.kind === 'context' || layer.kind === 'lead') continue;
    if (!layer.dated) continue;
    if (layer.kind === 'later' && !hasRole(layer.tokens, 'term') && !hasRole(layer.tokens, 'validity')) continue;
    const dates = layer.tokens.filter(
      (token): token is DateToken => token.category === 'date' && token.precision !== 'season' && !isMissed(layer.tokens, token),
    );
    const labelled = dates.find((token) => token.precision === 'year' && token.open === 'none');
    // 2027年度的集中缴费期为9月1日至12月31日,个人缴费420元: what another clause tells by the day is its own matter, its year is the sentence's.
    const nearest = layer.kind === 'clause' || layer.kind === 'later' || (layer.kind === 'sentence' && layer.role !== 'statement');
    // 2024年5月18日至2025年5月7日 at the head of a column or a row is when its cells held; farther up, only a year counts.
    const lent = layer.kind === 'sentence' || layer.kind === 'column' || layer.kind === 'row' ? dates.at(-1) : undefined;
    const date = nearest ? dates.at(-1) : (labelled ?? lent);
    // 到2030年1月1日,提高到20年: the day on which the change is there, not the last day of what is told.
    const reached = date?.open === 'until' && hasRole(layers[0]!.tokens, 'change') && !hasRole(layer.tokens, 'validity');
    if (date)
      return {
        value: {
          from: reached ? date.to : date.open === 'until' ? null : date.from,
          to: reached || date.open === 'from' ? null : date.to,
          year: date.precision === 'year' && date.open === 'none' ? date.year : null,
        },
        from: layer.kind,
        start: date.start,
        end: date.end,
      };
  }
  return null;
}

const FIRM: ReadonlySet<string> = new Set(['hedge', 'regionHedge', 'universal']);

const tellsFirmness = oncePerList((clauses: readonly Clause[]): boolean =>
  clauses.some(({ tokens }) => tokens.some((token) => token.category === 'role' && FIRM.has(token.ref))),
);

export interface Firmness {
  readonly strength: Strength;
  readonly byRegion: boolean;
  readonly typical: boolean;
}

const speaksOfHere = ({ clauses }: Sentence): boolean =>
  clauses.some(
    ({ tokens, start }) =>
      hasRole(tokens, 'here') || tokens.some((token) => token.category === 'role' && token.ref === 'hereStart' && token.start === start),
  );

/** 各地规定不同。 by itself heads the sentences that follow it in its block. */
function headsHedged({ sentences }: Unit, place: number): boolean {
  const first = firstHedge(sentences);
  return first >= 0 && first < place;
}

const firstHedge = oncePerList((sentences: readonly Sentence[]): number =>
  sentences.findIndex(
    ({ clauses }) =>
      clauses.some(({ tokens }) => hasRole(tokens, 'regionHedge')) &&
      clauses.every(({ tokens }) => tokens.every(({ category }) => category !== 'quantity' && category !== 'concept')),
  ),
);

/** 以人均收入3.2万元的甲市为例: — the list or table below holds for some region, not for the country. */
const isSample = ({ units }: Reading, { context }: Unit): boolean =>
  context.some(({ kind, unit }) => kind === 'lead' && hasRole(units[unit]!.tokens, 'suppose'));

/** 一律不予报销; 无论何种原因,…: the word stands beside what it is said of, or in a condition ahead of it. 三个月,都在这个范围里 says it of something else. */
const leavesNoCase = ({ clauses }: Sentence, clause: Clause): boolean =>
  clauses.some(
    (other) =>
      (other === clause || (other.role === 'condition' && other.line === clause.line && other.start < clause.start)) &&
      hasRole(other.tokens, 'universal'),
  );

/**
 * How firmly the sentence speaks. 本市 of an article that names no place is some region, not the country (`placed`: a region is known). A hedge about regions counts for the whole sentence and for the one that follows it,
 * but one about the extent (设等待期,长短由各地自定) leaves a claim alone that states none.
 */
export function resolveStrength(
  { reading, sentence, clause, unit, place }: Site,
  attribute: string,
  measured: boolean,
  placed: boolean,
): Firmness {
  const next = unit.sentences[place + 1];
  // Most sentences say nothing of how firm they are.
  if (!tellsFirmness(sentence.clauses)) {
    const first = clause.line === sentence.clauses.at(-1)!.line ? next?.clauses[0] : undefined;
    const hedgedBehind = first !== undefined && hasRole(first.tokens, 'regionHedge') && (measured || !hasRole(first.tokens, 'extent'));
    if (!hedgedBehind && !headsHedged(unit, place) && (placed || !speaksOfHere(sentence)))
      return { strength: 'plain', byRegion: isSample(reading, unit), typical: false };
  }
  // 一般不超过 as a cue of the attribute is the wording of the rule itself.
  const worded = clause.tokens.filter((token) => isWordOf(token, attribute));
  const clauseTokens = clause.tokens.filter(
    (token) =>
      token.category !== 'role' ||
      (token.ref !== 'hedge' && token.ref !== 'regionHedge') ||
      !worded.some((cue) => cue.start <= token.start && cue.end >= token.end),
  );
  const speaks = (other: Clause): boolean => measured || other === clause || !hasRole(other.tokens, 'extent');
  const all = sentence.clauses
    .filter((other) => other.line === clause.line && speaks(other))
    .flatMap((other) => (other === clause ? clauseTokens : other.tokens));
  const after = clause.line === sentence.clauses.at(-1)!.line ? next?.clauses[0] : undefined;
  const following = after && speaks(after) ? after.tokens : [];
  const byRegion =
    hasRole(all, 'regionHedge') || hasRole(following, 'regionHedge') || headsHedged(unit, place) || (!placed && speaksOfHere(sentence));
  const own = hasRole(clauseTokens, 'hedge');
  const hedged: Firmness = {
    strength: 'hedged',
    byRegion,
    typical: hasRole(clause.tokens, 'most') && !hasRole(clause.tokens, 'some'),
  };
  if (own || byRegion) return hedged;
  if (leavesNoCase(sentence, clause)) return { strength: 'universal', byRegion, typical: false };
  const before = clause.tokens[0]?.start ?? 0;
  // 一般三天到账,但还需单位转付: what turns away from a hedge is not under it.
  const turn = sentence.clauses.findLast((other) => other.turned && other.start <= clause.start)?.start ?? 0;
  // 有的,一样能领: the answer of a word by itself is none of some.
  const isWord = (token: Token): boolean => sentence.clauses.some(({ start, end }) => start === token.start && end === token.end);
  if (
    all.some((token) => token.category === 'role' && token.ref === 'hedge' && token.start >= turn && token.start < before && !isWord(token))
  )
    return hedged;
  return { strength: 'plain', byRegion: isSample(reading, unit), typical: false };
}

/** The region of an article as a whole: its title's, else the one that the page around it names. */
export function regionOf(reading: Reading, packs: Packs): string | null {
  const layers = ['title', 'context'].flatMap((kind) =>
    reading.units
      .filter((unit) => unit.block.kind === kind)
      .map((unit) => layerOf(kind as 'title', unit.tokens, null, unit, reading, unit.block)),
  );
  return resolveRegion(packs, layers, 0, Number.POSITIVE_INFINITY)?.value.name ?? null;
}
