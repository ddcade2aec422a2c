// A workbook as Office Open XML, written row by row: a hundred thousand rows never stand in memory, and the same rows give the same bytes.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Locale } from '../../model/result.ts';
import { escapeXml } from '../xml.ts';
import { cellText, looksLikeFormula } from './column.ts';
import type { Column, Value } from './column.ts';
import { STYLE_SHEET, STYLES } from './workbook-style.ts';
import { sheetLabel } from './wording.ts';
import type { SheetLabel } from './wording.ts';

/** Rows that Excel takes in one sheet, the head among them. */
const ROWS = 1_048_576;
/** Characters that are compressed at once. */
const BATCH = 1 << 18;
/** Points of a line of text, and lines that a row may be high. */
const LINE = 15;
const LINES = 6;
/** Sheets that are wider than this (in digits) would be too small to read on one page's width. */
const PAGE = 320;

export interface Sheet<Row> {
  readonly name: SheetLabel;
  readonly columns: readonly Column<Row>[];
  readonly rows: Iterable<Row>;
  /** Whether the first row is a head that stays in sight and can be filtered by. */
  readonly head: boolean;
}

export interface WorkbookOptions {
  readonly locale: Locale;
  /** Rows of a sheet; less than Excel takes only in tests. */
  readonly most?: number;
}

/** The file in pieces. Sheets are written in their order; their names differ. */
export function* workbookPieces(
  sheets: readonly Sheet<never>[],
  { locale, most = ROWS }: WorkbookOptions,
): Generator<Uint8Array, void, undefined> {
  const names = sheets.map(({ name }) => sheetLabel(locale, name));
  const archive = new Archive();
  const ranges: (string | null)[] = [];
  yield* archive.add('[Content_Types].xml', [contentTypes(sheets.length)]);
  yield* archive.add('_rels/.rels', [ROOT_RELATIONS]);
  yield* archive.add('xl/_rels/workbook.xml.rels', [relations(sheets.length)]);
  yield* archive.add('xl/styles.xml', [STYLE_SHEET]);
  for (const [index, sheet] of sheets.entries())
    yield* archive.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet as unknown as Sheet<unknown>, locale, most, ranges));
  yield* archive.add('xl/workbook.xml', [workbookXml(names, ranges)]);
  yield* archive.end();
}

/** A zip whose entries all bear one fixed time: what a zip can say first, in whatever time zone it is read. */
class Archive {
  private readonly made: Uint8Array[] = [];
  private readonly zip = new Zip((error, data) => {
    if (error !== null) throw error;
    this.made.push(data);
  });

  *add(name: string, text: Iterable<string>): Generator<Uint8Array, void, undefined> {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = new Date(1980, 0, 1);
    this.zip.add(entry);
    let batch = '';
    for (const piece of text) {
      batch += piece;
      if (batch.length < BATCH) continue;
      entry.push(strToU8(batch));
      batch = '';
      yield* this.made.splice(0);
    }
    entry.push(strToU8(batch), true);
    yield* this.made.splice(0);
  }

  *end(): Generator<Uint8Array, void, undefined> {
    this.zip.end();
    yield* this.made.splice(0);
  }
}

/** Appends the range that can be filtered, or null, to `ranges`. */
function* sheetXml<Row>(
  { columns, rows, head }: Sheet<Row>,
  locale: Locale,
  most: number,
  ranges: (string | null)[],
): Generator<string, void, undefined> {
  const fits = columns.reduce((sum, { width }) => sum + width, 0) <= PAGE;
  yield `${DECLARATION}<worksheet xmlns="${MAIN}">${fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}<sheetViews>`;
  yield `<sheetView workbookViewId="0"${ranges.length === 0 ? ' tabSelected="1"' : ''}>`;
  if (head)
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  yield `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>`;
  for (const [index, { width }] of columns.entries()) yield `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  yield '</cols><sheetData>';
  let count = 0;
  const widths = columns.map(({ width }) => width);
  const line = (values: readonly Value[], style: number | null = null): string => rowXml(++count, values, style, widths, locale);
  if (head)
    yield line(
      columns.map(({ name }) => sheetLabel(locale, name)),
      STYLES.head,
    );
  let left = 0;
  for (const row of rows) {
    // The last row is kept for what is said of those that do not fit.
    if (count < most - 1) yield line(columns.map((column) => column.value(row)));
    else left++;
  }
  const last = columnName(columns.length - 1);
  ranges.push(head ? `$A$1:$${last}$${count}` : null);
  if (left > 0) yield line([sheetLabel(locale, 'moreRows', { n: left })], STYLES.head);
  yield '</sheetData>';
  if (head) yield `<autoFilter ref="${ranges.at(-1)!.replaceAll('$', '')}"/>`;
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield `<pageSetup paperSize="9" orientation="landscape"${fits ? ' fitToWidth="1" fitToHeight="0"' : ''}/></worksheet>`;
}

function rowXml(number: number, values: readonly Value[], style: number | null, widths: readonly number[], locale: Locale): string {
  let lines = 1;
  const cells = values.map((value, index) => {
    if (value === null) return '';
    const at = `r="${columnName(index)}${number}"`;
    if (typeof value === 'number') return `<c ${at} s="${style ?? STYLES.number}"><v>${value}</v></c>`;
    const text = cellText(value, locale);
    if (style === null) lines = Math.max(lines, Math.ceil(widthOf(text) / (widths[index]! - 1)));
    // A string is no formula; the mark keeps it from becoming one when somebody edits the cell.
    const own = style ?? (looksLikeFormula(text) ? STYLES.quoted : STYLES.text);
    return `<c ${at} s="${own}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
  });
  // Not every program makes a row as high as its text.
  const height = lines === 1 ? '' : ` ht="${LINE * Math.min(lines, LINES)}"`;
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

/** About: what matters is that Chinese takes two places. No more is counted than a row can show. */
function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length && index < 1000; index++) width += text.charCodeAt(index) < 0x1100 ? 1 : 2;
  return width;
}

/** Excel takes `_x0041_` for the character of that number. */
const escapeText = (text: string): string => escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

/** A, B … Z, AA. `index` from 0. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const ROOT_RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function contentTypes(sheets: number): string {
  const parts = numbers(sheets).map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`;
}

function relations(sheets: number): string {
  const parts = numbers(sheets).map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`);
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function workbookXml(names: readonly string[], ranges: readonly (string | null)[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const defined = ranges.flatMap((range, index) => {
    const sheet = `'${escapeXml(names[index]!)}'!`;
    return range === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}${range}</definedName>`,
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}$1:$1</definedName>`,
        ];
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
