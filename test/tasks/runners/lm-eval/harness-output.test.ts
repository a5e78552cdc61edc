import { describe, expect, test } from 'vitest';
import { HarnessOutput, progressOf } from '../../../../src/tasks/runners/lm-eval/harness-output.ts';

describe('a bar over requests', () => {
  test.each([
    ['Running loglikelihood requests:   0%|          | 0/2000 [00:00<?, ?it/s]', 0, 2000, null],
    [
      'Running loglikelihood requests:  46%|████▋     | 929/2000 [00:02<00:02, 385.72it/s]',
      929,
      2000,
      385.72,
    ],
    ['Running generate_until requests:   1%|          | 2/200 [00:09<14:51,  4.50s/it]', 2, 200, 1 / 4.5],
  ])('%s', (line, done, planned, samplesPerSecond) => {
    expect(progressOf('facts', line, null)).toMatchObject({ done, planned, samplesPerSecond });
  });

  test.each([
    'Tokenizing inputs:  49%|████▉     | 986/2000 [00:00<00:00, 9858.79it/s]',
    'Running loglikelihood requests',
    'model.safetensors: 100%|██████████| 1.2G/1.2G [00:10<00:00, 120MB/s]',
  ])('is not %s', (line) => {
    expect(progressOf('facts', line, null)).toBeNull();
  });
});

describe('documents', () => {
  const BAR = 'Running loglikelihood requests:  50%|█████     | 1000/2000 [00:02<00:02, 400.0it/s]';

  test('of a batch are told by their share of the requests, after those before it', () => {
    expect(progressOf('facts', BAR, { before: 100, here: 500, planned: 1000 })).toEqual({
      ...{ task: 'facts', done: 350, planned: 1000, samplesPerSecond: 100, secondsLeft: 6.5 },
    });
  });

  test('of a whole run are counted as the harness builds their prompts, task by task', () => {
    const told: unknown[] = [];
    const output = new HarnessOutput(
      'mmlu',
      () => undefined,
      ({ task, done, planned }) => told.push([task, done, planned]),
    );
    output.push(`${BAR}\n`);
    for (const [name, count] of [
      ['mmlu_anatomy', 135],
      ['mmlu_law', 365],
    ])
      output.push(
        `2026-11-29:16:00:00 INFO     [api.task:312] Building contexts for ${name} on rank 0...\n  0%|          | 0/${count} [00:00<?, ?it/s]\r100%|██| ${count}/${count} [00:01<00:00, 9it/s]\n`,
      );
    output.push(`Tokenizing inputs: 100%|██| 2000/2000 [00:00<00:00, 9858.79it/s]\n${BAR}\n`);
    expect(told).toEqual([
      ['mmlu (loglikelihood requests)', 1000, 2000],
      ['mmlu', 250, 500],
    ]);
  });
});

describe('what the harness prints', () => {
  test('joins lines that come in pieces, and keeps every bar out', () => {
    const printed: string[] = [];
    const output = new HarnessOutput('facts', (piece) => printed.push(piece));
    for (const piece of [
      'Loa',
      'ding\n 21%|██  | 105/500 [00:00<00:00, 1047it/s]\r 4',
      '2%|██ | 210/500 [00:00<00:00, 1it/s]\n\nend',
    ])
      output.push(piece);
    expect(printed).toEqual(['Loading\n']);
    expect(output.lines).toEqual(['Loading', 'end']);
  });

  test('keeps the end of what is printed without end', () => {
    const output = new HarnessOutput('facts', () => {});
    for (let line = 0; line < 10_000; line += 1) output.push(`line ${line}\n`);
    output.push('x'.repeat(1_000_000));
    expect(output.lines.length).toBeLessThan(200);
    expect(output.lines.join('').length).toBeLessThan(20_000);
    expect(output.lines).toContain('line 9999');
  });
});
