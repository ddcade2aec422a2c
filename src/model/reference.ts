// Reference claims: what is officially in force, and where it is written.
import type { Claim } from './claim.ts';

/** `official-text`: the wording was read in full · `two-sources` · `one-source` · `from-memory`. The last two are not firm: they give hints at most. */
export const VERIFIED = ['official-text', 'two-sources', 'one-source', 'from-memory'] as const;
export type Verified = (typeof VERIFIED)[number];

/** Where a reference claim is written, as reports and the JSON document show it. Dates are ISO days. */
export interface ReferenceSource {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly article: string | null;
  readonly effectiveFrom: string | null;
  /** The last day on which it holds; null while no end is known. */
  readonly effectiveTo: string | null;
  readonly verified: Verified;
}

export interface Reference {
  readonly claim: Claim;
  readonly source: ReferenceSource;
  /** The law leaves it to the regions: what one of them says otherwise is no error. */
  readonly local: boolean;
}

/** Whether it holds on `day` (ISO). */
export const isInForce = ({ source }: Reference, day: string): boolean =>
  (source.effectiveFrom ?? '0000') <= day && day <= (source.effectiveTo ?? '9999');

/** 《title》（number）article: a document as reports and messages cite it. */
export const citeDocument = ({ title, documentNumber, article }: ReferenceSource): string =>
  `《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}${article ?? ''}`;

/** Whether it was verified well enough to call an article wrong. */
export const isFirm = ({ source }: Reference): boolean => source.verified === 'official-text' || source.verified === 'two-sources';
