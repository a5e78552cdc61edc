import { describe, expect, test } from 'vitest';
import { lowAbsolute } from '../../../src/core/stats/low-absolute.ts';
import { normalDensity } from '../../../src/core/stats/special/normal.ts';

describe('an estimate of an absolute value that is too low on average', () => {
  const STEP = 0.01;
  const mean = (of: (x: number) => number, mu: number, stderr: number) => {
    let total = 0;
    for (let z = -8; z <= 8; z += STEP) total += STEP * normalDensity(z) * of(mu + stderr * z);
    return total;
  };

  test.each([0, 0.1, 0.3, 0.75, 1, 1.5, 2, 3, 5])('at %d standard errors from 0', (distance) => {
    const stderr = 0.02;
    const mu = distance * stderr;
    const low = mean((x) => lowAbsolute(x, stderr), mu, stderr);
    expect(low).toBeLessThanOrEqual(mu + 1e-12);
    expect(mean(Math.abs, mu, stderr)).toBeGreaterThan(mu - 1e-12);
    // Half of the samples know the sign: μ(2Φ(μ/σ√2) − 1).
    expect(mu - low).toBeLessThan(0.5 * stderr);
  });

  test('does not care for the sign, and is the absolute value where that is beyond doubt', () => {
    expect(lowAbsolute(-0.03, 0.02)).toBe(lowAbsolute(0.03, 0.02));
    expect(lowAbsolute(-0.3, 0.02)).toBeCloseTo(0.3, 12);
    expect(lowAbsolute(-0.3, 0)).toBe(0.3);
    expect(lowAbsolute(0, 0)).toBe(0);
  });
});
