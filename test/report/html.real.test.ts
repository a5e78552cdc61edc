import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import { renderHtml } from '../../src/report/html.ts';
import { AXE, startBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  CONTEXT,
  facts,
  gate,
  HOSTILE_OUTPUT,
  INCONCLUSIVE,
  INVALID,
  metricResult,
  model,
  PASS,
  REGRESSION,
  task,
} from './examples.ts';
import { hostileReport } from './hostile-report.ts';

/** The page as a reviewer opens it: a real browser, a real file. */

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  /** Whatever the page asked for, said or threw. */
  readonly noise: string[];
}

async function open(
  file: VerdictFile,
  colorScheme: 'light' | 'dark' = 'light',
  width = 1200,
): Promise<Opened> {
  const path = join(temporaryFolder(), 'report.html');
  writeFileSync(path, renderHtml(file, CONTEXT));
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const noise: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) noise.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`threw ${error.message}`));
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(path).href);
  for (const details of await page.locator('details').all())
    await details.evaluate((node) => node.setAttribute('open', ''));
  return { page, noise };
}

const VERDICTS = { pass: PASS, regression: REGRESSION, inconclusive: INCONCLUSIVE, invalid: INVALID };

describe.each(Object.entries(VERDICTS))('%s', (name, file) => {
  test.each(['light', 'dark'] as const)(
    '%s: accessible, contrast included, and asks for nothing',
    async (scheme) => {
      const { page, noise } = await open(file, scheme);
      expect(await page.locator('h1').innerText()).toMatch(new RegExp(`^${name.toUpperCase()} `));
      // The page forbids scripts, its own checker's too; evaluating in the page is the debugger's right.
      const violations = await page.evaluate(`${AXE}; axe.run().then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
      expect(violations).toEqual([]);
      expect(noise).toEqual([]);
    },
  );

  test('fits a phone without scrolling sideways', async () => {
    const { page } = await open(file, 'light', 360);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
  });
});

test.each([
  ['pass', 'light', 1200],
  ['regression', 'dark', 360],
  ['inconclusive', 'light', 320],
  ['invalid', 'dark', 480],
] as const)(
  'a report of %s with all that there can be is accessible, %s at %s pixels, and clips no label',
  async (name, scheme, width) => {
    const { page } = await open(hostileReport(name, 'facts_of/a_name', 'some text'), scheme, width);
    const violations = await page.evaluate(`${AXE}; axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
    expect(violations).toEqual([]);
    const clipped = await page.evaluate(`[...document.querySelectorAll('svg text')].filter((text) => {
    const [own, all] = [text, text.ownerSVGElement].map((node) => node.getBoundingClientRect());
    return own.left < all.left - 1 || own.right > all.right + 1;
  }).map((text) => text.textContent)`);
    expect(clipped).toEqual([]);
  },
);

test('hostile text is text: no element, no request, no script, and it can be read', async () => {
  const evil = `<script>alert(1)</script><img src="https://evil.example/a.png" onerror=alert(2)>${HOSTILE_OUTPUT}`;
  const flip = (output: string) => ({ score: 1, output });
  const file = buildVerdictFile(
    facts({
      candidate: model(evil, 'c'),
      reasons: [evil],
      gates: [gate({ task: evil, metric: evil, limit: evil, reasons: [evil], verdict: 'invalid' })],
      tasks: [
        task({
          task: evil,
          metrics: [metricResult({ groups: [{ group: evil, pairs: 1, delta: -1 }] })],
          flips: [{ id: evil, group: evil, baseline: flip(evil), candidate: { ...flip(evil), score: 0 } }],
        }),
      ],
      verdict: 'invalid',
      blocked: true,
    }),
  );
  const { page, noise } = await open(file);
  expect(await page.locator('script, img, iframe, object, embed, link, a, form, base').count()).toBe(0);
  expect(noise).toEqual([]);
  expect(await page.locator('.sides pre').first().innerText()).toContain('<script>alert(1)</script><img');
  expect(await page.content()).not.toMatch(/[\u202e\u200b]/);
});

test.each([360, 1200])(
  'words without end widen nothing, wherever they stand, at %s pixels',
  async (width) => {
    const widest = async (word: string) => {
      const { page } = await open(hostileReport('invalid', word, word), 'light', width);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      // Also of what is scrolled inside the page.
      return page.evaluate<number>(`Math.max(...[...document.querySelectorAll('body *')]
      .map((node) => Math.max(node.scrollWidth, node.getBoundingClientRect().width)))`);
    };
    expect(await widest('W'.repeat(20_000))).toBeLessThan((await widest('a word')) + width);
  },
);

test('a script that got in after all would not run', async () => {
  const { page, noise } = await open(PASS);
  await page.evaluate(`const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.body.append(script)`);
  expect(await page.title()).not.toBe('ran');
  expect(noise).toEqual([expect.stringContaining('Content Security Policy')]);
});
