// Tables that are folded to save height: their heads come twice (等级 | 月数 | 等级 | 月数), and what stands to the right goes on below what stands to the left.
import type { Article, Block } from '../model/article.ts';

/** The blocks of an article, with folded tables as they would stand unfolded. */
export function unfoldPanels({ blocks, text }: Article): readonly Block[] {
  const heads = new Map<number, string[]>();
  const height = new Map<number, number>();
  for (const { table, start, end } of blocks) {
    if (table === null || table.row < 0) continue;
    height.set(table.table, Math.max(height.get(table.table) ?? 0, table.row + 1));
    if (!table.header || table.row !== 0) continue;
    const row = heads.get(table.table) ?? [];
    heads.set(table.table, row);
    row[table.column] = text.slice(start, end);
  }
  const widths = new Map([...heads].map(([table, row]) => [table, panelWidth(row)] as const).filter(([, width]) => width > 0));
  if (widths.size === 0) return blocks;
  return blocks.map((block) => {
    const width = block.table === null || block.table.row < 0 ? undefined : widths.get(block.table.table);
    if (width === undefined) return block;
    const { row, column } = block.table!;
    const panel = Math.floor(column / width);
    return { ...block, table: { ...block.table!, row: row + panel * height.get(block.table!.table)!, column: column % width } };
  });
}

/** How many columns the heads take until they come again; 0 where they do not. */
function panelWidth(row: readonly string[]): number {
  for (let width = 2; width * 2 <= row.length; width++) {
    if (row.length % width !== 0 || new Set(row.slice(0, width)).size < width) continue;
    if (row.every((head, column) => head !== '' && head === row[column % width])) return width;
  }
  return 0;
}
