import { expect, test } from 'vitest';
import { progressMeter } from '../../../src/tasks/runners/progress.ts';

test('the rate is that of this run, and reused samples cost nothing', () => {
  let milliseconds = 5000;
  const meter = progressMeter('facts', 100, 40, () => milliseconds);
  expect(meter(0)).toEqual({
    task: 'facts',
    done: 40,
    planned: 100,
    samplesPerSecond: null,
    secondsLeft: null,
  });
  milliseconds += 10_000;
  expect(meter(20)).toEqual({ task: 'facts', done: 60, planned: 100, samplesPerSecond: 2, secondsLeft: 20 });
});
