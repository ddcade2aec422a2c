// GitLab Code Quality: the list that a merge request's widget and its diff show.
import type { Severity } from '../../model/finding.ts';
import { reporter } from '../reporter.ts';
import { lastLine, linesOf, newIssues, placeText, titleOf } from './issue.ts';
import { jsonList } from './json-list.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>;

export const gitlab = reporter((result, { locale }) =>
  jsonList(
    '[',
    newIssues(result).issues.map((issue) => () => {
      const { finding, primary, fingerprint } = issue;
      const { file, startLine } = primary.evidence;
      // The widget shows one line of text; the title says what the first of the others begins with.
      const [, ...lines] = linesOf(issue, locale, placeText);
      return {
        description: [titleOf(finding, locale), ...lines].join(' | '),
        check_name: finding.kind,
        fingerprint,
        severity: SEVERITY[finding.severity],
        location: { path: file.replace(/^(?:\.\/)+/, ''), lines: { begin: startLine, end: lastLine(primary.evidence) } },
      };
    }),
    ']\n',
  ),
);
