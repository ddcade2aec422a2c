// The text of `explain`: a block per claim, a row per field, and what of the line gave no claim.
import stringWidth from 'string-width';
import type { Claim, Provenance } from '../model/claim.ts';
import type { Article } from '../model/article.ts';
import { isCompared } from '../audit.ts';
import { toEvidence } from '../model/locate.ts';
import type { Locale } from '../model/result.ts';
import type { Evidence } from '../model/span.ts';
import type { UnreadSentence } from '../model/unread.ts';
import { REASON_WORDING } from '../report/unread-wording.ts';
import { FIELD_LABELS, FIELDS, fromLabel, valueOf } from './claim-fields.ts';
import type { Field } from './claim-fields.ts';
import { say } from './messages.ts';
import { oneLine } from './printable.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  /** The line as it stands in the file. */
  readonly text: string;
}

type Row = readonly [field: string, value: string, from: string];

/**
 * @param claims those whose evidence touches the line, with the article that their provenance points into
 * @param unread sentences of the line that gave no claim to compare
 */
export function explanationOf(
  place: Place,
  claims: readonly { claim: Claim; article: Article }[],
  unread: readonly UnreadSentence[],
  locale: Locale,
): string {
  const out = [`${oneLine(place.file)}:${place.line}`, `  ${oneLine(place.text.trim())}`, ''];
  if (claims.length === 0) out.push(say(locale, 'explain.none'), '');
  for (const [index, { claim, article }] of claims.entries()) out.push(...claimBlock(index + 1, claim, article, locale), '');
  for (const sentence of unread) out.push(...reasonBlock(sentence, locale), '');
  const silent = sentencesWithout(place, [...claims.map(({ claim }) => claim.evidence), ...unread.map(({ evidence }) => evidence)]);
  if (silent.length > 0 && claims.length > 0)
    out.push(`${say(locale, 'explain.unread')}:`, ...silent.map((sentence) => `  ${oneLine(sentence)}`), '');
  return out.join('\n');
}

/** Why a sentence gave nothing to compare, and what can be done. */
function reasonBlock({ evidence, reason, attribute }: UnreadSentence, locale: Locale): string[] {
  const { title, advice } = REASON_WORDING[locale][reason];
  return [
    `${say(locale, 'explain.why')}: ${title}${attribute === null ? '' : ` (${oneLine(attribute)})`}`,
    `  ${evidence.startLine}:${evidence.startColumn}-${evidence.endLine}:${evidence.endColumn} 「${oneLine(evidence.quote)}」`,
    `  ${advice}`,
  ];
}

function claimBlock(number: number, claim: Claim, article: Article, locale: Locale): string[] {
  const { scheme, thing } = claim.subject;
  const topic = [scheme, thing, claim.attribute].filter((part) => part !== null && part !== '').join(' · ');
  const compared = say(locale, isCompared(claim) && claim.mood === 'asserted' ? 'explain.compared' : 'explain.not-compared');
  const { startLine, startColumn, endLine, endColumn, quote } = claim.evidence;
  const head = [
    `${say(locale, 'explain.claim', { number })}: ${oneLine(topic)} (${compared})`,
    `  ${startLine}:${startColumn}-${endLine}:${endColumn} 「${oneLine(quote)}」`,
  ];
  const title: Row = [say(locale, 'explain.field'), say(locale, 'explain.value'), say(locale, 'explain.from')];
  return [...head, ...aligned([title, ...rowsOf(claim, article, locale)])];
}

/** A row for each field that is stated; one more for each further place that gave it. */
function rowsOf(claim: Claim, article: Article, locale: Locale): Row[] {
  const rows: Row[] = [];
  const left = new Set(claim.provenance);
  for (const field of FIELDS) {
    const value = valueOf(claim, field, locale);
    const sources = claim.provenance.filter((source) => isOf(source, field));
    for (const source of sources) left.delete(source);
    if (value === null && sources.length === 0) continue;
    const places = sources.length > 0 ? sources.map((source) => sourceText(source, article, locale)) : [''];
    for (const [index, text] of places.entries()) {
      rows.push(index === 0 ? [FIELD_LABELS[locale][field], value ?? say(locale, 'explain.unstated'), text] : ['', '', text]);
    }
  }
  for (const source of left) rows.push([source.field, '', sourceText(source, article, locale)]);
  return rows.map(([field, value, from]) => [oneLine(field), oneLine(value), oneLine(from)]);
}

/** `condition` also takes `condition.0` and `condition:age`; `scheme` also `subject.scheme`. */
function isOf({ field }: Provenance, name: Field): boolean {
  const bare = field.replace(/^subject\./, '');
  return bare === name || bare.startsWith(`${name}.`) || bare.startsWith(`${name}:`);
}

function sourceText({ from, span }: Provenance, article: Article, locale: Locale): string {
  if (span === null) return fromLabel(from, locale);
  const { startLine, startColumn } = toEvidence(article, span);
  return `${fromLabel(from, locale)} ${startLine}:${startColumn} 「${article.text.slice(span.start, span.end)}」`;
}

/** Columns padded by the width that a terminal gives them: a Chinese character takes two cells. */
function aligned(rows: readonly Row[]): string[] {
  const first = Math.max(...rows.map(([field]) => stringWidth(field)));
  const second = Math.min(36, Math.max(...rows.map(([, value]) => stringWidth(value))));
  return rows.map(([field, value, from]) => `  ${padded(field, first)}  ${padded(value, second)}  ${from}`.trimEnd());
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Sentences of the line, by their end marks, that no evidence touches; tags of HTML are none. */
function sentencesWithout({ line, text }: Place, touched: readonly Evidence[]): string[] {
  const covered = touched.map((evidence) => ({
    from: evidence.startLine < line ? 1 : evidence.startColumn,
    to: evidence.endLine > line ? text.length + 1 : evidence.endColumn,
  }));
  const unread: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !'。!?！？；'.includes(text.charAt(at))) continue;
    const sentence = text.slice(start, at + 1);
    const met = covered.some(({ from, to }) => from - 1 < at + 1 && to - 1 > start);
    if (!met && /\p{Letter}/u.test(sentence.replace(/<[^<>]*>/g, ''))) unread.push(sentence.trim());
    start = at + 1;
  }
  return unread;
}
