import { expect, test } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { splitByGroup } from '../../../../src/core/decide/rules/by-group.ts';
import { ACC, run } from '../../compare/build.ts';

test('samples without a group stay apart from those of a group that is called so', () => {
  const called = ['samples without a group', 'samples without a group at all', undefined];
  const side = run([1, 0, 1, 0, 1, 0], ACC, {}, (index) => {
    const group = called[index % 3];
    return group === undefined ? {} : { group };
  });
  const [metric] = compareTask(side, side).metrics;
  if (metric === undefined) throw new Error('no metric');
  const sizes = [...splitByGroup(metric)].map(([group, { scores }]) => [group, scores.length]);
  expect(sizes).toEqual([
    ['samples without a group', 2],
    ['samples without a group at all', 2],
    ['samples without a group at all at all', 2],
  ]);
});
