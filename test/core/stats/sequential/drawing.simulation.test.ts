import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../../src/core/stats/random.ts';
import { BenchmarkGate } from '../../../../src/core/stats/sequential/benchmark-gate.ts';
import { benchmarkInterval, type Drawn } from '../../../../src/core/stats/sequential/benchmark-interval.ts';
import { Drawing, doublingRounds } from '../../../../src/core/stats/sequential/drawing.ts';
import type { FlipStratum } from '../../../../src/core/stats/sequential/flip-rates.ts';
import { FlipRates } from '../../../../src/core/stats/sequential/flip-rates.ts';

/** A benchmark of which so many flip in each stratum, whatever is predicted of it. */
interface World {
  readonly strata: readonly FlipStratum[];
  readonly flips: readonly number[];
}

const SIZES = [150, 100, 50];
const PREDICTED = [0.02, 0.1, 0.35];
const world = (rates: readonly number[], falls: readonly number[], rises: readonly number[]): World => ({
  strata: [true, false].flatMap((right) =>
    SIZES.map((size, bin) => ({ size, right, rate: rates[bin] ?? 0 })),
  ),
  flips: [...falls, ...rises],
});
const deltaOf = ({ strata, flips }: World): number =>
  strata.reduce((net, { right }, h) => net + (right ? -1 : 1) * (flips[h] ?? 0), 0) /
  strata.reduce((all, { size }) => all + size, 0);

/** Draws without replacement by the weights that the draws so far come to. */
function* drawn({ strata, flips }: World, random: () => number, isWeighted = true): Generator<Drawn> {
  const drawing = new Drawing(strata, doublingRounds(600));
  const left = strata.map(({ size }) => size);
  const flipsLeft = [...flips];
  for (let rest = left.reduce((a, b) => a + b, 0); rest > 0; rest -= 1) {
    const weights = isWeighted ? Float64Array.from(drawing.weights) : null;
    const masses = left.map((count, h) => count * (weights?.[h] ?? 1));
    let ticket = random() * masses.reduce((a, b) => a + b, 0);
    const found = masses.findIndex((mass) => {
      ticket -= mass;
      return ticket < 0;
    });
    const stratum = found >= 0 ? found : masses.findLastIndex((mass) => mass > 0);
    const flipped = random() * (left[stratum] ?? 0) < (flipsLeft[stratum] ?? 0);
    yield { stratum, flipped, weights };
    drawing.add(stratum, flipped);
    left[stratum] = (left[stratum] ?? 0) - 1;
    if (flipped) flipsLeft[stratum] = (flipsLeft[stratum] ?? 0) - 1;
  }
}

const FALLS = [3, 10, 20];
const RISES = [2, 7, 15];
const REVERSED: readonly number[] = [...PREDICTED].reverse();

describe('bets on weighted draws', () => {
  // 9 net of 600: exactly the limit.
  test.each([
    ['right', PREDICTED],
    ['useless', [0.1, 0.1, 0.1]],
    ['inverted', REVERSED],
    ['inverted and sure of itself', [0.5, 0.05, 0.001]],
  ])('err in 5 per cent of orders at most, the prediction being %s', (_, predicted) => {
    const own = world(predicted, FALLS, RISES);
    const limit = deltaOf(own);
    const runs = 200;
    const wrong = { pass: 0, regression: 0 };
    for (const [boundary, verdict] of [
      [limit + 1e-6, 'pass'],
      [limit, 'regression'],
    ] as const) {
      for (let seed = 0; seed < runs; seed += 1) {
        const gate = new BenchmarkGate({ strata: own.strata, boundary, gap: 0.02, alpha: 0.05 });
        let seen = 0;
        for (const { stratum, flipped, weights } of drawn(own, mulberry32(seed))) {
          gate.add(stratum, flipped, weights);
          seen += 1;
          if (seen >= 30 && seen % 5 === 0 && gate.verdict !== null) break;
        }
        if (gate.verdict === verdict) wrong[verdict] += 1;
      }
    }
    // Three standard errors of 5 % among 200.
    expect(wrong.pass / runs).toBeLessThan(0.05 + 0.047);
    expect(wrong.regression / runs).toBeLessThan(0.05 + 0.047);
  });

  test('are a fair game whatever the weights: their mean over all draws is the remaining delta', () => {
    // One draw of three strata, every outcome weighed by its probability: e would grow on average if the weights were wrong.
    const strata: FlipStratum[] = [
      { size: 5, right: true, rate: 0.4 },
      { size: 9, right: true, rate: 0.01 },
      { size: 6, right: false, rate: 0.2 },
    ];
    const flips = [1, 4, 2];
    const boundary = (2 - 5) / 20;
    const weights = Float64Array.of(0.9, 0.15, 0.3);
    const total = strata.reduce((sum, { size }, h) => sum + size * (weights[h] ?? 0), 0);
    const mean = { pass: 0, regression: 0, estimate: 0 };
    strata.forEach(({ size }, stratum) => {
      for (const flipped of [true, false]) {
        const count = flipped ? (flips[stratum] ?? 0) : size - (flips[stratum] ?? 0);
        const probability = (count * (weights[stratum] ?? 0)) / total;
        const gate = new BenchmarkGate({ strata, boundary, gap: 0.1, alpha: 0.05 });
        gate.add(stratum, flipped, weights);
        mean.pass += probability * Math.exp(gate.evidence.pass);
        mean.regression += probability * Math.exp(gate.evidence.regression);
        mean.estimate += probability * (gate.estimate ?? Number.NaN);
      }
    });
    expect(mean.pass).toBeCloseTo(1, 9);
    expect(mean.regression).toBeCloseTo(1, 9);
    expect(mean.estimate).toBeCloseTo(boundary, 9);
  });

  test('need fewer samples where the prediction is right, and hardly more where it is useless', () => {
    const share = (own: World, isWeighted: boolean) => {
      let used = 0;
      for (let seed = 0; seed < 40; seed += 1) {
        const gate = new BenchmarkGate({ strata: own.strata, boundary: -0.035, gap: 0.035, alpha: 0.05 });
        for (const { stratum, flipped, weights } of drawn(own, mulberry32(seed), isWeighted)) {
          gate.add(stratum, flipped, weights);
          used += 1;
          if (gate.verdict !== null) break;
        }
      }
      return used / 40 / 600;
    };
    const flips = { falls: [2, 7, 15], rises: [2, 7, 15] } as const;
    const plain = [24, 24].map((count, side) => ({ size: 300, right: side === 0, rate: 0.12, count }));
    const today = share({ strata: plain, flips: plain.map(({ count }) => count) }, false);
    expect(share(world(PREDICTED, flips.falls, flips.rises), true)).toBeLessThan(0.85 * today);
    expect(share(world(REVERSED, flips.falls, flips.rises), true)).toBeLessThan(1.25 * today);
  });

  test('estimate the full run without bias at any number of draws, and exactly at its end', () => {
    const own = world(REVERSED, FALLS, RISES);
    const runs = 200;
    let [sum, squares] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const gate = new BenchmarkGate({ strata: own.strata, boundary: 0, gap: 0.02, alpha: 0.05 });
      let seen = 0;
      for (const { stratum, flipped, weights } of drawn(own, mulberry32(seed))) {
        gate.add(stratum, flipped, weights);
        seen += 1;
        if (seen === 100) break;
      }
      const error = (gate.estimate ?? Number.NaN) - deltaOf(own);
      sum += error;
      squares += error * error;
    }
    const stderr = Math.sqrt(squares / runs / runs);
    expect(Math.abs(sum / runs)).toBeLessThan(3 * stderr);
    const gate = new BenchmarkGate({ strata: own.strata, boundary: 0, gap: 0.02, alpha: 0.05 });
    expect(gate.estimate).toBeNull();
    for (const { stratum, flipped, weights } of drawn(own, mulberry32(1)))
      gate.add(stratum, flipped, weights);
    expect(gate.estimate).toBeCloseTo(deltaOf(own), 12);
  });

  test('have an interval that holds what is certain, the estimate, and nothing that was ruled out', () => {
    const own = world(REVERSED, FALLS, RISES);
    for (const seed of [1, 2]) {
      const all = [...drawn(own, mulberry32(seed))];
      for (const seen of [100, 300, 600]) {
        const options = { strata: own.strata, boundary: -0.03, gap: 0.03, alpha: 0.05 };
        const gate = new BenchmarkGate(options);
        for (const { stratum, flipped, weights } of all.slice(0, seen)) gate.add(stratum, flipped, weights);
        const { low, high } = benchmarkInterval(options, all.slice(0, seen));
        expect(low).toBeGreaterThanOrEqual(gate.certain.low - 1e-12);
        expect(high).toBeLessThanOrEqual(gate.certain.high + 1e-12);
        if (gate.verdict === 'pass') expect(low).toBeGreaterThanOrEqual(-0.03 - 1e-12);
        if (gate.verdict === 'regression') expect(high).toBeLessThanOrEqual(-0.03);
        expect(gate.estimate).toBeGreaterThanOrEqual(low - 1e-9);
        expect(gate.estimate).toBeLessThanOrEqual(high + 1e-9);
      }
    }
  });
});

describe('flip rates', () => {
  const strata = world(PREDICTED, [], []).strata;
  const ratesAfter = (flipsOf: (stratum: number, time: number) => boolean) => {
    const rates = new FlipRates(strata);
    for (let time = 0; time < 600; time += 1) rates.add(time % 6, flipsOf(time % 6, time));
    return [...rates.rates];
  };

  test('begin where they are predicted, and within a side in its order', () => {
    const [first = 1, second = 0, third = 0] = [...new FlipRates(strata).rates];
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
  });

  test('follow what is seen of a useless prediction', () => {
    const rates = ratesAfter((_, time) => time % 60 < 6);
    for (const rate of rates) expect(Math.abs(rate - 0.1)).toBeLessThan(0.05);
  });

  test('follow the level of a prediction that is right but for it', () => {
    // A third of what was predicted.
    const rates = ratesAfter(
      (stratum, time) => Math.floor(time / 6) % 100 < (100 * (PREDICTED[stratum % 3] ?? 0)) / 3,
    );
    expect(rates[2]).toBeLessThan(0.2);
    expect(rates[2]).toBeGreaterThan(3 * (rates[0] ?? 1));
  });
});
