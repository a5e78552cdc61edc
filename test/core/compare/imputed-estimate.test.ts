import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { imputeCandidate, imputeDelta } from '../../../src/core/compare/impute.ts';
import type { PairedScore } from '../../../src/core/compare/score-table.ts';
import type { MetricScores } from '../../../src/core/compare/scores.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import { limitsOfFinitePopulation } from '../../../src/core/stats/combined.ts';
import { decideOne, maxDrop } from '../decide/build.ts';
import { ACC, run } from './build.ts';

const LIMITED = { fingerprint: { limit: 400 } };

function compare(population: number | null, other: number | null = population) {
  const side = (from: number | null, fell: number) => {
    const more: Partial<RunRecord> = { ...LIMITED, ...(from === null ? {} : { population: from }) };
    const scores = Array.from({ length: 400 }, (_, index) => Number(index % 4 !== 0 && index % 50 !== fell));
    return run(scores, ACC, more);
  };
  return compareTask(side(population, 51), side(other, 1));
}
const width = (population: number) => {
  const { result } = decideOne(compare(population), maxDrop(0.05), { target: 'benchmark' });
  return (result.delta?.high ?? NaN) - (result.delta?.low ?? NaN);
};

describe('a random part of a benchmark', () => {
  test('is judged with the finite-population factor', () => {
    const { result } = decideOne(compare(500), maxDrop(0.03), { target: 'benchmark' });
    expect([result.verdict, result.test?.method]).toEqual(['pass', 'finite population']);
    expect(result.reasons.join(' ')).toContain('all 500 samples of the task, of which 400 were drawn');
    expect(decideOne(compare(500), maxDrop(0.03)).result.verdict).toBe('inconclusive');
  });

  test('says less of a longer list, and of an endless one what it says of all questions', () => {
    expect(width(500)).toBeLessThan(width(1000));
    expect(width(1000)).toBeLessThan(width(100_000));
    const { result } = decideOne(compare(500), maxDrop(0.05));
    expect(width(1e9)).toBeCloseTo((result.delta?.high ?? 0) - (result.delta?.low ?? 0), 6);
  });

  test.each([
    ['nobody says so', null, null],
    ['only one side says so', 500, null],
    ['the sides say different things', 500, 600],
  ] as const)('is invalid where %s', (_, baseline, candidate) => {
    const { result } = decideOne(compare(baseline, candidate), maxDrop(0.02), { target: 'benchmark' });
    expect(result.verdict).toBe('invalid');
  });
});

describe('right and wrong answers of equal weight are counted, not averaged', () => {
  const once = [...Array(40).keys()].map(
    (index): PairedScore => ({
      ...{ key: `${index}`, group: null, weight: 1, cluster: null },
      baseline: { numerator: Number(index % 3 > 0), denominator: 1 },
      candidate: { numerator: Number(index % 4 > 0), denominator: 1 },
    }),
  );
  const inCluster = (score: PairedScore) => ({ ...score, cluster: score.key });
  const twice = [...once, ...once].map(inCluster);
  const times = (part: PairedScore['baseline'], weight: number) =>
    part && { numerator: weight * part.numerator, denominator: weight };
  const heavy = once.map((score) => ({
    ...{ ...score, weight: 3 },
    ...{ baseline: times(score.baseline, 3), candidate: times(score.candidate, 3) },
  }));
  const read = (scores: readonly PairedScore[]) => ({ declaration: ACC, scores }) as unknown as MetricScores;

  test.each([
    ['rows that stand there twice, in clusters', twice],
    ['weights that are all 3', heavy],
  ])('of %s', (_, scores) => {
    for (const impute of [imputeDelta, imputeCandidate]) {
      const [plain, other] = [impute(read(once)), impute(read(scores))];
      expect(other?.lowest?.inference).toEqual(plain?.lowest?.inference);
      expect(other?.method).toBe(plain?.method);
    }
  });

  test('but not of clusters that differ within, or in size', () => {
    const [first, ...others] = twice as [PairedScore, ...PairedScore[]];
    const mixed = { ...first, baseline: { numerator: 1, denominator: 1 } };
    expect(imputeDelta(read([mixed, ...others]))?.method).toBe('clustered t');
    expect(imputeDelta(read(others))?.method).toBe('clustered t');
  });
});

test('nothing is open when all were seen', () => {
  const limits = limitsOfFinitePopulation(
    { lower: (alpha) => alpha - 0.5, upper: (alpha) => 0.5 - alpha },
    1,
  );
  expect([limits.lower(0.05), limits.upper(0.05)]).toEqual([0, 0]);
});
