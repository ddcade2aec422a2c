// Words that decide: yes or no of an attribute, and a choice among ways.
import type { Outcome } from '../model/claim.ts';
import { hasRole, JOINTS } from '../parse/clause.ts';
import type { Attribute } from '../pack/pack.ts';
import type { Clause, Sentence, Token } from '../parse/clause.ts';
import { besideCue, cuesIn, CUES } from './attribute-cue.ts';
import type { Cue } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { isNominal, meetsNeeds } from './fit.ts';
import { isNegated } from './polarity.ts';

/** Words without which a heading or label names a topic. */
const ASSERTING = ['negation', 'privative', 'may', 'must', 'universal', 'only', 'regardless'];
const NONE: ReadonlySet<Token> = new Set();
const ABOLISHED_REACH = 12;

/** A draft whose predicate is one cue of the clause. */
export function draft(site: Site, attribute: Attribute, outcome: Outcome, cue: Cue): Draft {
  return {
    attribute,
    outcome,
    anchor: cue.token.start,
    anchorEnd: cue.end,
    stretches: [{ from: site.clause.start, to: site.clause.end }],
    used: NONE,
    cueFrom: 'clause',
    cue: { from: cue.token.start, to: cue.end },
    case: null,
    site: null,
  };
}

/** Truth claims of a clause, one per attribute. */
export function truthDrafts(site: Site): Draft[] {
  const drafts: Draft[] = [];
  if (site.clause.role === 'label' && site.sentence.clauses.length > 1) return drafts;
  if (isHead(site) && !ASSERTING.some((role) => hasRole(site.clause.tokens, role))) return drafts;
  for (const cue of cuesIn(site.packs, site.clause.tokens, site.reading.scan.text, site.clause.end, CUES.verdict)) {
    const attribute = cue.means;
    if (attribute.type !== 'truth' || (cue.list !== 'yes' && cue.list !== 'no')) continue;
    if (isPremise(site, cue) || isWished(site, cue)) continue;
    if (isAsked(site, cue) || isNominal(site, cue) || !meetsNeeds(site, attribute)) continue;
    if (isToldOf(drafts, attribute)) continue;
    const value =
      ((cue.list === 'yes') !== isAbolished(site, cue)) !==
      (isNegated(besideCue(site.clause.tokens, cue), cue.verb, site.clause.start, site.reading.scan.text) !== isForbiddenOn(site, cue));
    drafts.push(draft(site, attribute, { type: 'truth', value }, cue));
  }
  return drafts;
}

const isToldOf = (drafts: readonly Draft[], attribute: Attribute): boolean => drafts.some((other) => other.attribute === attribute);

/** 余额不清零 as a heading or the head of a row asserts; 余额清零 only names the topic. */
const isHead = ({ unit: { block } }: Site): boolean =>
  block.kind === 'heading' || block.kind === 'title' || (block.table !== null && (block.table.header || block.table.column === 0));

/** 不得违背职工意愿,强制其选择: what a clause forbids, the next one that opens with a verb forbids too. */
function isForbiddenOn({ sentence, clause, index, reading }: Site, cue: Cue): boolean {
  const before = sentence.clauses[index - 1];
  if (!before || clause.turned || !opensOrJoins(reading.scan.text.slice(clause.start, cue.token.start))) return false;
  const denial = before.tokens.find((token) => token.category === 'role' && token.ref === 'negation');
  return (
    denial !== undefined && hasRole(before.tokens, 'forbids') && !hasRole(clause.tokens, 'negation') && !hasRole(clause.tokens, 'outside')
  );
}

/** 强制或者变相强制: what joins the verb that opens the clause. */
const opensOrJoins = (ahead: string): boolean =>
  ahead === '' || (ahead.length <= JOINED && (JOINTS.has(ahead.at(-1)!) || JOINTS.has(ahead.slice(-2))));
const JOINED = 6;

/** 领取生育津贴的,…: what a condition supposes is not said to be so. 不论户籍在哪,都能参保 says so by its very 不论. */
export function isPremise({ sentence, clause, index }: Site, cue: Cue): boolean {
  if (index === sentence.clauses.length - 1) return false;
  const opening = clause.tokens.find((token) => token.category === 'role' && token.ref === 'if');
  // 只有父母、子女可以用 says who may.
  if (clause.role === 'condition' && opening && hasRole(clause.tokens, 'may') && isOnly(clause, opening)) return false;
  // 无论什么原因都不能提前取: whatever the case, the verdict is this one.
  if (opening && isWhatever(clause, opening, cue)) return false;
  if (clause.role === 'condition') return !(opening && opening.start >= cue.token.start && opening.end <= cue.end);
  return hasRole(clause.tokens, 'exceptOpen') && hasRole(clause.tokens, 'exceptClose');
}

/** 想直接刷卡结算,先去备案: who wants something is told what to do, not that he has it. 不想中断的 tells nothing either. */
const isWished = ({ clause }: Site, cue: Cue): boolean =>
  clause.tokens.some(
    (token) => token.category === 'role' && token.ref === 'wishes' && token.end <= cue.token.start && cue.token.start - token.end <= WISH,
  );
const WISH = 4;

const isWhatever = ({ tokens }: Clause, opening: Token, cue: Cue): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'whether' && token.start === opening.start) &&
  tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'universal' &&
      token.start >= opening.end &&
      token.end <= Math.max(cue.verb, cue.token.start),
  );

const isOnly = (clause: Clause, opening: Token): boolean =>
  clause.tokens.some(
    (token) => token.category === 'role' && token.ref === 'only' && token.start === opening.start && token.end === opening.end,
  );

/** 是否清零, 能否报销: asked, not said; 是否提前由职工自愿选择 says who decides. */
function isAsked(site: Site, cue: Cue): boolean {
  if (!hasRole(site.clause.tokens, 'question')) return false;
  const { text } = site.reading.scan;
  return site.clause.tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'question' &&
      // 无论什么原因都不能: whatever it is, nobody asks.
      !site.clause.tokens.some((other) => other.category === 'role' && other.ref === 'whether' && other.end === token.start) &&
      // 能|不能报|: the verdict is half of the question.
      ((token.start < cue.token.start && token.end > cue.token.start) ||
        (token.end <= cue.token.start && !text.slice(token.end, cue.token.start).includes('由'))),
  );
}

/** 集中认证已经取消, 第三套的贷款申请不予受理, 报销不了: denied by what is said of it. */
const isAbolished = (site: Site, cue: Cue): boolean =>
  cue.list === 'yes' &&
  (isForbidden(site) ||
    site.clause.tokens.some(
      (token) =>
        token.category === 'role' &&
        ((token.ref === 'unable' && token.start === cue.end) ||
          ((token.ref === 'abolished' || token.ref === 'outside') &&
            token.start >= cue.end &&
            token.start - lastLike(site, cue) <= ABOLISHED_REACH)),
    ));

/** 牙膏、大米这类东西,刷卡是违规的: of a list of such words the last is what the denial stands behind. */
const lastLike = ({ packs, clause, reading }: Site, cue: Cue): number =>
  cuesIn(packs, clause.tokens, reading.scan.text, clause.end, CUES.verdict).reduce(
    (end, other) => (other.attribute === cue.attribute && other.list === cue.list ? Math.max(end, other.end) : end),
    cue.end,
  );

/** 用账户买化妆品,属违规行为; 牙膏、大米这类东西,刷卡是违规的: the next clause says that what this one tells or names is against the rules. */
function isForbidden({ sentence, clause, index }: Site): boolean {
  const next = sentence.clauses[index + 1];
  if (next === undefined) return false;
  const names = !ASSERTING.some((role) => hasRole(clause.tokens, role));
  if (names && deniesAllBefore(sentence, index)) return true;
  return next.tokens.some(
    (token) =>
      token.category === 'role' && token.ref === 'illegal' && (token.start - next.start <= 2 || (names && token.end >= next.end - 1)),
  );
}

/** 化妆品、米面油,不管谁来买,都不能刷: the last clause has only the verdict, and what it is said of stands ahead. */
function deniesAllBefore({ clauses }: Sentence, index: number): boolean {
  const last = clauses.at(-1)!;
  return (
    clauses.slice(index + 1, -1).every(({ tokens }) => hasRole(tokens, 'whether')) &&
    hasRole(last.tokens, 'negation') &&
    hasRole(last.tokens, 'universal') &&
    last.tokens.every(({ category }) => category === 'role' || category === 'attribute')
  );
}

/** Choice claims of a clause: all values named in it, and whether they are the only way, a way, or no way. */
export function choiceDrafts(site: Site): Draft[] {
  if (site.clause.role === 'label' && site.index < site.sentence.clauses.length - 1) return [];
  let byAttribute: Map<string, Cue[]> | null = null;
  for (const cue of cuesIn(site.packs, site.clause.tokens, site.reading.scan.text, site.clause.end, CUES.verdict)) {
    if (!cue.list.startsWith('choice:') || isPremise(site, cue) || isAsked(site, cue) || isMeasure(site, cue)) continue;
    byAttribute ??= new Map();
    const list = byAttribute.get(cue.attribute);
    if (list) list.push(cue);
    else byAttribute.set(cue.attribute, [cue]);
  }
  if (byAttribute === null) return [];
  const drafts: Draft[] = [];
  for (const [id, cues] of byAttribute) {
    const attribute = site.packs.attributes.get(id)!;
    if (!meetsNeeds(site, attribute)) continue;
    const denied = cues.filter(
      (cue) => isNegated(besideCue(site.clause.tokens, cue), cue.verb, site.clause.start, site.reading.scan.text) || isLeftOut(site, cue),
    );
    const meant = denied.length === cues.length ? denied : cues.filter((cue) => !denied.includes(cue));
    const named = new Set(meant.map((cue) => cue.list.slice('choice:'.length)));
    const values = [...named].filter((value) => !attribute.wider.get(value)!.some((wider) => named.has(wider))).sort();
    if (attribute.single && denied.length < cues.length && isWidened(site, attribute, values)) continue;
    const modality = denied.length === cues.length ? 'not' : modalityOf(site, attribute, meant[0]!.token.start);
    drafts.push(draft(site, attribute, { type: 'choice', values, modality }, meant[0]!));
  }
  return drafts;
}

/** 津贴比|本人工资低的: with what something is compared is not what is said of it. */
const isMeasure = ({ clause }: Site, { token }: Cue): boolean =>
  clause.tokens.some((role) => role.category === 'role' && role.ref === 'than' && role.end === token.start);

/** 配偶、子女自不必说,兄弟姐妹也在内: another clause of the sentence names the whole, of which this one tells a part. */
function isWidened(site: Site, attribute: Attribute, values: readonly string[]): boolean {
  const { text } = site.reading.scan;
  return site.sentence.clauses.some(
    (clause) =>
      clause !== site.clause &&
      cuesIn(site.packs, clause.tokens, text, clause.end, CUES.verdict).some((cue) => {
        const wider = cue.list.slice('choice:'.length);
        return (
          cue.attribute === attribute.id &&
          values.some((value) => value !== wider && attribute.wider.get(value)?.includes(wider)) &&
          !isNegated(besideCue(clause.tokens, cue), cue.verb, clause.start, text) &&
          !clause.tokens.some((token) => token.category === 'role' && token.ref === 'outside' && token.start >= cue.end)
        );
      }),
  );
}

/** 兄弟姐妹不在其列: denied by what follows. */
const isLeftOut = (site: Site, cue: Cue): boolean =>
  site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'outside' && token.start >= cue.end);

export function modalityOf(site: Site, attribute: Attribute, at = Number.POSITIVE_INFINITY): 'must' | 'may' {
  // 单独计税只能用一次: what stands behind the value does not make it the only one.
  if (attribute.single || site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'only' && token.start <= at))
    return 'must';
  return hasRole(site.clause.tokens, 'must') && !hasRole(site.clause.tokens, 'may') ? 'must' : 'may';
}
