// The audit document: the whole result, keys in the order of the model, so that two audits can be compared line by line.
import type { Constraint, Figure, Interval, Mention, Operator, Outcome } from '../model/claim.ts';
import type { Directive } from '../model/directive.ts';
import type { Fault } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import type { ReferenceSource } from '../model/reference.ts';
import type { ArticleSummary, AuditResult, BaselineUse, Coverage, ReportedClaim, ReportedRegion, Skipped } from '../model/result.ts';
import type { Scope } from '../model/scope.ts';
import type { Note } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import type { Evidence } from '../model/span.ts';
import type { UnreadGroup } from '../model/unread.ts';
import type { Waiver } from '../model/waiver.ts';
import { reporter } from './reporter.ts';

/** Keys that are there only where they were asked for. */
const UNASKED: readonly string[] = ['scope', 'unread', 'baseline'];

export const json = reporter(function* (result) {
  const entries = Object.entries(orderResult(result)).filter(([key, value]) => !UNASKED.includes(key) || value !== null);
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? '{' : ','}\n  ${JSON.stringify(key)}: `;
    yield* Array.isArray(value) ? listPieces(value as readonly unknown[]) : [layOut(value)];
  }
  yield '\n}\n';
});

/** The elements of a long list, one by one. */
function* listPieces(list: readonly unknown[]): Iterable<string> {
  if (list.length === 0) yield '[]';
  for (const [index, item] of list.entries()) yield `${index === 0 ? '[' : ','}\n    ${layOutItem(item)}`;
  if (list.length > 0) yield '\n  ]';
}

/** The marks of a passage are many and small: one on a line. No string of JSON holds a line feed. */
const MARK = /\{\n +("field": "[^\n]*"),\n +("start": \d+),\n +("end": \d+)\n +\}/g;

/** JSON of a value that stands two columns to the right: as it reads within a list, without the marks of that. */
function layOut(value: unknown): string {
  return withMarksInOneLine(JSON.stringify([value], null, 2).slice('[\n  '.length, -'\n]'.length));
}

/** The same, four columns to the right. */
function layOutItem(value: unknown): string {
  return withMarksInOneLine(JSON.stringify([[value]], null, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length));
}

const withMarksInOneLine = (text: string): string => escapeLineEnds(text.replace(MARK, '{ $1, $2, $3 }'));

/** JSON allows both raw, but programs that read by lines break on them. */
function escapeLineEnds(text: string): string {
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

// Each function names every key of its type: one that the model gains and that is missing here does not compile.

/** The result with its keys in the order of the model, wherever it comes from. */
export function orderResult(result: AuditResult): AuditResult {
  const { schemaVersion, tool, asOf, scope, locale, packs, corpus, articles, claims, findings, faults } = result;
  const { files, articles: articleCount, sentences, claims: claimCount, unread } = corpus;
  return {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    asOf,
    scope: scope && orderScope(scope),
    locale,
    packs: packs.map(({ name, version }) => ({ name, version })),
    corpus: { files, articles: articleCount, sentences, claims: claimCount, unread },
    articles: articles.map(orderArticle),
    claims: claims.map(orderClaim),
    findings: findings.map(orderFinding),
    register: result.register && orderCoverage(result.register),
    unread: result.unread?.map(orderUnread) ?? null,
    regions: result.regions.map(orderRegion),
    skipped: result.skipped.map(orderSkipped),
    baseline: result.baseline && orderBaseline(result.baseline),
    directives: result.directives.map(orderDirective),
    notes: result.notes.map(orderNote),
    faults: faults.map(orderFault),
  };
}

function orderScope({ changedSince, base, files, deleted, settings }: Scope): Scope {
  return { changedSince, base, files, deleted, settings };
}

function orderArticle({ id, file, title, line, region, published, teaser, claims, unread }: ArticleSummary): ArticleSummary {
  return { id, file, title, line, region, published, teaser, claims, unread };
}

function orderRegion({ code, name, parent }: ReportedRegion): ReportedRegion {
  return { code, name, parent };
}

function orderSkipped({ reason, count, files }: Skipped): Skipped {
  return { reason, count, files };
}

function orderPassage({ from, text, marks }: Passage): Passage {
  return { from, text, marks: marks.map(({ field, start, end }) => ({ field, start, end })) };
}

function orderClaim(claim: ReportedClaim): ReportedClaim {
  const { subject, region, period, mention, evidence } = claim;
  return {
    id: claim.id,
    article: claim.article,
    subject: { scheme: subject.scheme, thing: subject.thing, people: subject.people },
    attribute: claim.attribute,
    condition: claim.condition.map(orderConstraint),
    outcome: orderOutcome(claim.outcome),
    region: region && { code: region.code, name: region.name },
    period: period && { from: period.from, to: period.to, year: period.year },
    published: claim.published,
    cites: claim.cites,
    strength: claim.strength,
    hedgedByRegion: claim.hedgedByRegion,
    typical: claim.typical,
    excepted: claim.excepted,
    series: claim.series,
    section: claim.section,
    borrowed: claim.borrowed,
    mood: claim.mood,
    mention: mention && orderMention(mention),
    evidence: orderEvidence(evidence),
    passages: claim.passages.map(orderPassage),
  };
}

function orderEvidence({ file, startLine, startColumn, endLine, endColumn, quote }: Evidence): Evidence {
  return { file, startLine, startColumn, endLine, endColumn, quote };
}

function orderUnread({ reason, terms, count, sentences }: UnreadGroup): UnreadGroup {
  const listed = sentences.map(({ article, evidence, attribute }) => ({ article, evidence: orderEvidence(evidence), attribute }));
  return { reason, terms, count, sentences: listed };
}

function orderMention(mention: Mention): Mention {
  const { text, until, term, as } = mention;
  if (mention.kind === 'measures') return { kind: mention.kind, text, until, term, as, ranges: mention.ranges.map(orderInterval) };
  if (mention.kind !== 'calculation') return { kind: mention.kind, text, until, term, as };
  const { by, left, right } = mention.calculation;
  return { kind: mention.kind, text, until, term, as, calculation: { by, left: left.map(orderStep), right: right.map(orderStep) } };
}

function orderStep(step: Figure | Operator): Figure | Operator {
  if (typeof step === 'string') return step;
  const { value, unit, digit, approximate } = step;
  return { value, unit, digit, approximate };
}

function orderConstraint(constraint: Constraint): Constraint {
  switch (constraint.kind) {
    case 'interval':
      return {
        axis: constraint.axis,
        kind: constraint.kind,
        range: orderInterval(constraint.range),
        unit: constraint.unit,
        spelled: constraint.spelled,
      };
    case 'values':
      return { axis: constraint.axis, kind: constraint.kind, values: constraint.values };
    case 'except':
      return { axis: constraint.axis, kind: constraint.kind, values: constraint.values };
    case 'opaque':
      return { axis: constraint.axis, kind: constraint.kind, text: constraint.text };
  }
}

function orderOutcome(outcome: Outcome): Outcome {
  switch (outcome.type) {
    case 'truth':
    case 'uniform':
      return { type: outcome.type, value: outcome.value };
    case 'number': {
      const { type, range, bound, unit, per, approximate } = outcome;
      return { type, range: orderInterval(range), bound, unit, per, approximate };
    }
    case 'choice':
      return { type: outcome.type, values: outcome.values, modality: outcome.modality };
    case 'text':
      return { type: outcome.type, text: outcome.text };
  }
}

function orderInterval({ lo, hi, loOpen, hiOpen }: Interval): Interval {
  return { lo, hi, loOpen, hiOpen };
}

function orderFinding({ id, kind, severity, topic, message, reasons, standing, sides, cause, status, waiver }: Finding): Finding {
  return {
    id,
    kind,
    severity,
    topic,
    message,
    reasons: reasons.map(({ code, args }) => ({ code, args: orderArguments(args) })),
    standing: standing && {
      side: standing.side,
      reasons: standing.reasons.map(({ code, args }) => ({ code, args: orderArguments(args) })),
    },
    sides: sides.map(({ says, count, claims, source, fingerprints }) => ({
      says,
      count,
      claims,
      source: source && orderSource(source),
      fingerprints,
    })),
    cause,
    status,
    waiver: waiver && orderWaiver(waiver),
  };
}

function orderWaiver({ by, decision, reason, who, until, file, line }: Waiver): Waiver {
  return { by, decision, reason, who, until, file, line };
}

function orderDirective({ file, line, text, place }: Directive): Directive {
  if (place === null) return { file, line, text, place };
  const { startLine, startColumn, endLine, endColumn } = place;
  return { file, line, text, place: { startLine, startColumn, endLine, endColumn } };
}

function orderNote({ code, file, line, message }: Note): Note {
  return { code, file, line, message };
}

function orderSource(source: ReferenceSource): ReferenceSource {
  const { id, title, documentNumber, issuer, date, article, effectiveFrom, effectiveTo, verified } = source;
  return { id, title, documentNumber, issuer, date, article, effectiveFrom, effectiveTo, verified };
}

function orderCoverage({ references, backed, contradicted, uncovered }: Coverage): Coverage {
  return { references, backed, contradicted, uncovered };
}

function orderBaseline({ file, findings, gone }: BaselineUse): BaselineUse {
  return { file, findings, gone };
}

function orderArguments(args: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function orderFault({ code, file, line, message }: Fault): Fault {
  return { code, file, line, message };
}
