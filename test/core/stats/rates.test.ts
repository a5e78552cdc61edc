import { describe, expect, test } from 'vitest';
import { clopperPearsonLower, clopperPearsonUpper } from '../../../src/core/stats/clopper-pearson.ts';
import { wilsonInterval } from '../../../src/core/stats/wilson.ts';
import { expectClose } from './close.ts';
import reference from './fixtures/reference.json' with { type: 'json' };

describe.each(reference.proportion)('$k of $n', (row) => {
  test('Clopper-Pearson', () => {
    expectClose(clopperPearsonLower(row.k, row.n, 0.025), row.clopper_pearson95[0] ?? NaN);
    expectClose(clopperPearsonUpper(row.k, row.n, 0.025), row.clopper_pearson95[1] ?? NaN);
    expectClose(clopperPearsonUpper(row.k, row.n, 0.05), row.cp_upper95_one_sided);
  });
  test('Wilson', () => {
    const { low, high } = wilsonInterval(row.k, row.n, 1.959963984540054);
    expectClose(low, row.wilson95[0] ?? NaN);
    expectClose(high, row.wilson95[1] ?? NaN);
  });
});

test.each(reference.rule_of_three)('no event in $n', ({ n, exact_upper95 }) => {
  expectClose(clopperPearsonUpper(0, n, 0.05), exact_upper95, 1e-12);
});

test('limits at the ends of the range are the ends', () => {
  expect([clopperPearsonLower(0, 5, 0.05), clopperPearsonUpper(5, 5, 0.05)]).toEqual([0, 1]);
});
