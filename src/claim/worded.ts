// Values said in words: 不设起付线, 没有等待期, 长期有效.
import type { Attribute } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { Token } from '../parse/clause.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { accepts, isExcludedIn, isNominal, meetsNeeds } from './fit.ts';
import type { LayerKind } from './layer.ts';
import { isNegated } from './polarity.ts';
import { UNITS, UNLIMITED_MONTHS } from './value.ts';
import { isPremise } from './verdict.ts';

const ALL = 100;

/** 不设起付线, 全额报销, 没有等待期, 长期有效: a value said in words. */
export function wordedDrafts(site: Site, told: ReadonlySet<Attribute>): Draft[] {
  const drafts: Draft[] = nothingDrafts(site);
  for (const cue of cuesIn(site.packs, site.clause.tokens, site.reading.scan.text, site.clause.end, CUES.worded)) {
    if (isNominal(site, cue) || asks(site, cue)) continue;
    const attribute = cue.means;
    // 救助不设起付线: the words that rule a number out rule out one that is said in words.
    const { start, tokens } = site.clause;
    if (isExcludedIn(site.reading.scan.text, tokens, attribute, start, cue.token.start, start)) continue;
    if (!meetsNeeds(site, attribute) || drafts.some((draft) => draft.attribute === attribute)) continue;
    const some = cue.list === 'some';
    // 不设等待期 is in the list of zero; a 设 that something else denies says neither.
    if (
      some &&
      (told.has(attribute) || isPremise(site, cue) || isNegated(site.clause.tokens, cue.verb, site.clause.start, site.reading.scan.text))
    )
      continue;
    const value = cue.list === 'unlimited' ? UNLIMITED_MONTHS : cue.list === 'full' ? ALL : 0;
    drafts.push(worded(site, attribute, cue.token.start, cue.end, value, some));
  }
  return drafts;
}

/** 要|不要等一阵子: half of a question. */
function asks({ reading: { scan } }: Site, { token }: Cue): boolean {
  const { text } = scan;
  return (text[token.start] === '不' || text[token.start] === '没') && token.start > 0 && text[token.start - 1] === text[token.start + 1];
}

/** A value said in words from `start` to `end`; `some`: there is one, of whatever size. */
function worded(site: Site, attribute: Attribute, start: number, end: number, value: number, some: boolean): Draft {
  return {
    attribute,
    outcome: {
      type: 'number',
      range: { lo: value, hi: some ? null : value, loOpen: some, hiOpen: false },
      bound: some ? 'range' : 'exact',
      unit: UNITS[attribute.type] ?? '',
      per: attribute.per,
      approximate: false,
    },
    anchor: start,
    anchorEnd: end,
    stretches: [{ from: site.clause.start, to: site.clause.end }],
    used: new Set<Token>(),
    cueFrom: 'clause',
    cue: { from: start, to: end },
    case: null,
    site: null,
  };
}

const HEADS: ReadonlySet<LayerKind> = new Set<LayerKind>(['column', 'row']);

/** 起付线:无, and the same in a table: nothing of what the label or head names, where it may be nothing. */
function nothingDrafts(site: Site): Draft[] {
  const { packs, clause } = site;
  const { text } = site.reading.scan;
  const whole = (token: Token): boolean =>
    token.category === 'role' && token.ref === 'nothing' && token.start === clause.start && token.end === clause.end;
  if (!hasRole(clause.tokens, 'nothing') || !clause.tokens.some(whole)) return [];
  for (const { kind, role, tokens, end } of site.layers) {
    if (!HEADS.has(kind) && !(kind === 'sentence' && role === 'label')) continue;
    // 不超过3个月 | 不设: the words of a number tell the case, and name nothing.
    const named = cuesIn(packs, tokens, text, end).filter(
      ({ list, token }) =>
        list === 'cues' && !tokens.some((other) => other.category === 'quantity' && other.start <= token.start && other.end >= token.end),
    );
    const told = [...new Set(named.map((cue) => cue.attribute))]
      .map((id) => packs.attributes.get(id)!)
      .filter((attribute) => mayBeNothing(attribute) && meetsNeeds(site, attribute) && accepts(site, attribute, clause.start));
    if (told.length > 0) return told.map((attribute) => worded(site, attribute, clause.start, clause.end, 0, false));
  }
  return [];
}

/** Zero is among the values of the attribute. */
const mayBeNothing = ({ range }: Attribute): boolean => range !== null && range[0] <= 0;
