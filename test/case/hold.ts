// Holds a case against what an audit of its articles gives: findings in full count, claims as far as the case names them.
import type { Finding } from '../../src/model/finding.ts';
import type { AuditResult, ReportedClaim } from '../../src/model/result.ts';
import { STATEMENT } from '../../src/claim/statement.ts';
import { describeConstraint, describeOutcome } from '../../src/compare/describe.ts';
import type { Packs } from '../../src/pack/pack.ts';
import type { Case, ExpectedClaim, ExpectedFinding, Quote } from './read.ts';

/** Why the case does not hold, one text per reason with file and line; empty where it holds. */
export function complaints(one: Case, result: AuditResult, packs: Packs): string[] {
  const found: string[] = result.faults.map((fault) => `${one.file}:${one.line}: fault: ${fault.message}`);
  const texts = new Map(one.articles.map(({ name, text }) => [name, text]));
  const claims = result.claims.filter((claim) => claim.mood === 'asserted' && claim.attribute !== STATEMENT && claim.mention === null);
  const say = (claim: ReportedClaim): string => `${written(claim, packs)}  ${claim.evidence.file}「${claim.evidence.quote}」`;
  const list = (lines: readonly string[]): string => (lines.length === 0 ? ' nothing' : lines.map((line) => `\n      ${line}`).join(''));

  if (one.findings !== null) {
    const left = [...result.findings];
    for (const expected of one.findings) {
      const at = left.findIndex((finding) => tells(finding, expected, result, texts));
      if (at >= 0) left.splice(at, 1);
      else {
        const sides = expected.sides.map((side) => side.map(({ text }) => `「${text}」`).join('')).join(' | ');
        const seen = list([...result.findings.map((finding) => show(finding, result)), ...claims.map((claim) => `read: ${say(claim)}`)]);
        found.push(`${one.file}:${expected.line}: expected ${expected.kinds.join('/')}: ${sides}\n    found:${seen}`);
      }
    }
    for (const finding of left) found.push(`${one.file}:${one.line}: not expected: ${show(finding, result)}`);
  }
  for (const expected of one.claims) {
    const near = claims.filter((claim) => expected.at === null || stands(claim, expected.at, texts));
    if (near.some((claim) => isRead(claim, expected, packs))) continue;
    found.push(`${one.file}:${expected.line}: expected ${expected.fields.join(' · ')}\n    read:${list(near.map(say))}`);
  }
  for (const { line, at } of one.silences) {
    const near = claims.filter((claim) => at === null || stands(claim, at, texts));
    if (near.length > 0)
      found.push(`${one.file}:${line}: expected no claim${at ? ` at 「${at.text}」` : ''}\n    read:${list(near.map(say))}`);
  }
  return found;
}

/** Each expected side stands on a side of its own. */
function tells(finding: Finding, expected: ExpectedFinding, { claims }: AuditResult, texts: ReadonlyMap<string, string>): boolean {
  if (!expected.kinds.includes(finding.kind) || finding.sides.length !== expected.sides.length) return false;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const taken = new Set<number>();
  return expected.sides.every((quotes) => {
    const side = finding.sides.findIndex(
      (one, index) => !taken.has(index) && quotes.every((quote) => one.claims.some((id) => stands(byId.get(id)!, quote, texts))),
    );
    taken.add(side);
    return side >= 0;
  });
}

/** The quote lies in the claim's evidence, or the evidence in the quote. */
function stands({ evidence }: ReportedClaim, quote: Quote, texts: ReadonlyMap<string, string>): boolean {
  if (quote.file !== null && quote.file !== evidence.file) return false;
  const text = texts.get(evidence.file)!;
  const [start, end] = [offset(text, evidence.startLine, evidence.startColumn), offset(text, evidence.endLine, evidence.endColumn)];
  for (let at = text.indexOf(quote.text); at >= 0; at = text.indexOf(quote.text, at + 1)) {
    const to = at + quote.text.length;
    if ((at >= start && to <= end) || (at <= start && to >= end)) return true;
  }
  return false;
}

function offset(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

const UNSTATED = '–';

interface Fields {
  readonly subject: readonly string[];
  readonly condition: readonly string[];
  readonly outcome: string;
  readonly rest: readonly string[];
}

/** The claim in the form in which cases write one. */
function fieldsOf(claim: ReportedClaim, packs: Packs): Fields {
  const { scheme, thing, people } = claim.subject;
  const { region, period } = claim;
  return {
    subject: [scheme ?? '', thing, ...people].filter((name, at, all) => name !== '' && all.indexOf(name) === at),
    condition: claim.condition.map((one) => (one.kind === 'opaque' ? `?${one.text}` : describeConstraint(one))).sort(),
    outcome: describeOutcome(packs, claim.attribute, claim.outcome),
    rest: [
      region?.name ?? UNSTATED,
      period === null ? UNSTATED : period.year !== null ? String(period.year) : `${period.from ?? '…'}–${period.to ?? '…'}`,
      claim.strength,
    ],
  };
}

function written(claim: ReportedClaim, packs: Packs): string {
  const { subject, condition, outcome, rest } = fieldsOf(claim, packs);
  return `${subject.join('/')} · ${condition.join('、') || UNSTATED} → ${claim.attribute}=${outcome} · ${rest.join(' · ')}`;
}

function isRead(claim: ReportedClaim, { fields: [subject, condition, outcome, ...rest] }: ExpectedClaim, packs: Packs): boolean {
  const read = fieldsOf(claim, packs);
  const parts = (text: string, by: string): string[] =>
    text === UNSTATED || text === '-' ? [] : text.split(by).map((part) => part.trim());
  return (
    parts(subject!, '/').every((part) => read.subject.includes(part)) &&
    parts(condition!, '、').sort().join('、') === read.condition.join('、') &&
    [read.outcome, `${claim.attribute}=${read.outcome}`].includes(outcome!) &&
    rest.every((field, at) => (field === '-' ? UNSTATED : field) === read.rest[at])
  );
}

const show = ({ kind, topic, sides }: Finding, { claims }: AuditResult): string =>
  `${kind} ${topic}: ${sides
    .map((side) => `${side.says} ${side.claims.map((id) => `「${claims.find((claim) => claim.id === id)?.evidence.quote}」`).join('')}`)
    .join(' | ')}`;
