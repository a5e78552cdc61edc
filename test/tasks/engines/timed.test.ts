import { expect, test } from 'vitest';
import { openAiOptions } from '../../../src/tasks/engines/openai/options.ts';
import { secondsLimit } from '../../../src/tasks/engines/timed.ts';
import { lmEvalTask } from '../../../src/tasks/runners/lm-eval/options.ts';

// A timer of Node ends after a millisecond where it is given more than 2³¹ − 1 of them.
const MOST_SECONDS = (2 ** 31 - 1) / 1000;

test('a limit of time is none that a timer takes for nothing', () => {
  expect(secondsLimit.safeParse(1_000_000).success).toBe(true);
  expect(secondsLimit.safeParse(MOST_SECONDS + 1).success).toBe(false);
});

test.each(['timeout_seconds', 'deadline_seconds', 'task_deadline_seconds'])(
  'nor is %s of an endpoint',
  (name) => {
    const of = (seconds: number) =>
      openAiOptions.safeParse({ url: 'http://localhost:1/v1', model: 'tiny', [name]: seconds });
    expect(of(86_400).error?.issues ?? []).toEqual([]);
    expect(of(MOST_SECONDS + 1).error?.issues[0]?.path).toEqual([name]);
  },
);

test('nor is timeout_minutes of lm_eval', () => {
  const of = (minutes: number) => lmEvalTask.safeParse({ timeout_minutes: minutes });
  expect(of(1440).error?.issues ?? []).toEqual([]);
  expect(of(MOST_SECONDS / 60 + 1).error?.issues[0]?.path).toEqual(['timeout_minutes']);
});
