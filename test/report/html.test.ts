import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerdictFile } from '../../src/domain/decision.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import { summaryLine } from '../../src/report/headline.ts';
import { renderHtml } from '../../src/report/html.ts';
import { toPlain } from '../../src/report/inline.ts';
import {
  CONTEXT,
  facts,
  gate,
  INCONCLUSIVE,
  INVALID,
  metricResult,
  model,
  PASS,
  REGRESSION,
  task,
} from './examples.ts';

const elements = (page: string) => [...page.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);

/** A report in which every place that data can reach holds this text. */
function filled(text: string): VerdictFile {
  return buildVerdictFile(
    facts({
      candidate: model(text, 'c'),
      gates: [gate({ task: text, metric: text, limit: text, reasons: [text] })],
      tasks: [
        task({
          task: text,
          metrics: [metricResult({ groups: [{ group: text, pairs: 1, delta: -1 }] })],
          flips: [
            {
              id: text,
              group: text,
              baseline: { score: 1, output: text },
              candidate: { score: 0, output: text },
            },
          ],
        }),
      ],
    }),
  );
}

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

  test('is the same whatever the text of models is, but for that text', () => {
    const shape = elements(renderHtml(filled('x'), CONTEXT));
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '-', '!', 's', '\n', '\u202e', '\ud800'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const page = renderHtml(filled(`x${text}`), CONTEXT);
        expect(elements(page)).toEqual(shape);
        expect(page).not.toMatch(/[\u202e\ud800]/);
      }),
      { numRuns: 100 },
    );
  });
});
