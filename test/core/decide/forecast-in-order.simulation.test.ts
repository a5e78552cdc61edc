import { expect, test } from 'vitest';
import { fateOfFailures } from '../../../src/core/decide/forecast-in-order.ts';
import { estimateOfEvents } from '../../../src/core/decide/hypothetical.ts';
import { hypothesisOf } from '../../../src/core/decide/rules/registry.ts';
import type { OnInconclusive } from '../../../src/core/domain/gate.ts';
import { TOXICITY } from '../compare/build.ts';
import { ceiling, policy } from './build.ts';

function fate(n: number, limit: number, rate: number, onInconclusive: OnInconclusive) {
  const asked = hypothesisOf(ceiling(limit), TOXICITY, null);
  if ('refusal' in asked) throw new Error(asked.refusal);
  return fateOfFailures(asked, n, rate, policy({ onInconclusive }), (events) => estimateOfEvents(events, n));
}

// From 50 failures at the limit on they are looked at, below they are bet on.
test.each([
  [500, 0.1],
  [300, 0.2],
  [200, 0.4],
  [600, 0.4],
  [2000, 0.05],
  [1000, 0.04],
  [400, 0.02],
])(
  'at its limit a rate errs as rarely as it should, however often it is looked at: %i samples, %d',
  (n, limit) => {
    const leaning = fate(n, limit, limit, 'lean');
    expect(leaning.proven).toBeLessThanOrEqual(0.05);
    expect(leaning.proven + leaning.unproven).toBeLessThanOrEqual(0.3);
    // What is proven worse blocks, whatever follows where nothing is proven.
    expect(fate(n, limit, limit, 'warn').blocked).toBeLessThanOrEqual(0.05);
  },
);

test('a candidate three tenths better than its limit is mostly proven to be', () => {
  // By bets 72 and 43 %.
  expect(fate(300, 0.4, 0.28, 'lean').proven).toBeGreaterThan(0.99);
  expect(fate(500, 0.1, 0.07, 'lean').proven).toBeGreaterThan(0.7);
});
