import { describe, expect, test } from 'vitest';
import { trendsOf } from '../../../src/core/compare/trend.ts';
import type { RecordedRun } from '../../../src/core/domain/history.ts';
import type { MetricUnit } from '../../../src/core/domain/metric.ts';
import { trendBlocks } from '../../../src/report/history.ts';
import { blocksToLines } from '../../../src/report/terminal.ts';

const N = 500;
/** Rounds of one metric with these values; a standard error as a record has it. */
const rounds = (unit: MetricUnit, values: readonly (readonly [value: number, stderr: number | null])[]) =>
  values.map(([value, stderr], index) => ({
    ...{
      run: `r${index}`,
      date: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
      commit: null,
    },
    ...{ baseline: null, pullRequest: null },
    tasks: [
      {
        ...{ task: 'prompts', dataset: null, worse: [], better: [] },
        metrics: [
          { metric: 'toxicity', unit, direction: 'lower_is_better', candidate: { value, stderr, n: N } },
        ],
      },
    ],
  })) as unknown as RecordedRun[];
const rate = (value: number) => [value, Math.sqrt((value * (1 - value)) / N)] as const;

describe('a plateau', () => {
  const of = (values: readonly number[], role = 'target') =>
    rounds('rate', values.map(rate)).map((run) => ({
      ...run,
      tasks: run.tasks.map((task) => ({
        ...{ ...task, role, primaryMetric: 'toxicity' },
        metrics: task.metrics.map((metric) => ({ ...metric, direction: 'higher_is_better' })),
      })),
    })) as unknown as RecordedRun[];
  const said = (runs: readonly RecordedRun[]) => blocksToLines(trendBlocks({ runs })).join('\n');
  const flat = [0.2, 0.45, 0.7, 0.7, 0.705, 0.7];

  test('is told of a target that rose and rises no more, with what it gained', () => {
    const text = said(of(flat));
    expect(text).toContain('prompts/toxicity rises no more: a plateau.');
    expect(text).toMatch(/\+50\.0 pp up to 2026-01-03 .*, and in the 3 rounds since at most \+4\.8 pp/);
  });

  test.each<[string, readonly number[], string?]>([
    ['that still rises', [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]],
    ['that never rose', [0.7, 0.7, 0.71, 0.7, 0.7, 0.7]],
    ['of too few rounds', [0.2, 0.7, 0.7, 0.7]],
    ['of what should not gain', flat, 'general'],
    ['of what may still rise', [0.6, 0.65, 0.7, 0.7, 0.7, 0.7]],
  ])('is not told of a metric %s', (_, values, role) => {
    expect(said(of(values, role))).not.toContain('plateau');
  });
});

describe('a round that shows no spread', () => {
  const grown = [0.002, 0, 0.004, 0.002, 0.06, 0.07, 0.06, 0.065];

  test('has the error of its count where it is a rate, and hides no change', () => {
    const [trend] = trendsOf({ runs: rounds('rate', grown.map(rate)) });
    expect(trend).toMatchObject({ leftOut: 0, change: { isWorse: true, run: { run: 'r4' } } });
    expect(trend?.points[1]?.stderr).toBeCloseTo(0.0028, 4);
    expect(trendsOf({ runs: rounds('rate', [0, 0, 0, 0, 0, 0].map(rate)) })[0]?.change).toBeNull();
  });

  test('is left out where its error is not known, which is said', () => {
    const values = [5, 5.1, 5, 5.2, 9, 9.1, 9, 9.2].map(
      (value, index) => [value, index === 2 ? 0 : 0.2] as const,
    );
    const runs = rounds('number', values);
    const [trend] = trendsOf({ runs });
    expect(trend).toMatchObject({ leftOut: 1, change: { run: { run: 'r4' } } });
    expect(blocksToLines(trendBlocks({ runs })).join('\n')).toContain(
      '1 round without a standard error left out',
    );
    expect(
      trendsOf({
        runs: rounds(
          'number',
          values.map(([value]) => [value, null]),
        ),
      })[0],
    ).toMatchObject({
      ...{ leftOut: 8, change: null },
    });
  });
});
