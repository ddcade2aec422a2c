// When a claim holds, as a stretch of days: what the timeline draws.
import type { ReportedClaim } from '../model/result.ts';
import type { Entry } from './entry.ts';

export interface Stretch {
  readonly side: number;
  /** ISO days; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where it comes from: the words of the article, its day of publication, or the register. */
  readonly by: 'text' | 'published' | 'register';
  readonly article: string | null;
}

/** One stretch per side and time; a claim without a period is placed where its article was published. */
export function stretchesOf(entry: Entry): readonly Stretch[] {
  const stretches = new Map<string, Stretch>();
  const add = (stretch: Stretch): void => {
    const { side, from, to, by } = stretch;
    const key = `${side} ${from} ${to} ${by}`;
    if (!stretches.has(key)) stretches.set(key, stretch);
  };
  for (const [
    side,
    {
      side: { source },
      citations,
    },
  ] of entry.sides.entries()) {
    if (source !== null && (source.effectiveFrom !== null || source.effectiveTo !== null))
      add({ side, from: source.effectiveFrom, to: source.effectiveTo, by: 'register', article: null });
    for (const { claim } of citations) {
      const period = periodOf(claim);
      if (period !== null) add({ side, ...period, by: 'text', article: claim.article });
      else if (claim.published !== null) add({ side, from: claim.published, to: claim.published, by: 'published', article: claim.article });
    }
  }
  const rank = ({ from, to }: Stretch): string => from ?? to ?? '';
  return [...stretches.values()].sort((a, b) => a.side - b.side || (rank(a) < rank(b) ? -1 : 1));
}

function periodOf({ period, mention }: ReportedClaim): { from: string | null; to: string | null } | null {
  if (mention?.kind === 'date' && mention.until !== null) return { from: null, to: mention.until };
  if (period === null) return null;
  if (period.from !== null || period.to !== null) return { from: period.from, to: period.to };
  return period.year === null ? null : { from: `${period.year}-01-01`, to: `${period.year}-12-31` };
}

/** Sides that speak of different times, by their words or the register's; days of publication alone are no matter of time. */
export function needsTimeline(entry: Entry): boolean {
  if (entry.sides.length < 2) return false;
  const stretches = stretchesOf(entry);
  const times = new Set(stretches.map(({ from, to, by }) => (by === 'published' ? '' : `${from} ${to}`)));
  times.delete('');
  return times.size > 0 && stretches.length > 1;
}

/** Days since 1970 of an ISO day; the clock is not asked. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
