import { expect, test } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { faultOfGroups, splitByGroup } from '../../../../src/core/decide/rules/by-group.ts';
import { policyOf } from '../../../support/judged-gate.ts';
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

/** Of 100 pairs, of which so many have no group. */
function fault(without: number): string | null {
  const side = run(Array<number>(100).fill(1), ACC, {}, (index) =>
    index < without ? {} : { group: `g${index % 3}` },
  );
  const [metric] = compareTask(side, side).metrics;
  if (metric === undefined) throw new Error('no metric');
  return faultOfGroups(metric, 'facts', policyOf());
}

test.each([
  ['all are known', fault(0), null],
  ['as few are not as may be without a score', fault(1), null],
  ['more are not', fault(2), /^2 of 100 samples of facts belong to no group: set group_field/],
  ['none is', fault(100), /^No sample of facts belongs to a group: set group_field/],
])('of the groups of samples %s', (_, found, says) => {
  if (says === null) expect(found).toBeNull();
  else expect(found).toMatch(says);
});
