import { describe, expect, test } from 'vitest';
import { overridesFromInputs, readInputs } from '../../src/action/inputs.ts';
import { IssueList } from '../../src/core/domain/errors.ts';

const read = (inputs: Record<string, string>) => readInputs(JSON.stringify(inputs));

describe('inputs', () => {
  test('an empty string was not set: defaults come from the schema', () => {
    expect(read({ config: '', candidate: '', phase: '', check: '', shard: '' })).toEqual({
      config: 'weighbridge.yml',
      phase: 'all',
      comment: 'always',
      check: false,
      artifact: true,
      'timeout-minutes': 330,
      'env-allow': [],
      'working-directory': '.',
    });
  });

  test.each([
    ['shard', '2/4', { index: 2, count: 4 }],
    ['round', '1/3', { index: 1, count: 3 }],
    ['env-allow', 'HF_TOKEN, OPENAI_API_KEY\nX', ['HF_TOKEN', 'OPENAI_API_KEY', 'X']],
    ['timeout-minutes', '45', 45],
    ['artifact', 'off', false],
    ['comment', 'on-failure', 'on-failure'],
    ['comment-key', 'mmlu.v2', 'mmlu.v2'],
  ] as const)('%s: %j', (name, text, value) => {
    expect(read({ [name]: text })[name]).toEqual(value);
  });

  test.each([
    [{ phase: 'Report' }, 'the input phase is "Report"', 'use one of all, evaluate, report'],
    [{ comment: 'true' }, 'the input comment is "true"', 'use one of always, on-failure, never'],
    [{ check: '1' }, 'the input check is "1"', 'use one of on, off'],
    [{ shard: '5/4' }, 'the input shard is "5/4"', 'write it as i/n'],
    [{ round: '3/2' }, 'the input round is "3/2"', 'write it as i/n'],
    [{ shard: '0/4' }, 'the input shard', 'write it as i/n'],
    [{ 'timeout-minutes': '0' }, 'the input timeout-minutes is "0"', 'a whole number of minutes'],
    [{ 'timeout-minutes': '1e3' }, 'the input timeout-minutes', 'a whole number of minutes'],
    [{ 'comment-key': 'a -->' }, 'the input comment-key', 'letters, digits'],
    [{ 'env-allow': 'GITHUB_TOKEN' }, 'the input env-allow', 'GITHUB_TOKEN belongs to the runner'],
    [{ 'env-allow': 'A=B' }, 'the input env-allow', 'is not the name of a variable'],
    [{ suite: 'x' }, 'the input suite is not an input', 'use config, candidate'],
  ])('%j is refused with what it may be', (inputs, problem, fix) => {
    expect(() => read(inputs)).toThrow(problem);
    expect(() => read(inputs)).toThrow(fix);
  });

  test('all faults are said at once', () => {
    try {
      read({ phase: 'x', check: 'y' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(IssueList);
      expect((error as IssueList).issues).toHaveLength(2);
    }
  });

  test('overrides carry the input they came from', () => {
    const inputs = read({ 'max-mmlu-drop': '2pp', candidate: 'a.gguf', comment: 'never' });
    expect(overridesFromInputs(inputs)).toEqual({
      candidate: { value: 'a.gguf', source: { kind: 'input', name: 'candidate' } },
      max_mmlu_drop: { value: '2pp', source: { kind: 'input', name: 'max-mmlu-drop' } },
    });
  });
});
