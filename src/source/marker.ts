// What stands in front of a line: a number, a bullet; and whether a line reads like a heading.
import type { LinesLayout } from './layout.ts';

export interface Mark {
  readonly kind: 'number' | 'bullet';
  /** Offset at which the text behind the mark starts. */
  readonly body: number;
  /** Heading level of a number; 0 for a bullet. */
  readonly level: number;
  /** Two lines with the same style belong to one list. */
  readonly style: string;
}

const LONGEST_NUMERAL = 3;
const BLANK = /[ \t\u3000\u00a0]/;

/** The mark at `from`, or null. Without a layout for it, there are none. */
export function markAt(text: string, from: number, end: number, lines: LinesLayout): Mark | null {
  const first = text[from];
  if (first === undefined || from >= end || !firstSigns(lines).has(first)) return null;
  if (lines.bullets.includes(first)) {
    const spaced = from + 1 >= end || BLANK.test(text[from + 1]!);
    if (spaced || first.charCodeAt(0) > 127) {
      return text[from + 1] === first ? null : { kind: 'bullet', body: afterBlanks(text, from + 1, end), level: 0, style: first };
    }
  }
  for (const [index, { open, numeral, close, level }] of lines.markers.entries()) {
    if (!text.startsWith(open, from)) continue;
    const start = from + open.length;
    let at = start;
    while (at < end && at - start < LONGEST_NUMERAL && numeral.includes(text[at]!)) at++;
    if (at === start || !text.startsWith(close, at)) continue;
    const after = at + close.length;
    // 1.5万元 is a number, not the first of a list.
    if (after > end || (after < end && numeral.includes(text[after]!))) continue;
    return { kind: 'number', body: afterBlanks(text, after, end), level, style: String(index) };
  }
  return null;
}

const signs = new WeakMap<LinesLayout, ReadonlySet<string>>();

/** What a mark may start with: tells at once that most text has none. */
function firstSigns(lines: LinesLayout): ReadonlySet<string> {
  let set = signs.get(lines);
  if (set === undefined) {
    set = new Set([...lines.bullets, ...lines.markers.flatMap(({ open, numeral }) => (open === '' ? [...numeral] : [open[0]!]))]);
    signs.set(lines, set);
  }
  return set;
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && BLANK.test(text[at]!)) at++;
  return at;
}

const SENTENCE = /[。;\uff1b!\uff01]/;
const OPEN_END = /[,\uff0c、:\uff1a.…—]$/;

/** Short, and no sentence: how a heading reads. A question may be one. */
export function readsAsHeading(text: string, longest = 30): boolean {
  return text.length > 0 && text.length <= longest && !SENTENCE.test(text) && !OPEN_END.test(text);
}

/** Ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[。;\uff1b!\uff01?\uff1f:\uff1a…”"』」)\uff09]\s*$/.test(text.slice(-4));
}
