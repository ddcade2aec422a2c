// Reading → Claim[]: every clause is asked by every extractor; what it leaves out is taken from its layers.
import type { Claim, Constraint, Outcome, Provenance } from '../model/claim.ts';
import { citationIn } from './citation.ts';
import { toEvidence } from '../model/locate.ts';
import type { Reading } from '../parse/read.ts';
import type { Packs } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { Token } from '../parse/clause.ts';
import { answerDrafts } from './answer-draft.ts';
import { calculationsOf } from './calculation.ts';
import { echoDrafts } from './echo.ts';
import { evidenceSpan, goesOnTo, isListed } from './evidence.ts';
import { hasOpenException, resolveConditions } from './condition.ts';
import type { Found } from './condition.ts';
import type { Draft, Site, Stretch } from './draft.ts';
import { frequencyDrafts } from './frequency.ts';
import { unfoldHeadlines } from './headline.ts';
import type { Placed } from './headline.ts';
import { identifierDrafts } from './identifier.ts';
import { layersOf, tokensOf } from './layer.ts';
import { listedDrafts } from './listed.ts';
import { measuresOf } from './measures.ts';
import { mentionsOf } from './mention.ts';
import { moodOf } from './mood.ts';
import { numberDrafts } from './number.ts';
import { forgetLists } from './once.ts';
import type { NewClaim } from './plain.ts';
import { sectionOf } from './section.ts';
import { isLocal, regionOf, resolvePeriod, resolveRegion, resolveStrength } from './scope.ts';
import { resolveScheme } from './scheme.ts';
import { seasonDrafts } from './season.ts';
import { statementOf } from './statement.ts';
import { sharesOf } from './share.ts';
import { resolveSubject } from './thing.ts';
import { titleDatesOf } from './title-date.ts';
import { uniformDrafts } from './uniform.ts';
import { unreadOf } from './unread.ts';
import type { Unread } from './unread.ts';
import { choiceDrafts, truthDrafts } from './verdict.ts';

const EXTRACTORS: readonly ((site: Site) => Draft[])[] = [
  answerDrafts,
  numberDrafts,
  truthDrafts,
  choiceDrafts,
  seasonDrafts,
  uniformDrafts,
  frequencyDrafts,
  identifierDrafts,
  listedDrafts,
  echoDrafts,
];

type Unquoted = Omit<NewClaim, 'evidence'>;

export interface Extraction {
  readonly claims: readonly Claim[];
  /** Name of the region that title or page give the whole article. */
  readonly region: string | null;
  readonly sentences: number;
  /** Sentences with a number, a date or a word that decides that gave no comparable claim. */
  readonly unread: readonly Unread[];
}

/** All claims of an article, in reading order. */
export function extractClaims(reading: Reading, packs: Packs): Extraction {
  forgetLists();
  const claims: Claim[] = [];
  const unread: Unread[] = [];
  const placed: Placed[] = [];
  let sentences = 0;
  const published = reading.article.published;
  const cites = citationIn(reading.article.text);
  const push = (claim: NewClaim): Claim => {
    const numbered = { id: `${reading.article.id}:${claims.length + 1}`, article: reading.article.id, published, cites, ...claim };
    claims.push(numbered);
    return numbered;
  };
  for (const unit of reading.units) {
    if (unit.block.kind === 'context') continue;
    for (const [place, sentence] of unit.sentences.entries()) {
      sentences++;
      const before = claims.length;
      const sites = sentence.clauses.map((clause, index): Site => ({
        packs,
        reading,
        unit,
        sentence,
        place,
        index,
        clause,
        layers: layersOf(reading, unit, place, index),
      }));
      const read = sites.map((site) => (sentence.mood === 'question' ? [] : readClause(site)));
      for (const [index, site] of sites.entries()) {
        const said = read[index]!;
        for (const { claim, at, span } of said) {
          const to =
            at === site && span.to === site.clause.end ? goesOnTo(site, claim.subject.thing, (next) => read[next]!.length === 0) : span.to;
          const evidence = toEvidence(reading.article, { start: span.from, end: to });
          placed.push({ claim: push({ ...claim, evidence }), unit: unit.index, place, clause: site.clause });
        }
        if (said.length === 0 && sentence.mood !== 'question' && unit.block.kind !== 'title') {
          const statement = statementOf(site);
          if (statement) push(statement);
        }
      }
      const compared = read.some((said) => said.some(({ claim }) => claim.mood === 'asserted'));
      for (const calculation of calculationsOf(reading, unit, sentence)) push(calculation);
      for (const mention of mentionsOf(packs, reading, unit, sentence, claims.slice(before))) push(mention);
      const missed = unreadOf(unit, place, claims.slice(before), compared);
      if (missed) unread.push(missed);
    }
  }
  const { headed, added } = unfoldHeadlines(packs, reading, placed);
  for (const claim of added) push(claim);
  for (const share of sharesOf(packs, reading, claims)) push(share);
  for (const measures of measuresOf(packs, reading, claims)) push(measures);
  for (const mention of titleDatesOf(packs, reading, claims)) push(mention);
  return { claims: claims.map((claim) => headed.get(claim.id) ?? claim), region: regionOf(reading, packs), sentences, unread };
}

/** What a clause says in a place of its own (an item, an echo) it does not say a second time where it stands. */
const unrepeated = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.every((draft) => draft.site === null)
    ? drafts
    : drafts.filter((draft) => draft.site !== null || !drafts.some((other) => other.site !== null && other.attribute === draft.attribute));

/** Of a pair, both. */
const isNamed = (packs: Packs, constraint: Constraint): boolean =>
  !packs.axes.get(constraint.axis)?.pair || (constraint.kind === 'values' && constraint.values.length > 1);

interface Read {
  readonly claim: Unquoted;
  readonly at: Site;
  readonly span: Stretch;
}

function readClause(site: Site): Read[] {
  const drafts: Draft[] = [];
  for (const extractor of EXTRACTORS) for (const draft of extractor(site)) drafts.push(draft);
  return unrepeated(drafts).flatMap((draft) => {
    const at = draft.site ?? site;
    const span = evidenceSpan(at, draft);
    return complete(at, draft).map((claim) => ({ claim, at, span }));
  });
}

/** The claim that a draft becomes, once for each thing of which it is said in one breath; none where nothing is spoken of. */
function complete(site: Site, draft: Draft): Unquoted[] {
  const { packs, sentence, layers } = site;
  const { attribute } = draft;
  const scheme = resolveScheme(packs, layers, draft.anchor);
  const subject = resolveSubject(packs, attribute, layers, draft.anchor, scheme);
  if (subject === null) return [];
  const first = draft.stretches[0]!;
  // Whether regions differ is no matter of the case.
  const uniform = draft.outcome.type === 'uniform';
  const conditions = uniform ? [] : conditionsOf(site, draft).filter((found) => !attribute.ignoreAxes.includes(found.constraint.axis));
  // An item whose case was not understood must not stand for every case.
  const ownMatter = subject.thing.from === 'clause' && attribute.of.length > 1;
  if (isListed(draft) && !ownMatter && !conditions.some((found) => found.from === 'clause')) return [];
  if (!attribute.mustAxes.every((axis) => conditions.some(({ constraint }) => constraint.axis === axis && isNamed(packs, constraint))))
    return [];
  const region = resolveRegion(packs, layers, first.from, first.to);
  const period = resolvePeriod(layers);
  const wide = tokensOf(sentence);
  const firm = uniform
    ? { strength: 'plain' as const, byRegion: false, typical: false }
    : resolveStrength(site, attribute.id, isMeasured(draft.outcome), region !== null);
  const people = conditions.filter((found) => packs.axes.get(found.constraint.axis)?.people && found.constraint.kind === 'values');
  const provenance: Provenance[] = [
    { field: 'subject.thing', from: subject.thing.from, span: spanOf(subject.thing.token) },
    {
      field: 'subject.scheme',
      from: subject.schemeFrom?.from ?? (subject.scheme === null ? 'nowhere' : 'pack'),
      span: spanOf(subject.schemeFrom?.token ?? null),
    },
    { field: 'attribute', from: draft.cueFrom, span: draft.cue === null ? null : { start: draft.cue.from, end: draft.cue.to } },
    { field: 'outcome', from: 'clause', span: { start: draft.anchor, end: draft.anchorEnd } },
    ...conditions.map((found) => ({
      field: `condition.${found.constraint.axis}`,
      from: found.from,
      span: { start: found.start, end: found.end },
    })),
    ...(region ? [{ field: 'region', from: region.from, span: { start: region.start, end: region.end } }] : []),
    ...(period ? [{ field: 'period', from: period.from, span: { start: period.start, end: period.end } }] : []),
  ];
  return [subject.thing, ...subject.also].map((thing) => ({
    subject: {
      scheme: subject.scheme,
      thing: thing.id,
      people: people.flatMap((found) => (found.constraint.kind === 'values' ? found.constraint.values : [])),
    },
    attribute: attribute.as,
    condition: conditions.map((found) => found.constraint),
    outcome: draft.outcome,
    region: region?.value ?? null,
    period: period?.value ?? null,
    strength: firm.strength,
    hedgedByRegion: firm.byRegion || (region === null && isLocal(site.reading)),
    typical: firm.typical,
    // 可通过以下方式报销: it holds as what comes below says.
    excepted: hasOpenException(wide, conditions) || (site.clause.role === 'label' && hasRole(site.clause.tokens, 'introduces')),
    series: seriesOf(site),
    section: sectionOf(site, draft, subject.thing.from),
    borrowed: isBorrowed(site, draft),
    mood: moodOf(site, wide, draft.anchor),
    mention: null,
    provenance,
  }));
}

function conditionsOf(site: Site, draft: Draft): Found[] {
  const found: Found[] =
    draft.case === null
      ? []
      : [
          {
            constraint: { axis: draft.case.ref, kind: 'values', values: [draft.case.detail] },
            from: 'clause',
            start: draft.case.start,
            end: draft.case.end,
          },
        ];
  for (const stretch of draft.stretches) {
    for (const one of resolveConditions(
      site.packs,
      draft.attribute,
      stretch === draft.stretches[0] && draft.stretches.length > 1 ? site.layers.slice(0, 1) : site.layers,
      site.clause,
      site.reading.scan.text,
      stretch.from,
      stretch.to,
      draft.used,
      draft.cueFrom === 'title' || opensAsAnswer(site),
    )) {
      if (!found.some((known) => known.constraint.axis === one.constraint.axis && known.constraint.axis !== 'opaque')) found.push(one);
    }
  }
  return found;
}

/** 算视同工伤: takes the question up in its own words. */
const opensAsAnswer = ({ clause, place }: Site): boolean =>
  place === 0 &&
  clause.tokens.some(
    (token) => token.category === 'role' && token.start === clause.start && (token.ref === 'answerYes' || token.ref === 'answerNo'),
  );

/** 财政补助每人800元,合在一起多126元: the second sum took its owner from the clause before. A headline's figure (半年 …) is the answer to its title. */
function isBorrowed({ layers, unit }: Site, { cue, cueFrom, anchor }: Draft): boolean {
  if (cueFrom === 'row' || cueFrom === 'block') return true;
  if (cueFrom === 'title') return anchor > unit.block.start;
  return (
    cueFrom === 'sentence' && !layers.some(({ role, start, end }) => role === 'label' && cue !== null && start <= cue.from && cue.to <= end)
  );
}

/** The table of a cell, or the list of an item: what stands above all its items. */
function seriesOf({ reading, unit }: Site): string | null {
  const { block } = unit;
  if (block.table !== null) return `${reading.article.id}:t${block.table.table}`;
  if (block.kind !== 'item') return null;
  const above = unit.context.find((link) => link.kind !== 'title' && link.kind !== 'context');
  return `${reading.article.id}:l${above?.unit ?? 0}`;
}

/** Whether the outcome says how much, rather than whether. */
const isMeasured = (outcome: Outcome): boolean => outcome.type === 'number' && (outcome.range.hi !== null || outcome.bound !== 'range');

const spanOf = (token: Token | null): { start: number; end: number } | null =>
  token === null ? null : { start: token.start, end: token.end };
