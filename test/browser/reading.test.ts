// Reading the report: opened from a disk, searched, filtered, linked to, walked by keys, printed, and read without script.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { BROWSER, Desk, drawn, openCards } from './browser.ts';
import { examples } from './examples.ts';

describe.skipIf(BROWSER === null)('a reader of the report', () => {
  const desk = new Desk();
  let result: AuditResult;
  let address: string;
  const ids = (keep: (finding: AuditResult['findings'][number]) => boolean): string[] => result.findings.filter(keep).map(({ id }) => id);

  beforeAll(async () => {
    result = await examples();
    address = desk.write('audit.html', result);
    await desk.start();
  });
  afterAll(() => desk.stop());

  it('opens it from a disk: verdict, counts, all findings, nothing asked of the network', async () => {
    const { page, incidents } = await desk.visit(address);
    const errors = ids(({ severity }) => severity === 'error').length;
    expect(result.findings.length).toBeGreaterThan(20);
    expect(await page.locator('h1').textContent()).toContain('未通过');
    expect(await page.locator('.counts .number').allTextContents()).toEqual([
      String(errors),
      String(ids(({ severity }) => severity === 'warning').length),
      String(ids(({ severity }) => severity === 'info').length),
    ]);
    expect(await page.getByRole('status').first().textContent()).toBe(`${result.findings.length} 项发现`);
    expect((await drawn(page)).sort()).toEqual(ids(() => true).sort());
    expect(await openCards(page)).toBe(1);
    expect(incidents).toEqual([]);
  });

  it('searches with /, in either script, and the address keeps the words', async () => {
    const { page } = await desk.visit(address);
    await page.keyboard.press('/');
    await page.keyboard.type('住房公積金');
    const wanted = ids(({ topic }) => topic.startsWith('住房公积金'));
    expect(wanted.length).toBeGreaterThan(0);
    await expect
      .poll(() => page.getByRole('status').first().textContent())
      .toBe(`${(await drawn(page)).length} / ${result.findings.length} 项发现`);
    const found = await drawn(page);
    expect(wanted.filter((id) => !found.includes(id))).toEqual([]);
    expect(found.length).toBeLessThan(result.findings.length);
    expect(decodeURIComponent(page.url())).toContain('#q=住房公積金');
    await page.getByRole('searchbox', { name: '搜索' }).fill('没有这样的词');
    await page.getByText('没有符合条件的发现。').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    expect(await drawn(page)).toHaveLength(result.findings.length);
  });

  it('filters by several facets at once; the view is in the address and comes back with it', async () => {
    const { page } = await desk.visit(address);
    await page.getByRole('checkbox', { name: /^警告/ }).check();
    await page.getByRole('checkbox', { name: /^日期已过/ }).check();
    const wanted = ids(({ severity, kind }) => severity === 'warning' && kind === 'stale-date');
    expect(wanted.length).toBeGreaterThan(0);
    expect((await drawn(page)).sort()).toEqual(wanted.sort());
    const view = page.url();
    expect(view).toContain('#severity=warning&kind=stale-date');
    const again = await desk.visit(view);
    expect((await drawn(again.page)).sort()).toEqual(wanted.sort());
    expect(await again.page.getByRole('checkbox', { name: /^日期已过/ }).isChecked()).toBe(true);
    await page.goBack();
    expect((await drawn(page)).sort()).toEqual(ids(({ severity }) => severity === 'warning').sort());
    // The counts of the head lead to their findings, whatever was chosen before.
    await page.locator('.counts button.error').click();
    expect((await drawn(page)).sort()).toEqual(ids(({ severity }) => severity === 'error').sort());
  });

  it('filters by the tree of regions: what lies in a province is found below it', async () => {
    const { page } = await desk.visit(address);
    const cities = result.claims.flatMap(({ region }) =>
      region !== null && /^\d{4}00$/.test(region.code) && !region.code.endsWith('0000') ? [region.code] : [],
    );
    expect(cities.length).toBeGreaterThan(0);
    const province = `${cities[0]!.slice(0, 2)}0000`;
    await page.goto(`${address}#region=${province}`);
    await expect.poll(() => page.locator('.state').textContent()).toMatch(/^\d+ \/ /);
    const inside = new Set(result.claims.filter(({ region }) => region?.code.startsWith(province.slice(0, 2))).map(({ id }) => id));
    expect((await drawn(page)).sort()).toEqual(ids(({ sides }) => sides.some(({ claims }) => claims.some((id) => inside.has(id)))).sort());
  });

  it('follows a link to one finding, and is told where there is none', async () => {
    const { id } = result.findings.at(-1)!;
    const { page } = await desk.visit(`${address}#finding=${id}`);
    const card = page.locator(`[data-finding="${id}"]`);
    await expect.poll(() => card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    expect(await card.locator('.opener').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => card.evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)).toBe(true);
    const other = await desk.visit(`${address}#severity=info&finding=${result.findings[0]!.id}`);
    expect(await other.page.locator(`[data-finding="${result.findings[0]!.id}"]`).count()).toBe(1);
    const gone = await desk.visit(`${address}#finding=0000000000000000`);
    expect(await gone.page.getByRole('alert').textContent()).toContain('0000000000000000');
  });

  it('sees the quotes side by side, what differs marked, and what came from elsewhere told as such', async () => {
    const dispute = result.findings.find(
      ({ kind, sides }) => kind === 'contradiction' && sides.length === 2 && sides.every(({ claims }) => claims.length > 0),
    )!;
    const { page } = await desk.visit(`${address}#finding=${dispute.id}`);
    const card = page.locator(`[data-finding="${dispute.id}"]`);
    expect(await card.locator('.side').count()).toBe(2);
    const [left, right] = await card.locator('.side').evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect()));
    expect(left!.right).toBeLessThanOrEqual(right!.left);
    expect(left!.top).toBe(right!.top);
    const claims = dispute.sides.flatMap((side) => side.claims).map((claim) => result.claims.find(({ id }) => id === claim)!);
    const outcomes = claims.map(({ passages }) => {
      const mark = passages[0]!.marks.find(({ field }) => field === 'outcome')!;
      return passages[0]!.text.slice(mark.start, mark.end);
    });
    const marked = (await card.locator('mark.differs').allTextContents()).join('|');
    expect(outcomes.filter((words) => !marked.includes(words.slice(0, 2)))).toEqual([]);
    // A side shows its first four quotes.
    const inherited = new Set(result.claims.filter(({ passages }) => passages.some(({ from }) => from === 'title')).map(({ id }) => id));
    const holder = result.findings.find(({ sides }) => sides.some(({ claims: own }) => own.slice(0, 4).some((id) => inherited.has(id))))!;
    await page.goto(`${address}#finding=${holder.id}`);
    await page.locator(`[data-finding="${holder.id}"] .inherited`).first().waitFor();
    expect(await page.locator(`[data-finding="${holder.id}"] .inherited dt`).allTextContents()).toContain('承自标题');
  });

  it('holds the claims field by field, each with its words', async () => {
    const dispute = result.findings.find(({ sides }) => sides.length === 2 && sides.every(({ claims }) => claims.length > 0))!;
    const { page } = await desk.visit(`${address}#finding=${dispute.id}`);
    await page.getByText('逐项对照').first().click();
    const row = page.locator('.fields tr', { has: page.getByRole('rowheader', { name: '结论' }) }).first();
    expect(await row.getAttribute('class')).toBe('differs');
    expect(await row.locator('q').count()).toBe(2);
  });

  it('opens and closes all with e, one with Enter, and walks with j and k, by keys alone', async () => {
    const { page } = await desk.visit(address);
    await page.keyboard.press('e');
    expect(await openCards(page)).toBe(result.findings.length);
    await page.keyboard.press('e');
    expect(await openCards(page)).toBe(0);
    const current = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('[data-finding]')?.getAttribute('data-finding'));
    const order = await drawn(page);
    await page.keyboard.press('j');
    expect(await current()).toBe(order[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await current()).toBe(order[1]);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await openCards(page)).toBe(1);
    await page.keyboard.press('x');
    expect(await page.locator(`[data-finding="${order[1]}"] .tag.state`).textContent()).toBe('误报');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    // In a field the keys are letters.
    await page.keyboard.press('/');
    await page.keyboard.type('ejkx');
    expect(await page.getByRole('searchbox', { name: '搜索' }).inputValue()).toBe('ejkx');
  });

  it('skips to the findings by the first key', async () => {
    const { page } = await desk.visit(address);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toBe(address);
  });

  it('chooses dark or light, and the language; both stay', async () => {
    const { page } = await desk.visit(address, { colorScheme: 'light' });
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByLabel('配色').selectOption('dark');
    await expect.poll(background).not.toBe(light);
    const system = await desk.visit(address, { colorScheme: 'dark' });
    expect(await system.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(await background());
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h1').textContent()).toContain('Fails');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.locator('.head').waitFor();
    expect(await page.locator('h1').textContent()).toContain('Policy consistency audit');
    expect(await background()).not.toBe(light);
  });

  it('prints every finding open, on pages of their own', async () => {
    const { page } = await desk.visit(address);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(result.findings.length);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await openCards(page)).toBe(result.findings.length);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await openCards(page)).toBe(1);
  });

  it('needs no script to read the findings', async () => {
    const { page, incidents } = await desk.visit(address, { javaScriptEnabled: false });
    expect(await page.locator('.card').count()).toBe(result.findings.length);
    expect(await page.locator('blockquote').first().isVisible()).toBe(true);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(incidents).toEqual([]);
  });

  it.each([390, 1024, 1440])('has no need to scroll sideways at %i pixels', async (width) => {
    const { page } = await desk.visit(address, { viewport: { width, height: 800 } });
    await page.keyboard.press('e');
    for (const view of ['findings', 'overview', 'coverage', 'compare']) {
      if (view !== 'findings') await page.goto(`${address}#view=${view}`);
      await page.locator('#main').waitFor();
      expect({ view, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({ view, width });
    }
  });
});
