import { describe, expect, test } from 'vitest';
import { groupDeltas } from '../../../src/core/compare/group-deltas.ts';
import { pairSamples } from '../../../src/core/compare/pair.ts';
import { scoresOf } from '../../../src/core/compare/scores.ts';
import type { Score } from '../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { ACC, run, TOXICITY } from './build.ts';

type Row = readonly [group: string, baseline: Score | string, candidate: Score | string];

function deltasOf(rows: readonly Row[], metric = ACC, alpha: number | null = 0.05) {
  const side = (at: 1 | 2) =>
    run(
      rows.map((row) => row[at]),
      metric,
      {},
      (index) => ({ group: rows[index]?.[0] ?? '' }),
    ).samples;
  return groupDeltas(scoresOf(pairSamples(side(1), side(2)).pairs, metric, null, rows.length), alpha);
}
const rowsOf = (group: string, n: number, fell: number): Row[] =>
  Array.from({ length: n }, (_, index): Row => [group, 1, index < fell ? 0 : 1]);
const provenIn = (groups: ReturnType<typeof deltasOf>) =>
  groups.flatMap(({ group, proven }) => (proven === true ? [group] : []));

describe('groups that got worse', () => {
  const rows = [...rowsOf('law', 100, 20), ...rowsOf('art', 4, 3), ...rowsOf('maths', 100, 0)];

  test('come worst first, and only what is no chance is proven', () => {
    const groups = deltasOf(rows);
    expect(groups.map(({ group, delta }) => [group, delta])).toEqual([
      ['art', -0.75],
      ['law', expect.closeTo(-0.2, 12)],
      ['maths', 0],
    ]);
    expect(provenIn(groups)).toEqual(['law']);
  });

  test('are proven by nothing where the evaluation stopped for what it saw', () => {
    expect(provenIn(deltasOf(rows, ACC, null))).toEqual([]);
  });

  test('are those that rise where less is better, and no group that got better', () => {
    expect(provenIn(deltasOf(rows, TOXICITY))).toEqual([]);
    expect(
      provenIn(
        deltasOf(
          rows.map(([group, before, after]) => [group, after, before]),
          TOXICITY,
        ),
      ),
    ).toEqual(['law']);
  });

  test('of graded scores by the test of their mean', () => {
    const graded = Array.from(
      { length: 200 },
      (_, index): Row => ['law', 0.5 + (index % 5) / 10, 0.3 + (index % 7) / 20],
    );
    expect(provenIn(deltasOf(graded))).toEqual(['law']);
  });

  test('missing answers prove nothing', () => {
    expect(provenIn(deltasOf(rows.map((row) => (row[2] === 0 ? [row[0], 1, 'no answer'] : row))))).toEqual(
      [],
    );
  });

  test('in one family of twenty at most where nothing changed', () => {
    const random = mulberry32(7);
    const families = 200;
    let alarms = 0;
    for (let family = 0; family < families; family += 1) {
      const drawn = Array.from({ length: 400 }, (_, index): Row => {
        const isFlip = random() < 0.3;
        const before = Number(random() < 0.5);
        return [`g${index % 10}`, before, isFlip ? 1 - before : before];
      });
      if (provenIn(deltasOf(drawn)).length > 0) alarms += 1;
    }
    expect(alarms / families).toBeLessThan(0.05);
  });
});
