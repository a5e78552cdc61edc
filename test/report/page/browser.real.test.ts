import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../../src/app/page.ts';
import type { ShownSample } from '../../../src/core/domain/shown-samples.ts';
import { sampleAnchor } from '../../../src/report/sample-link.ts';
import { AXE, startBrowser } from '../../support/browser.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { CONTEXT, HOSTILE_OUTPUT, REGRESSION } from '../examples.ts';
import { pictures, shownOf, shownSample } from '../shown.ts';

/**
 * The sample browser as a reviewer uses it: a real browser, a real file, thousands of samples.
 * What a click changes is polled for: the page hears of an opened row only after the click is done.
 */

const EVIL = `</script><script>document.title = 'ran'</script><img src="https://evil.example/a.png" onerror="document.title = 'ran'">${HOSTILE_OUTPUT}`;
const GROUPS = ['law', 'virology', 'a_very_long_name_of_a_subject/with_parts/that_no_phone_has_room_for'];

const SAMPLES: readonly ShownSample[] = Array.from({ length: 3000 }, (_, index) =>
  shownSample({
    id: `q${index}`,
    group: GROUPS[index % 3] ?? null,
    change: index < 2000 ? 'worse' : 'better',
    asked: { question: `What is number ${index}?`, choices: ['Paris', 'Rome'], reference: 'Paris' },
    baseline: { score: 1, output: 'It is Paris, I think.', confidence: 0.9 },
    candidate: { score: 0, output: 'It is Rome, I think.', confidence: index / 3000 },
  }),
).with(
  7,
  shownSample({
    id: EVIL,
    group: EVIL,
    task: EVIL,
    asked: { question: EVIL, reference: EVIL },
    candidate: { score: 0, output: EVIL },
  }),
);

let browser: Browser;
let html = '';
/** The same of a dozen samples: what is looked at is whether each of them is accessible. */
let few = '';
beforeAll(async () => {
  browser = await startBrowser();
  const drawn = pictures(GROUPS[2] ?? '');
  html = renderPage(REGRESSION, CONTEXT, shownOf(SAMPLES, 0, drawn));
  few = renderPage(REGRESSION, CONTEXT, shownOf(SAMPLES.slice(0, 12), 0, drawn));
}, 120_000);
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly noise: string[];
}

async function open(
  anchor = '',
  width = 1200,
  colorScheme: 'light' | 'dark' = 'light',
  content = html,
): Promise<Opened> {
  const page = await browser.newPage({
    colorScheme,
    viewport: { width, height: 900 },
    acceptDownloads: true,
  });
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, content);
  const noise: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|blob):/.test(request.url())) noise.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`threw ${error.message}`));
  await page.goto(`${pathToFileURL(file).href}${anchor}`);
  await page.locator('.sample').first().waitFor();
  return { page, noise };
}

const status = (page: Page) => page.getByRole('status').innerText();
const control = (page: Page, label: string) => page.locator('#samples').getByLabel(label);
const rows = (page: Page) => page.locator('.sample');

describe('looking something up', () => {
  test('rows come by and by; search, filters and order narrow them down', async () => {
    const { page, noise } = await open();
    await expect.poll(() => status(page)).toBe('3,000 of 3,000 samples');
    await expect.poll(() => rows(page).count()).toBe(50);
    await page.getByRole('button', { name: /Show 50 of 2,950 more/ }).click();
    await expect.poll(() => rows(page).count()).toBe(100);
    // The keyboard goes on where the new ones begin.
    await expect
      .poll(() =>
        page.evaluate('document.activeElement.parentElement.parentElement.matches("li:nth-child(51)")'),
      )
      .toBe(true);
    await control(page, 'Search').fill('number 1234');
    await expect.poll(() => status(page)).toBe('1 of 3,000 samples');
    await control(page, 'Search').fill('');
    await control(page, 'Change').selectOption('better');
    await expect.poll(() => status(page)).toBe('1,000 of 3,000 samples');
    await control(page, 'Group').selectOption('law');
    await expect.poll(() => status(page)).toBe('333 of 3,000 samples');
    await control(page, 'Order').selectOption('confidence lost');
    await expect.poll(() => rows(page).first().innerText()).toContain('number 2001?');
    await control(page, 'Change').selectOption('review');
    await control(page, 'Group').selectOption('');
    await expect.poll(() => status(page)).toBe('24 of 3,000 samples');
    expect(noise).toEqual([]);
  });

  test('an open sample shows what was asked, and where the answers differ in words', async () => {
    const { page } = await open();
    await rows(page).nth(3).locator('summary').press('Enter');
    const body = rows(page).nth(3).locator('.sample-body');
    await expect.poll(() => body.innerText()).toContain('What is number 3?');
    await expect.poll(() => body.locator('del').allInnerTexts()).toEqual(['Paris']);
    await expect.poll(() => body.locator('ins').allInnerTexts()).toEqual(['Rome']);
    await expect.poll(() => body.innerText()).toContain('90 % sure of the right choice');
  });

  test('a link leads to one sample, on loading and later; one that is not there is said', async () => {
    const { page } = await open(sampleAnchor('facts', 'q1234'));
    await expect.poll(() => rows(page).count()).toBe(1);
    await expect
      .poll(() => page.locator('.sample[open] .sample-body').innerText())
      .toContain('What is number 1234?');
    await page.getByText('24 samples for people to look at').click();
    await page.getByRole('link', { name: 'q0', exact: true }).first().click();
    await expect
      .poll(() => page.locator('.sample[open] .sample-body').innerText())
      .toContain('What is number 0?');
    await page.evaluate('location.hash = "#sample=facts/none"');
    await expect.poll(() => status(page)).toBe('The sample of this link is not on the page.');
  });

  test('what is picked for review is saved as a table, and a sample is copied', async () => {
    const { page } = await open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the 24 picked samples as CSV' }).click(),
    ]);
    const path = join(temporaryFolder(), 'review.csv');
    await download.saveAs(path);
    expect(readFileSync(path, 'utf8').split('"q').length).toBeGreaterThan(20);
    await rows(page).first().locator('summary').click();
    await rows(page).first().getByRole('button', { name: 'Copy as JSON' }).click();
    await expect.poll(() => status(page)).toMatch(/^Copied\.$|can be copied/);
  });
});

test('a conversation is shown turn by turn, and found by any of them', async () => {
  const turns = [
    { role: 'system', text: 'Be brief.' },
    { role: EVIL, text: EVIL },
  ];
  const chat = shownSample({ id: 'chat', asked: { question: 'Of Italy?', turns, reference: 'Rome' } });
  const { page, noise } = await open(
    '',
    380,
    'light',
    renderPage(REGRESSION, CONTEXT, shownOf([chat, ...SAMPLES.slice(0, 9)])),
  );
  await control(page, 'Search').fill('be brief');
  await expect.poll(() => status(page)).toBe('1 of 10 samples');
  await rows(page).first().locator('summary').click();
  const body = rows(page).first().locator('.sample-body');
  await expect
    .poll(() => body.locator('.side').allInnerTexts())
    .toEqual(expect.arrayContaining(['system said', 'Asked', 'Expected']));
  await expect.poll(() => body.locator('pre').first().innerText()).toBe('Be brief.');
  await expect.poll(() => body.locator('pre').nth(1).innerText()).toContain('<script>document.title');
  await expect.poll(() => page.locator('img, iframe').count()).toBe(0);
  expect(noise).toEqual([]);
});

test('hostile text is text: nothing runs, nothing is asked for', async () => {
  const { page, noise } = await open(sampleAnchor(EVIL, EVIL));
  await expect
    .poll(() => page.locator('.sample-body pre').first().innerText())
    .toContain('<script>document.title');
  await expect.poll(() => page.locator('img, iframe, object, embed, link, base').count()).toBe(0);
  await expect.poll(() => page.locator('script').count()).toBe(2);
  await expect.poll(() => page.title()).not.toBe('ran');
  await expect.poll(() => page.evaluate('document.body.innerText')).not.toMatch(/[\u202e\u200b]/);
  expect(noise).toEqual([]);
});

test('on paper all sections are open, and closed again afterwards', async () => {
  const { page } = await open();
  const closed = 'document.querySelectorAll("details:not([open])").length';
  const before = await page.evaluate<number>(closed);
  expect(before).toBeGreaterThan(49);
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await expect.poll(() => page.evaluate(closed)).toBe(0);
  await expect.poll(() => page.locator('.sample-body').count()).toBe(50);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  await expect.poll(() => page.evaluate(closed)).toBe(before);
});

test.each([
  [1200, 'light', '#samples'],
  [1200, 'dark', '#samples'],
  [360, 'light', 'html'],
  [360, 'dark', '#samples'],
] as const)('accessible at %s pixels, %s, and no wider than the screen', async (width, scheme, part) => {
  const { page } = await open('', width, scheme, few);
  for (const at of [0, 1]) {
    await rows(page).nth(at).locator('summary').click();
    await rows(page).nth(at).locator('.sample-body').waitFor();
  }
  const violations = await page.evaluate(`${AXE}; axe.run('${part}').then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
  expect(violations).toEqual([]);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  await expect.poll(() => page.evaluate(overflow)).toBe(0);
  // Below 480 pixels tables are cards: nothing is scrolled inside of them either.
  const hidden =
    'Math.max(...[...document.querySelectorAll(".wide")].map((each) => each.scrollWidth - each.clientWidth))';
  if (width < 480) await expect.poll(() => page.evaluate(hidden)).toBe(0);
});
