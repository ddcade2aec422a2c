// claimlint register check: whether the reference claims are fit to be held against articles.
import { clashes, describeClaim } from '../../audit.ts';
import { isFirm, isInForce } from '../../model/reference.ts';
import type { Reference } from '../../model/reference.ts';
import type { Command } from '../command.ts';
import { CliError } from '../error.ts';
import { EXIT } from '../exit.ts';
import { say } from '../messages.ts';
import { READING } from '../options.ts';
import { print } from '../output.ts';
import { referencesOf } from '../references.ts';
import { packsOf, settingsOf } from '../settings.ts';

const ACTIONS = ['check'] as const;

export const register: Command = {
  name: 'register',
  positionals: '<action>',
  positional: 'positional.register',
  about: 'command.register',
  options: ['register', 'as-of', ...READING],
  async run(args, io, early) {
    const settings = await settingsOf(args, io, early);
    const { locale } = settings;
    const asOf = settings.asOf ?? io.today();
    const action = args.positionals[0] ?? '';
    if (!ACTIONS.some((one) => one === action)) {
      const choices = ACTIONS.join(', ');
      throw new CliError(say(locale, 'bad.action', { value: action, choices }));
    }
    const packs = await packsOf(args, settings.config, io, locale);
    const references = (await referencesOf(args, settings.config, packs, io, locale)) ?? [];
    const found = clashes(references, packs);
    for (const { a, b } of found) {
      const text = { place: placeOf(b), other: a.source.id, a: describeClaim(packs, a.claim), b: describeClaim(packs, b.claim) };
      io.err(`${say(locale, 'register.clash', text)}\n`);
    }
    const files = new Set(references.map(({ claim }) => claim.evidence.file)).size;
    const inForce = references.filter((reference) => isInForce(reference, asOf)).length;
    const hints = references.filter((one) => !isFirm(one)).length;
    await print(`${say(locale, 'register.counts', { count: references.length, files, inForce, asOf, hints })}\n`, io, locale);
    return found.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

const placeOf = ({ claim }: Reference): string => `${claim.evidence.file}:${claim.evidence.startLine}:${claim.evidence.startColumn}`;
