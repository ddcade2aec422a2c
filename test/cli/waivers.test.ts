// Decisions kept in claims/waivers.yaml: what they excuse, when they run out, and what is told of those that excuse nothing.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { waiversYaml } from '../../src/page/export.ts';
import type { Judgement } from '../../src/page/triage.ts';
import { entriesOf } from '../../src/page/entry.ts';
import type { Entry } from '../../src/page/entry.ts';
import { claimlint } from './claimlint.ts';
import type { Run } from './claimlint.ts';

const FILE = 'claims/waivers.yaml';
const COMMON = ['--as-of', '2026-11-22', '--no-register'];
let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-waivers-'));
  write('docs/six.md', '# 断缴之后\n\n职工医保断缴超过3个月的，等待期为6个月。\n');
  write('docs/three.md', '# 中断缴费\n\n职工医保断缴超过3个月的，等待期为3个月。\n');
  write('docs/village.md', '# 村卫生室\n\n如今村民仍然参加新农合。\n');
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const run = (...args: string[]): Run => claimlint(args, { cwd });

function audited(...more: string[]): { readonly run: Run; readonly result: AuditResult; readonly found: string[] } {
  const done = run('audit', 'docs', ...COMMON, '--format', 'json', '--out', '-', ...more);
  if (done.stdout === '') throw new Error(done.stderr);
  const result = JSON.parse(done.stdout) as AuditResult;
  return { run: done, result, found: result.findings.map(({ kind, status }) => `${kind} ${status}`) };
}

const ids = (): string[] => audited().result.findings.map(({ id }) => id);
const entry = (id: string, more = ''): string =>
  `  - finding: "${id}"\n    decision: false-alarm\n    reason: 两地规定不同\n    who: 王\n${more}`;

describe('a waiver', () => {
  it('excuses its finding, with the decision in the document', () => {
    const [dispute = '', notice = ''] = ids();
    write(FILE, `waivers:\n  # 等待期\n${entry(dispute)}`);
    const { run: done, result, found } = audited();
    expect([done.code, done.stderr, found]).toEqual([0, '', ['contradiction waived', 'retired-term new']]);
    expect(result.findings[0]!.waiver).toEqual({
      by: 'file',
      decision: 'false-alarm',
      reason: '两地规定不同',
      who: '王',
      until: null,
      file: FILE,
      line: 3,
    });
    expect(audited('--fail-on', 'warning').run.code).toBe(1);
    write(FILE, `waivers:\n${entry(dispute)}${entry(notice)}`);
    expect(audited('--fail-on', 'info').run.code).toBe(0);
  });

  it('holds wherever the articles are moved to, and not when they say something else', () => {
    write(
      FILE,
      `waivers:\n${ids()
        .map((id) => entry(id))
        .join('')}`,
    );
    renameSync(join(cwd, 'docs/six.md'), join(cwd, 'docs/a.md'));
    renameSync(join(cwd, 'docs/village.md'), join(cwd, 'docs/z.md'));
    expect(audited().found).toEqual(['contradiction waived', 'retired-term waived']);
    write('docs/a.md', '# 断缴之后\n\n职工医保断缴超过3个月的，等待期为9个月。\n');
    const { run: done, found, result } = audited();
    expect([done.code, found]).toEqual([1, ['contradiction new', 'retired-term waived']]);
    expect(result.notes.map(({ code, file, line }) => [code, file, line])).toEqual([['waiver-unused', FILE, 2]]);
    expect(done.stderr).toMatch(/^claims\/waivers\.yaml:2: .*\[waiver-unused\]\n$/);
  });

  it('runs out after its last day: then the finding is new, and says so', () => {
    const [dispute = ''] = ids();
    write(FILE, `waivers:\n${entry(dispute, '    until: 2026-11-30\n')}`);
    expect(audited('--as-of', '2026-11-30').found[0]).toBe('contradiction waived');
    const { run: done, result, found } = audited('--as-of', '2026-12-01');
    expect([done.code, found[0]]).toEqual([1, 'contradiction new']);
    expect(result.notes.map(({ code }) => code)).toEqual(['waiver-expired']);
    expect(done.stderr).toContain('2026-11-30');
    const report = run('audit', 'docs', ...COMMON, '--as-of', '2026-12-01', '--format', 'markdown', '--out', '-').stdout;
    expect(report).toContain('豁免已于 2026-11-30 到期（两地规定不同）');
    // A baseline that has it too does not decide in its place.
    rmSync(join(cwd, FILE));
    run('baseline', 'create', 'docs', ...COMMON);
    write(FILE, `waivers:\n${entry(dispute, '    until: 2026-11-30\n')}`);
    expect(audited('--as-of', '2026-12-01', '--baseline', 'claimlint-baseline.json').found).toEqual([
      'contradiction new',
      'retired-term known',
    ]);
  });

  it('is not kept in a baseline as well, and comes before it', () => {
    const [dispute = ''] = ids();
    write(FILE, `waivers:\n${entry(dispute)}`);
    run('baseline', 'create', 'docs', ...COMMON);
    expect(audited('--baseline', 'claimlint-baseline.json').found).toEqual(['contradiction waived', 'retired-term known']);
    rmSync(join(cwd, FILE));
    expect(audited('--baseline', 'claimlint-baseline.json').found).toEqual(['contradiction new', 'retired-term known']);
  });

  it('of a finding that time alone made is one like others', () => {
    write('docs/deadline.md', '# 缴费\n\n请在2026年12月20日前缴纳居民医保费。\n');
    const later = ['--as-of', '2026-12-25', '--fail-on', 'warning'];
    const stale = audited(...later).result.findings.find(({ kind }) => kind === 'stale-date')!;
    expect(stale.cause).toBe('clock');
    write(FILE, `waivers:\n${entry(stale.id, '    until: 2027-01-31\n')}`);
    expect(audited(...later).found).toContain('stale-date waived');
    expect(audited('--as-of', '2027-02-01', '--clock-findings', 'report').found).toContain('stale-date new');
  });
});

describe('a waiver that knows what the finding said', () => {
  const record = (...more: string[]): Run => run('waivers', 'record', 'docs', '--as-of', '2026-11-22', '--no-register', ...more);
  const notes = ({ result }: ReturnType<typeof audited>): [string, number][] => result.notes.map(({ code, line }) => [code, line]);

  beforeEach(() => {
    const entries = ids().map((id) => entry(id, '    until: 2027-06-30 # 换届之前\n'));
    write(FILE, `# 我们的决定\nwaivers:\n${entries.join('\n')}`);
    if (record().code !== 0) throw new Error('no record');
  });

  it('is recorded beside what people wrote, once', () => {
    const text = readFileSync(join(cwd, FILE), 'utf8');
    expect(text.match(/^# 我们的决定$|until: 2027-06-30 # 换届之前$|^ {4}said:$/gm)).toHaveLength(5);
    expect(text).toContain('says: 中断时长>3个月 → 6个月');
    const again = record();
    expect([again.code, again.stdout, again.stderr]).toEqual([0, '', `${FILE}：2 条豁免中，2 条已记下说法\n`]);
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
    expect(audited().found).toEqual(['contradiction waived', 'retired-term waived']);
  });

  it('holds when articles join a side, are moved, reflowed and renamed, and under the id that the finding then has', () => {
    const before = ids();
    write('docs/always.md', '# 一律\n\n职工医保断缴超过3个月的，等待期一律为6个月。\n');
    renameSync(join(cwd, 'docs/village.md'), join(cwd, 'docs/z.md'));
    write('docs/three.md', '# 中断缴费\n\n导语。\n\n职工医保断缴超过\n3个月的，等待期为3个月。\n');
    const joined = audited();
    expect([joined.found, notes(joined)]).toEqual([['contradiction waived', 'retired-term waived'], []]);
    expect(joined.result.findings[0]!.id).not.toBe(before[0]);
    expect(joined.result.findings[0]!.waiver!.line).toBe(3);
    expect(record().code).toBe(0);
    expect(readFileSync(join(cwd, FILE), 'utf8')).toContain(joined.result.findings[0]!.id);
    rmSync(join(cwd, 'docs/always.md'));
    expect(audited().found).toEqual(['contradiction waived', 'retired-term waived']);
  });

  it('holds while a side is mended, and not for a further value: then the finding tells what it was waived for', () => {
    write('docs/nine.md', '# 九个月\n\n职工医保断缴超过3个月的，等待期为9个月。\n');
    const further = audited();
    expect([further.run.code, further.found, notes(further)]).toEqual([
      1,
      ['contradiction new', 'retired-term waived'],
      [['waiver-changed', 3]],
    ]);
    expect(further.run.stderr).toContain(further.result.findings[0]!.id);
    const github = run('audit', 'docs', ...COMMON, '--format', 'github', '--out', '-').stdout;
    const markdown = run('audit', 'docs', ...COMMON, '--format', 'markdown', '--out', '-').stdout;
    for (const told of [github, markdown]) expect(told).toMatch(/曾经豁免（两地规定不同），但说法已经改变，当时是 .*3个月.*6个月/);
    expect(audited('--locale', 'en').result.findings[0]!.reasons.at(-1)).toMatchObject({ code: 'waiver.changed' });
    // Decided anew on all three, it holds for two of them.
    write(FILE, `waivers:\n${entry(further.result.findings[0]!.id)}`);
    record('--quiet');
    rmSync(join(cwd, 'docs/three.md'));
    expect(audited().found[0]).toBe('contradiction waived');
    rmSync(join(cwd, 'docs/nine.md'));
    const gone = audited();
    expect([gone.found, notes(gone)]).toEqual([['retired-term new'], [['waiver-unused', 2]]]);
  });

  it('of a notice is the one in its file, where another article says the very same', () => {
    write('docs/a.md', '# 村\n\n如今村民仍然参加新农合。\n');
    const { result } = audited('--max-evidence', '0');
    const statuses = result.findings
      .slice(1)
      .map(({ status, sides }) => [result.claims.find(({ id }) => id === sides[0]!.claims[0])!.evidence.file, status]);
    expect(statuses).toEqual([
      ['docs/a.md', 'new'],
      ['docs/village.md', 'waived'],
    ]);
  });

  it('is exported by the HTML report so, and runs out as others do', () => {
    const { result } = audited();
    write(FILE, waiversYaml(entriesOf(result), new Map(), ''));
    write('docs/always.md', '# 一律\n\n职工医保断缴超过3个月的，等待期一律为6个月。\n');
    expect(audited().found).toEqual(['contradiction waived', 'retired-term waived']);
    const late = audited('--as-of', '2027-07-01');
    expect([late.found[0], notes(late).map(([code]) => code)]).toEqual(['contradiction new', ['waiver-expired', 'waiver-expired']]);
  });

  it('decides by its id alone where that is another finding: an entry that was copied excuses nothing else', () => {
    const [dispute = '', notice = ''] = ids();
    const said = readFileSync(join(cwd, FILE), 'utf8').split('\n').slice(2, 18).join('\n');
    write(FILE, `waivers:\n${said.slice(0, said.indexOf('\n\n')).replace(dispute, notice)}\n`);
    expect(audited().found).toEqual(['contradiction new', 'retired-term waived']);
  });

  it('can be recorded in a list that stands by itself, and nowhere else', () => {
    const [dispute = ''] = ids();
    write('ours.yaml', `- finding: "${dispute}"\n  decision: accepted\n  reason: 等文件\n  who: 李\n`);
    expect(record('--waivers', 'ours.yaml').code).toBe(0);
    expect(readFileSync(join(cwd, 'ours.yaml'), 'utf8')).toMatch(/^- finding: [^]*\n {2}said:\n/);
    rmSync(join(cwd, FILE));
    expect(record()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--waivers') as string });
    expect(run('waivers', 'recrod', 'docs').stderr).toContain('record');
    expect(run('waivers', 'record').code).toBe(2);
  });
});

describe('the list', () => {
  it('is what the HTML report exports', () => {
    const { result } = audited();
    const entries = result.findings.map((finding): Entry => ({ finding, at: 0, sides: [], articles: [], regions: [], topics: [] }));
    const judgement = { state: 'false-alarm', note: ' 两地: "规定" 不同\n# 见附件 \u2028', until: '' } as const;
    const triage = new Map<string, Judgement>(
      result.findings.map(({ id }, at): [string, Judgement] => [
        id,
        at === 0 ? judgement : { ...judgement, state: 'accepted', note: '', until: '2027-06-30' },
      ]),
    );
    write(FILE, waiversYaml(entries, triage, ''));
    const { run: done, result: after } = audited('--fail-on', 'info');
    expect(done.code).toBe(0);
    expect(after.findings.map(({ waiver }) => [waiver!.decision, waiver!.reason, waiver!.who, waiver!.until])).toEqual([
      ['false-alarm', '两地: "规定" 不同\n# 见附件', null, null],
      ['accepted', '', null, '2027-06-30'],
    ]);
    // Who gives no reason is told so.
    expect(after.notes.map(({ code }) => code)).toEqual(['waiver-bare']);
    // What the audit was given stays in the next export, unless somebody decided anew.
    const again = after.findings.map((finding, at) => ({ ...entries[at]!, finding }));
    const reopened = new Map<string, Judgement>([[after.findings[1]!.id, { ...judgement, state: 'confirmed' }]]);
    write(FILE, waiversYaml(again, reopened, '李'));
    expect(audited().found).toEqual(['contradiction waived', 'retired-term new']);
    write(FILE, waiversYaml(entries, new Map(), ''));
    expect(audited().run.stderr).toBe('');
  });

  it('may be a bare list, elsewhere, or none', () => {
    const [dispute = ''] = ids();
    write('ours.yaml', `# 决定\n\n- finding: "${dispute}"\n  decision: accepted\n  reason: 等文件\n  who: 李\n`);
    expect(audited('--waivers', 'ours.yaml').found[0]).toBe('contradiction waived');
    write('claimlint.yaml', 'waivers: ours.yaml\nregister: false\n');
    expect(audited().found[0]).toBe('contradiction waived');
    write(FILE, `waivers:\n${entry(dispute)}`);
    write('claimlint.yaml', 'waivers: false\n');
    expect(audited().found[0]).toBe('contradiction new');
    expect(run('audit', 'docs', '--waivers', 'nowhere.yaml').code).toBe(2);
    // Begun, and nothing decided yet.
    write('ours.yaml', '# 决定\n\n');
    expect(audited('--waivers', 'ours.yaml').found[0]).toBe('contradiction new');
    expect(run('waivers', 'record', 'docs', '--waivers', 'ours.yaml').code).toBe(0);
  });

  it('tells of entries that excuse nothing, each with its line, and fails no gate by that', () => {
    write(FILE, `waivers:\n${entry('0123456789abcdef')}${entry('f1')}`);
    const { run: done, result } = audited('--fail-on', 'never');
    expect([done.code, result.notes.map(({ code, line }) => [code, line])]).toEqual([
      0,
      [
        ['waiver-unused', 2],
        ['waiver-malformed', 6],
      ],
    ]);
    expect(done.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  const cases: readonly (readonly [name: string, text: string, ...parts: string[]])[] = [
    ['an entry twice', `waivers:\n${entry('0123456789abcdef')}${entry('0123456789abcdef')}`, `${FILE}:6:5`, '2'],
    [
      'a decision that is none',
      'waivers:\n  - finding: "x"\n    decision: false-alram\n    reason: x\n    who: x\n',
      `${FILE}:3:15`,
      'false-alarm',
    ],
    ['no reason', 'waivers:\n  - finding: "x"\n    decision: accepted\n    who: x\n', `${FILE}:2:5`, 'reason'],
    ['a day that is none', `waivers:\n${entry('0123456789abcdef', '    until: 2026-02-30\n')}`, `${FILE}:6:12`, 'until'],
    [
      'an id that YAML takes for a number',
      'waivers:\n  - finding: 1234567890123456\n    decision: accepted\n    reason: x\n    who: x\n',
      `${FILE}:2:14`,
    ],
    ['an unknown key', `waivers:\n${entry('0123456789abcdef', '    untill: 2026-02-20\n')}`, `${FILE}:6:5`, 'until'],
    [
      'a fingerprint that is none',
      `waivers:\n${entry('0123456789abcdef')}    said:\n      kind: gap\n      severity: info\n      topic: x\n      sides:\n        - { says: x, fingerprints: [abc] }\n`,
      `${FILE}:11:37`,
      'fingerprint',
    ],
    ['another shape', 'findings: []\n', `${FILE}:1:1`, 'waivers'],
    ['a conflict of a merge', `waivers:\n<<<<<<< HEAD\n${entry('0123456789abcdef')}=======\n>>>>>>> b\n`, `${FILE}:2:1`],
  ];
  it.each(cases)('with %s is refused, with the place', (_name, text, ...parts) => {
    write(FILE, text);
    const done = run('audit', 'docs');
    expect([done.code, done.stdout, done.stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    for (const part of parts) expect(done.stderr).toContain(part);
  });
});
