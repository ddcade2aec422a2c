// Bare numbers in a table: the unit stands in the head of their row or column (缴费档次(元/年)), or beside the table (单位:元).
import type { Article, Block } from '../model/article.ts';
import { readQuantity } from './quantity.ts';
import type { Quantity } from './quantity.ts';

/** Longer than this, a cell is no bare number and a bracket no unit. */
const CELL = 16;
const UNIT = 8;

/** What a head without a bracket counts. */
const COUNTED: readonly (readonly [string, string])[] = [
  ['月数', '个月'],
  ['天数', '天'],
  ['年数', '年'],
  ['年龄', '岁'],
];

/** Quantities of cells that hold a number and no unit. `text` is the folded text of the article. */
export function headedQuantities(article: Article, text: string): Quantity[] {
  const found: Quantity[] = [];
  const columns = new Map<string, string>();
  const rows = new Map<string, string>();
  const tables = new Map<number, string>();
  let before: Block | null = null;
  for (const block of article.blocks) {
    const { table } = block;
    if (table === null) {
      before = block;
      continue;
    }
    const own = text.slice(block.start, block.end).trim();
    if (!tables.has(table.table)) tables.set(table.table, before === null ? '' : unitBeside(text.slice(before.start, before.end)));
    if (block.kind === 'caption') {
      const beside = unitBeside(own);
      if (beside !== '') tables.set(table.table, beside);
      continue;
    }
    const column = `${table.table} ${table.column}`;
    const row = `${table.table} ${table.row}`;
    if (table.header) columns.set(column, unitOf(own));
    else if (table.column === 0) rows.set(row, unitOf(own));
    if (table.header || own.length > CELL || !/^[\d一二三四五六七八九十]/.test(own)) continue;
    const unit = (table.column > 0 && rows.get(row)) || columns.get(column) || tables.get(table.table) || '';
    const start = block.start + text.slice(block.start, block.end).indexOf(own);
    const quantity = unit === '' ? null : readWith(own, unit);
    if (quantity !== null) found.push({ ...quantity, start, end: start + own.length });
  }
  return found;
}

/** The number with its unit behind it; null where the cell holds anything else, or has a unit of its own. */
function readWith(cell: string, unit: string): Quantity | null {
  if (readQuantity(cell, 0) !== null) return null;
  const whole = cell + unit;
  const quantity = readQuantity(whole, 0);
  return quantity !== null && quantity.end === whole.length ? quantity : null;
}

/** 缴费档次(元/年) → 元/年, 计发月数 → 个月; empty where the head tells no unit. */
function unitOf(head: string): string {
  const close = head.endsWith(')') ? head.length - 1 : -1;
  const open = close < 0 ? -1 : head.lastIndexOf('(', close);
  if (open >= 0 && close - open <= UNIT + 3) return plain(head.slice(open + 1, close));
  return COUNTED.find(([ending]) => head.endsWith(ending))?.[1] ?? '';
}

/** 单位:元 in the caption, or in the line before the table. */
function unitBeside(line: string): string {
  const at = line.lastIndexOf('单位:');
  if (at < 0) return '';
  const rest = line.slice(at + '单位:'.length).trim();
  const end = rest.search(/[),。;\s]/);
  return plain(end < 0 ? rest : rest.slice(0, end));
}

const plain = (unit: string): string => {
  const bare = unit.replace('单位:', '').trim();
  return bare.length <= UNIT ? bare : '';
};
