// What a report says of an audit that tells about some files only.
import type { Locale } from '../model/result.ts';
import type { Scope } from '../model/scope.ts';

const WORDS = {
  zh: {
    changed: '全部文章都参加了比较，只列出自 {revision} 以来有改动的 {n} 个文件所涉及的发现',
    named: '全部文章都参加了比较，只列出所给的 {n} 个文件所涉及的发现',
    settings: '改动还涉及{files}：它们对其他文章的影响不在此列，可用 claimlint diff 查看',
    comma: '、',
    semicolon: '；',
  },
  en: {
    changed: 'All articles were compared; listed are only findings in which a file changed since {revision} takes part (files: {n})',
    named: 'All articles were compared; listed are only findings in which a file that was named takes part (files: {n})',
    settings: 'also changed: {files}; what that does to other articles is not listed here, claimlint diff shows it',
    comma: ', ',
    semicolon: '; ',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** Settings that are named. */
const NAMED = 5;

/** One sentence; `''` where the audit is about all files. Names in it are texts of strangers, to be escaped. */
export function scopeText(scope: Scope | null, locale: Locale): string {
  if (scope === null) return '';
  const words = WORDS[locale];
  const args: Readonly<Record<string, string>> = {
    n: String(scope.files.length),
    revision: scope.changedSince ?? '',
    files: scope.settings.slice(0, NAMED).join(words.comma) + (scope.settings.length > NAMED ? ' …' : ''),
  };
  const parts = [scope.changedSince === null ? words.named : words.changed, ...(scope.settings.length > 0 ? [words.settings] : [])];
  return parts.join(words.semicolon).replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
