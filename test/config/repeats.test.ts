import { describe, expect, test } from 'vitest';
import { findMetric } from '../../src/config/metric-name.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { IssueList } from '../../src/core/domain/errors.ts';

const config = (task: string, gates: string) => `version: 1
candidate: a.gguf
baseline: b.gguf
tasks:
  tickets: { role: target, type: generate, dataset: t.jsonl, scorers: [exact_match, json_valid, profanity_rate], ${task} }
gates: [${gates}]
`;
const THREE = 'repeats: 3, generation_kwargs: { temperature: 1 }';
const resolved = (task: string, ...gates: string[]) =>
  resolveConfig({ text: config(task, gates.join(', ')), file: 'w.yml' });

function faultOf(...written: Parameters<typeof resolved>): string {
  try {
    resolved(...written);
  } catch (error) {
    if (error instanceof IssueList)
      return error.issues.map(({ message, fix }) => `${message}; ${fix}`).join('\n');
    throw error;
  }
  throw new Error('nothing is wrong');
}

describe('a gate on several answers', () => {
  test('names the metric by whose scores the answers are right', () => {
    const { gates } = resolved(
      THREE,
      '{ metric: tickets/pass@2, max_drop: 2pp }',
      '{ metric: tickets/json_valid_pass^3, floor: 90% }',
      '{ metric: tickets/maj@3, max_drop: 2pp }',
    );
    expect(gates.map(({ id }) => id)).toEqual([
      'tickets/exact_match_pass@2:max_drop',
      'tickets/json_valid_pass^3:floor',
      'tickets/exact_match_maj@3:max_drop',
    ]);
  });

  test.each([
    [
      THREE,
      'pass@4',
      'pass@4 needs 4 answers to each sample, and task tickets has 3 answers; give the task `repeats: 4`',
    ],
    ['num_fewshot: 0', 'pass^2', 'task tickets has one answer; give the task `repeats: 2` at a temperature'],
    [THREE, 'profanity_rate_pass@2', 'does not say which are right'],
    [THREE, 'exact_macth_pass@2', 'did you mean exact_match'],
    [THREE, 'pass@0', 'has no metric "pass@0"'],
  ])('with %s, %s is refused', (task, metric, message) => {
    expect(faultOf(task, `{ metric: ${JSON.stringify(`tickets/${metric}`)}, max_drop: 2pp }`)).toContain(
      message,
    );
  });

  test('means a filter where results have one of that name', () => {
    const { tasks: _, declared } = resolved(THREE, '{ metric: tickets, max_drop: 2pp }');
    const [task] = declared;
    if (task === undefined) throw new Error('no task');
    const { repeats: __, ...once } = task;
    const found = findMetric('tickets/maj@3', [{ ...once, filters: ['first', 'maj@3'] }]);
    expect(found).toMatchObject({ ok: false, fix: 'write tickets/exact_match,maj@3' });
  });
});

test('answers at temperature 0 are refused at their line', () => {
  expect(faultOf('repeats: 3', '{ metric: tickets, max_drop: 2pp }')).toContain(
    'at temperature 0 all 3 answers are the same: set generation_kwargs.temperature',
  );
});
