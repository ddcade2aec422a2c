// One finding as plain HTML: what is wrong, who says what where, why it is a finding, and what to do.
import type { Finding, Side } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { anchorOf, chinese, escapeHtml } from './html-text.ts';
import type { Links } from './links.ts';
import { unlisted } from './lookup.ts';
import type { Citation, Lookup } from './lookup.ts';
import { excerpt } from './plain.ts';
import { sideLetter } from './side.ts';
import { adviceOf, citeSource } from './source.ts';
import { statusText } from './waiver.ts';
import { KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Quotes of a side that are shown. */
const QUOTES = 10;

export interface FindingOptions {
  readonly locale: Locale;
  readonly links: Links;
  /** Language of the messages in the result. */
  readonly written: Locale;
}

/** Appends the finding's HTML to `out`, line by line. */
export function pushFinding(out: string[], finding: Finding, lookup: Lookup, { locale, links, written }: FindingOptions): void {
  const { kind, severity, sides, reasons, standing, cause } = finding;
  const anchor = anchorOf(finding.id);
  const { title } = KIND_WORDING[locale][kind];
  const notes = [cause === 'clock' ? label(locale, 'clock') : '', escapeHtml(statusText(finding, locale))];
  const messageLanguage = written === locale ? '' : ` lang="${written === 'zh' ? 'zh-Hans' : 'en'}"`;
  out.push(
    `<article class="card ${severity}" id="${anchor}" aria-labelledby="${anchor}-t"><div class="body">`,
    `<p class="tags"><span class="badge ${severity}">${SEVERITY_ICONS[severity]} ${SEVERITY_WORDING[locale][severity]}</span> <span class="kind">${title}</span>${notes
      .filter((note) => note !== '')
      .map((note) => ` <span class="tag">${note}</span>`)
      .join('')}</p>`,
    `<h2 class="topic" id="${anchor}-t"><a href="#${anchor}"${chinese(locale)}>${escapeHtml(finding.topic)}</a></h2>`,
    `<p class="message"${messageLanguage}>${escapeHtml(finding.message)}</p>`,
    '<div class="sides">',
  );
  for (const [index, side] of sides.entries()) pushSide(out, side, sides.length === 1 ? null : index, lookup, { locale, links });
  out.push('</div>', '<div class="reasons">');
  if (reasons.length > 0) {
    const items = reasons.map(({ code, args }) => `<li>${escapeHtml(word(locale, code, args))}</li>`);
    out.push(`<div><h3>${label(locale, 'why')}</h3>`, `<ul>${items.join('')}</ul></div>`);
  }
  if (standing !== null) {
    const items = standing.reasons.map(({ code, args }) => `<li>${escapeHtml(word(locale, code, args))}</li>`);
    out.push(`<div><h3>${label(locale, 'standing', { letter: sideLetter(standing.side) })}</h3>`, `<ul>${items.join('')}</ul></div>`);
  }
  out.push(`<div><h3>${label(locale, 'advice')}</h3><p>${adviceOf(finding, locale)}</p></div>`, '</div></div></article>');
}

/** A notice has one side, which needs no letter and says what the heading says. */
function pushSide(out: string[], side: Side, at: number | null, lookup: Lookup, options: Omit<FindingOptions, 'written'>): void {
  const { locale } = options;
  out.push(`<section class="side${at === null ? '' : ` side-${at % 6}`}">`);
  if (at !== null)
    out.push(
      `<h3 class="says"><b class="letter">${sideLetter(at)}</b> <span class="value"${chinese(locale)}>${escapeHtml(side.says)}</span>${side.count === 0 ? '' : ` <span class="n">${label(locale, 'claimCount', { n: side.count })}</span>`}</h3>`,
    );
  const citations = lookup.citations(side);
  if (side.source !== null)
    out.push(
      `<p class="source"><span class="tag good">${label(locale, 'source')}</span> <span${chinese(locale)}>${escapeHtml(citeSource(side.source, locale))}</span></p>`,
    );
  const shown = citations.slice(0, QUOTES);
  if (shown.length > 0) out.push('<ol class="quotes">', ...shown.map((citation) => quoteItem(citation, options)), '</ol>');
  const more = unlisted(side, shown.length);
  if (more > 0) out.push(`<p class="muted">${label(locale, 'moreClaims', { n: more })}</p>`);
  out.push('</section>');
}

function quoteItem({ claim, article }: Citation, { locale, links }: Omit<FindingOptions, 'written'>): string {
  const { file, startLine, endLine, quote } = claim.evidence;
  const href = links(file, startLine, endLine);
  const place = `<code>${escapeHtml(`${file}:${startLine}`)}</code>`;
  const notes: string[] = [];
  if (article !== null) {
    notes.push(`<cite${chinese(locale)}>${article.title.trim() === '' ? label(locale, 'untitled') : escapeHtml(article.title)}</cite>`);
    if (article.teaser) notes.push(`<span>${label(locale, 'teaser')}</span>`);
    if (article.region !== null) notes.push(`<span${chinese(locale)}>${escapeHtml(article.region)}</span>`);
    if (article.published !== null) notes.push(`<span>${label(locale, 'published', { date: escapeHtml(article.published) })}</span>`);
  }
  return [
    `<li><blockquote${chinese(locale)}>${escapeHtml(excerpt(quote))}</blockquote>`,
    `<p class="place">${href === null ? place : `<a href="${escapeHtml(href)}">${place}</a>`}${notes.join('')}</p></li>`,
  ].join('\n');
}
