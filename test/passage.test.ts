// What stands around a quote: the words of the article, which of them gave which field, and where the rest was taken from.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { fromEvidence, toEvidence } from '../src/model/locate.ts';
import type { AuditResult, ReportedClaim } from '../src/model/result.ts';
import { openLayouts, readArticles } from '../src/source/index.ts';
import { CACHE, shippedPacks } from './packs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const packs = shippedPacks();
const cwd = mkdtempSync(join(tmpdir(), 'claimlint-passage-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function auditOf(files: Readonly<Record<string, string>>): Promise<AuditResult> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const paths = Object.keys(files);
  return audit({ paths, cwd, exclude: [], asOf: '2026-11-22', locale: 'zh', packs, allClaims: true, maxEvidence: 0 });
}

/** `from: text`, each mark in brackets behind its field. */
const shown = ({ passages }: ReportedClaim): string[] =>
  passages.map(
    ({ from, text, marks }) => `${from}: ${text} ${marks.map(({ field, start, end }) => `${field}[${text.slice(start, end)}]`).join(' ')}`,
  );

const cited = ({ claims, findings }: AuditResult): ReportedClaim[] => {
  const ids = new Set(findings.flatMap(({ sides }) => sides.flatMap((side) => side.claims)));
  return claims.filter(({ id }) => ids.has(id));
};

describe('passages', () => {
  it('mark the value, the condition and the subject, and tell what came from a heading', async () => {
    const result = await auditOf({
      'a.md': '# 说明\n\n## 职工医保个人账户\n\n先说结论。断缴三个月以上的，余额清零。详情请咨询。\n',
      'b.html': '<h1>答问</h1>\n<p>职工医保<b>断缴以后</b>，个人账户余额不会&#28165;零。</p>\n',
    });
    expect(result.findings).toHaveLength(1);
    expect(cited(result).map(shown)).toEqual([
      [
        'here: 先说结论。断缴三个月以上的，余额清零。详情请咨询。 evidence[断缴三个月以上的，余额清零] condition.中断时长[断缴三个月以上] subject.thing[余额] attribute[清零] outcome[清零]',
        'heading: 职工医保个人账户 subject.scheme[职工医保]',
      ],
      [
        'here: 职工医保断缴以后，个人账户余额不会清零。 subject.scheme[职工医保] condition.中断时长[断缴] evidence[个人账户余额不会清零] subject.thing[个人账户余额] attribute[清零] outcome[清零]',
      ],
    ]);
  });

  it('name the place of what stands far away', async () => {
    const filler = '这里说些别的事情，和余额没有关系，只是为了隔开。'.repeat(6);
    const result = await auditOf({
      'a.md': `# 职工医保个人账户\n\n${filler}\n\n断缴三个月以上的，余额清零。\n`,
      'b.md': '# 职工医保个人账户\n\n断缴以后，余额不会清零。\n',
    });
    expect(result.findings).toHaveLength(1);
    const far = cited(result).find(({ article }) => article === 'a.md')!;
    expect(far.passages.map(({ from }) => from)).toEqual(['here', 'title']);
    expect(shown(far)[1]).toMatch(/^title: 职工医保个人账户 .*subject\.scheme\[职工医保\]/);
    expect(far.passages[0]!.text.length).toBeLessThan(150);
  });

  it('are empty for claims that no finding cites', async () => {
    const { claims, findings } = await auditOf({ 'a.md': '# 题\n\n职工医保的单位缴费比例为8%。\n' });
    expect(findings).toEqual([]);
    expect(claims.map(({ passages }) => passages)).toEqual([[]]);
  });

  it('hold the quote as it is read, for every cited claim of the examples', async () => {
    const result = await audit({
      paths: ['examples/articles'],
      cwd: ROOT,
      exclude: [],
      asOf: '2026-11-22',
      locale: 'zh',
      packs,
      allClaims: false,
      maxEvidence: 0,
    });
    expect(result.claims.length).toBeGreaterThan(50);
    for (const { passages, evidence } of result.claims) {
      const [here] = passages;
      expect(here?.from).toBe('here');
      const quote = here!.marks.filter(({ field }) => field === 'evidence');
      expect(quote).toHaveLength(1);
      const text = here!.text.slice(quote[0]!.start, quote[0]!.end);
      // Markup, escapes and the ends of code lines stand in the file and not in the text.
      const isPlain = evidence.file.endsWith('.txt') || !/[&\\<]/.test(evidence.quote);
      expect(isPlain ? [...text].filter((character) => !evidence.quote.includes(character)) : []).toEqual([]);
      for (const passage of passages)
        for (const { start, end } of passage.marks) expect(0 <= start && start < end && end <= passage.text.length).toBe(true);
    }
  });
});

describe('fromEvidence', () => {
  it('undoes toEvidence at each character, and tells where the file says something else', async () => {
    writeFileSync(join(cwd, 'c.html'), '<h1>题</h1><p>甲&amp;乙<b>丙</b>丁</p><p>𠮷字</p>');
    const layouts = await openLayouts(join(ROOT, 'packs/layouts'), CACHE);
    const [article] = (await readArticles('c.html', { cwd, layouts, locale: 'zh' })).articles;
    for (let start = 0; start < article!.text.length; start++) {
      if (article!.text[start] === '\n') continue;
      const evidence = toEvidence(article!, { start, end: start + 1 });
      expect(fromEvidence(article!, evidence)).toEqual({ start, end: start + 1 });
      expect(fromEvidence(article!, { ...evidence, quote: '别的' })).toBeNull();
    }
    expect(fromEvidence(article!, { file: 'c.html', startLine: 9, startColumn: 1, endLine: 9, endColumn: 2, quote: '题' })).toBeNull();
  });
});
