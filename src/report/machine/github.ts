// GitHub annotations: workflow commands, which a runner takes from what a step prints.
import { SEVERITIES } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import { label } from '../wording.ts';
import { reporter } from '../reporter.ts';
import { lastLine, linesOf, newIssues, placeText, titleOf } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Locale } from '../../model/result.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;
/** GitHub shows ten of a kind per step, and drops the others without a word. */
const MOST = 10;

export const github = reporter(function* (result, { locale }) {
  const { issues } = newIssues(result);
  for (const severity of SEVERITIES) {
    const own = issues.filter(({ finding }) => finding.severity === severity);
    const shown = own.length <= MOST ? own : own.slice(0, MOST - 1);
    for (const issue of shown) yield `${command(issue, locale)}\n`;
    if (shown.length < own.length) yield `::${COMMANDS[severity]}::${data(label(locale, 'more', { n: own.length - shown.length }))}\n`;
  }
});

function command(issue: Issue, locale: Locale): string {
  const { finding, primary } = issue;
  const { evidence } = primary;
  const last = lastLine(evidence);
  const properties: [string, string | number][] = [
    ['file', evidence.file],
    ['line', evidence.startLine],
    ['endLine', last],
    // Columns are taken of one line only.
    ...(evidence.startLine === evidence.endLine
      ? ([
          ['col', evidence.startColumn],
          ['endColumn', evidence.endColumn],
        ] as [string, number][])
      : []),
    ['title', titleOf(finding, locale)],
  ];
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${COMMANDS[finding.severity]} ${written}::${data(linesOf(issue, locale, placeText).join('\n'))}`;
}

/** Nothing in a text ends its command, or begins another. */
function data(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, percent);
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
