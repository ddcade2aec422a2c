// A bare verdict takes up the one before it: «被撞伤的,算工伤;自己全责的,不算» says of the second case what 算工伤 said of the first.
import type { Clause, Token } from '../parse/clause.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { layerOf } from './layer.ts';
import { draft } from './verdict.ts';

/** 则不算, 就能, 也可以: what may stand before the bare word. */
const LEADING = 2;

/** The verdicts of the clause before, or of the sentence before, said of this clause's own case. */
export function echoDrafts(site: Site): Draft[] {
  if (site.index === 0 || site.sentence.clauses[site.index - 1]!.role === 'statement') return [];
  const value = bareVerdict(site);
  if (value === null) return [];
  const { text } = site.reading.scan;
  const before = clausesBefore(site);
  for (const clause of [...before, ...clausesAbove(site)]) {
    const cues = cuesIn(site.packs, clause.tokens, text, clause.end, CUES.verdict).filter(({ list }) => list === 'yes' || list === 'no');
    const drafts: Draft[] = [];
    for (const cue of cues) {
      const attribute = cue.means;
      if (drafts.some((other) => other.attribute === attribute) || !meetsNeeds(site, attribute)) continue;
      drafts.push({
        ...draft(site, attribute, { type: 'truth', value: value === affirms(clause.tokens, cue) }, cue),
        anchor: site.clause.start,
        anchorEnd: site.clause.end,
        site: withCases(site, before),
      });
    }
    if (cues.length > 0) return drafts;
  }
  return [];
}

/** What the case before it said beyond its own (上下班途中) holds for this case too. */
function withCases(site: Site, before: readonly Clause[]): Site {
  const { unit, reading } = site;
  const own = site.layers.filter(({ kind }) => kind === 'clause' || kind === 'sentence');
  const cases = before.map((clause) => layerOf('sentence', clause.tokens, 'condition', unit, reading, clause));
  return { ...site, layers: [...own, ...cases.filter((layer) => layer.start < own.at(-1)!.start), ...site.layers.slice(own.length)] };
}

/** Yes or no where the clause is nothing but that word; null otherwise. */
function bareVerdict({ clause }: Site): boolean | null {
  const word = clause.tokens.find(
    (token) =>
      token.category === 'role' &&
      (token.ref === 'bareYes' || token.ref === 'bareNo') &&
      token.end === clause.end &&
      token.start - clause.start <= LEADING,
  );
  return word?.category === 'role' ? word.ref === 'bareYes' : null;
}

/** The clauses before the case, nearest first, back to the sentence before. */
function clausesBefore(site: Site): Clause[] {
  const before = site.unit.sentences[site.place - 1];
  return [
    ...site.sentence.clauses.slice(0, site.index - 1).toReversed(),
    ...(before && before.mood === 'asserted' ? before.clauses.toReversed() : []),
  ];
}

/** Whether a bare yes says yes of the attribute: 算 takes up 算工伤 and 不算工伤 alike, 会 takes up 作废. */
function affirms(tokens: readonly Token[], { list, token, end }: Cue): boolean {
  return (
    list === 'yes' ||
    tokens.some(
      (role) =>
        role.category === 'role' && ['negation', 'privative', 'filler'].includes(role.ref) && role.start >= token.start && role.end <= end,
    )
  );
}

/** What an item's words above it ask or say (哪些人能领): its lead, else its heading. */
function clausesAbove({ unit, reading }: Site): readonly Clause[] {
  if (unit.block.kind !== 'item') return [];
  const link = unit.context.find(({ kind }) => kind === 'lead' || kind === 'parent' || kind === 'heading');
  return link ? (reading.units[link.unit]!.sentences.at(-1)?.clauses ?? []) : [];
}
