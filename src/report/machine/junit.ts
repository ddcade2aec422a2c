// JUnit XML, the dialect of Jenkins' xUnit plugin: a suite per file, a failed case per finding.
import type { AuditResult, Locale } from '../../model/result.ts';
import { oneLine } from '../plain.ts';
import { reporter } from '../reporter.ts';
import { statusText } from '../waiver.ts';
import { label } from '../wording.ts';
import { escapeXml } from '../xml.ts';
import { issuesOf, linesOf, placeText, titleOf } from './issue.ts';
import type { Issue } from './issue.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly outcome: Outcome;
  /** Severity or code; a message on one line, and all of it. */
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly file: string | null;
  readonly cases: readonly Case[];
}

export const junit = reporter(function* (result, { locale }) {
  const suites = suitesOf(result, locale);
  const all = suites.flatMap(({ cases }) => cases);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="claimlint" tests="${all.length}" failures="${count(all, 'failure')}" errors="${count(all, 'error')}">\n`;
  for (const suite of suites) yield suiteXml(suite);
  yield '</testsuites>\n';
});

function suitesOf(result: AuditResult, locale: Locale): readonly Suite[] {
  const byFile = new Map<string, Case[]>();
  for (const issue of issuesOf(result).issues) {
    const { file } = issue.primary.evidence;
    const cases = byFile.get(file);
    if (cases === undefined) byFile.set(file, [caseOf(issue, locale)]);
    else cases.push(caseOf(issue, locale));
  }
  const suites: Suite[] = [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, cases]) => ({ name: oneLine(file), file: oneLine(file), cases }));
  const faults = result.faults.map(({ code, file, line, message }): Case => {
    const place = oneLine(line === null ? file : `${file}:${line}`);
    return {
      name: place,
      classname: 'faults',
      outcome: 'error',
      type: code,
      message: oneLine(message),
      lines: [`${place}: ${oneLine(message)}`],
    };
  });
  if (faults.length > 0) suites.push({ name: label(locale, 'faults'), file: null, cases: faults });
  // A report without any case is an error to some servers.
  const passed: Case = { name: label(locale, 'clean'), classname: 'claimlint', outcome: 'passed', type: '', message: '', lines: [] };
  return suites.length > 0 ? suites : [{ name: 'claimlint', file: null, cases: [passed] }];
}

function caseOf(issue: Issue, locale: Locale): Case {
  const { finding, primary } = issue;
  const { severity, status, kind } = finding;
  return {
    name: `${titleOf(finding, locale)} (${placeText(primary)})`,
    classname: kind,
    // A note asks for nothing, so nothing has failed.
    outcome: status !== 'new' ? 'skipped' : severity === 'info' ? 'passed' : 'failure',
    type: severity,
    message: status === 'new' ? oneLine(finding.message) : oneLine(statusText(finding, locale)),
    lines: linesOf(issue, locale, placeText),
  };
}

function suiteXml({ name, file, cases }: Suite): string {
  const counts = `tests="${cases.length}" failures="${count(cases, 'failure')}" errors="${count(cases, 'error')}" skipped="${count(cases, 'skipped')}"`;
  const own = file === null ? '' : ` file="${escapeXml(file)}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}${own}>\n${cases.map(caseXml).join('')}  </testsuite>\n`;
}

function caseXml({ name, classname, outcome, type, message, lines }: Case): string {
  const head = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(classname)}" time="0"`;
  const text = lines.map(escapeXml).join('\n');
  if (outcome === 'passed') return text === '' ? `${head}/>\n` : `${head}>\n      <system-out>${text}</system-out>\n    </testcase>\n`;
  return `${head}>\n      <${outcome} type="${escapeXml(type)}" message="${escapeXml(message)}">${text}</${outcome}>\n    </testcase>\n`;
}

function count(cases: readonly Case[], outcome: Outcome): number {
  return cases.filter((one) => one.outcome === outcome).length;
}
