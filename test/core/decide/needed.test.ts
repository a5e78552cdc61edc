import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../../scripts/calibration/graded.ts';
import { normal } from '../../../scripts/calibration/graded-models.ts';
import { sidesOf, testDrop } from '../../../scripts/calibration/judged.ts';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { PairedScore } from '../../../src/core/compare/score-table.ts';
import { minimumDetectable } from '../../../src/core/decide/test-hypothesis.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { ACC, run } from '../compare/build.ts';
import { decideOne, maxDrop } from './build.ts';

test.each([
  ['half right', 0.5, 20, 53],
  ['right', 1, 20, 52],
])('answers that are all %s and unchanged take as many as the rule does', (_, score, count, needed) => {
  const side = run(Array.from({ length: count }, () => score));
  expect(decideOne(compareTask(side, side), maxDrop(0.05)).result.needed).toBe(needed);
  const enough = run(Array.from({ length: needed }, () => score));
  expect(decideOne(compareTask(enough, enough), maxDrop(0.05)).result.verdict).toBe('pass');
});

const RUNS = 100;
const alone = { group: null, weight: 1 };
const rate = { min: 0, max: 1 };

/** Models that lose a little, by the kind of evidence that they leave. */
const KINDS = [
  {
    kind: 'pairs of 0/1 scores',
    metric: ACC,
    draw: (random: () => number): Partial<PairedScore> => {
      const u = random();
      return sidesOf(u < 0.07 ? -1 : u < 0.12 ? 1 : 0, 0, 1);
    },
  },
  {
    kind: 'partial credit',
    metric: scoreOf(rate),
    draw: (random: () => number): Partial<PairedScore> => {
      const u = random();
      return sidesOf(u < 0.12 ? -0.5 : u < 0.2 ? 0.5 : 0);
    },
  },
  {
    kind: 'a ratio without a range',
    metric: scoreOf({ min: null, max: null }, 'ratio'),
    draw: (random: () => number): Partial<PairedScore> => sidesOf(-0.02 + 0.2 * normal(random), -5, 5),
  },
] as const;

const drawn = (
  { draw }: (typeof KINDS)[number],
  count: number,
  random: () => number,
  size: number,
): PairedScore[] =>
  Array.from(
    { length: count },
    (_, key) =>
      ({
        ...alone,
        key: `${key}`,
        cluster: size === 1 ? null : `${Math.floor(key / size)}`,
        ...draw(random),
      }) as PairedScore,
  );

describe.each(KINDS)('$kind', (kind) => {
  test.each([1, 4])('in clusters of %d: as many as said decide nine of ten runs', (size) => {
    const random = mulberry32(5);
    const draw = (count: number) => drawn(kind, count, random, size);
    const share = (count: number, limit: number) => {
      let passed = 0;
      for (let each = 0; each < RUNS; each += 1)
        if (testDrop(kind.metric, draw(count), { kind: 'absolute', value: limit })?.verdict === 'pass')
          passed += 1;
      return passed / RUNS;
    };
    const first = draw(400);
    const change = first.reduce(
      (sum, { baseline, candidate }) => sum + (candidate?.numerator ?? 0) - (baseline?.numerator ?? 0),
      0,
    );
    const truth = -0.02;
    // As far inside the limit as was observed, on average.
    const limit = 0.05 + truth - change / first.length;
    const tested = testDrop(kind.metric, first, { kind: 'absolute', value: limit });
    const needed = tested?.needed ?? first.length;
    const decided = share(needed, 0.05);
    expect(decided).toBeGreaterThan(needed === first.length ? 0.5 : 0.75);
    const detectable = minimumDetectable(tested?.halfWidth ?? Number.NaN, 0.05);
    const shown = share(first.length, -truth + detectable);
    expect(shown).toBeGreaterThan(0.78);
  });
});
