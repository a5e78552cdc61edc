import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../../src/core/compare/compare.ts';
import type { Change, GateRule } from '../../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../../src/core/domain/metric.ts';
import { verdictExitCode } from '../../../../src/core/domain/verdict.ts';
import { mulberry32 } from '../../../../src/core/stats/random.ts';
import { ACC, BITS, binaryScores, run, TOXICITY } from '../../compare/build.ts';
import { decideOne } from '../build.ts';

const byGroup = (value: number, kind: Change['kind'] = 'absolute'): GateRule => ({
  rule: 'no_regression_by_group',
  limit: { kind, value },
});

type Counts = Parameters<typeof binaryScores>[0];

/** One task with the given counts in each group. @param right the score of a right answer */
function grouped(groups: Record<string, Counts>, metric: MetricDeclaration = ACC, right = 1): TaskComparison {
  const pairs = Object.entries(groups).flatMap(([group, counts]) =>
    binaryScores(counts).map((pair) => ({ ...pair, group })),
  );
  const side = (key: 'baseline' | 'candidate') =>
    run(
      pairs.map((pair) => right * pair[key]),
      metric,
      {},
      (index) => ({ group: pairs[index]?.group ?? '' }),
    );
  return compareTask(side('baseline'), side('candidate'));
}

const calm: Counts = { both: 60, fell: 4, rose: 4, neither: 32 };

describe('no_regression_by_group', () => {
  test.each([
    ['calm groups', { algebra: calm, botany: calm }, 0, 'pass', 0],
    [
      'one group that fell',
      { algebra: { both: 60, fell: 20, neither: 20 }, botany: calm },
      0,
      'regression',
      1,
    ],
    [
      'a fall within the limit',
      { algebra: { both: 60, fell: 20, neither: 20 }, botany: calm },
      0.15,
      'pass',
      0,
    ],
    [
      'a fall beyond the limit',
      { algebra: { both: 60, fell: 20, neither: 20 }, botany: calm },
      0.05,
      'regression',
      1,
    ],
    ['a group that gained', { algebra: { both: 60, rose: 20, neither: 20 }, botany: calm }, 0, 'pass', 0],
    ['groups too small to tell', { algebra: { fell: 3 }, botany: { both: 3 } }, 0, 'inconclusive', 2],
    ['groups of one', { algebra: { fell: 1 }, botany: { fell: 1 } }, 0, 'inconclusive', 2],
    ['six pairs of two groups can tell', { algebra: { fell: 6 }, botany: { both: 6 } }, 0, 'regression', 1],
  ] as const)('%s', (_, groups, limit, verdict, exitCode) => {
    const { decision, result } = decideOne(grouped(groups), byGroup(limit));
    expect([result.verdict, verdictExitCode(decision.verdict, decision.blocked)]).toEqual([
      verdict,
      exitCode,
    ]);
  });

  test('what a group could show at most does not depend on the unit of its scores', () => {
    const points = { ...ACC, unit: 'number' as const };
    const verdictOn = (width: number, groups: Record<string, Counts>) => {
      const metric = { ...points, range: { min: 0, max: width } };
      return decideOne(grouped(groups, metric, width), byGroup(0.15 * width)).result.verdict;
    };
    const small = { algebra: { both: 4 }, botany: { both: 4 } };
    for (const width of [0.01, 1, 10, 100]) {
      expect([width, verdictOn(width, { algebra: calm, botany: calm })]).toEqual([width, 'pass']);
      expect([width, verdictOn(width, small)]).toEqual([width, 'inconclusive']);
    }
  });

  test('a group whose missing score could be anything has not been heard, however the others are', () => {
    const groups = Array.from({ length: 120 }, (_, index) => (index < 60 ? 'algebra' : 'botany'));
    const side = (bits: (group: string, index: number) => number | null) =>
      run(
        groups.map((group, index) => {
          const numerator = bits(group, index);
          return numerator === null ? 'engine died' : { numerator, denominator: 1 };
        }),
        BITS,
        {},
        (index) => ({ group: groups[index] ?? '' }),
      );
    const noise = (index: number) => ((index * 37) % 11) / 1000;
    const judged = (lost: number | null) =>
      decideOne(
        compareTask(
          side(() => 1),
          side((group, index) => (index === lost ? null : (group === 'algebra' ? 3 : 0.9) + noise(index))),
        ),
        byGroup(0),
      );
    expect(judged(null).result.verdict).toBe('regression');
    const { decision, result } = judged(5);
    expect([result.verdict, result.leaning, verdictExitCode(decision.verdict, decision.blocked)]).toEqual([
      'inconclusive',
      'none',
      2,
    ]);
    expect(result.reasons).toContain('Scores are missing, which could be anything: algebra.');
  });

  test.each([
    ['no score is left is no group less', 20, 'Only 0 of 20 samples of the group lost have scores.'],
    ['half the scores are left cannot be judged', 10, 'Only 10 of 20 samples of the group lost have scores.'],
    ['one score is missing can', 1, null],
  ])('a group of which %s', (_, missing, fault) => {
    const groups = Array.from({ length: 2200 }, (__, index) => (index < 20 ? 'lost' : `group ${index % 2}`));
    const side = run(
      groups.map((__, index) => (index < missing ? 'engine died' : 1)),
      ACC,
      {},
      (index) => ({ group: groups[index] ?? '' }),
    );
    const { result } = decideOne(compareTask(side, side), byGroup(0.1));
    expect(result.verdict === 'invalid').toBe(fault !== null);
    if (fault !== null) expect(result.reasons).toEqual([fault]);
  });

  test('names the groups, the smallest p first, and says what a pass is not', () => {
    const { result } = decideOne(
      grouped({ algebra: calm, botany: { both: 60, fell: 20, neither: 20 } }),
      byGroup(0),
    );
    expect(result.reasons).toEqual(['1 of 2 groups is proven to have dropped: botany −20.0 pp (100 pairs).']);
    const pass = decideOne(grouped({ algebra: calm, tiny: { both: 3 } }), byGroup(0.02)).result;
    expect(pass.reasons).toEqual([
      'None of 2 groups is proven to have dropped by more than 2 pp. This is an alarm that did not go off, not a proof of safety.',
      'Too few samples to set off the alarm by themselves: tiny.',
    ]);
  });

  test('points out what the family does not prove', () => {
    const slight: Counts = { both: 60, fell: 11, rose: 3, neither: 26 };
    const groups = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`g${index}`, index < 3 ? slight : calm]),
    );
    const { result } = decideOne(grouped(groups), byGroup(0));
    expect(result.verdict).toBe('pass');
    expect(result.reasons[1]).toMatch(/^Not proven, but worth a look: g0 −8.0 pp/);
  });

  test('knows the direction', () => {
    const groups = { algebra: { both: 60, rose: 20, neither: 20 }, botany: calm };
    expect(decideOne(grouped(groups, TOXICITY), byGroup(0)).result.verdict).toBe('regression');
  });

  test.each([
    [
      'no groups',
      compareTask(run([1, 1]), run([1, 1])),
      byGroup(0),
      'No sample of facts belongs to a group: set group_field on the task, or give each sample of the results its group.',
    ],
    [
      'a relative limit on a group that is at 0',
      grouped({ algebra: calm, botany: { neither: 50 } }),
      byGroup(0.1, 'relative'),
      'The group botany cannot be judged: A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit.',
    ],
  ])('%s is invalid', (_, comparison, rule, reason) => {
    expect(decideOne(comparison, rule).result).toMatchObject({ verdict: 'invalid', reasons: [reason] });
  });

  test('a group without scores is not silently left out, however small', () => {
    const group = (index: number) => ({ group: index < 10 ? 'small' : 'large' });
    const ones = Array.from({ length: 2000 }, () => 1);
    const broken = ones.map((score, index) => (index < 10 ? 'cut off' : score));
    const { result } = decideOne(
      compareTask(run(ones, ACC, {}, group), run(broken, ACC, {}, group)),
      byGroup(0),
    );
    expect(result).toMatchObject({
      verdict: 'invalid',
      reasons: ['Only 0 of 10 samples of the group small have scores.'],
    });
  });

  test('one sample of a small group may lack its score', () => {
    const group = (index: number) => ({ group: `g${index % 4}` });
    const ones = Array.from({ length: 200 }, () => 1);
    const broken = ones.map((score, index) => (index === 3 ? 'cut off' : score));
    const { result } = decideOne(
      compareTask(run(ones, ACC, {}, group), run(broken, ACC, {}, group)),
      byGroup(0),
    );
    expect(result.verdict).toBe('pass');
  });

  test('raises a false alarm in at most 5 per cent of unchanged models, and hears 15 points in 3 of 57', () => {
    const random = mulberry32(5);
    const draw = (falls: number, rises: number): Counts => {
      const draws = Array.from({ length: 100 }, random);
      const fell = draws.filter((u) => u < falls).length;
      const rose = draws.filter((u) => u >= falls && u < falls + rises).length;
      return { both: 65 - fell, fell, rose, neither: 35 - rose };
    };
    const subjects = (broken: number) =>
      Object.fromEntries(
        Array.from({ length: 57 }, (_, index) => [
          `s${index}`,
          index < broken ? draw(0.18, 0.03) : draw(0.05, 0.05),
        ]),
      );
    const alarms = (broken: number, replicates: number) =>
      Array.from(
        { length: replicates },
        () => decideOne(grouped(subjects(broken)), byGroup(0)).result.verdict,
      ).filter((verdict) => verdict === 'regression').length;
    expect(alarms(3, 2)).toBe(2);
    // Eight runs at 5 %: three or more alarms have a chance of 0.6 %.
    expect(alarms(0, 8)).toBeLessThan(3);
  });
});
