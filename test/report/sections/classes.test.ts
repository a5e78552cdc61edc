import { expect, test } from 'vitest';
import type { ClassRates, ClassResults, VerdictFile } from '../../../src/core/domain/decision.ts';
import { blocksToMarkdown } from '../../../src/report/markdown.ts';
import { EVERYTHING } from '../../../src/report/section.ts';
import { classesSection } from '../../../src/report/sections/classes.ts';

const rates = (predictions: number, rate: number | null): ClassRates => ({
  ...{ predictions, precision: predictions === 0 ? null : rate, recall: rate, f1: rate },
});

const told = (byClass: ClassResults) =>
  blocksToMarkdown(
    classesSection({ tasks: [{ task: 'intents', byClass }] } as unknown as VerdictFile, {
      medium: 'page',
      context: { artifactUrl: null, runUrl: null, elapsedSeconds: null },
      rung: EVERYTHING,
    }).blocks,
  );

test('the classes stand worst first, and those that are missing or new are named', () => {
  const markdown = told({
    ...{ metric: 'f1_macro', unlabelled: { baseline: 0, candidate: 3 } },
    classes: [
      { class: 'delivery', samples: 40, baseline: rates(40, 0.9), candidate: rates(40, 0.95) },
      { class: 'refund', samples: 20, baseline: rates(20, 0.8), candidate: rates(0, 0) },
      { class: '<b>', samples: 0, baseline: rates(0, null), candidate: rates(4, null) },
      { class: 'never', samples: 0, baseline: rates(0, null), candidate: rates(0, null) },
    ],
  });
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.slice(2).map((row) => row.split('|')[1]?.trim())).toEqual([
    '<code>refund</code>',
    '<code>&#60;b&#62;</code>',
    '<code>delivery</code>',
  ]);
  expect(rows[2]).toContain('undefined (was 80.0 %)');
  expect(rows[2]).toContain('0.0 % (−80.0 pp)');
  expect(markdown).toContain('The candidate never says what the baseline does: <code>refund</code>');
  expect(markdown).toContain('No sample is of the class <code>&#60;b&#62;</code>, <code>never</code>');
  expect(markdown).toContain('3 of the candidate');
});
