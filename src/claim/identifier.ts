// Numbers that name something and measure nothing (a hotline) → values of the attribute whose cue stands nearest.
import type { Attribute } from '../pack/pack.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import { quantitiesOf } from './draft.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { isNegated } from './polarity.ts';
import { draft } from './verdict.ts';

/** A number by itself: no part of a longer one, of an address or of a name; an area code before it (010-12393) is no part of it. */
const NUMBER = /(?<![\d.@/\w-]|\d[ )])(?:\(?0\d{2,3}\)?[- ]?)?(\d{3,8})(?![\d.]?\w|-\d)/g;
/** How far a cue may stand from its number. */
const REACH = 16;
/** How far behind a number a word may tell that it is another's. */
const BEHIND = 4;

interface Identifier {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Several numbers of one clause are read only if each has a cue of its own: 热线分别是12333和12393 tells two of what only 分别 parts. */
export function identifierDrafts(site: Site): Draft[] {
  const cues = cuesOf(site, site.clause);
  const label = cues.length === 0 ? labelOf(site) : [];
  if (cues.length + label.length === 0) return [];
  const numbers = identifiersIn(site);
  const drafts: Draft[] = [];
  for (const [index, number] of numbers.entries()) {
    const from = numbers[index - 1]?.end ?? (label.length > 0 ? label[0]!.token.start : site.clause.start);
    const owner = ownerOf(site, label.length > 0 && index === 0 ? label : cues, number, from);
    if (owner === null) return [];
    const { cue, attribute } = owner;
    const denied = isNegated(site.clause.tokens, number.start, site.clause.start, site.reading.scan.text);
    const made = draft(site, attribute, { type: 'choice', values: [number.value], modality: denied ? 'not' : 'may' }, cue);
    drafts.push({ ...made, anchor: number.start, anchorEnd: number.end });
  }
  return drafts;
}

const attributeOf = (site: Site, cue: Cue): Attribute => cue.means;

const cuesOf = (site: Site, { tokens, end }: { readonly tokens: Site['clause']['tokens']; readonly end: number }): Cue[] =>
  cuesIn(site.packs, tokens, site.reading.scan.text, end, CUES.identifier).filter(
    (cue) => cue.list === 'cues' && attributeOf(site, cue).type === 'identifier',
  );

/** 服务热线: / 12393: the clause before says what the number is, unless it holds one itself. */
function labelOf(site: Site): Cue[] {
  const before = site.sentence.clauses[site.index - 1];
  const cues = before ? cuesOf(site, before) : [];
  return cues.length > 0 && numbersIn(site.reading.scan.text, before!.start, before!.end).length === 0 ? cues : [];
}

function numbersIn(text: string, from: number, to: number): Identifier[] {
  // What stands before the clause decides whether a number begins there.
  const before = Math.max(0, from - 1);
  return [...text.slice(before, to).matchAll(NUMBER)].map((match) => {
    const end = before + match.index + match[0].length;
    return { value: match[1]!, start: end - match[1]!.length, end };
  });
}

/** Those that measure nothing: 12333个来电 is no hotline. */
function identifiersIn({ clause, reading }: Site): Identifier[] {
  const measures = quantitiesOf(clause);
  return numbersIn(reading.scan.text, clause.start, clause.end).filter(
    ({ start, end }) => !measures.some((quantity) => quantity.start <= start && quantity.end > end),
  );
}

function ownerOf(site: Site, cues: readonly Cue[], number: Identifier, from: number): { cue: Cue; attribute: Attribute } | null {
  const { text } = site.reading.scan;
  const near = cues
    .map((cue) => ({ cue, attribute: attributeOf(site, cue), distance: Math.max(number.start - cue.end, cue.token.start - number.end, 0) }))
    .filter(({ cue, distance }) => distance <= REACH && cue.end > from)
    .sort((a, b) => a.distance - b.distance || a.cue.token.start - b.cue.token.start);
  const [first] = near;
  if (!first || near.some(({ distance, attribute }) => distance === first.distance && attribute !== first.attribute)) return null;
  const { cue, attribute } = first;
  const [lo, hi] = attribute.range ?? [0, Infinity];
  if (Number(number.value) < lo || Number(number.value) > hi) return null;
  const around = text.slice(from, Math.max(Math.min(number.end + BEHIND, site.clause.end), cue.end));
  return attribute.not.some((word) => around.includes(word)) || !meetsNeeds(site, attribute) ? null : { cue, attribute };
}
