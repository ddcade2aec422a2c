// The register in reports: where a side is written, and how much of the corpus it covers.
import { citeDocument, VERIFIED } from '../model/reference.ts';
import type { ReferenceSource } from '../model/reference.ts';
import type { Coverage, Locale } from '../model/result.ts';
import { label } from './wording.ts';

/** 《title》（number）article · 自 … 起施行, in plain text. */
export function citeSource(source: ReferenceSource, locale: Locale): string {
  const { effectiveFrom, effectiveTo, verified } = source;
  const notes = [
    effectiveFrom === null ? '' : label(locale, 'inForce', { from: effectiveFrom }),
    effectiveTo === null ? '' : label(locale, 'inForceUntil', { to: effectiveTo }),
    VERIFIED.indexOf(verified) < 2 ? '' : label(locale, 'hint'),
  ];
  return [citeDocument(source), ...notes.filter((note) => note !== '')].join(' · ');
}

export const coverageOf = (coverage: Coverage, locale: Locale): string => label(locale, 'registerCounts', { ...coverage });
