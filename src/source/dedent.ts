// A template that is indented like the code around it: without that indentation, which is none of the text's.
import { append, cut, join } from './strand.ts';
import type { Piece, Strand } from './strand.ts';

/** Takes off the blanks that all lines but the first have in common. */
export function dedent(strand: Strand): Strand {
  const { text } = strand;
  const starts: number[] = [];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  let common = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    const blank = at >= text.length || text[at] === '\n' || text[at] === '\r';
    if (!blank) common = Math.min(common, at - start);
  }
  if (common === 0 || common === Number.POSITIVE_INFINITY) return strand;
  const pieces: Piece[] = [];
  let from = 0;
  for (const start of starts) {
    append(pieces, cut(strand, from, start));
    let at = start;
    while (at - start < common && (text[at] === ' ' || text[at] === '\t')) at++;
    from = at;
  }
  append(pieces, cut(strand, from, text.length));
  return join(pieces);
}
