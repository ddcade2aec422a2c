// Tiers of one rule that leave a case between them without an answer, or give it two.
import type { Claim, Interval, Mention } from '../../model/claim.ts';
import type { Packs } from '../../pack/pack.ts';
import { describeConstraint, describePosition, describeTopic } from '../describe.ts';
import { caseOf } from '../fingerprint.ts';
import { judge } from '../judge.ts';
import { laddersOf } from '../ladder.ts';
import type { Ladder, Rung } from '../ladder.ts';
import { agree } from '../outcome.ts';
import { gatherPositions } from '../position.ts';
import type { NoticeCheck, NoticeDraft } from './check.ts';

type Measures = Extract<Mention, { kind: 'measures' }>;

export const gap: NoticeCheck = {
  kind: 'gap',
  family: 'notice',
  severity: 'warning',
  cause: 'author',
  find: (packs, mentions, asOf, claims) => {
    const named = new Map<string, readonly Interval[]>();
    for (const { article, mention } of mentions)
      if (mention?.kind === 'measures') named.set(`${article}\n${mention.text}`, (mention as Measures).ranges);
    return laddersOf(packs, claims).flatMap((ladder) => {
      const type = packs.axes.get(ladder.axis)?.type;
      const measures = named.get(`${ladder.rungs[0]!.claim.article}\n${type}`) ?? [];
      return ladder.rungs.slice(1).flatMap((rung, index) => between(packs, ladder, ladder.rungs[index]!, rung, measures, asOf));
    });
  },
};

function between(packs: Packs, ladder: Ladder, below: Rung, above: Rung, measures: readonly Interval[], asOf: string): NoticeDraft[] {
  const [hi, lo] = [below.range.hi, above.range.lo];
  if (hi === null || lo === null) return [];
  if (agree(below.claim.outcome, above.claim.outcome) !== 'incompatible') return [];
  const draft = (message: string, severity: NoticeDraft['severity'], range: Interval): NoticeDraft => {
    const what = describeConstraint({ axis: '', kind: 'interval', range, unit: below.stretch.unit, spelled: [] });
    const [a, b] = [below, above].map((rung) => describePosition(packs, rung));
    return {
      meaning: [message, ...caseOf(below.claim), ...caseOf(above.claim)],
      topic: `${describeTopic(below)} \u00b7 ${ladder.axis}${what}`,
      says: `${a}; ${b}`,
      claims: [below.claim, above.claim],
      reasons: [{ code: `tiers.${message}`, args: { range: what.replace(/^=/, ''), a: a!, b: b! } }],
      message: `message.gap.${message}`,
      severity,
    };
  };
  if (lo < hi) {
    const shared = { lo, hi, loOpen: above.range.loOpen, hiOpen: below.range.hiOpen };
    return disputed(packs, below.claim, above.claim, asOf) ? [] : [draft('overlap', null, shared)];
  }
  const hole = { lo: hi, hi: lo, loOpen: !below.range.hiOpen, hiOpen: !above.range.loOpen };
  if (lo === hi) return below.range.hiOpen && above.range.loOpen ? [draft('limit', 'info', hole)] : [];
  if (!hasCase(below.range, hole) || measures.some((range) => speaksOf(range, hole))) return [];
  return [draft('hole', null, hole)];
}

/** Whether the two are reported as a dispute already. */
function disputed(packs: Packs, a: Claim, b: Claim, asOf: string): boolean {
  const [left, right] = [...gatherPositions([a, b], packs, asOf).values()].flat();
  return left === undefined || right === undefined || judge(packs, left, right) !== null;
}

/**
 * Whether a case lies in the hole. Writers count in whole units: 1至3个月 and 4至6个月 leave none, nor do 1年至4年 and 5年以上;
 * after 3个月以内 and before 5个月以上 there are four months.
 */
function hasCase(below: Interval, { lo, hi, loOpen, hiOpen }: Interval): boolean {
  const [from, to] = [lo!, hi!];
  const years = below.lo !== null && from % 12 === 0 && to % 12 === 0 && from < 1200;
  const step = years ? 12 : Number.isInteger(from) && Number.isInteger(to) ? 1 : 1 / 30;
  const first = Math.ceil(from / step - 1e-6) + (loOpen && isMultiple(from, step) ? 1 : 0);
  const last = Math.floor(to / step + 1e-6) - (hiOpen && isMultiple(to, step) ? 1 : 0);
  return first <= last;
}

const isMultiple = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-6;

/** Whether a measure that the article names tells of the hole: then a tier was not read, and the hole is none of the text. */
function speaksOf({ lo, hi }: Interval, hole: Interval): boolean {
  const within = (limit: number | null): boolean => limit !== null && limit > hole.lo! && limit < hole.hi!;
  if (within(lo) || within(hi)) return true;
  if (lo !== null && hi !== null) return lo < hi && lo < hole.hi! && hi > hole.lo!;
  return (lo !== null && lo === hole.lo) || (hi !== null && hi === hole.hi);
}
