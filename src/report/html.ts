// One page to read and to print: self-contained, without script, and nothing in it comes from the network.
import { SEVERITIES } from '../model/finding.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { pushFinding } from './html-finding.ts';
import { STYLE } from './html-style.ts';
import { anchorOf, chinese, escapeHtml } from './html-text.ts';
import { gravest, groupFindings, indexResult, tallyFindings } from './lookup.ts';
import type { Group, Tally } from './lookup.ts';
import { reporter } from './reporter.ts';
import { coverageOf } from './source.ts';
import { pushUnread } from './unread.ts';
import { countOf, KIND_WORDING, label, SEVERITY_ICONS, SEVERITY_WORDING } from './wording.ts';

/** Topics of a group that the table of contents lists. */
const TOPICS = 60;

export const html = reporter('html', function* (result, { locale }) {
  const tally = tallyFindings(result.findings);
  const groups = groupFindings(result.findings);
  const lookup = indexResult(result);
  const out: string[] = [];
  pushHead(out, result, locale);
  pushBanner(out, result, tally, locale);
  out.push('<div class="page">');
  if (groups.length > 0) pushContents(out, groups, result, locale);
  out.push('<main id="findings" tabindex="-1">');
  for (const group of groups) {
    const { title, meaning } = KIND_WORDING[locale][group.kind];
    out.push(
      `<section aria-labelledby="${groupId(group)}">`,
      `<h2 id="${groupId(group)}">${badge(group.severity, locale)} ${title} <span class="n">${group.findings.length}</span></h2>`,
      `<p class="meaning">${meaning}</p>`,
    );
    for (const finding of group.findings) {
      pushFinding(out, finding, lookup, { locale, written: result.locale });
      yield `${out.splice(0).join('\n')}\n`;
    }
    out.push('</section>');
  }
  pushFaults(out, result, locale);
  if (result.unread !== null) pushUnread(out, result.unread, locale);
  pushCoverage(out, result, locale);
  out.push('</main>', '</div>', '</body>', '</html>');
  yield `${out.join('\n')}\n`;
});

const groupId = ({ severity, kind }: Pick<Group, 'severity' | 'kind'>): string => `${severity}-${kind}`;

function badge(severity: Severity, locale: Locale): string {
  return `<span class="badge ${severity}"><span aria-hidden="true">${SEVERITY_ICONS[severity]}</span> ${SEVERITY_WORDING[locale][severity]}</span>`;
}

function pushHead(out: string[], { asOf }: AuditResult, locale: Locale): void {
  out.push(
    '<!doctype html>',
    `<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${label(locale, 'title')} · ${escapeHtml(asOf)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#findings">${label(locale, 'skip')}</a>`,
  );
}

function pushBanner(out: string[], { asOf, corpus, faults }: AuditResult, tally: Tally, locale: Locale): void {
  const worst = gravest(tally);
  const counts = SEVERITIES.map((severity) => {
    const text = `<span aria-hidden="true">${SEVERITY_ICONS[severity]}</span> ${countOf(locale, severity, tally.bySeverity[severity])}`;
    const first = tally.rows.find((row) => row.counts[severity] > 0);
    if (first === undefined) return `<li class="none">${text}</li>`;
    return `<li><a class="${severity}" href="#${groupId({ severity, kind: first.kind })}">${text}</a></li>`;
  });
  const facts = (['files', 'articles', 'claims'] as const).map(
    (name) => `<div><dt>${label(locale, name)}</dt><dd>${corpus[name]}</dd></div>`,
  );
  out.push(
    `<header class="banner ${worst ?? 'clean'}">`,
    `<h1>${label(locale, 'title')}</h1>`,
    worst === null
      ? `<p class="verdict"><span aria-hidden="true">✓</span> ${label(locale, 'clean')}</p>`
      : `<ul class="verdict">${counts.join('')}</ul>`,
    ...(faults.length > 0 ? [`<p class="incomplete"><a href="#faults">${label(locale, 'incomplete', { n: faults.length })}</a></p>`] : []),
    `<dl class="facts"><div><dt>${label(locale, 'asOf')}</dt><dd>${escapeHtml(asOf)}</dd></div>${facts.join('')}</dl>`,
    '</header>',
  );
}

function pushContents(out: string[], groups: readonly Group[], { corpus, unread, faults }: AuditResult, locale: Locale): void {
  out.push(`<nav aria-labelledby="contents">`, `<h2 id="contents">${label(locale, 'contents')}</h2>`, '<ul>');
  for (const group of groups) {
    const { severity, findings } = group;
    const icon = `<span class="icon ${severity}" aria-hidden="true">${SEVERITY_ICONS[severity]}</span>`;
    const words = `${KIND_WORDING[locale][group.kind].title}<span class="hidden"> (${SEVERITY_WORDING[locale][severity]})</span>`;
    out.push(`<li><a href="#${groupId(group)}">${icon} ${words} <span class="n">${findings.length}</span></a>`, '<ul>');
    const topics = topicsOf(findings);
    for (const { topic, first, count } of topics.slice(0, TOPICS)) {
      const times = count === 1 ? '' : ` <span class="n">${count}</span>`;
      out.push(`<li><a href="#${anchorOf(first)}"${chinese(locale)}>${escapeHtml(topic)}</a>${times}</li>`);
    }
    if (topics.length > TOPICS) out.push(`<li>${label(locale, 'moreTopics', { n: topics.length - TOPICS })}</li>`);
    out.push('</ul></li>');
  }
  if (unread !== null) out.push(`<li><a href="#unread">${label(locale, 'unread')} <span class="n">${corpus.unread}</span></a></li>`);
  if (faults.length > 0) out.push(`<li><a href="#faults">${label(locale, 'faults')} <span class="n">${faults.length}</span></a></li>`);
  out.push(`<li><a href="#coverage">${label(locale, 'coverage')}</a></li>`, '</ul>', '</nav>');
}

/** Topics in the order of their first findings: a year that thirty articles name is one entry. */
function topicsOf(findings: readonly Finding[]): { readonly topic: string; readonly first: string; readonly count: number }[] {
  const byTopic = new Map<string, { topic: string; first: string; count: number }>();
  for (const { id, topic } of findings) {
    const entry = byTopic.get(topic);
    if (entry === undefined) byTopic.set(topic, { topic, first: id, count: 1 });
    else entry.count++;
  }
  return [...byTopic.values()];
}

function pushFaults(out: string[], { faults }: AuditResult, locale: Locale): void {
  if (faults.length === 0) return;
  out.push(`<section aria-labelledby="faults">`, `<h2 id="faults">${label(locale, 'faults')} <span class="n">${faults.length}</span></h2>`);
  out.push('<ul class="faults">');
  for (const { file, line, message, code } of faults)
    out.push(
      `<li><code>${escapeHtml(line === null ? file : `${file}:${line}`)}</code> ${escapeHtml(message)} <span class="muted">${code}</span></li>`,
    );
  out.push('</ul>', '</section>');
}

function pushCoverage(out: string[], { corpus, packs, tool, register }: AuditResult, locale: Locale): void {
  const rows = (['files', 'articles', 'sentences', 'claims', 'unread'] as const).map((name) => [label(locale, name), String(corpus[name])]);
  if (register !== null) rows.push([label(locale, 'register'), coverageOf(register, locale)]);
  const versions = packs.map(({ name, version }) => escapeHtml(`${name} ${version}`)).join(label(locale, 'comma'));
  if (versions !== '') rows.push([label(locale, 'packs'), versions]);
  rows.push([label(locale, 'tool'), escapeHtml(`${tool.name} ${tool.version}`)]);
  out.push(
    `<section aria-labelledby="coverage">`,
    `<h2 id="coverage">${label(locale, 'coverage')}</h2>`,
    `<dl class="coverage">${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`,
    ...(corpus.unread > 0 ? [`<p class="muted">${label(locale, 'coverageNote')}</p>`] : []),
    '</section>',
  );
}
