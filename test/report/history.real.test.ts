import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHistoryPage } from '../../src/report/history.ts';
import { judgedRounds } from '../app/history/rounds.ts';
import { AXE, startBrowser } from '../support/browser.ts';

let browser: Browser;
let page: Page;
let folder: string;
let html: string;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-history-page-'));
  const rounds = { samples: 400, count: 5, forgetsFrom: 3, loss: 0.1, maxDrop: '30pp', seed: 9 };
  html = renderHistoryPage({ runs: await judgedRounds(folder, rounds), notes: [] });
}, 300_000);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test.each([1100, 360])(
  'the history is accessible at %s pixels, and no wider than the screen',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.setContent(html);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await page.evaluate(AXE);
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual(
      [],
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    // Tables take the width that there is: only what does not fit is scrolled.
    const region = await page.evaluate("document.querySelector('[role=region]').clientWidth");
    expect(region).toBeGreaterThan(0.8 * width);
  },
);
