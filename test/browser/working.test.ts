// Working with the report: triage and what is exported of it, pictures, coverage, comparison, and very many findings.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseResult } from '../../src/report/schema.ts';
import type { AuditResult } from '../../src/model/result.ts';
import { largeResult } from '../fixtures/report/results.ts';
import { BROWSER, Desk, drawn, openCards } from './browser.ts';
import { examples } from './examples.ts';

async function exported(page: Page, name: string): Promise<Buffer> {
  await page.getByText('导出', { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
  return readFileSync(await file.path());
}

describe.skipIf(BROWSER === null)('a reviewer', () => {
  const desk = new Desk();
  let result: AuditResult;
  let address: string;

  beforeAll(async () => {
    result = await examples();
    address = desk.write('audit.html', result);
    await desk.start();
  });
  afterAll(() => desk.stop());

  it('triages; the judgement stays, filters, and leaves as waivers', async () => {
    const [first, second] = result.findings;
    const { page, incidents } = await desk.visit(`${address}#finding=${first!.id}`);
    const card = page.locator(`[data-finding="${first!.id}"]`);
    await card.getByText('误报', { exact: true }).click();
    await card.getByPlaceholder(/理由/).fill('已核对: "两地"规定\n各自成立 # 不是错误');
    await card.getByLabel('到期').fill('2027-06-30');
    await page.goto(`${address}#finding=${second!.id}`);
    await page.locator(`[data-finding="${second!.id}"]`).getByText('属实', { exact: true }).click();
    await page.reload();
    await page.locator('.head').waitFor();
    await page.getByRole('checkbox', { name: /^误报/ }).check();
    expect(await drawn(page)).toEqual([first!.id]);
    await page.getByText('导出', { exact: true }).click();
    await page
      .getByRole('button', { name: /waivers\.yaml/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /豁免/ });
    expect(await dialog.textContent()).toContain('1 项');
    await dialog.getByLabel('经办人').fill('王: 审核');
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /waivers\.yaml/ }).click()]);
    expect(file.suggestedFilename()).toBe('waivers.yaml');
    expect(parseYaml(readFileSync(await file.path(), 'utf8'))).toEqual({
      waivers: [
        {
          finding: first!.id,
          decision: 'false-alarm',
          reason: '已核对: "两地"规定\n各自成立 # 不是错误',
          who: '王: 审核',
          until: '2027-06-30',
          said: {
            kind: first!.kind,
            severity: first!.severity,
            topic: first!.topic,
            sides: first!.sides.map(({ says, fingerprints }) => ({ says, fingerprints })),
          },
        },
      ],
    });
    expect(incidents).toEqual([]);
  });

  it('takes the audit and the list along as files', async () => {
    const { page } = await desk.visit(`${address}#severity=error`);
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    expect(parseResult(JSON.parse((await exported(page, 'JSON')).toString('utf8')))).toEqual(result);
    const csv = (await exported(page, 'CSV')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(errors.length + 1);
    const sheet = await exported(page, 'Excel');
    expect(sheet.subarray(0, 2).toString()).toBe('PK');
  });

  it('copies a link and a text for an issue', async () => {
    const { id, topic } = result.findings[0]!;
    const { page } = await desk.visit(`${address}#finding=${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    const card = page.locator(`[data-finding="${id}"]`);
    await card.getByRole('button', { name: '复制链接' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${address}#finding=${id}`);
    await card.getByRole('button', { name: '复制为 Markdown' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(topic.split(' · ')[0]);
  });

  it('looks at the pictures, and each leads to its findings', async () => {
    const { page } = await desk.visit(`${address}#view=overview`);
    const kinds = page.locator('.bars').first().getByRole('row');
    const found = new Set(result.findings.map(({ kind }) => kind));
    expect(await kinds.count()).toBe(found.size + 1);
    await page.getByRole('button', { name: '名称已停用' }).click();
    expect((await drawn(page)).sort()).toEqual(
      result.findings
        .filter(({ kind }) => kind === 'retired-term')
        .map(({ id }) => id)
        .sort(),
    );
    await page.goto(`${address}#view=overview`);
    await page.locator('.map .tile').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/#region=\d{6}$/);
    expect((await drawn(page)).length).toBeGreaterThan(0);
  });

  it('sees what was read: every article with its claims, and the sentences that were not understood', async () => {
    const { page } = await desk.visit(`${address}#view=coverage`);
    const rows = page.locator('section', { hasText: '读过的文章' }).locator('tbody tr');
    expect(await rows.count()).toBe(result.articles.length);
    const claims = await rows.locator('td:nth-child(5)').allTextContents();
    expect(claims.reduce((sum, text) => sum + Number(text), 0)).toBe(result.corpus.claims);
    const sentences = result.unread!.flatMap((group) => group.sentences);
    expect(await page.locator('.unread li code').count()).toBe(sentences.length);
    await page.getByPlaceholder(/查找/).fill('没有这样的文章');
    expect(await rows.count()).toBe(0);
  });

  it('holds the audit against an earlier one: new, gone, same', async () => {
    const { page, incidents } = await desk.visit(`${address}#view=compare`);
    const old = { ...result.findings[0]!, id: 'ffffffffffffffff', topic: '<img src=x onerror=alert(1)>' };
    const earlier = { ...result, asOf: '2026-01-01', findings: [old, ...result.findings.slice(2)] };
    const file = join(desk.folder, 'earlier.json');
    writeFileSync(file, JSON.stringify(earlier));
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file);
    await page.getByRole('heading', { name: /2026-01-01/ }).waitFor();
    const counts = await page.locator('.differences summary .n').allTextContents();
    expect(counts.map(Number)).toEqual([2, 1, result.findings.length - 2]);
    expect(await page.locator('.differences').textContent()).toContain(old.topic);
    writeFileSync(file, '{"findings":[{"id":1}],"asOf":"2026-01-01"}');
    await input.setInputFiles(file);
    expect(await page.getByRole('alert').textContent()).toContain('findings[0].id');
    writeFileSync(file, 'no json');
    await input.setInputFiles(file);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('JSON');
    expect(incidents).toEqual([]);
  });

  it('works with 20,000 findings: few are drawn, all are found', async () => {
    const many = desk.write('many.html', largeResult(20_000));
    const { page, incidents } = await desk.visit(many);
    expect(await page.getByRole('status').first().textContent()).toBe('20000 项发现');
    expect((await drawn(page)).length).toBeLessThan(60);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const current = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('[data-finding]')?.getAttribute('data-finding'));
    await expect.poll(current).toBe('f1');
    await page.keyboard.press('/');
    await page.keyboard.type('主题1999');
    await expect.poll(() => page.locator('.state').textContent()).toContain('11 / 20000');
    expect(await drawn(page)).toEqual(['f1999', ...Array.from({ length: 10 }, (_, n) => `f1999${n}`)]);
    await page.goto(`${many}#finding=f19999`);
    await expect.poll(current).toBe('f19999');
    expect(await page.locator('[data-finding="f19999"] .opener').getAttribute('aria-expanded')).toBe('true');
    await page.goto(`${many}#`);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    await expect.poll(async () => (await drawn(page)).some((id) => Number(id!.slice(1)) > 8000)).toBe(true);
    await page.keyboard.press('e');
    await expect.poll(() => openCards(page)).toBeGreaterThan(0);
    expect((await drawn(page)).length).toBeLessThan(60);
    expect(incidents).toEqual([]);
  });
});
