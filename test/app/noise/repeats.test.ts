import { expect, test } from 'vitest';
import { answerNoise, isRepeated, redrawn } from '../../../src/app/noise/repeats.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { meanOfRepeats } from '../../../src/core/metrics/repeats.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { record, sample } from '../../core/compare/build.ts';

const EXACT = { ...declareMetric('exact_match'), repeated: true } as const;

const runOf = (answers: readonly (readonly number[])[]): TaskRun => ({
  record: record({ metrics: [EXACT], fingerprint: { repeats: answers[0]?.length ?? 0 } }),
  samples: answers.map((scores, index) =>
    sample(
      `s${index}`,
      { exact_match: meanOfRepeats(scores) },
      {
        repeats: { scores: { exact_match: scores }, same_as: scores.map((score) => scores.indexOf(score)) },
      },
    ),
  ),
});

test('the standard error of two runs follows from what answers differ by', () => {
  // s² = 1/3 and 0 of two samples: √(2 · (1/3)/3) / 2.
  const [noise] = answerNoise(
    runOf([
      [1, 0, 0],
      [1, 1, 1],
    ]),
  );
  expect(noise).toMatchObject({ answers: 3, samples: 2, flaky: 1, largest: 1 });
  expect(noise?.stderr).toBeCloseTo(Math.sqrt(2 / 9) / 2, 12);
  expect(
    answerNoise(
      runOf([
        [1, 1],
        [0, 0],
      ]),
    )[0]?.stderr,
  ).toBeNull();
});

test.each([[[1, 0]], [[1, 0, 0]], [[0.2, 0.4, 0.9, 0.1, 0.1]]])(
  'means of redrawn answers of %j vary as those of as many answers do',
  (scores) => {
    const run = runOf([scores]);
    const random = mulberry32(7);
    const means = Array.from({ length: 4000 }, () => {
      const [first] = redrawn(run, random).samples;
      return first?.scores.exact_match as number;
    });
    const mean = meanOfRepeats(scores);
    const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / means.length;
    const within = scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (scores.length - 1);
    expect(variance / (within / scores.length)).toBeCloseTo(1, 0.9);
  },
);

test('a redrawn sample says which of its answers are the same, and its record stays', () => {
  const run = runOf([[1, 0, 1, 0]]);
  const [first] = redrawn(run, mulberry32(3)).samples;
  const { scores, same_as: sameAs = [] } = first?.repeats ?? { scores: {} };
  expect(sameAs).toEqual(scores.exact_match?.map((score) => scores.exact_match?.indexOf(score)));
  expect(redrawn(run, mulberry32(3)).record).toBe(run.record);
});

test('a run with a metric that keeps no answers needs a second one', () => {
  const run = runOf([[1, 0]]);
  expect(isRepeated(run)).toBe(true);
  const { record: own } = run;
  expect(isRepeated({ record: { ...own, metrics: [...own.metrics, declareMetric('f1_micro')] } })).toBe(
    false,
  );
});
