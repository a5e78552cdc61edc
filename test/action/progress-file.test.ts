import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordProgress } from '../../src/action/evaluate/record-progress.ts';
import { readProgress, writeProgress } from '../../src/action/progress-file.ts';
import type { EvaluationProgress } from '../../src/core/domain/progress.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRESS: EvaluationProgress = {
  ...{ side: 'candidate', task: 'mmlu', done: 34, planned: 100, tasksDone: 7, tasks: 10, secondsLeft: 700 },
};
const TASKS = ['mmlu', 'facts'];

describe('the file that says how far the evaluation is', () => {
  test('says what was written', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'progress.json');
    expect(await readProgress(file, TASKS)).toEqual({ kind: 'absent' });
    for (const progress of [PROGRESS, { ...PROGRESS, task: null, secondsLeft: null }]) {
      writeProgress(file, progress);
      expect(await readProgress(file, TASKS)).toEqual({ kind: 'read', value: progress });
    }
  });

  const json = (changes: object) => (file: string) =>
    writeFileSync(file, JSON.stringify({ ...PROGRESS, ...changes }));

  test.each<[string, (file: string) => unknown]>([
    ['a task that the config does not have', json({ task: 'hf_secret' })],
    ['more done than planned', json({ done: 101 })],
    ['more tasks done than there are', json({ tasksDone: 11 })],
    ['a negative number', json({ done: -1 })],
    ['a number that is none', json({ secondsLeft: 'soon' })],
    ['a time without end', json({ secondsLeft: 1e300 })],
    ['half a sample', json({ done: 0.5 })],
    ['another side', json({ side: 'reference' })],
    ['something more', json({ verdict: 'pass' })],
    ['no JSON', (file) => writeFileSync(file, '{"side":')],
    ['nested without end', (file) => writeFileSync(file, '['.repeat(4000))],
    ['more than it could be', (file) => writeFileSync(file, JSON.stringify(PROGRESS) + ' '.repeat(5000))],
    ['a folder', (file) => mkdir(file)],
    ['a pipe that nobody writes to', (file) => execFileSync('mkfifo', [file])],
    [
      'a link',
      (file) => {
        json({})(`${file}.elsewhere`);
        symlinkSync(`${file}.elsewhere`, file);
      },
    ],
  ])('is refused with %s', async (_, put) => {
    const folder = temporaryFolder();
    const file = join(folder, 'progress.json');
    await put(file);
    expect(await readProgress(file, TASKS)).toEqual({ kind: 'refused' });
  });
});

describe('while it evaluates', () => {
  const event = (task: string, done: number) => ({
    ...({ side: 'baseline', task, done, planned: 10, samplesPerSecond: 1, secondsLeft: 10 - done } as const),
  });
  const expected = ['facts', 'mmlu'].map((task) => ({
    ...({ side: 'baseline', task, labels: [task], samples: 10 } as const),
  }));

  test('it is written once a second, and at once for another task; the log hears everything', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'progress.json');
    const heard: string[] = [];
    let now = 0;
    const log = recordProgress(
      { info: () => {}, warn: () => {}, progress: ({ task, done }) => heard.push(`${task} ${done}`) },
      file,
      () => now,
    );
    log.expect?.(expected);
    const written = (task: string, done: number) => {
      log.progress?.(event(task, done));
      return (JSON.parse(readFileSync(file, 'utf8')) as EvaluationProgress).done;
    };
    expect(written('facts', 1)).toBe(1);
    now = 900;
    expect(written('facts', 2)).toBe(1);
    now = 1000;
    expect(written('facts', 3)).toBe(3);
    expect(written('mmlu', 1)).toBe(1);
    expect(heard).toEqual(['facts 1', 'facts 2', 'facts 3', 'mmlu 1']);
  });

  test('a file that cannot be written costs one line', () => {
    const said: string[] = [];
    const log = recordProgress({ info: (line) => said.push(line), warn: () => {} }, '/nowhere/progress.json');
    log.progress?.(event('facts', 1));
    log.progress?.(event('mmlu', 1));
    expect(said).toEqual([expect.stringContaining('the progress is not shown: ')]);
  });
});
