// Comma-separated values, one article per row → articles. csv-parse says where cells begin and end; their text is taken from the file.
import { CsvError, parse } from 'csv-parse/sync';
import type { SourceFile } from '../model/article.ts';
import type { ExportRule } from '../model/export.ts';
import { lineIn } from '../model/locate.ts';
import { collectRecords, MOST_RECORDS, ROLES, usualNames } from './export.ts';
import type { Exported, Role, Values } from './export.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';
import { join } from './strand.ts';
import type { Piece, Strand } from './strand.ts';

const MOST_COLUMNS = 1000;
const DELIMITERS = [',', '\t', ';', '|'] as const;

interface Cell {
  readonly value: string;
  /** Range in the file, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** Faults say which rows could not be read; the others are. */
export async function readCsv(file: SourceFile, layouts: Layouts, report: Report, rule: ExportRule): Promise<Exported> {
  const collector = collectRecords(file, rule, layouts, report);
  const delimiter = rule.delimiter ?? guessDelimiter(file);
  let columns: Readonly<Record<Role, readonly number[]>> | null = null;
  let width = 0;
  for (const row of rowsOf(file, delimiter, collector.report)) {
    const line = lineIn(file, row[0]!.start);
    if (columns === null) {
      columns = columnsOf(row, rule, layouts, collector.report);
      if (columns === null) return { articles: [], comments: new Map() };
      width = row.length;
    } else if (row.length !== width) {
      collector.report('bad-record', line, 'column-count', { count: row.length, expected: width });
    } else {
      const values = Object.fromEntries(
        ROLES.map((role) => [role, columns![role].map((column) => strandOf(file.text, row[column]!))]),
      ) as unknown as Values;
      if (!(await collector.take(values, line))) break;
    }
  }
  return collector.finish();
}

/** The sign that is most frequent in the first line, outside of quotes. */
function guessDelimiter({ path, text }: SourceFile): string {
  if (/\.tsv$/i.test(path)) return '\t';
  const head = /^[^\r\n]{0,10000}/.exec(text)![0].replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((sign) => head.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** Ends the parsing. */
class Enough extends Error {
  readonly limit: 'too-many-columns' | 'too-many-records';
  constructor(limit: Enough['limit']) {
    super(limit);
    this.limit = limit;
  }
}

/** The rows of the file, as far as it can be read. */
function rowsOf({ text, ...file }: SourceFile, delimiter: string, report: Report): Cell[][] {
  const rows: Cell[][] = [];
  const bytes = Buffer.from(text, 'utf8');
  // The parser counts bytes, an article code units: both go through the file once.
  let [byte, unit] = [0, 0];
  let row: Cell[] = [];
  const lineAt = (): number => lineIn({ ...file, text }, unit);
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: () => null,
      cast: (value, { bytes: end, index }) => {
        if (index >= MOST_COLUMNS) throw new Enough('too-many-columns');
        let start = unit;
        if (index > 0) start += delimiter.length;
        else while (text[start] === '\r' || text[start] === '\n') start++;
        unit += bytes.toString('utf8', byte, end).length;
        byte = end;
        if (index === 0) {
          // The head is no record, and one more tells that there are too many.
          if (rows.length > MOST_RECORDS + 1) throw new Enough('too-many-records');
          rows.push((row = []));
        }
        row.push({ value, start, end: unit });
        return '';
      },
    });
  } catch (error) {
    if (error instanceof Enough && error.limit === 'too-many-records') return rows;
    if (error instanceof Enough) report('damaged', lineAt(), error.limit, { limit: MOST_COLUMNS });
    else if (!(error instanceof CsvError)) throw error;
    else if (error.code === 'CSV_QUOTE_NOT_CLOSED') report('damaged', lineAt(), 'quote-open');
    else report('damaged', lineAt(), 'csv', { detail: error.message });
    // The row that it happened in is not whole.
    rows.pop();
  }
  return rows;
}

/** Which columns hold what; null after a report where that cannot be told. */
function columnsOf(head: readonly Cell[], rule: ExportRule, layouts: Layouts, report: Report): Record<Role, number[]> | null {
  const names = head.map(({ value }) => value.trim());
  const columns = names.slice(0, 50).join(', ');
  const columnOf = (name: string): number => {
    const exact = names.indexOf(name);
    return exact >= 0 ? exact : names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  };
  const found: Record<Role, number[]> = { id: [], title: [], body: [], region: [], published: [] };
  for (const role of ROLES) {
    const missing = rule[role].find((name) => columnOf(name) < 0);
    if (missing !== undefined) {
      report('bad-record', 1, 'no-column', { field: missing, columns });
      return null;
    }
    const usual = usualNames(role, layouts)
      .map(columnOf)
      .find((column) => column >= 0);
    found[role] = rule[role].length > 0 ? rule[role].map(columnOf) : usual === undefined ? [] : [usual];
  }
  // Who names the body knows what the export has.
  if (found.body.length > 0 && (found.title.length > 0 || rule.body.length > 0)) return found;
  report('bad-record', 1, 'no-body-column', { columns });
  return null;
}

/** The text of a cell; a doubled quote is one. */
function strandOf(text: string, { value, start, end }: Cell): Strand {
  const raw = text.slice(start, end);
  if (raw === value) return join([{ text: raw, at: start, raw: 0 }]);
  const pieces: Piece[] = [];
  const last = end - 1;
  let from = start + 1;
  for (let at = text.indexOf('""', from); at >= 0 && at < last; at = text.indexOf('""', from)) {
    pieces.push({ text: text.slice(from, at), at: from, raw: 0 }, { text: '"', at, raw: 2 });
    from = at + 2;
  }
  pieces.push({ text: text.slice(from, last), at: from, raw: 0 });
  const strand = join(pieces.filter((piece) => piece.text !== ''));
  // Quotes that stand where they should not: all of the cell for all of it.
  return strand.text === value ? strand : join([{ text: value, at: start, raw: Math.max(1, end - start) }]);
}
