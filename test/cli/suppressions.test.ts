// Comments in articles that excuse one kind at one place: what they do, what they cannot do, and how everybody sees them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const SIX = '职工医保断缴超过3个月的，等待期为6个月。';
const THREE = '职工医保断缴超过3个月的，等待期为3个月。';
const COMMENT = '<!-- claimlint-disable-next-line contradiction -- 省里文件如此 -->';
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-suppressions-'));
  write('docs/six.md', `# 断缴之后\n\n${COMMENT}\n${SIX}\n`);
  write('docs/three.md', `# 中断缴费\n\n${THREE}\n`);
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const COMMON = ['--as-of', '2026-11-22', '--no-register'];

function audited(...more: string[]): {
  readonly run: Run;
  readonly result: AuditResult;
  readonly found: string[];
  readonly notes: string[];
} {
  const run = claimlint(['audit', 'docs', ...COMMON, '--format', 'json', '--out', '-', ...more], { cwd });
  if (run.stdout === '') throw new Error(run.stderr);
  const result = JSON.parse(run.stdout) as AuditResult;
  return {
    run,
    result,
    found: result.findings.map(({ kind, status }) => `${kind} ${status}`),
    notes: result.notes.map(({ code, file, line }) => `${code} ${file}:${line}`),
  };
}

describe('a comment with a reason', () => {
  it('excuses the finding at its place, which is shown with the reason', () => {
    const { run, result, found, notes } = audited();
    expect([run.code, run.stderr, found, notes]).toEqual([0, '', ['contradiction waived'], []]);
    expect(result.findings[0]!.waiver).toEqual({
      by: 'inline',
      decision: 'accepted',
      reason: '省里文件如此',
      who: null,
      until: null,
      file: 'docs/six.md',
      line: 3,
    });
    const sarif = claimlint(['audit', 'docs', ...COMMON, '--format', 'sarif', '--out', '-'], { cwd }).stdout;
    expect(sarif).toContain('"suppressions":[{"kind":"inSource","justification":"文中注明：省里文件如此"');
  });

  it('is overruled by --no-inline-suppressions and by the config', () => {
    const { run, found, notes } = audited('--no-inline-suppressions');
    expect([run.code, run.stderr, found, notes]).toEqual([1, '', ['contradiction new'], []]);
    write('claimlint.yaml', 'inlineSuppressions: false\n');
    expect(audited().found).toEqual(['contradiction new']);
  });

  it.each([
    [
      'HTML',
      'six.html',
      `<!doctype html><html><head><title>断缴之后</title></head><body><h1>断缴之后</h1>\n${COMMENT}\n<p>${SIX}</p>\n<p>别的话，说的是别的事情。</p></body></html>\n`,
    ],
    [
      'TypeScript',
      'six.ts',
      `export const messages = {\n  // claimlint-disable-next-line contradiction -- 省里文件如此\n  wait: '${SIX}',\n  other: '别的话，说的是别的事情。',\n};\n`,
    ],
    [
      'Markdown in a module',
      'six.ts',
      `export const article = {\n  title: '断缴之后怎么办',\n  content: \`## 一\n\n${COMMENT}\n${SIX}\n\n别的话，说的是别的事情。\n\`,\n};\n`,
    ],
  ])('works in %s', (_name, file, text) => {
    rmSync(join(cwd, 'docs/six.md'));
    write(`docs/${file}`, text);
    expect(audited().found).toEqual(['contradiction waived']);
  });

  it('is kept with what is kept of the articles between runs', () => {
    const env = { CLAIMLINT_CACHE: join(cwd, 'cache') };
    const again = (): string => claimlint(['audit', 'docs', ...COMMON, '--format', 'json', '--out', '-'], { cwd, env }).stdout;
    const first = again();
    expect(again()).toBe(first);
    expect(first).toContain('"by": "inline"');
  });

  it('excuses findings of time as well', () => {
    write('docs/late.md', '# 缴费\n\n请在2026年3月31日前缴纳居民医保费。<!-- claimlint-disable-line stale-date: 往年通知，留档 -->\n');
    expect(audited('--fail-on', 'warning')).toMatchObject({ run: { code: 0 }, found: ['contradiction waived', 'stale-date waived'] });
  });
});

describe('a comment excuses only what stands at its place', () => {
  it('not another kind', () => {
    write('docs/six.md', `# 断缴之后\n\n${COMMENT.replace('contradiction', 'exception')}\n${SIX}\n`);
    expect(audited()).toMatchObject({ run: { code: 1 }, found: ['contradiction new'], notes: ['suppression-unused docs/six.md:3'] });
  });

  it('not another paragraph', () => {
    write('docs/six.md', `# 断缴之后\n\n${COMMENT}\n别的话，说的是别的事情。\n\n${SIX}\n`);
    expect(audited()).toMatchObject({ run: { code: 1 }, found: ['contradiction new'], notes: ['suppression-unused docs/six.md:3'] });
  });

  it('not what others say on its side, nor a dispute among others', () => {
    write('docs/again.md', `# 再谈\n\n${SIX}\n`);
    const { run, found, notes } = audited();
    expect([run.code, found, notes]).toEqual([1, ['contradiction new'], ['suppression-partial docs/six.md:3']]);
    expect(run.stderr).toContain('docs/again.md:3');
    write('docs/again.md', `# 再谈\n\n${SIX}<!-- claimlint-disable-line contradiction: 同上 -->\n`);
    expect(audited().found).toEqual(['contradiction waived']);
    write('docs/again.md', '# 再谈\n\n职工医保断缴超过3个月的，等待期为9个月。\n');
    expect(audited().found).toEqual(['contradiction new']);
  });

  it('not the register, which nobody excuses, but what an article says against it', () => {
    rmSync(join(cwd, 'docs/three.md'));
    write('docs/six.md', '# 退休\n\n男职工的法定退休年龄为65岁。\n');
    const run = (): string[] => {
      const { stdout } = claimlint(['audit', 'docs', '--as-of', '2026-11-22', '--format', 'json', '--out', '-'], { cwd });
      return (JSON.parse(stdout) as AuditResult).findings.map(({ kind, status }) => `${kind} ${status}`);
    };
    expect(run()).toEqual(['contradiction new']);
    write('docs/six.md', `# 退休\n\n${COMMENT}\n男职工的法定退休年龄为65岁。\n`);
    expect(run()).toEqual(['contradiction waived']);
  });

  it('and each sentence of a notice by itself', () => {
    write(
      'docs/village.md',
      '# 村卫生室\n\n如今村民仍然参加新农合。<!-- claimlint-disable-line retired-term: 引用 -->\n\n新农合的待遇照旧。\n',
    );
    expect(audited().found).toEqual(['contradiction waived', 'retired-term new']);
    expect(audited().notes).toEqual(['suppression-partial docs/village.md:3']);
  });
});

describe('a comment that does nothing is told, breaks no gate and opens none', () => {
  it.each([
    ['without a reason', 'claimlint-disable-next-line contradiction', 'suppression-reason', '理由'],
    ['with a kind that is none', 'claimlint-disable-next-line contradicton -- x', 'suppression-kind', '是否想用 contradiction？'],
    ['of all kinds', 'claimlint-disable-next-line -- x', 'suppression-form', 'claimlint-disable-line'],
    ['of a whole file', 'claimlint-disable contradiction -- x', 'suppression-form', 'claimlint-disable-line'],
  ])('%s', (_name, text, code, told) => {
    write('docs/six.md', `# 断缴之后\n\n<!-- ${text} -->\n${SIX}\n`);
    const { run, found, notes } = audited();
    expect([run.code, found, notes]).toEqual([1, ['contradiction new'], [`${code} docs/six.md:3`]]);
    expect(run.stderr).toMatch(new RegExp(`^docs/six\\.md:3: .*\\[${code}\\]\\n$`));
    expect(run.stderr).toContain(told);
    rmSync(join(cwd, 'docs/three.md'));
    expect(audited()).toMatchObject({ run: { code: 0 }, notes: [`${code} docs/six.md:3`] });
  });

  it('unused, of which the finding is gone', () => {
    write('docs/three.md', `# 中断缴费\n\n${SIX}\n`);
    expect(audited()).toMatchObject({ run: { code: 0 }, found: [], notes: ['suppression-unused docs/six.md:3'] });
  });

  it('is no comment in plain text', () => {
    write('docs/six.txt', `断缴之后\n\n${COMMENT}\n\n${SIX}\n`);
    rmSync(join(cwd, 'docs/six.md'));
    expect(audited()).toMatchObject({ run: { code: 1 }, found: ['contradiction new'], notes: [] });
  });
});

describe('together with the other decisions', () => {
  it('a baseline does not take what a comment excuses; check of a draft heeds its comments', () => {
    expect(claimlint(['baseline', 'create', 'docs', ...COMMON], { cwd }).stderr).toContain('0 项');
    const draft = (text: string): Run => {
      write('draft.md', text);
      return claimlint(['check', 'draft.md', '--against', 'docs', ...COMMON, '--quiet'], { cwd });
    };
    write('docs/six.md', '# 断缴之后\n\n别的话，说的是别的事情。\n');
    expect(draft(`# 草稿\n\n${SIX}\n`).code).toBe(1);
    expect(draft(`# 草稿\n\n${COMMENT}\n${SIX}\n`).code).toBe(0);
  });
});
