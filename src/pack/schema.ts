// The form of a pack file: what a policy expert may write, validated once at the border.
import { z } from 'zod';
import { isShort, writeOut } from './alternatives.ts';

/** A full-width comma or semicolon makes one word of what was meant to be several. */
const word = z
  .string()
  .min(1)
  .refine((text) => !/[\uFF0C\uFF1B]/.test(text));
/** Words with alternatives, (可以|能)补缴, are written out; one that stands for too many stands for none, which is told. */
const words = z.array(word.refine(isShort)).transform((list) => list.flatMap(writeOut));

const concept = z.strictObject({
  kind: z.enum(['scheme', 'thing']),
  /** The wider concept that this is a kind of. */
  isA: word.optional(),
  /** The whole that this is a part of. */
  partOf: word.optional(),
  /** General schemes: the kind that is meant where an article names the general one only. */
  usual: word.optional(),
  /** The scheme that a thing belongs to where the text names none. */
  scheme: word.optional(),
  /** It is of no scheme, whichever the text speaks of (公租房). */
  schemeless: z.boolean().optional(),
  terms: words,
  /** Longer words that hold a term and mean something else (赡养老人 and 养老). */
  shield: words.optional(),
  /** Short forms that count only where the context already speaks of the concept's scheme. */
  weak: words.optional(),
});

const axisValue = z.union([words, z.strictObject({ terms: words, isA: word.optional() })]);

const axis = z.strictObject({
  type: z.enum(['duration', 'money', 'percent', 'age', 'count', 'values']),
  /** Number axes: the limits of a ladder's rungs, in base units; the attributes of `only` climb on it, and any such number beside their value names a rung. */
  steps: z.array(z.number()).optional(),
  /** The values are groups of people. */
  people: z.boolean().optional(),
  /** Interval axes: words beside which a number of the type is a condition of this axis. */
  cues: words.optional(),
  /** A cue without a number says that the condition is present at all (more than zero). */
  presence: z.boolean().optional(),
  values: z.record(word, axisValue).optional(),
  /** Longer words that hold a value's word and mean something else (子女 and 女). */
  shield: words.optional(),
  /** Two claims that each name a value, and different ones, never meet; default true. */
  exclusive: z.boolean().optional(),
  /** The value that is meant where none is named (treatment where one is insured). */
  usual: word.optional(),
  /** Two values make the case, wherever in the sentence or above it each is named (低保 and 高龄津贴 at once): a claim that names fewer is not made, and two claims meet only over the same two. */
  pair: z.boolean().optional(),
  /** The axis counts only for claims of these attributes. */
  only: words.optional(),
  /** The condition of a title or distant heading holds for what stands below it; default true. */
  inherit: z.union([z.boolean(), z.literal('title')]).optional(),
});

const attribute = z.strictObject({
  type: z.enum([
    'truth',
    'choice',
    'money',
    'duration',
    'percent',
    'points',
    'age',
    'multiple',
    'count',
    'workdays',
    'season',
    'frequency',
    'identifier',
  ]),
  /** Things of which it may be said; the first is meant where a cue says it by itself (`own`). */
  of: words,
  /** The cues name the thing by themselves: no other mention is needed. */
  own: z.boolean().optional(),
  /** scheme → thing that is meant there where neither clause nor sentence names one (the money of 居民医保 has no account to be in). */
  defaults: z.record(word, word).optional(),
  /** Schemes (with all below them) for which it exists; none: any. */
  schemes: words.optional(),
  /** Said of the scheme as a whole, whichever kind is named (one cannot be in two kinds at once): all claims are about the one of `schemes`. */
  family: z.boolean().optional(),
  /** Numbers: of a range (60%至300%), the low end is a value of this attribute and the high end one of that. */
  upper: word.optional(),
  /** Words that say that a number is a value of this attribute. `A…B`: B after A in one clause. */
  cues: words.optional(),
  /** truth: words that say yes, words that say no (before any negation is reckoned). */
  yes: words.optional(),
  no: words.optional(),
  /** choice: value → words. `isA`: named together with the wider value, only the wider one is meant (配偶、子女等近亲属). */
  choices: z.record(word, axisValue).optional(),
  /** choice: what is stated is the only way, although no 只能 says so. */
  single: z.boolean().optional(),
  /** Numbers: words that mean zero (不设起付线). */
  zero: words.optional(),
  /** percent: words that mean all of it (全额报销). */
  full: words.optional(),
  /** Numbers: words that say that there is one, without how much (设等待期). */
  some: words.optional(),
  /** Numbers: words that mean without limit (终身, 不限). */
  unlimited: words.optional(),
  /** percent: beside these words the number is the part that the fund does not pay. */
  inverse: words.optional(),
  /** Plausible values in base units; others belong to another attribute. */
  range: z.tuple([z.number(), z.number()]).optional(),
  /** A least requirement (缴满15年): the number may stand in a condition clause. */
  requirement: z.boolean().optional(),
  /** A requirement that stands in the condition whatever the rule then counts (连续参保满4年的,每多1年提高1000元). */
  threshold: z.boolean().optional(),
  /** The value is a limit by nature: 最长18个月, 18个月 and 不超过18个月 say the same. */
  limit: z.boolean().optional(),
  /** percent: a share that may be told in points (8个点). */
  points: z.boolean().optional(),
  /** Time basis where none is stated. */
  per: z.enum(['年', '月', '日', '次']).optional(),
  /** Words of which one must stand in the clause or its context. */
  needs: words.optional(),
  /** The same, looked for in the title and in earlier sentences too: who or what the article is about. */
  about: words.optional(),
  /** The attribute whose claims these are, told in another form: 签注一次管两年 says how often, in a span. */
  as: word.optional(),
  /** Words that rule the attribute out in a clause. */
  not: words.optional(),
  /** Words that rule the attribute out anywhere in the sentence: another matter is at hand. */
  elsewhere: words.optional(),
  /** percent: it is a share of an amount beside one of the words of `of`, less what the attribute `less` says; what comes out stands beside one of `paid`. */
  share: z.strictObject({ of: words, less: word, paid: words }).optional(),
  /** A figure that is set anew each year. */
  yearly: z.boolean().optional(),
  /** A claim of this attribute says that another one holds. */
  implies: z.strictObject({ attribute: word, value: z.boolean() }).optional(),
  /** What a claim of this attribute stands by, without being said to say it: a choice, yes or no, a number in base units, or that regions differ. */
  bears: z
    .array(
      z.strictObject({
        when: z.union([z.boolean(), word]).optional(),
        attribute: word,
        value: z.union([z.boolean(), z.number(), z.strictObject({ uniform: z.boolean() }), word]),
      }),
    )
    .optional(),
  /** need: what makes a claim incomparable where only one side states it. must: without it there is no claim. */
  axes: z.strictObject({ ignore: words.optional(), need: words.optional(), must: words.optional(), earn: words.optional() }).optional(),
  /** What the report calls the two answers. */
  says: z.strictObject({ yes: word, no: word }).optional(),
});

const retired = z.strictObject({
  terms: words,
  /** ISO date or year from which the term is no longer in force. */
  since: z.union([z.string(), z.number()]).transform(String),
  replacement: word,
  /** Words that, in the same sentence, make the mention history. */
  history: words.optional(),
});

/** Words for names that another pack declares: they join its lists. */
const extension = z.strictObject({
  concepts: z.record(word, z.strictObject({ terms: words.optional(), weak: words.optional(), shield: words.optional() })).optional(),
  axes: z
    .record(word, z.strictObject({ cues: words.optional(), values: z.record(word, words).optional(), shield: words.optional() }))
    .optional(),
  attributes: z
    .record(
      word,
      z.strictObject({
        cues: words.optional(),
        yes: words.optional(),
        no: words.optional(),
        choices: z.record(word, words).optional(),
        zero: words.optional(),
        unlimited: words.optional(),
        inverse: words.optional(),
        needs: words.optional(),
        not: words.optional(),
      }),
    )
    .optional(),
  retired: z.record(word, z.strictObject({ terms: words.optional(), history: words.optional() })).optional(),
});

export const packFile = z.strictObject({
  name: word.optional(),
  version: z.union([z.string(), z.number()]).transform(String).optional(),
  description: z.string().optional(),
  /** Lists that other lists take up by name: `<报销>` in a word stands for each of its phrases. */
  phrases: z.record(word, words).optional(),
  concepts: z.record(word, concept).optional(),
  axes: z.record(word, axis).optional(),
  attributes: z.record(word, attribute).optional(),
  retired: z.record(word, retired).optional(),
  extends: extension.optional(),
});

/** Function words of the language: one list per role. */
export const languageFile = z.strictObject({
  name: word.optional(),
  version: z.union([z.string(), z.number()]).transform(String).optional(),
  description: z.string().optional(),
  roles: z.record(word, words),
  /** Words made of parts (小 + 王): every combination is a word of the role. A `+` at the end of the name lets a role stand here twice. */
  compose: z.record(word, z.array(words)).optional(),
});

export type PackFile = z.output<typeof packFile>;
export type Extension = z.output<typeof extension>;
export type LanguageFile = z.output<typeof languageFile>;
