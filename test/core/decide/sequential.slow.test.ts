import { describe, expect, test } from 'vitest';
import { benchmarkRates } from '../../../scripts/calibration/benchmark.ts';
import { PopulationPlan } from '../../../scripts/calibration/population.ts';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { tenths as plannedTenths } from '../../../src/core/stats/sequential/looks.ts';
import { decideOne, maxDrop } from './build.ts';
import { compared, flips, type Pair, sides } from './in-order.ts';

describe('the same samples, evaluated one by one or all at once', () => {
  /** What an evaluation that may stop at every tenth comes to. */
  function verdictInOrder(pairs: readonly Pair[], limit: number) {
    for (const evaluated of plannedTenths(pairs.length)) {
      const { result } = decideOne(compared({ pairs, evaluated }), maxDrop(limit));
      if (evaluated === pairs.length || ['pass', 'regression'].includes(result.verdict))
        return result.verdict;
    }
    throw new Error('no look is the last');
  }
  const ORDERS = 60;
  const MOST = 0.05 * ORDERS;

  test.each([
    { name: 'a drop beyond the limit', fell: 60, rose: 10, limit: 0.02, never: 'pass' },
    { name: 'no drop', fell: 30, rose: 30, limit: 0.02, never: 'regression' },
  ] as const)('$name: no more orders than the promised error say $never', ({ fell, rose, limit, never }) => {
    const found = Array.from({ length: ORDERS }, (_, seed) =>
      verdictInOrder(flips(400, fell, rose, seed), limit),
    );
    expect(found.filter((verdict) => verdict === never).length).toBeLessThanOrEqual(MOST);
    // And the whole of them, in whatever order, is told as one thing.
    const whole = Array.from({ length: 5 }, (_, seed) => {
      const [baseline, candidate] = sides({
        pairs: flips(400, fell, rose, seed),
        candidate: { design: 'full' },
      });
      return decideOne(compareTask(baseline, candidate), maxDrop(limit)).result.verdict;
    });
    expect(new Set(whole).size).toBe(1);
    expect(whole).not.toContain(never);
  });
});

describe('errors and savings', () => {
  test.each([
    { n: 500, drop: 0.02, wrong: 'regression', share: 1 },
    { n: 500, drop: 0.022, wrong: 'pass', share: 1 },
    { n: 500, drop: 0.05, wrong: 'pass', share: 0.6 },
  ] as const)(
    'benchmark of $n, a drop of $drop: rarely a wrong $wrong',
    ({ wrong, share, ...experiment }) => {
      const rates = benchmarkRates({ discordance: 0.1, ...experiment }, 0.02, 200, 3);
      // 5 % and three standard errors of it among 200.
      expect(rates[wrong]).toBeLessThan(0.05 + 0.047);
      expect(rates.share).toBeLessThanOrEqual(share);
    },
  );

  test('counted look by look, the plan decides as the gate does on drawn samples', () => {
    const [n, margin, runs] = [240, 0.03, 80];
    const rates = new PopulationPlan(n, margin).rates({ discordance: 0.12, drop: 0.08 });
    const random = mulberry32(11);
    const counts = { pass: 0, regression: 0, inconclusive: 0, invalid: 0, used: 0 };
    for (let run = 0; run < runs; run += 1) {
      const pairs = Array.from({ length: n }, (): Pair => {
        const u = random();
        return u < 0.1 ? [1, 0] : u < 0.12 ? [0, 1] : [1, 1];
      });
      const { result } = decideOne(compared({ pairs }), maxDrop(margin));
      counts[result.verdict] += 1 / runs;
      counts.used += result.pairs / n / runs;
    }
    // Three standard errors of a share among 80.
    expect(Math.abs(counts.regression - rates.regression)).toBeLessThan(0.17);
    expect(Math.abs(counts.pass - rates.pass)).toBeLessThan(0.03);
    expect(Math.abs(counts.used - rates.share)).toBeLessThan(0.08);
  });
});
