// A claim of two places: the question says what, the bare answer under it says whether.
import type { Span } from '../model/span.ts';
import { hasRole } from '../parse/clause.ts';
import type { Token, Unit } from '../parse/clause.ts';
import { answerOf } from './answer.ts';
import type { Answer } from './answer.ts';
import { besideCue, cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { tokensOf } from './layer.ts';
import { holdsDenial, isNegated } from './polarity.ts';
import { draft } from './verdict.ts';

/** «余额会清零吗» / «不会»: the question says what, the answer says whether. */
export function answerDrafts(site: Site): Draft[] {
  if (site.index !== firstWord(site)) return [];
  const asked = questionBefore(site);
  if (asked === null || hasRole(asked.tokens, 'wh')) return [];
  const { tokens } = asked;
  const { text } = site.reading.scan;
  const answer = answerOf(site.clause, text, text.slice(asked.start, asked.end));
  if (answer === null) return [];
  // 有车能不能申请 / 有汽车的批不下来: what the answer says itself is the answer.
  const told = new Set(
    cuesIn(site.packs, site.clause.tokens, site.reading.scan.text, site.clause.end, CUES.verdict)
      .filter(isVerdict)
      .map((cue) => cue.attribute),
  );
  const drafts: Draft[] = [];
  const question = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  for (const cue of cuesIn(site.packs, tokens, site.reading.scan.text, question.end, CUES.verdict)) {
    const attribute = cue.means;
    if (
      attribute.type !== 'truth' ||
      told.has(attribute.id) ||
      drafts.some((other) => other.attribute === attribute) ||
      !meetsNeeds(site, attribute, question)
    )
      continue;
    // Only a plain question can be answered by a plain word; 有没有余额 is one, 不再缴费了吧 is none. 还能留到明年吗 asks by a word that means no.
    const doubled = isDoubled(tokens, cue);
    const open =
      doubled ||
      (!isNegated(besideCue(tokens, cue), cue.verb, 0, site.reading.scan.text) && !holdsDenial(tokens, cue.token.start, cue.end));
    if (!isVerdict(cue) || !open || !takesUp(site, cue, answer) || goesOnAsking(tokens, cue)) continue;
    const value = answer.value === (doubled || cue.list === 'yes');
    drafts.push({
      ...draft(site, attribute, { type: 'truth', value }, cue),
      anchor: site.clause.start,
      anchorEnd: site.clause.end,
      cueFrom: 'title',
    });
  }
  return drafts;
}

/** 发工资吗 / 不发: the verb of the answer is in the predicate. */
const takesUp = (site: Site, cue: Cue, { verb }: Answer): boolean =>
  verb === null || site.reading.scan.text.slice(cue.token.start, cue.end).includes(verb);

/** 换银行要钱吗 / 不要: whether one must pay is asked, not whether one may change. */
const goesOnAsking = (tokens: readonly Token[], cue: Cue): boolean =>
  tokens.some((token) => token.category === 'role' && (token.ref === 'must' || token.ref === 'answerYes') && token.start >= cue.end);

const isVerdict = (cue: Cue): boolean => cue.list === 'yes' || cue.list === 'no';

/** Whether the cue is part of an A-not-A question (有没有余额). */
const isDoubled = (tokens: readonly Token[], cue: Cue): boolean =>
  cue.list === 'no' &&
  tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'question' &&
      token.start < cue.end &&
      token.end > cue.token.start &&
      token.end - token.start >= 3,
  );

/** 答:能。 — the mark of the answer is a label of its own. */
function firstWord(site: Site): number {
  const first = site.sentence.clauses[0];
  return first && first.role === 'label' && hasRole(first.tokens, 'answerMark') ? 1 : 0;
}

interface Asked extends Span {
  readonly tokens: readonly Token[];
}

const askedIn = ({ tokens, block: { start, end } }: Unit): Asked => ({ tokens, start, end });

/** The question that this clause answers: the head of its column, the sentence before it, or the unit before its own where it opens the unit. */
function questionBefore(site: Site): Asked | null {
  const head = site.unit.block.table?.header === false ? site.unit.context.find(({ kind }) => kind === 'column') : undefined;
  if (head) return askedIn(site.reading.units[head.unit]!);
  if (site.place > 0) {
    const before = site.unit.sentences[site.place - 1]!;
    return before.mood === 'question' ? { tokens: tokensOf(before), start: before.start, end: before.end } : null;
  }
  for (let index = site.unit.index - 1; index >= 0; index--) {
    const unit = site.reading.units[index]!;
    if (unit.block.kind === 'context') continue;
    return unit.sentences.at(-1)?.mood === 'question' ? askedIn(unit) : null;
  }
  return null;
}
