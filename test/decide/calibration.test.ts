import { describe, expect, test } from 'vitest';
import { ceilingPasses, maxDropRates } from '../../scripts/calibration/exact.ts';
import { BLOCK_TABLES, CEILING_RATES, CEILING_TABLES, DROPS } from '../../scripts/calibration/tables.ts';
import { mulberry32 } from '../../src/stats/random.ts';
import { binaryComparison } from '../compare/build.ts';
import { decideOne, maxDrop } from './build.ts';

/** The cells that are quick to compute; `npm run calibrate` has them all. */
const SMALL = BLOCK_TABLES.filter(({ n }) => n <= 500);

describe.each(SMALL)(
  'n $n, margin $margin, discordance $discordance',
  ({ n, margin, discordance, ...blocked }) => {
    test.each(DROPS.map((drop, index) => ({ drop, index })))('a drop of $drop', ({ drop, index }) => {
      const experiment = { n, discordance, drop };
      const population = maxDropRates(experiment, margin, 'population');
      const benchmark = maxDropRates(experiment, margin, 'benchmark');
      const off = (share: number, table: readonly number[]) =>
        Math.abs(100 * share - (table[index] ?? Number.NaN));
      expect(off(benchmark.regression, blocked.observed)).toBeLessThan(1);
      expect(off(population.regression, blocked.proven)).toBeLessThan(1);
      expect(off(1 - population.pass, blocked.unlessSafe)).toBeLessThan(1);
    });
  },
);

test('leaning blocks 7 per cent of unchanged models where proof alone would block 60', () => {
  const { blockedByLean, pass } = maxDropRates({ n: 500, discordance: 0.1, drop: 0 }, 0.02, 'population');
  expect(blockedByLean).toBeCloseTo(0.07, 2);
  expect(1 - pass).toBeCloseTo(0.6, 2);
});

describe.each(CEILING_TABLES)('ceiling $ceiling at n $n', ({ ceiling, n, certified }) => {
  test.each(CEILING_RATES.map((share, index) => ({ share, index })))(
    'a true rate of $share c',
    ({ share, index }) => {
      const ours = 100 * ceilingPasses(n, share * ceiling, ceiling);
      expect(Math.abs(ours - (certified[index] ?? Number.NaN))).toBeLessThan(1);
    },
  );
});

test('whole decisions on drawn samples come out as often as counted', () => {
  const experiment = { n: 200, discordance: 0.12, drop: 0.05 };
  const { pass, regression } = maxDropRates(experiment, 0.05, 'population');
  const random = mulberry32(7);
  const replicates = 400;
  let [passed, failed] = [0, 0];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const draws = Array.from({ length: experiment.n }, random);
    const fell = draws.filter((u) => u < 0.085).length;
    const rose = draws.filter((u) => u >= 0.085 && u < 0.12).length;
    const { result } = decideOne(
      binaryComparison({ both: experiment.n - fell - rose, fell, rose }),
      maxDrop(0.05),
    );
    if (result.verdict === 'pass') passed += 1 / replicates;
    if (result.verdict === 'regression') failed += 1 / replicates;
  }
  // Three standard errors of a share of 5 % among 400.
  expect(Math.abs(passed - pass)).toBeLessThan(0.035);
  expect(Math.abs(failed - regression)).toBeLessThan(0.035);
});
