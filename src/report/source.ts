// The register in reports: where a side is written, and how much of the corpus it covers.
import type { Finding } from '../model/finding.ts';
import { citeDocument, VERIFIED } from '../model/reference.ts';
import type { ReferenceSource } from '../model/reference.ts';
import type { Coverage, Locale } from '../model/result.ts';
import { KIND_WORDING, label } from './wording.ts';

/** 《title》（number）article · 自 … 起施行, in plain text. */
export function citeSource(source: ReferenceSource, locale: Locale): string {
  const { effectiveFrom, effectiveTo, verified } = source;
  const notes = [
    effectiveFrom === null ? '' : label(locale, 'inForce', { from: effectiveFrom }),
    effectiveTo === null ? '' : label(locale, 'inForceUntil', { to: effectiveTo }),
    isFirmly(verified) ? '' : label(locale, 'hint'),
  ];
  return [citeDocument(source), ...notes.filter((note) => note !== '')].join(' · ');
}

export const coverageOf = (coverage: Coverage, locale: Locale): string => label(locale, 'registerCounts', { ...coverage });

/** What an editor can do: with a source at hand, look at that. */
export function adviceOf({ kind, sides }: Pick<Finding, 'kind' | 'sides'>, locale: Locale): string {
  const sources = sides.flatMap(({ source }) => source ?? []);
  if (sources.length === 0) return KIND_WORDING[locale][kind].advice;
  return label(locale, sources.some(({ verified }) => isFirmly(verified)) ? 'adviceRegister' : 'adviceHint');
}

const isFirmly = (verified: ReferenceSource['verified']): boolean => VERIFIED.indexOf(verified) < 2;
