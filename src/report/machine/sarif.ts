// SARIF 2.1.0, as GitHub code scanning and other viewers take it.
import { KINDS } from '../../model/finding.ts';
import type { Finding } from '../../model/finding.ts';
import type { AuditResult, Locale } from '../../model/result.ts';
import type { Evidence } from '../../model/span.ts';
import { oneLine } from '../plain.ts';
import { reporter } from '../reporter.ts';
import { waiverText } from '../waiver.ts';
import { label } from '../wording.ts';
import { issuesOf, linesOf, placeText } from './issue.ts';
import type { Issue, Place } from './issue.ts';
import { jsonList, jsonText } from './json-list.ts';
import { LEVELS, rulesOf } from './sarif-rules.ts';

/** Results that GitHub keeps of an upload, and places that it keeps of one result. */
const RESULTS = 5000;
const PLACES = 100;
/** Characters of a snippet: a quote of a hostile file may be megabytes long. */
const SNIPPET = 1000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export const sarif = reporter((result, { locale }) => {
  const { issues, placeless } = issuesOf(result);
  const marks = {
    baseline: result.baseline !== null || issues.some(({ finding }) => finding.status === 'known'),
    waivers: issues.some(({ finding }) => finding.status === 'waived'),
  };
  const { name, version } = result.tool;
  const run = {
    tool: {
      driver: { name, version, semanticVersion: version, language: languageOf(locale), rules: rulesOf(locale) },
    },
    automationDetails: { id: `${name}/` },
    language: languageOf(locale),
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: notificationsOf(result, issues.length - RESULTS, placeless, locale) },
    ],
  };
  return jsonList(
    `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${jsonText(run).slice(0, -1)},"results":[`,
    issues.slice(0, RESULTS).map((issue) => () => resultOf(issue, marks, locale)),
    ']}]}\n',
  );
});

const languageOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-US');

function notificationsOf({ faults, notes, findings }: AuditResult, over: number, placeless: number, locale: Locale): readonly object[] {
  const left = Math.max(0, over) + placeless;
  const cut = label(locale, 'cut', { n: left, total: findings.length });
  return [
    ...faults.map(({ code, file, line, message }) => ({
      descriptor: { id: code },
      level: code === 'not-analysed' ? 'note' : 'error',
      message: { text: escapeLinks(oneLine(message)) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line ?? 1 } } }],
    })),
    ...notes.map(({ code, file, line, message }) => ({
      descriptor: { id: code },
      level: 'note',
      message: { text: escapeLinks(oneLine(message)) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } }],
    })),
    ...(left > 0 ? [{ descriptor: { id: 'left-out' }, level: 'warning', message: { text: cut } }] : []),
  ];
}

/** All results of a run have a state, or none has; the same of suppressions. */
interface Marks {
  readonly baseline: boolean;
  readonly waivers: boolean;
}

function resultOf(issue: Issue, marks: Marks, locale: Locale): object {
  const { finding, fingerprint, primary, related } = issue;
  const { kind, severity, topic, cause, status, id } = finding;
  const places = related.slice(0, PLACES - 1);
  // A place that is not linked to in the text is not shown.
  const cite = (place: Place, number: number): string => {
    const name = escapeLinks(placeText(place));
    return number > 0 && number <= places.length ? `[${name}](${number})` : name;
  };
  const text = linesOf(issue, locale, cite, escapeLinks).join('\n');
  return {
    ruleId: kind,
    ruleIndex: KINDS.indexOf(kind),
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: physical(firstLineOf(primary.evidence)) }],
    ...(places.length === 0 ? {} : { relatedLocations: places.map((place, index) => relatedOf(place, index + 1, locale)) }),
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'claimlint/v1': id },
    ...(marks.baseline ? { baselineState: status === 'known' ? 'unchanged' : 'new' } : {}),
    ...(marks.waivers ? { suppressions: status === 'waived' ? [suppressionOf(finding, locale)] : [] } : {}),
    properties: { topic: oneLine(topic), cause },
  };
}

function suppressionOf({ waiver }: Finding, locale: Locale): object {
  if (waiver === null) return { kind: 'external' };
  const { by, file, line } = waiver;
  return {
    kind: by === 'inline' ? 'inSource' : 'external',
    justification: oneLine(waiverText(waiver, locale)),
    location: { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } },
  };
}

function relatedOf(place: Place, id: number, locale: Locale): object {
  const text = `${label(locale, 'side', { letter: place.letter })}${label(locale, 'colon')}${oneLine(place.says)}`;
  return { id, physicalLocation: physical(place.evidence), message: { text: escapeLinks(text) } };
}

function physical({ file, startLine, startColumn, endLine, endColumn, quote }: Evidence): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine,
      startColumn,
      endLine,
      endColumn,
      ...(quote.length <= SNIPPET ? { snippet: { text: quote.toWellFormed() } } : {}),
    },
  };
}

/** GitHub shows an alert in a pull request only where all its lines are in the diff: it is reported on the first. */
function firstLineOf(evidence: Evidence): Evidence {
  if (evidence.endLine === evidence.startLine) return evidence;
  const quote = /^[^\r\n]*/.exec(evidence.quote)![0];
  return { ...evidence, endLine: evidence.startLine, endColumn: evidence.startColumn + quote.length, quote };
}

/** A relative reference, percent-encoded; an absolute path is one of the `file` scheme. */
function uriOf(file: string): string {
  const path = file
    .toWellFormed()
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
  return path.startsWith('/') ? `file://${path.replace(/^\/+/, '/')}` : path;
}

/** In a message, brackets make links. */
function escapeLinks(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}
