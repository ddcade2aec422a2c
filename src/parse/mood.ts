// Who says it and how: question, refuted belief, worked example, history, or plain assertion.
import type { Block } from '../model/article.ts';
import type { Scan, Token } from '../scan/scan.ts';
import { hasRole } from './clause.ts';
import type { Clause, Sentence, SentenceMood } from './clause.ts';

/** A word of asking makes a question of a title or heading; in running text it needs the mark, or the word at the end. */
const ASKING_END = 2;

/** The mood of one sentence taken by itself; `settleMoods` then looks at its neighbours. */
export function moodOf(
  { text, calculations }: Scan,
  block: Block,
  start: number,
  end: number,
  mark: string,
  tokens: readonly Token[],
  clauses: readonly Clause[],
): SentenceMood {
  const asking = tokens.filter((token) => token.category === 'role' && token.ref === 'question');
  if (mark === '?' || text[end - 1] === '?') return 'question';
  if (endsInEither(text, start, end) && !hasRole(tokens, 'whether')) return 'question';
  if ((block.kind === 'title' || block.kind === 'heading') && asksEither(text, start, end)) return 'question';
  if (asking.length > 0) {
    if (block.kind === 'title' || block.kind === 'heading') return 'question';
    // A particle (吗, 呢) asks; 谁 and 哪 without the mark stand in a clause of their own: 可以商量由谁扣.
    const isWh = (at: number): boolean => tokens.some((token) => token.category === 'role' && token.ref === 'wh' && token.start === at);
    if (asking.some((token) => end - token.end <= ASKING_END && token.end - token.start === 1 && !isWh(token.start))) return 'question';
  }
  if (hasRole(tokens, 'myth')) return 'refuted';
  if (hasRole(tokens, 'invented') || isReckonedWith(text, start, end)) return 'supposed';
  if (
    hasRole(tokens, 'person') ||
    speaksOfSomebody(clauses) ||
    hasRole(tokens, 'suppose') ||
    isMarked(text, start, tokens) ||
    presentsSomebody(text, clauses) ||
    reckons(calculations, start, end)
  )
    return 'example';
  return 'asserted';
}

/** A name is so long at most, with what marks it (阿喆, 池玉芬). */
const NAME = 5;
const SEX: ReadonlySet<string> = new Set(['男', '女', '男性', '女性']);

/** 老岳,51岁,… and 池玉芬,女,50岁,…: a name that says nothing else, then somebody's sex or age alone. */
function presentsSomebody(text: string, clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => isAgeOfKin(clause))) return true;
  const at = clauses.findIndex((clause) => isAge(clause) || SEX.has(text.slice(clause.start, clause.end)));
  if (at < 1) return false;
  const name = clauses[at - 1]!;
  const words = name.tokens.some(({ category }) => category === 'concept' || category === 'value' || category === 'quantity');
  return name.role === 'statement' && !words && name.end - name.start >= 2 && name.end - name.start <= NAME;
}

/** 他的退休年龄是60岁零6个月: somebody's case. 没有就业的,她的费用按一半报销 and 未就业的配偶走她自己的居民医保 tell of whoever is in the case before. */
function speaksOfSomebody(clauses: readonly Clause[]): boolean {
  for (const { role, tokens } of clauses) {
    if (role === 'condition') return false;
    for (const token of tokens) {
      if (token.category === 'value') return false;
      if (token.category === 'role' && token.ref === 'somebody') return true;
    }
  }
  return false;
}

/** 51岁, 今年51岁 and nothing else. */
const isAge = (clause: Clause): boolean => endsInAge(clause, clause.start);
/** 她84岁, 我父亲今年62岁 and nothing else. */
const isAgeOfKin = (clause: Clause): boolean =>
  clause.tokens.some(
    (kin) => kin.category === 'role' && kin.ref === 'kin' && kin.start - clause.start <= PRESENT && endsInAge(clause, kin.end),
  );
/** Whether the clause ends in an age that begins at `from` or a word later. */
const endsInAge = ({ end, tokens }: Clause, from: number): boolean =>
  tokens.some(
    (token) =>
      token.category === 'quantity' &&
      token.dimension === 'age' &&
      token.bound === 'exact' &&
      token.end === end &&
      token.start >= from &&
      token.start - from <= PRESENT,
  );
/** 今年, 现年 */
const PRESENT = 2;

/** So long a clause may be that tells with what one reckons. */
const PREMISE = 60;

/** 以贷60万元、30年计,: what is reckoned with is made up. */
function isReckonedWith(text: string, start: number, end: number): boolean {
  if (text[start] !== '以') return false;
  const comma = text.slice(start, Math.min(end, start + PREMISE)).indexOf(',');
  return comma > 0 && '计算'.includes(text[start + comma - 1]!);
}

/** Units of time: 98天+60天=158天 is what a rule comes to, 4万元×20=80万元 what somebody's case comes to. */
const TIMES: ReadonlySet<string> = new Set(['天', '日', '月', '个月', '年', '周', '小时', '岁', '%']);

/** Whether the sentence writes out an equation of numbers. `calculations` are in the order of their places. */
function reckons(calculations: Scan['calculations'], start: number, end: number): boolean {
  let low = 0;
  for (let high = calculations.length; low < high;) {
    const middle = (low + high) >> 1;
    if (calculations[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < calculations.length && calculations[at]!.start < end; at++) {
    const { by, left, right } = calculations[at]!;
    if (by === 'equation' && left.length > 1 && right.some((part) => typeof part === 'object' && !TIMES.has(part.unit))) return true;
  }
  return false;
}

/** 【这些年限算不算】: asked by its last words, with or without a mark. 不论算不算 asks nothing. */
function endsInEither(text: string, start: number, end: number): boolean {
  let last = end;
  while (last > start && '】」”)'.includes(text[last - 1]!)) last--;
  return last - 3 >= start && asksEither(text, last - 3, last);
}

/** 退不退, 报没报: a predicate, and its denial. */
function asksEither(text: string, start: number, end: number): boolean {
  for (let at = start; at + 2 < end; at++) {
    if (text[at] === text[at + 2] && (text[at + 1] === '不' || text[at + 1] === '没') && text.charCodeAt(at) >= 0x4e00) return true;
  }
  return false;
}

/** 例:…, 示例1:… */
function isMarked(text: string, start: number, tokens: readonly Token[]): boolean {
  const mark = tokens.find((token) => token.category === 'role' && token.ref === 'exampleMark' && token.start === start);
  return mark !== undefined && /^[\d一二三四五六]?[:、.]/.test(text.slice(mark.end, mark.end + 2));
}

/** 她的表弟也贷了30万元: a paragraph that opens with 他 or 她 tells on of the person before. */
export const tellsOn = (text: string, start: number): boolean => '他她'.includes(text[start] ?? ' ');

/** Whether a paragraph ends with somebody's case. */
export const endsInExample = (sentences: readonly Sentence[]): boolean => sentences.length > 0 && isExample(sentences.at(-1)!);

/** A belief that the same or the next sentence denies is refuted; a belief that nobody denies is a claim like any other. */
export function settleMoods(sentences: readonly Sentence[], examples: boolean): Sentence[] {
  // What follows a worked example in its paragraph reckons on with it.
  const example = sentences.findIndex((sentence) => isExample(sentence));
  return sentences.map((sentence, index) => {
    if (example >= 0 && index > example && sentence.mood === 'asserted' && !speaksOfAll(sentence))
      return { ...sentence, mood: sentences[example]!.mood };
    if (examples && sentence.mood === 'asserted') return { ...sentence, mood: 'example' as const };
    if (sentence.mood !== 'asserted') return sentence;
    const next = sentences[index + 1];
    const opening = next?.clauses[0]?.tokens ?? [];
    if (hasRole(opening, 'rejects')) return { ...sentence, mood: 'refuted' as const };
    const words = sentence.clauses.flatMap((clause) => clause.tokens);
    if (!hasRole(words, 'belief') && !hasRole(words, 'quoted')) return sentence;
    const denied = next !== undefined && next.clauses.slice(0, 1).some((clause) => hasRole(clause.tokens, 'denial'));
    return denied ? { ...sentence, mood: 'refuted' as const } : sentence;
  });
}

/** 领着两份待遇的人,…: behind somebody's story, a sentence that opens with all who are like that and reckons nothing is the rule again. */
function speaksOfAll({ clauses }: Sentence): boolean {
  const [first] = clauses;
  if (!first?.tokens.some((token) => token.category === 'role' && token.ref === 'whom' && token.end === first.end)) return false;
  return !clauses.some(({ tokens }) =>
    tokens.some((token) => token.category === 'quantity' || (token.category === 'role' && token.ref === 'kin')),
  );
}

const isExample = ({ mood }: Sentence): boolean => mood === 'example' || mood === 'supposed';
