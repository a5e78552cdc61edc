import { describe, expect, test } from 'vitest';
import { sumClusters, type Units } from '../../../src/core/stats/clustered.ts';
import {
  addPairs,
  addParts,
  type Part,
  ratioDifferenceValues,
  ratioValues,
} from '../../../src/core/stats/ratio.ts';
import { studentInterval, studentMean, studentStatistic } from '../../../src/core/stats/student.ts';
import { expectClose } from './close.ts';
import reference from './fixtures/reference.json' with { type: 'json' };

const { paired_continuous: continuous, cluster, ratio } = reference;

/** Values with the name of the cluster that each belongs to. A mean is the ratio of sums with denominators of 1. */
function unitsOf(values: readonly number[], labels: readonly number[]): Units<Part> {
  return sumClusters(
    values.map((numerator, index) => ({ numerator, denominator: 1, label: String(labels[index]) })),
    (part): Part => part,
    ({ label }) => label,
    addParts,
  );
}

const alone = <T>(samples: readonly T[], add: (left: T, right: T) => T): Units<T> =>
  sumClusters(
    samples,
    (sample) => sample,
    () => null,
    add,
  );

describe.each([
  ['d12', continuous.d12, continuous.t_d12],
  ['d60', continuous.d60, continuous.t_d60],
] as const)('paired t on %s', (_, differences, expected) => {
  const estimate = studentMean(differences);
  test('estimate', () => {
    expectClose(estimate.value, expected.mean);
    expectClose(estimate.stderr, expected.se);
    expectClose(studentStatistic(estimate, 0), expected.t);
  });
  test('intervals', () => {
    expectClose(studentInterval(estimate, 0.025).low, expected.ci95[0] ?? NaN);
    expectClose(studentInterval(estimate, 0.025).high, expected.ci95[1] ?? NaN);
    expectClose(studentInterval(estimate, 0.05).low, expected.lower95_one);
    expectClose(studentInterval(estimate, 0.05).high, expected.upper95_one);
  });
  test('is the clustered mean with one sample a cluster', () => {
    const clustered = studentMean(ratioValues(unitsOf(differences, [...differences.keys()])));
    expectClose(clustered.stderr, estimate.stderr);
    expect(clustered.df).toBe(estimate.df);
  });
});

describe('clusters', () => {
  const equal = unitsOf(cluster.x, cluster.g);
  const unequal = unitsOf(cluster.unequal.x, cluster.unequal.g);
  const correction = (count: number) => Math.sqrt(count / (count - 1));

  test('of equal size', () => {
    const estimate = studentMean(ratioValues(equal));
    expectClose(estimate.value, cluster.mean);
    expectClose(estimate.stderr, cluster.cr1);
    expectClose(estimate.stderr, cluster.cr0 * correction(cluster.G));
    expectClose(studentInterval(estimate, 0.05).low, cluster.t_lower95_G_minus_1);
  });
  test('of unequal size', () => {
    expectClose(studentMean(ratioValues(unequal)).stderr, cluster.unequal.cr0 * correction(unequal.count));
  });
});

test('units are samples alone and sums of clusters, each where its first sample is, as often as asked', () => {
  const samples = [
    { value: 1, cluster: null },
    { value: null, cluster: 'a' },
    { value: 2, cluster: 'b' },
    { value: 3, cluster: 'a' },
    { value: 4, cluster: null },
    { value: 5, cluster: 'b' },
  ];
  const units = sumClusters(
    samples,
    ({ value }) => value,
    (sample) => sample.cluster,
    (left, right) => left + right,
  );
  expect([units.count, units.samples]).toEqual([4, 5]);
  expect(Array.from({ length: units.count }, (_, position) => units.at(position))).toEqual([1, 7, 3, 4]);
});

describe('bits per byte', () => {
  const side = (numerators: readonly number[]) =>
    numerators.map((numerator, index) => ({ numerator, denominator: ratio.bytes[index] ?? NaN }));
  const baseline = side(ratio.nll_base);
  const candidate = side(ratio.nll_cand);

  test('of each side', () => {
    const estimates = [baseline, candidate].map((parts) => studentMean(ratioValues(alone(parts, addParts))));
    expectClose(estimates[0]?.value ?? NaN, ratio.bpb_base);
    expectClose(estimates[0]?.stderr ?? NaN, ratio.se_base);
    expectClose(estimates[1]?.value ?? NaN, ratio.bpb_cand);
    expectClose(estimates[1]?.stderr ?? NaN, ratio.se_cand);
  });
  test('of the difference', () => {
    const pairs = baseline.map((part, index) => ({
      baseline: part,
      candidate: candidate[index] ?? { numerator: NaN, denominator: NaN },
    }));
    const estimate = studentMean(ratioDifferenceValues(alone(pairs, addPairs)));
    expectClose(estimate.value, ratio.diff);
    expectClose(estimate.stderr, ratio.se_diff);
  });
});

test.each([
  [0, 0],
  [-1, Infinity],
  [1, -Infinity],
])('without spread, 0 against %d gives %d', (nullValue, expected) => {
  expect(studentStatistic({ value: 0, stderr: 0, df: 3 }, nullValue)).toBe(expected);
});
