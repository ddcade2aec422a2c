// How often: 每年一次, 每满12个月可提取一次, 一个自然年度内限两次, 按季提取 → the time from one time to the next.
import type { QuantityToken, Token } from '../parse/clause.ts';
import { cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import type { LayerKind } from './layer.ts';
import { resolveScheme } from './scheme.ts';
import { resolveSubject } from './thing.ts';
import { draft } from './verdict.ts';

/** Roles of words that name a span of time → months. */
const SPANS: ReadonlyMap<string, number> = new Map(
  Object.entries({ yearly: 12, halfYearly: 6, quarterly: 3, monthly: 1, weekly: 7 / 30, daily: 1 / 30 }),
);
/** Roles that tell the frequency without a number of times (按季度). */
const BY: ReadonlyMap<string, number> = new Map(Object.entries({ byYear: 12, byHalfYear: 6, byQuarter: 3, byMonth: 1 }));
/** From the span to the number of times. */
const REACH = 14;
const DIGITS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
/** Where the words that say what happens may stand, if not in the clause. */
const OWNERS: ReadonlySet<LayerKind> = new Set<LayerKind>(['clause', 'sentence', 'lead', 'parent', 'row', 'column', 'heading', 'title']);

/** At most one frequency a clause; none where nothing that has a frequency is spoken of. */
export function frequencyDrafts(site: Site): Draft[] {
  if (site.clause.role === 'label') return [];
  const often = readFrequency(site);
  if (often === null) return [];
  for (const layer of site.layers) {
    if (!OWNERS.has(layer.kind)) continue;
    const cues = cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end, CUES.frequency).filter((cue) => owns(site, cue));
    if (cues.length === 0) continue;
    const gap = (cue: Cue): number => (layer.kind === 'clause' ? Math.abs(cue.token.start - often.end) : 0);
    const cue = cues.reduce((best, one) => (gap(one) < gap(best) ? one : best));
    const attribute = cue.means;
    const range = { lo: often.months, hi: often.months, loOpen: false, hiOpen: false };
    const outcome = { type: 'number', range, bound: 'exact', unit: '月', per: null, approximate: false } as const;
    return [{ ...draft(site, attribute, outcome, cue), anchor: often.start, anchorEnd: often.end, used: new Set(often.used) }];
  }
  return [];
}

function owns(site: Site, cue: Cue): boolean {
  const attribute = cue.means;
  if (attribute.type !== 'frequency' || cue.list !== 'cues' || !meetsNeeds(site, attribute)) return false;
  const clause = site.reading.scan.text.slice(site.clause.start, site.clause.end);
  if (attribute.not.some((word) => clause.includes(word))) return false;
  const at = site.clause.end;
  return resolveSubject(site.packs, attribute, site.layers, at, resolveScheme(site.packs, site.layers, at)) !== null;
}

interface Often {
  readonly months: number;
  readonly start: number;
  readonly end: number;
  readonly used: readonly Token[];
}

function readFrequency({ clause, reading }: Site): Often | null {
  const { text } = reading.scan;
  for (const token of clause.tokens) {
    const months = token.category === 'role' ? BY.get(token.ref) : undefined;
    if (months !== undefined) return { months, start: token.start, end: token.end, used: [] };
    const span =
      token.category === 'role' ? SPANS.get(token.ref) : token.category === 'quantity' && isSpan(text, token) ? token.range.lo! : undefined;
    if (span === undefined) continue;
    const times = readTimes(text, token.end, Math.min(clause.end, token.end + REACH));
    if (times === null) continue;
    return {
      months: span / times.count,
      start: token.start,
      end: times.end,
      used: usedBy(clause.tokens, token, times.end),
    };
  }
  return null;
}

const usedBy = (tokens: readonly Token[], span: Token, end: number): Token[] =>
  tokens.filter((other) => other === span || (other.start >= span.start && other.end <= end));

/** 每满12个月, 12个月内, 每隔三个月. */
function isSpan(text: string, token: QuantityToken): boolean {
  if (token.dimension !== 'duration' || (token.range.lo ?? token.range.hi) === null) return false;
  if (token.range.lo === null || token.range.lo <= 0) return false;
  const before = text.slice(Math.max(0, token.start - 3), token.start);
  return before.includes('每') || text.slice(token.start, token.end).startsWith('每');
}

const TIMES: ReadonlySet<number> = new Set(Array.from('次回趟', (char) => char.charCodeAt(0)));

/** 一次, 1次, 两回: the first number of times in the stretch. */
function readTimes(text: string, from: number, to: number): { count: number; end: number } | null {
  for (let at = from + 1; at < to; at++) {
    if (!TIMES.has(text.charCodeAt(at))) continue;
    const count = DIGITS[text[at - 1]!] ?? Number(text[at - 1]);
    if (!Number.isInteger(count) || count < 1 || text[at + 1] === '性') continue;
    return { count, end: at + 1 };
  }
  return null;
}
