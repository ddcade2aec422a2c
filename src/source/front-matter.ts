// Front matter → title, date, region, tags, each with its place in the file.
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Scalar } from 'yaml';
import { findDate } from './date.ts';
import type { Layouts } from './layout.ts';
import type { Report } from './messages.ts';
import type { Piece } from './strand.ts';

export interface FrontMatter {
  readonly title: readonly Piece[] | null;
  readonly published: string | null;
  /** Region and tags. */
  readonly context: readonly (readonly Piece[])[];
  /** Offset at which the body starts. */
  readonly end: number;
}

const NONE: FrontMatter = { title: null, published: null, context: [], end: 0 };
const MAX_LENGTH = 100_000;

/** Reads the front matter at the start of `text`, if there is one. What is broken is reported; the rest counts. */
export function readFrontMatter(text: string, layouts: Layouts, report: Report): FrontMatter {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (opening === null) return NONE;
  const start = opening[0].length;
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(start, start + MAX_LENGTH));
  if (closing === null) {
    // A lone --- is a rule between paragraphs, unless keys follow it.
    const keys = /^[\w\u4e00-\u9fff]{1,40}[ \t]*:/.test(text.slice(start, start + 100));
    if (!keys) return NONE;
    report('front-matter', 1, 'front-matter', { detail: report.say('front-matter.open') });
    const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + MAX_LENGTH));
    return { ...NONE, end: blank === null ? start : start + blank.index + blank[0].length };
  }
  const end = start + closing.index + closing[0].length;
  return { ...readFields(text.slice(start, start + closing.index), start, layouts, report), end };
}

function readFields(yaml: string, at: number, layouts: Layouts, report: Report): FrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, merge: false, logLevel: 'silent' });
  const broken = document.errors[0];
  if (broken !== undefined) {
    report('front-matter', counter.linePos(broken.pos[0]).line + 1, 'front-matter', { detail: broken.message });
  } else if (document.contents !== null && !isMap(document.contents)) {
    report('front-matter', 2, 'front-matter', { detail: report.say('front-matter.form') });
  }
  if (!isMap(document.contents)) return NONE;
  const values = new Map<string, unknown>();
  for (const { key, value } of document.contents.items) {
    if (isScalar(key)) values.set(String(key.value).toLowerCase(), value);
  }
  const pick = (names: readonly string[]): unknown =>
    names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined && value !== null);
  const scalars = (value: unknown): Scalar[] =>
    isScalar(value) ? [value] : isSeq(value) ? value.items.filter((item) => isScalar(item)) : [];
  const pieces = (scalar: Scalar): Piece[] => piecesOf(scalar, yaml, at);
  const { fields, lines } = layouts;
  const title = scalars(pick(fields.title))[0];
  const date = scalars(pick(fields.date))[0];
  return {
    title: title === undefined ? null : pieces(title),
    published: date === undefined ? null : (findDate(String(date.value), lines)?.iso ?? null),
    context: [...scalars(pick(fields.region)), ...scalars(pick(fields.tags))].map(pieces).filter((list) => list.length > 0),
    end: 0,
  };
}

/** One to one where the value stands there as it is; otherwise all of it for all of it. */
function piecesOf(scalar: Scalar, yaml: string, at: number): Piece[] {
  const text = scalar.value === null ? '' : String(scalar.value);
  if (text.trim() === '' || !scalar.range) return [];
  const [start, end] = scalar.range;
  const raw = yaml.slice(start, end);
  const inside = raw.indexOf(text);
  return inside >= 0 ? [{ text, at: at + start + inside, raw: 0 }] : [{ text, at: at + start, raw: Math.max(1, end - start) }];
}
