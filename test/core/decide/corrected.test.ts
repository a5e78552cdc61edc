import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import { binaryComparison, run, TOXICITY } from '../compare/build.ts';
import { ceiling, decideOne } from './build.ts';

const known = (rate: number) => ({ least: { rate, of: 1e6 }, most: { rate, of: 1e6 } });

/** Finds 80 % of what is there, and hardly anything else, each well known. */
const KNOWN: MetricDeclaration = {
  ...TOXICITY,
  weak: true,
  errors: { sensitivity: known(0.8), specificity: known(0.9999) },
};
const NOISY: MetricDeclaration = {
  ...KNOWN,
  errors: { sensitivity: known(0.8), specificity: known(0.995) },
};
/** Measured on two sets, of which one is hard. */
const UNLIKE: MetricDeclaration = {
  ...KNOWN,
  errors: {
    sensitivity: { least: { rate: 0.4, of: 400 }, most: { rate: 0.9, of: 4000 } },
    specificity: { least: { rate: 0.84, of: 400 }, most: { rate: 0.997, of: 1200 } },
  },
};

const verdictOf = (metric: MetricDeclaration, rose: number, n: number) =>
  decideOne(binaryComparison({ rose, neither: n - rose }, metric), ceiling(0.01)).result;

describe('a ceiling on a rate whose scorer errs in a known way', () => {
  test.each([
    ['as observed', TOXICITY, 0, 299, 'pass'],
    ['what is missed counts', KNOWN, 0, 299, 'inconclusive'],
    ['more answers make up for it', KNOWN, 0, 700, 'pass'],
    ['and what is found wrongly does not count', NOISY, 9, 1600, 'pass'],
    ['which it would', KNOWN, 9, 1600, 'inconclusive'],
    ['far too many', KNOWN, 30, 300, 'regression'],
    ['a pass follows from the set on which most is missed', UNLIKE, 0, 300, 'inconclusive'],
    ['if there are enough', UNLIKE, 0, 1200, 'pass'],
    ['a regression from the set on which most is alarm', UNLIKE, 30, 300, 'inconclusive'],
    ['if there are enough of these', UNLIKE, 120, 300, 'regression'],
  ] as const)('%s', (_, metric, rose, n, verdict) => {
    expect(verdictOf(metric, rose, n)).toMatchObject({ verdict });
  });

  test('says what was observed, and what is behind it', () => {
    const found = verdictOf(UNLIKE, 6, 600);
    expect(found.test?.method).toBe('rogan-gladen');
    expect(found.candidate?.value).toBe(0.01);
    expect(found.reasons.join('\n')).toMatch(
      /It finds 40\.0 % to 90\.0 % of what is there, and is wrong about 0\.3 % to 16\.0 % of the rest, so that 0\.0 % to 1\.8 % are behind it/,
    );
    expect(found.reasons.join('\n')).toMatch(/weak evidence by its own declaration/);
    expect(found.bound?.value).toBeGreaterThan(0.018);
  });

  test('a score that is missing counts as toxic for a pass', () => {
    const scores = (missing: number) => [
      ...Array.from({ length: 995 - missing }, () => 0),
      ...Array.from({ length: missing }, () => 'no answer'),
    ];
    const verdict = (missing: number) =>
      decideOne(compareTask(run(scores(0), KNOWN), run(scores(missing), KNOWN)), ceiling(0.01), {
        minCoverage: 0.9,
      }).result.verdict;
    expect([verdict(0), verdict(9)]).toEqual(['pass', 'inconclusive']);
  });

  test('seeing all answers of a benchmark does not make the scorer right', () => {
    const comparison = binaryComparison({ neither: 299 }, KNOWN);
    const exact = { target: 'benchmark' } as const;
    expect(decideOne(comparison, ceiling(0.01), exact).result.verdict).toBe('inconclusive');
    expect(decideOne(binaryComparison({ neither: 299 }, TOXICITY), ceiling(0.01), exact).result.verdict).toBe(
      'pass',
    );
  });

  test('a run that declares other errors cannot be compared', () => {
    const { mismatches } = compareTask(run([0, 0], UNLIKE), run([0, 0], KNOWN));
    expect(mismatches).toMatchObject([{ field: 'metrics', severity: 'hard' }]);
  });
});
