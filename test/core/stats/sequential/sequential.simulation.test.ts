import { describe, expect, test } from 'vitest';
import { mulberry32, shuffled } from '../../../../src/core/stats/random.ts';
import { BenchmarkGate, plainStrata } from '../../../../src/core/stats/sequential/benchmark-gate.ts';
import { benchmarkInterval } from '../../../../src/core/stats/sequential/benchmark-interval.ts';
import { mcnemarLogE, rateLogE } from '../../../../src/core/stats/sequential/e-values.ts';
import { boundaries, spentError } from '../../../../src/core/stats/sequential/group-sequential.ts';
import { isBatchEnd } from '../../../../src/core/stats/sequential/looks.ts';
import { expectClose } from '../close.ts';
import reference from '../fixtures/reference.json' with { type: 'json' };

describe('group-sequential boundaries', () => {
  test.each(reference.group_sequential)('$spending at α = $alpha_one_sided', (row) => {
    const information = row.fractions ?? (row.n ?? []).map((n) => n / (1 - n / 2000));
    const spent = row.cum_alpha ?? [0.0125, 0.025, 0.0375, 0.05];
    boundaries(information, spent).forEach((bound, look) => {
      expect(Math.abs(bound - (row.bounds[look] ?? Number.NaN))).toBeLessThan(row.tolerance);
    });
  });
  test('spend what the plan says', () => {
    const row = reference.group_sequential.find(({ spending }) => spending === 'power1.5');
    row?.fractions?.forEach((fraction, look) => {
      expectClose(spentError(0.05, fraction), row.cum_alpha?.[look] ?? Number.NaN);
    });
    expect(row).toBeDefined();
  });
});

describe('e-values', () => {
  test.each(reference.mcnemar_e)('McNemar with $reg regressed and $imp improved', ({ reg, imp, log_e }) => {
    expectClose(mcnemarLogE(imp, reg), log_e);
  });
  test.each([
    [362, false],
    [363, true],
  ])('%d samples without an event prove a ceiling of one per cent: %s', (n, proven) => {
    expect(rateLogE(0, n, 0.01).below >= Math.log(20)).toBe(proven);
  });
  test('many events prove the opposite', () => {
    const { below, above } = rateLogE(30, 1000, 0.01);
    expect(above).toBeGreaterThan(Math.log(20));
    expect(below).toBeLessThan(0);
  });
  test('a ceiling so high that nothing lies above it is never exceeded', () => {
    expect(rateLogE(5, 5, 0.9).above).toBe(0);
  });
});

describe('looks at what may be looked at any time', () => {
  const PLANNED = 14_042;
  const looks = Array.from({ length: PLANNED }, (_, at) => at + 1).filter((n) => isBatchEnd(n, PLANNED));

  test('no more than a hundredth is evaluated for nothing, or five samples', () => {
    for (const [at, samples] of looks.entries())
      expect(samples - (looks[at - 1] ?? 0)).toBeLessThanOrEqual(Math.max(5, samples / 100));
  });
  test('are some hundreds, the last of them at the end', () => {
    expect(looks).toHaveLength(576);
    expect(looks.at(-1)).toBe(PLANNED);
  });
});

describe.each(reference.wor_gate)(
  'the gate on a benchmark of $N1 + $N0 with $reg down and $imp up',
  (row) => {
    const items = [
      ...Array.from({ length: row.reg }, () => [true, false] as const),
      ...Array.from({ length: row.N1 - row.reg }, () => [true, true] as const),
      ...Array.from({ length: row.imp }, () => [false, true] as const),
      ...Array.from({ length: row.N0 - row.imp }, () => [false, false] as const),
    ];
    test('bets and decides as the reference', () => {
      const gate = new BenchmarkGate({
        strata: plainStrata(row.N1, row.N0),
        boundary: -row.max_drop,
        gap: row.gap,
        alpha: row.alpha,
      });
      const trace: Record<string, readonly (number | undefined)[] | undefined> = row.log_e_pass_fail;
      let decided: [string, number] | null = null;
      shuffled(items, mulberry32(row.seed)).forEach(([baseline, candidate], index) => {
        gate.add(baseline ? 0 : 1, baseline !== candidate);
        const expected = trace[String(index + 1)];
        if (expected !== undefined) {
          expectClose(gate.evidence.pass, expected[0] ?? Number.NaN, 1e-8);
          expectClose(gate.evidence.regression, expected[1] ?? Number.NaN, 1e-8);
        }
        if (decided === null && gate.verdict !== null) decided = [gate.verdict, index + 1];
      });
      expect(decided).toEqual([row.verdict === 'fail' ? 'regression' : row.verdict, row.n_at_verdict]);
    });
  },
);

test('a benchmark has no more samples than it has', () => {
  const gate = new BenchmarkGate({
    strata: plainStrata(1, 0),
    boundary: -0.02,
    gap: 0.02,
    alpha: 0.05,
  });
  gate.add(0, false);
  expect(gate.verdict).toBe('pass');
  expect(() => gate.add(0, false)).toThrow(RangeError);
});

describe('the interval of bets on a benchmark', () => {
  const options = { strata: plainStrata(650, 350), boundary: -0.02, gap: 0.02, alpha: 0.05 };
  const items = [
    ...Array.from({ length: 60 }, () => ({ stratum: 0, flipped: true })),
    ...Array.from({ length: 590 }, () => ({ stratum: 0, flipped: false })),
    ...Array.from({ length: 40 }, () => ({ stratum: 1, flipped: true })),
    ...Array.from({ length: 310 }, () => ({ stratum: 1, flipped: false })),
  ].map((each) => ({ ...each, weights: null }));

  test('is a point once every sample was seen', () => {
    const whole = benchmarkInterval(options, shuffled(items, mulberry32(1)));
    expect(whole.low).toBeCloseTo(-0.02, 12);
    expect(whole.high).toBeCloseTo(-0.02, 12);
  });

  test('narrows, agrees with the gate, and never leaves what is certain', () => {
    for (const seed of [1, 2, 3, 4]) {
      const order = shuffled(items, mulberry32(seed));
      for (const seen of [0, 1, 100, 400, 900, 999]) {
        for (const boundary of [-0.1, -0.02, 0.05]) {
          const own = { ...options, boundary };
          const gate = new BenchmarkGate(own);
          for (const { stratum, flipped } of order.slice(0, seen)) gate.add(stratum, flipped);
          const { low, high } = benchmarkInterval(own, order.slice(0, seen));
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(gate.certain.low);
          expect(high).toBeLessThanOrEqual(gate.certain.high);
          if (gate.verdict === 'pass') expect(low).toBeGreaterThanOrEqual(boundary - 1e-12);
          if (gate.verdict === 'regression') expect(high).toBeLessThanOrEqual(boundary);
          if (gate.verdict === null) expect(low <= boundary && boundary <= high).toBe(true);
        }
      }
    }
  });

  test('holds the true delta in all but 10 per cent of orders, at whatever moment one stops', () => {
    const truth = -0.02;
    const runs = 200;
    let missed = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const order = shuffled(items, mulberry32(1000 + seed));
      // The worst moments to look: the gate of this very truth says at once whether it was ever ruled out.
      const gate = new BenchmarkGate({ ...options, boundary: truth });
      const firstWrong = order.findIndex(({ stratum, flipped }) => {
        gate.add(stratum, flipped);
        return Math.max(gate.evidence.pass, gate.evidence.regression) >= Math.log(20);
      });
      if (firstWrong === -1) continue;
      const { low, high } = benchmarkInterval(options, order.slice(0, firstWrong + 1));
      expect(low > truth || high < truth).toBe(true);
      missed += 1;
    }
    // Three standard errors of 10 % among 200.
    expect(missed / runs).toBeLessThan(0.1 + 0.064);
  });
});
