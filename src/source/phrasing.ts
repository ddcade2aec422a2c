// The running text of a Markdown paragraph, heading or cell → pieces, cut where a line ends on purpose.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { align } from './align.ts';
import type { Notation } from './align.ts';
import { append } from './strand.ts';
import type { Piece } from './strand.ts';

const COLONS = [':', '\uff1a'];
const meanings = new Map<string, string>();
const MARKDOWN: Notation = { entity: entityOf, escapes: true };

function entityOf(reference: string): string {
  let meaning = meanings.get(reference);
  if (meaning === undefined) {
    const paragraph = fromMarkdown(`x${reference}x`).children[0];
    const text = paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'text' ? paragraph.children[0].value : '';
    meaning = text.slice(1, -1);
    if (meanings.size < 5000) meanings.set(reference, meaning);
  }
  return meaning;
}

/** One list of pieces per line that the author ended (two spaces, a backslash, `<br>`); mostly just one. Places are offsets in `markdown`. */
export function readPhrasing(node: Nodes, markdown: string): Piece[][] {
  const lines: Piece[][] = [[]];
  gather(node, markdown, lines);
  return lines.filter((line) => line.length > 0);
}

function gather(node: Nodes, markdown: string, lines: Piece[][]): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'text':
      append(lines.at(-1)!, align(node.value, markdown.slice(start, end), start, MARKDOWN));
      return;
    case 'inlineCode': {
      const raw = markdown.slice(start, end);
      const inside = raw.indexOf(node.value);
      lines
        .at(-1)!
        .push(inside >= 0 ? { text: node.value, at: start + inside, raw: 0 } : { text: node.value, at: start, raw: end - start });
      return;
    }
    case 'break':
      lines.push([]);
      return;
    case 'html':
      if (/^<br\s{0,9}\/?>$/i.test(node.value)) lines.push([]);
      return;
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return;
    default:
      if (!('children' in node)) return;
      for (const child of node.children) {
        if (child.type === 'strong' && isLabel(child, markdown)) lines.push([]);
        gather(child, markdown, lines);
      }
  }
}

/** **在职职工**:… at the head of a line is a line of its own, not the rest of one that was wrapped. */
function isLabel({ position }: Nodes, markdown: string): boolean {
  if (position?.start.offset === undefined || position.end.offset === undefined || markdown[position.start.offset - 1] !== '\n')
    return false;
  const [last, next] = [markdown[position.end.offset - 3] ?? '', markdown[position.end.offset] ?? ''];
  return COLONS.includes(last) || COLONS.includes(next);
}
