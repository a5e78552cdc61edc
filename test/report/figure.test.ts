import { describe, expect, test } from 'vitest';
import type { GateResult } from '../../src/core/domain/decision.ts';
import { figureOf } from '../../src/report/figure.ts';
import { asciiFigure, sparkline } from '../../src/report/figure-ascii.ts';
import { delta, gate } from './examples.ts';

const drawn = (given: GateResult): readonly string[] =>
  figureOf(given).flatMap((block) => (block.kind === 'figure' ? asciiFigure(block.scale) : []));

describe('the figure is drawn to scale', () => {
  const columns = (given: GateResult) => {
    const [sides = '', row = '', axis = ''] = drawn(given);
    return {
      limit: sides.indexOf('│'),
      low: row.search(/[[◄]/),
      value: row.indexOf('●'),
      high: row.search(/[\]►]/),
      axis,
    };
  };

  test.each([
    ['pass', delta(-0.002, -0.011, 0.007), 'right'],
    ['regression', delta(-0.312, -0.36, -0.264), 'left'],
    ['undecided', delta(-0.02, -0.0571, 0.0126), 'across'],
  ] as const)('%s', (_, interval, where) => {
    const { limit, low, value, high } = columns(gate({ delta: interval }));
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThan(high);
    if (where === 'right') expect(low).toBeGreaterThan(limit);
    else if (where === 'left') expect(high).toBeLessThan(limit);
    else expect(low < limit && limit < high).toBe(true);
  });

  test('twice the distance is twice the columns, to within one', () => {
    const { limit, low, value } = columns(gate({ delta: delta(0.02, 0, 0.03) }));
    expect(Math.abs(value - limit - 2 * (low - limit))).toBeLessThanOrEqual(1);
  });

  test('the forbidden side of a metric that is better when lower is the right one', () => {
    const [sides = ''] = drawn(gate({ direction: 'lower_is_better', delta: delta(0, -0.01, 0.01) }));
    expect(sides).toMatch(/(^|[^t]) allowed │ not allowed$/);
  });

  test('an open end is an arrow, and groups have no figure', () => {
    expect(drawn(gate({ delta: delta(0, null, 0.01) }))[1]).toMatch(/^◄/);
    expect(drawn(gate({ rule: 'no_regression_by_group' }))).toEqual([]);
    expect(drawn(gate({ delta: null }))).toEqual([]);
  });
});

test.each([
  [[], ''],
  [[1], '▅'],
  [[0, 1, 2], '▁▅█'],
  [[0.5, 0.5], '▅▅'],
  [Array.from({ length: 64 }, (_, round) => round), '▁▁▁▁▂▂▂▂▃▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇▇▇████'],
])('the course of %j', (values, expected) => {
  expect(sparkline(values)).toBe(expected);
});
