// Values said in words: 不设起付线, 没有等待期, 长期有效.
import type { Attribute } from '../pack/pack.ts';
import type { Token } from '../parse/clause.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { isNominal, meetsNeeds, standsIn } from './fit.ts';
import { isNegated } from './polarity.ts';
import { UNITS, UNLIMITED_MONTHS } from './value.ts';
import { isPremise } from './verdict.ts';

const WORDED = new Set(['zero', 'some', 'unlimited']);

/** 不设起付线, 没有等待期, 长期有效: a value said in words. */
export function wordedDrafts(site: Site, own: readonly Cue[], told: ReadonlySet<Attribute>): Draft[] {
  const drafts: Draft[] = [];
  for (const cue of own) {
    if (!WORDED.has(cue.list) || isNominal(site, cue)) continue;
    const attribute = site.packs.attributes.get(cue.attribute)!;
    // 救助不设起付线: the words that rule a number out rule out one that is said in words.
    if (attribute.not.some((word) => standsIn(site, attribute, word, site.clause.start, cue.token.start))) continue;
    if (!meetsNeeds(site, attribute) || drafts.some((draft) => draft.attribute === attribute)) continue;
    const some = cue.list === 'some';
    // 不设等待期 is in the list of zero; a 设 that something else denies says neither.
    if (
      some &&
      (told.has(attribute) || isPremise(site, cue) || isNegated(site.clause.tokens, cue.verb, site.clause.start, site.reading.scan.text))
    )
      continue;
    const value = cue.list === 'unlimited' ? UNLIMITED_MONTHS : 0;
    drafts.push({
      attribute,
      outcome: {
        type: 'number',
        range: { lo: value, hi: some ? null : value, loOpen: some, hiOpen: false },
        bound: some ? 'range' : 'exact',
        unit: UNITS[attribute.type] ?? '',
        per: attribute.per,
        approximate: false,
      },
      anchor: cue.token.start,
      anchorEnd: cue.end,
      stretches: [{ from: site.clause.start, to: site.clause.end }],
      used: new Set<Token>(),
      cueFrom: 'clause',
      cue: { from: cue.token.start, to: cue.end },
      case: null,
      site: null,
    });
  }
  return drafts;
}
