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
    expect(progressOf('facts', line)).toMatchObject({ done, planned, samplesPerSecond });
  });

  test.each([
    'Tokenizing inputs:  49%|████▉     | 986/2000 [00:00<00:00, 9858.79it/s]',
    'Running loglikelihood requests',
    'model.safetensors: 100%|██████████| 1.2G/1.2G [00:10<00:00, 120MB/s]',
  ])('is not %s', (line) => {
    expect(progressOf('facts', line)).toBeNull();
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
