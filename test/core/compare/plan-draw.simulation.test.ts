import { describe, expect, test } from 'vitest';
import { planDraw } from '../../../src/core/compare/plan-draw.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';

const METRIC = { metric: 'acc' };

/** Samples whose margins go from none to `widest` nats; right but for every third. */
const samples = (count: number, widest = 4): SampleRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{
      id: String(index).padStart(6, '0'),
      index,
      input_digest: `i${index}`,
      target_digest: 't',
    },
    ...{ scores: { acc: index % 3 === 0 ? 0 : 1 }, choices: [0, (-widest * index) / count] },
  }));

describe('the plan of a weighted draw', () => {
  test.each([1000, 150_000])(
    'has a bin for each of %d samples, and expects more flips of smaller margins',
    (count) => {
      const plan = planDraw(METRIC, samples(count), [], []);
      expect(plan?.bins).toHaveLength(count);
      const rates = plan?.rates.map(([, right]) => right) ?? [];
      expect(rates.length).toBeGreaterThan(2);
      expect([...rates].sort((one, other) => one - other)).toEqual(rates);
      expect(Number.parseInt(plan?.bins[0] ?? '', 36)).toBeGreaterThan(
        Number.parseInt(plan?.bins.at(-1) ?? '', 36),
      );
    },
  );

  test('is none where nothing tells samples apart, and where they are few', () => {
    expect(planDraw(METRIC, samples(1000, 0), [], [])).toBeNull();
    expect(planDraw(METRIC, samples(199), [], [])).toBeNull();
  });
});
