// What of an article is shown with a claim: the quote with the words around it, and each place from which something was inherited.
import type { Article, Block } from '../model/article.ts';
import type { Claim, Provenance } from '../model/claim.ts';
import { fromEvidence } from '../model/locate.ts';
import { BEFORE_SPANS } from '../model/passage.ts';
import type { Mark, Passage } from '../model/passage.ts';
import type { Span } from '../model/span.ts';

/** Characters around a quote, and around what was inherited from elsewhere. */
const AROUND = 48;
const ELSEWHERE = 24;
/** Characters of a quote, and inherited passages, that are shown. */
const MOST = 320;
const PASSAGES = 4;

/** A cut goes on to a mark at which a reader can begin, if one is this near. */
const NEAR = 24;
const STOP = /[。！？；;!?\n]/;

/**
 * Provenance in little memory: an audit holds it of every claim until it knows which ones are cited.
 * @returns the fields that stand somewhere and what they are from, and their spans: how far each begins behind the one before, and its length; empty where no field stands anywhere
 */
export function packProvenance(provenance: readonly Provenance[]): string {
  const fields: string[] = [];
  const spans: number[] = [];
  let last = 0;
  for (const { field, from, span } of provenance) {
    if (span === null) continue;
    fields.push(`${field}\t${from}`);
    spans.push(span.start - last, span.end - span.start);
    last = span.start;
  }
  return fields.length === 0 ? '' : fields.join('\n') + BEFORE_SPANS + spans.join(',');
}

/** @param packed what `packProvenance` made; empty where the article is no longer what was read */
export function passagesOf(article: Article, { evidence }: Pick<Claim, 'evidence'>, packed: string): Passage[] {
  const quote = fromEvidence(article, evidence);
  if (quote === null) return [];
  const { text } = article;
  const cut = cutAround(text, { start: quote.start, end: Math.min(quote.end, quote.start + MOST) }, AROUND, sectionOf(article, quote));
  const here: Mark[] = [{ field: 'evidence', start: Math.max(quote.start, cut.start), end: Math.min(quote.end, cut.end) }];
  const elsewhere = new Map<Block, { from: string; marks: Mark[] }>();
  for (const { field, from, span } of unpack(packed)) {
    const mark = { field, ...span };
    if (span.start >= cut.start && span.end <= cut.end) {
      here.push(mark);
      continue;
    }
    const block = article.blocks.find(({ start, end }) => start <= span.start && span.end <= end);
    if (block === undefined) continue;
    const known = elsewhere.get(block);
    if (known === undefined) elsewhere.set(block, { from, marks: [mark] });
    else known.marks.push(mark);
  }
  const inherited = [...elsewhere].slice(0, PASSAGES).map(([block, { from, marks }]) => {
    const span = { start: Math.min(...marks.map(({ start }) => start)), end: Math.max(...marks.map(({ end }) => end)) };
    const within = cutAround(text, { start: span.start, end: Math.min(span.end, span.start + MOST) }, ELSEWHERE, block);
    return passage(text, within, from, marks);
  });
  return [passage(text, cut, 'here', here), ...inherited];
}

/** What stands between the titles, headings and facts about the article that are nearest to the quote: those are shown as what they are. */
function sectionOf({ blocks, text }: Article, quote: Span): Span {
  let [start, end] = [0, text.length];
  for (const { kind, start: first, end: last } of blocks) {
    if (kind !== 'title' && kind !== 'heading' && kind !== 'context') continue;
    if (last <= quote.start) start = last;
    else if (first >= quote.end) {
      end = first;
      break;
    }
  }
  return { start, end };
}

function unpack(packed: string): { field: string; from: string; span: Span }[] {
  const cut = packed.lastIndexOf(BEFORE_SPANS);
  if (cut <= 0) return [];
  const spans = packed
    .slice(cut + 1)
    .split(',')
    .map(Number);
  let start = 0;
  return packed
    .slice(0, cut)
    .split('\n')
    .map((line, index) => {
      const [field, from] = line.split('\t');
      start += spans[index * 2]!;
      return { field: field!, from: from!, span: { start, end: start + spans[index * 2 + 1]! } };
    });
}

/** The characters of `span` with some around them, whole sentences where that costs little. */
function cutAround(text: string, span: Span, around: number, { start: first, end: last }: Span = { start: 0, end: text.length }): Span {
  let start = Math.max(first, span.start - around);
  let end = Math.min(last, span.end + around);
  if (start > first) {
    const stop = text.slice(start, Math.min(span.start, start + NEAR)).search(STOP);
    start = stop < 0 ? afterSurrogate(text, start) : start + stop + 1;
  }
  if (end < last) {
    const stop = text.slice(Math.max(span.end, end - NEAR), end).search(STOP);
    end = stop < 0 ? afterSurrogate(text, end) : Math.max(span.end, end - NEAR) + stop + 1;
  }
  return { start, end };
}

/** No cut goes through a character. */
const afterSurrogate = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);

function passage(text: string, cut: Span, from: string, marks: readonly Mark[]): Passage {
  const raw = text.slice(cut.start, cut.end);
  const body = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  const before = cut.start > 0 && !isStop(text, cut.start - 1) && !isStop(text, cut.start);
  const after = cut.end < text.length && !isStop(text, cut.end - 1) && !isStop(text, cut.end);
  const shift = (before ? 1 : 0) - cut.start - lead;
  const limit = (before ? 1 : 0) + body.length;
  const moved = marks
    .map(({ field, start, end }) => ({ field, start: Math.max(0, start + shift), end: Math.min(limit, end + shift) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.field < b.field ? -1 : 1));
  return { from, text: `${before ? '…' : ''}${body}${after ? '…' : ''}`, marks: moved };
}

const isStop = (text: string, at: number): boolean => STOP.test(text.charAt(at));
