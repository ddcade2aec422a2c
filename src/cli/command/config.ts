// claimlint config: what a run would go by and where each value comes from; the form of the file, for editors.
import type { Locale } from '../../model/result.ts';
import type { Command } from '../command.ts';
import { CliError } from '../error.ts';
import { EXIT } from '../exit.ts';
import { say } from '../messages.ts';
import { COMPARING, didYouMean, flag, GATE, READING, REGISTER } from '../options.ts';
import { print } from '../output.ts';
import { settingsOf } from '../settings.ts';
import type { Origin, Setting } from '../config-origin.ts';

const ACTIONS = ['print', 'schema'] as const;

export const config: Command = {
  name: 'config',
  positionals: '<action>',
  positional: 'positional.config',
  about: 'command.config',
  options: ['json', ...COMPARING, 'against', ...GATE, ...REGISTER, 'format', 'out', 'links', ...READING],
  async run(args, io, early) {
    const action = args.positionals[0] ?? '';
    if (!ACTIONS.some((one) => one === action)) {
      const near = await didYouMean(action, ACTIONS, early);
      throw new CliError(say(early, 'bad.action', { value: action, choices: ACTIONS.join(', ') }) + near);
    }
    if (action === 'schema') {
      await print((await import('../config-schema.ts')).configSchemaText(), io, early);
      return EXIT.clean;
    }
    const settings = await settingsOf(args, io, early);
    const { configInUse, settingsInForce } = await import('../config-origin.ts');
    const inForce = await settingsInForce(args, settings.config, io);
    const file = configInUse(settings.config, io);
    const text = flag(args, 'json') ? `${JSON.stringify({ file, settings: inForce }, null, 2)}\n` : told(inForce, file, settings.locale);
    await print(text, io, settings.locale);
    return EXIT.clean;
  },
};

/** YAML that says the same, with the origin behind each value. */
function told(settings: readonly Setting[], file: string | null, locale: Locale): string {
  const head = file === null ? say(locale, 'config.none') : say(locale, 'config.of', { file });
  const lines = settings.map(({ key, value, origins }) => ({
    text: `${key}: ${JSON.stringify(value).replaceAll('","', '", "')}`,
    from: origins.map((origin) => originOf(origin, locale)).join(', '),
  }));
  const width = Math.min(48, Math.max(...lines.map(({ text }) => text.length)));
  return [`# ${head}`, ...lines.map(({ text, from }) => `${text.padEnd(width)}  # ${from}`), ''].join('\n');
}

function originOf(origin: Origin, locale: Locale): string {
  switch (origin.from) {
    case 'option':
      return origin.option;
    case 'config':
      return `${origin.file}:${origin.line}`;
    case 'environment':
      return origin.variable;
    case 'default':
      return say(locale, 'config.default');
  }
}
