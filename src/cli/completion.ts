// Scripts that complete the command line in a shell: all that they know stands in them, so that a key press starts no program.
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { formats } from '../report/formats.ts';
import type { Command } from './command.ts';
import { CLOCK_FINDINGS, FAIL_ON } from './exit.ts';
import { LOCALES, say } from './messages.ts';
import { OPTIONS } from './options.ts';
import type { OptionName } from './options.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** First arguments that are words of a list. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  baseline: ['create', 'prune', 'check'],
  waivers: ['record'],
  config: ['print', 'schema'],
  register: ['check'],
  completion: SHELLS,
};

/** Values that are words of a list. */
function choicesOf(name: OptionName, command: Command): readonly string[] {
  if (name === 'format') return command.formats ?? Object.keys(formats);
  if (name === 'report') return (command.formats ?? Object.keys(formats)).map((format) => `${format}=`);
  if (name === 'fail-on') return FAIL_ON;
  if (name === 'clock-findings') return CLOCK_FINDINGS;
  if (name === 'locale') return LOCALES;
  if (name === 'links') return ['auto'];
  if (name === 'severity') return KINDS.flatMap((kind) => ['off', ...SEVERITIES].map((level) => `${kind}=${level}`));
  return [];
}

/** Options whose values are no files. */
const FREE: ReadonlySet<OptionName> = new Set<OptionName>([
  'as-of',
  'within',
  'max-evidence',
  'changed-since',
  'stdin-filename',
  'threads',
]);
const COMMON = ['help', 'version'] as const;

const optionsOf = ({ options }: Command): readonly OptionName[] => [...new Set<OptionName>(['locale', ...options])];
const takesValue = (name: OptionName): boolean => OPTIONS[name].type === 'string';

export function completionOf(shell: Shell, commands: readonly Command[], locale: Locale): string {
  return { bash: bashOf, zsh: zshOf, fish: fishOf }[shell](commands, locale);
}

const words = (list: readonly string[]): string => list.join(' ');

function bashOf(commands: readonly Command[]): string {
  const byCommand = commands.map((command) => {
    const options = optionsOf(command);
    const values = options.filter(takesValue).map((name) => {
      const choices = choicesOf(name, command);
      const act = choices.length > 0 ? `_claimlint_words '${words(choices)}'` : FREE.has(name) ? ':' : '_claimlint_files';
      return `        --${name}) ${act}; return ;;`;
    });
    const flags = words([...options, ...COMMON].map((name) => `--${name}`));
    const first = ACTIONS[command.name];
    const rest =
      first === undefined
        ? '_claimlint_files'
        : `if [ "$COMP_CWORD" -eq 2 ]; then _claimlint_words '${words(first)}'; else _claimlint_files; fi`;
    return [
      `    ${command.name})`,
      '      case $prev in',
      ...values,
      '      esac',
      `      case $cur in -*) _claimlint_words '${flags}' ;; *) ${rest} ;; esac ;;`,
    ];
  });
  return [
    '# bash completion of claimlint: claimlint completion bash >> ~/.bashrc',
    '_claimlint_words() {',
    '  COMPREPLY=($(compgen -W "$1" -- "$cur"))',
    '  case ${COMPREPLY-} in *=) compopt -o nospace 2>/dev/null ;; esac',
    '}',
    '_claimlint_files() {',
    "  local IFS=$'\\n'",
    '  compopt -o filenames 2>/dev/null',
    '  COMPREPLY=($(compgen -f -- "$cur"))',
    '}',
    '_claimlint() {',
    '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}',
    // Bash parts a word at `=`: KIND=LEVEL comes as three.
    '  if [ "$cur" = "=" ] && [ "$COMP_CWORD" -ge 3 ]; then COMPREPLY=(); return; fi',
    `  if [ "$COMP_CWORD" -eq 1 ]; then _claimlint_words '${words([...commands.map(({ name }) => name), '--help', '--version'])}'; return; fi`,
    '  case ${COMP_WORDS[1]} in',
    ...byCommand.flat(),
    '  esac',
    '}',
    'complete -F _claimlint claimlint',
    '',
  ].join('\n');
}

/** Within single quotes of zsh or fish; colons and brackets mean something to `_arguments`. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''").replaceAll(/\s+/g, ' ');
const described = (text: string): string => quoted(text).replaceAll(/[[\]:\\]/g, (sign) => `\\${sign}`);
const aboutOf = (name: OptionName, command: Command, locale: Locale): string =>
  say(locale, command.abouts?.[name] ?? OPTIONS[name].about, { formats: (command.formats ?? Object.keys(formats)).join(', ') });

function zshOf(commands: readonly Command[], locale: Locale): string {
  const byCommand = commands.map((command) => {
    const specs = optionsOf(command).map((name) => {
      const choices = choicesOf(name, command);
      const action = choices.length > 0 ? `(${words(choices)})` : FREE.has(name) ? ' ' : '_files';
      const value = takesValue(name) ? `:${name}:${action}` : '';
      const repeats = OPTIONS[name].repeatable ? '*' : '';
      return `        '${repeats}--${name}[${described(aboutOf(name, command, locale))}]${value}'`;
    });
    const first = ACTIONS[command.name];
    const rest = first === undefined ? "'*:file:_files'" : `'1:action:(${words(first)})' '*:file:_files'`;
    specs.push(...COMMON.map((name) => `        '--${name}[${described(say(locale, `option.${name}`))}]'`));
    return [`      ${command.name})`, '        _arguments \\', ...specs.map((spec) => `${spec} \\`), `        ${rest} ;;`];
  });
  return [
    '#compdef claimlint',
    '# zsh completion of claimlint: claimlint completion zsh > "${fpath[1]}/_claimlint"',
    '_claimlint() {',
    '  local -a commands',
    '  local state line',
    '  commands=(',
    ...commands.map(({ name, about }) => `    '${name}:${described(say(locale, about))}'`),
    '  )',
    "  _arguments -C '1:command:->command' '*::argument:->argument'",
    '  case $state in',
    '    command) _describe command commands ;;',
    '    argument)',
    '      case $line[1] in',
    ...byCommand.flat(),
    '      esac ;;',
    '  esac',
    '}',
    'if [ "$funcstack[1]" = "_claimlint" ]; then _claimlint "$@"; else compdef _claimlint claimlint; fi',
    '',
  ].join('\n');
}

/** Which command is typed, and how many words there are before the cursor: `__fish_seen_subcommand_from` takes any word for the command. */
const FISH = [
  'function __claimlint_command',
  '  set -l words (commandline -opc)',
  '  set -q words[2]; and test "$words[2]" = "$argv[1]"',
  'end',
  'function __claimlint_words',
  '  set -l words (commandline -opc)',
  '  test (count $words) -eq $argv[1]',
  'end',
];

function fishOf(commands: readonly Command[], locale: Locale): string {
  const common = (when: string): string[] => COMMON.map((name) => `${when} -l ${name} -d '${quoted(say(locale, `option.${name}`))}'`);
  const lines = commands.flatMap((command) => {
    const within = `complete -c claimlint -n '__claimlint_command ${command.name}'`;
    const first = ACTIONS[command.name];
    return [
      `complete -c claimlint -n '__claimlint_words 1' -f -a ${command.name} -d '${quoted(say(locale, command.about))}'`,
      ...(first === undefined
        ? []
        : [`complete -c claimlint -n '__claimlint_command ${command.name}; and __claimlint_words 2' -f -a '${words(first)}'`]),
      ...optionsOf(command).map((name) => {
        const choices = choicesOf(name, command);
        const value = !takesValue(name) ? '' : choices.length > 0 ? ` -x -a '${words(choices)}'` : FREE.has(name) ? ' -x' : ' -r';
        return `${within} -l ${name}${value} -d '${quoted(aboutOf(name, command, locale))}'`;
      }),
      ...common(within),
    ];
  });
  return [
    '# fish completion of claimlint: claimlint completion fish > ~/.config/fish/completions/claimlint.fish',
    ...FISH,
    ...common("complete -c claimlint -n '__claimlint_words 1'"),
    ...lines,
    '',
  ].join('\n');
}
