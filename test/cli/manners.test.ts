// Manners of the command line: examples that work, completion that a shell can load, names that were probably meant, watching.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../src/cli/command/index.ts';
import { completionOf, SHELLS } from '../../src/cli/completion.ts';
import { EXAMPLES } from '../../src/cli/examples.ts';
import { parse } from '../../src/cli/parse.ts';
import { claimlint } from './claimlint.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const ARTICLE = '# 断缴\n\n职工医保断缴期间，个人账户余额可以继续使用，不会清零。\n';
const CONFLICT = '# 断缴\n\n职工医保断缴三个月以上的，个人账户余额清零。\n';
const COMMANDS = await allCommands();
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-manners-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('the help', () => {
  it('has examples of every command, and each is a line that the command takes', async () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
    for (const [name, examples] of Object.entries(EXAMPLES)) {
      expect(examples.length).toBeGreaterThan(0);
      for (const { line } of examples) {
        const parsed = await parse(line.split(' ').slice(1), COMMANDS, 'en', 80);
        expect('command' in parsed && parsed.command.name).toBe(name);
      }
      const help = await parse([name, '--help'], COMMANDS, 'en', 80);
      for (const { line } of examples) expect('print' in help && help.print).toContain(line);
    }
  });
});

describe('an option of another command', () => {
  it.each([
    [
      ['compare', 'x.jsonl', '--changed-since', 'main'],
      ['one of audit', 'no state of git', 'claimlint diff'],
    ],
    [['check', 'x.md', '--changed-since=main'], ['one of audit ']],
    [['audit', '--add'], ['one of baseline']],
  ])('%j is told with those that have it', (args, parts) => {
    const done = claimlint([...args, '--locale', 'en'], { cwd });
    expect([done.code, done.stdout, done.stderr.split('\n').length]).toEqual([2, '', 2]);
    for (const part of parts) expect(done.stderr).toContain(part);
    expect(claimlint(args, { cwd }).stderr).toContain('\u5b83\u5c5e\u4e8e');
  });
});

describe('completion', () => {
  it.each(SHELLS)('of %s names every command and every option', (shell) => {
    const script = completionOf(shell, COMMANDS, 'en');
    for (const { name, options } of COMMANDS) {
      expect(script).toContain(name);
      for (const option of options) expect(script).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
    }
    // Quotes of descriptions end where they should.
    expect(script.replaceAll("'\\''", '').split("'").length % 2).toBe(1);
  });

  it('of another shell is told which there are', () => {
    expect(claimlint(['completion', 'bash'], { cwd }).stdout).toBe(completionOf('bash', COMMANDS, 'zh'));
    const done = claimlint(['completion', 'fsh', '--locale', 'en'], { cwd });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('bash, zsh, fish');
    expect(done.stderr).toContain('Did you mean fish?');
  });
});

describe('what was probably meant', () => {
  it.each([
    [['audit', '--severity', 'contradicton=off'], 'contradiction'],
    [['audit', '--severity', 'gap=offf'], 'off'],
    [['adit'], 'audit'],
    [['audit', '--fial-on', 'error'], '--fail-on'],
    [['config', 'prnt'], 'print'],
  ])('of %j is %s', (args, meant) => {
    const done = claimlint([...args, '--locale', 'en'], { cwd });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain(`Did you mean ${meant}?`);
  });

  it('of a region in a register, and of a key in a pack', () => {
    mkdirSync(join(cwd, 'register'));
    writeFileSync(
      join(cwd, 'register', 'a.yaml'),
      [
        'entries:',
        '  - id: x',
        '    attribute: 余额清零',
        '    region: 杭洲市',
        '    states: 职工医保断缴以后个人账户余额不清零。',
        '    source: { title: 通知, documentNumber: 1号, url: https://example.org/a, effectiveFrom: 2020-01-01 }',
        '',
      ].join('\n'),
    );
    const register = claimlint(['register', 'check', '--register', 'register', '--locale', 'en'], { cwd });
    expect(register.code).toBe(2);
    mkdirSync(join(cwd, 'pack'));
    writeFileSync(join(cwd, 'pack', 'pack.yaml'), 'name: own\nversion: "1"\nconcpts: {}\n');
    const pack = claimlint(['audit', '.', '--packs', 'pack', '--locale', 'en'], { cwd });
    expect([pack.code, pack.stderr]).toEqual([2, expect.stringContaining('Did you mean concepts?')]);
  });
});

describe('--watch', () => {
  it('audits again on a change, prints a summary each time, and ends with the last exit code', async () => {
    writeFileSync(join(cwd, 'a.md'), ARTICLE);
    const child = spawn(
      process.execPath,
      [MAIN, 'audit', '.', '--watch', '--no-register', '--as-of', '2026-11-22', '--locale', 'en', '--fail-on', 'warning'],
      {
        cwd,
        env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' },
      },
    );
    const text = { out: '', err: '' };
    let wake = (): void => {};
    for (const [name, stream] of [
      ['out', child.stdout],
      ['err', child.stderr],
    ] as const)
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text[name] += chunk;
        wake();
      });
    const until = async (count: number): Promise<void> => {
      while (text.err.split('waiting for changes').length <= count) await new Promise<void>((done) => (wake = done));
    };
    const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
    await until(1);
    expect(text.out).not.toContain('exception');
    writeFileSync(join(cwd, 'b.md'), CONFLICT);
    await until(2);
    expect(text.err).toContain('b.md');
    const first = text.out.length;
    // A broken config is told, and does not end the watching.
    rmSync(join(cwd, 'b.md'));
    await until(3);
    expect(text.out.slice(first)).not.toContain('b.md');
    writeFileSync(join(cwd, 'b.md'), CONFLICT);
    await until(4);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect(text.out).not.toContain('\u001b');
    expect(text.err.split('running again').length - 1).toBe(3);
  }, 120_000);

  it('is not for standard input', () => {
    const done = claimlint(['check', '-', '--against', '.', '--watch', '--locale', 'en'], { cwd });
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining('standard input')]);
  });
});
