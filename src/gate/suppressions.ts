// Comments in articles that ask to leave a kind of finding alone: which findings they excuse, and which of them excuse nothing.
import type { Directive, Place } from '../model/directive.ts';
import { KINDS } from '../model/finding.ts';
import type { Finding, Kind } from '../model/finding.ts';
import type { Note, NoteCode } from '../model/note.ts';
import type { AuditResult, Locale, ReportedClaim } from '../model/result.ts';
import { word } from '../model/wording.ts';
import { waive } from './waivers.ts';

/** What a comment says, or what is wrong with it. */
export type Suppression = { readonly kind: Kind; readonly reason: string } | { readonly wrong: NoteCode; readonly kind: string };

const FORMS = ['claimlint-disable-next-line', 'claimlint-disable-line'];
/** `--` as ESLint has it; a colon, since some readers of Markdown show a comment with `--` in a line of text. */
const REASON = /(?:^|\s)-{2,}(?:\s|$)|[:\uFF1A]/;

/** One kind, then the reason. */
export function readSuppression(text: string): Suppression {
  const [form = ''] = /^\S+/.exec(text) ?? [];
  const rest = text.slice(form.length);
  const cut = REASON.exec(rest);
  const kind = (cut === null ? rest : rest.slice(0, cut.index)).trim();
  const reason = cut === null ? '' : rest.slice(cut.index + cut[0].length).trim();
  if (!FORMS.includes(form)) return { wrong: 'suppression-form', kind: form };
  if (kind === '' || /[\s,\uFF0C\u3001]/.test(kind)) return { wrong: 'suppression-form', kind };
  if (!KINDS.some((one) => one === kind)) return { wrong: 'suppression-kind', kind };
  return reason === '' ? { wrong: 'suppression-reason', kind } : { kind: kind as Kind, reason };
}

/**
 * The result with what comments excuse marked, and notes on comments that excuse nothing. A comment speaks for what stands at its place, and for nobody
 * else: a dispute is waived where without these claims fewer than two sides are left, a notice where none of its places is.
 * @param meant the kind that was probably meant, by a name that is none
 */
export function applySuppressions(result: AuditResult, meant: ReadonlyMap<string, string> = new Map()): AuditResult {
  const { directives, locale } = result;
  if (directives.length === 0) return result;
  const notes: Note[] = [];
  const asked: Asked[] = [];
  for (const directive of directives) {
    const read = readSuppression(directive.text);
    if (!('wrong' in read)) asked.push({ ...read, directive, excuses: new Set(), leaves: null });
    else notes.push(noteOn(directive, read.wrong, locale, { kind: read.kind, meant: meant.get(read.kind) ?? '' }));
  }
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]));
  const byFile = Map.groupBy(asked, ({ directive }) => directive.file);
  const findings = result.findings.map((finding) => excuse(finding, claims, byFile, result.asOf));
  // An audit about some files says nothing of comments in others.
  const isTold = ({ file }: Directive): boolean => result.scope === null || result.scope.files.includes(file);
  for (const { directive, kind, excuses, leaves } of asked) {
    if (!isTold(directive)) continue;
    if (excuses.size === 0) notes.push(noteOn(directive, 'suppression-unused', locale, { kind }));
    else if (leaves !== null) notes.push(noteOn(directive, 'suppression-partial', locale, { kind, place: leaves }));
  }
  return { ...result, findings, notes: [...result.notes, ...notes.sort(byPlace)] };
}

/** A comment that asks for something, and what came of it. */
interface Asked {
  readonly directive: Directive;
  readonly kind: Kind;
  readonly reason: string;
  /** Findings in which a claim at its place takes part. */
  readonly excuses: Set<string>;
  /** Where else a finding that stands is said; null where none stands. */
  leaves: string | null;
}

function excuse(
  finding: Finding,
  claims: ReadonlyMap<string, ReportedClaim>,
  byFile: ReadonlyMap<string, readonly Asked[]>,
  asOf: string,
): Finding {
  const used = new Set<Asked>();
  let other: ReportedClaim | null = null;
  const standing = finding.sides.filter(({ source, count, claims: ids }) => {
    let excused = 0;
    for (const id of ids) {
      const claim = claims.get(id);
      const own =
        claim &&
        byFile
          .get(claim.evidence.file)
          ?.find((one) => one.kind === finding.kind && one.directive.place !== null && isAt(claim, one.directive.place));
      if (own) {
        used.add(own);
        excused++;
      } else other ??= claim ?? null;
    }
    // Of a side with more claims than are listed, some may stand elsewhere. What the register says is excused by nobody.
    return source !== null || excused < count || count === 0;
  });
  const [first] = used;
  if (first === undefined) return finding;
  const isLeft = standing.length >= Math.min(2, finding.sides.length);
  for (const one of used) {
    one.excuses.add(finding.id);
    if (isLeft && finding.status === 'new') one.leaves ??= placeOf(other);
  }
  if (isLeft || finding.status !== 'new') return finding;
  const { directive, reason } = first;
  return waive(
    { ...finding, reasons: finding.reasons.filter(({ code }) => !code.startsWith('waiver.')) },
    { by: 'inline', decision: 'accepted', reason, who: null, until: null, file: directive.file, line: directive.line },
    asOf,
  );
}

const placeOf = (claim: ReportedClaim | null): string => (claim === null ? '' : `${claim.evidence.file}:${claim.evidence.startLine}`);

/** Whether a claim's quote and a place have a character in common. */
function isAt({ evidence }: ReportedClaim, place: Place): boolean {
  return (
    isBefore(evidence.startLine, evidence.startColumn, place.endLine, place.endColumn) &&
    isBefore(place.startLine, place.startColumn, evidence.endLine, evidence.endColumn)
  );
}

const isBefore = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column < otherColumn);

function noteOn({ file, line }: Directive, code: NoteCode, locale: Locale, args: Readonly<Record<string, string>>): Note {
  const guess = args['meant'] ? word(locale, 'note.meant', { kind: args['meant'] }) : '';
  return { code, file, line, message: word(locale, `note.${code}`, { ...args, kinds: KINDS.join(', ') }) + guess };
}

const byPlace = (a: Note, b: Note): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);
