// What the reports say of sentences that gave no claim: each reason, and what an editor of packs can do about it.
import type { Locale } from '../model/result.ts';
import type { UnreadReason } from '../model/unread.ts';

export const REASON_WORDING = {
  zh: {
    number: {
      title: '数字没有对应的属性',
      advice: '主体认得，但没有哪个属性（attribute）的词能认领这个数字。为它写一个属性，或把句中的说法加进已有属性的 cues。',
    },
    verdict: {
      title: '判断没有对应的属性',
      advice: '主体认得，但“可以、不得、应当”所说的事没有属性。为它写一个 truth 属性，或把说法加进已有属性的 yes 或 no。',
    },
    thing: {
      title: '属性认得，对象没有说到',
      advice: '句中有某个属性的词，但上下文没有说到它的对象（of）。给对象加上文中的叫法；若说的是别的事，给属性加 not。',
    },
    excluded: {
      title: '属性认得，但被排除',
      advice: '属性的词和对象都在，但数字不在 range 之内，或旁边有 not 的词。确实是这件事时，放宽 range 或 not。',
    },
    subject: {
      title: '不认得主体',
      advice: '句中和上下文都没有词表认得的制度或对象。先写一个概念（concept）。',
    },
    condition: {
      title: '只有情形',
      advice: '数字只说明是哪种情形，没有说结果。多半不必处理。',
    },
    date: {
      title: '只有日期',
      advice: '除日期外没有可比的内容。多半不必处理。',
    },
    question: {
      title: '提问',
      advice: '问句不作判断，不比较。',
    },
    refuted: {
      title: '被否定的说法',
      advice: '文中说这是误传或误解，不比较。',
    },
    example: {
      title: '举例',
      advice: '算例和案例只对那一个人成立，不比较。',
    },
    history: {
      title: '过去的规定',
      advice: '说的是从前，不比较。',
    },
    heading: {
      title: '标题和表头',
      advice: '只点明话题，不比较。',
    },
  },
  en: {
    number: {
      title: 'Numbers without an attribute',
      advice:
        'The subject is known, but no attribute has a word that owns the number. Write an attribute for it, or add the wording to the cues of one that is there.',
    },
    verdict: {
      title: 'Verdicts without an attribute',
      advice:
        'The subject is known, but what it may, must or may not do is no attribute. Write a truth attribute, or add the wording to yes or no of one that is there.',
    },
    thing: {
      title: 'Attribute known, its thing is not named',
      advice:
        'Words of an attribute stand here, but nothing around them names one of its things (of). Add the name that the article uses to the thing; where another matter is meant, add a word to not.',
    },
    excluded: {
      title: 'Attribute known, but ruled out',
      advice:
        'Words and thing of an attribute are there, but the number lies outside its range, or a word of not stands beside it. Where it is meant after all, widen range or not.',
    },
    subject: {
      title: 'Subject not known',
      advice: 'Neither the sentence nor what stands above it names a scheme or thing that a pack knows. Begin with a concept.',
    },
    condition: {
      title: 'Cases only',
      advice: 'The numbers only say which case is meant, and nothing is said of it. Mostly nothing needs to be done.',
    },
    date: {
      title: 'Dates only',
      advice: 'Besides a date there is nothing to compare. Mostly nothing needs to be done.',
    },
    question: {
      title: 'Questions',
      advice: 'A question asserts nothing and is not compared.',
    },
    refuted: {
      title: 'Refuted beliefs',
      advice: 'The text calls it a rumour or a mistake; it is not compared.',
    },
    example: {
      title: 'Worked examples',
      advice: 'They hold for one person only and are not compared.',
    },
    history: {
      title: 'History',
      advice: 'It says what was, and is not compared.',
    },
    heading: {
      title: 'Titles and table heads',
      advice: 'They name a topic and are not compared.',
    },
  },
} as const satisfies Record<Locale, Record<UnreadReason, { readonly title: string; readonly advice: string }>>;

const zh = {
  sentences: '{n} 句',
  rest: '其余',
  more: '……另有 {n} 句',
  attribute: '属性 {id}',
  aside: '另有 {n} 句是提问、举例、过去的规定、被否定的说法或标题，不比较：',
  none: '没有未读懂的句子。',
} as const;

const en: Record<keyof typeof zh, string> = {
  sentences: '{n}×',
  rest: 'others',
  more: '… and {n} more',
  attribute: 'attribute {id}',
  aside: '{n} more sentences are questions, worked examples, history, refuted beliefs or titles and are not compared:',
  none: 'Every sentence was understood.',
};

const PHRASES = { zh, en } as const satisfies Record<Locale, Record<keyof typeof zh, string>>;

/** A phrase with its argument put in. */
export function phrase(locale: Locale, name: keyof typeof zh, args: Readonly<Record<string, string | number>> = {}): string {
  return PHRASES[locale][name].replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(args, key) ? String(args[key]) : whole));
}
