// Cases listed under a verdict: «有下列情形之一的,不得认定为工伤:» says the same of each item, with the item as its case or its subject.
import type { Clause, ContextKind, Sentence, Unit } from '../parse/clause.ts';
import { hasRole } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import { relateConcepts } from '../pack/pack.ts';
import type { Attribute } from '../pack/pack.ts';
import type { TermToken, Token } from '../parse/clause.ts';
import { besideCue, cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { layerOf } from './layer.ts';
import type { Layer } from './layer.ts';
import { isNegated } from './polarity.ts';
import { draft, modalityOf } from './verdict.ts';

/** The words under which a list stands. */
interface Announcement {
  readonly clauses: readonly Clause[];
  readonly mood: Sentence['mood'];
  readonly unit: Unit;
}

const LENDING: readonly ContextKind[] = ['parent', 'lead', 'heading', 'title'];
const OWN_LAYERS: ReadonlySet<string> = new Set(['clause', 'sentence', 'later', 'block']);
/** Roles that make an item a statement of its own. */
const STATING = ['may', 'must', 'only', 'copula', 'question'];

/** One draft per item and verdict of the words above it; made at the item's last clause. */
export function listedDrafts(site: Site): Draft[] {
  if (site.unit.block.kind !== 'item' && site.unit.block.kind !== 'paragraph') return [];
  const announced = announcementOf(site);
  if (announced === null || isConjunction(announced)) return [];
  const group = groupOf(site, announced);
  if (group.length === 0 || site.sentence.clauses[site.index] !== group.at(-1)) return [];
  const tokens = announced.clauses.flatMap((clause) => clause.tokens);
  const { text } = site.reading.scan;
  const drafts: Draft[] = [];
  for (const cue of verdictsIn(site, announced)) {
    const attribute = cue.means;
    if (drafts.some((other) => other.attribute === attribute) || speaksItself(site, announced, group, attribute)) continue;
    if (namesOthers(site, tokens, attribute)) continue;
    const denied = isNegated(besideCue(tokens, cue), cue.verb, announced.clauses[0]!.start, text);
    for (const piece of piecesOf(site, group, attribute)) {
      const own = siteOf(site, announced, withoutOthers(site, piece, tokens, attribute));
      // What rules the verdict out stands beside the verdict; a case may speak of anything.
      if (!meetsNeeds({ ...own, clause: own.sentence.clauses[0]! }, attribute)) continue;
      const outcome =
        attribute.type === 'truth'
          ? ({ type: 'truth', value: (cue.list === 'yes') !== denied } as const)
          : ({
              type: 'choice',
              values: [cue.list.slice('choice:'.length)],
              modality: denied ? 'not' : modalityOf({ ...own, clause: own.sentence.clauses[0]! }, attribute),
            } as const);
      drafts.push({
        ...draft(own, attribute, outcome, cue),
        anchor: own.clause.end - 1,
        anchorEnd: own.clause.end,
        cueFrom: 'lead',
        site: own,
      });
    }
  }
  return drafts;
}

/** Verdicts in the words above the list; a plain question (能不能报) gives none, one that asks which (哪些不能报) does. */
function verdictsIn(site: Site, { clauses, mood }: Announcement): readonly Cue[] {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  if (mood === 'question' && !hasRole(tokens, 'wh')) return [];
  return cuesIn(site.packs, tokens, site.reading.scan.text, clauses.at(-1)!.end, CUES.verdict);
}

/** 同时符合下列条件: no single item decides. */
function isConjunction({ clauses }: Announcement): boolean {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  return !hasRole(tokens, 'either') && hasRole(tokens, 'together');
}

/** The nearest words that announce what this clause lists: before the colon, in the question before, above the block. */
function announcementOf(site: Site): Announcement | null {
  const { unit, sentence, reading, place, index } = site;
  const label = sentence.clauses.slice(0, index).findLastIndex((clause) => clause.role === 'label');
  if (label >= 0 && !(unit.block.kind === 'item' && label === 0 && hasAbove(site)))
    return { clauses: sentence.clauses.slice(0, label + 1), mood: sentence.mood, unit };
  let first = place;
  while (first > 0 && reading.scan.text[unit.sentences[first - 1]!.end] === ';') first--;
  if (first < place) {
    const opening = unit.sentences[first]!;
    const colon = opening.clauses.findIndex((clause) => clause.role === 'label');
    if (colon >= 0) return { clauses: opening.clauses.slice(0, colon + 1), mood: opening.mood, unit };
  }
  if (first > 0) {
    const before = unit.sentences[first - 1]!;
    return before.mood === 'question' ? { clauses: before.clauses, mood: 'question', unit } : null;
  }
  return above(site);
}

const hasAbove = (site: Site): boolean => above(site) !== null;

/** The lead or list parent, else a heading that asks which or names the cases. */
function above({ packs, unit, reading }: Site): Announcement | null {
  for (const link of unit.context) {
    if (!LENDING.includes(link.kind)) continue;
    const other = reading.units[link.unit]!;
    const last = other.sentences.at(-1);
    if (!last || last.clauses.length === 0) continue;
    const head = link.kind === 'heading' || link.kind === 'title';
    if (head && !announces(last)) return null;
    if (unit.block.kind === 'paragraph' && !follows(reading, unit, other)) {
      if (head) return null;
      continue;
    }
    const found = { clauses: last.clauses, mood: last.mood, unit: other };
    const tokens = last.clauses.flatMap((clause) => clause.tokens);
    if (cuesIn(packs, tokens, reading.scan.text, last.end, CUES.verdict).length > 0) return found;
    if (head) return null;
  }
  return null;
}

/** Lines without marks go on with a list as long as each ends in a semicolon. */
function follows({ units, scan }: Reading, unit: Unit, announcer: Unit): boolean {
  let at = unit.index - 1;
  while (at > announcer.index && scan.text[units[at]!.block.end - 1] === ';') at--;
  return at === announcer.index;
}

/** 哪些情形不算, 三类情形不算: a heading under which cases are listed. */
const announces = (sentence: Sentence): boolean => sentence.clauses.some(({ tokens }) => hasRole(tokens, 'wh') || hasRole(tokens, 'cases'));

/** The clauses of the item to which this clause belongs: 一是…,二是… begins one each, a label is one by itself. */
function groupOf({ sentence, index, unit }: Site, { unit: announcer, clauses }: Announcement): readonly Clause[] {
  const all = sentence.clauses;
  const from = announcer === unit && clauses.some((clause) => all.includes(clause)) ? clauses.length : 0;
  if (from === 0 && all.length > 1 && all[0]!.role === 'label') return all.slice(0, 1);
  const starts = all.map((clause, at) => at >= from && beginsItem(clause));
  if (starts.some(Boolean)) {
    let start = index;
    while (start > from && !starts[start]) start--;
    let end = index + 1;
    while (end < all.length && !starts[end]) end++;
    return all.slice(start, end);
  }
  return from > 0 ? all.slice(index, index + 1) : all;
}

const beginsItem = (clause: Clause): boolean =>
  clause.tokens.some((token) => token.category === 'role' && token.ref === 'enumerator' && token.start === clause.start);

const isOf = ({ packs }: Site, token: Token, attribute: Attribute): boolean =>
  token.category === 'concept' && attribute.of.some((of) => relateConcepts(packs, token.ref, of) !== 'apart');

/** The scheme family in which an attribute is at home, of a concept where it has one. */
function familyOf({ packs }: Site, id: string): string | null {
  const concept = packs.concepts.get(id)!;
  const scheme = concept.kind === 'scheme' ? id : concept.scheme;
  return scheme === null ? null : packs.concepts.get(scheme)!.family;
}

/** Whether the words above name only what is none of the attribute's matters (停发失业金, for what is said of 养老金). */
function namesOthers(site: Site, tokens: readonly Token[], attribute: Attribute): boolean {
  const named = tokens.filter((token): token is TermToken => token.category === 'concept');
  if (named.length === 0 || named.some((token) => isOf(site, token, attribute))) return false;
  const home = new Set([...attribute.of, ...attribute.schemes].map((id) => familyOf(site, id)));
  return !named.some((token) => home.has(familyOf(site, token.ref)));
}

/** What the words above name is meant, not what a case speaks of (享受养老保险待遇的, in a list about something else). */
function withoutOthers(site: Site, clause: Clause, lead: readonly Token[], attribute: Attribute): Clause {
  const settled = lead.some((token) => isOf(site, token, attribute));
  return { ...clause, tokens: clause.tokens.filter((token) => token.category !== 'concept' || (!settled && isOf(site, token, attribute))) };
}

/** An item that says itself what comes of its case. */
function speaksItself(site: Site, announced: Announcement, group: readonly Clause[], attribute: Attribute): boolean {
  const own = (token: Token): boolean =>
    token.category === 'attribute' &&
    token.words.some(({ ref, detail }) => ref === attribute.id && (detail === 'yes' || detail === 'no' || detail.startsWith('choice:')));
  const bare = (clause: Clause): boolean =>
    clause.tokens.some(
      (token) =>
        token.category === 'role' &&
        (token.ref === 'answerYes' || token.ref === 'answerNo') &&
        token.start === clause.start &&
        token.end === clause.end,
    );
  // 主动辞职:不能领 — the label's verdict is its own, whatever the heading asks.
  const item = group.length === 1 && group[0]!.role === 'label' ? site.sentence.clauses : group;
  if (item.some((clause) => !announced.clauses.includes(clause) && (clause.tokens.some(own) || bare(clause)))) return true;
  // Running text under a question may go on with anything; what is a case ends as one or states nothing.
  const running = site.unit.block.kind !== 'item' && group.length === site.sentence.clauses.length;
  return running && group.some((clause) => clause.role === 'statement' && STATING.some((role) => hasRole(clause.tokens, role)));
}

const wholeOf = (group: readonly Clause[]): Clause => ({
  start: group[0]!.start,
  end: group.at(-1)!.end,
  role: 'statement',
  tokens: group.flatMap((clause) => clause.tokens),
  turned: false,
  line: 0,
});

/** 伤残津贴、就业补助金: several things of which the verdict can be said are several claims. */
function piecesOf(site: Site, group: readonly Clause[], attribute: Attribute): Clause[] {
  const whole = wholeOf(group);
  const { tokens } = whole;
  const pieces: Clause[] = [];
  let start = whole.start;
  for (let at = whole.start; at <= whole.end; at++) {
    if (at < whole.end && site.reading.scan.text[at] !== '、') continue;
    pieces.push({ ...whole, start, end: at, tokens: tokens.filter((token) => token.start >= start && token.end <= at) });
    start = at + 1;
  }
  const named = pieces.filter(({ tokens: inside }) => inside.some((token) => isOf(site, token, attribute)));
  return named.length > 1 ? named : [whole];
}

/** The item as a place of its own, below the words that announce it. */
function siteOf(site: Site, announced: Announcement, clause: Clause): Site {
  const { start } = announced.clauses[0]!;
  const { end } = announced.clauses.at(-1)!;
  const lead: Clause = { start, end, role: 'label', tokens: announced.clauses.flatMap((part) => part.tokens), turned: false, line: 0 };
  const { unit, reading } = site;
  const mood = site.sentence.mood === 'asserted' && announced.mood !== 'question' ? announced.mood : site.sentence.mood;
  const layers: Layer[] = [
    layerOf('clause', clause.tokens, 'statement', unit, reading, clause),
    layerOf('lead', lead.tokens, null, announced.unit, reading, lead),
    ...site.layers.filter((layer) => !OWN_LAYERS.has(layer.kind) && layer.unit !== announced.unit),
  ];
  return { ...site, clause, sentence: { start: clause.start, end: clause.end, clauses: [lead, clause], mood }, index: 1, layers };
}
