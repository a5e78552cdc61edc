import { expect, test } from 'vitest';
import { leftOut } from '../../../src/core/compare/corpus-resampling.ts';
import { kindsOfUnits, sampleUnits } from '../../../src/core/compare/corpus-units.ts';
import { PAIRED } from '../../../src/core/compare/estimand.ts';
import { ScoreTable } from '../../../src/core/compare/score-table.ts';
import { AGGREGATES, type CorpusAggregate } from '../../../src/core/metrics/corpus/registry.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

/** So many samples of few kinds. @param sizes of clusters; 1 for samples that are independent */
function sideOf(samples: number, size: number, parts: (random: () => number) => readonly number[]) {
  const random = mulberry32(samples + size);
  const scores = Array.from({ length: samples }, (_, index) => {
    const part = { numerator: Number.NaN, denominator: 1, parts: parts(random) };
    const cluster = size === 1 ? null : `c${(index * 7) % Math.ceil(samples / size)}`;
    return { key: `q${index}`, cluster, group: null, weight: 1, baseline: part, candidate: part };
  });
  const units = sampleUnits(ScoreTable.from(scores), PAIRED.candidate);
  if (units === null) throw new Error('no samples');
  return units;
}

const direction = (random: () => number) => {
  const angle = 3 * random();
  return [Math.cos(angle), Math.sin(angle)];
};

const pick = (random: () => number, count: number) => Math.floor(random() * count);

test.each<[CorpusAggregate, number, (random: () => number) => readonly number[]]>([
  ['f1_macro', 1, (random) => [pick(random, 3), pick(random, 4) - 1]],
  ['f1_macro', 3, (random) => [pick(random, 2), pick(random, 2)]],
  ['mcc', 1, (random) => [pick(random, 3), pick(random, 3)]],
  ['auc', 1, (random) => [pick(random, 2), pick(random, 40) / 7]],
  ['average_precision', 1, (random) => [pick(random, 2), pick(random, 40) / 7]],
  ['rmse', 1, (random) => [pick(random, 10) / 3, pick(random, 10) / 7]],
  ['ece', 1, (random) => [pick(random, 20) / 19, pick(random, 2)]],
  ['spearman', 1, (random) => [pick(random, 9), pick(random, 9)]],
  ['kendall', 1, (random) => [pick(random, 9), pick(random, 9)]],
  ['median_absolute_error', 1, (random) => [pick(random, 9), pick(random, 9)]],
  // Of as many kinds as samples.
  ['auc', 1, (random) => [pick(random, 2), random()]],
  ['average_precision', 1, (random) => [pick(random, 2), Math.round(random() * 8000)]],
  ['rmse', 1, (random) => [random(), random()]],
  ['spearman', 1, (random) => [random(), random()]],
  ['kendall', 1, (random) => [random(), random()]],
  ['median_absolute_error', 1, (random) => [random(), random()]],
  ['mean_resultant_length', 1, direction],
  ['mean_resultant_length', 3, direction],
])(
  '%s without each of many units, in clusters of %d, is what it is without that unit',
  (name, size, parts) => {
    const units = sideOf(17_000 * size, size, parts);
    expect(units.count).toBe(17_000);
    const { value, left } = leftOut(units, AGGREGATES[name].over);
    const metric = AGGREGATES[name].over(units.samples);
    expect(value).toBeCloseTo(metric.without([]), 12);
    for (const unit of [0, 1, 77, 4242, 16_999]) {
      const [start = 0, end = 0] = units.starts.subarray(unit, unit + 2);
      const members = Array.from({ length: end - start }, (_, index) => start + index);
      const times = new Float64Array(units.samples.length).fill(1);
      for (const member of members) times[member] = 0;
      expect(left[unit]).toBeCloseTo(metric.value(times), 12);
    }
  },
);

test('units are alike where their samples are, in the order of the samples of each', () => {
  const units = sideOf(3000, 3, (random) => [pick(random, 2), pick(random, 2)]);
  const found = kindsOfUnits([units, units], Infinity);
  if (found === null) throw new Error('too many kinds');
  const { of, firsts } = found;
  expect(kindsOfUnits([units, units], firsts.length)).toEqual(found);
  expect(kindsOfUnits([units, units], firsts.length - 1)).toBeNull();
  const textOf = (unit: number) =>
    Array.from({ length: 3 }, (_, index) =>
      units.samples.at((units.starts[unit] ?? 0) + index).parts.join(),
    ).join(' ');
  for (let unit = 0; unit < units.count; unit += 1)
    expect(textOf(unit)).toBe(textOf(firsts[of[unit] ?? -1] ?? -1));
  expect(new Set(Array.from(firsts, textOf)).size).toBe(firsts.length);
});
