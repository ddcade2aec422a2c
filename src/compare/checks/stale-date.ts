// A year, deadline or validity that has passed on the audit date, in words that present it as current or still to come.
import { byArticle, USUAL } from './check.ts';
import type { Reason } from '../../model/finding.ts';
import type { NoticeCheck } from './check.ts';

export const staleDate: NoticeCheck = {
  kind: 'stale-date',
  family: 'notice',
  severity: 'warning',
  cause: 'clock',
  find: (_packs, mentions, asOf) =>
    byArticle(
      mentions.filter((claim) => claim.mention?.kind === 'date' && claim.mention.until !== null && claim.mention.until < asOf),
      (claim) => claim.mention!.until!,
    ).map((claims) => {
      const { text, until, as } = claims[0]!.mention!;
      const reasons: Reason[] = [
        { code: 'date.passed', args: { date: until!, asOf } },
        { code: `date.${as ?? 'latest'}`, args: { date: text } },
      ];
      return { meaning: [until!], topic: text, says: text, claims, reasons, ...USUAL };
    }),
};
