// A browser to look at the page with: Debian's chromium, or what CLAIMLINT_BROWSER names. Without one the tests are skipped, and say so.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { reporters } from '../../src/report/index.ts';
import type { AuditResult, Locale } from '../../src/model/result.ts';

const PLACES = [
  process.env['CLAIMLINT_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const BROWSER = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;

if (BROWSER === null)
  console.warn('test/browser: skipped, no Chromium found. Install one (apt-get install chromium) or name one in CLAIMLINT_BROWSER.');

export interface Visit {
  readonly page: Page;
  /** What no report may cause: dialogs, requests, errors, breaches of the policy. */
  readonly incidents: string[];
}

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'claimlint-browser-'));
  private browser: Browser | null = null;

  async start(): Promise<void> {
    // As root, which containers often are, Chromium runs without its sandbox or not at all.
    this.browser = await chromium.launch({ executablePath: BROWSER!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a report and returns its address. */
  write(name: string, result: AuditResult, locale: Locale = 'zh'): string {
    const file = join(this.folder, name);
    writeFileSync(file, reporters.html.render(result, { locale }));
    return pathToFileURL(file).href;
  }

  /** Opens an address in a browser of its own, with nothing stored. */
  async visit(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.browser!.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const incidents: string[] = [];
    page.on('dialog', (dialog) => {
      incidents.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
    page.on('console', (message) => incidents.push(`console: ${message.text()}`));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address.split('#')[0] && !request.url().startsWith('blob:'))
        incidents.push(`request: ${request.url()}`);
    });
    context.on('page', (other) => {
      if (other !== page) incidents.push(`window: ${other.url()}`);
    });
    await page.goto(address);
    if (options.javaScriptEnabled !== false) await page.locator('.head, [role=alert]').first().waitFor();
    return { page, incidents };
  }
}

/** Ids of the findings that are drawn, in their order. */
export const drawn = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-finding]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-finding')));

export const openCards = (page: Page): Promise<number> => page.locator('.opener[aria-expanded="true"]').count();
