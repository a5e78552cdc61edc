import { expect, test } from 'vitest';
import { progressMeter } from '../../../src/tasks/runners/progress.ts';

test('the rate is that of this run, and reused samples cost nothing', () => {
  let milliseconds = 5000;
  const meter = progressMeter('facts', 100, 40, () => milliseconds);
  // However long the model took to load.
  milliseconds += 60_000;
  expect(meter(1)).toEqual({
    task: 'facts',
    done: 41,
    planned: 100,
    samplesPerSecond: null,
    secondsLeft: null,
  });
  milliseconds += 10_000;
  expect(meter(21)).toEqual({
    task: 'facts',
    done: 61,
    planned: 100,
    samplesPerSecond: 2,
    secondsLeft: 19.5,
  });
});
