// word/document.xml → paragraphs and tables, as a reader sees them with all changes accepted.
import { SaxesParser } from 'saxes';

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Breaks within it are vertical tabs. */
  readonly text: string;
  readonly style: string | null;
  /** 0 for the highest heading; 9 for none, whatever the style says. */
  readonly outline: number | null;
  /** Depth in a list from 0; -1 for none, whatever the style says. */
  readonly list: number | null;
  readonly bold: boolean;
}

export interface Cell {
  readonly span: number;
  /** Goes on from the row above. */
  readonly continues: boolean;
  readonly items: Item[];
}

export interface Row {
  readonly head: boolean;
  /** Columns of the grid that the row leaves out in front. */
  readonly before: number;
  readonly cells: Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: Row[];
}

export type Item = Paragraph | Table;

/** What an XML part must not be: not well-formed, with a document type, nested without end. */
export class BadXml extends Error {}

const MAX_DEPTH = 1000;
/** What is deleted, moved away, said again for old programs, how it was before, or a reading aid. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rt',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
  'tblPrEx',
]);
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\v', cr: '\v', noBreakHyphen: '-' };

interface OpenParagraph {
  text: string;
  style: string | null;
  outline: number | null;
  list: number | null;
  numbered: boolean;
  /** Characters that are bold, and all. */
  bold: number;
  visible: number;
  /** Its mark was deleted: what follows belongs to it. */
  joined: boolean;
  /** Text boxes that are anchored in it. */
  readonly boxes: Item[];
}

/** Every element of a part; `close` follows each. @throws BadXml */
export function walkXml(
  xml: string,
  open: (name: string, value: (attribute: string) => string | null) => void,
  close: (name: string) => void,
  text: (text: string) => void,
): void {
  const parser = new SaxesParser({ position: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  parser.on('doctype', () => {
    throw new BadXml('DOCTYPE');
  });
  parser.on('error', (error) => {
    throw new BadXml(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new BadXml(`> ${MAX_DEPTH} elements deep`);
    open(local(name), (attribute) => Object.entries(attributes).find(([key]) => local(key) === attribute)?.[1] ?? null);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    close(local(name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
}

const isOn = (value: string | null): boolean => value === null || !/^(?:0|false|off|none)$/i.test(value);
const count = (value: string | null, most: number): number => Math.min(most, Math.max(0, Number.parseInt(value ?? '0', 10) || 0));

/** @throws BadXml */
export function readBody(xml: string): Item[] {
  const body: Item[] = [];
  const sinks: Item[][] = [body];
  const paragraphs: OpenParagraph[] = [];
  /** Per sink the paragraph whose mark was deleted. */
  const carried = new Map<Item[], OpenParagraph>();
  const tables: { rows: (Row & { gone: boolean })[] }[] = [];
  const path: string[] = [];
  let run = { hidden: false, bold: false };
  let skipped = 0;
  let taking = false;

  const say = (text: string): void => {
    const own = paragraphs.at(-1);
    if (own === undefined || run.hidden) return;
    own.text += text;
    const length = text.replace(/\s/g, '').length;
    own.visible += length;
    if (run.bold) own.bold += length;
  };
  const emit = (sink: Item[], { text, style, outline, list, bold, visible, boxes }: OpenParagraph): void => {
    sink.push({ kind: 'paragraph', text, style, outline, list, bold: visible > 0 && bold === visible });
    for (const item of boxes) sink.push(item);
  };
  const finish = (sink: Item[]): void => {
    const left = carried.get(sink);
    carried.delete(sink);
    if (left !== undefined) emit(sink, left);
  };

  const open = (name: string, value: (attribute: string) => string | null): void => {
    const parent = path.at(-1);
    path.push(name);
    const own = paragraphs.at(-1);
    const isMark = parent === 'rPr' && path.at(-3) === 'pPr';
    if (isMark && (name === 'del' || name === 'moveFrom') && own !== undefined) own.joined = true;
    if (parent === 'trPr' && name === 'del') mark(tables, { gone: true });
    if (skipped > 0 || SKIPPED.has(name)) {
      skipped++;
      return;
    }
    switch (name) {
      case 'p':
        paragraphs.push({
          text: '',
          style: null,
          outline: null,
          list: null,
          numbered: false,
          bold: 0,
          visible: 0,
          joined: false,
          boxes: [],
        });
        break;
      case 'txbxContent':
        sinks.push(own?.boxes ?? sinks.at(-1)!);
        break;
      case 'r':
        run = { hidden: false, bold: false };
        break;
      case 't':
        taking = true;
        break;
      case 'vanish':
        if (parent === 'rPr' && !isMark) run.hidden = isOn(value('val'));
        break;
      case 'b':
        if (parent === 'rPr' && !isMark) run.bold = isOn(value('val'));
        break;
      case 'tbl':
        tables.push({ rows: [] });
        break;
      case 'tr':
        tables.at(-1)?.rows.push({ head: false, before: 0, cells: [], gone: false });
        break;
      case 'tc': {
        const cell: Cell = { span: 1, continues: false, items: [] };
        tables.at(-1)?.rows.at(-1)?.cells.push(cell);
        sinks.push(cell.items);
        break;
      }
      default:
        if (parent === 'r' && Object.hasOwn(SIGNS, name)) say(SIGNS[name]!);
        else if ((parent === 'pPr' || parent === 'numPr') && own !== undefined) property(own, name, value('val'));
        else if (parent === 'trPr' && name === 'tblHeader') mark(tables, { head: isOn(value('val')) });
        else if (parent === 'trPr' && name === 'gridBefore') mark(tables, { before: count(value('val'), 100) });
        else if (parent === 'tcPr') cellProperty(tables, name, value('val'));
    }
  };
  const close = (name: string): void => {
    path.pop();
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (name === 't') taking = false;
    else if (name === 'p') {
      const own = paragraphs.pop();
      const sink = sinks.at(-1)!;
      if (own === undefined) return;
      const before = carried.get(sink);
      // The paragraph that was run together with this one has the form of this one.
      if (before !== undefined) {
        own.text = before.text + own.text;
        own.visible += before.visible;
        own.bold += before.bold;
        own.boxes.unshift(...before.boxes);
      }
      carried.delete(sink);
      if (own.joined) carried.set(sink, own);
      else emit(sink, own);
    } else if (name === 'tc' || name === 'txbxContent') {
      if (sinks.length > 1) finish(sinks.pop()!);
    } else if (name === 'tbl') {
      const table = tables.pop();
      if (table === undefined) return;
      finish(sinks.at(-1)!);
      sinks.at(-1)!.push({ kind: 'table', rows: table.rows.filter(({ gone }) => !gone) });
    }
  };
  walkXml(xml, open, close, (text) => {
    if (taking && skipped === 0) say(text.replace(/[\r\n]+/g, ' '));
  });
  finish(body);
  return body;
}

function property(own: OpenParagraph, name: string, value: string | null): void {
  if (name === 'pStyle') own.style = value;
  else if (name === 'outlineLvl') own.outline = count(value, 9);
  else if (name === 'numId') own.list = value === '0' ? -1 : (own.list ?? 0);
  else if (name === 'ilvl') own.list = count(value, 8);
}

function mark(tables: readonly { readonly rows: Row[] }[], about: Partial<Row & { gone: boolean }>): void {
  const row = tables.at(-1)?.rows.at(-1);
  if (row !== undefined) Object.assign(row, about);
}

function cellProperty(tables: readonly { readonly rows: Row[] }[], name: string, value: string | null): void {
  const cells = tables.at(-1)?.rows.at(-1)?.cells;
  const cell = cells?.at(-1);
  if (cell === undefined) return;
  if (name === 'gridSpan') Object.assign(cell, { span: Math.max(1, count(value, 100)) });
  else if (name === 'vMerge') Object.assign(cell, { continues: value !== 'restart' });
}
