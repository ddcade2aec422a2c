// The cases of test/cases/*.md: small articles, and what must and must not be found in them.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { complaints } from './case/hold.ts';
import { readCases } from './case/read.ts';
import type { Case } from './case/read.ts';
import { shippedPacks } from './packs.ts';

const FOLDER = fileURLToPath(new URL('cases/', import.meta.url));
const packs = shippedPacks();
const scratch = mkdtempSync(join(tmpdir(), 'claimlint-cases-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let count = 0;
async function hold(one: Case): Promise<string[]> {
  const cwd = join(scratch, String(count++));
  mkdirSync(cwd);
  for (const { name, text } of one.articles) writeFileSync(join(cwd, name), text);
  const options = { paths: ['.'], cwd, exclude: [], asOf: one.asOf, locale: 'zh', packs, allClaims: true, maxEvidence: 0 } as const;
  return complaints(one, await audit(options), packs);
}

/** What is wrong, or nothing. A known gap must not hold, so that its mark goes as soon as the gap is closed. */
async function wrong(one: Case): Promise<string> {
  const reasons = await hold(one);
  if (one.gap === null) return reasons.join('\n');
  return reasons.length > 0 ? '' : `${one.file}:${one.gap.line}: the gap is closed: remove the line "GAP: ${one.gap.reason}"`;
}

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort();

describe.each(files.map((name) => `test/cases/${name}`))('%s', (file) => {
  const cases = readCases(file, readFileSync(join(FOLDER, file.slice(file.lastIndexOf('/') + 1)), 'utf8'));
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await wrong(one)).toBe('');
  });
});

describe('the form of a case', () => {
  const example = readFileSync(join(FOLDER, 'README.md'), 'utf8').split('<!-- example -->')[1]!;
  const [whole] = readCases('README.md', example.replaceAll(/^~~~~.*$/gm, ''));

  it('is what the README shows', async () => {
    expect(await wrong(whole!)).toBe('');
  });

  it('tells what was expected and what was found', async () => {
    const other = { ...whole!, findings: [], claims: [{ ...whole!.claims[0]!, fields: ['职工医保', '男', '保留'] }] };
    const told = (await hold(other)).join('\n');
    expect(told).toContain(`README.md:${other.line}: not expected: contradiction`);
    expect(told).toContain(`README.md:${other.claims[0]!.line}: expected 职工医保 · 男 · 保留`);
    expect(told).toContain(whole!.findings![0]!.sides[0]![0]!.text);
  });

  const article = '```article a.md\n# 甲\n乙\n```\n';
  it.each([
    ['no article', '## x\nfindings: NONE\n', 'f:1: "x" has no article'],
    ['no expectation', `## x\n${article}`, 'f:1: "x" expects nothing'],
    ['a name twice', `## x\n${article}findings: NONE\n## x\n`, 'f:7: "x" stands here twice'],
    ['an open fence', '## x\n```article a.md\n', 'f:2: the fence is never closed'],
    ['a fence of another kind', '## x\n```md\n```\n', 'f:2: a fence is opened by'],
    ['an unknown format', '## x\n```article a.pdf\n```\n', 'f:2: a.pdf is no name'],
    ['an unknown kind', `## x\n${article}findings:\n- clash: 「乙」 | 「甲」\n`, 'f:7: unknown kind "clash"'],
    ['a dispute with one side', `## x\n${article}findings:\n- regional: 「乙」\n`, 'f:7: regional has two sides'],
    ['a quote that nobody says', `## x\n${article}findings:\n- retired-term: 「丙」\n`, 'f:7: no article says 「丙」'],
    ['a finding without quotes', `## x\n${article}findings:\n- retired-term: 乙\n`, 'f:7: quotes stand in'],
    ['a claim without outcome', `## x\n${article}claims:\n- 甲 · 乙\n`, 'f:7: a claim is written'],
    ['an unknown word', `## x\n${article}finding: NONE\n`, 'f:6: unknown word "finding:"'],
    ['prose behind the article', `## x\n${article}as everybody knows\n`, 'f:6: cannot be read'],
    ['a gap without a reason', `## x\nGAP:\n${article}`, 'f:2: GAP: needs a reason'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readCases('f', text)).toThrow(message);
  });
});
