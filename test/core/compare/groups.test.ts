import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import { decideOne, maxDrop } from '../decide/build.ts';
import { ACC, run } from './build.ts';

const MACRO: MetricDeclaration = { ...ACC, group_average: 'macro' };

/** Right answers, baseline and candidate, out of so many, group by group. */
type Groups = Readonly<Record<string, readonly [number, number, number]>>;

function compare(groups: Groups, metric: MetricDeclaration, cluster?: (index: number) => string) {
  const groupOf = Object.entries(groups).flatMap(([name, [, , n]]) => Array.from({ length: n }, () => name));
  const side = (at: 0 | 1) => {
    const scores = Object.values(groups).flatMap((group) =>
      Array.from({ length: group[2] }, (_, index) => Number(index < group[at])),
    );
    return run(scores, metric, {}, (index) => ({
      group: groupOf[index] ?? '',
      ...(cluster === undefined ? {} : { cluster: cluster(index) }),
    }));
  };
  return compareTask(side(0), side(1));
}

const UNEVEN: Groups = { large: [800, 800, 1000], small: [50, 30, 100] };

describe('a mean of groups', () => {
  test('counts every group alike, with the error of each', () => {
    const { result } = decideOne(compare(UNEVEN, MACRO), maxDrop(0.02));
    expect(result.baseline?.value).toBeCloseTo((0.8 + 0.5) / 2, 12);
    expect(result.candidate?.value).toBeCloseTo((0.8 + 0.3) / 2, 12);
    expect(result.delta?.value).toBeCloseTo(-0.1, 12);
    expect([result.verdict, result.delta?.method]).toEqual(['regression', 'stratified t']);
    const variance = (p: number, n: number) => (p * (1 - p)) / (n - 1);
    expect(result.baseline?.stderr).toBeCloseTo(Math.sqrt(variance(0.8, 1000) + variance(0.5, 100)) / 2, 12);
  });

  test('is another number than the mean of all samples', () => {
    const { result } = decideOne(compare(UNEVEN, ACC), maxDrop(0.03));
    expect([result.verdict, result.delta?.method]).toEqual(['pass', 'tango']);
    expect(result.delta?.value).toBeCloseTo(-20 / 1100, 12);
  });

  test('of one group is the mean of its samples', () => {
    const one: Groups = { only: [300, 280, 400] };
    const [macro, micro] = [compare(one, MACRO), compare(one, ACC)];
    expect(macro.result?.metrics[0]?.delta).toEqual(micro.result?.metrics[0]?.delta);
  });

  test.each([
    ['many samples', { a: [400, 400, 500], b: [300, 300, 500] }, 'pass'],
    ['few samples in one group', { a: [400, 400, 500], b: [15, 15, 30] }, 'inconclusive'],
  ] as const)('that did not change: %s', (_, groups, verdict) => {
    expect(decideOne(compare(groups, MACRO), maxDrop(0.02)).result.verdict).toBe(verdict);
  });

  test('is compared where the verdict is about exactly these samples', () => {
    const { result } = decideOne(compare(UNEVEN, MACRO), maxDrop(0.1), { target: 'benchmark' });
    expect([result.verdict, result.test?.method]).toEqual(['pass', 'benchmark']);
  });

  test('has no value where a group has no scores', () => {
    const all = Array.from({ length: 200 }, (_, index) => ({ group: index === 0 ? 'lost' : 'kept' }));
    const side = run(
      ['broken', ...Array.from({ length: 199 }, () => 1)],
      MACRO,
      {},
      (index) => all[index] ?? {},
    );
    expect(decideOne(compareTask(side, side), maxDrop(0.02)).result.verdict).toBe('invalid');
  });

  test.each([
    ['whole', null, 'pass'],
    ['with a score missing of which nobody says how low it could be', 7, 'inconclusive'],
  ] as const)('of scores without a range, %s', (_, lost, verdict) => {
    const metric: MetricDeclaration = { ...MACRO, name: 'score', range: { min: null, max: null } };
    const side = (missing: number | null) =>
      run(
        Array.from({ length: 1000 }, (_each, index) => (index === missing ? 'lost' : 3 + (index % 7) / 10)),
        metric,
        {},
        (index) => ({ group: `${index % 2}` }),
      );
    expect(decideOne(compareTask(side(null), side(lost)), maxDrop(0.2)).result.verdict).toBe(verdict);
  });

  test('adds the errors of groups into which one cluster reaches', () => {
    const independent = decideOne(compare(UNEVEN, MACRO), maxDrop(0.02)).result;
    const { result } = decideOne(
      compare(UNEVEN, MACRO, (index) => (index === 0 || index === 1000 ? 'shared' : `${index}`)),
      maxDrop(0.02),
    );
    expect(result.delta?.value).toBeCloseTo(independent.delta?.value ?? Number.NaN, 12);
    const stderr = (p: number, n: number) => Math.sqrt((p * (1 - p)) / (n - 1));
    expect(result.baseline?.stderr).toBeCloseTo((stderr(0.8, 1000) + stderr(0.5, 100)) / 2, 3);
  });

  // red-team 2: rows copied into groups of their own, under a mean of groups
  test('proves no more when its groups are copies of one', () => {
    const pairs: Groups = { a: [48, 48, 60] };
    const copies = Object.fromEntries(Array.from({ length: 8 }, (_, copy) => [`${copy}`, [48, 48, 60]]));
    const one = decideOne(
      compare(pairs, ACC, (index) => `${index}`),
      maxDrop(0.02),
    ).result;
    const many = decideOne(
      compare(copies as unknown as Groups, MACRO, (index) => `${index % 60}`),
      maxDrop(0.02),
    ).result;
    expect([one.verdict, many.verdict]).toEqual(['inconclusive', 'inconclusive']);
    expect(many.baseline?.stderr).toBeCloseTo(one.baseline?.stderr ?? Number.NaN, 12);
    expect(decideOne(compare(copies as unknown as Groups, MACRO), maxDrop(0.02)).result.verdict).toBe('pass');
  });

  test.each([
    ['candidate', (macro: TaskRun, either: TaskRun) => compareTask(macro, either)],
    ['baseline', (macro: TaskRun, either: TaskRun) => compareTask(either, macro)],
  ])('is recognised where the numbers of the %s fit either mean', (_, compared) => {
    const place = (index: number) => ({ group: index < 300 ? 'large' : 'small' });
    const scores = (right: (index: number) => boolean) =>
      Array.from({ length: 400 }, (_value, index) => Number(right(index)));
    const macro = run(
      scores((index) => index < 60 || index >= 350),
      MACRO,
      {},
      place,
    );
    const nothing = run(
      scores(() => false),
      ACC,
      {},
      place,
    );
    const comparison = compared(macro, nothing);
    expect(comparison.mismatches).toEqual([]);
    expect(Math.abs(comparison.result?.metrics[0]?.delta?.value ?? 0)).toBeCloseTo((0.2 + 0.5) / 2, 12);

    const micro = run(
      scores((index) => index < 60),
      ACC,
      {},
      place,
    );
    expect(compared(macro, micro).mismatches).toMatchObject([{ field: 'metrics', severity: 'hard' }]);
  });
});
