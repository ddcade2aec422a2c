// A calculation that the text writes out, and whose result is another.
import type { Claim, Figure, Mention } from '../../model/claim.ts';
import type { Reason } from '../../model/finding.ts';
import { describeAmount } from '../describe.ts';
import { wordsOf } from '../fingerprint.ts';
import { wrongResult } from '../reckon.ts';
import { byArticle, USUAL } from './check.ts';
import type { NoticeCheck } from './check.ts';

type Calculated = Claim & { readonly mention: Extract<Mention, { kind: 'calculation' }> };

const isCalculated = (claim: Claim): claim is Calculated => claim.mention?.kind === 'calculation';
/** 47400元 as one reckons, not 4.74万元. */
const shown = ({ value, unit }: Figure): string =>
  unit === '元' && value >= 1e6 ? describeAmount(value, unit) : `${Math.round(value * 100) / 100}${unit}`;

export const arithmetic: NoticeCheck = {
  kind: 'arithmetic',
  family: 'notice',
  severity: 'warning',
  cause: 'author',
  find: (_packs, mentions) =>
    byArticle(mentions.filter(isCalculated), (claim) => claim.mention!.text).flatMap((claims) => {
      const { text, calculation } = (claims[0] as Calculated).mention;
      const wrong = wrongResult(calculation);
      if (wrong === null) return [];
      const { computed, stated } = wrong;
      const reason: Reason =
        stated === null
          ? { code: 'sum.differs', args: { value: shown(computed) } }
          : { code: `sum.${calculation.by}`, args: { value: shown(computed), stated: shown(stated) } };
      return [{ meaning: [wordsOf(text)], topic: text, says: text, claims, reasons: [reason], ...USUAL }];
    }),
};
