// Findings, and claims, as comma-separated values that Excel opens rightly (RFC 4180, UTF-8 with a byte order mark).
import type { Locale } from '../model/result.ts';
import { reporter } from './reporter.ts';
import { claimColumns, claimsOf } from './sheet/claim-columns.ts';
import { CELL, cellText, looksLikeFormula } from './sheet/column.ts';
import type { Column, Value } from './sheet/column.ts';
import { findingColumns } from './sheet/finding-columns.ts';
import { sheetLabel } from './sheet/wording.ts';

export const csv = reporter((result, { locale }) => lines(findingColumns(result, locale), result.findings, locale));

export const csvClaims = reporter((result, { locale }) => lines(claimColumns(result, locale), claimsOf(result), locale));

function* lines<Row>(columns: readonly Column<Row>[], rows: readonly Row[], locale: Locale): Iterable<string> {
  yield `\uFEFF${columns.map(({ name }) => field(sheetLabel(locale, name), locale)).join(',')}\r\n`;
  for (const row of rows) yield `${columns.map((column) => field(column.value(row), locale)).join(',')}\r\n`;
}

function field(value: Value, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = cellText(value, locale, CELL - 1);
  // Quotes do not keep Excel from reckoning, nor from making a rounded number of an id like 123456789012e345; the apostrophe does.
  const safe = looksLikeFormula(text) || /^\d+(?:e\d+)?$/i.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
