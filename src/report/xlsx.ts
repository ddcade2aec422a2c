// One workbook for those who work in sheets: verdict, findings, their quotes, claims.
import { SEVERITIES } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { newOf, tallyFindings } from './lookup.ts';
import type { Reporter } from './reporter.ts';
import { claimColumns, claimsOf } from './sheet/claim-columns.ts';
import type { Value } from './sheet/column.ts';
import { findingColumns, quoteColumns, quotesOf } from './sheet/finding-columns.ts';
import { workbookPieces } from './sheet/workbook.ts';
import type { Sheet } from './sheet/workbook.ts';
import { sheetLabel } from './sheet/wording.ts';
import { coverageOf } from './source.ts';
import { verdictText } from './verdict.ts';
import { countOf, KIND_WORDING, label } from './wording.ts';

export const xlsx: Reporter = {
  pieces: (result, { locale }) => workbookPieces(sheetsOf(result, locale), { locale }),
  render: (result, options) => Buffer.concat([...xlsx.pieces(result, options)] as Uint8Array[]),
};

type Fact = readonly [string, Value];

function sheetsOf(result: AuditResult, locale: Locale): readonly Sheet<never>[] {
  const overview: Sheet<Fact> = {
    name: 'overview',
    columns: [
      { name: 'kind', width: 34, value: ([name]) => name },
      { name: 'message', width: 90, value: ([, value]) => value },
    ],
    rows: facts(result, locale),
    head: false,
  };
  return [
    overview,
    { name: 'findings', columns: findingColumns(result, locale), rows: result.findings, head: true },
    { name: 'quotes', columns: quoteColumns(locale), rows: quotesOf(result), head: true },
    { name: 'claimList', columns: claimColumns(result, locale), rows: claimsOf(result), head: true },
  ] as readonly Sheet<never>[];
}

function facts(result: AuditResult, locale: Locale): Fact[] {
  const { corpus, claims, packs, tool, asOf, register, notes, faults } = result;
  const tally = tallyFindings(newOf(result.findings));
  const counts = ({ counts: own }: (typeof tally.rows)[number]): string =>
    SEVERITIES.flatMap((severity) => (own[severity] === 0 ? [] : [countOf(locale, severity, own[severity])])).join(label(locale, 'comma'));
  return [
    [label(locale, 'title'), null],
    [sheetLabel(locale, 'verdict'), verdictText(result.findings, locale)],
    [label(locale, 'asOf'), asOf],
    ...tally.rows.map((row): Fact => [KIND_WORDING[locale][row.kind].title, counts(row)]),
    ...(['files', 'articles', 'sentences', 'claims', 'unread'] as const).map((name): Fact => [label(locale, name), corpus[name]]),
    ...(register === null ? [] : [[label(locale, 'register'), coverageOf(register, locale)] as const]),
    ...(claims.length < corpus.claims ? [[sheetLabel(locale, 'claimList'), sheetLabel(locale, 'citedOnly')] as const] : []),
    [label(locale, 'packs'), packs.map(({ name, version }) => `${name} ${version}`).join(label(locale, 'comma'))],
    [label(locale, 'tool'), `${tool.name} ${tool.version}`],
    ...notes.map(({ file, line, message, code }): Fact => [`${file}:${line}`, `${message} (${code})`]),
    ...(faults.length === 0 ? [] : [[label(locale, 'faults'), label(locale, 'incomplete', { n: faults.length })] as const]),
    ...faults.map(({ file, line, message, code }): Fact => [line === null ? file : `${file}:${line}`, `${message} (${code})`]),
  ];
}
