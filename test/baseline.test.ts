// What a baseline knows, what it does not, and what is gone from it.
import { describe, expect, it } from 'vitest';
import { extend, knownOf, markKnown, matchBaseline, partBaseline } from '../src/gate/baseline.ts';
import type { Baseline, Files, KnownFinding } from '../src/gate/baseline.ts';
import { BASELINE_VERSION, baselineForm, baselineText } from '../src/gate/baseline-form.ts';
import type { Finding, Kind, Severity } from '../src/model/finding.ts';
import type { AuditResult } from '../src/model/result.ts';
import { claimOf, findingOf, resultOf } from './fixtures/report/results.ts';

/** `a`, `a!`: one case said plainly, and firmly. */
const print = (name: string): string => {
  const code = [...name.replace('!', '')].map((char) => char.charCodeAt(0).toString(16)).join('');
  return `${code.padEnd(12, '0')}.${(name.endsWith('!') ? '1' : '0').repeat(6)}`;
};

/** `a b|c`: two sides, the first says two things. */
function dispute(text: string, severity: Severity = 'error', kind: Kind = 'contradiction'): Finding {
  const sides = text.split('|').map((side) => side.split(' '));
  return findingOf(
    text,
    kind,
    severity,
    '主题',
    sides.map((said) => ({ says: said.join('; '), count: 1, claims: [], source: null, fingerprints: said.map(print) })),
  );
}

const notice = (name: string, file: string, words = 'x', severity: Severity = 'warning'): Finding =>
  findingOf(`${name} ${file} ${words}`, 'retired-term', severity, name, [
    {
      says: name,
      count: 1,
      claims: [`${file}:${words}`],
      source: null,
      fingerprints: [`${print(name).slice(0, 12)}.${words.charCodeAt(0).toString(16).padEnd(6, '0')}`],
    },
  ]);

function audited(...findings: readonly Finding[]): AuditResult {
  const ids = findings.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims));
  return resultOf({
    findings,
    claims: [...new Set(ids)].map((id) => claimOf({ id, file: id.slice(0, id.indexOf(':')), quote: `第${id}句` })),
  });
}

/** @param there files on the disk @param read those of them that are audited */
const files = (there: readonly string[] = [], read: readonly string[] = there): Files => ({
  named: (file) => file,
  isThere: (file) => there.includes(file),
  isAudited: (file) => read.includes(file),
});

const of = (result: AuditResult): Baseline => ({ paths: ['docs'], findings: knownOf(result.findings, result, files()) });
/** The ids of those that are new beside what was found before. */
function fresh(before: readonly Finding[], now: readonly Finding[], disk: Files = files()): string[] {
  const result = audited(...now);
  return markKnown(result, matchBaseline(result, of(audited(...before)), disk))
    .findings.filter(({ status }) => status === 'new')
    .map(({ id }) => id);
}
const pruned = (before: readonly Finding[], now: readonly Finding[], disk: Files = files()): KnownFinding[] => {
  const baseline = of(audited(...before));
  return partBaseline(baseline, matchBaseline(audited(...now), baseline, disk)).flatMap(({ kept }) => kept ?? []);
};
const said = (entries: readonly KnownFinding[]): string[][] =>
  entries.map(({ sides }) => sides.map(({ fingerprints }) => fingerprints.map((one) => one).join(' ')));

describe('a dispute is known', () => {
  it.each([
    ['as it was', ['a|b'], ['a|b']],
    ['with its sides in another order', ['a|b|c'], ['c|a|b']],
    ['when a side leaves', ['a|b|c'], ['a|c']],
    ['when a statement leaves', ['a b|c'], ['a|c']],
    ['when it falls apart', ['a b|c d'], ['a|c', 'b|d']],
    ['when two are joined', ['a|b', 'c|d'], ['a c|b d']],
    ['when somebody joins a side, and says the same more firmly', ['a|b'], ['a a!|b']],
    ['when somebody says so elsewhere, where the first still stands', ['a|b', 'a|c'], ['a|b', 'a!|c']],
    ['when it is less grave now', ['a|b'], ['a|b'], 'warning'],
  ] as const)('%s', (_, before, now, severity: Severity = 'error') => {
    expect(
      fresh(
        before.map((one) => dispute(one)),
        now.map((one) => dispute(one, severity)),
      ),
    ).toEqual([]);
  });

  it.each([
    ['with another value on a side', ['a|b'], ['a|c']],
    ['with a further side', ['a|b'], ['a|b|c']],
    ['with a further statement', ['a|b'], ['a c|b']],
    ['when a side becomes firmer, and nobody says it as before', ['a|b'], ['a!|b']],
    ['between statements that were no opponents', ['a|b', 'c|d'], ['a|d']],
    ['between statements of one side', ['a b|c'], ['a|b']],
    ['beside a known one', ['a|b'], ['a|b', 'c|d']],
  ] as const)('and is not, %s', (_, before, now) => {
    expect(
      fresh(
        before.map((one) => dispute(one)),
        now.map((one) => dispute(one)),
      ),
    ).toEqual([now.at(-1)]);
  });

  it('and is not when it has become graver', () => {
    expect(fresh([dispute('a|b', 'warning', 'exception')], [dispute('a|b', 'error')])).toEqual(['a|b']);
    expect(fresh([dispute('a|b', 'info')], [dispute('a|b', 'error')])).toEqual(['a|b']);
    expect(fresh([dispute('a|b', 'warning', 'exception')], [dispute('a|b', 'warning', 'superseded')])).toEqual([]);
  });

  it('whatever severity the config gives its kind', () => {
    expect(fresh([dispute('a|b', 'warning', 'exception')], [dispute('a|b', 'error', 'exception')])).toEqual([]);
  });

  it('and never without fingerprints, as in audits of an earlier version', () => {
    const old = findingOf(
      'old',
      'contradiction',
      'error',
      '主题',
      [1, 2].map((n) => ({ says: `${n}`, count: 1, claims: [], source: null, fingerprints: [] })),
    );
    expect(fresh([dispute('a|b')], [old])).toEqual(['old']);
  });
});

describe('a notice is known', () => {
  it('in its file, whatever the sentence', () => {
    expect(fresh([notice('t', 'a.md', 'x')], [notice('t', 'a.md', 'y')], files(['a.md']))).toEqual([]);
  });

  it('in a renamed file, by its sentence', () => {
    expect(fresh([notice('t', 'a.md', 'x')], [notice('t', 'b.md', 'x')], files(['b.md']))).toEqual([]);
    expect(fresh([notice('t', 'a.md', 'x')], [notice('t', 'b.md', 'y')], files(['b.md']))).toEqual(['t b.md y']);
  });

  it('and is not in another file while its own is there, read or not', () => {
    expect(fresh([notice('t', 'a.md')], [notice('t', 'b.md')], files(['a.md', 'b.md']))).toEqual(['t b.md x']);
    expect(fresh([notice('t', 'a.md')], [notice('t', 'b.md')], files(['a.md', 'b.md'], ['b.md']))).toEqual(['t b.md x']);
  });

  it('once: one more of its kind is new', () => {
    const [a, b, c] = [notice('t', 'a.md', 'x'), notice('t', 'a.md', 'y'), notice('t', 'a.md', 'z')];
    expect(fresh([a, b], [a, c, b], files(['a.md']))).toEqual([c.id]);
    expect(fresh([a, a], [a, a], files(['a.md']))).toEqual([]);
  });

  it('whatever severity the config gives its kind', () => {
    expect(fresh([notice('t', 'a.md', 'x', 'info')], [notice('t', 'a.md')], files(['a.md']))).toEqual([]);
  });
});

describe('prune', () => {
  it('keeps what occurs, and drops what does not, down to the statement', () => {
    expect(said(pruned([dispute('a b|c|d'), dispute('e|f')], [dispute('a|c')]))).toEqual([[print('a'), print('c')]]);
  });

  it('keeps what occurs in a finding that is new as a whole', () => {
    expect(said(pruned([dispute('a|b')], [dispute('a|b|c')]))).toEqual([[print('a'), print('b')]]);
  });

  it('never adds: who joined is still not in it', () => {
    expect(said(pruned([dispute('a|b')], [dispute('a a!|b')]))).toEqual([[print('a'), print('b')]]);
  });

  it('keeps a notice whose file is there and was not looked at, and drops one whose file was', () => {
    const before = [notice('t', 'a.md'), notice('t', 'b.md'), notice('t', 'gone.md')];
    expect(pruned(before, [], files(['a.md', 'b.md'], ['b.md'])).map(({ file }) => file)).toEqual(['a.md']);
  });

  it('lets a notice move with its file', () => {
    expect(pruned([notice('t', 'a.md')], [notice('t', 'b.md')], files(['b.md'])).map(({ file }) => file)).toEqual(['b.md']);
  });
});

describe('the file', () => {
  it('is sorted, whatever the order of the findings, and reads back as it was', () => {
    const found = [dispute('c|d'), notice('t', 'a.md'), dispute('b|a'), notice('t', 'b.md')];
    const text = baselineText(of(audited(...found)));
    expect(baselineText(of(audited(...[...found].reverse())))).toBe(text);
    const { schemaVersion, paths, findings } = baselineForm.parse(JSON.parse(text));
    expect(schemaVersion).toBe(BASELINE_VERSION);
    expect(baselineText({ paths, findings })).toBe(text);
    expect(findings.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'contradiction null',
      'contradiction null',
      'retired-term a.md',
      'retired-term b.md',
    ]);
  });

  it('differs in the lines of one finding where one finding was added', () => {
    const before = baselineText(of(audited(dispute('a|b'), dispute('e|f'))));
    const after = baselineText(of(audited(dispute('a|b'), dispute('c|d'), dispute('e|f'))));
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added).toHaveLength(2);
    expect(after.split('\n')).toHaveLength(before.split('\n').length + 7);
  });

  it('holds a dispute once, also after two branches added it, and every notice', () => {
    const twice = of(audited(dispute('a|b'), dispute('b|a'), notice('t', 'a.md'), notice('t', 'a.md')));
    expect((JSON.parse(baselineText(twice)) as Baseline).findings).toHaveLength(3);
  });

  it('extended, has no entry that a new one contains', () => {
    const before = of(audited(dispute('a|b'), dispute('x|y')));
    const findings = extend(before.findings, of(audited(dispute('a|b c|d'))).findings);
    expect(said(findings)).toEqual([
      [print('x'), print('y')],
      [print('a'), `${print('b')} ${print('c')}`, print('d')],
    ]);
  });
});
