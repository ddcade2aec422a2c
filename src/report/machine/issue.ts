// A finding as machines take it: one place that it is reported at, the other places beside it, a fingerprint that no other has.
import { SEVERITIES } from '../../model/finding.ts';
import type { Finding, Side } from '../../model/finding.ts';
import type { AuditResult, Locale } from '../../model/result.ts';
import type { Evidence } from '../../model/span.ts';
import { word } from '../../model/wording.ts';
import { indexResult } from '../lookup.ts';
import type { Lookup } from '../lookup.ts';
import { oneLine } from '../plain.ts';
import { sideLetter } from '../side.ts';
import { adviceOf, citeSource } from '../source.ts';
import { KIND_WORDING, label } from '../wording.ts';

export interface Place {
  readonly evidence: Evidence;
  /** Letter of the side, and what it says. */
  readonly letter: string;
  readonly says: string;
}

export interface Issue {
  readonly finding: Finding;
  /** The finding's id, with a number where a saved audit repeats it. */
  readonly fingerprint: string;
  readonly primary: Place;
  /** Places of all sides but the primary one: first one per side, then the rest. */
  readonly related: readonly Place[];
}

export interface Issues {
  /** The gravest first, else in the order of the result. */
  readonly issues: readonly Issue[];
  /** Findings without any place in a file: no machine takes them. */
  readonly placeless: number;
}

export function issuesOf(result: AuditResult): Issues {
  const lookup = indexResult(result);
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  const ordered = SEVERITIES.flatMap((severity) => result.findings.filter((finding) => finding.severity === severity));
  for (const finding of ordered) {
    const sides = finding.sides.map((side, index) => placesOf(side, index, lookup));
    const main = sides[mainSide(finding, sides, result.scope !== null)];
    if (main === undefined) continue;
    const times = seen.get(finding.id) ?? 0;
    seen.set(finding.id, times + 1);
    const [primary, ...others] = main as [Place, ...Place[]];
    const further = sides.filter((places) => places !== main);
    issues.push({
      finding,
      fingerprint: times === 0 ? finding.id : `${finding.id}-${times + 1}`,
      primary,
      related: [...further.flatMap((places) => places.slice(0, 1)), ...others, ...further.flatMap((places) => places.slice(1))],
    });
  }
  return { issues, placeless: ordered.length - issues.length };
}

/** What is known already, or waived, is for no gate; only formats that can say so show it. */
export function newIssues(result: AuditResult): Issues {
  return issuesOf({ ...result, findings: result.findings.filter(({ status }) => status === 'new') });
}

/**
 * The side that has to change, as far as that is known: not the register's, not the one that stands better. Of an audit about some files
 * it is theirs, the first: whoever changed them is told there, whatever stands better. -1 where none has a place.
 */
function mainSide({ sides, standing }: Finding, places: readonly (readonly Place[])[], scoped: boolean): number {
  const has = (index: number): boolean => places[index]!.length > 0;
  if (scoped) return sides.findIndex((_, index) => has(index));
  const wrong = sides.findIndex(({ source }, index) => has(index) && source === null && index !== standing?.side);
  return wrong >= 0 ? wrong : sides.findIndex((_, index) => has(index));
}

function placesOf(side: Side, index: number, lookup: Lookup): Place[] {
  return lookup.citations(side).map(({ claim }) => ({ evidence: claim.evidence, letter: sideLetter(index), says: side.says }));
}

/** `前后矛盾：职工医保 · 个人账户 · 余额清零` */
export function titleOf({ kind, topic }: Finding, locale: Locale): string {
  return `${KIND_WORDING[locale][kind].title}${label(locale, 'colon')}${oneLine(topic)}`;
}

/** Sides of a finding that a text for machines tells. */
const SIDES = 20;

/**
 * What a finding says, in lines of text.
 * @param cite shows a place; the primary one has the number 0, the related ones follow
 * @param escape makes plain text of a text of strangers
 */
export function linesOf(
  issue: Issue,
  locale: Locale,
  cite: (place: Place, number: number) => string,
  escape: (text: string) => string = (text) => text,
): string[] {
  const { finding, primary, related } = issue;
  const { sides, message } = finding;
  const places = [primary, ...related];
  const colon = label(locale, 'colon');
  const plain = (text: string): string => escape(oneLine(text));
  const lines = [plain(message)];
  for (const { code, args } of finding.reasons) if (code.startsWith('waiver.')) lines.push(plain(word(locale, code, args)));
  if (sides.length > 1) {
    for (const [index, side] of sides.slice(0, SIDES).entries()) {
      const letter = sideLetter(index);
      const first = places.findIndex((place) => place.letter === letter);
      const parts = [
        `${label(locale, 'side', { letter })}${colon}${plain(side.says)}`,
        side.source === null ? '' : plain(citeSource(side.source, locale)),
        first < 0 ? '' : cite(places[first]!, first),
        side.count > 1 ? label(locale, 'claimCount', { n: side.count }) : '',
      ];
      lines.push(parts.filter((part) => part !== '').join(' · '));
    }
    if (sides.length > SIDES) lines.push(label(locale, 'moreSides', { n: sides.length - SIDES }));
  }
  lines.push(`${label(locale, 'advice')}${colon}${adviceOf(finding, locale)}`);
  return lines;
}

/** `docs/a.md:3`, on one line. */
export function placeText({ evidence: { file, startLine } }: Place): string {
  return oneLine(`${file}:${startLine}`);
}

/** The last line that an evidence reaches into: its end is exclusive. */
export function lastLine({ startLine, endLine, endColumn }: Evidence): number {
  return Math.max(startLine, endColumn === 1 ? endLine - 1 : endLine);
}
