import { describe, expect, test } from 'vitest';
import { metricValue, type ReferenceData } from '../../../support/metric-values.ts';
// Written by scripts/references/metrics.py with the versions that it names.
import references from './metrics.json' with { type: 'json' };

/** Undefined is null: scikit-learn warns of it, and gives 0 or nan. */
describe('the value of scikit-learn and scipy', () => {
  test.each(
    references.cases.map(({ metric, about, data, value }) => ({
      metric,
      about,
      data: data as ReferenceData,
      value,
    })),
  )('of $metric, $about', async ({ metric, data, value }) => {
    const own = await metricValue(metric, data);
    if (value === null) expect(own).toBeNull();
    else expect(own).toBeCloseTo(value, 12);
  });
});
