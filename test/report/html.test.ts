import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../src/core/domain/verdict.ts';
import { summaryLine } from '../../src/report/headline.ts';
import { renderHtml } from '../../src/report/html.ts';
import { toPlain } from '../../src/report/inline.ts';
import { CONTEXT, INCONCLUSIVE, INVALID, PASS, REGRESSION } from './examples.ts';
import { hostileContext, hostileReport } from './hostile-report.ts';

const elements = (page: string) => [...page.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);

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
    const page = (text: string) => renderHtml(hostileReport(verdict, text, text), hostileContext(text));
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
});
