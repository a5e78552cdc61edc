import { expect, test } from 'vitest';
import {
  cautiousKappaLower,
  cohenKappa,
  kappaInterval,
  quadraticWeights,
} from '../../../src/core/stats/kappa.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

const RUNS = 4000;
const ALPHA = 0.05;

/** Joint shares of two raters on a scale: the judge repeats the person with probability `same`, else says anything of its own. */
function jointShares(marginal: readonly number[], same: number): number[][] {
  return marginal.map((p, i) => marginal.map((q, j) => (1 - same) * p * q + (i === j ? same * p : 0)));
}

function drawn(shares: readonly (readonly number[])[], n: number, random: () => number): number[][] {
  const table = shares.map((row) => row.map(() => 0));
  for (let count = 0; count < n; count += 1) {
    let left = random();
    search: for (const [i, row] of shares.entries()) {
      for (const [j, p] of row.entries()) {
        left -= p;
        if (left > 0) continue;
        const own = table[i];
        if (own !== undefined) own[j] = (own[j] ?? 0) + 1;
        break search;
      }
    }
  }
  return table;
}

const EVEN = [0.5, 0.5];
const SKEWED = [0.85, 0.15];
const FIVE = [0.1, 0.15, 0.25, 0.3, 0.2];

test.each(
  [EVEN, SKEWED, FIVE].flatMap((marginal) =>
    [20, 50, 100, 300].flatMap((n) => [0.4, 0.6, 0.8].map((kappa) => ({ marginal, n, kappa }))),
  ),
)(
  'the lower limit of kappa $kappa lies above it in at most 5 % (+ 3 s.e.): $marginal, n $n',
  ({ marginal, n, kappa }) => {
    const weights = quadraticWeights(marginal.length);
    const shares = jointShares(marginal, kappa);
    // With this model kappa is `same`, whatever the weights.
    expect(
      cohenKappa(
        shares.map((row) => row.map((p) => p * 1e6)),
        weights,
      )?.kappa,
    ).toBeCloseTo(kappa, 9);
    const random = mulberry32(n * 1000 + kappa * 10);
    let [above, aboveWald] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const table = drawn(shares, n, random);
      const low = cautiousKappaLower(table, ALPHA, weights);
      if (low !== null && low > kappa) above += 1;
      const agreement = cohenKappa(table, weights);
      if (agreement !== null && kappaInterval(agreement, ALPHA).low > kappa) aboveWald += 1;
    }
    expect(above).toBeLessThanOrEqual(aboveWald);
    expect(above / RUNS).toBeLessThan(ALPHA + 3 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS));
  },
);
