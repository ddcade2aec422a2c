// Tokens → units with their context: the stack of headings, list parents and table heads that a reader keeps in mind.
import type { Article, Block } from '../model/article.ts';
import type { Scan } from '../scan/scan.ts';
import { findBands } from './bands.ts';
import { hasRole } from './clause.ts';
import type { ContextLink, Sentence, Token, Unit } from './clause.ts';
import { endsInExample, settleMoods, tellsOn } from './mood.ts';
import { unfoldPanels } from './panels.ts';
import { settlePast } from './past.ts';
import { settleSayings } from './saying.ts';
import { resolvePointers } from './pointer.ts';
import { readSentences } from './sentence.ts';

export interface Reading {
  readonly article: Article;
  readonly scan: Scan;
  readonly units: readonly Unit[];
}

interface Stack {
  headings: { level: number; unit: number }[];
  items: { level: number; unit: number }[];
  /** A paragraph that ends in a colon and introduces what follows. */
  lead: number;
}

/** Reads an article that has been scanned. `note` blocks give no unit. */
export function read(article: Article, scan: Scan): Reading {
  const units: Unit[] = [];
  const stack: Stack = { headings: [], items: [], lead: -1 };
  const everywhere: ContextLink[] = [];
  const tables = new Map<number, number[]>();
  const bands = findBands(article);
  let token = 0;
  for (const block of unfoldPanels(article)) {
    while (token < scan.tokens.length && scan.tokens[token]!.start < block.start) token++;
    if (block.kind === 'note') continue;
    const index = units.length;
    const context = contextOf(block, stack, units, tables, everywhere, bands);
    const sentences = settleMoods(
      resolvePointers(readSentences(scan, block, token), scan.text),
      inExamples(context, units) || runsOn(scan.text, block, units.at(-1)),
    );
    units.push({
      index,
      block,
      sentences,
      tokens: tokensIn(sentences),
      context,
    });
    remember(block, index, article.text, stack, tables, everywhere);
  }
  return { article, scan, units: settlePast(article, scan.text, settleSayings(scan.text, units)) };
}

function tokensIn(sentences: readonly Sentence[]): readonly Token[] {
  const [first] = sentences;
  if (sentences.length === 1 && first!.clauses.length === 1) return first!.clauses[0]!.tokens;
  const all: Token[] = [];
  for (const { clauses } of sentences) for (const { tokens } of clauses) for (const token of tokens) all.push(token);
  return all;
}

/** The next paragraph of somebody's story. */
const runsOn = (text: string, block: Block, before: Unit | undefined): boolean =>
  block.kind === 'paragraph' && before?.block.kind === 'paragraph' && tellsOn(text, block.start) && endsInExample(before.sentences);

/** Below a heading or lead that announces examples (三、举例), or in a row of a table of persons (姓名 | 年龄 | …). */
const inExamples = (context: readonly ContextLink[], units: readonly Unit[]): boolean =>
  context.some(({ kind, unit }) => {
    if (kind === 'heading' || kind === 'lead') return hasRole(units[unit]!.tokens, 'exampleHead');
    return kind === 'row' && units[unit]!.context.some((head) => head.kind === 'column' && hasRole(units[head.unit]!.tokens, 'personHead'));
  });

function contextOf(
  block: Block,
  stack: Stack,
  units: readonly Unit[],
  tables: ReadonlyMap<number, number[]>,
  everywhere: readonly ContextLink[],
  bands: ReadonlyMap<number, readonly number[]>,
): ContextLink[] {
  if (block.kind === 'title' || block.kind === 'context') return [];
  const links: ContextLink[] = [];
  if (block.table !== null) links.push(...tableContext(block, units, tables.get(block.table.table) ?? [], bands.get(block.table.table)));
  if (block.kind === 'item' || (block.kind === 'paragraph' && block.level > 0)) {
    const below = block.kind === 'item' ? block.level : block.level + 1;
    for (const item of stack.items.toReversed()) if (item.level < below) links.push({ kind: 'parent', unit: item.unit });
  }
  if (stack.lead >= 0 && block.kind !== 'heading' && block.kind !== 'caption') links.push({ kind: 'lead', unit: stack.lead });
  for (const heading of stack.headings.toReversed()) {
    if (block.kind !== 'heading' || heading.level < block.level) links.push({ kind: 'heading', unit: heading.unit });
  }
  return [...links, ...everywhere];
}

/** Head cell of the row, head cell of the column, caption. */
function tableContext(block: Block, units: readonly Unit[], cells: readonly number[], bands: readonly number[] | undefined): ContextLink[] {
  const own = block.table!;
  const links: ContextLink[] = [];
  // Heads and values by turns: only the heads next above count, and what stands at the left is a value too.
  const from = bands?.findLast((row) => row <= own.row) ?? 0;
  for (const index of cells) {
    const cell = units[index]!.block.table!;
    if (bands !== undefined && cell.row >= 0 && (cell.row < from || cell.row === own.row)) continue;
    if (cell.row === -1) links.push({ kind: 'caption', unit: index });
    else if (cell.row === own.row && cell.column < own.column && !cell.header) links.push({ kind: 'row', unit: index });
    else if (cell.row === own.row && cell.column === 0) links.push({ kind: 'row', unit: index });
    else if (cell.header && cell.column === own.column && cell.row < own.row) links.push({ kind: 'column', unit: index });
  }
  const order = { row: 0, column: 1, caption: 2 };
  // Of the cells to the left only the first is the row's head: values of other columns say nothing about this one.
  const first = links.find((link) => link.kind === 'row');
  return links.filter((link) => link.kind !== 'row' || link === first).sort((a, b) => order[a.kind as 'row'] - order[b.kind as 'row']);
}

function remember(block: Block, unit: number, text: string, stack: Stack, tables: Map<number, number[]>, everywhere: ContextLink[]): void {
  switch (block.kind) {
    case 'title':
      everywhere.unshift({ kind: 'title', unit });
      break;
    case 'context':
      everywhere.push({ kind: 'context', unit });
      break;
    case 'heading':
      stack.headings = [...stack.headings.filter((heading) => heading.level < block.level), { level: block.level, unit }];
      stack.items = [];
      stack.lead = -1;
      break;
    case 'item':
      stack.items = [...stack.items.filter((item) => item.level < block.level), { level: block.level, unit }];
      break;
    case 'paragraph':
      if (block.level === 0) {
        stack.items = [];
        stack.lead = /[:：]\s*$/.test(text.slice(Math.max(block.start, block.end - 4), block.end)) ? unit : -1;
      }
      break;
    case 'cell':
    case 'caption': {
      const list = tables.get(block.table!.table) ?? [];
      list.push(unit);
      tables.set(block.table!.table, list);
      break;
    }
  }
}
