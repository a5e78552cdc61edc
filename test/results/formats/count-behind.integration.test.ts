import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aggregate } from '../../../src/core/domain/run.ts';
import { withCounts } from '../../../src/results/formats/count-behind.ts';
import { commonMetric } from '../../../src/results/formats/metrics.ts';

const ACC = commonMetric('acc', () => 'higher_is_better');

function counted(
  value: number,
  stderr: number | null,
  peers: readonly [number, number][] = [],
  task = 'facts',
): Aggregate {
  if (ACC === null) throw new Error('acc is known');
  const aggregate = { metric: 'acc', value, stderr, n: null };
  const all = [aggregate, ...peers.map(([own, error]) => ({ value: own, stderr: error }))];
  const [found] = withCounts(task, [aggregate], [ACC], all);
  if (found === undefined) throw new Error('one in, one out');
  return found;
}

const errorOf = (right: number, n: number) => Math.sqrt(((right / n) * (1 - right / n)) / (n - 1));
const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
/** What makes a file one of four decimals, where the numbers at hand lost their zeros. */
const FOUR: readonly [number, number][] = [[0.1234, 0.0123]];

describe('of a value and an error that were rounded', () => {
  // hellaswag of Pythia-160m and gsm8k as lm_eval prints them; arc_challenge of OPT-125m.
  test.each([
    [0.2901, 0.0045, 10_042],
    [0.6892, 0.0127, 1319],
    [0.1911, 0.0115, 1172],
    [0.75, 0.0435, 100],
  ])('%d ± %d there are the fewest samples, and never more than there were', (value, stderr, n) => {
    const { n: used, rounded, stderr: error } = counted(value, stderr, FOUR);
    expect(used).toBe(rounded?.n[0]);
    expect(used).toBeLessThanOrEqual(n);
    expect(rounded?.n[1]).toBeGreaterThanOrEqual(n);
    expect(error).toBeGreaterThan(stderr);
  });

  test('right answers and samples are whole, so that few leave one number', () => {
    expect(counted(0.75, 0.0993, FOUR)).toMatchObject({ n: 20, rounded: { n: [20, 20] } });
  });

  test('an error of one digit says too little', () => {
    expect(counted(0.75, 0.01)).toMatchObject({
      n: null,
      rounded: { n: [expect.any(Number), expect.any(Number)] },
    });
  });

  test('a value that may have been cut more than the rest of its file is taken as cut', () => {
    const [alone, among] = [counted(0.7, 0.0095), counted(0.7, 0.0095, FOUR)];
    expect(among.n).toBeGreaterThan(alone.n ?? 0);
    expect(alone.stderr).toBeGreaterThan(among.stderr ?? 1);
  });

  test.each([
    ['0 has any number', 0.75, 0],
    ['that no answers give has none', 0.75, 0.9],
  ])('an error %s', (_, value, stderr) => {
    expect(counted(value, stderr, FOUR)).toEqual({ metric: 'acc', value, stderr, n: null });
  });

  test('shares of probability are no counts', () => {
    expect(counted(0.4523, 0.0145, FOUR, 'truthfulqa_mc2').n).toBeNull();
  });

  test.each([3, 4, 5])('to %d decimals never counts too many, nor an error too small', (decimals) => {
    const tried = fc
      .tuple(fc.integer({ min: 5, max: 30_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
      .map(([n, share, isFull]) => ({ n, right: Math.min(n - 1, 1 + Math.floor(share * (n - 1))), isFull }));
    fc.assert(
      fc.property(tried, ({ n, right, isFull }) => {
        const [value, stderr] = [right / n, errorOf(right, n)];
        const peer: [number, number] = [round(1 / 3, decimals), round(1 / 30, decimals)];
        const own = counted(round(value, decimals), round(stderr, decimals), isFull ? [peer] : []);
        if (own.rounded === undefined) return;
        expect(own.rounded.n[0]).toBeLessThanOrEqual(n);
        expect(own.rounded.n[1]).toBeGreaterThanOrEqual(n);
        expect(own.n ?? own.rounded.n[0]).toBe(own.rounded.n[0]);
        if (own.n !== null) expect(own.stderr).toBeGreaterThanOrEqual(stderr);
        else expect(own.rounded.n[1]).toBeGreaterThan(2 * own.rounded.n[0]);
      }),
      { numRuns: 1000 },
    );
  });
});

test('in full precision there is one number, or none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 50_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, share) => {
        const right = Math.min(n - 1, 1 + Math.floor(share * (n - 1)));
        const found = counted(right / n, errorOf(right, n), [[1 / 3, 1 / 30]]);
        expect(found).toEqual({ metric: 'acc', value: right / n, stderr: errorOf(right, n), n });
      },
    ),
  );
  expect(counted(0.4523, 0.014512345678901).n).toBeNull();
});
