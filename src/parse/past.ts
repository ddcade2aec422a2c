// What an article tells as having been: a chronicle (years told one after the other), and the report of a year (公报: what was paid, not what is due).
import type { Article } from '../model/article.ts';
import type { DateToken, Token } from '../scan/scan.ts';
import { hasRole } from './clause.ts';
import type { Sentence, Unit } from './clause.ts';

/** So many different years that open sentences of one section, or rows of one table, are a chronicle. */
const SECTION = 3;
/** … and so many in the whole article make one of every such sentence. */
const WHOLE = 5;
/** So many different words of statistics make a report of a block. */
const COUNTED = 2;

interface Opening {
  readonly unit: number;
  readonly place: number;
  readonly year: number;
  readonly section: string;
  /** Its section is announced as a history (历史沿革, 大事年表). */
  readonly announced: boolean;
}

/** The units with the sentences of chronicles and reports marked; a rule that still holds (2019年起), or what is said of now, is left as it is. */
export function settlePast(article: Article, text: string, units: readonly Unit[]): readonly Unit[] {
  const marks = new Map<Sentence, Partial<Sentence>>();
  markChronicles(article, text, units, marks);
  markReports(text, units, marks);
  markFormer(units, marks);
  if (marks.size === 0) return units;
  return units.map((unit) =>
    unit.sentences.some((sentence) => marks.has(sentence))
      ? { ...unit, sentences: unit.sentences.map((sentence) => ({ ...sentence, ...marks.get(sentence) })) }
      : unit,
  );
}

function markChronicles(article: Article, text: string, units: readonly Unit[], marks: Map<Sentence, Partial<Sentence>>): void {
  const published = article.published === null ? Number.POSITIVE_INFINITY : Number(article.published.slice(0, 4));
  const openings = units.flatMap((unit) => openingsOf(text, units, unit)).filter(({ year }) => year <= published);
  const yearsOf = (list: readonly Opening[]): Set<number> => new Set(list.map(({ year }) => year));
  const whole = yearsOf(openings).size >= WHOLE;
  const bySection = Map.groupBy(openings, ({ section }) => section);
  const last = openings.reduce((latest, { year }) => Math.max(latest, year), 0);
  for (const list of bySection.values()) {
    const years = yearsOf(list);
    if (years.size < SECTION && !whole && !list[0]!.announced) continue;
    const latest = years.size > 1 && !whole ? Math.max(...years) : last;
    for (const { unit, place, year } of list) mark(text, units[unit]!, place, year < latest, marks);
  }
}

/** The sentence, and those after it in a paragraph that tell of the same year. */
function mark(text: string, unit: Unit, place: number, past: boolean, marks: Map<Sentence, Partial<Sentence>>): void {
  for (const [index, sentence] of unit.sentences.entries()) {
    if (index < place) continue;
    if (index > place && (!past || openingOf(text, sentence) !== null || tellsOfNow(sentence))) return;
    if (sentence.mood !== 'asserted') continue;
    marks.set(sentence, past && !tellsOfNow(sentence) ? { mood: 'history', chronicle: true } : { chronicle: true });
  }
}

const tellsOfNow = ({ clauses }: Sentence): boolean =>
  clauses.some(({ tokens }) => hasRole(tokens, 'now') || tokens.some((token) => token.category === 'date' && token.open === 'from'));

/** The years that open sentences of a unit: 2009年,财政补助提高到80元; in a table, the year at the head of the row or column. */
function openingsOf(text: string, units: readonly Unit[], unit: Unit): Opening[] {
  const { block, context } = unit;
  if (block.kind === 'title' || block.kind === 'heading' || block.kind === 'context') return [];
  const links = context.filter(({ kind }) => kind === 'heading' || kind === 'lead' || kind === 'title' || kind === 'caption');
  const announced = links.some((link) => hasRole(units[link.unit]!.tokens, 'chronicle'));
  const made = (place: number, year: number, section: string): Opening => ({ unit: unit.index, place, year, section, announced });
  if (block.table !== null) {
    if (block.table.header) return [];
    const heads = context.filter(({ kind }) => kind === 'row' || kind === 'column').map((link) => units[link.unit]!.sentences[0]);
    const year = [unit.sentences[0], ...heads].map((sentence) => sentence && yearOfCell(text, sentence)).find((found) => found != null);
    return year == null ? [] : unit.sentences.map((_, place) => made(place, year, `t${block.table!.table}`));
  }
  const section = String(context.find(({ kind }) => kind === 'heading')?.unit ?? '');
  return unit.sentences.flatMap((sentence, place) => {
    const year = openingOf(text, sentence);
    return year === null ? [] : [made(place, year, section)];
  });
}

/** Before the year of a story. */
const LEADS: ReadonlySet<string> = new Set(['', '到', '到了', '等到']);

/** The year with which a sentence opens; none where it says from when on something holds. */
function openingOf(text: string, { clauses }: Sentence, days = false): number | null {
  // 一家四口:2008年缴了80元
  const heads = clauses.filter((_, index) => index === 0 || clauses[index - 1]!.role === 'label');
  const date = heads
    .flatMap(
      ({ tokens, start }) =>
        tokens.find((token): token is DateToken => token.category === 'date' && LEADS.has(text.slice(start, token.start))) ?? [],
    )
    .at(0);
  if (!date || date.open !== 'none' || date.to === null || date.precision === 'season' || (date.precision === 'day' && !days)) return null;
  return Number(date.to.slice(0, 4));
}

/** The year in a cell: 2018年, 2015年10月24日, 2018. */
function yearOfCell(text: string, sentence: Sentence): number | null {
  const written = text.slice(sentence.start, sentence.end);
  const bare = /^\d{4}$/.test(written) ? Number(written) : Number.NaN;
  return bare >= 1949 && bare <= 2099 ? bare : openingOf(text, sentence, true);
}

/** 住院报销91.2万人次, 比上年增长5%: what was counted at the year's end is no rule; a 公报 holds nothing else. */
function markReports(text: string, units: readonly Unit[], marks: Map<Sentence, Partial<Sentence>>): void {
  const whole = units.some(({ block, tokens }) => block.kind === 'title' && hasRole(tokens, 'report'));
  for (const { block, tokens, sentences } of units) {
    if (block.kind === 'title' || block.kind === 'heading') continue;
    const words = new Set(tokens.flatMap((token) => countingWord(text, token) ?? []));
    if (!whole && words.size < COUNTED) continue;
    for (const sentence of sentences) if (sentence.mood === 'asserted') marks.set(sentence, { mood: 'history', chronicle: true });
  }
}

/** A word of statistics, or the unit of what was counted (2.4万人次). */
function countingWord(text: string, token: Token): string | null {
  if (token.category === 'quantity') return text.endsWith('人次', token.end) ? '人次' : null;
  return token.category === 'role' && token.ref === 'statistic' ? text.slice(token.start, token.end) : null;
}

/** 调整前 | 调整后: what stands below or beside a head of the past was so. */
function markFormer(units: readonly Unit[], marks: Map<Sentence, Partial<Sentence>>): void {
  for (const { block, context, sentences } of units) {
    if (block.table === null || block.table.header) continue;
    const heads = context.filter(({ kind }) => kind === 'row' || kind === 'column');
    if (!heads.some(({ unit }) => hasRole(units[unit]!.tokens, 'history'))) continue;
    for (const sentence of sentences) if (sentence.mood === 'asserted') marks.set(sentence, { mood: 'history' });
  }
}
