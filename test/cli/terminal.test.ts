import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { duration, progressLine } from '../../src/app/log.ts';
import { Terminal } from '../../src/cli/terminal.ts';

describe('duration', () => {
  test.each([
    [0, '0 s'],
    [0.2, '1 s'],
    [59, '59 s'],
    [60, '1 min 0 s'],
    [3599.5, '1 h 0 min'],
    [7322, '2 h 2 min'],
  ])('%d seconds: %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('progressLine', () => {
  const event = {
    side: 'candidate',
    task: 'facts',
    done: 320,
    planned: 480,
    samplesPerSecond: 142.3,
    secondsLeft: 1.1,
  } as const;

  test('says side, task, share, speed and time left', () => {
    expect(progressLine(event)).toBe('candidate  facts  320/480  66 %  142 samples/s  about 2 s left');
  });

  test('says nothing of what is not known yet', () => {
    expect(progressLine({ ...event, samplesPerSecond: null, secondsLeft: null })).toBe(
      'candidate  facts  320/480  66 %',
    );
  });

  test.each([
    [{ expectedSeconds: 20, mostSeconds: 125 }, 'whole run: about 20 s left, at most 2 min 5 s'],
    [{ expectedSeconds: 125, mostSeconds: 125 }, 'whole run: about 2 min 5 s left'],
  ])('has a figure for the whole run: %o', (run, text) => {
    expect(progressLine({ ...event, run })).toBe(`${progressLine(event)}  ${text}`);
  });

  test('has none at its end', () => {
    const run = { expectedSeconds: 0, mostSeconds: 0 };
    expect(progressLine({ ...event, run })).toBe(progressLine(event));
  });

  test('rounds down: 100 % means finished', () => {
    expect(progressLine({ ...event, done: 4799, planned: 4800 })).toContain('99 %');
  });
});

test('what a message quotes steers no terminal and no runner', () => {
  const errors = new PassThrough() as unknown as NodeJS.WriteStream;
  const terminal = new Terminal(process.stdout, errors);
  terminal.warn(
    'the server said ##[add-path]x \u001b]0;mine\u0007\u001b[2J\u009b1m\u202e, and more\n  fix: none',
  );
  expect(String((errors as unknown as PassThrough).read())).toBe(
    'warning: the server said ##\\[add-path]x ]0;mine[2J1m, and more\n  fix: none\n',
  );
});
