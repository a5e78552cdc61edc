import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../src/core/domain/verdict.ts';
import { summaryLine } from '../../src/report/headline.ts';
import { type PackedSamples, renderHtml } from '../../src/report/html.ts';
import { toPlain } from '../../src/report/inline.ts';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from '../../src/report/page-script.ts';
import { CONTEXT, INCONCLUSIVE, INVALID, PASS, REGRESSION } from './examples.ts';
import { hostileContext, hostileReport } from './hostile-report.ts';
import { pictures, shownOf, shownSample } from './shown.ts';

/** Without the places at which a name may be broken. */
const elements = (page: string) =>
  [...page.replace(PAGE_SCRIPT, '').matchAll(/<([a-z0-9]+)/g)].flatMap(([, name]) =>
    name === 'wbr' ? [] : [name],
  );

const packed = (text: string): PackedSamples => {
  const side = { score: 1, output: text };
  const all = { task: text, id: text, group: text, metric: text, baseline: side, candidate: side };
  const asked = { question: text, choices: [text], reference: text };
  return { samples: shownOf([shownSample({ ...all, asked })], 0, pictures(text)), text: 'H4sI' };
};

describe('the report as a page', () => {
  test.each([
    ['pass', PASS],
    ['regression', REGRESSION],
    ['inconclusive', INCONCLUSIVE],
    ['invalid', INVALID],
  ])('%s: has the headline, and a card for every gate', (_, file) => {
    const page = renderHtml(file, CONTEXT);
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).toContain(`<title>Weighbridge: ${toPlain(summaryLine(file))}</title>`);
    expect(page.match(/<details class="gate /g) ?? []).toHaveLength(file.gates.length);
  });

  test.each(VERDICTS)('%s: is the same whatever text it is given, but for that text', (verdict) => {
    const page = (text: string) =>
      renderHtml(hostileReport(verdict, text, text), hostileContext(text), packed(text));
    // Of two lines: short outputs would stand in a table.
    const shape = elements(page('x\ny'));
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '-', '!', 's', '\n', '\u202e', '\ud800'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const filled = page(`x\ny${text}`);
        expect(elements(filled)).toEqual(shape);
        expect(filled).not.toMatch(/[\u202e\ud800]/);
      }),
      { numRuns: 40 },
    );
  });

  test('the one script that may run is ours, and only where there are samples', () => {
    const page = renderHtml(PASS, CONTEXT, packed('x'));
    const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
    expect(PAGE_SCRIPT_HASH).toBe(`sha256-${hash}`);
    expect(page.includes(`script-src &#x27;${PAGE_SCRIPT_HASH}&#x27;`)).toBe(true);
    expect(page.split('<script')).toHaveLength(3);
    expect(page.includes(`<script>${PAGE_SCRIPT}</script>`)).toBe(true);
    const fault = { samples: { ...shownOf([]), fault: 'no room' }, text: '' };
    expect(renderHtml(PASS, CONTEXT, fault)).toContain('The samples cannot be shown: no room');
    expect(renderHtml(PASS, CONTEXT, fault)).not.toContain('<script');
    const none = { samples: shownOf([]), text: '' };
    for (const without of [renderHtml(PASS, CONTEXT), renderHtml(PASS, CONTEXT, none)]) {
      expect(without).not.toMatch(/<script|script-src/);
    }
  });
});
