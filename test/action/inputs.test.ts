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
    [
      { 'timeout-minutes': '10000' },
      'the input timeout-minutes is "10000"',
      'a whole number of minutes from 1 to 9999',
    ],
    [
      { 'env-allow': 'GITHUB_TOKEN' },
      'the input env-allow names GITHUB_TOKEN, which belongs to the runner',
      'leave it out',
    ],
    [
      { 'env-allow': 'A=B' },
      'the input env-allow names what is no variable',
      'names alone, such as HF_TOKEN',
    ],
    [{ suite: 'x' }, 'the input suite is not an input', 'inputs: config, candidate'],
    [{ max_mmlu_drop: '2pp' }, 'the input max_mmlu_drop is not an input', 'did you mean max-mmlu-drop?'],
    [{ 'timeout-minute': '5' }, 'the input timeout-minute is not an input', 'did you mean timeout-minutes?'],
    [{ shard: '1/2' }, 'the input shard is "1/2", and phase is all', '`phase: evaluate`'],
    [{ round: '1/2', phase: 'report' }, 'the input round is "1/2", and phase is report', '`phase: evaluate`'],
  ])('%j is refused with what it may be', (inputs, problem, fix) => {
    expect(() => read(inputs)).toThrow(problem);
    expect(() => read(inputs)).toThrow(fix);
  });

  test.each([
    ['shard', '2/4', { index: 2, count: 4 }],
    ['round', '1/3', { index: 1, count: 3 }],
  ] as const)('%s: %j of the phase that evaluates', (name, text, value) => {
    expect(read({ phase: 'evaluate', [name]: text })[name]).toEqual(value);
  });

  test('names and blanks are read as GitHub reads those of other actions', () => {
    expect(read({ Config: 'a.yml', candidate: 'c.gguf\n', shard: ' ' })).toMatchObject({
      config: 'a.yml',
      candidate: 'c.gguf',
    });
  });

  test('a value that was meant as a secret is not said again', () => {
    expect(() => read({ 'env-allow': 'HF_TOKEN=hf_abc' })).not.toThrow('hf_abc');
  });

  test('all faults are said at once', () => {
    try {
      read({ phase: 'x', check: 'y', 'env-allow': 'A=B C=D', suite: 'x', candidat: 'y' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(IssueList);
      expect((error as IssueList).issues).toHaveLength(5);
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
