// Dates and terms that may go stale: recorded without a clock, judged by `compare` on the audit date.
import type { Claim, Mention } from '../model/claim.ts';
import { toEvidence } from '../model/locate.ts';
import { hasRole } from '../parse/clause.ts';
import type { Clause, Sentence, Unit } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Packs } from '../pack/pack.ts';
import type { DateToken, TermToken, Token } from '../parse/clause.ts';
import { isBase, isEarned } from './earned.ts';
import { tokensOf } from './layer.ts';
import { oncePer, oncePerList } from './once.ts';
import { STATEMENT } from './statement.ts';
import { unqualified } from './plain.ts';
import { validityIn } from './validity.ts';
import type { NewClaim } from './plain.ts';

/** Attribute ids of mentions. */
export const DATE_MENTION = '日期';
export const TERM_MENTION = '名称';

/** How far behind a date the word may stand that says that it is over. */
const CLOSING_REACH = 4;

/** The mentions of one sentence; `claims` are those that the sentence gave. */
export function mentionsOf(packs: Packs, reading: Reading, unit: Unit, sentence: Sentence, claims: readonly Claim[]): NewClaim[] {
  if (sentence.mood === 'refuted' || sentence.mood === 'history') return [];
  const tokens = tokensOf(sentence);
  const made = (mention: Mention, attribute: string, start: number, end: number): NewClaim =>
    unqualified({
      subject: { scheme: null, thing: mention.term ?? attribute, people: [] },
      attribute,
      outcome: { type: 'text', text: mention.text },
      mood: sentence.mood,
      mention,
      evidence: toEvidence(reading.article, { start, end }),
      provenance: [{ field: 'mention', from: 'clause', span: { start, end } }],
    });
  const found: NewClaim[] = [];
  const clauseOf = (token: Token): { start: number; end: number } =>
    sentence.clauses.find((clause) => token.start >= clause.start && token.start < clause.end) ?? sentence;
  if (!hasRole(tokens, 'history') && !hasRole(tokens, 'merged') && !isLaw(reading)) {
    for (const token of tokens) {
      if (token.category !== 'retired' || isGlossed(reading.scan.text, token) || isFormer(packs, tokens, token)) continue;
      const said = reading.scan.text.slice(sentence.start, sentence.end);
      if (tellsOrigin(tokens)) continue;
      if (tellsHistory(packs, token, said) || retirementsIn(reading.units).has(token.ref)) continue;
      const place = clauseOf(token);
      found.push(
        made(
          { kind: 'term', text: reading.scan.text.slice(token.start, token.end), until: null, term: token.ref, as: null },
          TERM_MENTION,
          place.start,
          place.end,
        ),
      );
    }
  }
  if (sentence.mood !== 'asserted' || unit.block.kind === 'title') return found;
  const dates = tokens.some(({ category }) => category === 'date');
  const dated =
    !dates || sentence.chronicle || isOutdone(packs, unit, tokens) ? null : dateMention(packs, reading, sentence, tokens, claims);
  if (dated) {
    const place = clauseOf(dated.date);
    found.push(
      made(
        { kind: 'date', text: reading.scan.text.slice(dated.date.start, dated.date.end), until: dated.until, term: null, as: dated.as },
        DATE_MENTION,
        place.start,
        Math.max(place.end, dated.end),
      ),
    );
  } else {
    const floating = floatingWord(packs, reading, tokens, claims);
    if (floating) {
      const place = clauseOf(floating);
      found.push(
        made(
          { kind: 'floating', text: reading.scan.text.slice(floating.start, floating.end), until: null, term: null, as: null },
          DATE_MENTION,
          place.start,
          sentence.end,
        ),
      );
    }
  }
  return found;
}

const tellsHistory = (packs: Packs, { ref }: TermToken, said: string): boolean =>
  packs.retired.get(ref)!.history.some((word) => said.includes(word));

const tellsOrigin = (tokens: readonly Token[]): boolean =>
  tokens.some((date) => date.category === 'date' && date.open === 'none' && isOrigin(tokens, date));

/** Names of which the article itself tells that they are no more: whoever writes 2016年新农合并入居民医保 knows it in the next section too. */
const retirementsIn = oncePerList(
  (units: readonly Unit[]): ReadonlySet<string> =>
    new Set(
      units.flatMap(({ sentences }) =>
        sentences.flatMap((sentence) => {
          const tokens = tokensOf(sentence);
          if (sentence.mood === 'question' || !hasRole(tokens, 'merged')) return [];
          return tokens.flatMap((token) => (token.category === 'retired' ? [token.ref] : []));
        }),
      ),
    ),
);

/** So many articles make a law, which is cited as it was passed; one of a place is rewritten when a name changes. */
const ARTICLES = 8;

const isLaw = ({ units, scan: { text } }: Reading): boolean => (lawIn(units).is ??= findsLaw(units, text));

const lawIn = oncePerList((): { is: boolean | null } => ({ is: null }));

function findsLaw(units: readonly Unit[], text: string): boolean {
  if (!units.some(({ block, tokens }) => block.kind === 'title' && hasRole(tokens, 'law'))) return false;
  const count = units.filter(({ block }) => /^第[一二三四五六七八九十百]{1,5}条/.test(text.slice(block.start, block.start + 8))).length;
  return count >= ARTICLES;
}

/** 农村医保(即城乡居民医保): the old name explains the new one. */
const isGlossed = (text: string, token: Token): boolean => text[token.end] === '(' && '即现今原'.includes(text[token.end + 1] ?? ' ');

/** 原新农合, 参加过新农合; 2003年试点新农合: before the name went out of use it was the right one. */
const isFormer = (packs: Packs, tokens: readonly Token[], name: TermToken): boolean => {
  const since = packs.retired.get(name.ref)!.since.slice(0, 4);
  return tokens.some((token) =>
    token.category === 'date'
      ? token.precision !== 'season' && token.open === 'none' && token.to !== null && token.to.slice(0, 4) < since
      : token.category === 'role' && token.ref === 'formerly' && token.end === name.start,
  );
};

const isDate = (token: Token): token is DateToken => token.category === 'date' && token.precision !== 'season' && token.to !== null;
const isStart = (token: Token): token is DateToken =>
  token.category === 'date' && token.precision !== 'season' && token.open === 'from' && token.from !== null;

/** The date of the sentence that it presents as current or still to come, and how. */
function dateMention(
  packs: Packs,
  reading: Reading,
  sentence: Sentence,
  tokens: readonly Token[],
  claims: readonly Claim[],
): { date: DateToken; until: string; as: string; end: number } | null {
  const { article } = reading;
  const dates = sentence.clauses.flatMap((clause) =>
    clause.role === 'condition' && hasRole(clause.tokens, 'if') ? [] : clause.tokens.filter(isDate),
  );
  if (hasRole(tokens, 'history') || hasRole(tokens, 'merged')) return null;
  // 将于2025年1月1日起: what was to begin has begun.
  const start = hasRole(tokens, 'announced') ? tokens.find(isStart) : undefined;
  if (start) return { date: start, until: start.from!, as: 'announcement', end: start.end };
  const valid = validityIn(tokens);
  if (valid) return { ...valid, as: 'validity' };
  if (dates.length === 0) return null;
  const clauseOf = (date: DateToken): Clause => sentence.clauses.find((clause) => clause.tokens.includes(date))!;
  // Of two clauses with one date, the one that tells what to do by then.
  const urges = (date: DateToken): boolean => hasRole(clauseOf(date).tokens, 'directive');
  // A day that readers must keep speaks louder than the year whose rules it belongs to.
  const days = dates.filter((date) => date.precision !== 'year');
  const kept = hasRole(tokens, 'directive') || hasRole(tokens, 'validity') || days.some((day) => isWindow(packs, sentence, clauseOf(day)));
  const latest = (days.length > 0 && kept ? days : dates).reduce((a, b) =>
    b.to! > a.to! || (b.to === a.to && !urges(a) && urges(b)) ? b : a,
  );
  const until = latest.to!;
  const tie = (as: string): { date: DateToken; until: string; as: string; end: number } => ({ date: latest, until, as, end: latest.end });
  const own = clauseOf(latest).tokens;
  if (isOrigin(own, latest) || (isBase(own, latest, article.published) && !hasRole(tokens, 'now') && !hasRole(tokens, 'latest')))
    return null;
  if (hasRole(tokens, 'settled') && isEarned(own, latest)) return null;
  // 缴费期已在2月底结束: told as past.
  if (isClosed(own, latest)) return null;
  if (hasRole(tokens, 'validity')) return tie('validity');
  if ((hasRole(tokens, 'directive') || isWindow(packs, sentence, clauseOf(latest))) && latest.precision !== 'year') return tie('deadline');
  if (hasRole(tokens, 'announced')) return tie('announcement');
  if (latest.open !== 'none' || (latest.precision !== 'year' && latest.precision !== 'half')) return null;
  if (hasRole(tokens, 'latest') || hasRole(tokens, 'now')) return { ...tie('latest'), end: Math.max(latest.end, tokens.at(-1)!.end) };
  if (hasRole(own, 'basis') && hasRole(own, 'rule')) return { ...tie('latest'), end: sentence.end };
  if (hasRole(tokens, 'introduces') && tokens.some((token) => token.category === 'concept')) return { ...tie('latest'), end: sentence.end };
  if (latest.precision === 'year' && isLookedBackOn(reading, latest)) return null;
  const figure = claims.find(
    (claim) => claim.attribute !== STATEMENT && claim.outcome.type === 'number' && packs.attributes.get(claim.attribute) !== undefined,
  );
  if (figure) return { ...tie('figure'), end: sentence.end };
  const yearly = latest.label && isYearly(packs, own);
  return yearly ? tie('figure') : null;
}

/** Whether a word is one of an attribute whose figures are set anew each year. */
export const isYearly = (packs: Packs, tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.category === 'attribute' && token.words.some(({ ref, detail }) => detail === 'cues' && packs.attributes.get(ref)!.yearly),
  );

/** 集中缴费期为2025年9月1日至12月31日: a window that is set anew each year, told with its days; its name may be the label before them. */
function isWindow(packs: Packs, { clauses }: Sentence, clause: Clause): boolean {
  const label = clauses[clauses.indexOf(clause) - 1];
  return [...clause.tokens, ...(label?.role === 'label' ? label.tokens : [])].some((token) => {
    if (token.category !== 'attribute') return false;
    return token.words.some(({ ref, detail }) => {
      if (detail !== 'cues') return false;
      const attribute = packs.attributes.get(ref)!;
      return attribute.type === 'season' && attribute.yearly;
    });
  });
}

/** 已于6月30日截止, 6月30日已经结束: beside the date, not where 已 belongs to somebody (已缴费的请在6月30日前补办). */
const isClosed = (tokens: readonly Token[], date: DateToken): boolean =>
  tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'closed' &&
      (token.end <= date.start ? date.start - token.end <= 1 : token.start - date.end <= CLOSING_REACH),
  );

const yearOf = (token: Token): number =>
  token.category === 'date' && token.precision === 'year' && token.open === 'none' ? (token.year ?? 0) : 0;

/** The year of a label, or of the day on which something begins. */
const beginOf = (token: Token): number =>
  yearOf(token) || (token.category === 'date' && token.open === 'from' ? Number(token.from?.slice(0, 4) ?? 0) : 0);

const latestYear = oncePer((_, tokens) => tokens.reduce((latest, token) => Math.max(latest, beginOf(token)), 0));

/** 2026年度为960元。2025年度为920元。 2025年是700元,自2026年1月1日起降为600元。 — the paragraph tells a later year's figures too. */
function isOutdone(packs: Packs, { tokens }: Unit, own: readonly Token[]): boolean {
  const latest = own.reduce((found, token) => Math.max(found, yearOf(token)), 0);
  return latest > 0 && own.every((token) => token.category !== 'date' || beginOf(token) > 0) && latestYear(packs, tokens) > latest;
}

/** 2025年度的限额是1200元, under a title that bears 2026: told as what was. */
const isLookedBackOn = ({ units }: Reading, { year }: DateToken): boolean => year !== null && titleYear(units).latest > year;
const titleYear = oncePerList((units: readonly Unit[]) => ({
  latest: Math.max(0, ...units.flatMap(({ block, tokens }) => (block.kind === 'title' ? tokens.map(yearOf) : []))),
}));

/** 2020年出台的政策: when it began. */
const isOrigin = (tokens: readonly Token[], date: DateToken): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'begun' && token.start - date.end >= 0 && token.start - date.end <= 2);

const isNext = (tokens: readonly Token[], { start }: Token): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'nextYear' && token.start === start);

const FLOATING = ['latest', 'thisYear', 'now'];

/** 今年, 目前 … beside a figure, with nothing in the article that fixes the year. */
function floatingWord(packs: Packs, reading: Reading, tokens: readonly Token[], claims: readonly Claim[]): Token | null {
  if (!FLOATING.some((role) => hasRole(tokens, role))) return null;
  if (hasRole(tokens, 'tallied') || tokens.some((token) => token.category === 'date' && token.year !== null)) return null;
  const figure = tokens.some((token) => token.category === 'quantity' && ['money', 'percent', 'multiple'].includes(token.dimension));
  const yearly = claims.some((claim) => claim.outcome.type === 'number' && packs.attributes.get(claim.attribute)?.yearly);
  // A colon after 为 promises the figures: 缴费年限统一为:
  const last = tokens.at(-1);
  const counted =
    tokens.some((token) => token.category === 'quantity' && token.dimension === 'duration') ||
    (tokens.some((token) => token.end === last?.end && token.category === 'role' && (token.ref === 'copula' || token.ref === 'only')) &&
      tokens.some((token) => token.category === 'attribute' && token.words.some(({ detail }) => detail === 'cues')));
  const word = (role: string): Token | undefined => tokens.find((token) => token.category === 'role' && token.ref === role);
  const fixed =
    reading.article.published !== null ||
    isSigned(reading) ||
    reading.units.some(
      (unit) =>
        unit.block.kind === 'title' &&
        unit.sentences.some((sentence) =>
          sentence.clauses.some((clause) => clause.tokens.some((token) => token.category === 'date' && token.year !== null)),
        ),
    );
  // 今年没用完的不带到明年: one year and the next, whichever they are.
  if (
    hasRole(tokens, 'nextYear') &&
    tokens.some((token) => token.category === 'role' && token.ref === 'thisYear' && !isNext(tokens, token))
  )
    return null;
  const latest = word('latest');
  if (latest && (figure || yearly || counted) && (!fixed || reading.article.teaser)) return latest;
  if (fixed) return null;
  if (!figure && !yearly) return null;
  return word('thisYear') ?? word('now') ?? null;
}

/** So many units at either end may tell when the text was written. */
const ENDS = 4;
const signed = new WeakMap<Reading, boolean>();

/** 写于2026年清明, 整理时间:2026年9月: in the first or the last lines. */
function isSigned(reading: Reading): boolean {
  const known = signed.get(reading);
  if (known !== undefined) return known;
  const { units } = reading;
  const found = [...units.slice(0, ENDS), ...units.slice(-ENDS)].some(
    ({ tokens }) => hasRole(tokens, 'written') && tokens.some((token) => token.category === 'date' && token.year !== null),
  );
  signed.set(reading, found);
  return found;
}
