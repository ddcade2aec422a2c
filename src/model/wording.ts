// Sentences that findings are made of, in the languages of the reports: data of the result, since a saved audit must read on its own.
import type { Locale } from './result.ts';

const CATALOGUE: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    'message.contradiction': '“{topic}”前后矛盾：{a}；{b}',
    'message.exception': '“{topic}”有未说明的例外：{a}；{b}',
    'message.regional': '“{topic}”地方与全国说法不同，且未注明各地有别：{a}；{b}',
    'message.superseded': '“{topic}”新旧标准并存：{a}；{b}',
    'message.stale-date': '“{topic}”已经过期，文中仍当作现行或将来',
    'message.floating-date': '“{topic}”没有可以确定的日期',
    'message.retired-term': '“{topic}”已经停用，现称“{replacement}”',
    'message.arithmetic': '“{topic}”算出来是{value}',
    'outcome.differs': '结果不同：{a} ≠ {b}',
    'scope.same': '说的是同一种情形：{scope}',
    'scope.inside': '“{inner}”属于“{outer}”，后者没有说明例外',
    'scope.overlap': '两种情形会同时成立：{a}；{b}',
    'scope.universal': '较宽的一方用了绝对的说法（一律、均、即使……），不留例外',
    'region.inside': '{inner}在{outer}之内',
    'region.none': '一方没有写明地区，另一方说的是{inner}',
    'period.differs': '分属不同时间：{a} / {b}',
    'date.passed': '{date} 早于审核日 {asOf}',
    'date.latest': '以“最新、现行、目前”等词引出“{date}”',
    'date.deadline': '“{date}”是要求读者照办的期限',
    'date.validity': '“{date}”是有效期的终点',
    'date.announcement': '“{date}”被当作将要发生',
    'date.figure': '“{date}”的数额按年调整，没有更新',
    'date.floating': '“{word}”随阅读时间而变，文中没有日期可以固定它',
    'term.retired': '“{term}”自 {since} 起停用，现称“{replacement}”',
    'sum.equation': '照文中的算式，结果是{value}，不是{stated}',
    'sum.total': '所列各项相加是{value}，不是{stated}',
    'sum.period': '按前一个数额推算是{value}，不是{stated}',
    'sum.differs': '等号两边不相等：一边是{value}',
  },
  en: {
    'message.contradiction': '“{topic}” contradicts itself: {a}; {b}',
    'message.exception': '“{topic}” has an exception that is not announced: {a}; {b}',
    'message.regional': '“{topic}” differs by region without saying so: {a}; {b}',
    'message.superseded': '“{topic}” stands in an old and a new version: {a}; {b}',
    'message.stale-date': '“{topic}” has passed and is still told as current or to come',
    'message.floating-date': '“{topic}” is fixed to no date',
    'message.arithmetic': '“{topic}” comes to {value}',
    'message.retired-term': '“{topic}” is no longer in use; today it is “{replacement}”',
    'outcome.differs': 'Different outcomes: {a} ≠ {b}',
    'scope.same': 'Both speak of the same case: {scope}',
    'scope.inside': '“{inner}” lies within “{outer}”, which announces no exception',
    'scope.overlap': 'Both cases can hold at once: {a}; {b}',
    'scope.universal': 'The wider side speaks in absolute words (一律, 均, 即使 …) that leave no exception',
    'region.inside': '{inner} lies within {outer}',
    'region.none': 'One side names no region, the other speaks of {inner}',
    'period.differs': 'They belong to different times: {a} / {b}',
    'date.passed': '{date} is before the day of the audit, {asOf}',
    'date.latest': '“{date}” is introduced as latest, current or in force',
    'date.deadline': '“{date}” is a deadline that readers are asked to keep',
    'date.validity': '“{date}” ends a validity',
    'date.announcement': '“{date}” is announced as still to come',
    'date.figure': 'The figure of “{date}” is set anew each year',
    'date.floating': '“{word}” means what the day of reading makes of it; no date in the article fixes it',
    'term.retired': '“{term}” is out of use since {since}; today it is “{replacement}”',
    'sum.equation': 'The calculation as it is written comes to {value}, not to {stated}',
    'sum.total': 'The parts listed add up to {value}, not to {stated}',
    'sum.period': 'The amount of the other period makes {value}, not {stated}',
    'sum.differs': 'The two sides are not equal: one comes to {value}',
  },
};

/** The sentence of `code` with its arguments put in; an unknown code is returned as it is. */
export function word(locale: Locale, code: string, args: Readonly<Record<string, string>>): string {
  // A saved result is data of strangers: `constructor` is no code.
  const template = Object.hasOwn(CATALOGUE[locale], code) ? CATALOGUE[locale][code] : undefined;
  return template === undefined ? code : template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
