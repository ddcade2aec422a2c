// 今年, 目前, 最新 … on a figure that changes from year to year, with nothing that fixes the date.
import { byArticle, USUAL } from './check.ts';
import type { NoticeCheck } from './check.ts';

export const floatingDate: NoticeCheck = {
  kind: 'floating-date',
  family: 'notice',
  severity: 'info',
  cause: 'author',
  find: (_packs, mentions) =>
    byArticle(
      mentions.filter((claim) => claim.mention?.kind === 'floating'),
      (claim) => claim.mention!.text,
    ).map((claims) => {
      const { text } = claims[0]!.mention!;
      return { meaning: [text], topic: text, says: text, claims, reasons: [{ code: 'date.floating', args: { word: text } }], ...USUAL };
    }),
};
