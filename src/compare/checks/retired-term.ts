// A scheme or term that no longer exists, used as if it did.
import { byArticle, USUAL } from './check.ts';
import type { NoticeCheck } from './check.ts';

export const retiredTerm: NoticeCheck = {
  kind: 'retired-term',
  family: 'notice',
  severity: 'warning',
  cause: 'author',
  find: (packs, mentions) =>
    byArticle(
      mentions.filter((claim) => claim.mention?.kind === 'term' && packs.retired.has(claim.mention.term!)),
      (claim) => claim.mention!.term!,
    )
      // A title that asks after the old name is a service to the reader; the text must use it.
      .filter((claims) => claims.some((claim) => claim.mood !== 'question'))
      .map((claims) => {
        const used = claims.filter((claim) => claim.mood !== 'question');
        const term = packs.retired.get(used[0]!.mention!.term!)!;
        const { text } = used[0]!.mention!;
        return {
          meaning: [used[0]!.mention!.term!],
          topic: text,
          says: text,
          claims: used,
          reasons: [{ code: 'term.retired', args: { term: text, since: term.since, replacement: term.replacement } }],
          ...USUAL,
        };
      }),
};
