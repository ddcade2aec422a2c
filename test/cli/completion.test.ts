// Completion in the shells themselves: what each offers for a line that is being typed. A shell that is not installed is passed over.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../src/cli/command/index.ts';
import { completionOf, SHELLS } from '../../src/cli/completion.ts';
import type { Shell } from '../../src/cli/completion.ts';

let cwd: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-completion-'));
  const commands = await allCommands();
  for (const shell of SHELLS) writeFileSync(join(cwd, `.script-${shell}`), completionOf(shell, commands, 'en'));
  // As zsh finds it in its path of functions, by its name.
  writeFileSync(join(cwd, '.zshrc'), ZSHRC);
  writeFileSync(join(cwd, 'mit leer.md'), 'x');
  writeFileSync(join(cwd, 'create.csv'), 'x');
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, ZDOTDIR: cwd, LC_ALL: 'C.UTF-8', TERM: 'xterm' },
    timeout: 20_000,
  });
  if (done.status !== 0 || done.stderr !== '') throw new Error(`${command} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

const isThere = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** By line, of which the last word is being typed: what the shell offers. */
const OFFERS: Readonly<Record<Shell, (lines: readonly string[]) => string[][]>> = {
  bash: (lines) =>
    lines.map((line) => {
      const words = line.split(' ');
      const script = `. ./.script-bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_claimlint 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return run('bash', ['--noprofile', '--norc', '-c', script]).split('\n');
    }),
  fish: (lines) =>
    lines.map((line) =>
      run('fish', ['--no-config', '-c', `source .script-fish; complete -C '${line}'`])
        .split('\n')
        .map((offer) => offer.replace(/\t.*$/, '')),
    ),
  zsh: (lines) => {
    writeFileSync(join(cwd, '.lines'), `${lines.join('\n')}\n`);
    run('zsh', ['-f', '-c', IN_TERMINAL]);
    const offers = readFileSync(join(cwd, '.offered'), 'utf8').split('END\n').slice(0, -2);
    return offers.map((offer) => offer.split('\n').map((word) => word.replaceAll('\\', '')));
  },
};

/** zsh completes only where somebody types: what its function hands to the line editor is written down, for one line after the other. */
const ZSHRC = `
PROMPT=; setopt no_beep no_auto_menu
autoload -Uz compinit; compinit -u -D
source ./.script-zsh
compadd() {
  if [[ " \${(j: :)@[1,(i)(-|--)]}" == *' '-(O|A|D)* ]]; then builtin compadd "$@"; return; fi
  local -a hits
  builtin compadd -A hits "$@"
  print -rl -- $hits >> .offered
  builtin compadd "$@"
}
complete-all() {
  local line
  for line in "\${(@f)$(<.lines)}"; do
    BUFFER=$line; CURSOR=$#BUFFER
    zle complete-word
    print -r -- END >> .offered
  done
  print -r -- END >> .offered
  exit
}
zle -N complete-all; bindkey '^X' complete-all
zle-line-init() { : > .ready }
zle -N zle-line-init
`;
const IN_TERMINAL = `
zmodload zsh/zpty
zpty terminal zsh -i
for (( i = 0; i < 500; i++ )); do [[ -e .ready ]] && break; sleep 0.02; done
zpty -w -n terminal $'\\x18'
while zpty -r terminal text; do :; done
zpty -d terminal
`;

const ACTIONS = expect.arrayContaining(['check', 'create', 'prune']) as string[];
const EXPECTED: readonly (readonly [line: string, offers: string[]])[] = [
  ['claimlint ex', ['explain', 'extract']],
  ['claimlint audit --fail', ['--fail-on']],
  ['claimlint audit --he', ['--help']],
  ['claimlint audit --fail-on ', ['error', 'info', 'never', 'warning']],
  ['claimlint audit --format ma', ['markdown']],
  ['claimlint audit --severity gap=o', ['gap=off']],
  ['claimlint audit --as-of ', []],
  ['claimlint baseline ', ACTIONS],
  ['claimlint waivers re', ['record']],
  // What was an action is none a second time, nor where another command has it as a path.
  ['claimlint baseline create c', ['create.csv']],
  ['claimlint check baseline c', ['create.csv']],
  ['claimlint check baseline --ad', []],
  ['claimlint audit mi', ['mit leer.md']],
  ['claimlint audit --config mi', ['mit leer.md']],
  ['claimlint completion ', expect.arrayContaining([...SHELLS]) as string[]],
];

describe.each(SHELLS)('%s', (shell) => {
  it.skipIf(!isThere(shell))('offers commands, options, values and files, each where it belongs', () => {
    const offers = OFFERS[shell](EXPECTED.map(([line]) => line));
    const told = EXPECTED.map(([line], at): [string, string[]] => [line, (offers[at] ?? []).filter((word) => word !== '').sort()]);
    expect(told).toEqual(EXPECTED);
  });
});

it.skipIf(!isThere('zsh'))('zsh takes the script as a function of its path, too', () => {
  const script = `mkdir -p .functions; cp .script-zsh .functions/_claimlint; fpath=($PWD/.functions $fpath)
autoload -Uz compinit; compinit -u -D; print -r -- \${_comps[claimlint]}`;
  expect(run('zsh', ['-f', '-c', script])).toBe('_claimlint\n');
});
