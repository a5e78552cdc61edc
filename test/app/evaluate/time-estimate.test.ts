import { describe, expect, test } from 'vitest';
import { TimeEstimate } from '../../../src/app/evaluate/time-estimate.ts';
import type { ExpectedRun, ProgressEvent } from '../../../src/app/log.ts';

const run = (side: ExpectedRun['side'], task: string, samples: number | null): ExpectedRun => ({
  ...{ side, task, samples, labels: samples === null ? [task, `${task}_leaf`] : [task] },
});

const at = (
  side: ProgressEvent['side'],
  task: string,
  [done, planned]: readonly [number, number],
  samplesPerSecond: number | null,
): ProgressEvent => ({
  ...{ side, task, done, planned, samplesPerSecond },
  secondsLeft: samplesPerSecond === null ? null : (planned - done) / samplesPerSecond,
});

function outlook(...runs: readonly ExpectedRun[]): TimeEstimate {
  const created = new TimeEstimate();
  created.expect(runs);
  return created;
}

const TWO_SIDES = [
  run('baseline', 'short', 100),
  run('baseline', 'long', 200),
  run('candidate', 'short', 100),
  run('candidate', 'long', 200),
];

describe('what is left', () => {
  test('nobody knows before a few samples are done', () => {
    const progress = outlook(...TWO_SIDES).at(at('baseline', 'short', [4, 100], 10));
    expect(progress).toMatchObject({ task: 'short', tasksDone: 0, tasks: 4, secondsLeft: null });
  });

  test('tasks that were not asked yet take as long as those that were', () => {
    // 50 of its own, 200 + 100 + 200 more, ten a second.
    expect(outlook(...TWO_SIDES).at(at('baseline', 'short', [50, 100], 10)).secondsLeft).toBe(55);
  });

  test('on the other side a task takes what it took', () => {
    const both = outlook(...TWO_SIDES);
    both.at(at('baseline', 'short', [100, 100], 10));
    both.at(at('baseline', 'long', [200, 200], 2));
    const progress = both.at(at('candidate', 'short', [50, 100], 5));
    expect(progress).toMatchObject({ tasksDone: 2, tasks: 4, secondsLeft: 10 + 100 });
  });

  test('the last task at its end leaves nothing', () => {
    const progress = outlook(...TWO_SIDES).at(at('candidate', 'long', [200, 200], 2));
    expect(progress).toMatchObject({ tasksDone: 4, tasks: 4, secondsLeft: 0 });
  });

  test('nobody knows where a harness is still to come, and it is told of by its own name', () => {
    const harness = [run('candidate', 'short', 100), run('candidate', 'mmlu', null)];
    expect(outlook(...harness).at(at('candidate', 'short', [50, 100], 10)).secondsLeft).toBeNull();
    const asked = outlook(...harness).at(
      at('candidate', 'mmlu_leaf (loglikelihood requests)', [50, 100], 10),
    );
    expect(asked).toMatchObject({ task: 'mmlu', tasksDone: 1, tasks: 2, secondsLeft: 5 });
  });

  test('of several tasks at once, no name', () => {
    const harness = [run('baseline', 'a', null), run('baseline', 'b', null)];
    const progress = outlook(...harness).at(at('baseline', '2 tasks (generate requests)', [50, 100], 10));
    expect(progress).toMatchObject({ task: null, done: 50, tasksDone: 0, tasks: 2, secondsLeft: null });
  });
});
