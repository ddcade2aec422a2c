// Findings as rows: one per finding for those who hand out work, one per quote for those who read it.
import type { Finding, Side } from '../../model/finding.ts';
import type { AuditResult, Locale } from '../../model/result.ts';
import { word } from '../../model/wording.ts';
import { indexResult } from '../lookup.ts';
import type { Citation, Lookup } from '../lookup.ts';
import { sideLetter } from '../side.ts';
import { adviceOf, citeSource } from '../source.ts';
import { waiverText } from '../waiver.ts';
import { KIND_WORDING, label, SEVERITY_WORDING, STATUS_WORDING } from '../wording.ts';
import type { Column } from './column.ts';
import { sheetLabel } from './wording.ts';

/** Most disputes have two sides; what others say follows in one cell. */
const OWN_COLUMNS = ['A', 'B'] as const;

export function findingColumns(result: AuditResult, locale: Locale): readonly Column<Finding>[] {
  const lookup = indexResult(result);
  return [
    { name: 'id', width: 18, value: ({ id }) => id },
    { name: 'severity', width: 8, value: ({ severity }) => SEVERITY_WORDING[locale][severity] },
    { name: 'kind', width: 17, value: ({ kind }) => KIND_WORDING[locale][kind].title },
    { name: 'topic', width: 34, value: ({ topic }) => topic },
    { name: 'message', width: 50, value: ({ message }) => message },
    { name: 'sides', width: 8, value: ({ sides }) => sides.length },
    { name: 'claims', width: 8, value: ({ sides }) => sides.reduce((sum, { count }) => sum + count, 0) },
    ...OWN_COLUMNS.flatMap((letter, index) => sideColumns(letter, index, lookup)),
    {
      name: 'others',
      width: 30,
      value: ({ sides }) =>
        sides
          .slice(OWN_COLUMNS.length)
          .map((side, index) => otherSide(side, sideLetter(index + OWN_COLUMNS.length), lookup, locale))
          .join(' | ') || null,
    },
    { name: 'why', width: 50, value: ({ reasons }) => reasons.map(({ code, args }) => word(locale, code, args)).join(' | ') || null },
    { name: 'standing', width: 30, value: (finding) => standingText(finding, locale) },
    { name: 'source', width: 40, value: ({ sides }) => sources(sides, locale) },
    { name: 'advice', width: 40, value: (finding) => adviceOf(finding, locale) },
    { name: 'cause', width: 12, value: ({ cause }) => sheetLabel(locale, cause) },
    { name: 'status', width: 8, value: ({ status }) => STATUS_WORDING[locale][status] },
    { name: 'waiver', width: 30, value: ({ waiver }) => waiver && waiverText(waiver, locale) },
    { name: 'files', width: 40, value: ({ sides }) => filesOf(sides, lookup) },
  ];
}

function sideColumns(letter: 'A' | 'B', index: number, lookup: Lookup): Column<Finding>[] {
  const first = ({ sides }: Finding): Citation | undefined => {
    const side = sides[index];
    return side === undefined ? undefined : lookup.citations(side)[0];
  };
  return [
    { name: `says${letter}`, width: 30, value: ({ sides }) => sides[index]?.says ?? null },
    { name: `count${letter}`, width: 8, value: ({ sides }) => sides[index]?.count ?? null },
    { name: `place${letter}`, width: 30, value: (finding) => placeOf(first(finding)) },
    { name: `quote${letter}`, width: 50, value: (finding) => first(finding)?.claim.evidence.quote ?? null },
  ];
}

function placeOf(citation: Citation | undefined): string | null {
  if (citation === undefined) return null;
  const { file, startLine } = citation.claim.evidence;
  return `${file}:${startLine}`;
}

function otherSide(side: Side, letter: string, lookup: Lookup, locale: Locale): string {
  const parts = [side.says, label(locale, 'claimCount', { n: side.count }), placeOf(lookup.citations(side)[0])];
  return `${letter}${label(locale, 'colon')}${parts.filter((part) => part !== null).join(' · ')}`;
}

function standingText({ standing }: Finding, locale: Locale): string | null {
  if (standing === null) return null;
  const reasons = standing.reasons.map(({ code, args }) => word(locale, code, args)).join(' | ');
  return `${sideLetter(standing.side)}${label(locale, 'colon')}${reasons}`;
}

function sources(sides: readonly Side[], locale: Locale): string | null {
  return sides.flatMap(({ source }) => (source === null ? [] : [citeSource(source, locale)])).join(' | ') || null;
}

function filesOf(sides: readonly Side[], lookup: Lookup): string | null {
  const files = new Set(sides.flatMap((side) => lookup.citations(side).map(({ claim }) => claim.evidence.file)));
  return [...files].join(' | ') || null;
}

export interface Quote {
  readonly finding: Finding;
  readonly side: Side;
  readonly letter: string;
  readonly citation: Citation;
}

/** Every quote that a finding lists. */
export function* quotesOf(result: AuditResult): Iterable<Quote> {
  const lookup = indexResult(result);
  for (const finding of result.findings) {
    for (const [index, side] of finding.sides.entries())
      for (const citation of lookup.citations(side)) yield { finding, side, letter: sideLetter(index), citation };
  }
}

export function quoteColumns(locale: Locale): readonly Column<Quote>[] {
  return [
    { name: 'finding', width: 18, value: ({ finding }) => finding.id },
    { name: 'severity', width: 8, value: ({ finding }) => SEVERITY_WORDING[locale][finding.severity] },
    { name: 'kind', width: 17, value: ({ finding }) => KIND_WORDING[locale][finding.kind].title },
    { name: 'topic', width: 34, value: ({ finding }) => finding.topic },
    { name: 'side', width: 8, value: ({ letter }) => letter },
    { name: 'says', width: 30, value: ({ side }) => side.says },
    { name: 'quote', width: 60, value: ({ citation }) => citation.claim.evidence.quote },
    { name: 'file', width: 34, value: ({ citation }) => citation.claim.evidence.file },
    { name: 'line', width: 8, value: ({ citation }) => citation.claim.evidence.startLine },
    { name: 'title', width: 30, value: ({ citation }) => citation.article?.title || null },
    { name: 'published', width: 12, value: ({ citation }) => citation.article?.published ?? null },
  ];
}
