// Where each setting of a run comes from: an option, a line of the config, the environment, or nowhere.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from './command.ts';
import type { Config } from './config.ts';
import { configSchema } from './config-schema.ts';
import type { ConfigData } from './config-schema.ts';
import { findConfig } from './find-config.ts';
import type { Io } from './io.ts';
import type { OptionName } from './options.ts';
import { severitiesOf, shown } from './settings.ts';

export type Key = keyof ConfigData;

export type Origin =
  | { readonly from: 'option'; readonly option: string }
  | { readonly from: 'config'; readonly file: string; readonly line: number }
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'default' };

export interface Setting {
  readonly key: Key;
  readonly value: unknown;
  /** More than one where they add up. */
  readonly origins: readonly Origin[];
}

/** The option that says the same as a key, where there is one. */
const OPTION_OF: Readonly<Partial<Record<Key, OptionName>>> = {
  against: 'against',
  packs: 'packs',
  register: 'register',
  baseline: 'baseline',
  waivers: 'waivers',
  out: 'out',
  formats: 'format',
  links: 'links',
  failOn: 'fail-on',
  clockFindings: 'clock-findings',
  severities: 'severity',
  locale: 'locale',
};

/** The option that says no to a key. */
const NEGATION_OF: Readonly<Partial<Record<Key, OptionName>>> = { register: 'no-register', inlineSuppressions: 'no-inline-suppressions' };

/** Those of which option and config both count. */
const ADDING: ReadonlySet<Key> = new Set<Key>(['packs', 'severities']);

/** Every key of the config with the value that counts. */
export async function settingsInForce(args: Arguments, config: Config | null, io: Io): Promise<Setting[]> {
  const severities = await severitiesOf(args, 'en');
  return (Object.keys(configSchema.shape) as Key[]).map((key) => {
    const option = OPTION_OF[key];
    const no = NEGATION_OF[key];
    const given = no !== undefined && args.options[no] === true ? false : option === undefined ? undefined : args.options[option];
    const line = config?.lines.get(key);
    const fromOption: Origin = { from: 'option', option: `--${given === false ? no : option}` };
    const fromConfig: Origin | null = line === undefined ? null : { from: 'config', file: shown(config!.file, io), line };
    const written = config?.[key] ?? null;
    if (given !== undefined && ADDING.has(key) && fromConfig !== null) {
      const value = key === 'severities' ? { ...config!.severities, ...severities } : [...(given as string[]), ...config!.packs];
      return { key, value, origins: [fromOption, fromConfig] };
    }
    if (given !== undefined) return { key, value: key === 'severities' ? severities : lastOf(key, given), origins: [fromOption] };
    if (fromConfig !== null && written !== null) return { key, value: written, origins: [fromConfig] };
    const variable = key === 'locale' && /^en(?:[_.]|$)/i.test(io.env['LC_ALL'] ?? '') ? 'LC_ALL' : null;
    if (variable !== null) return { key, value: 'en', origins: [{ from: 'environment', variable }] };
    return { key, value: usualValue(key, config, io), origins: [{ from: 'default' }] };
  });
}

/** Of an option that takes one value the last counts. */
function lastOf(key: Key, given: string | boolean | readonly string[]): unknown {
  const isList = key === 'packs' || key === 'formats' || key === 'against';
  return Array.isArray(given) && !isList ? given.at(-1) : given;
}

function usualValue(key: Key, config: Config | null, io: Io): unknown {
  switch (key) {
    case 'paths':
      return config === null ? [shown(join(io.home, 'examples', 'articles'), io)] : [];
    case 'register':
      return shown(join(io.home, 'claims', 'register'), io);
    case 'waivers': {
      const file = join('claims', 'waivers.yaml');
      return existsSync(join(config?.folder ?? io.cwd, file)) ? file.replaceAll('\\', '/') : false;
    }
    case 'against':
      return config?.paths ?? [];
    case 'out':
      return 'reports';
    case 'formats':
      return ['json', 'markdown', 'html'];
    case 'failOn':
      return 'error';
    case 'clockFindings':
      return 'fail';
    case 'locale':
      return 'zh';
    case 'severities':
      return {};
    case 'inlineSuppressions':
      return true;
    case 'baseline':
    case 'links':
      return null;
    default:
      return [];
  }
}

/** The config that a run here would use, as it is to be shown. */
export const configInUse = (config: Config | null, io: Io): string | null => {
  const file = config?.file ?? findConfig(io.cwd);
  return file === null ? null : shown(file, io);
};
