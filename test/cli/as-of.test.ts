// One corpus, audited as of other days: what was true then. The shipped register knows when rules begin and end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from './claimlint.ts';

/** Each as somebody might have left it on a site. */
const ARTICLES: Readonly<Record<string, string>> = {
  // Waiting periods of residents, from 2025.
  'wait-free.md': '# 错过缴费\n\n居民医保没有在集中缴费期内缴费的，不设等待期。\n',
  'wait-three.md': '# 错过缴费怎么办\n\n居民医保没有在集中缴费期内缴费的，固定等待期为3个月。\n',
  // Later retirement, from 2025.
  'age-then.md': '---\ndate: 2023-06-01\n---\n\n# 男职工几岁退休\n\n男职工法定退休年龄为60周岁。\n',
  'age-now.md': '---\ndate: 2025-03-01\n---\n\n# 男职工几岁退休\n\n男职工法定退休年龄逐步延迟到63周岁。\n',
  // Maternity allowance to individuals, from February 2026.
  'allowance.md': '---\ndate: 2024-05-06\n---\n\n# 生育津贴打给谁\n\n生育津贴由基金拨付到单位账户，再由单位发给职工。\n',
  'allowance-now.md': '---\ndate: 2026-03-01\n---\n\n# 生育津贴打给谁\n\n生育津贴直接发放到职工个人账户。\n',
  // The 医疗保障法, from 2027.
  'law.md': '# 医疗保障法\n\n《医疗保障法》已经施行。\n',
  'free.md': '# 居民医保\n\n居民医保自愿参加。\n',
  'collected.md': '# 谁来收医保费\n\n职工医保费由社保经办机构征收。\n',
  // Years of contribution, from 2030.
  'years.md': '# 养老缴几年\n\n职工按月领取基本养老金，最低缴费年限为15年。\n',
  // A deadline, which no register knows of.
  'deadline.md': '# 居民缴费提醒\n\n请在2025年12月31日前完成居民医保缴费。\n',
};

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-as-of-'));
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(cwd, name), text);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Kind, severity, cause, and on each side the entry of the register and the articles. */
function foundOn(day: string): string[] {
  const run = claimlint(['audit', '.', '--as-of', day, '--format', 'json', '--out', '-', '--quiet'], { cwd });
  expect(run.stderr).toBe('');
  const { findings, claims } = JSON.parse(run.stdout) as AuditResult;
  const files = new Map(claims.map(({ id, evidence }) => [id, evidence.file.replace('.md', '')]));
  const told = ({ source, claims: ids }: AuditResult['findings'][number]['sides'][number]): string => {
    const articles = ids.filter((id) => !id.startsWith('register:')).map((id) => files.get(id)!);
    return [...(source === null ? [] : [source.id]), ...new Set(articles)].join('+');
  };
  return findings.map(({ kind, severity, cause, sides }) => `${kind} ${severity} ${cause}: ${sides.map(told).sort().join(' | ')}`).sort();
}

const WAIT = 'contradiction error author: GAP-020-C+wait-three | wait-free';
const AGE = 'superseded warning author: PEN-001-M+age-now | age-then';
const ALLOWANCE = 'superseded warning author: MAT-011+allowance-now | allowance';
const DEADLINE = 'stale-date warning clock: deadline';
const FREE = 'contradiction error author: MSL-004 | free';
const COLLECTED = 'contradiction error author: MSL-009 | collected';

describe('the same corpus on another day', () => {
  it.each([
    // Nothing of it was wrong yet; who writes that there is no waiting, and who writes of three months, disagree on any day.
    ['2024-12-01', ['exception warning author: wait-free | wait-three']],
    ['2025-06-01', [WAIT, AGE]],
    // Passed, and not in force.
    ['2026-11-22', ['contradiction error author: MSL-001-P | law', WAIT, DEADLINE, AGE, ALLOWANCE]],
    ['2027-01-01', [FREE, COLLECTED, WAIT, DEADLINE, AGE, ALLOWANCE]],
    ['2030-01-01', [FREE, COLLECTED, 'contradiction error author: PEN-007-2030 | years', WAIT, DEADLINE, AGE, ALLOWANCE]],
  ])('%s: what was wrong then', (day, expected) => {
    expect(foundOn(day)).toEqual([...expected].sort());
  });
});

describe('what a change about to come will make wrong', () => {
  const ahead = (day: string, within: string): unknown => {
    const run = claimlint(['upcoming', '.', '--as-of', day, '--within', within, '--format', 'json', '--quiet'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    const { changes } = JSON.parse(run.stdout) as { changes: { source: { id: string }; claims: { evidence: { file: string } }[] }[] };
    return changes.map(({ source, claims }) => [source.id, claims.map(({ evidence }) => evidence.file)]);
  };

  it.each([
    [
      '2024-12-01',
      '90d',
      [
        ['PEN-001-M', ['age-then.md']],
        ['GAP-020-C', ['wait-free.md']],
      ],
    ],
    ['2025-12-01', '90d', [['MAT-011', ['allowance.md', 'allowance.md']]]],
    [
      '2026-11-22',
      '90d',
      [
        ['MSL-009', ['collected.md']],
        ['MSL-004', ['free.md']],
      ],
    ],
    ['2026-11-22', '30d', []],
    ['2029-12-01', '2m', [['PEN-007-2030', ['years.md']]]],
    ['2029-10-01', '2m', []],
  ])('%s, within %s', (day, within, expected) => {
    expect(ahead(day, within)).toEqual(expected);
  });

  it('tells day, sentence, source, place and count', () => {
    const { stdout } = claimlint(['upcoming', '.', '--as-of', '2025-12-01', '--quiet'], { cwd });
    expect(stdout.split('\n')).toEqual([
      '2026-02-06 起：生育津贴在全国直接发放给个人。',
      '  依据：《国家医保局关于生育津贴发放至个人的通报》',
      '  allowance.md:7 生育津贴由基金拨付到单位账户',
      '  allowance.md:7 再由单位发给职工',
      '',
      '1 篇文章，2 处说法，1 项变化（2025-12-01 至 2026-03-01）',
      '',
    ]);
  });
});
