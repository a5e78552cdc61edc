import { describe, expect, test } from 'vitest';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { EVERYTHING } from '../../../src/report/section.ts';
import { picturesSection } from '../../../src/report/sections/pictures.ts';
import { CONTEXT, delta, facts, gate } from '../examples.ts';
import { pictures, shownOf, shownSample } from '../shown.ts';

const file = buildVerdictFile(
  facts({
    gates: [gate({ id: 'a', task: 'a' }), gate({ id: 'b', task: 'b', delta: delta(0.03, 0.01, 0.05) })],
  }),
);

const chartsOf = (drawn = pictures('law'), of = file) =>
  picturesSection(of, {
    medium: 'page',
    context: CONTEXT,
    rung: EVERYTHING,
    samples: shownOf([shownSample()], 0, drawn),
  }).blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));

describe('the pictures of a report', () => {
  test('each has its table with as many rows as it has marks', () => {
    const charts = chartsOf();
    expect(charts.map(({ chart }) => chart.kind)).toEqual([
      ...['intervals', 'intervals', 'square', 'matrix', 'matrix', 'columns'],
    ]);
    for (const { table } of charts) expect(table.kind === 'table' && table.rows.length).toBeGreaterThan(1);
  });

  test('what is beyond a limit lies to the right of its line, whichever way is worse', () => {
    const [gates] = chartsOf();
    const rows = gates?.chart.kind === 'intervals' ? gates.chart.rows : [];
    for (const { low, value, high } of rows) {
      expect((low ?? 0) <= value && value <= (high ?? 1)).toBe(true);
    }
    expect(rows).toHaveLength(2);
  });

  test('of classes each row is of one expected answer, and what is no class has a column where there was any', () => {
    const counts = (other: number) => [
      [3, 1, other],
      [0, 0, 0],
    ];
    const classes = { labels: ['A', 'B'], baseline: counts(0), candidate: counts(4) };
    const drawn = chartsOf({ groups: [], classes }).flatMap(({ chart }) =>
      chart.kind === 'matrix' ? [chart.rows] : [],
    );
    expect(drawn).toEqual([
      [
        [0.75, 0.25],
        [0, 0],
      ],
      [
        [0.375, 0.125, 0.5],
        [0, 0, 0],
      ],
    ]);
  });

  test('nothing is drawn of a single gate or a single group', () => {
    const [first] = file.gates;
    const one = { ...file, gates: first === undefined ? [] : [first] };
    expect(chartsOf({ groups: pictures('law').groups.slice(1) }, one)).toEqual([]);
  });
});
