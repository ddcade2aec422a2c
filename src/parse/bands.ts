// Tables in which rows of heads and rows of values come by turns (一级 to 五级 and their values, then 六级 to 十级 and theirs).
import type { Article } from '../model/article.ts';

/** Of each such table the rows of heads, from the top. */
export function findBands(article: Article): Map<number, number[]> {
  /** Per table and row of heads what its cells say: one that says a single thing spans the table and is a heading in it. */
  const heads = new Map<number, Map<number, Set<string>>>();
  const plain = new Map<number, Set<number>>();
  for (const { table, start, end } of article.blocks) {
    if (table === null || table.row < 0) continue;
    if (!table.header) {
      const rows = plain.get(table.table) ?? new Set();
      plain.set(table.table, rows.add(table.row));
    } else {
      const rows = heads.get(table.table) ?? new Map<number, Set<string>>();
      heads.set(table.table, rows);
      rows.set(table.row, (rows.get(table.row) ?? new Set()).add(article.text.slice(start, end)));
    }
  }
  const bands = new Map<number, number[]>();
  for (const [table, rows] of heads) {
    const values = plain.get(table) ?? new Set();
    const starts = [...rows].filter(([row, texts]) => texts.size > 1 && !values.has(row)).map(([row]) => row);
    if (starts.length > 1 && starts.every((row) => values.has(row + 1))) bands.set(table, starts);
  }
  return bands;
}
