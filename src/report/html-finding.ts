// One finding on the page: what is wrong, who says what where, why it is a finding, and what to do.
import type { Finding, Side } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { claimFields } from './claim-text.ts';
import { anchorOf, chinese, escapeHtml } from './html-text.ts';
import { unlisted } from './lookup.ts';
import type { Citation, Lookup } from './lookup.ts';
import { excerpt } from './plain.ts';
import { sideLetter } from './side.ts';
import { citeSource } from './source.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING, STATUS_WORDING } from './wording.ts';

/** Quotes of a side that are open; the others are one click away, and on a print. */
const OPEN = 4;

export interface FindingOptions {
  readonly locale: Locale;
  /** Language of the messages in the result. */
  readonly written: Locale;
}

/** Appends the finding's HTML to `out`, line by line. */
export function pushFinding(out: string[], finding: Finding, lookup: Lookup, { locale, written }: FindingOptions): void {
  const { kind, severity, sides, reasons, standing, cause, status } = finding;
  const anchor = anchorOf(finding.id);
  const { title, advice } = KIND_WORDING[locale][kind];
  const notes = [cause === 'clock' ? label(locale, 'clock') : '', status === 'new' ? '' : STATUS_WORDING[locale][status]];
  const messageLanguage = written === locale ? '' : ` lang="${written === 'zh' ? 'zh-Hans' : 'en'}"`;
  out.push(
    `<article class="finding ${severity}" id="${anchor}" aria-labelledby="${anchor}-t">`,
    `<p class="tags"><span class="badge ${severity}"><span aria-hidden="true">${SEVERITY_ICONS[severity]}</span> ${SEVERITY_WORDING[locale][severity]}</span> <span class="tag">${title}</span>${notes
      .filter((note) => note !== '')
      .map((note) => ` <span class="tag">${note}</span>`)
      .join('')}</p>`,
    `<h3 id="${anchor}-t"><span${chinese(locale)}>${escapeHtml(finding.topic)}</span> <a class="permalink" href="#${anchor}" aria-label="${label(locale, 'permalink')}">#</a></h3>`,
    `<p class="message"${messageLanguage}>${escapeHtml(finding.message)}</p>`,
    `<div class="sides${sides.length === 1 ? ' single' : ''}">`,
  );
  for (const [index, side] of sides.entries()) pushSide(out, side, sides.length === 1 ? null : sideLetter(index), lookup, locale);
  out.push('</div>');
  if (reasons.length > 0) {
    const items = reasons.map(({ code, args }) => `<li>${escapeHtml(word(locale, code, args))}</li>`);
    out.push(`<h4 class="label">${label(locale, 'why')}</h4>`, `<ul class="why">${items.join('')}</ul>`);
  }
  if (standing !== null) {
    const items = standing.reasons.map(({ code, args }) => `<li>${escapeHtml(word(locale, code, args))}</li>`);
    out.push(
      `<h4 class="label">${label(locale, 'standing', { letter: sideLetter(standing.side) })}</h4>`,
      `<ul class="why">${items.join('')}</ul>`,
    );
  }
  out.push(`<p class="advice"><span class="label">${label(locale, 'advice')}</span> ${advice}</p>`, '</article>');
}

/** A notice has one side, which needs no letter and says what the heading says. */
function pushSide(out: string[], side: Side, letter: string | null, lookup: Lookup, locale: Locale): void {
  out.push('<section class="side">');
  if (letter !== null)
    out.push(
      `<h4><span class="letter">${label(locale, 'side', { letter })}</span> <span class="says"${chinese(locale)}>${escapeHtml(side.says)}</span> <span class="n">${label(locale, 'claimCount', { n: side.count })}</span></h4>`,
    );
  const citations = lookup.citations(side);
  if (side.source !== null)
    out.push(
      `<p class="place"><strong>${label(locale, 'source')}</strong> <span${chinese(locale)}>${escapeHtml(citeSource(side.source, locale))}</span></p>`,
    );
  pushQuotes(out, citations.slice(0, OPEN), locale);
  if (citations.length > OPEN) {
    out.push(`<details class="more"><summary>${label(locale, 'moreQuotes', { n: citations.length - OPEN })}</summary>`);
    pushQuotes(out, citations.slice(OPEN), locale);
    out.push('</details>');
  }
  const more = unlisted(side, citations.length);
  if (more > 0) out.push(`<p class="muted">${label(locale, 'moreClaims', { n: more })}</p>`);
  out.push('</section>');
}

function pushQuotes(out: string[], citations: readonly Citation[], locale: Locale): void {
  if (citations.length === 0) return;
  out.push('<ol class="quotes">');
  for (const citation of citations) out.push(quoteItem(citation, locale));
  out.push('</ol>');
}

function quoteItem({ claim, article }: Citation, locale: Locale): string {
  const { file, startLine, quote } = claim.evidence;
  const notes: string[] = [];
  if (article !== null) {
    notes.push(`<cite${chinese(locale)}>${article.title.trim() === '' ? label(locale, 'untitled') : escapeHtml(article.title)}</cite>`);
    if (article.teaser) notes.push(`<span>${label(locale, 'teaser')}</span>`);
    if (article.region !== null) notes.push(`<span${chinese(locale)}>${escapeHtml(article.region)}</span>`);
    if (article.published !== null) notes.push(`<span>${label(locale, 'published', { date: escapeHtml(article.published) })}</span>`);
  }
  const fields = claimFields(claim, locale).map(
    ({ name, text, own }) =>
      `<div><dt>${label(locale, name)}</dt><dd${own ? ' class="muted"' : chinese(locale)}>${escapeHtml(text)}</dd></div>`,
  );
  return [
    `<li><blockquote${chinese(locale)}>${escapeHtml(excerpt(quote))}</blockquote>`,
    `<p class="place"><code>${escapeHtml(`${file}:${startLine}`)}</code>${notes.join('')}</p>`,
    `<details><summary>${label(locale, 'reading')}</summary><dl class="reading">${fields.join('')}</dl></details></li>`,
  ].join('\n');
}
