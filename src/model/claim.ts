// A claim: what an article asserts, in terms that can be compared with what another asserts.
import type { Evidence, Span } from './span.ts';

/** A range of numbers in the axis' or attribute's base unit (money 元, duration 月, percentage %, age 岁); null is unbounded. */
export interface Interval {
  readonly lo: number | null;
  readonly hi: number | null;
  /** Whether the limit itself is outside the range. */
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
}

/** One conjunct of a condition. `spelled`: limits that the text says belong to the range (满5年, 5年及以下), where 以上 and 以下 leave it to the reader. `opaque`: recognised as a condition, not understood. */
export type Constraint =
  | {
      readonly axis: string;
      readonly kind: 'interval';
      readonly range: Interval;
      readonly unit: string;
      readonly spelled: readonly ('lo' | 'hi')[];
    }
  | { readonly axis: string; readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly axis: string; readonly kind: 'except'; readonly values: readonly string[] }
  | { readonly axis: 'opaque'; readonly kind: 'opaque'; readonly text: string };

/** How a number is meant: the value itself, a least or greatest value, or a stated range. */
export type Bound = 'exact' | 'min' | 'max' | 'range';

export type Outcome =
  | { readonly type: 'truth'; readonly value: boolean }
  | {
      readonly type: 'number';
      readonly range: Interval;
      readonly bound: Bound;
      /** 元, 月, 天, %, 百分点, 岁, 倍 … */
      readonly unit: string;
      /** 年, 月, 次, 日 for amounts that recur; null where none is stated or meant. */
      readonly per: string | null;
      /** 左右, 约, 上下. */
      readonly approximate: boolean;
    }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly modality: 'must' | 'may' | 'not' }
  /** Whether the whole country has one rule: 全国统一 (true), 由各地确定 (false). */
  | { readonly type: 'uniform'; readonly value: boolean }
  | { readonly type: 'text'; readonly text: string };

export type Strength = 'universal' | 'plain' | 'hedged';

/**
 * Only `asserted` claims make disputes among themselves. An `example` (老周缴费6年,领了18个月) stands by the side that it bears out, or disputes a rule
 * whose case it states in full; what is only `supposed` (假如工资5000元) does neither.
 */
export type Mood = 'asserted' | 'refuted' | 'question' | 'example' | 'supposed' | 'history' | 'future';

export interface Region {
  /** Six-digit code of GB/T 2260; `100000` is the whole country by word (全国). */
  readonly code: string;
  readonly name: string;
}

/** For which time a claim says that it holds. Dates are ISO days, null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  /** The year that the text names as a label (2025年度), if it does. */
  readonly year: number | null;
}

/** Where one field of a claim came from. */
export interface Provenance {
  readonly field: string;
  /** clause, sentence, parent item, heading, table head, title, context, pack. */
  readonly from: string;
  /** Span in `Article.text`, or null where the pack supplied the field. */
  readonly span: Span | null;
}

export interface Subject {
  /** Concept id of a scheme (职工医保 …), or null where the text leaves it open. */
  readonly scheme: string | null;
  /** Concept id of what is spoken of (个人账户, 等待期 …). */
  readonly thing: string;
  /** Concept ids of groups of people. */
  readonly people: readonly string[];
}

/** A number as it is written: money in 元, a share in %, a length of time in the unit that the text gives it. */
export interface Figure {
  readonly value: number;
  /** 元, %, 天, 个月 …; empty where none is written. */
  readonly unit: string;
  /** What one step of the last digit shown is worth: 0.1 in 2.5, 1000 in 3.5万. */
  readonly digit: number;
  readonly approximate: boolean;
}

export type Operator = '+' | '-' | '×' | '÷';

/** Two sides that the text says are equal, each in postfix order: 98天+60天=158天. */
export interface Calculation {
  /**
   * equation: written out · total: a list and what it comes to (单位8%,个人2%,合计10%) · period: a month's and a year's amount ·
   * rule: a worked example, by the share that the article states: amount, what is taken off, -, share, ×.
   */
  readonly by: 'equation' | 'total' | 'period' | 'rule';
  readonly left: readonly (Figure | Operator)[];
  readonly right: readonly (Figure | Operator)[];
}

interface MentionBase {
  /** The characters that say it: 2025年, 今年, 新农合, 98天+60天=158天. */
  readonly text: string;
  /** date: the last day that the expression covers, ISO. */
  readonly until: string | null;
  /** term: id of the retired term in the pack. */
  readonly term: string | null;
  /** date: why the text presents it as current: latest, deadline, validity, figure, announcement. */
  readonly as: string | null;
}

/** What a `mention` claim records for the notices: a date, a term, a calculation, the measures of an article; not an assertion. */
export type Mention =
  | (MentionBase & { readonly kind: 'date' | 'floating' | 'term' })
  | (MentionBase & { readonly kind: 'calculation'; readonly calculation: Calculation })
  /** Every measure of one kind (duration, money, age …) that the article names. */
  | (MentionBase & { readonly kind: 'measures'; readonly ranges: readonly Interval[] });

export interface Claim {
  /** Stable within one audit: article id and running number. */
  readonly id: string;
  readonly article: string;
  readonly subject: Subject;
  /** Attribute id of the pack; `陈述` for a statement about a known subject whose attribute the pack does not know. */
  readonly attribute: string;
  readonly condition: readonly Constraint[];
  readonly outcome: Outcome;
  readonly region: Region | null;
  readonly period: Period | null;
  /** ISO publication date of the article, or null. */
  readonly published: string | null;
  /** Number of the first document that its article cites (国办发〔2021〕14号), or null. */
  readonly cites: string | null;
  readonly strength: Strength;
  /** The hedge says that regions differ (各地不同, 部分地区 …). */
  readonly hedgedByRegion: boolean;
  /** The hedge says what holds in most cases (一般, 大部分地区), not what may hold in some (可能, 部分地区). */
  readonly typical: boolean;
  /** It states exceptions that were not understood (除第二部分所列人员外): a special case of it may be one of them. */
  readonly excepted: boolean;
  /** The table or list of which it is a member, unique in the audit; null elsewhere. Members of one series tell the cases of one rule. */
  readonly series: string | null;
  /**
   * Words of the claim's clause, or of the heading above it, that say of what it speaks and that no pack knows; else null.
   * Claims of one article that differ in them speak of different things.
   */
  readonly section: string | null;
  /** The words that say what the value is of stand in another clause or cell, and neither label the value nor head its column. */
  readonly borrowed: boolean;
  readonly mood: Mood;
  readonly mention: Mention | null;
  readonly evidence: Evidence;
  readonly provenance: readonly Provenance[];
}
