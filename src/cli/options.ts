// The options of all commands, and the reading of their values: wrong ones are told with what was expected.
import type { Locale } from '../model/result.ts';
import type { Arguments } from './command.ts';
import { CliError } from './error.ts';
import { say } from './messages.ts';
import type { MessageCode } from './messages.ts';
import { nearest } from './suggest.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly repeatable: boolean;
  readonly about: MessageCode;
}

export const OPTIONS = {
  'as-of': { type: 'string', repeatable: false, about: 'option.as-of' },
  format: { type: 'string', repeatable: true, about: 'option.format' },
  out: { type: 'string', repeatable: false, about: 'option.out' },
  report: { type: 'string', repeatable: true, about: 'option.report' },
  links: { type: 'string', repeatable: false, about: 'option.links' },
  'fail-on': { type: 'string', repeatable: false, about: 'option.fail-on' },
  'clock-findings': { type: 'string', repeatable: false, about: 'option.clock-findings' },
  severity: { type: 'string', repeatable: true, about: 'option.severity' },
  'changed-since': { type: 'string', repeatable: false, about: 'option.changed-since' },
  config: { type: 'string', repeatable: false, about: 'option.config' },
  locale: { type: 'string', repeatable: false, about: 'option.locale' },
  quiet: { type: 'boolean', repeatable: false, about: 'option.quiet' },
  'all-claims': { type: 'boolean', repeatable: false, about: 'option.all-claims' },
  'max-evidence': { type: 'string', repeatable: false, about: 'option.max-evidence' },
  packs: { type: 'string', repeatable: true, about: 'option.packs' },
  register: { type: 'string', repeatable: false, about: 'option.register' },
  'no-register': { type: 'boolean', repeatable: false, about: 'option.no-register' },
  within: { type: 'string', repeatable: false, about: 'option.within' },
  unread: { type: 'boolean', repeatable: false, about: 'option.unread' },
  'no-cache': { type: 'boolean', repeatable: false, about: 'option.no-cache' },
  threads: { type: 'string', repeatable: false, about: 'option.threads' },
  path: { type: 'string', repeatable: true, about: 'option.path' },
  against: { type: 'string', repeatable: true, about: 'option.against' },
  'stdin-filename': { type: 'string', repeatable: false, about: 'option.stdin-filename' },
  baseline: { type: 'string', repeatable: false, about: 'option.baseline' },
  waivers: { type: 'string', repeatable: false, about: 'option.waivers' },
  'no-inline-suppressions': { type: 'boolean', repeatable: false, about: 'option.no-inline-suppressions' },
  add: { type: 'boolean', repeatable: false, about: 'option.add' },
  watch: { type: 'boolean', repeatable: false, about: 'option.watch' },
  json: { type: 'boolean', repeatable: false, about: 'option.json' },
  force: { type: 'boolean', repeatable: false, about: 'option.force' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;

/** Options of every command that reads articles or claims. */
export const READING: readonly OptionName[] = ['config', 'packs', 'locale', 'quiet'];
/** Options of every command that writes reports. */
export const REPORTING: readonly OptionName[] = ['format', 'out', 'report', 'links'];
/** Options of every command that compares. */
export const COMPARING: readonly OptionName[] = ['as-of', 'fail-on', 'clock-findings', 'severity', 'all-claims', 'max-evidence'];

/** Options of every command that tells new findings from known ones. */
export const GATE: readonly OptionName[] = ['baseline', 'waivers', 'no-inline-suppressions'];

/** Options of every command that knows what is officially in force. */
export const REGISTER: readonly OptionName[] = ['register', 'no-register'];

/** The last value of an option that takes one, or null. */
export function single(args: Arguments, name: OptionName): string | null {
  const value = args.options[name];
  const last = Array.isArray(value) ? (value as readonly string[]).at(-1) : value;
  return typeof last === 'string' ? last : null;
}

/** All values of a repeatable option. */
export function several(args: Arguments, name: OptionName): readonly string[] {
  const value = args.options[name];
  return Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
}

export function flag(args: Arguments, name: OptionName): boolean {
  return args.options[name] === true;
}

/** `value` as one of `choices`. @throws CliError with the choices, and the nearest of them */
export async function oneOf<T extends string>(option: string, value: string, choices: readonly T[], locale: Locale): Promise<T> {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new CliError(
    say(locale, 'bad.choice', { option, value, choices: choices.join(', ') }) + (await didYouMean(value, choices, locale)),
  );
}

/** `. Did you mean X?`, or nothing. @param mark what is written before the name */
export async function didYouMean(word: string, candidates: readonly string[], locale: Locale, mark = ''): Promise<string> {
  const name = await nearest(word, candidates);
  return name === null ? '' : say(locale, 'did-you-mean', { name: mark + name });
}

/** A day of the calendar as ISO. @throws CliError for 2026-13-40 and everything else that is none */
export function isoDay(value: string, locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const time = Date.parse(`${value}T00:00:00Z`);
    // Date.parse takes 2026-02-30 for the second of March; the way back tells.
    if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value) return value;
  }
  throw new CliError(say(locale, 'bad.as-of', { value }));
}

/** A count from 0. @throws CliError */
export function count(value: string, locale: Locale): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new CliError(say(locale, 'bad.max-evidence', { value }));
}

/** The language for what is said before and beside the config: `--locale`, else LC_ALL, else Chinese. */
export function earlyLocale(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  let named: string | undefined;
  for (const [index, word] of argv.entries()) {
    if (word === '--') break;
    if (word === '--locale') named = argv[index + 1];
    else if (word.startsWith('--locale=')) named = word.slice('--locale='.length);
  }
  if (named === 'zh' || named === 'en') return named;
  return /^en(?:[_.]|$)/i.test(env['LC_ALL'] ?? '') ? 'en' : 'zh';
}
