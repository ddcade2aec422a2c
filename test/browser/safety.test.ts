// Texts of strangers in the page, and the page for those who see it otherwise: hostile articles run nothing, axe finds nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.ts';
import { EMPTY, HOSTILE, ORDINARY, resultWithText } from '../fixtures/report/results.ts';
import { BROWSER, Desk } from './browser.ts';
import { examples } from './examples.ts';

const VIEWS = ['findings', 'overview', 'coverage', 'compare'] as const;

/** Every text of the audit that a stranger may have written, also in the places that only the page shows. */
function hostileResult(): AuditResult {
  const result = resultWithText([
    ...HOSTILE,
    'javascript:alert(1)',
    'file:javascript:alert(1)',
    '//evil.example/x',
    '{{claimlint:audit}}',
    '%3Cscript%3E',
  ]);
  return {
    ...result,
    claims: result.claims.map((claim) => ({
      ...claim,
      passages: [
        { from: 'here', text: claim.evidence.quote, marks: [{ field: claim.evidence.quote, start: 0, end: 3 }] },
        { from: claim.evidence.quote, text: claim.evidence.quote, marks: [{ field: 'outcome', start: -5, end: 9999 }] },
      ],
    })),
    regions: HOSTILE.map((name, index) => ({ code: `${370000 + index}`, name, parent: index === 0 ? null : '370000' })),
    skipped: [{ reason: 'format', count: HOSTILE.length, files: HOSTILE }],
    unread: [
      {
        reason: 'number',
        terms: HOSTILE,
        count: HOSTILE.length,
        sentences: result.claims.map(({ article, evidence }) => ({ article, evidence, attribute: evidence.quote })),
      },
    ],
  };
}

describe.skipIf(BROWSER === null)('the page', () => {
  const desk = new Desk();
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());

  it.each(['zh', 'en'] as const)('shows hostile texts as texts and runs none of them (%s)', async (locale) => {
    const result = hostileResult();
    const address = desk.write(`hostile-${locale}.html`, result, locale);
    const { page, incidents } = await desk.visit(address);
    await page.keyboard.press('e');
    for (const part of await page.locator('.card details').all())
      await part.evaluate((details) => ((details as HTMLDetailsElement).open = true));
    const text = (await page.locator('#main').textContent())!;
    for (const words of [
      '</script><img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      '=HYPERLINK("https://evil.example","x")',
      '\\u202E倒写',
    ])
      expect(text).toContain(words);
    expect(/[\u202A-\u202E\u2066-\u2069\u200E\u200F].{0,40}/.exec(text)).toBeNull();
    const foreign = 'img, iframe, object, embed, form, base, [onerror], [onload], [onmouseover], script:not(head script):not(#audit)';
    for (const view of VIEWS) {
      await page.evaluate((name) => (location.hash = `view=${name}`), view);
      await page.locator('#main').waitFor();
      expect(await page.locator(foreign).count()).toBe(0);
    }
    await page.evaluate(() => (location.hash = ''));
    await page.locator('.card').first().waitFor();
    await page.keyboard.press('e');
    await expect.poll(() => page.locator('a[href]').count()).toBeGreaterThan(HOSTILE.length);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)));
    expect(links.filter(({ protocol, host }) => protocol !== 'file:' || host !== '')).toEqual([]);
    for (const hash of [
      ...HOSTILE.map((words) => `q=${encodeURIComponent(words.toWellFormed())}`),
      'finding=%E0%A4%A',
      'view=__proto__&region=<b>',
      'article=%00',
    ]) {
      await page.evaluate((value) => (location.hash = value), hash);
      await page.locator('#main').waitFor();
    }
    await page.pdf();
    expect(incidents).toEqual([]);
  });

  it('keeps its policy: what would be put into it neither runs nor loads', async () => {
    const address = desk.write('policy.html', ORDINARY);
    const { page, incidents } = await desk.visit(address);
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://evil.example/x.png';
      document.body.append(image);
      const fetched = await fetch('https://evil.example/').then(
        () => true,
        () => false,
      );
      return { script: 'ran' in window, fetched };
    });
    expect(ran).toEqual({ script: false, fetched: false });
    // What was tried is told as a request and stopped before it left.
    expect(incidents.filter((incident) => !/^console: |^request: https:\/\/evil\.example\//.test(incident))).toEqual([]);
    expect(answered).toEqual([]);
    expect(incidents.filter((incident) => incident.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
  });

  it('without findings tells that all is well', async () => {
    const { page, incidents } = await desk.visit(desk.write('empty.html', EMPTY));
    expect(await page.locator('h1').textContent()).toContain('通过');
    for (const view of VIEWS) {
      await page.evaluate((name) => (location.hash = `view=${name}`), view);
      await page.locator('#main').waitFor();
    }
    expect(incidents).toEqual([]);
  });

  it('tells when its data was cut short', async () => {
    const address = desk.write('cut.html', ORDINARY);
    const file = new URL(address);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(id="audit">.{200})[^<]*/, '$1'));
    const { page } = await desk.visit(address);
    expect(await page.getByRole('alert').textContent()).toContain('数据无法读取');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds fault with, in either language (%s)', async (colorScheme) => {
    const result = await examples();
    // Two findings of each kind have all the parts that a page can have.
    const findings = result.findings.filter(
      ({ kind }, at) => result.findings.slice(0, at).filter((other) => other.kind === kind).length < 2,
    );
    const address = desk.write(`axe-${colorScheme}.html`, { ...result, findings });
    const { page } = await desk.visit(address, { colorScheme });
    for (const language of ['zh-Hans', 'en']) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      for (const view of VIEWS) {
        await page.evaluate((name) => (location.hash = name === 'findings' ? '' : `view=${name}`), view);
        await page.locator('#main').waitFor();
        if (view === 'findings') {
          await page.locator('.card').first().waitFor();
          await page.keyboard.press('e');
        }
        for (const part of await page.locator('main details').all())
          await part.evaluate((details) => ((details as HTMLDetailsElement).open = true));
        // Set in by the browser's own door: the policy of the page lets no script in.
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => {
          const { axe: engine } = window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const found = await engine.run();
          return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]?.html.slice(0, 300)}`);
        });
        expect({ language, view, violations }).toEqual({ language, view, violations: [] });
        if (view === 'findings') await page.keyboard.press('e');
      }
    }
  });

  it('without script has nothing that axe finds fault with', async () => {
    // axe needs script, so that the plain findings are looked at in a page of their own.
    const { page } = await desk.visit(desk.write('plain.html', ORDINARY), { javaScriptEnabled: false });
    const html = await page.content();
    const context = await desk.visit(desk.write('frame.html', EMPTY));
    await context.page.evaluate((text) => {
      const other = new DOMParser().parseFromString(text, 'text/html');
      document.getElementById('app')!.replaceChildren(...other.querySelector('noscript')!.childNodes);
    }, html);
    await context.page.evaluate(axe.source);
    const violations = await context.page.evaluate(async () => {
      const { axe: engine } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
      return (await engine.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });
});
