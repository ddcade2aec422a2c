// Which values of axes a list of tokens names (学生、老人), and which of them it leaves out.
import type { TermToken, Token } from '../parse/clause.ts';
import type { Found } from './condition.ts';
import { oncePer } from './once.ts';

const NO_VALUES: readonly TermToken[] = [];
const NONE: readonly Omit<Found, 'from'>[] = [];

/** Values of the same axis within one stretch are alternatives: 学生、老人. 除…外 turns them into what is left out. */
export const valuesIn = oncePer((packs, tokens): readonly Omit<Found, 'from'>[] => {
  const first = tokens.find((token): token is TermToken => token.category === 'value');
  if (first === undefined) return NONE;
  const turning = tokens.some((token) => token.category === 'role' && TURNING.has(token.ref));
  if (!turning && tokens.every((token) => token === first || token.category !== 'value'))
    return [{ constraint: { axis: first.ref, kind: 'values', values: [first.detail] }, start: first.start, end: first.end }];
  const byAxis = new Map<string, TermToken[]>();
  for (const token of tokens) {
    if (token.category !== 'value' || (turning && isMeasure(tokens, token) && !packs.axes.get(token.ref)!.pair)) continue;
    const list = byAxis.get(token.ref);
    if (list) list.push(token);
    else byAxis.set(token.ref, [token]);
  }
  const found: Omit<Found, 'from'>[] = [];
  for (const [axis, list] of byAxis) {
    const spared = turning ? list.filter((token) => isExcepted(tokens, token)) : NO_VALUES;
    const left = spared.length === 0 ? list : list.filter((token) => !spared.includes(token));
    // 主动辞职的不属于非本人意愿: what the case is not.
    const named = turning ? left.filter((token) => !isDisowned(tokens, token)) : left;
    const meant = named.length > 0 ? named : left;
    const distinct = (some: readonly TermToken[]): string[] => [...new Set(some.map((token) => token.detail))];
    if (meant.length > 0)
      found.push({
        constraint: { axis, kind: 'values', values: distinct(meant) },
        start: meant[0]!.start,
        end: meant.at(-1)!.end,
      });
    else if (spared.length > 0)
      found.push({
        constraint: { axis, kind: 'except', values: distinct(spared) },
        start: spared[0]!.start,
        end: spared.at(-1)!.end,
      });
  }
  return found;
});

/** Words beside which a value may be no case, or one that is left out; most lists hold none. */
const TURNING: ReadonlySet<string> = new Set(['measure', 'measured', 'disowns', 'exceptOpen', 'exceptAlone', 'exceptClose', 'excepted']);

const isMeasure = (tokens: readonly Token[], value: TermToken): boolean =>
  tokens.some(
    (token) =>
      token.category === 'role' &&
      ((token.ref === 'measure' && token.end === value.start) || (token.ref === 'measured' && token.start === value.end)),
  );

const isDisowned = (tokens: readonly Token[], value: TermToken): boolean =>
  tokens.some((token) => token.category === 'role' && token.ref === 'disowns' && token.end === value.start);

function isExcepted(tokens: readonly Token[], value: TermToken): boolean {
  const open = tokens.some(
    (token) => token.category === 'role' && token.ref === 'exceptOpen' && token.end <= value.start && value.start - token.end < 20,
  );
  const close = tokens.some(
    (token) => token.category === 'role' && token.ref === 'exceptClose' && token.start >= value.end && token.start - value.end < 20,
  );
  const whole = tokens.some(
    (token) =>
      token.category === 'role' &&
      token.ref === 'excepted' &&
      token.start >= value.end &&
      token.start - value.end < 12 &&
      isListedUpTo(tokens, value, token),
  );
  return (open && close) || whole || isSparedAlone(tokens, value);
}

/** What one says of a case: with it, the clause is no mere list of cases. */
const SAYING: ReadonlySet<string> = new Set(['may', 'must', 'negation', 'copula', 'regardless', 'only', 'also']);

/** 除了伤残和移居,其他一律不退: 除了 needs no 外 behind it where its clause only names cases. */
function isSparedAlone(tokens: readonly Token[], value: Token): boolean {
  const open = tokens.find((token) => token.category === 'role' && token.ref === 'exceptAlone');
  if (open === undefined || open.end > value.start) return false;
  return !tokens.some((token) => token.category === 'role' && token.start >= open.end && SAYING.has(token.ref));
}

/** 没备案的(急诊除外): only what stands right before 除外, or is listed with its like (急诊、抢救除外), is left out. */
function isListedUpTo(tokens: readonly Token[], value: TermToken, excepted: Token): boolean {
  let end = value.end;
  for (const token of tokens) {
    if (token.start >= excepted.start) break;
    if (token.category !== 'value' || token.start < end) continue;
    if (token.start - end > 1 || token.ref !== value.ref) return false;
    end = token.end;
  }
  return true;
}
