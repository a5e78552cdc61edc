import { expect, test } from 'vitest';
import { fencedLog } from '../../src/action/fenced-log.ts';

test('every line is fenced, and progress comes now and then', () => {
  let printed = '';
  let time = 0;
  const log = fencedLog(
    (text) => {
      printed += text;
    },
    () => time,
  );
  const event = {
    side: 'candidate',
    task: '##[error]',
    planned: 10,
    samplesPerSecond: 2,
    secondsLeft: 5,
  } as const;
  log.info('one\r::error::two');
  log.warn('##[group]x');
  for (const done of [1, 2, 3]) log.progress?.({ ...event, done });
  time = 40_000;
  log.progress?.({ ...event, done: 4 });
  log.progress?.({ ...event, done: 10, secondsLeft: 0 });
  expect(printed.split('\n')).toEqual([
    '  | one',
    '  | ::error::two',
    '  | warning: ##\\[group]x',
    '  | candidate  ##\\[error]  1/10  10 %  2.00 samples/s  about 5 s left',
    '  | candidate  ##\\[error]  4/10  40 %  2.00 samples/s  about 5 s left',
    '  | candidate  ##\\[error]  10/10  100 %  2.00 samples/s',
    '',
  ]);
});
