// Which characters stand for a claim: its clause, the condition or label right before it, and what goes on with it.
import { lineOf } from '../model/locate.ts';
import { relateConcepts } from '../pack/pack.ts';
import { hasRole } from '../parse/clause.ts';
import type { Reading } from '../parse/read.ts';
import type { Draft, Site, Stretch } from './draft.ts';

/** An item below a verdict: read by itself, not where it stands. */
export const isListed = ({ site, cueFrom }: Draft): boolean => site !== null && cueFrom === 'lead';

/** The clause, with the condition or label that stands right before it; a bare answer with the sentence that unfolds it. */
export function evidenceSpan({ sentence, index, unit, reading }: Site, draft: Draft): Stretch {
  const clause = sentence.clauses[index]!;
  if (isListed(draft)) return { from: clause.start, to: clause.end };
  const before = sentence.clauses[index - 1];
  if (draft.cueFrom === 'later') return { from: clause.start, to: sentence.clauses[index + 1]!.end };
  if (before && before.role !== 'statement' && !clause.turned) return { from: before.start, to: clause.end };
  if (draft.cueFrom === 'title' && unit.sentences.length === 1 && sentence.clauses.length === 1) {
    const next = reading.units[unit.index + 1];
    const first = next?.block.kind === 'paragraph' ? next.sentences[0] : undefined;
    if (first && onOneLine(reading, clause.end, first.start)) return { from: clause.start, to: first.clauses[0]!.end };
  }
  return { from: clause.start, to: clause.end };
}

/** How much of what goes on unread belongs to the claim before it. */
const GOING_ON = 48;

const OTHERWISE = ['may', 'directive', 'says'];

/** 政府补贴不能继承,要划回财政专户: the clauses behind a claim that were read as nothing else, and turn to nothing else, go on with it. */
export function goesOnTo({ packs, sentence, index, clause }: Site, thing: string, isUnread: (index: number) => boolean): number {
  let to = clause.end;
  let late = false;
  for (let next = index + 1; next < sentence.clauses.length; next++) {
    const other = sentence.clauses[next]!;
    // 28天内办理,晚了就只能等下一年: what comes of missing a limit belongs to the limit, whatever it says besides.
    late ||= other.tokens.some((token) => token.category === 'role' && token.ref === 'late' && token.start === other.start);
    if ((!late && !isUnread(next)) || other.turned || other.line !== clause.line || other.role === 'label') break;
    if (other.end - clause.end > GOING_ON || other.tokens.some((token) => token.category === 'quantity')) break;
    if (late) {
      to = other.end;
      continue;
    }
    // What somebody may do is a rule of its own; 请尽早办理, 建议先问清楚 are none.
    if (OTHERWISE.some((role) => hasRole(other.tokens, role))) break;
    const foreign = other.tokens.some(
      (token) =>
        token.category === 'concept' &&
        token.detail !== 'weak' &&
        packs.concepts.get(token.ref)!.kind === 'thing' &&
        relateConcepts(packs, thing, token.ref) === 'apart',
    );
    if (foreign) break;
    to = other.end;
  }
  return to;
}

const onOneLine = (reading: Reading, from: number, to: number): boolean =>
  lineOf(reading.article, from - 1) === lineOf(reading.article, to);
