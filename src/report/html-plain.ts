// The findings as plain HTML, for who runs no script: mail, previews, strict servers. Of a large audit the gravest ones.
import type { AuditResult } from '../model/result.ts';
import { pushFinding } from './html-finding.ts';
import { escapeHtml } from './html-text.ts';
import { relativeLinks } from './links.ts';
import { groupFindings, indexResult, newOf } from './lookup.ts';
import type { ReportOptions } from './reporter.ts';
import { scopeText } from './scope.ts';
import { coverageOf } from './source.ts';
import { verdictText } from './verdict.ts';
import { label } from './wording.ts';

/** Findings that are shown; the JSON document has them all. */
const MOST = 300;

export function* plainPieces(result: AuditResult, { locale, links = relativeLinks() }: ReportOptions): Iterable<string> {
  const { asOf, corpus, findings, faults, register, tool } = result;
  const out: string[] = [];
  const facts = (['files', 'articles', 'sentences', 'claims', 'unread'] as const).map((name) => [
    label(locale, name),
    String(corpus[name]),
  ]);
  if (register !== null) facts.push([label(locale, 'register'), coverageOf(register, locale)]);
  facts.push([label(locale, 'tool'), `${tool.name} ${tool.version}`]);
  out.push(
    '<main class="wide plain">',
    `<h1>${label(locale, 'title')}</h1>`,
    `<p class="verdict">${escapeHtml(verdictText(findings, locale))}</p>`,
    ...(faults.length > 0 ? [`<p>${label(locale, 'incomplete', { n: faults.length })}</p>`] : []),
    ...(result.scope === null ? [] : [`<p>${escapeHtml(scopeText(result.scope, locale))}</p>`]),
    `<p class="muted">${label(locale, 'noScript')}</p>`,
    `<dl class="facts">${[[label(locale, 'asOf'), asOf], ...facts].map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value!)}</dd></div>`).join('')}</dl>`,
  );
  const lookup = indexResult(result);
  const shown = [...groupFindings(newOf(findings)), ...groupFindings(findings.filter(({ status }) => status !== 'new'))]
    .flatMap((group) => group.findings)
    .slice(0, MOST);
  for (const finding of shown) {
    pushFinding(out, finding, lookup, { locale, links, written: result.locale });
    yield `${out.splice(0).join('\n')}\n`;
  }
  if (findings.length > shown.length) out.push(`<p>${label(locale, 'leftOut', { n: findings.length - shown.length })}</p>`);
  if (faults.length > 0) {
    out.push(`<h2>${label(locale, 'faults')}</h2>`, '<ul class="faults">');
    for (const { file, line, message, code } of faults.slice(0, MOST))
      out.push(
        `<li><code>${escapeHtml(line === null ? file : `${file}:${line}`)}</code> ${escapeHtml(message)} <span class="muted">${code}</span></li>`,
      );
    if (faults.length > MOST) out.push(`<li>${label(locale, 'leftOut', { n: faults.length - MOST })}</li>`);
    out.push('</ul>');
  }
  out.push('</main>');
  yield `${out.join('\n')}\n`;
}
