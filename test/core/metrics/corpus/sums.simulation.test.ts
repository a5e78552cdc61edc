import { describe, expect, test } from 'vitest';
import { AGGREGATES, type CorpusAggregate } from '../../../../src/core/metrics/corpus/registry.ts';
import { unitDraws } from '../../../../src/core/stats/multinomial.ts';
import { mulberry32 } from '../../../../src/core/stats/random.ts';
import { sum } from '../../../../src/core/stats/sum.ts';

const SAMPLES = 17_000;
const RESAMPLES = 60;

type PartsOf = (random: () => number, index: number) => readonly number[];

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const near: PartsOf = (random) => {
  const right = normal(random);
  return [right, right + normal(random) / 2];
};
/** Of so rare positives. */
const ranked =
  (rate: number, apart: number): PartsOf =>
  (random) => {
    const isPositive = Number(random() < rate);
    return [isPositive, isPositive * apart + normal(random)];
  };

const direction: PartsOf = (random) => {
  const angle = normal(random);
  return [Math.cos(angle), Math.sin(angle)];
};
const judged =
  (ahead: number): PartsOf =>
  (random) => {
    const longer = 1 + normal(random);
    return [Number(random() < 1 / (1 + Math.exp(-ahead - 2 * Math.tanh(longer)))), 100 * longer];
  };

/** Values of the same resamples, by counting each sample and by sums. */
function both(name: CorpusAggregate, partsOf: PartsOf) {
  const random = mulberry32(7);
  const samples = Array.from({ length: SAMPLES }, (_, index) => ({
    parts: partsOf(random, index),
    weight: 1,
  }));
  const metric = AGGREGATES[name].over(samples);
  const sums = metric.sums?.(true);
  if (sums === null || sums === undefined) throw new Error(`${name} is no function of sums`);
  const ones = new Float64Array(SAMPLES).fill(1);
  const draw = unitDraws(
    Int32Array.from({ length: SAMPLES }, (_, sample) => sample),
    ones,
    11,
  );
  const times = new Float64Array(SAMPLES);
  const bySums = (of: Float64Array) =>
    sums.value(
      Float64Array.from(sums.columns, (column) => sum(column.map((own, sample) => own * (of[sample] ?? 0)))),
    );
  const pairs = Array.from({ length: RESAMPLES }, () => {
    draw(times);
    return { counted: metric.value(times), summed: bySums(times) };
  });
  return { pairs, all: { counted: metric.value(ones), summed: bySums(ones) } };
}

const spreadOf = (values: readonly number[]) => {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
};

describe('a resample of many samples by sums is what it is by counting', () => {
  test.each<[CorpusAggregate, string, PartsOf, number]>([
    ['rmse', 'numbers', near, 1e-9],
    ['r2', 'numbers', near, 1e-9],
    ['bias_ambiguous', 'answers', (random) => [Number(random() < 0.5), Math.floor(3 * random()) - 1], 1e-9],
    ['auc', 'numbers', ranked(0.3, 1), 0.03],
    ['auc', 'hardly any positives', ranked(0.001, 1), 0.03],
    ['auc', 'sides that lie far apart', ranked(0.5, 3), 0.05],
    ['auc', 'ties', (random) => [Number(random() < 0.2), Math.floor(4 * random())], 0.03],
    ['average_precision', 'numbers', ranked(0.98, 1), 0.03],
    ['spearman', 'numbers', near, 0.03],
    ['spearman', 'hardly any ties', (random) => near(random, 0).map((each) => Math.round(1e4 * each)), 0.03],
    ['spearman', 'ties', (random) => near(random, 0).map(Math.round), 0.03],
    ['spearman', 'one value nearly throughout', (random) => [Number(random() < 0.002), random()], 0.05],
    ['kendall', 'numbers', near, 0.03],
    ['kendall', 'ties', (random) => near(random, 0).map(Math.round), 0.03],
    ['kendall', 'one value nearly throughout', (random) => [Number(random() < 0.002), random()], 0.05],
    ['mean_resultant_length', 'directions', direction, 1e-9],
    ['win_rate_length_controlled', 'a judge that likes length', judged(0.4), 0.03],
    ['win_rate_length_controlled', 'answers that hardly ever win', judged(-6), 0.03],
    [
      'win_rate_length_controlled',
      'answers as long as the reference',
      (random) => [Math.floor(3 * random()) / 2, 0],
      0.03,
    ],
    ['median_absolute_error', 'numbers', near, 0.25],
    [
      'median_absolute_error',
      'ties at the median',
      (random, index) => [0, index % 10 < 4 ? 1 : 5.98 * random()],
      0.25,
    ],
  ])('%s of %s', (name, _, partsOf, most) => {
    const { pairs, all } = both(name, partsOf);
    expect(all.summed).toBeCloseTo(all.counted, 9);
    const spread = spreadOf(pairs.map(({ counted }) => counted));
    const differences = pairs.map(({ counted, summed }) =>
      spread === 0 ? summed - counted : (summed - counted) / spread,
    );
    expect(Math.sqrt(sum(differences.map((each) => each ** 2)) / RESAMPLES)).toBeLessThan(most);
  });
});

test.each([0.4, -6])(
  'the win rate without one of many samples is what a fit without it says: %d',
  (ahead) => {
    const random = mulberry32(3);
    const samples = Array.from({ length: SAMPLES }, (_, index) => ({
      parts: judged(ahead)(random, index),
      weight: 1,
    }));
    const metric = AGGREGATES.win_rate_length_controlled.over(samples);
    const all = metric.without([]);
    for (const sample of [0, 5, 4242, samples.findIndex(({ parts }) => parts[0] === 1)]) {
      const times = new Float64Array(SAMPLES).fill(1);
      times[sample] = 0;
      const moved = metric.value(times) - all;
      expect(Math.abs(metric.without([sample]) - all - moved)).toBeLessThan(0.01 * Math.abs(moved));
    }
  },
);
