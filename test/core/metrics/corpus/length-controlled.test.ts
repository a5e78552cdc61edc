import { describe, expect, test } from 'vitest';
import { valueOfAll } from '../../../../src/core/metrics/corpus/aggregate.ts';
import { AGGREGATES } from '../../../../src/core/metrics/corpus/registry.ts';
import { mulberry32 } from '../../../../src/core/stats/random.ts';

// Pins win_rate.length_controlled.

const controlled = (samples: readonly (readonly [win: number, difference: number])[]) =>
  valueOfAll(
    AGGREGATES.win_rate_length_controlled,
    samples.map((parts) => ({ parts, weight: 1 })),
  );
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** Verdicts of a judge that likes length, of answers that are `ahead` in truth and longer by `longer` letters on average. */
function verdicts(n: number, ahead: number, liking: number, longer: number, seed: number) {
  const random = mulberry32(seed);
  const differences = Array.from({ length: n }, () => longer + 400 * (random() + random() + random() - 1.5));
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  const spread = Math.sqrt(differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / n);
  return differences.map((difference) => {
    const rate = sigmoid(ahead + liking * Math.tanh(difference / spread));
    return [random() < rate ? 1 : 0, difference] as const;
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the win rate at equal length', () => {
  test.each([
    ['equally good, and longer', 0, 2, 300],
    ['better, and shorter', 0.8, 2, -300],
    ['better, before a judge that does not see length', 0.8, 0, 300],
  ])('of answers that are %s is what they are worth', (_, ahead, liking, longer) => {
    const draws = Array.from({ length: 40 }, (_, seed) => verdicts(800, ahead, liking, longer, seed + 1));
    const rates = draws.map(controlled);
    expect(Math.abs(mean(rates) - sigmoid(ahead))).toBeLessThan(0.015);
    // The plain rate is what length makes of it.
    const plain = mean(draws.map((draw) => mean(draw.map(([win]) => win))));
    if (liking > 0) expect(Math.abs(plain - sigmoid(ahead))).toBeGreaterThan(0.15);
  });

  test('is the plain one where all are as long, and where nothing was compared there is none', () => {
    expect(
      controlled([
        [1, 0],
        [1, 0],
        [0.5, 0],
        [0, 0],
      ]),
    ).toBeCloseTo(0.625, 9);
    expect(controlled([])).toBeNaN();
  });

  test('is 0 and 1 where all lose or win, and finite where length parts them wholly', () => {
    expect(
      controlled([
        [0, 5],
        [0, -5],
      ]),
    ).toBe(0);
    expect(
      controlled([
        [1, 5],
        [1, -5],
      ]),
    ).toBe(1);
    expect(
      controlled([
        [1, 5],
        [0, -5],
      ]),
    ).toBeCloseTo(0.5, 9);
  });

  test('turns round with the sides', () => {
    const some = verdicts(200, 0.4, 1, 100, 7);
    const turned = some.map(([win, difference]) => [1 - win, -difference] as const);
    expect(controlled(turned)).toBeCloseTo(1 - controlled(some), 9);
  });
});
