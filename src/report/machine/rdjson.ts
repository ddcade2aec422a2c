// Reviewdog's diagnostics (rdjson), for review comments on any code host.
import { SEVERITIES } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import type { Evidence } from '../../model/span.ts';
import { reporter } from '../reporter.ts';
import { lastLine, linesOf, newIssues, placeText, titleOf } from './issue.ts';
import { jsonList, jsonText } from './json-list.ts';

const SEVERITY = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>;
/** Related places of one diagnostic. */
const RELATED = 20;

export const rdjson = reporter((result, { locale }) => {
  const { issues } = newIssues(result);
  const worst = SEVERITIES.find((severity) => issues.some(({ finding }) => finding.severity === severity));
  const head = { source: { name: result.tool.name }, ...(worst === undefined ? {} : { severity: SEVERITY[worst] }) };
  return jsonList(
    `${jsonText(head).slice(0, -1)},"diagnostics":[`,
    issues.map((issue) => () => ({
      message: [titleOf(issue.finding, locale), ...linesOf(issue, locale, placeText)].join('\n'),
      location: location(issue.primary.evidence),
      severity: SEVERITY[issue.finding.severity],
      code: { value: issue.finding.kind },
      related_locations: issue.related.slice(0, RELATED).map((place) => ({
        message: place.says,
        location: location(place.evidence),
      })),
    })),
    ']}\n',
  );
});

/** Whole lines: its columns count bytes of UTF-8, which only the article itself can tell. */
function location(evidence: Evidence): object {
  return { path: evidence.file, range: { start: { line: evidence.startLine }, end: { line: lastLine(evidence) } } };
}
