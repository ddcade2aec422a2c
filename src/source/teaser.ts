// The text of a teaser lost its line ends: finds the answer, the headings and the labels that used to be lines of their own.
import type { Draft } from './draft.ts';
import type { CrawledLayout, LinesLayout } from './layout.ts';
import { markAt } from './marker.ts';
import { cut } from './strand.ts';
import type { Strand } from './strand.ts';

const MARK = /[,\uff0c。;\uff1b:\uff1a!\uff01?\uff1f、]/;
/** After these a new line may have started. */
const LINE_END = /[。;\uff1b:\uff1a!\uff01?\uff1f]/;
const BLANK = /[ \u00a0\u3000\t]/;

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** Adds the blocks of one physical line, `strand.text.slice(start, end)`. Cost is linear. */
export function addTeaserText(
  draft: Draft,
  strand: Strand,
  start: number,
  end: number,
  lines: LinesLayout,
  { inline }: CrawledLayout,
): void {
  const { text } = strand;
  const chunks = chunksOf(text, start, end);
  let from = start;
  let kind: 'paragraph' | 'item' = 'paragraph';
  /** A heading or the end of a sentence stands before the chunk. */
  let fresh = true;
  const flush = (to: number): void => {
    draft.add(kind, kind === 'item' ? 1 : 0, cut(strand, from, to));
    kind = 'paragraph';
    from = to;
  };
  const words = ({ start: a, end: b }: Chunk): string => text.slice(a, b);
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    const next = chunks[index + 1];
    const length = chunk.end - chunk.start;
    const alone = next !== undefined && !MARK.test(text[next.start]!);
    if (
      index === 0 &&
      alone &&
      length <= inline.answer &&
      !text.slice(chunk.start, chunk.end).includes('。') &&
      markAt(text, chunk.start, end, lines) === null
    ) {
      flush(chunk.end);
      // Emphasis lost its signs too: what follows an answer is rather a stressed word than a heading.
      fresh = false;
      continue;
    }
    if (
      next === undefined &&
      fresh &&
      chunk.start > start &&
      lines.markers.some(({ numeral }) => [...words(chunk)].every((sign) => numeral.includes(sign)))
    ) {
      // The text was cut off within the number of its next part.
      flush(chunk.start);
      from = end;
      break;
    }
    const mark = markAt(text, chunk.start, chunk.end, lines);
    if (mark?.kind === 'number') {
      flush(chunk.start);
      // `1.` and its text may be two chunks.
      const bare = mark.body >= chunk.end;
      if (bare && next === undefined) {
        from = end;
        break;
      }
      const body = bare ? next! : { start: mark.body, end: chunk.end };
      if (bare) index++;
      from = body.start;
      const follower = chunks[index + 1];
      if (
        follower !== undefined &&
        !MARK.test(text[follower.start]!) &&
        body.end - body.start <= inline.heading &&
        !MARK.test(words(body))
      ) {
        draft.add('heading', mark.level, cut(strand, body.start, body.end));
        from = body.end;
        fresh = true;
      } else {
        fresh = LINE_END.test(text[body.end - 1]!);
      }
      continue;
    }
    if (next !== undefined && length <= inline.label && !MARK.test(words(chunk)) && /[:\uff1a]/.test(text[next.start]!)) {
      flush(chunk.start);
      kind = 'item';
    } else if (
      fresh &&
      alone &&
      chunk.start > start &&
      length <= inline.subheading &&
      !MARK.test(words(chunk)) &&
      !/\d/.test(words(chunk))
    ) {
      flush(chunk.start);
      draft.add('heading', 4, cut(strand, chunk.start, chunk.end));
      from = chunk.end;
      fresh = false;
      continue;
    }
    fresh = LINE_END.test(text[chunk.end - 1]!);
  }
  flush(end);
}

/** What stands between blanks. */
function chunksOf(text: string, start: number, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = start; at < end;) {
    while (at < end && BLANK.test(text[at]!)) at++;
    const from = at;
    while (at < end && !BLANK.test(text[at]!)) at++;
    if (at > from) chunks.push({ start: from, end: at });
  }
  return chunks;
}
